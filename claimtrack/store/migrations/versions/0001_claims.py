"""Sources, documents, claims, events, questions and the journal."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of the first version."""
    # "clmt" as a number: by it SQLite and `file` tell our databases from those of other programs
    op.execute("PRAGMA application_id = 1668050292")
    op.create_table(
        "source",
        sa.Column("id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("slug", sa.String, nullable=False, unique=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("recorded_at", sa.String, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("external_id", sa.String),
        sa.Column("publisher", sa.String),
        sa.Column("title", sa.String),
        sa.Column("url", sa.String),
        sa.Column("published", sa.String),
        sa.Column("recorded_at", sa.String, nullable=False),
        sa.Column("reference", sa.String, nullable=False, index=True),
        sa.Column("sha256", sa.String, index=True),
        sa.Column("text", sa.String),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("merged_into", sa.Integer, sa.ForeignKey("event.id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "question",
        sa.Column("id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("event_id", sa.Integer, sa.ForeignKey("event.id"), nullable=False, index=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("scope", sa.String),
        sa.Column("merged_into", sa.Integer, sa.ForeignKey("question.id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("external_id", sa.String, index=True),
        sa.Column("fingerprint", sa.String, nullable=False, index=True),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("scope", sa.String),
        sa.Column("persons", sa.String),
        sa.Column("low", sa.Integer),
        sa.Column("high", sa.Integer),
        sa.Column("approximate", sa.Boolean, nullable=False),
        sa.Column("vague", sa.Boolean, nullable=False),
        sa.Column("value_text", sa.String),
        sa.Column("basis", sa.String, nullable=False),
        sa.Column("statement", sa.String),
        sa.Column("anonymous", sa.Boolean, nullable=False),
        sa.Column("place", sa.String),
        sa.Column("place_text", sa.String),
        sa.Column("event_start", sa.String, index=True),
        sa.Column("event_end", sa.String),
        sa.Column("stated_at", sa.String),
        sa.Column("hedge", sa.String),
        sa.Column("denies", sa.Boolean, nullable=False),
        sa.Column("revision_cue", sa.String),
        sa.Column("quote", sa.String),
        sa.Column("quote_start", sa.Integer),
        sa.Column("quote_end", sa.Integer),
        sa.Column("restated", sa.String),
        sa.Column("document_id", sa.Integer, sa.ForeignKey("document.id"), index=True),
        sa.Column("inherited", sa.String),
        sa.Column("rule", sa.String),
        sa.Column("confidence", sa.Float),
        sa.Column("event_id", sa.Integer, sa.ForeignKey("event.id"), index=True),
        sa.Column("question_id", sa.Integer, sa.ForeignKey("question.id"), index=True),
        sa.Column("superseded_by", sa.Integer, sa.ForeignKey("claim.id")),
        sa.Column("recorded_at", sa.String, nullable=False),
        sa.Column("withdrawn_at", sa.String),
        sa.Column("withdrawn_because", sa.String),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "claim_source",
        sa.Column("claim_id", sa.Integer, sa.ForeignKey("claim.id"), primary_key=True),
        sa.Column("role", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("source_id", sa.Integer, sa.ForeignKey("source.id"), nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claim_source_source_id", "claim_source", ["source_id", "role"])
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("before", sa.String),
        sa.Column("after", sa.String),
        sa.Column("note", sa.String),
        sqlite_autoincrement=True,
    )
