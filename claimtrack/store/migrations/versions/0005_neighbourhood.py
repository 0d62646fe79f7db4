"""The index by which grouping finds the neighbours of a claim; it is filled when first needed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables of names, keys, days and words, and of what was touched since."""
    op.create_table(
        "place_name",
        sa.Column("id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("name", sa.String, nullable=False, unique=True),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("compared", sa.Boolean, nullable=False, index=True),
    )
    for name, columns, rest in (
        ("place_key", ("key", "name_id"), ()),
        ("place_near", ("name_id", "near_id"), ()),
        ("event_link", ("event_id", "other_id"), ()),
        ("claim_place", ("name_id", "first_day", "claim_id"), ("last_day",)),
        ("document_word", ("word", "document_id"), ()),
    ):
        op.create_table(
            name,
            *(sa.Column(c, sa.Integer, primary_key=True, autoincrement=False) for c in columns),
            *(sa.Column(c, sa.Integer, nullable=False) for c in rest),
            sqlite_with_rowid=False,
        )
    op.create_index("ix_event_link_other", "event_link", ["other_id"])
    op.create_table(
        "touched",
        sa.Column("id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("claim_id", sa.Integer),
        sa.Column("place", sa.String),
    )
    op.create_table(
        "match_index",
        sa.Column("id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("rules", sa.String, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("documents", sa.Integer, nullable=False),
    )
