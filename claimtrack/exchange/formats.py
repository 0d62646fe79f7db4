"""Which formats there are, by name and by file suffix."""

from pathlib import PurePath

from claimtrack.errors import UsageError
from claimtrack.exchange import csv_table, json_array, jsonl
from claimtrack.exchange.interface import Format

FORMATS: tuple[Format, ...] = (jsonl.FORMAT, json_array.FORMAT, csv_table.FORMAT)
"""Every format, the default first."""


def format_named(name: str) -> Format:
    """The format that ``--format`` names.

    Args:
        name: Such as ``csv``, in any case.

    Returns:
        The format.

    Raises:
        UsageError: There is none of that name.
    """
    for known in FORMATS:
        if known.name == name.lower():
            return known
    names = ", ".join(known.name for known in FORMATS)
    raise UsageError(f"{name!r} is not a format of claim records.", f"Choose one of: {names}.")


def format_of(path: str | PurePath) -> Format:
    """The format that a file's name promises.

    Args:
        path: A file's name; only its last suffix counts, in any case.

    Returns:
        The format.

    Raises:
        UsageError: No format's files end like that.
    """
    suffix = PurePath(path).suffix.lower()
    for known in FORMATS:
        if suffix in known.suffixes:
            return known
    suffixes = ", ".join(suffix for known in FORMATS for suffix in known.suffixes)
    ending = f"ends in {suffix}" if suffix else "has no suffix"
    raise UsageError(
        f"{PurePath(path).name!r} {ending}, which tells no format of claim records.",
        f"Name the file with one of {suffixes}, or say which it is with --format.",
    )
