"""The full screen in a process and on a terminal of its own: from start to leave, and its ends."""

import signal
from pathlib import Path
from typing import Any

import pexpect
import pytest

from claimtrack.store import check
from tests.cli.test_review_sessions import environment
from tests.running import CLAIMTRACK
from tests.workflows.reviewing import actions, laid, status

ALTERNATE, NORMAL = r"\x1b\[\?1049h", r"\x1b\[\?1049l"
"""What switches a terminal to its second screen and back (xterm's control sequences)."""


def opened(location: str, **more: str) -> Any:
    """A review on a terminal of 80 columns, its first item shown."""
    terminal = pexpect.spawn(
        CLAIMTRACK,
        ["--db", location, "review"],
        env={**environment(), "TERM": "xterm-256color", **more},
        encoding="utf-8",
        dimensions=(24, 80),
        timeout=60,
    )
    terminal.expect(ALTERNATE)
    return terminal


@pytest.mark.terminal
def test_a_session_from_start_to_leave(tmp_path: Path) -> None:
    location = laid(tmp_path)
    terminal = opened(location)
    terminal.expect("c4 . proposal")
    terminal.send("a")
    terminal.expect(r"Accepted c4\.")
    terminal.send("q")
    terminal.expect(NORMAL)
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    assert actions(location)[-1][1:] == ("accept", "c4")
    assert check(location) == []


@pytest.mark.terminal
def test_a_closed_terminal_ends_the_screen_and_loses_nothing(tmp_path: Path) -> None:
    location = laid(tmp_path)
    terminal = opened(location)
    terminal.expect("c4 . proposal")
    terminal.send("a")
    terminal.expect(r"Accepted c4\.")
    terminal.kill(signal.SIGHUP)
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert not terminal.isalive()
    assert status(location, "c4") == "accepted"
    assert check(location) == []


@pytest.mark.terminal
def test_a_mistake_of_the_program_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    location = laid(tmp_path)
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        "from claimtrack.workflows.review import ReviewSession\n"
        "def skip(self):\n"
        "    raise ZeroDivisionError\n"
        "ReviewSession.skip = skip\n"
    )
    terminal = opened(location, PYTHONPATH=_before(broken))
    terminal.expect("c4 . proposal")
    terminal.send("s")
    terminal.expect(NORMAL)
    terminal.expect(pexpect.EOF)
    said = terminal.before
    terminal.close()
    assert terminal.exitstatus == 70
    assert "mistake of its own" in said
    assert "Traceback" not in said
    assert check(location) == []


def _before(folder: Path) -> str:
    """The module path of the process that is to find a folder first."""
    found = environment().get("PYTHONPATH")
    return f"{folder}:{found}" if found else str(folder)
