"""The doubtful pairs of claims, kept as grouping finds them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table of doubtful pairs; the index is forgotten, so that all is grouped anew."""
    op.create_table(
        "doubt",
        sa.Column("claim_a", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("claim_b", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("likely", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_doubt_claim_b", "doubt", ["claim_b"])
    op.execute("DELETE FROM match_index")
    op.add_column(
        "match_index", sa.Column("grouped", sa.Boolean, nullable=False, server_default="0")
    )
