"""A wider index of the claims of a question, by which a review finds what is disputed."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Let the index hold what the gap between the figures of a question is reckoned from."""
    op.drop_index("ix_claim_question_id", "claim")
    op.create_index(
        "ix_claim_question",
        "claim",
        ["question_id", "status", "withdrawn_at", "low", "high", "vague", "denies"],
    )
