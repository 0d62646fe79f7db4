"""The way in and the only way out: every error becomes a sentence and an exit code here.

Whatever takes long to import is imported where Ctrl-C is listened to already.
"""

import os
import signal
import sys
from collections.abc import Sequence

EXIT_FINDINGS, EXIT_USAGE, EXIT_INPUT, EXIT_DATABASE, EXIT_INTERRUPTED = 1, 2, 3, 4, 130
"""The exit codes that scripts may rely on; 0 is fine."""

EXIT_FAULT = 70
"""A fault of the program itself (EX_SOFTWARE of sysexits.h)."""


def main() -> int:
    """Run the command line as a process of its own.

    Returns:
        The exit code. It is that of an interruption after any Ctrl-C, also where it hit code that
        turns every exception into one of its own, as SQLite does with what it calls back.
    """
    heard: list[int] = []

    def hear(number: int, _: object) -> None:
        heard.append(number)
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, hear)
    try:
        code = run(heard=heard)
    except KeyboardInterrupt:  # while the error was told
        code = EXIT_INTERRUPTED
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing is left to tell of
    return code


def run(arguments: Sequence[str] | None = None, *, heard: Sequence[int] = ()) -> int:
    """Run one command and report its errors.

    Args:
        arguments: Those after the program's name; the process's own when None.
        heard: Grows with each Ctrl-C.

    Returns:
        The exit code.
    """
    try:
        code = _run(arguments)
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    except Exception as error:
        code = EXIT_INTERRUPTED if heard else _explain(error)
    if heard or code == EXIT_INTERRUPTED:
        print("Interrupted; nothing half-done was kept.", file=sys.stderr)  # noqa: T201
        return EXIT_INTERRUPTED
    return code


def _run(arguments: Sequence[str] | None) -> int:
    import gc

    gc.set_threshold(100_000, 20, 100)  # claims by the thousand hold no cycles worth looking for
    from claimtrack.cli.app import command

    try:
        command(arguments, prog_name="claimtrack")
    except SystemExit as leaving:  # Typer leaves so, also when all is well
        return leaving.code if isinstance(leaving.code, int) else 0
    return 0


def _explain(error: Exception) -> int:
    """Print the two sentences of an error, and every place it names, on stderr."""
    from claimtrack.errors import ClaimtrackError, DatabaseError, InputError

    if not isinstance(error, ClaimtrackError):
        return _own_up(error)
    say = [f"Error: {error.message}"]
    if isinstance(error, InputError):
        say += [f"  {problem}" for problem in error.problems]
    print(*say, error.hint, sep="\n", file=sys.stderr)  # noqa: T201
    if isinstance(error, InputError):
        return EXIT_INPUT
    return EXIT_DATABASE if isinstance(error, DatabaseError) else EXIT_USAGE


def _own_up(error: Exception) -> int:
    """Tell of a fault of the program, which its user should not have to read."""
    if os.environ.get("CLAIMTRACK_DEBUG"):
        raise error
    print(  # noqa: T201
        f"Error: claimtrack made a mistake of its own: {type(error).__name__}: {error}.",
        "Please report it, with what CLAIMTRACK_DEBUG=1 shows in front of the same command.",
        sep="\n",
        file=sys.stderr,
    )
    return EXIT_FAULT
