"""The reconciled report, event by event."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TypeVar

from claimtrack.errors import UsageError
from claimtrack.model.claims import Claim
from claimtrack.model.dates import now
from claimtrack.model.ids import number_of
from claimtrack.model.report import STATUSES, EventReport, ReportHeader
from claimtrack.model.selection import EVERYTHING, Selection, selects
from claimtrack.model.told import Told
from claimtrack.reconciling import DEFAULT, RULES, reconcile
from claimtrack.store import open_store
from claimtrack.store.store import Store
from claimtrack.workflows.abreast import in_order
from claimtrack.workflows.known import require_known
from claimtrack.workflows.refusals import refused_revisions
from claimtrack.workflows.then import Then

T = TypeVar("T")

_Event = tuple[str, list[Claim]]

_TOGETHER = 100
"""Events of another time that are reconciled as one piece of work."""

_ALONE = 8
"""So many pieces are done sooner than other processes start (half a second)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is to show.

    Attributes:
        events: Only these events, by ID; all when empty.
        selection: Only questions with a claim that this selects.
        status: Only questions of this status.
        as_of: Only what this database had recorded and people had decided by then (ISO 8601; a
            bare day includes it), grouped as it would have been grouped then.
        as_of_said: Only what had been said by then.
        reviewed_only: Leave proposals out.
        rule: The rule for preferred figures.
    """

    events: Sequence[str] = ()
    selection: Selection = EVERYTHING
    status: str | None = None
    as_of: str | None = None
    as_of_said: str | None = None
    reviewed_only: bool = False
    rule: str = DEFAULT


@contextmanager
def reported(
    location: str, asked: Asked, told: Callable[[EventReport], T]
) -> Iterator[tuple[ReportHeader, Iterator[T]]]:
    """Open the report; events are read and reconciled as the caller asks for them.

    Many events are reconciled and told by several processes.

    Args:
        location: The database.
        asked: What is to be shown.
        told: What to make of each event; it and what it makes are sent between processes.

    Yields:
        The header, and what was made of the events, in the order of their IDs.

    Raises:
        UsageError: One of the events, the rule, the status or what is selected by is not known.
    """
    if asked.rule not in RULES:
        raise UsageError(f"There is no rule {asked.rule!r}.", f"Choose one of {', '.join(RULES)}.")
    if asked.status is not None and asked.status not in STATUSES:
        raise UsageError(
            f"{asked.status!r} is no status of a question.", f"Choose one of {', '.join(STATUSES)}."
        )
    with open_store(location) as store:
        require_known(store, asked.selection)
        wanted = [store.events.get(short_id).id for short_id in asked.events]
        header = ReportHeader(generated_at=now(), as_of=asked.as_of, as_of_said=asked.as_of_said)
        with closing(_reconciled(store, replace(asked, events=wanted), told)) as found:
            yield header, found


@contextmanager
def reported_question(
    location: str, short_id: str, told: Callable[[EventReport], T]
) -> Iterator[tuple[ReportHeader, Iterator[T]]]:
    """The report of one question alone, under the heading of its event.

    Args:
        location: The database.
        short_id: The question's ID; one that was merged gives the one it was merged into.
        told: What to make of its event.

    Yields:
        The header, and what was made of at most one event.

    Raises:
        UsageError: There is no such question.
    """
    with open_store(location) as store:
        question, event, _, _ = store.events.question(short_id)

        def alone(one: EventReport) -> T:
            asked = tuple(q for q in one.questions if q.id == question)
            return told(one._replace(questions=asked, checks=()))

        with closing(_reconciled(store, Asked(events=[event]), alone)) as found:
            yield ReportHeader(generated_at=now()), found


def _reconciled(
    store: Store, asked: Asked, told: Callable[[EventReport], T]
) -> Generator[T, None, None]:
    then = Then(store, asked.as_of, asked.as_of_said)
    known = Told(
        bodies=then.aliases(),
        parts=then.parts(),
        places=then.places(),
        grades=then.grades(),
        kinds=then.kinds(),
        findings=then.findings(),
        refused=refused_revisions(store, asked.as_of),
    )
    work = partial(_reconcile, asked=asked, known=known, told=told)
    with closing(in_order(work, _pieces(store, asked, then), alone=_ALONE)) as pieces:
        for piece in pieces:
            yield from piece


def _reconcile(
    events: Iterable[_Event],
    asked: Asked,
    known: Told,
    told: Callable[[EventReport], T],
) -> list[T]:
    """One piece of work: what is told of some events."""
    found = []
    whole = asked.status is None and asked.selection == EVERYTHING
    for event_id, claims in events:
        shown = [c for c in claims if not asked.reviewed_only or c.status == "accepted"]
        if not shown:
            continue
        report = reconcile(event_id, shown, rule=asked.rule, told=known)
        if not whole:
            report = _narrowed(report, shown, asked)
        if report.questions:
            found.append(told(report))
    return found


def _pieces(store: Store, asked: Asked, then: Then) -> Iterable[Iterable[_Event]]:
    """The events with the claims that count, grouped as at the time asked for, several together."""
    if asked.events or asked.as_of is not None or asked.as_of_said is not None:
        return _some_pieces(store, asked, then)
    return store.events.pages(asked.selection)


def _some_pieces(store: Store, asked: Asked, then: Then) -> Iterator[Iterable[_Event]]:
    """The same, of single events or of another time.

    Every claim is looked at only where the grouping of that time may have been another one.
    """
    if then.changed():
        events = (one for one in then.events() if not asked.events or one[0] in asked.events)
        while piece := list(islice(events, _TOGETHER)):
            yield piece
        return
    wanted = asked.events
    if asked.as_of is not None:
        wanted = sorted(set(wanted), key=lambda short_id: number_of(short_id, "e"))
    selections = [replace(asked.selection, event=short_id) for short_id in wanted]
    for selection in selections or [asked.selection]:
        for page in store.events.pages(selection):
            if asked.as_of is None and asked.as_of_said is None:
                yield page
            else:
                yield [
                    (event, list(filter(None, map(then.claim, claims)))) for event, claims in page
                ]


def _narrowed(report: EventReport, claims: Sequence[Claim], asked: Asked) -> EventReport:
    """The event with the questions asked for alone, and the checks that they take part in."""
    chosen = {claim.id for claim in claims if selects(asked.selection, claim)}
    questions = tuple(
        question
        for question in report.questions
        if asked.status in (None, question.status)
        and any(position.claim in chosen for position in question.positions)
    )
    told = {position.claim for question in questions for position in question.positions}
    checks = tuple(check for check in report.checks if not told.isdisjoint(check.claims))
    return report._replace(questions=questions, checks=checks)
