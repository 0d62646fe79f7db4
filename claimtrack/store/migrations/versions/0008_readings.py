"""What grouping reads in each claim, kept; which names tell a town, aliases by key, known texts."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables, and an index of texts; the index of neighbours is filled anew with all."""
    op.create_table(
        "claim_reading",
        sa.Column("claim_id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("reading", sa.LargeBinary, nullable=False),
    )
    op.add_column("place_name", sa.Column("fuller", sa.String))
    op.create_table(
        "alias_key",
        sa.Column("key", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("alias_id", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_alias_key_alias", "alias_key", ["alias_id"])
    known = sa.text("text IS NOT NULL")
    op.create_index("ix_document_text", "document", ["id"], sqlite_where=known)
    op.execute("DELETE FROM match_index")
