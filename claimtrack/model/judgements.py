"""A human's word on two claims, kept with what was known when it was given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claimtrack.model.claims import Withdrawal

VERDICTS = ("same", "different", "unsure")
"""What somebody can say of two claims: one event, two events, or that it cannot be told."""


@dataclass(frozen=True, slots=True)
class JudgementRecord:
    """That somebody judged whether two claims are of one event.

    Attributes:
        verdict: One of `VERDICTS`.
        a: One claim's ID, such as ``c17``.
        b: The other's.
        by: Who judged.
        at: When, ISO 8601 in UTC.
        note: Their remark, or None.
        score: How alike the matcher held the two at that time, 0 to 1; None when it had no say.
        features: What that score was made of, by the name of each feature; JSON-ready.
        id: Its ID, such as ``j1``; None before it is stored.
        withdrawn: That it was taken back, or None.

    Raises:
        ValueError: The verdict is unknown, both are one claim, or the score is out of range.
    """

    verdict: str
    a: str
    b: str
    by: str
    at: str
    note: str | None = None
    score: float | None = None
    features: Mapping[str, Any] = field(default_factory=dict)
    id: str | None = None
    withdrawn: Withdrawal | None = None

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise ValueError(f"verdict is {self.verdict!r}, not one of {', '.join(VERDICTS)}")
        if self.a == self.b:
            raise ValueError(f"{self.a} is named twice; a judgement is on two claims")
        if self.score is not None and not 0 <= self.score <= 1:
            raise ValueError(f"score is {self.score}, which is not between 0 and 1")
