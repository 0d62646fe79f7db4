"""One SQLite connection with the settings that everything here relies on."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from claimtrack.errors import DatabaseError
from claimtrack.store.location import is_writable

BUSY_SECONDS = 10.0
"""How long to wait for another program's write to end, unless CLAIMTRACK_BUSY_SECONDS says."""

WRITING_KB = 65_536
"""Pages that SQLite keeps in memory for a writer, at most; with its own 2,000 a grouping of 100,000
claims takes twice as long to store, since what is indexed lies all over the file (measured). What
only reads passes through the file once, and gains nothing by it."""


# A connection that is interrupted while it closes is told of by what interrupted it, and by nothing
# else; SQLAlchemy would print its traceback.
logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)


@contextmanager
def connect(path: Path, *, create: bool = False) -> Iterator[Connection]:
    """Open a connection, outside a transaction, and close it at the end.

    Args:
        path: The database's file.
        create: Make the file when it is missing.

    Yields:
        The connection; begin a transaction on it with `begin`.

    Raises:
        DatabaseError: SQLite cannot use the file.
    """
    mode = "rwc" if create else _mode(path)
    address = f"file:{quote(str(path.absolute()))}?{mode if '=' in mode else 'mode=' + mode}"
    with translated(path), _engine(address).connect() as connection:
        yield connection


@lru_cache(maxsize=4)
def _engine(address: str) -> Engine:
    """An engine that opens a connection each time.

    It is kept, since it holds the statements that it has put into words: a review opens its
    database for every key, and would spend a quarter of its time on doing so again (measured).
    """

    def dial() -> sqlite3.Connection:
        raw = sqlite3.connect(address, uri=True, timeout=_busy_seconds(), isolation_level=None)
        raw.create_function("fold", 1, _folded, deterministic=True)
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("PRAGMA synchronous = NORMAL")
        return raw

    return create_engine("sqlite://", creator=dial, poolclass=NullPool)


def begin(connection: Connection, *, write: bool) -> None:
    """Begin a transaction: a consistent snapshot to read, or the one writer's turn.

    Python's driver would begin by itself, too late and without taking the writer's lock; it is
    told not to (``isolation_level=None``), and the transaction begins here.

    Args:
        connection: From `connect`.
        write: Take the writer's lock at once, waiting for it if need be.
    """
    if write:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{WRITING_KB}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def raw(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection, for what SQLAlchemy has no words for."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite complains of into errors that its user can act on.

    Args:
        path: The database's file, to name it.

    Raises:
        DatabaseError: In place of the driver's error, where the file and not the program is at
            fault.
    """
    try:
        yield
    except DBAPIError as error:
        raise _in_words(error.orig, path) or error from None
    except sqlite3.Error as error:
        raise _in_words(error, path) or error from None


def _mode(path: Path) -> str:
    """How to open an existing file so that reading leaves no trace of itself."""
    if is_writable(path):
        return "rw"
    # Reading in WAL mode makes two files beside the database, which a read-only folder forbids
    # and a read-only file would not get rid of again. Without a log there is nothing in them.
    log = path.with_name(path.name + "-wal")
    return "mode=ro" if log.exists() and log.stat().st_size else "immutable=1"


def _busy_seconds() -> float:
    try:
        return max(0.0, float(os.environ["CLAIMTRACK_BUSY_SECONDS"]))
    except (KeyError, ValueError):
        return BUSY_SECONDS


def _folded(text: str | None) -> str | None:
    """SQLite's own ``lower`` knows no letters but those of English."""
    return text if text is None else text.casefold()


def _in_words(error: BaseException | None, path: Path) -> DatabaseError | None:
    code = getattr(error, "sqlite_errorcode", None)
    known = _COMPLAINTS.get(code & 0xFF) if isinstance(code, int) else None  # extended codes
    if known is None:
        return None
    message, hint = known
    return DatabaseError(message.format(path=path), hint)


_COMPLAINTS = {
    sqlite3.SQLITE_BUSY: (
        "The database {path} is locked by another program that is writing to it.",
        "Try again when that is done; CLAIMTRACK_BUSY_SECONDS sets how long to wait.",
    ),
    sqlite3.SQLITE_LOCKED: (
        "The database {path} is locked.",
        "Close whatever else is working on it, and try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The database {path} is read-only.",
        "Make the file and its folder writable, or name another file with --db.",
    ),
    sqlite3.SQLITE_PERM: (
        "The database {path} may not be used.",
        "Ask its owner for permission, or name another file with --db.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The database {path} cannot be opened.",
        "See that the file and its folder may be read and written, or name another with --db.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "{path} is not a SQLite database.",
        "Name the right file with --db; this one was left as it is.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "The database {path} is damaged.",
        "Take the newest backup; `claimtrack check` tells what is wrong with this file.",
    ),
    sqlite3.SQLITE_FULL: (
        "There is no room left on the disk for the database {path}.",
        "Free some space, and try again; nothing of this command was stored.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk failed while the database {path} was in use.",
        "See whether the disk is full or unplugged, and try again.",
    ),
}
