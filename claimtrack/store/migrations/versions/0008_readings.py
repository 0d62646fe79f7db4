"""What grouping reads in each claim, kept so that it is read once; and which texts are known."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table, and an index of texts; the index of neighbours is filled anew with both."""
    op.create_table(
        "claim_reading",
        sa.Column("claim_id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("reading", sa.LargeBinary, nullable=False),
    )
    known = sa.text("text IS NOT NULL")
    op.create_index("ix_document_text", "document", ["id"], sqlite_where=known)
    op.execute("DELETE FROM match_index")
