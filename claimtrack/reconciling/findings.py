"""What a human found, and whether a later claim has reopened it."""

from collections.abc import Sequence
from typing import Any

from claimtrack.model.dates import instant
from claimtrack.model.findings import FindingRecord
from claimtrack.model.ids import number_of
from claimtrack.model.quantities import Comparison, compare
from claimtrack.reconciling.positions import Held


def reopening(record: FindingRecord, comparable: Sequence[Held]) -> list[str]:
    """The claims that reopen a finding: learned after it, standing, and contradicting it.

    What was known when the finding was made cannot reopen it; the finding weighed it. Times are
    kept by the second. Within one second the numbers of claims tell the order, which are minted as
    claims are recorded: a higher one than all that were weighed came later.

    Args:
        record: The finding.
        comparable: The standing, comparable positions of its question.

    Returns:
        The IDs of those claims.
    """
    finding = record.finding
    if finding.quantity is None:
        return []
    return list(
        dict.fromkeys(
            held.id
            for held in comparable
            if held.quantity is not None
            and _came_after(held, record)
            and compare(held.quantity, finding.quantity) is Comparison.APART
        )
    )


def _came_after(held: Held, record: FindingRecord) -> bool:
    if held.claim.recorded_at is None:
        return False
    recorded, made = instant(held.claim.recorded_at), instant(record.finding.at)
    if recorded != made or not record.inputs:
        return recorded > made
    return number_of(held.id, "c") > max(number_of(claim, "c") for claim in record.inputs)


def as_record(record: FindingRecord, reopened_by: Sequence[str]) -> dict[str, Any]:
    """The finding as the report shows it, with the ID to take it back by, and what reopened it."""
    finding = record.finding
    return {
        "id": record.id,
        "low": finding.quantity.low if finding.quantity else None,
        "high": finding.quantity.high if finding.quantity else None,
        "verdict": finding.verdict,
        "because": finding.because,
        "by": finding.by,
        "at": finding.at,
        "reopened_by": list(reopened_by),
    }
