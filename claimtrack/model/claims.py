"""The claim: what somebody asserts, in whose words, and how we know."""

from dataclasses import dataclass

from claimtrack.model.dates import Period, check_moment
from claimtrack.model.documents import Document
from claimtrack.model.quantities import LARGEST, Quantity
from claimtrack.model.sources import ARTICLE
from claimtrack.model.trusted import by_values

COUNTED = (
    "killed", "injured", "casualties", "missing", "displaced", "detained", "abducted", "rescued",
    "ill", "aboard", "at_large", "troops", "attacks", "munitions", "shot_down",
    "facilities_hit", "damage",
)  # fmt: skip
"""Kinds that carry a number; free kinds are allowed beside them."""

UNCOUNTED = (
    "responsibility", "accusation", "denial", "target", "demand", "characterisation", "statement",
)  # fmt: skip
"""Kinds that carry a statement instead."""

STATUSES = ("proposed", "accepted", "rejected")
BASES = ("count", "estimate", "identified", "presumed")
CREDIBILITY = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
"""Grades of an information in words (Admiralty code, NATO)."""

CREDIBILITIES = tuple(CREDIBILITY)
"""Grades of an information, from the best."""

CUES = ("initial", "correction", "withdrawn", "previous", "up", "down")

NO_PERIOD = Period()


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim stretch of a document: ``text[start:end] == quote`` where offsets are known.

    Raises:
        ValueError: The quote is blank, the offsets are negative or in the wrong order, or only
            one of them is given.
    """

    quote: str
    start: int | None = None
    end: int | None = None

    def __post_init__(self) -> None:
        if not self.quote.strip():
            raise ValueError("quote is blank")
        if (self.start is None) != (self.end is None):
            raise ValueError("start and end must be given together")
        if self.start is None or self.end is None:
            return
        if not 0 <= self.start <= self.end <= LARGEST:
            raise ValueError(f"start is {self.start} and end {self.end}, which is no stretch")

    __reduce__ = by_values


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That something recorded here was taken back, when, and why; the thing itself stays."""

    at: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion by one or more claimants; the fields are those of the claim record.

    ``docs/data-model.md`` describes each. ``quantity`` holds the record's low, high, approximate
    and vague; ``period`` its event_start and event_end; ``passage`` its quote, start and end. IDs
    are the short ones of the screen (``c17``), None before storing.

    Raises:
        ValueError: A rule of the record is broken; the message names the field.
    """

    kind: str
    claimants: tuple[str, ...]
    quantity: Quantity | None = None
    value_text: str | None = None
    statement: str | None = None
    scope: str | None = None
    persons: tuple[str, ...] = ()
    basis: str = "count"
    anonymous: bool = False
    via: tuple[str, ...] = ()
    place: str | None = None
    place_text: str | None = None
    period: Period = NO_PERIOD
    stated_at: str | None = None
    hedge: str | None = None
    denies: bool = False
    revision_cue: str | None = None
    passage: Passage | None = None
    restated: tuple[Passage, ...] = ()
    document: Document | None = None
    status: str = "accepted"
    inherited: tuple[str, ...] = ()
    rule: str | None = None
    confidence: float | None = None
    credibility: int | None = None
    external_id: str | None = None
    superseded_by: str | None = None
    id: str | None = None
    event: str | None = None
    question: str | None = None
    recorded_at: str | None = None
    withdrawn: Withdrawal | None = None

    def __post_init__(self) -> None:
        if not self.kind.strip():
            raise ValueError("kind is blank")
        if not self.claimants:
            raise ValueError("claimants is empty; a figure needs its speaker")
        if any(not name.strip() for name in (*self.claimants, *self.via, *self.persons)):
            raise ValueError("claimants, via and persons must not hold a blank name")
        if self.quantity is None and self.statement is None:
            raise ValueError("low, high, a vague value or a statement is needed")
        if self.status not in STATUSES:
            raise ValueError(f"status is {self.status!r}, not one of {', '.join(STATUSES)}")
        if self.basis not in BASES:
            raise ValueError(f"basis is {self.basis!r}, not one of {', '.join(BASES)}")
        if self.revision_cue is not None and self.revision_cue not in CUES:
            raise ValueError(f"revision_cue is {self.revision_cue!r}, not one of {', '.join(CUES)}")
        if self.stated_at is not None:
            check_moment(self.stated_at)
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence is {self.confidence}, which is not between 0 and 1")
        if self.credibility is not None and self.credibility not in CREDIBILITIES:
            raise ValueError(f"credibility is {self.credibility}, which is not a grade from 1 to 6")

    __reduce__ = by_values

    @property
    def said_at(self) -> str | None:
        """When the claimant said it; the document's date where the claim itself has none."""
        if self.stated_at is not None or self.document is None:
            return self.stated_at
        return self.document.published

    @property
    def figure(self) -> str:
        """What it asserts, in words for a table: the vague words, the bounds, or the statement."""
        if self.quantity is None:
            return self.statement or ""
        if self.quantity.vague and self.value_text:
            return self.value_text
        return str(self.quantity)

    @property
    def in_article_voice(self) -> bool:
        """Whether the document itself asserts it, naming nobody."""
        return self.claimants == (ARTICLE,)
