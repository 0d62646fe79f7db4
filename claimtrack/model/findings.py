"""A human's word on a question: the value or verdict, and why."""

from dataclasses import dataclass

from claimtrack.model.claims import Withdrawal
from claimtrack.model.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Finding:
    """What somebody found a question's answer to be.

    Attributes:
        question: The question's ID.
        because: The rationale.
        by: Who found it.
        at: When, ISO 8601 in UTC.
        quantity: The number found, or None.
        verdict: The finding in words, or None.

    Raises:
        ValueError: The rationale is blank, or there is neither a number nor a verdict.
    """

    question: str
    because: str
    by: str
    at: str
    quantity: Quantity | None = None
    verdict: str | None = None

    def __post_init__(self) -> None:
        if not self.because.strip():
            raise ValueError("because is blank; a finding needs its rationale")
        if self.quantity is None and not (self.verdict or "").strip():
            raise ValueError("a number or a verdict is needed")


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """A finding as it is kept.

    Attributes:
        id: Its ID, such as ``f1``.
        finding: What was found, on the question as it is called now.
        inputs: The IDs of the claims that it was made from.
        withdrawn: That it was taken back, or None.
    """

    id: str
    finding: Finding
    inputs: tuple[str, ...] = ()
    withdrawn: Withdrawal | None = None


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a finding.

    Attributes:
        became: ``in force``, ``replaced``, ``withdrawn`` or ``undone``.
        by: Who replaced it or took it back; None while it is in force.
        at: When, ISO 8601 in UTC.
        because: Why, in their words.
        successor: The ID of the finding that replaced it.
    """

    became: str
    by: str | None = None
    at: str | None = None
    because: str | None = None
    successor: str | None = None
