"""Long lists that come with the program, each line a key and what is told of it."""

from bisect import bisect_left
from functools import cache
from importlib.resources import files


def told_of(file: str, key: str) -> str | None:
    """What a list tells of a key.

    Args:
        file: The list's name in this folder: lines of a key, a tab and more, in the order of their
            bytes.
        key: What to look up.

    Returns:
        What stands behind the tab; None where the list does not have the key.
    """
    begin, lines = f"{key}\t".encode(), _lines(file)
    line = lines[bisect_left(lines, begin)]
    return line[len(begin) :].decode() if line.startswith(begin) else None


@cache
def _lines(file: str) -> list[bytes]:
    """The lines of a list; decoding all of them would take twice as long as halving takes them."""
    return [*(files("claimtrack.model") / file).read_bytes().split(b"\n"), b"\xff"]
