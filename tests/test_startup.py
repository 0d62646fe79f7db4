"""What a command imports before it does anything: nothing heavy that it does not need."""

import os
import subprocess
import sys

import pytest

_HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "alembic", "textual", "numpy", "rapidfuzz", "rich")

_REPORT = """
import sys
sys.argv = ["claimtrack", *{arguments!r}]
from claimtrack.cli.main import run
run()
print("IMPORTED", *sorted(m for m in {heavy!r} if m in sys.modules))
"""


def _imported(*arguments: str, **environment: str) -> set[str]:
    script = _REPORT.format(arguments=arguments, heavy=_HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split()[1:])


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_import_nothing_heavy(option: str) -> None:
    assert _imported(option) == set()


@pytest.mark.parametrize("words", ["claimtrack ", "claimtrack im", "claimtrack report --"])
def test_shell_completion_imports_nothing_heavy(words: str) -> None:
    asked = {"_CLAIMTRACK_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": "1"}
    assert _imported(**asked) == set()


def test_the_help_of_one_command_imports_nothing_heavy() -> None:
    assert _imported("report", "--help") == set()
