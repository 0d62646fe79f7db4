"""Where and when, as the text has set it so far, for sentences that do not say."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from claimtrack.model.claims import NO_PERIOD
from claimtrack.model.dates import Period
from claimtrack.reading.dates import When
from claimtrack.reading.drafts import Line
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.places import Place, nearest

_RECALLED = 45
"""A day so many days before the publication is of another event, which the text only recalls."""
_BREAKS = frozenset({",", ";", "which", "who", "where", "but", "while", "when"})
_BREAK_COST = 24
"""A mark between clauses counts as so many characters between a verb and its date."""


_LONGEST_HEADING = 8
"""Most items of a line that is a heading with a date."""


@dataclass(slots=True)
class Setting:
    """What holds for a sentence that names no place or no day of its own.

    Attributes:
        anchor: Publication date.
        place: The place last set, by a claim before a mere mention; recalled events set none.
        seen: All places so far, for ``the base``.
        spoken: A place beside a speaker, where the text names no other.
        recalled: Paragraph and place of a recalled event, which holds within its paragraph.
        period: The day last named beside a claim.
        mentioned: The day last named at all.
        paragraph: Paragraph and day of the sentence that last named one.
        first: The first day that the text names, for the sentences before it.
    """

    anchor: date | None = None
    place: Place | None = None
    seen: list[Place] = field(default_factory=list)
    spoken: Place | None = None
    recalled: tuple[int, Place | None] = (-1, None)
    period: Period = NO_PERIOD
    mentioned: Period = NO_PERIOD
    paragraph: tuple[int, Period] = (-1, NO_PERIOD)
    first: Period = NO_PERIOD

    def remember(self, line: Line, verbs: list[int], lexicon: Lexicon) -> None:
        """Take over what a sentence says of place and day.

        Args:
            line: The sentence.
            verbs: Tokens of the kind words of its claims.
            lexicon: Words between a verb of saying and its day.
        """
        here = [p for p in line.places if not p.generic and not said_there(p, line)]
        self.seen += here
        staying = [p for p in here if not p.passing] or here
        if staying:
            own = nearest(line.row, staying, verbs[-1], []) if verbs else None
            place = own or staying[0]
            if self._recalls(line):
                self.recalled = (line.sentence.paragraph, place)
            else:
                self.place = place
        days = [d for d in event_days(line, lexicon) if d.first == d.last and not d.since]
        if days and days[0].first:
            day = self.resolved(days[0])
            self.paragraph = (line.sentence.paragraph, day)
            self.mentioned = day
            if verbs:
                self.period = day

    def _recalls(self, line: Line) -> bool:
        """Whether a sentence tells of an event long before the publication."""
        return self.anchor is not None and any(
            d.last and not d.since and d.last < self.anchor - timedelta(_RECALLED)
            for d in line.dates
        )

    def place_for(self, line: Line) -> Place | None:
        """The place of a claim whose sentence names none."""
        if self.recalled[0] == line.sentence.paragraph:
            return self.recalled[1]
        return self.place or self.spoken

    def named(self, own: Place) -> Place | None:
        """The place itself, or for ``the base`` the last place so called."""
        if not own.generic:
            return own
        for place in reversed(self.seen):
            if own.name in place.text.lower().split() or own.name in place.name.lower().split():
                return place
        return self.place

    def period_for(self, line: Line) -> Period:
        """The day of a claim whose sentence names none: the paragraph's, else the text's."""
        near = self.paragraph[0] == line.sentence.paragraph
        found = (self.paragraph[1] if near else None) or self.period or self.mentioned or self.first
        if not found and self.anchor is not None:
            return _days(self.anchor, self.anchor)
        return found

    def resolved(self, when: When) -> Period:
        """The days of an expression; those of ``the day before`` from the day last named."""
        if when.leans is not None:
            base = self.period or self.mentioned or self.first
            if base.start:
                day = date.fromisoformat(base.start[:10]) + timedelta(when.leans)
                return _days(day, day)
        return _days(when.first, when.last)


def _days(first: date | None, last: date | None) -> Period:
    if first is None or last is None:
        return NO_PERIOD
    return Period(first.isoformat(), last.isoformat())


def said_there(place: Place, line: Line) -> bool:
    """Whether a place only belongs to a speaker: ``the mayor of Oran said``."""
    return any(a.start <= place.token < a.end for a in line.attributions)


def is_day_of_saying(line: Line, day: When, lexicon: Lexicon) -> bool:
    """Whether a date is that of a verb of saying: ``police said in a statement on Friday``.

    Args:
        line: The sentence.
        day: One of its dates.
        lexicon: Words that may stand between the verb and its day.

    Returns:
        True where only such words, and names, part the two.
    """
    tokens, lows = line.row.tokens, line.row.lows
    at = next((n for n, token in enumerate(tokens) if token.end > day.start), len(tokens)) - 1
    channels = lexicon.lists["speech.channels"]
    while at >= 0 and (
        lows[at] in channels or lows[at] in lexicon.lists["speech.outlet_words"]
        or (tokens[at].capital and at > 0)
    ):  # fmt: skip
        at -= 1
    if at < 0:
        return False
    return any(a.start <= at < a.end for a in line.attributions) and lows[at] in lexicon.speech


def event_days(line: Line, lexicon: Lexicon) -> list[When]:
    """The dates of a sentence that are known, outside its dateline, and no day of saying."""
    if _is_heading(line):
        return []
    return [
        d for d in line.dates
        if d.first and d.last and d.start >= line.dateline
        and not is_day_of_saying(line, d, lexicon)
    ]  # fmt: skip


def _is_heading(line: Line) -> bool:
    """Whether a line only gives a text its date: ``Media release, 2 September 2019``."""
    words = line.sentence.words
    return (
        len(line.dates) > 0
        and words[-1] not in '.!?”"'
        and len(line.row.tags) <= _LONGEST_HEADING
        and not set("bvmKVGIJSLCOs") & set(line.row.tags)
    )


def own_day(line: Line, verb: int, lexicon: Lexicon) -> When | None:
    """The date that a claim's own sentence gives it: the nearest, in its own clause first.

    Args:
        line: The sentence.
        verb: Token of the claim's kind word.
        lexicon: Words between a verb of saying and its day.

    Returns:
        The date, or None. A span (``since January``) does not reach out of its relative clause.
    """
    row = line.row
    if verb >= len(row.tokens):
        return None
    at = row.tokens[verb].start

    def cost(when: When) -> int:
        first, last = sorted((when.start, at))
        breaks = [t.low for t in row.tokens if first < t.start < last and t.low in _BREAKS]
        return abs(when.start - at) + _BREAK_COST * len(breaks)

    def apart(when: When) -> bool:
        return when.since and any(
            t.low in ("which", "who", "where") for t in row.tokens if at < t.start < when.start
        )

    usable = [d for d in event_days(line, lexicon) if not apart(d)]
    return min(usable, key=cost, default=None)
