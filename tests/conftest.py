"""What many tests need: a folder with a database in it, and the command line."""

import io
import sys
from pathlib import Path

import pytest

from claimtrack.cli.main import run as run_command_line
from tests.running import Finished, Run


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process, in a folder of its own, on the database ``case.db``."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMTRACK_USER", "Ana")
    monkeypatch.setenv("CLAIMTRACK_DB", "case.db")
    monkeypatch.setenv("CLAIMTRACK_BUSY_SECONDS", "0.2")

    def running(*arguments: str, stdin: bytes = b"") -> Finished:
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
        given = io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
        with monkeypatch.context() as swapped:
            swapped.setattr(sys, "stdout", out)
            swapped.setattr(sys, "stderr", err)
            swapped.setattr(sys, "stdin", given)
            code = run_command_line(list(arguments))
            out.flush()
            err.flush()
        shown = [stream.buffer.getvalue().decode() for stream in (out, err)]
        return Finished(code, *shown)

    return running


def good(finished: Finished) -> str:
    """The output of a command that must have ended well."""
    assert finished.code == 0, finished.err
    return finished.out
