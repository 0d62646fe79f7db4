"""Opening a database for one command: made, migrated, locked, committed or rolled back."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from claimtrack.errors import DatabaseError
from claimtrack.store import schema
from claimtrack.store.connection import begin, connect, raw
from claimtrack.store.copying import copy_beside
from claimtrack.store.location import (
    identity,
    is_empty,
    is_writable,
    path_of,
    require_database,
    require_writable,
)
from claimtrack.store.store import Store


@contextmanager
def opened(location: str, *, write: bool) -> Iterator[Store]:
    """Open a database for one transaction; see `claimtrack.store.open_store`."""
    path = path_of(location)
    if write:
        require_writable(path)
    if not write or (path.exists() and not is_empty(path)):
        require_database(path)
    with _writing(path) if write else _reading(path) as store:
        yield store


@contextmanager
def _reading(path: Path) -> Iterator[Store]:
    with connect(path) as connection:
        migrated = _migrated(connection, path)
        connection.exec_driver_sql("PRAGMA query_only = ON")
        begin(connection, write=False)
        if schema.revision_of(connection, path) is None:
            raise DatabaseError(
                f"The database {path} holds nothing yet.",
                "`claimtrack read` or `claimtrack import` fills it; name another with --db.",
            )
        yield Store(connection, migrated=migrated)


@contextmanager
def _writing(path: Path) -> Iterator[Store]:
    """The one writer's transaction, on a file that is made where there is none.

    A new database is made and filled in one transaction, so others see all of it or nothing; in
    SQLite's default journal mode, since in a new file that writes every page only once.
    """
    with ExitStack() as stack:
        connection, made, migrated = _locked(path, stack)
        try:
            if schema.revision_of(connection, path) is None:
                schema.upgrade(connection)
            yield Store(connection, migrated=migrated)
            connection.commit()
        except BaseException:
            connection.rollback()
            if made is not None:
                _remove(connection, path, made)
            raise
        # WAL lets readers read while somebody writes. Another program that reads just now may
        # hinder the change of mode; then a later command makes it.
        with suppress(sqlite3.OperationalError):
            raw(connection).execute("PRAGMA busy_timeout = 0")
            raw(connection).execute("PRAGMA journal_mode = WAL")


def _locked(path: Path, stack: ExitStack) -> tuple[Connection, tuple[int, int] | None, str | None]:
    """A connection with the writer's lock; the file if it made it; what was migrated."""
    while True:
        found = identity(path)
        if found is None:
            path.touch()
        file = identity(path)
        connection = stack.enter_context(connect(path, create=True))
        # whoever made the file and failed may have removed it while this waited for the lock
        try:
            migrated = _migrated(connection, path)
            begin(connection, write=True)
            if identity(path) == file:
                return connection, (file if found is None else None), migrated
        except OperationalError:
            if identity(path) == file:
                raise
        stack.close()


def _remove(connection: Connection, path: Path, made: tuple[int, int]) -> None:
    """Remove the file that this command made in vain, unless another has filled or replaced it."""
    with suppress(OperationalError):
        connection.exec_driver_sql("PRAGMA busy_timeout = 0")
        begin(connection, write=True)
        if schema.revision_of(connection, path) is None and identity(path) == made:
            path.unlink()
        connection.rollback()


def _migrated(connection: Connection, path: Path) -> str | None:
    """Bring an older database up to date, after a backup beside it; says so, or None."""
    newest = schema.REVISIONS[-1]
    current = schema.revision_of(connection, path)
    connection.commit()
    if current in (newest, None):
        return None
    if not is_writable(path):
        raise DatabaseError(
            f"The database {path} is of an older version, and read-only.",
            "Make the file and its folder writable, so that it can be brought up to date.",
        )
    # off, or making a table anew would take the rows that refer to it along
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    begin(connection, write=True)
    try:
        if schema.revision_of(connection, path) == newest:  # somebody else was faster
            return None
        backup = copy_beside(path, f"before-{newest}.bak")
        schema.upgrade(connection)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise DatabaseError(
                f"The database {path} holds references to nothing, so it was left as it is.",
                f"Report this, with the file; {backup} is a copy of it.",
            )
        connection.commit()
    finally:
        connection.rollback()
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        connection.commit()
    return f"{path} was brought from schema {current} to {newest}; {backup} is as it was before."
