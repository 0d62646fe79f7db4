"""Where and when each claim is, what hedges it, and how the document knows."""

from dataclasses import dataclass, field
from datetime import date

from claimtrack.model.claims import NO_PERIOD, Claim, Passage
from claimtrack.model.dates import Period
from claimtrack.model.documents import Document
from claimtrack.model.sources import ARTICLE
from claimtrack.reading.confidence import CONFIDENCE, UNMEASURED
from claimtrack.reading.dates import When
from claimtrack.reading.drafts import Draft, Line
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.places import Place, dateline_place, nearest


@dataclass(slots=True)
class Setting:
    """What the text has set so far, for sentences that do not say: place and date."""

    place: Place | None = None
    period: Period = NO_PERIOD
    paragraph: tuple[int, Period] = (-1, NO_PERIOD)
    mentioned: Period = NO_PERIOD
    seen: list[Place] = field(default_factory=list)
    spoken: Place | None = None


def settled(
    drafts: list[Draft],
    lines: list[Line],
    document: Document,
    anchor: date | None,
    lexicon: Lexicon,
) -> list[Claim]:
    """Turn drafts into claims, in text order.

    Args:
        drafts: What was found, in any order.
        lines: The sentences.
        document: Where they stand.
        anchor: Publication date.
        lexicon: Cues and hedges.

    Returns:
        Proposed claims; what came from the context is named in ``inherited``.
    """
    setting = Setting(_dateline(document))
    if not any(p for line in lines for p in line.places if not _said_there(p, line)):
        # a last resort: "the government of Samara said", where the text names no other place
        setting.spoken = next((p for line in lines for p in line.places if not p.generic), None)
    by_line: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda d: (d.line.number, d.start, d.kind)):
        by_line.setdefault(draft.line.number, []).append(draft)
    first_period = _first_period(by_line, lines)
    made = []
    for line in lines:
        for draft in by_line.get(line.number, ()):
            made.append(_claim(draft, setting, first_period, document, anchor, lexicon))
        _remember(setting, line, bool(by_line.get(line.number)))
    return made


def _dateline(document: Document) -> Place | None:
    name = dateline_place(document.text or "")
    return Place(name, name, -1) if name else None


def _first_period(by_line: dict[int, list[Draft]], lines: list[Line]) -> Period:
    """The first day named beside a claim: what the text is about where it does not say."""
    for line in lines:
        for draft in by_line.get(line.number, ()):
            period = _own_period(draft)
            if period and period.start == period.end:
                return period
    return NO_PERIOD


def _remember(setting: Setting, line: Line, claims: bool) -> None:
    here = [p for p in line.places if not p.generic and not _said_there(p, line)]
    if here:
        setting.place = here[0]
        setting.seen += here
    days = [
        d for d in line.dates
        if d.first and d.first == d.last and not d.since and d.start >= line.dateline
    ]  # fmt: skip
    if days and days[0].first and not _days_of_saying(line, days[0]):
        day = days[0].first.isoformat()
        setting.paragraph = (line.sentence.paragraph, Period(day, day))
        setting.mentioned = Period(day, day)
        if claims:
            setting.period = Period(day, day)


def _named(own: Place, setting: Setting) -> Place | None:
    """The place itself, or for ``the base`` the last place so called."""
    if not own.generic:
        return own
    noun = own.name
    for place in reversed(setting.seen):
        if noun in place.text.lower().split() or noun in place.name.lower().split():
            return place
    return setting.place


def _said_there(place: Place, line: Line) -> bool:
    return any(a.start <= place.token < a.end for a in line.attributions)


def _days_of_saying(line: Line, day: When) -> bool:
    """Whether a date stands beside a verb of saying: ``police said on Friday``."""
    tokens = line.row.tokens
    for a in line.attributions:
        if 0 < a.end <= len(tokens) and 0 <= day.start - tokens[a.end - 1].end <= 4:
            return True
    return False


def _own_period(draft: Draft) -> Period:
    """The nearest date of the sentence that is not the day of saying."""
    line = draft.line
    if draft.verb >= len(line.row.tokens):
        return NO_PERIOD
    verb = line.row.tokens[draft.verb].start
    usable = [
        d for d in line.dates
        if d.first and d.last and not _days_of_saying(line, d) and d.start >= draft.line.dateline
    ]  # fmt: skip
    if not usable:
        return NO_PERIOD
    best = min(usable, key=lambda d: abs(d.start - verb))
    assert best.first is not None
    assert best.last is not None
    return Period(best.first.isoformat(), best.last.isoformat())


def _stated_at(draft: Draft) -> str | None:
    for day in draft.line.dates:
        if day.first and day.first == day.last and _days_of_saying(draft.line, day):
            return day.first.isoformat()
    return None


def _claim(
    draft: Draft,
    setting: Setting,
    first_period: Period,
    document: Document,
    anchor: date | None,
    lexicon: Lexicon,
) -> Claim:
    inherited = ["claimants"] if draft.speaker.inherited else []
    avoid = [(a.start, a.end) for a in draft.line.attributions]
    own = draft.place or nearest(draft.line.row, draft.line.places, draft.verb, avoid)
    place = (_named(own, setting) if own else setting.place) or setting.spoken
    if place is not None and place is not own:
        inherited.append("place")
    period = _own_period(draft)
    if not period:
        near = setting.paragraph[0] == draft.line.sentence.paragraph
        period = (setting.paragraph[1] if near else None) or setting.period
        period = period or setting.mentioned or first_period
        if not period and anchor is not None:
            period = Period(anchor.isoformat(), anchor.isoformat())
        if period:
            inherited.append("event_start")
    sentence = draft.line.sentence
    via = draft.speaker.via
    if document.publisher and draft.speaker.claimants not in ((ARTICLE,), (document.publisher,)):
        via = tuple(dict.fromkeys((document.publisher, *via)))
    return Claim(
        kind=draft.kind,
        claimants=draft.speaker.claimants,
        quantity=draft.quantity,
        value_text=draft.value_text,
        statement=draft.statement,
        scope=draft.scope,
        persons=draft.persons,
        basis=draft.basis,
        anonymous=draft.speaker.anonymous,
        via=via,
        place=place.name if place else None,
        place_text=(own or place).text if place else None,
        period=period,
        stated_at=_stated_at(draft),
        hedge=_hedge(draft, lexicon),
        denies=draft.denies,
        revision_cue=draft.cue,
        passage=Passage(sentence.words, sentence.start, sentence.end),
        restated=tuple(
            Passage(line.sentence.words, line.sentence.start, line.sentence.end)
            for line in draft.again
        ),
        document=document,
        status="proposed",
        inherited=tuple(inherited),
        rule=draft.rule,
        confidence=CONFIDENCE.get(draft.rule, UNMEASURED),
    )


def _hedge(draft: Draft, lexicon: Lexicon) -> str | None:
    """The words that hedge a claim, verbatim: those nearest before or in its verb group."""
    row = draft.line.row
    table = lexicon.phrases["hedges.words"]
    for i in range(max(0, draft.start - 5), min(len(row.lows), draft.verb + 2)):
        if found := table.at(row.lows, i):
            words = draft.line.sentence.words
            return words[row.tokens[i].start : row.tokens[i + found[0] - 1].end]
    return None
