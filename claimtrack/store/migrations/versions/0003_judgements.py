"""Judgements on pairs of claims, and other names of places."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of what people say on grouping."""
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("claim_a", sa.Integer, sa.ForeignKey("claim.id"), nullable=False, index=True),
        sa.Column("claim_b", sa.Integer, sa.ForeignKey("claim.id"), nullable=False, index=True),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("note", sa.String),
        sa.Column("score", sa.Float),
        sa.Column("features", sa.String),
        sa.Column("withdrawn_at", sa.String),
        sa.Column("withdrawn_because", sa.String),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "place_alias",
        sa.Column("id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("note", sa.String),
        sa.Column("withdrawn_at", sa.String),
        sa.Column("withdrawn_because", sa.String),
        sqlite_autoincrement=True,
    )
