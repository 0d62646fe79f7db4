"""What grouping reads and what it decides."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class MatchRow(NamedTuple):
    """What grouping needs to know of one claim; numbers are those behind the short IDs.

    Moments are ISO 8601 texts or None. ``event`` and ``question`` are the present assignment,
    None for a claim that is not grouped yet. ``reading`` is what `claimtrack.matching.readings`
    made of the moments and the quote before, which are None then; None where that is still to do.
    """

    claim: int
    kind: str
    scope: str | None
    place: str | None
    event_start: str | None
    event_end: str | None
    said_at: str | None
    quote: str | None
    document: int | None
    event: int | None = None
    question: int | None = None
    reading: bytes | None = None


class Located(NamedTuple):
    """Where a claim is found by others; days are counted from the year 1.

    Attributes:
        name: The folded name of its place.
        text: The place as written.
        keys: The numbers under which that name is found.
        first: The first day of which it may speak.
        last: The last.
        fuller: Whether the text tells the town that the place lies in.
    """

    name: str
    text: str
    keys: frozenset[int]
    first: int
    last: int
    fuller: bool


class Sought(NamedTuple):
    """Which claims to look for: those of one name that begin and end on certain days.

    Attributes:
        name: The folded name of their place.
        earliest: The first day on which they may begin.
        latest: The last such day.
        until: They must not have ended before this day.
    """

    name: str
    earliest: int
    latest: int
    until: int


class Judgement(NamedTuple):
    """A human's word on two claims: ``same``, ``different`` or ``unsure`` event."""

    verdict: str
    a: int
    b: int


class Doubt(NamedTuple):
    """Two claims of different events that may speak of one, for a human to judge.

    Attributes:
        a: The smaller claim's number.
        b: The other claim's number.
        likely: The probability that they speak of one event, in thousandths.
    """

    a: int
    b: int
    likely: int


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which claims belong together, with the numbers their events and questions bear.

    Attributes:
        assigned: Claim → (event, question), for every claim that was grouped.
        events: Every event number in use.
        questions: Question → (event, kind, scope).
        merged_events: Younger event → the older one it was merged into, for those merged now.
        merged_questions: The same for questions.
        links: Pairs of events of which some claims are joined by a pair likely enough to merge
            them, the smaller number first, each once; all that an event in use has.
        doubts: Of the doubtful pairs between two events the likeliest.
        weighed: The claims whose doubtful pairs these all are; None is every claim.
        moved: The claims whose event or question is another than before; None is any of them.
    """

    assigned: Mapping[int, tuple[int, int]]
    events: Sequence[int]
    questions: Mapping[int, tuple[int, str, str | None]]
    merged_events: Mapping[int, int] = field(default_factory=dict)
    merged_questions: Mapping[int, int] = field(default_factory=dict)
    links: Sequence[tuple[int, int]] = ()
    doubts: Sequence[Doubt] = ()
    weighed: Collection[int] | None = None
    moved: Collection[int] | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An event as the lists show it.

    Attributes:
        id: Such as ``e3``.
        place: The place most of its claims name.
        start: First moment, ISO 8601, or None.
        end: Last moment, ISO 8601, or None.
        claims: How many claims it holds.
        unreviewed: How many of them are proposals.
        kinds: The kinds of its claims, most frequent first.
    """

    id: str
    place: str | None
    start: str | None
    end: str | None
    claims: int
    unreviewed: int
    kinds: tuple[str, ...] = ()
