"""The tables of what sources said, as SQLModel classes.

Alembic's migrations make them, and a test holds the two equal. What people decided is in
`claimtrack.store.decision_tables`, since making a table class takes milliseconds and many commands
need none of those. Numbers are never used twice (``AUTOINCREMENT``). Lists are JSON texts. Moments
are the ISO 8601 texts they came as. Nothing is deleted: what is taken back carries when and why.
"""

from sqlalchemy import text as words
from sqlmodel import Field, Index, SQLModel

CLAIMANT, VIA = "claimant", "via"
"""The two roles a source can have in a claim."""


class SourceRow(SQLModel, table=True):
    """Somebody who says or relays something, under one slug."""

    __tablename__ = "source"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    name: str
    recorded_at: str
    kind: str | None
    reliability: str | None


class DocumentRow(SQLModel, table=True):
    """A text, or the reference to one; ``reference`` is the digest that finds it again."""

    __tablename__ = "document"
    __table_args__ = (
        Index("ix_document_text", "id", sqlite_where=words("text IS NOT NULL")),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str | None
    publisher: str | None
    title: str | None
    url: str | None = Field(index=True)
    published: str | None
    recorded_at: str
    replaced_by: int | None = Field(foreign_key="document.id")
    reference: str = Field(index=True)
    sha256: str | None = Field(index=True)
    text: str | None


class EventRow(SQLModel, table=True):
    """An event's number; ``merged_into`` makes it an alias of an older one."""

    __tablename__ = "event"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    merged_into: int | None = Field(foreign_key="event.id")


class QuestionRow(SQLModel, table=True):
    """A question's number: one kind and scope within one event."""

    __tablename__ = "question"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True)
    kind: str
    scope: str | None
    merged_into: int | None = Field(foreign_key="question.id")


class ClaimRow(SQLModel, table=True):
    """One claim, in the fields of its record; who makes and relays it is in `ClaimSourceRow`."""

    __tablename__ = "claim"
    # wide, so that the review finds where figures lie apart without reading the claims themselves
    __table_args__ = (
        Index(
            "ix_claim_question", "question_id", "status", "withdrawn_at", "low", "high", "vague",
            "denies",
        ),
        {"sqlite_autoincrement": True},
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    external_id: str | None = Field(index=True)
    fingerprint: str = Field(index=True)
    status: str
    kind: str
    scope: str | None
    persons: str | None
    low: int | None
    high: int | None
    approximate: bool
    vague: bool
    value_text: str | None
    basis: str
    statement: str | None
    anonymous: bool
    place: str | None
    place_text: str | None
    event_start: str | None = Field(index=True)
    event_end: str | None
    stated_at: str | None
    hedge: str | None
    denies: bool
    revision_cue: str | None
    quote: str | None
    quote_start: int | None
    quote_end: int | None
    restated: str | None
    document_id: int | None = Field(foreign_key="document.id", index=True)
    inherited: str | None
    rule: str | None
    confidence: float | None
    credibility: int | None
    event_id: int | None = Field(foreign_key="event.id", index=True)
    question_id: int | None = Field(foreign_key="question.id")
    superseded_by: int | None = Field(foreign_key="claim.id")
    recorded_at: str
    withdrawn_at: str | None
    withdrawn_because: str | None


class ClaimSourceRow(SQLModel, table=True):
    """That a source makes or relays a claim, and the name the record used for it, verbatim."""

    __tablename__ = "claim_source"
    # keyed by the claim without a row number of its own, so that a claim's names lie together
    __table_args__ = (
        Index("ix_claim_source_source_id", "source_id", "role"),
        {"sqlite_with_rowid": False},
    )

    claim_id: int = Field(primary_key=True, foreign_key="claim.id")
    role: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    source_id: int = Field(foreign_key="source.id")
    name: str
