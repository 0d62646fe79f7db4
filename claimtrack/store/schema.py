"""The version of a database's schema: told cheaply, and brought up to date by Alembic."""

from pathlib import Path

from sqlalchemy import Connection

from claimtrack.errors import DatabaseError

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
"""Every version of the schema, oldest first; the last is the one this program works with."""

MIGRATIONS = Path(__file__).parent / "migrations"
"""Where Alembic finds them."""

APPLICATION_ID = int.from_bytes(b"clmt", "big")
"""What our databases carry in their header, to be told from those of other programs."""


def revision_of(connection: Connection, path: Path) -> str | None:
    """The schema version of an open database, by plain SQL (Alembic costs a quarter second).

    Args:
        connection: An open connection.
        path: Its file, to name it.

    Returns:
        One of `REVISIONS`, or None when the database holds nothing at all yet.

    Raises:
        DatabaseError: It belongs to another program, or to a newer version of this one.
    """
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    if not tables:
        return None
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
    revision = None
    if mark == APPLICATION_ID and "alembic_version" in tables:
        revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if not isinstance(revision, str):
        raise DatabaseError(
            f"{path} is a SQLite database of another program.",
            "Name the right file with --db; this one was left as it is.",
        )
    if revision not in REVISIONS:
        raise DatabaseError(
            f"{path} was made by a newer version of claimtrack (schema {revision}).",
            "Update claimtrack to use it; the file was left as it is.",
        )
    return revision


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring a database to a newer version, an empty one from nothing.

    Args:
        connection: In a writing transaction, which the caller ends.
        to: One of `REVISIONS`; ``head`` is the last.
    """
    from alembic import command  # costs a quarter second, and is needed once in a file's life
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
