"""Versions of documents."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Let a document name the newer version that replaces it."""
    # plain SQL, since Alembic would copy every text to add a column that refers to a table
    op.execute("ALTER TABLE document ADD COLUMN replaced_by INTEGER REFERENCES document (id)")
    op.create_index("ix_document_url", "document", ["url"])
