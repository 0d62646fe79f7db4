"""What the terminal at hand can show, and the way to it."""

import os
import shutil
import sys
from collections.abc import Iterable

from claimtrack.errors import UsageError


def on_terminal() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout.isatty()


def on_screen() -> bool:
    """Whether a full screen can be drawn: a terminal at both ends, and one that is able to."""
    able = os.environ.get("TERM", "dumb") != "dumb" and in_unicode()
    return able and on_terminal() and sys.stdin.isatty()


def in_color() -> bool:
    """Whether to colour stdout: a terminal that is not dumb, and no ``NO_COLOR``."""
    return on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def in_unicode() -> bool:
    """Whether stdout's encoding has the lines of tables, arrows and the like."""
    try:
        "─→✓".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def width() -> int | None:
    """The columns to lay text out for; None for a pipe, where nothing is wrapped.

    ``$COLUMNS`` wins, also for a pipe; a terminal that says nothing has 80.
    """
    if not on_terminal() and not os.environ.get("COLUMNS"):
        return None
    return max(40, shutil.get_terminal_size((80, 24)).columns)


def write_lines(lines: Iterable[str]) -> None:
    """Write lines to stdout as they come; letters it cannot show become ``?``."""
    if sys.stdout.encoding and sys.stdout.encoding.lower().replace("-", "") != "utf8":
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        for line in lines:
            sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(message: str) -> None:
    """Write a note, warning or summary to stderr, out of the way of the data."""
    sys.stderr.write(message + "\n")


def moved(claims: int) -> str:
    """How many claims changed their event or question, as the end of a sentence."""
    return f"{claims:,} {'claim' if claims == 1 else 'claims'} changed their place."


def pick_format(named: str | None, as_json: bool, known: tuple[str, ...]) -> str:
    """The format to write.

    Args:
        named: What ``--format`` says, or None.
        as_json: Whether ``--json`` was given.
        known: The formats there are, the default first.

    Returns:
        One of the known ones.

    Raises:
        UsageError: The format is not one of those, or the two options disagree.
    """
    if as_json and named not in (None, "json"):
        raise UsageError(
            f"--json and --format {named} ask for two formats.", "Leave one of the two out."
        )
    chosen = "json" if as_json else named or known[0]
    if chosen not in known:
        raise UsageError(
            f"There is no format {chosen!r} here.", f"Choose one of {', '.join(known)}."
        )
    return chosen
