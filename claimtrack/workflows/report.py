"""The reconciled report, event by event."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from claimtrack.errors import UsageError
from claimtrack.model.claims import Claim
from claimtrack.model.dates import now
from claimtrack.model.report import STATUSES, EventReport, ReportHeader
from claimtrack.model.selection import EVERYTHING, Selection, selects
from claimtrack.model.told import Told
from claimtrack.reconciling import DEFAULT, RULES, reconcile
from claimtrack.store import open_store
from claimtrack.store.store import Store
from claimtrack.workflows.refusals import refused_revisions
from claimtrack.workflows.then import Then


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
    location: str, asked: Asked
) -> Iterator[tuple[ReportHeader, Callable[[], Iterator[EventReport]]]]:
    """Open the report; events are read and reconciled one by one as the caller asks for them.

    Args:
        location: The database.
        asked: What is to be shown.

    Yields:
        The header, and a function that goes through the events, in the order of their IDs, from
        the first on each time it is called.

    Raises:
        UsageError: One of the events, the rule or the status does not exist.
    """
    if asked.rule not in RULES:
        raise UsageError(f"There is no rule {asked.rule!r}.", f"Choose one of {', '.join(RULES)}.")
    if asked.status is not None and asked.status not in STATUSES:
        raise UsageError(
            f"{asked.status!r} is no status of a question.", f"Choose one of {', '.join(STATUSES)}."
        )
    with open_store(location) as store:
        wanted = [store.events.get(short_id).id for short_id in asked.events]
        header = ReportHeader(generated_at=now(), as_of=asked.as_of, as_of_said=asked.as_of_said)
        yield header, lambda: _reconciled(store, replace(asked, events=wanted))


@contextmanager
def reported_question(
    location: str, short_id: str
) -> Iterator[tuple[ReportHeader, Iterator[EventReport]]]:
    """The report of one question alone, under the heading of its event.

    Args:
        location: The database.
        short_id: The question's ID; one that was merged gives the one it was merged into.

    Yields:
        The header and at most one event.

    Raises:
        UsageError: There is no such question.
    """
    with open_store(location) as store:
        question, event, _, _ = store.events.question(short_id)
        found = _reconciled(store, Asked(events=[event]))
        alone = (
            replace(one, questions=tuple(q for q in one.questions if q.id == question), checks=())
            for one in found
        )
        yield ReportHeader(generated_at=now()), alone


def _reconciled(store: Store, asked: Asked) -> Iterator[EventReport]:
    then = Then(store, asked.as_of, asked.as_of_said)
    told = Told(
        bodies=then.aliases(),
        parts=then.parts(),
        places=then.places(),
        grades=then.grades(),
        findings=store.findings.in_force(as_of=asked.as_of),
        refused=refused_revisions(store, asked.as_of),
    )
    for event_id, claims in _events(store, asked, then):
        shown = [c for c in claims if not asked.reviewed_only or c.status == "accepted"]
        if not shown:
            continue
        report = reconcile(event_id, shown, rule=asked.rule, told=told)
        report = _narrowed(report, shown, asked)
        if report.questions:
            yield report


def _events(store: Store, asked: Asked, then: Then) -> Iterator[tuple[str, list[Claim]]]:
    """The events with the claims that count, grouped as at the time asked for."""
    if asked.as_of is not None:
        for event_id, claims in then.events():
            if not asked.events or event_id in asked.events:
                yield event_id, claims
        return
    selections = [replace(asked.selection, event=short_id) for short_id in asked.events]
    for selection in selections or [asked.selection]:
        for event_id, claims in store.events.claims_by_event(selection):
            if asked.as_of_said is None:
                yield event_id, claims
            else:
                yield event_id, [c for claim in claims if (c := then.claim(claim)) is not None]


def _narrowed(report: EventReport, claims: Sequence[Claim], asked: Asked) -> EventReport:
    """The event with the questions asked for alone, and the checks that they take part in."""
    if asked.status is None and asked.selection == EVERYTHING:
        return report
    chosen = {claim.id for claim in claims if selects(asked.selection, claim)}
    questions = tuple(
        question
        for question in report.questions
        if asked.status in (None, question.status)
        and any(position.claim in chosen for position in question.positions)
    )
    told = {position.claim for question in questions for position in question.positions}
    checks = tuple(check for check in report.checks if not told.isdisjoint(check.claims))
    return replace(report, questions=questions, checks=checks)
