"""The review in processes of its own: killed, on a real terminal, and two at once."""

import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pexpect
import pytest

from claimtrack.store import check, open_store
from tests.running import CLAIMTRACK, in_own_process
from tests.workflows.reviewing import CASE, actions, claim, laid, status

FORTY = [claim(f"p{n}", f"witness {n}", n, place="Al Qaim") for n in range(1, 41)]

DOUBTFUL = [
    claim("p", "police", 3, place="Karvala", event_start="2024-03-02", event_end="2024-03-02"),
    claim("q", "a vet", 4, place="Karvalla", event_start="2024-03-04", event_end="2024-03-04"),
]


def environment() -> dict[str, str]:
    ours = ("CLAIMTRACK", "COLUMNS", "LINES")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    return {**kept, "CLAIMTRACK_USER": "Ana", "NO_COLOR": "1", "TERM": "xterm"}


def accepted(location: str) -> list[str]:
    """The claims that the journal has as accepted, in order, doubles included."""
    return [subject for _, action, subject in actions(location) if action == "accept"]


def test_forty_proposals_by_keys(tmp_path: Path) -> None:
    location = laid(tmp_path, FORTY)
    finished = in_own_process(
        "--db", location, "review", "--plain", "--queue", "proposals", stdin=b"a\n" * 40
    )
    assert finished.code == 0
    assert "Left: proposals 0. Done in this session: 40." in finished.out
    assert sorted(accepted(location)) == sorted(f"c{n}" for n in range(1, 41))
    assert check(location) == []


def test_a_killed_session_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    location, shown = laid(tmp_path, FORTY), list[str]()
    chance = random.Random(6)
    for _ in range(10):
        keys = "a\n" * 40
        with subprocess.Popen(
            [CLAIMTRACK, "--db", location, "review", "--plain", "--queue", "proposals"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(),
            text=True,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(keys)
            process.stdin.close()  # or a session that has come to its end waits for more keys
            wanted = chance.randrange(1, 5)
            for line in process.stdout:
                if "Accepted " in line:
                    shown.append(line.rpartition("Accepted ")[2].strip(" .\n"))
                    wanted -= 1
                    if wanted == 0:
                        time.sleep(chance.random() / 20)
                        process.send_signal(signal.SIGKILL)
                        break
            shown += [
                line.rpartition("Accepted ")[2].strip(" .\n")
                for line in process.stdout
                if "Accepted " in line and line.endswith(".\n")
            ]
        assert check(location) == []
    kept = accepted(location)
    assert len(shown) == len(set(shown)) >= 10
    assert set(shown) <= set(kept), "shown as made, and lost"
    assert len(kept) == len(set(kept)), "made twice"
    assert {short_id for short_id in kept if status(location, short_id) != "accepted"} == set()


def plain(location: str, columns: int) -> Any:
    """A review by line prompts on a pseudo-terminal."""
    return pexpect.spawn(
        CLAIMTRACK,
        ["--db", location, "review", "--plain"],
        env=environment(),
        encoding="utf-8",
        dimensions=(24, columns),
        timeout=60,
    )


@pytest.mark.terminal
def test_a_session_on_a_real_terminal(tmp_path: Path) -> None:
    location = laid(tmp_path)
    terminal = plain(location, 60)
    terminal.expect("c4 . proposal")
    terminal.expect("> ")
    for line in (terminal.before or "").splitlines():
        assert len(line) <= 60
    terminal.sendline("w")
    terminal.expect("'w' does nothing here.")
    terminal.sendline("a")
    terminal.expect("Accepted c4.")
    terminal.expect("c3 . proposal")
    terminal.sendline("r")
    terminal.expect("Why")
    terminal.sendline("a rumour")
    terminal.expect("Rejected c3.")
    terminal.sendline("u")
    terminal.expect("Took back: reject c3.")
    terminal.sendline("q")
    terminal.expect(r"Done\s+in\s+this\s+session:\s+1\.")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    assert (status(location, "c4"), status(location, "c3")) == ("accepted", "proposed")


@pytest.mark.terminal
def test_every_queue_on_a_real_terminal_from_start_to_leave(tmp_path: Path) -> None:
    location = laid(tmp_path, [*CASE[:3], *DOUBTFUL])
    terminal = plain(location, 80)
    terminal.expect("Left: proposals 5, pairs 1, confirmations 1, contested 1")
    for asked, typed, told in (
        (" . proposal", "a", "Accepted c"),
        (" . proposal", "a", "Accepted c"),
        (" . proposal", "a", "Accepted c"),
        (" . proposal", "a", "Accepted c"),
        (" . proposal", "a", "Accepted c"),
        ("c4, c5 . one event, or two", "m", "c4 c5: nobody can tell."),
        ("did the Hashed change from c1 to c2", "y", "Confirmed c1 c2."),
        ("q1 . contested", "o", "Note: "),
    ):
        terminal.expect(asked)
        terminal.expect("> ")
        terminal.sendline(typed)
        terminal.expect_exact(told)
    terminal.sendline("ask the hospital")
    terminal.expect("Left q1 open.")
    terminal.expect("Nothing is left.")
    terminal.sendline("q")
    terminal.expect("Left: proposals 0, pairs 0, confirmations 0, contested 0. ")
    terminal.expect(r"Done\s+in\s+this\s+session:\s+8\.")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    made = [action for _, action, _ in actions(location)]
    assert made == ["accept"] * 5 + ["unsure", "confirm", "leave-open"]
    assert check(location) == []


@pytest.mark.terminal
def test_a_closed_terminal_loses_nothing(tmp_path: Path) -> None:
    location = laid(tmp_path)
    terminal = pexpect.spawn(
        CLAIMTRACK,
        ["--db", location, "review", "--plain"],
        env=environment(),
        encoding="utf-8",
        timeout=60,
    )
    terminal.expect("> ")
    terminal.sendline("a")
    terminal.expect("Accepted c4.")
    terminal.close(force=True)
    assert status(location, "c4") == "accepted"
    assert check(location) == []


def test_two_people_at_once_decide_everything_once(tmp_path: Path) -> None:
    location = laid(tmp_path, FORTY[:16])
    processes = [
        subprocess.Popen(
            [CLAIMTRACK, "--db", location, "review", "--plain", "--queue", "proposals"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**environment(), "CLAIMTRACK_USER": who},
            text=True,
        )
        for who in ("Ana", "Bo")
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("a\n" * 40)
        process.stdin.flush()
    said = [process.communicate(timeout=120)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    kept = accepted(location)
    assert sorted(kept) == sorted(f"c{n}" for n in range(1, 17))
    assert sum(text.count("Accepted c") for text in said) == 16
    with open_store(location) as store:
        people = {entry.by for entry in store.journal.entries(action="accept")}
    assert people <= {"Ana", "Bo"}
    assert json.dumps(check(location)) == "[]"
