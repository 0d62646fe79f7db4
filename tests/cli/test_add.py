"""Recording one claim by hand, by flags and by prompts."""

import json
import os
import signal
from pathlib import Path

import pexpect
import pytest

from tests.conftest import good
from tests.running import CLAIMTRACK, Run, in_own_process


def test_a_claim_by_flags_has_every_field_it_was_given(run: Run) -> None:
    finished = run(
        *("add", "--kind", "killed", "--claimant", "the Hashed", "--value", "at least 12"),
        *("--place", "Al Qaim", "--on", "2024-01-24", "--said", "2024-01-24T18:00"),
        *("--via", "AFP", "--quote", "At least 12 dead.", "--publisher", "AFP", "--by", "Bo"),
    )
    assert good(finished) == "c1\n"
    assert "Recorded c1 in event e1, question q1." in finished.err
    record = json.loads(good(run("show", "c1", "--json")))
    assert (record["low"], record["high"], record["value_text"]) == (12, None, "at least 12")
    assert (record["event_start"], record["event_end"]) == ("2024-01-24", "2024-01-24")
    assert (record["claimants"], record["via"], record["status"]) == (
        ["the Hashed"],
        ["AFP"],
        "accepted",
    )
    assert record["document"]["publisher"] == "AFP"
    (entry,) = json.loads(good(run("log", "--json")))
    assert (entry["by"], entry["action"], entry["subject"]) == ("Bo", "add", "c1")
    assert entry["before"] is None
    assert entry["after"]["low"] == 12


@pytest.mark.parametrize("words", ["terrible", "-3", "not 12", "12, perhaps 20"])
def test_words_without_one_clear_figure_are_refused(run: Run, words: str) -> None:
    finished = run("add", "--kind", "killed", "--claimant", "police", "--value", words)
    assert finished.code == 2
    assert f"{words!r} holds no figure that is clear by itself." in finished.err
    assert not Path("case.db").exists()


@pytest.mark.parametrize(
    ("words", "bounds", "kept"),
    [
        ("12", ("--low", "3"), None),
        ("-3", ("--low", "3", "--high", "3"), None),
        ("at least 12", ("--high", "12"), None),
        ("at least 12", ("--low", "12"), (12, None)),
        ("dozens", ("--low", "30"), (30, None)),
        ("about 12", ("--low", "10", "--high", "14"), (10, 14)),
        ("a great crowd", ("--low", "100"), (100, None)),
        ("12", ("--low", "-3"), None),
    ],
)
def test_words_and_bounds_are_one_figure(
    run: Run, words: str, bounds: tuple[str, ...], kept: tuple[int, int | None] | None
) -> None:
    told = ("add", "--kind", "killed", "--claimant", "police", "--value", words, *bounds)
    assert run(*told).code == (2 if kept is None else 0)
    if kept is not None:
        (claim,) = json.loads(good(run("claims", "--json")))
        assert (claim["low"], claim["high"], claim["value_text"]) == (*kept, words)


def test_a_withdrawn_claim_stays_with_its_reason(run: Run) -> None:
    for _ in range(2):
        good(run("add", "--kind", "killed", "--claimant", "police", "--low", "1", "--high", "1"))
    good(run("withdraw", "c1", "--because", "entered twice"))
    assert [c["id"] for c in json.loads(good(run("claims", "--json")))] == ["c2"]
    assert len(json.loads(good(run("claims", "--json", "--withdrawn")))) == 2
    record = json.loads(good(run("show", "c1", "--json")))
    assert record["withdrawn"]["because"] == "entered twice"
    assert "entered twice" in good(run("show", "c1"))
    entry = json.loads(good(run("log", "--json")))[0]
    assert (entry["action"], entry["note"]) == ("withdraw", "entered twice")
    assert run("withdraw", "c1", "--because", "again").code == 2
    assert run("withdraw", "c2", "--because", " ").code == 2


@pytest.mark.terminal
def test_what_is_not_given_is_asked_for_on_a_terminal(tmp_path: Path) -> None:
    environment = {**os.environ, "CLAIMTRACK_USER": "Ana", "TERM": "xterm"}
    session = pexpect.spawn(
        CLAIMTRACK, ["--db", "case.db", "add"], cwd=tmp_path, env=environment, encoding="utf-8",
        timeout=30,
    )  # fmt: skip
    for question, answer in (
        ("What is claimed", ""),
        ("That is needed(?s:.*)What is claimed", "injured"),
        ("Who says it", "a nurse"),
        ("The figure", "lots of noise"),
        ("holds no figure(?s:.*)The figure", "about a dozen"),
        ("Where", "Al Qaim"),
        ("The day", "on Wednesday"),
        ("is not a date(?s:.*)The day", "2024-01-24"),
        ("When they said it", ""),
        ("Who relays it", ""),
        ("The verbatim sentence", ""),
    ):
        session.expect(question)
        session.sendline(answer)
    session.expect("Recorded c1")
    session.expect(pexpect.EOF)
    session.close()
    assert session.exitstatus == 0


@pytest.mark.terminal
def test_tab_completes_a_known_name_and_what_the_claim_contradicts_is_told(tmp_path: Path) -> None:
    case, fire = str(tmp_path / "case.db"), ("--claimant", "the Tarno fire service")
    told = ("--kind", "killed", "--place", "Tarno", "--on", "2024-03-02", "--value", "3")
    assert in_own_process("--db", case, "add", *told, *fire).code == 0
    session = pexpect.spawn(
        CLAIMTRACK,
        ["--db", "case.db", "add"],
        cwd=tmp_path,
        env={**os.environ, "CLAIMTRACK_USER": "Ana", "TERM": "xterm"},
        encoding="utf-8",
        timeout=30,
    )
    session.expect("What is claimed")
    session.sendline("killed")
    session.expect("Who says it")
    session.sendline("police")
    session.expect("The figure")
    session.sendline("9")
    session.expect("Where")
    session.send("Tar\t")
    session.expect("Tarno")
    session.sendline("")
    for question, answer in (
        ("The day", "2024-03-02"),
        ("When they said it", ""),
        ("Who relays it", ""),
        ("The verbatim sentence", ""),
    ):
        session.expect(question)
        session.sendline(answer)
    session.expect("Recorded c2 in event e1, question q1.")
    session.expect("e1 is Tarno, 2 March 2024, q1 is killed.")
    session.expect("It contradicts c1: ")
    session.expect(pexpect.EOF)
    session.close()
    assert session.exitstatus == 0


def _heed_ctrl_c() -> None:
    """Switch Ctrl-C on; a shell that runs the tests in the background may have switched it off."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.terminal
def test_ctrl_c_in_the_middle_leaves_nothing_behind(tmp_path: Path) -> None:
    session = pexpect.spawn(
        CLAIMTRACK,
        ["--db", "case.db", "add"],
        cwd=tmp_path,
        encoding="utf-8",
        timeout=30,
        preexec_fn=_heed_ctrl_c,
    )
    session.expect("What is claimed")
    for _ in range(20):  # a key pressed in the instant before the read begins waits for the next
        session.sendintr()
        if session.expect(["Interrupted", pexpect.TIMEOUT], timeout=2) == 0:
            break
    session.expect(pexpect.EOF)
    session.close()
    assert session.exitstatus == 130
    assert list(tmp_path.iterdir()) == []
