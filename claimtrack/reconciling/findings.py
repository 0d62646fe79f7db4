"""What a human found, and whether a later claim has reopened it."""

from collections.abc import Sequence
from typing import Any

from claimtrack.model.dates import instant
from claimtrack.model.findings import Finding
from claimtrack.model.quantities import Comparison, compare
from claimtrack.reconciling.positions import Held


def reopening(finding: Finding, comparable: Sequence[Held]) -> list[str]:
    """The claims that reopen a finding: learned after it, standing, and contradicting it.

    What was known when the finding was made cannot reopen it; the finding weighed it.

    Args:
        finding: The finding.
        comparable: The standing, comparable positions of its question.

    Returns:
        The IDs of those claims.
    """
    if finding.quantity is None:
        return []
    made = instant(finding.at)
    return list(
        dict.fromkeys(
            held.id
            for held in comparable
            if held.quantity is not None
            and held.claim.recorded_at is not None
            and instant(held.claim.recorded_at) > made
            and compare(held.quantity, finding.quantity) is Comparison.APART
        )
    )


def as_record(finding: Finding, reopened_by: Sequence[str]) -> dict[str, Any]:
    """The finding as the report shows it, with what reopened it."""
    return {
        "low": finding.quantity.low if finding.quantity else None,
        "high": finding.quantity.high if finding.quantity else None,
        "verdict": finding.verdict,
        "because": finding.because,
        "by": finding.by,
        "at": finding.at,
        "reopened_by": list(reopened_by),
    }
