"""Findings on questions, what sources are to each other, and the grades of both."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables and columns of what people say on sources and questions."""
    op.add_column("source", sa.Column("kind", sa.String))
    op.add_column("source", sa.Column("reliability", sa.String))
    op.add_column("claim", sa.Column("credibility", sa.Integer))
    op.create_table(
        "source_link",
        sa.Column("id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("source_id", sa.Integer, sa.ForeignKey("source.id"), nullable=False, index=True),
        sa.Column("relation", sa.String, nullable=False),
        sa.Column("target_id", sa.Integer, sa.ForeignKey("source.id"), nullable=False, index=True),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("note", sa.String),
        sa.Column("withdrawn_at", sa.String),
        sa.Column("withdrawn_because", sa.String),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer, primary_key=True, nullable=False),
        sa.Column(
            "question_id", sa.Integer, sa.ForeignKey("question.id"), nullable=False, index=True
        ),
        sa.Column("verdict", sa.String),
        sa.Column("low", sa.Integer),
        sa.Column("high", sa.Integer),
        sa.Column("approximate", sa.Boolean, nullable=False),
        sa.Column("vague", sa.Boolean, nullable=False),
        sa.Column("because", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("inputs", sa.String),
        sa.Column("withdrawn_at", sa.String),
        sa.Column("withdrawn_because", sa.String),
        sqlite_autoincrement=True,
    )
