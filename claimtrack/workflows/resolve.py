"""Findings: what a human holds to be the answer to a question, and why."""

from claimtrack.errors import UsageError
from claimtrack.model.dates import now
from claimtrack.model.findings import Fate, Finding, FindingRecord
from claimtrack.model.journal import JournalEntry
from claimtrack.model.quantities import Quantity
from claimtrack.model.selection import Selection
from claimtrack.store import open_store
from claimtrack.store.store import Store


def resolve(
    location: str,
    question: str,
    *,
    quantity: Quantity | None,
    verdict: str | None,
    because: str,
    by: str,
) -> FindingRecord:
    """Record a finding on a question; an earlier one stays on record and no longer holds.

    Args:
        location: The database.
        question: The question's ID.
        quantity: The number found, or None.
        verdict: The finding in words, or None.
        because: The rationale.
        by: Who found it.

    Returns:
        The finding as recorded.

    Raises:
        UsageError: There is no such question, or the finding lacks its rationale or its content.
    """
    with open_store(location, write=True) as store:
        record, _ = resolve_within(
            store, question, quantity=quantity, verdict=verdict, because=because, by=by
        )
        return record


def resolve_within(
    store: Store,
    question: str,
    *,
    quantity: Quantity | None,
    verdict: str | None,
    because: str,
    by: str,
) -> tuple[FindingRecord, int]:
    """The same inside a transaction that is open already.

    Args:
        store: The open database.
        question: The question's ID.
        quantity: The number found, or None.
        verdict: The finding in words, or None.
        because: The rationale.
        by: Who found it.

    Returns:
        The finding as recorded, and the number of the journal's entry.

    Raises:
        UsageError: As `resolve` has it.
    """
    moment = now()
    asked, *_ = store.events.question(question)
    try:
        finding = Finding(asked, because, by, moment, quantity, verdict)
    except ValueError as error:
        raise UsageError(
            f"The finding was not recorded: {error}.",
            "Give --value or --verdict, and the reason with --because.",
        ) from None
    weighed = store.claims.find(Selection(question=asked))
    before = store.findings.in_force([asked]).get(asked)
    short_id = store.findings.add(finding, inputs=[claim.id or "" for claim in weighed])
    record = store.findings.get(short_id)
    number = store.journal.add(
        JournalEntry(
            "resolve",
            by,
            moment,
            asked,
            before=_told(before.finding) if before else None,
            after={"finding": short_id, **_told(finding), "inputs": list(record.inputs)},
            note=because,
        )
    )
    return record, number


def fate_of(store: Store, record: FindingRecord) -> Fate:
    """What became of a finding: whether it holds, or who replaced it or took it back, and why.

    Args:
        store: The open database.
        record: The finding.
    """
    gone = record.withdrawn
    if gone is not None:
        undoing = _undoing(store, record)
        if undoing is not None:
            return Fate("undone", undoing.by, gone.at, gone.because)
        taken = store.journal.standing(("withdraw",), record.id)
        return Fate("withdrawn", taken[0].by if taken else None, gone.at, gone.because)
    successor = store.findings.successor(record)
    if successor is None:
        return Fate("in force")
    later = successor.finding
    return Fate("replaced", later.by, later.at, later.because, successor.id)


def _undoing(store: Store, record: FindingRecord) -> JournalEntry | None:
    """The journal's entry that undid the making of a finding."""
    undone = store.journal.undone()
    for entry in store.journal.entries(action="resolve"):
        if (entry.after or {}).get("finding") == record.id and entry.number in undone:
            return store.journal.get(undone[entry.number])
    return None


def _told(finding: Finding) -> dict[str, int | str | None]:
    quantity = finding.quantity
    return {
        "low": quantity.low if quantity else None,
        "high": quantity.high if quantity else None,
        "verdict": finding.verdict,
        "because": finding.because,
    }
