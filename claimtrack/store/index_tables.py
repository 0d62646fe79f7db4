"""The tables of the index by which grouping finds the neighbours of a claim, as SQLModel classes.

All of it but `TouchedRow` is derived from the claims and the texts, by rules that matching knows;
it can be emptied and made anew at any time. See `claimtrack.store.match_index`.
"""

from sqlmodel import Field, Index, SQLModel

from claimtrack.store import decision_tables as _  # noqa: F401 (so that METADATA holds every table)

_KEYED = {"sqlite_with_rowid": False}
"""Rows lie in the order of their primary key, which is how they are looked for."""


class PlaceNameRow(SQLModel, table=True):
    """A distinct name of places, folded and as it was first written; whether it was compared.

    ``fuller`` is how it was written where that tells the town that the place lies in.
    """

    __tablename__ = "place_name"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    text: str
    compared: bool = Field(index=True)
    fuller: str | None = None


class PlaceNearRow(SQLModel, table=True):
    """Two names that are alike; each pair both ways, each name with itself."""

    __tablename__ = "place_near"
    __table_args__ = _KEYED

    name_id: int = Field(primary_key=True)
    near_id: int = Field(primary_key=True)


class EventLinkRow(SQLModel, table=True):
    """Two events of which some claims are joined by a likely pair, the smaller number first."""

    __tablename__ = "event_link"
    __table_args__ = (Index("ix_event_link_other", "other_id"), _KEYED)

    event_id: int = Field(primary_key=True)
    other_id: int = Field(primary_key=True)


class DoubtRow(SQLModel, table=True):
    """Two claims that may speak of one event though they are in two, the smaller number first.

    Of the pairs between two events it is the likeliest when it is found; later merges and splits
    leave it here, so whoever reads it looks at which events the claims are in.
    """

    __tablename__ = "doubt"
    __table_args__ = (Index("ix_doubt_claim_b", "claim_b"), _KEYED)

    claim_a: int = Field(primary_key=True)
    claim_b: int = Field(primary_key=True)
    likely: int


class PlaceKeyRow(SQLModel, table=True):
    """A key under which a name is found; names that share none are never compared."""

    __tablename__ = "place_key"
    __table_args__ = _KEYED

    key: int = Field(primary_key=True)
    name_id: int = Field(primary_key=True)


class AliasKeyRow(SQLModel, table=True):
    """A key under which another name of a place is found, by the name or by what it means."""

    __tablename__ = "alias_key"
    __table_args__ = (Index("ix_alias_key_alias", "alias_id"), _KEYED)

    key: int = Field(primary_key=True)
    alias_id: int = Field(primary_key=True)


class ClaimPlaceRow(SQLModel, table=True):
    """The name of a claim's place and the days that it speaks of, counted from the year 1."""

    __tablename__ = "claim_place"
    __table_args__ = _KEYED

    name_id: int = Field(primary_key=True)
    first_day: int = Field(primary_key=True)
    claim_id: int = Field(primary_key=True)
    last_day: int


class ClaimReadingRow(SQLModel, table=True):
    """What grouping reads in a claim: its days, what its quote tells, and its rare words."""

    __tablename__ = "claim_reading"

    claim_id: int | None = Field(default=None, primary_key=True)
    reading: bytes


class DocumentWordRow(SQLModel, table=True):
    """A telling word of a text, as a number."""

    __tablename__ = "document_word"
    __table_args__ = _KEYED

    word: int = Field(primary_key=True)
    document_id: int = Field(primary_key=True)


class TouchedRow(SQLModel, table=True):
    """What grouping has to look at again: a claim, or a place by a name somebody gave it."""

    __tablename__ = "touched"

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int | None
    place: str | None


class MatchIndexRow(SQLModel, table=True):
    """One row: by which rules the index was made, up to which claim and document.

    ``grouped`` says whether all that is grouped was grouped by these rules.
    """

    __tablename__ = "match_index"

    id: int | None = Field(default=None, primary_key=True)
    rules: str
    claims: int
    documents: int
    grouped: bool = False


METADATA = SQLModel.metadata
"""Every table, for the migrations to compare with."""
