"""Ctrl-C ends a command with the exit code of an interruption, whatever it strikes."""

import signal
import subprocess
import sys

import pytest

BLOW = "__import__('signal').raise_signal(2)"

STRUCK = {
    "the command": BLOW,
    "what SQLite calls back": (
        "import sqlite3\n"
        "connection = sqlite3.connect(':memory:')\n"
        f"connection.create_function('strike', 0, lambda: {BLOW})\n"
        "connection.execute('SELECT strike()')"
    ),
    "code that swallows it": f"try: {BLOW}\nexcept BaseException: pass",
    "code that makes it an error": (
        f"try: {BLOW}\nexcept BaseException: raise ImportError('numpy') from None"
    ),
    "code that leaves": f"try: {BLOW}\nfinally: raise SystemExit(1)",
}


def ended(command: str, after: str = "") -> tuple[int, str]:
    """How a process ends whose command is some code; and what it says on stderr."""
    script = f"""\
import sys
from claimtrack.cli import app, main
app.command = lambda *_, **__: exec({command!r}, {{}})
code = main.main()
{after}
sys.exit(code)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("struck", STRUCK)
def test_ctrl_c_is_an_interruption(struck: str) -> None:
    assert ended(STRUCK[struck]) == (130, "Interrupted; nothing half-done was kept.\n")


def test_ctrl_c_after_the_command_leaves_without_a_traceback() -> None:
    assert ended("pass", after=BLOW) == (-signal.SIGINT, "")
