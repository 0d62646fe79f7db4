"""What people said of names: which sources belong together, and which places are one."""

from dataclasses import dataclass

from claimtrack.model.claims import Withdrawal
from claimtrack.model.sources import RELATIONS, slug_of


@dataclass(frozen=True, slots=True)
class SourceLink:
    """That somebody said what one source is to another.

    Attributes:
        source: The slug of the one.
        relation: One of `RELATIONS`.
        target: The slug of the other.
        by: Who said so.
        at: When, ISO 8601 in UTC.
        note: Their remark, or None.
        number: Its place among the links, from 1; None before it is stored.
        withdrawn: That it was taken back, or None.

    Raises:
        ValueError: The relation is unknown, or both are one source.
    """

    source: str
    relation: str
    target: str
    by: str
    at: str
    note: str | None = None
    number: int | None = None
    withdrawn: Withdrawal | None = None

    def __post_init__(self) -> None:
        if self.relation not in RELATIONS:
            raise ValueError(f"relation is {self.relation!r}, not one of {', '.join(RELATIONS)}")
        if slug_of(self.source) == slug_of(self.target):
            raise ValueError(f"{self.source!r} and {self.target!r} are one source already")


@dataclass(frozen=True, slots=True)
class SourceLikeness:
    """Two names that may be one source, for a person to say.

    Attributes:
        source: The slug of the one.
        relation: What it would be to the other: ``alias`` or ``speaks-for``.
        target: The slug of the other.
        score: How much the names speak for it, 0 to 1.
        because: What suggests it, in a sentence.
    """

    source: str
    relation: str
    target: str
    score: float
    because: str


@dataclass(frozen=True, slots=True)
class PlaceAlias:
    """That somebody said that a place goes by another name as well.

    Attributes:
        name: The other name, verbatim.
        place: The name of the place that is meant, verbatim.
        by: Who said so.
        at: When, ISO 8601 in UTC.
        note: Their remark, or None.
        number: Its place among the aliases, from 1; None before it is stored.
        withdrawn: That it was taken back, or None.

    Raises:
        ValueError: A name is blank, or both are the same.
    """

    name: str
    place: str
    by: str
    at: str
    note: str | None = None
    number: int | None = None
    withdrawn: Withdrawal | None = None

    def __post_init__(self) -> None:
        if not self.name.strip() or not self.place.strip():
            raise ValueError("the name of a place is blank")
        if self.name.strip().casefold() == self.place.strip().casefold():
            raise ValueError(f"{self.name!r} and {self.place!r} are one name already")
