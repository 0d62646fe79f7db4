"""What grouping reads in each claim, kept so that it is read once."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table of readings; the index is forgotten, so that it is filled with the rest."""
    op.create_table(
        "claim_reading",
        sa.Column("claim_id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("reading", sa.LargeBinary, nullable=False),
    )
    op.execute("DELETE FROM match_index")
