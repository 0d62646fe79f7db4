"""Where a database is, and whether the file there can be used at all; no SQLite needed for that."""

import os
import re
from pathlib import Path

from claimtrack.errors import DatabaseError

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_MAGIC = b"SQLite format 3\0"  # https://www.sqlite.org/fileformat.html, section 1.3


def path_of(location: str) -> Path:
    """The file that a location names.

    Args:
        location: A path, or a ``sqlite:///`` URL.

    Returns:
        Its path.

    Raises:
        DatabaseError: It is a URL of another kind of database, or names no file.
    """
    scheme = _SCHEME.match(location)
    if scheme is None:
        name = location
    elif scheme[1].lower() == "sqlite":
        name = location[scheme.end() :].removeprefix("/")
    else:
        raise DatabaseError(
            f"Databases of the kind {scheme[1]}:// are not supported, only SQLite so far.",
            "Name a file, or a URL like sqlite:///case.db, with --db.",
        )
    if not name.strip() or name == ":memory:" or "\0" in name:
        raise DatabaseError(
            f"{location!r} names no file to keep the database in.",
            "Name a file such as case.db with --db.",
        )
    return Path(name)


def require_database(path: Path) -> None:
    """Check that a SQLite file stands at a path.

    Args:
        path: Where the database should be.

    Raises:
        DatabaseError: Nothing is there, or something that is no SQLite file.
    """
    if not path.exists():
        raise DatabaseError(
            f"There is no database at {path}.",
            "`claimtrack read` or `claimtrack import` makes one; name another with --db.",
        )
    if is_empty(path):
        raise DatabaseError(
            f"{path} is an empty file, not a database.",
            "`claimtrack read` or `claimtrack import` fills it; name another with --db.",
        )
    if _first_bytes(path) != _MAGIC:
        raise DatabaseError(
            f"{path} is not a SQLite database.",
            "Name the right file with --db; this one was left as it is.",
        )


def require_writable(path: Path) -> None:
    """Check that a database can be made or changed at a path.

    Args:
        path: Where it is or will be.

    Raises:
        DatabaseError: The file or its folder is read-only, or the folder is missing.
    """
    if not path.parent.is_dir():
        raise DatabaseError(
            f"There is no folder {path.parent} to make the database in.",
            "Make the folder first, or name another file with --db.",
        )
    if not is_writable(path):
        raise DatabaseError(
            f"The database {path} is read-only.",
            "Make the file and its folder writable, or name another file with --db.",
        )


def is_writable(path: Path) -> bool:
    """Whether the file, where there is one, and its folder are open to changes.

    A file marked read-only counts as read-only for the superuser too: the mark was set by somebody
    who meant it.
    """
    return _open_to_changes(path.parent) and (not path.exists() or _open_to_changes(path))


def is_empty(path: Path) -> bool:
    """Whether the file has no content, as one has that was only just made."""
    return path.is_file() and path.stat().st_size == 0


def identity(path: Path) -> tuple[int, int] | None:
    """What tells the file at a path from another one put in its place; None when there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _open_to_changes(path: Path) -> bool:
    return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK)


def _first_bytes(path: Path) -> bytes:
    if not path.is_file():
        raise DatabaseError(
            f"{path} is not a file.", "Name the database's file, such as case.db, with --db."
        )
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC))
    except OSError as error:
        raise DatabaseError(
            f"{path} cannot be read: {(error.strerror or str(error)).lower()}.",
            "Ask its owner for permission, or name another file with --db.",
        ) from None
