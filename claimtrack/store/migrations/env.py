"""Alembic runs this to apply the versions; the connection is handed over, in its transaction."""

from alembic import context

from claimtrack.store.index_tables import METADATA

# Batch mode, because SQLite changes most things of a table only by making the table anew.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
context.run_migrations()
