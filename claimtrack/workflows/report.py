"""The reconciled report, event by event."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from claimtrack.errors import UsageError
from claimtrack.model.claims import Claim
from claimtrack.model.dates import instant, now
from claimtrack.model.report import EventReport, ReportHeader
from claimtrack.model.selection import EVERYTHING, Selection
from claimtrack.reconciling import DEFAULT, RULES, reconcile
from claimtrack.store import open_store
from claimtrack.store.store import Store


@contextmanager
def reported(
    location: str,
    events: Sequence[str] = (),
    *,
    selection: Selection = EVERYTHING,
    as_of: str | None = None,
    reviewed_only: bool = False,
    rule: str = DEFAULT,
) -> Iterator[tuple[ReportHeader, Iterator[EventReport]]]:
    """Open the report; events are read and reconciled one by one as the caller asks for them.

    Args:
        location: The database.
        events: Only these events, by ID; all when empty.
        selection: Only events with a claim that this selects.
        as_of: Only what this database had recorded by then (ISO 8601; a bare day includes it).
        reviewed_only: Leave proposals out.
        rule: The rule for preferred figures.

    Yields:
        The header and the events, in the order of their IDs.

    Raises:
        UsageError: One of the events, or the rule, does not exist.
    """
    if rule not in RULES:
        raise UsageError(f"There is no rule {rule!r}.", f"Choose one of {', '.join(RULES)}.")
    with open_store(location) as store:
        wanted = [store.events.get(short_id).id for short_id in events]
        header = ReportHeader(generated_at=now(), as_of=as_of)
        yield header, _reconciled(store, wanted, selection, as_of, reviewed_only, rule)


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
        found = _reconciled(store, [event], EVERYTHING, None, reviewed=False, rule=DEFAULT)
        alone = (
            replace(one, questions=tuple(q for q in one.questions if q.id == question), checks=())
            for one in found
        )
        yield ReportHeader(generated_at=now()), alone


def _reconciled(
    store: Store,
    wanted: Sequence[str],
    selection: Selection,
    as_of: str | None,
    reviewed: bool,
    rule: str,
) -> Iterator[EventReport]:
    bodies, grades = store.sources.aliases(), store.sources.grades()
    findings = store.findings.in_force(as_of=as_of)
    chosen = replace(selection, withdrawn=as_of is not None)
    selections = [replace(chosen, event=short_id) for short_id in wanted] if wanted else [chosen]
    for one in selections:
        for event_id, claims in store.events.claims_by_event(one):
            shown = [claim for claim in claims if _counts(claim, as_of, reviewed)]
            if shown:
                yield reconcile(
                    event_id, shown, rule=rule, bodies=bodies, grades=grades, findings=findings
                )


def _counts(claim: Claim, as_of: str | None, reviewed: bool) -> bool:
    """Whether a claim belongs into the report: not rejected, and known at the time asked for."""
    if claim.status == "rejected" or (reviewed and claim.status != "accepted"):
        return False
    if as_of is None:
        return claim.withdrawn is None
    limit = instant(as_of, end=True)
    gone = claim.withdrawn is not None and instant(claim.withdrawn.at) <= limit
    return not gone and claim.recorded_at is not None and instant(claim.recorded_at) <= limit
