"""The way in and the only way out: every error becomes a sentence and an exit code here."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from claimtrack.errors import ClaimtrackError, DatabaseError, InputError

EXIT_FINDINGS, EXIT_USAGE, EXIT_INPUT, EXIT_DATABASE, EXIT_INTERRUPTED = 1, 2, 3, 4, 130
"""The exit codes that scripts may rely on; 0 is fine."""

EXIT_FAULT = 70
"""A fault of the program itself (EX_SOFTWARE of sysexits.h)."""


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    sys.exit(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and report its errors.

    Args:
        arguments: Those after the program's name; the process's own when None.

    Returns:
        The exit code.
    """
    gc.set_threshold(100_000, 20, 100)  # claims by the thousand hold no cycles worth looking for
    try:
        from claimtrack.cli.app import command

        command(arguments, prog_name="claimtrack")
    except SystemExit as leaving:  # Typer leaves so, also when all is well
        code = leaving.code if isinstance(leaving.code, int) else 0
    except ClaimtrackError as error:
        code = _explain(error)
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    except Exception as error:  # a fault of the program, which its user should not have to read
        if os.environ.get("CLAIMTRACK_DEBUG"):
            raise
        code = EXIT_FAULT
        print(  # noqa: T201
            f"Error: claimtrack made a mistake of its own: {type(error).__name__}: {error}.",
            "Please report it, with what CLAIMTRACK_DEBUG=1 shows in front of the same command.",
            sep="\n",
            file=sys.stderr,
        )
    if code == EXIT_INTERRUPTED:
        print("Interrupted; nothing half-done was kept.", file=sys.stderr)  # noqa: T201
    return code


def _explain(error: ClaimtrackError) -> int:
    """Print the two sentences of an error, and every place it names, on stderr."""
    say = [f"Error: {error.message}"]
    if isinstance(error, InputError):
        say += [f"  {problem}" for problem in error.problems]
    print(*say, error.hint, sep="\n", file=sys.stderr)  # noqa: T201
    if isinstance(error, InputError):
        return EXIT_INPUT
    return EXIT_DATABASE if isinstance(error, DatabaseError) else EXIT_USAGE
