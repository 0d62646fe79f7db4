"""Consistent copies of a database, made while others may write to it."""

import os
import sqlite3
from pathlib import Path

from claimtrack.errors import DatabaseError
from claimtrack.store.connection import connect, raw, translated


def copy_to(path: Path, target: Path) -> None:
    """Copy a database with SQLite's backup interface; the copy appears whole or not at all.

    Args:
        path: The database.
        target: Where the copy goes.

    Raises:
        DatabaseError: Something stands at the target, or it cannot be written.
    """
    try:
        target.touch(exist_ok=False)  # holds the name, so that nobody else can take it meanwhile
    except FileExistsError:
        raise DatabaseError(
            f"{target} exists already, and a backup never overwrites.", "Name a new file."
        ) from None
    except OSError as error:
        raise DatabaseError(
            f"{target} cannot be written: {(error.strerror or str(error)).lower()}.",
            "Name a file in a folder that exists and is writable.",
        ) from None
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.unfinished")
    try:
        _copy(path, unfinished)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
        raise


def copy_beside(path: Path, suffix: str) -> Path:
    """Copy a database beside itself under a name that is still free.

    Args:
        path: The database, such as ``case.db``.
        suffix: What the copy's name ends in, such as ``before-0002.bak``.

    Returns:
        The copy, such as ``case.db.before-0002.bak`` or ``case.db.before-0002.bak.2``.
    """
    target, number = path.with_name(f"{path.name}.{suffix}"), 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.{suffix}.{number}")
    copy_to(path, target)
    return target


def _copy(path: Path, target: Path) -> None:
    with connect(path) as source, translated(target):
        copy = sqlite3.connect(target)
        try:
            raw(source).backup(copy)
            # so that the copy is one file, without a log beside it
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
