"""The tables of what people decided, as SQLModel classes; see `claimtrack.store.tables`.

Every decision carries who made it and when, and, once it is taken back, when and why.
"""

from sqlmodel import Field, SQLModel

from claimtrack.store import tables as _  # noqa: F401 (what the foreign keys refer to)


class JournalRow(SQLModel, table=True):
    """One human action; rows are only ever added."""

    __tablename__ = "journal"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    action: str
    by: str
    at: str
    subject: str
    before: str | None
    after: str | None
    note: str | None


class JudgementRow(SQLModel, table=True):
    """A human's word on two claims; ``features`` is what the matcher saw, as JSON."""

    __tablename__ = "judgement"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    verdict: str
    claim_a: int = Field(foreign_key="claim.id", index=True)
    claim_b: int = Field(foreign_key="claim.id", index=True)
    by: str
    at: str
    note: str | None
    score: float | None
    features: str | None
    withdrawn_at: str | None
    withdrawn_because: str | None


class PlaceAliasRow(SQLModel, table=True):
    """That a place goes by another name as well; both names verbatim."""

    __tablename__ = "place_alias"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    name: str
    place: str
    by: str
    at: str
    note: str | None
    withdrawn_at: str | None
    withdrawn_because: str | None


class SourceLinkRow(SQLModel, table=True):
    """What one source is to another: ``alias``, ``speaks-for`` or ``part-of``."""

    __tablename__ = "source_link"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id", index=True)
    relation: str
    target_id: int = Field(foreign_key="source.id", index=True)
    by: str
    at: str
    note: str | None
    withdrawn_at: str | None
    withdrawn_because: str | None


class FindingRow(SQLModel, table=True):
    """What somebody found a question's answer to be; ``inputs`` are claim IDs, as JSON."""

    __tablename__ = "finding"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    question_id: int = Field(foreign_key="question.id", index=True)
    verdict: str | None
    low: int | None
    high: int | None
    approximate: bool
    vague: bool
    because: str
    by: str
    at: str
    inputs: str | None
    withdrawn_at: str | None
    withdrawn_because: str | None
