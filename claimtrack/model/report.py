"""The reconciled report as a record; ``docs/data-model.md`` describes every field.

Field names and their order are those of ``report --format json``, so renderers and other tools read
one and the same thing. Its parts are named tuples, since there is one for every claim and more, and
a frozen dataclass takes four times as long to make.
"""

import heapq
from collections.abc import Iterable
from itertools import count
from typing import Any, NamedTuple

SCHEMA = "claimtrack.report/1"

STATUSES = ("contested", "agreed", "single-origin", "resolved")
"""What can be said of a question; docs/method.md tells what each means."""


STATES = ("standing", "superseded", "withdrawn", "stale")
"""What became of a position: its source stands by it, has said otherwise since, has taken it back,
or somebody still repeats what its source has changed."""


class Figure(NamedTuple):
    """One derived figure: its bounds, the claim it comes from, and the rule that picked it."""

    low: int | None
    high: int | None
    claim: str
    rule: str | None = None


class Figures(NamedTuple):
    """Three different things, shown as three: the range, the latest and the preferred figure."""

    low: int | None
    high: int | None
    latest: Figure | None
    preferred: Figure | None


class Assessment(NamedTuple):
    """What people have said of a source and of its claim; None where nobody has.

    Attributes:
        kind: What the source is.
        reliability: The source's grade, ``A`` to ``F``.
        credibility: The claim's grade, 1 to 6.
    """

    kind: str | None
    reliability: str | None
    credibility: int | None


class Position(NamedTuple):
    """What one source stands by, or stood by, on a question."""

    source: str
    name: str
    """Who spoke, as the claim names them."""
    body: str
    """What the source is called in this event, whichever of its names spoke."""
    claim: str
    low: int | None
    high: int | None
    stated_at: str | None
    standing: bool
    via: tuple[str, ...]
    unreviewed: bool
    figure: str
    """The figure in words, as a table shows it."""
    state: str
    """Whether it stands, or why not: one of `STATES`."""
    assessment: Assessment | None = None
    """What people have said of the source and the claim."""
    place: str | None = None
    """Where it happened, as the claim names the place."""
    event_start: str | None = None
    event_end: str | None = None
    basis: str = "count"
    hedge: str | None = None
    """The words by which the claim is hedged."""


class Discrepancy(NamedTuple):
    """How two positions of different sources fail to agree, with the reason in a sentence.

    ``type`` is ``conflict``, ``stale``, ``scope`` or ``bound``.
    """

    type: str
    claims: tuple[str, ...]
    reason: str


class Revision(NamedTuple):
    """A change of position by one source.

    ``type`` is ``update``, ``correction``, ``retraction``, ``reinstatement`` or ``scope-change``;
    ``direction`` is ``down``, ``up`` or ``none``.
    """

    source: str
    from_: str
    to: str
    type: str
    direction: str
    reason: str


class QuestionReport(NamedTuple):
    """One question of an event: who says what, where they differ, who changed.

    ``status`` is ``contested``, ``agreed``, ``single-origin`` or ``resolved``.
    """

    id: str
    kind: str
    scope: str | None
    status: str
    figures: Figures
    origins: int
    relays: int
    positions: tuple[Position, ...]
    discrepancies: tuple[Discrepancy, ...]
    revisions: tuple[Revision, ...]
    finding: dict[str, Any] | None
    wording: str
    origin_names: tuple[str, ...] = ()
    """Who the independent roots are, in the order of saying."""
    circles: tuple[tuple[str, ...], ...] = ()
    """Those who relay each other in a circle, each circle by itself."""
    places: tuple[str, ...] = ()
    """The places that its claims name, each once however it is spelled."""


WITHDRAWS = "withdraws "
"""What the figure of a position begins with that takes a figure back, rather than giving it."""


class Check(NamedTuple):
    """What cannot be right in an event: ``part-exceeds-whole``, ``sum`` or ``unconfirmed``.

    ``questions`` are those that it weighs; it is ``settled`` where a finding settles one of them.
    """

    type: str
    claims: tuple[str, ...]
    reason: str
    questions: tuple[str, ...] = ()
    settled: bool = False


class EventReport(NamedTuple):
    """One event with its questions."""

    id: str
    title: str
    place: str | None
    start: str | None
    end: str | None
    claims: int
    unreviewed: int
    questions: tuple[QuestionReport, ...]
    checks: tuple[Check, ...]


class ReportHeader(NamedTuple):
    """What stands above the events of a report."""

    generated_at: str
    as_of: str | None = None
    as_of_said: str | None = None


ORIGINS_NAMED = 4
"""So many origins are named in a line; the rest are counted."""


class SummaryLine(NamedTuple):
    """One contested question in a line: which, how far apart, and by how many voices.

    Attributes:
        event: The event's ID.
        title: Its title.
        question: The question's ID.
        kind: What is counted.
        scope: Who is counted, or None for everyone.
        low: The lowest figure that stands, or None.
        high: The highest, or None.
        origins: How many independent origins it has.
        relays: By how many outlets they came.
        names: Who the first of the origins are.
    """

    event: str
    title: str
    question: str
    kind: str
    scope: str | None
    low: int | None
    high: int | None
    origins: int
    relays: int = 0
    names: tuple[str, ...] = ()

    @property
    def apart(self) -> float:
        """How far apart the figures are, as a share of the higher one: 0 to 1."""
        if self.low is None or not self.high:
            return 0.0
        return (self.high - self.low) / self.high


class FailedCheck(NamedTuple):
    """A check across questions that fails while no finding settles it.

    Attributes:
        event: The event's ID.
        title: Its title.
        check: The check.
    """

    event: str
    title: str
    check: Check


Contested = SummaryLine | FailedCheck
"""What keeps a report from being settled."""


def contested(event: EventReport) -> tuple[Contested, ...]:
    """A line for each contested question of an event, in its order, then its failed checks."""
    questions = tuple(
        SummaryLine(
            event.id,
            event.title,
            question.id,
            question.kind,
            question.scope,
            question.figures.low,
            question.figures.high,
            question.origins,
            question.relays,
            question.origin_names[:ORIGINS_NAMED],
        )
        for question in event.questions
        if question.status == "contested"
    )
    failed = (one for one in event.checks if not one.settled)
    return (*questions, *(FailedCheck(event.id, event.title, one) for one in failed))


def furthest_apart(lines: Iterable[SummaryLine], most: int) -> tuple[list[SummaryLine], int]:
    """The questions whose figures are furthest apart, then those with the most origins.

    Args:
        lines: In any order; gone through once, and never more than those returned are kept.
        most: So many at most.

    Returns:
        The first of them, and how many there are in all.
    """
    passed = count()
    every = (line for line, _ in zip(lines, passed, strict=False))
    first = heapq.nsmallest(most, every, key=lambda line: (-line.apart, -line.origins))
    return first, next(passed)
