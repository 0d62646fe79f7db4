"""The database: the only room that knows SQLModel.

Importing it costs nothing; SQLModel is imported when a database is opened.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.store.store import Store

__all__ = ["backup", "check", "open_store", "uncollected"]


def open_store(location: str, *, write: bool = False) -> AbstractContextManager[Store]:
    """Open a database for one transaction.

    For reading, the block sees one consistent snapshot, whoever writes meanwhile. For writing,
    it holds the only writer's lock; what it did is committed at its end, and rolled back when it
    ends in an exception, Ctrl-C included. A missing file is made by the first block that writes,
    and not left behind when that block fails. An older schema is brought up to date after a
    backup beside the file; `Store.migrated` then says so.

    Args:
        location: A path, or a ``sqlite:///`` URL.
        write: Whether the block changes anything.

    Returns:
        A context manager that gives the store.

    Raises:
        DatabaseError: The database is missing, not SQLite, of another program, read-only, locked
            for longer than CLAIMTRACK_BUSY_SECONDS (10 s), damaged, or of a newer version.
    """
    with uncollected():
        from claimtrack.store.opening import opened

    return opened(location, write=write)


@contextmanager
def uncollected() -> Iterator[None]:
    """Load modules without Python's collector of cycles.

    SQLModel, SQLAlchemy and pydantic make a hundred thousand objects that all stay. The collector
    would go through them again and again while they load, and once more when the program ends;
    held back until they are there, and told to leave them alone from then on, it costs nothing.
    That saves a quarter of the time of ``import sqlmodel`` as a process (measured). For whoever
    loads more along with the database, such as the full screen.
    """
    if "claimtrack.store.opening" in sys.modules or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def check(location: str) -> list[str]:
    """Check the integrity of a database; see `claimtrack.store.checking`.

    Args:
        location: A path, or a ``sqlite:///`` URL.

    Returns:
        What is wrong, a sentence each; empty when nothing is.

    Raises:
        DatabaseError: The database cannot be opened at all.
    """
    from claimtrack.store.checking import faults

    with open_store(location) as store:
        return list(faults(store))


def backup(location: str, target: Path) -> None:
    """Write a consistent copy of a database, even while others write to it.

    Args:
        location: A path, or a ``sqlite:///`` URL.
        target: A file that does not exist yet; it appears whole or not at all.

    Raises:
        DatabaseError: The database cannot be opened, or the target exists or cannot be written.
    """
    from claimtrack.store.copying import copy_to
    from claimtrack.store.location import path_of

    with open_store(location):  # so that the copy is of a database of ours, in its newest version
        copy_to(path_of(location), target)
