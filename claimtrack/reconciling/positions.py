"""Every claim and claimant of a question as a position: who stands by what, said when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache

from claimtrack.model.claims import Claim
from claimtrack.model.dates import bears_hour, day_of, instant
from claimtrack.model.documents import Document
from claimtrack.model.quantities import Quantity
from claimtrack.model.report import WITHDRAWS, Position
from claimtrack.model.sources import slug_of
from claimtrack.reconciling.bodies import Bodies, Voice
from claimtrack.reconciling.comparability import Frame, Measure
from claimtrack.reconciling.lexicon import words

EARLY_CUES = frozenset({"initial", "previous"})
"""Cues that call a figure an earlier position of its source."""

WITHDRAWN_CUES = frozenset({"withdrawn"})
"""Cues that say a source no longer stands by the figure."""

CHANGE_CUES = frozenset({"correction", "up", "down"})
"""Cues that call a figure a change from an earlier one."""

_WORD = re.compile(r"\w+", re.UNICODE)
_PARTED = bytes(ord(chr(byte).lower() if _WORD.match(chr(byte)) else " ") for byte in range(256))
_NO_DOCUMENT = Document()
_UNPUBLISHED = "9"  # after any day that begins with a year
_UNDATED = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True, eq=False)
class Held:
    """One position while the report is made; `revisions` decides whether it stands.

    Attributes:
        claim: The claim.
        id: Its ID.
        voice: Who says it.
        quantity: Its figure, None for a statement.
        measure: What exactly it measures: place, window, basis.
        moment: When it was said, as a point in UTC; the earliest one where nobody knows.
        said: When, as the claim or else its document writes it; None where nobody knows.
        day: The day of that.
        timed: Whether the hour is known too.
        early: Whether the text calls it an earlier position of its source.
        taken_back: Whether the text says that its source has withdrawn it.
        rank: Its place among things said at one time: 0 for what the text recalls, 1 for plain
            statements, 2 for changes.
        numeric: Whether it asserts a number, not a vague word, a denial or a statement.
        bounds: Its low and high.
        root: Identifies the origin that it has by its speaker alone.
        outlets: Who brought it to us: the outermost relay and the publisher, by slug; nobody where
            the source spoke to us itself.
        relays: Everybody between the speaker and us, by slug.
        chain: Their names, nearest to the speaker first.
        words: The words of its quote, whatever their case.
        figure: What it asserts, in words for a table.
        changed: Whether the words of its quote tell that it follows another figure.
        standing: Whether the source still stands by it.
        superseded_by: The later position that replaced it.
        follows: Whether its source is known to have changed to it from another figure.
        stale: Whether it repeats a figure that its own source has since changed.
        told: The words for it in reasons, once they have been made.
        number: Its place among the positions of its question, in the order of saying.
    """

    claim: Claim
    id: str
    voice: Voice
    quantity: Quantity | None
    measure: Measure
    moment: datetime
    said: str | None
    day: date | None
    timed: bool
    early: bool
    taken_back: bool
    rank: int
    numeric: bool
    bounds: tuple[int | None, int | None]
    root: str
    outlets: frozenset[str]
    relays: frozenset[str]
    chain: tuple[str, ...]
    words: frozenset[str]
    figure: str
    changed: bool = False
    standing: bool = True
    superseded_by: "Held | None" = None
    stale: bool = False
    follows: bool = False
    told: str | None = None
    number: int = 0


def take(claims: Sequence[Claim], bodies: Bodies, frame: Frame) -> list[Held]:
    """Lay out the positions of one question.

    Args:
        claims: The question's claims.
        bodies: Who is who in the event.
        frame: The event's places and windows.

    Returns:
        One position for every claim and claimant, in the order in which they were said.
    """
    positions = []
    here = {claim.id for claim in claims}
    cues, _ = _changes("told")
    for claim in claims:
        document = claim.document or _NO_DOCUMENT
        moment, said, day, timed = _said(claim.stated_at, document.published)
        measure, quantity, cue = frame.measure(claim), claim.quantity, claim.revision_cue
        early, taken_back = cue in EARLY_CUES, cue in WITHDRAWN_CUES
        replaced = claim.superseded_by is not None and claim.superseded_by in here
        rank = 0 if early or taken_back or replaced else 2 if cue in CHANGE_CUES else 1
        numeric = quantity is not None and not quantity.vague and not claim.denies
        bounds = (None, None) if quantity is None else (quantity.low, quantity.high)
        said_words, figure = _words_of(claim), claim.figure
        names = claim.claimants if len(claim.claimants) == 1 else dict.fromkeys(claim.claimants)
        for name in names:
            voice = bodies.voice(claim, name)
            outlets, relays, chain = _carriers(voice.slug, claim.via, document.publisher)
            held = Held(
                claim,
                claim.id or "",
                voice,
                quantity,
                measure,
                moment,
                said,
                day,
                timed,
                early,
                taken_back,
                rank,
                numeric,
                bounds,
                voice.root,
                outlets,
                relays,
                chain,
                said_words,
                figure,
            )
            if rank == 1 and not cues.isdisjoint(said_words):
                held.changed = tells(held, "told")
            positions.append(held)
    if len(positions) > 1:
        _heed_changes(positions)
        _heed_recollections(positions)
        _heed_hours(positions)
        positions.sort(key=_order)
        for number, held in enumerate(positions):
            held.number = number
    return positions


def _heed_changes(positions: Sequence[Held]) -> None:
    """What one text calls a change is one in every text that gives it as said at that time."""
    changed: dict[object, set[datetime]] = {}
    for held in positions:
        if held.rank == 2:
            changed.setdefault((held.voice.body, held.bounds), set()).add(held.moment)
    for held in positions if changed else ():
        if held.rank == 1 and held.moment in changed.get((held.voice.body, held.bounds), ()):
            held.rank = 2


def _heed_recollections(positions: Sequence[Held]) -> None:
    """What a text of the same day recalls as said at first was said at first, also where it stands.

    Without an hour nobody knows the order of two statements of one day, unless a text tells it.
    """
    recalled = {
        (held.voice.body, held.bounds, held.day)
        for held in positions
        if held.claim.revision_cue == "initial"
    }
    for held in positions if recalled else ():
        if held.rank == 1 and (held.voice.body, held.bounds, held.day) in recalled:
            held.early, held.rank = True, 0


def _heed_hours(positions: Sequence[Held]) -> None:
    """Where some bear an hour, set those of the same days that bear none among them.

    What a source says without an hour, and with one on the same day, it says at that hour. A day
    without an hour comes after the evening before, also where the zone of that is behind UTC.
    """
    hours: dict[object, datetime] = {}
    evening: dict[date, datetime] = {}
    for held in positions:
        if held.timed and held.day is not None:
            said = held.voice.body, held.bounds, held.day
            hours[said] = min(held.moment, hours.get(said, held.moment))
            evening[held.day] = max(held.moment, evening.get(held.day, held.moment))
    for held in positions if hours else ():
        if held.timed or held.day is None:
            continue
        hour = hours.get((held.voice.body, held.bounds, held.day))
        if hour is not None and held.numeric:
            held.moment, held.timed = hour, True
        elif (before := evening.get(held.day - timedelta(days=1))) is not None:
            held.moment = max(held.moment, before + timedelta.resolution)


def _order(held: Held) -> tuple[object, ...]:
    """A total order by time, then by content, so that no report depends on the order of input."""
    low, high = held.bounds
    claim = held.claim
    published = claim.document and claim.document.published
    return (
        held.moment, held.rank, held.changed,
        -1 if low is None else low, -1 if high is None else high,
        held.voice.body, published or _UNPUBLISHED, claim.via,
        claim.place or "", claim.statement or "",
        len(held.id), held.id,
    )  # fmt: skip


def said_after(later: Held, earlier: Held) -> bool:
    """Whether one position is known to have been said after another.

    Two statements of one day of which not both bear an hour are in no known order, unless their
    texts tell it: ``at first`` comes before, ``revised to`` after, ``has risen to`` too.

    Args:
        later: The position that may be the later one.
        earlier: The other.

    Returns:
        Whether the order is known, and is this one.
    """
    if later.day is None or earlier.day is None:
        return later.rank > earlier.rank
    if later.day == earlier.day and not (later.timed and earlier.timed):
        told = later.changed and not earlier.changed
        return later.rank > earlier.rank or (later.rank == earlier.rank and told)
    return (later.moment, later.rank) > (earlier.moment, earlier.rank)


def published_after(old: Held, new: Held) -> bool:
    """Whether an older statement came to be published only when a newer one had been made.

    Args:
        old: The older position.
        new: The newer one.

    Returns:
        Whether a later day is known of its document.
    """
    document = old.claim.document
    if new.day is None or document is None or document.published is None:
        return False
    return day_of(document.published) > new.day


@lru_cache(maxsize=16384)
def _carriers(
    speaker: str, via: tuple[str, ...], publisher: str | None
) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """The outlets, the relays and the names of these; the same few have it all the time."""
    relays = [slug_of(outlet) for outlet in via]
    brought = relays[-1:] + ([slug_of(publisher)] if publisher else [])
    chain = via
    if publisher and slug_of(publisher) not in (speaker, *relays):
        chain = (*via, publisher)
    himself = {speaker}
    return frozenset(brought) - himself, frozenset((*relays, *brought)) - himself, chain


def content(held: Held) -> object:
    """What a position asserts or denies: the bounds of its figure, or the words where it has none.

    Args:
        held: A position.

    Returns:
        A value that is the same for positions that say the same.
    """
    return held.claim.statement if held.quantity is None else held.bounds


def tells(held: Held, what: str) -> bool:
    """Whether the words of a position's quote tell of a change.

    Args:
        held: A position.
        what: A list of the lexicon's changes: ``told``, ``returned``.

    Returns:
        Whether they do.
    """
    ends, cue = _changes(what)
    passage = held.claim.passage
    return (
        passage is not None
        and not ends.isdisjoint(held.words)
        and cue.search(passage.quote) is not None
    )


def _words_of(claim: Claim) -> frozenset[str]:
    if claim.passage is None:
        return frozenset()
    quote = claim.passage.quote
    if quote.isascii():  # as bytes it is parted by a table, in less than half the time (measured)
        return frozenset(quote.encode().translate(_PARTED).decode().split())
    return frozenset(_WORD.findall(quote.casefold()))


@cache
def _changes(what: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """The words that the cues of a list end in, one of which a quote must have, and the cues."""
    cues = words("changes")[what]
    ends = frozenset(cue.split()[-1] for cue in cues)
    return ends, re.compile(rf"\b(?:{'|'.join(cues)})\b", re.IGNORECASE)


def _said(
    stated_at: str | None, published: str | None
) -> tuple[datetime, str | None, date | None, bool]:
    """When it was said, with the hour of its document where it bears the same day."""
    said = published if stated_at is None else stated_at
    if said is None:
        return _UNDATED, None, None, False
    if len(said) == 10 and published is not None and published.startswith(said):
        return _dated(said, published)
    return _dated(said, said)


@lru_cache(maxsize=16384)
def _dated(said: str, timed: str) -> tuple[datetime, str, date, bool]:
    """The same of a moment, with the hour of a text of its day; the claims of an event share it."""
    return instant(timed), said, day_of(said), bears_hour(timed)


def as_record(held: Held) -> Position:
    """The position as the report shows it."""
    claim = held.claim
    low, high = held.bounds
    plain = claim.basis == "count" and not (claim.denies or held.taken_back)
    # In the order of the fields; by way of the class's own constructor, which is written in
    # Python, it takes three times as long (measured).
    return tuple.__new__(
        Position,
        (
            held.voice.slug,
            held.voice.name,
            held.voice.label,
            held.id,
            low,
            high,
            held.said,
            held.standing,
            held.chain,
            claim.status == "proposed",
            held.figure if plain else _figure(held),
            "standing" if held.standing else _fallen(held),
            None,  # what people have said of it is not known here
            claim.place or claim.place_text,
            claim.period.start,
            claim.period.end,
            claim.basis,
            claim.hedge,
        ),
    )


def _fallen(held: Held) -> str:
    """Why a position stands no more: its source took it back, or said otherwise, or is echoed."""
    newer = held.superseded_by
    if held.stale:
        return "stale"
    if held.taken_back or (newer is not None and (newer.taken_back or newer.claim.denies)):
        return "withdrawn"
    return "superseded"


def _figure(held: Held) -> str:
    """What a position says that denies or withdraws, or is no plain count: with its basis."""
    claim, figure = held.claim, held.figure
    if claim.denies:
        return f"denies {figure}".rstrip()
    if claim.quantity is None:
        return figure
    if claim.basis != "count":
        figure += " by estimate" if claim.basis == "estimate" else f" {claim.basis}"
    return f"{WITHDRAWS}{figure}" if held.taken_back else figure
