"""The review by line prompts, driven through its keys."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import good
from tests.running import Run
from tests.workflows.reviewing import CASE, NIGHT, claim


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """The command line on the case: four proposals, c4 the one to be asked first."""
    write(tmp_path, CASE)
    good(run("import", "in.jsonl"))
    return run


def write(folder: Path, records: list[dict[str, object]]) -> None:
    (folder / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records))


def review(run: Run, *keys: str, options: tuple[str, ...] = ("--queue", "proposals")) -> str:
    typed = "".join(f"{key}\n" for key in keys)
    return good(run("review", "--plain", *options, stdin=typed.encode()))


def statuses(run: Run) -> dict[str, str]:
    return {c["id"]: c["status"] for c in json.loads(good(run("claims", "--json")))}


def test_what_is_shown_of_a_proposal(filled: Run) -> None:
    shown = review(filled, "q")
    for words in (
        "c4 · proposal · Tarno, 2 March 2024",
        "»police said 3 people were killed in Al Qaim (d).«",
        "Said by      police",
        "rule passive, confidence 0.95",
        "Others on",
        "residents",
        "cannot both be true",
        "[a]ccept  [e]dit  [r]eject",
    ):
        assert words in shown


def test_keys_decide_and_everything_is_kept(filled: Run) -> None:
    shown = review(filled, "a", "r", "a rumour", "s", "q")
    assert "Accepted c4." in shown
    assert "Rejected c3." in shown
    assert statuses(filled) == {
        "c1": "proposed", "c2": "proposed", "c3": "rejected", "c4": "accepted", "c5": "accepted",
    }  # fmt: skip
    assert "Left: proposals 2. Done in this session: 2." in shown
    entries = json.loads(good(filled("log", "--json")))
    assert [(e["by"], e["action"], e["note"]) for e in entries[:2]] == [
        ("Ana", "reject", "a rumour"),
        ("Ana", "accept", None),
    ]


@pytest.mark.parametrize("stray", ["z", "A", "accept", "aa", " a", "y", "", "\x1b[A"])
def test_a_stray_key_does_nothing_but_name_the_keys(filled: Run, stray: str) -> None:
    shown = review(filled, stray, "q")
    assert "does nothing here." in shown
    assert shown.count("[a]ccept") == 2
    assert statuses(filled)["c4"] == "proposed"
    assert "\x1b" not in shown


def test_enter_accepts_where_that_is_recommended_and_not_when_blind(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path, [claim("a", "police", 3, confidence=0.99)])
    good(run("import", "in.jsonl"))
    blind = review(run, "", "q", options=("--blind",))
    assert "Enter alone does nothing here." in blind
    assert "0.99" not in blind
    assert statuses(run)["c1"] == "proposed"
    assert "Enter alone: accept." in review(run, "", "q")
    assert statuses(run)["c1"] == "accepted"


def test_the_end_of_the_input_leaves_and_keeps_what_was_decided(filled: Run) -> None:
    assert "Accepted c4." in review(filled, "a")
    assert statuses(filled)["c4"] == "accepted"
    review(filled, "r")
    assert statuses(filled)["c3"] == "proposed", "a rejection whose reason never came"


def test_undo_in_the_session_shows_the_claim_again(filled: Run) -> None:
    shown = review(filled, "a", "u", "u", "q")
    assert "Took back: accept c4." in shown
    assert "nothing left to undo; `claimtrack undo` goes further back" in shown
    assert statuses(filled)["c4"] == "proposed"


def test_undo_works_when_nothing_is_left(filled: Run) -> None:
    shown = review(filled, "a", "a", "a", "a", "u", "q")
    assert "Nothing is left. [u]ndo, or [q] leave" in shown
    assert statuses(filled)["c2"] == "proposed"


def test_what_was_skipped_is_told_of_when_nothing_else_is_left(filled: Run) -> None:
    shown = review(filled, "a", "s", "s", "s", "q")
    assert "Nothing is left but what was skipped. [u]ndo, or [q] leave" in shown


def test_an_edit_asks_field_by_field(filled: Run) -> None:
    fields = ["", "", "at least 4", "civilians", *[""] * 9]
    shown = review(filled, "e", *fields, "a", "q")
    assert "Edited c4" in shown
    record = json.loads(good(filled("show", "c4", "--json")))
    assert (record["low"], record["high"], record["scope"]) == (4, None, "civilians")
    assert record["status"] == "accepted"


def test_a_name_with_a_question_mark_is_looked_up(filled: Run) -> None:
    shown = filled("review", "--plain", stdin=b"e\n\nhashd?\nthe Hashed\n" + b"\n" * 11 + b"q\n")
    assert "the Hashed" in shown.err
    assert json.loads(good(filled("show", "c4", "--json")))["claimants"] == ["the Hashed"]


def test_a_field_that_cannot_be_taken_is_asked_for_again_at_once(filled: Run) -> None:
    answers = ["e", "", "", "plenty of cake", "at least 4", "", "", "", "5 March"]
    answers += ["2024-03-05", "2024-03-05", *[""] * 4, "q"]
    typed = "".join(f"{answer}\n" for answer in answers)
    shown = filled("review", "--plain", stdin=typed.encode())
    assert "'plenty of cake' holds no figure that is clear" in shown.err
    assert "'5 March' is not a date" in shown.err
    assert "Edited c4" in shown.out
    record = json.loads(good(filled("show", "c4", "--json")))
    assert (record["low"], record["event_start"]) == (4, "2024-03-05")


def test_a_bad_answer_says_what_is_wrong_and_leaves_the_item(filled: Run) -> None:
    shown = review(filled, "r", "  ", "q")
    assert "A rejection needs its reason." in shown
    assert statuses(filled)["c4"] == "proposed"


def test_a_batch_is_shown_and_asked_about(filled: Run) -> None:
    assert "Nothing was accepted." in review(filled, "b", "0.9", "n", "q")
    shown = review(filled, "b", "0.9", "y", "q")
    assert "All proposals of confidence 0.9 or more: 2" in shown
    assert "Accepted 2 proposals." in shown
    assert statuses(filled)["c2"] == statuses(filled)["c4"] == "accepted"
    entries = json.loads(good(filled("log", "--json", "--action", "accept")))
    assert {e["why"] for e in entries} == {"by rule: all proposals of confidence 0.9 or more"}
    good(filled("undo"))
    assert statuses(filled)["c2"] == statuses(filled)["c4"] == "proposed"


def test_notes_help_and_reasons(filled: Run) -> None:
    shown = review(filled, "t", "ask Baghdad", "?", "x", "q")
    assert "Noted on c4." in shown
    assert "Note by Ana" in shown
    assert "the claim says what the quote says" in shown
    assert "The rule 'passive' proposed it" in shown


def test_the_other_queues(filled: Run) -> None:
    revision = review(filled, "y", "q", options=("--queue", "confirmations"))
    assert "did the Hashed change from c1 to c2?" in revision
    assert "Confirmed c1 c2." in revision
    found = ["f", "at least 3", "", "the morgue's list", "o", "wait for Monday", "q"]
    contested = review(filled, *found, options=("--queue", "contested"))
    assert "Where they differ" in contested
    assert "Recorded a finding on" in contested
    assert "open." in contested
    assert review(filled, options=("--queue", "contested")).count("Left: contested") == 2


def test_a_pair_stands_side_by_side(run: Run, tmp_path: Path) -> None:
    two = [
        claim("p", "police", 3, place="Karvala", event_start="2024-03-02", event_end=None),
        claim("q", "a vet", 4, place="Karvalla", event_start="2024-03-04", event_end=None),
    ]
    write(tmp_path, two)
    good(run("import", "in.jsonl"))
    shown = review(run, "x", "m", options=("--queue", "pairs"))
    assert "c1, c2 · one event, or two?" in shown
    assert "* Place" in shown
    assert "likely to be one event" in shown
    assert re.search(r"(for|against) +(place|date) [+-]", shown)
    assert "nobody can tell" in shown


@pytest.mark.parametrize("columns", ["60", "80", "160"])
def test_nothing_is_wider_than_the_terminal(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    long = "Witnesses said that " + "the market was hit again and again, " * 140 + "at noon."
    assert len(long) > 5000
    twelve = [f"{name} of the emergency committee" for name in "abcdefghijkl"]
    write(
        tmp_path,
        [
            claim("a", "مديرية صحة الأنبار", 3, place="القائم", quote=long),
            claim("b", twelve[0], 9, claimants=twelve, place="القائم", value_text="dokuz"),
            claim("c", "police", 40, place="القائم"),
        ],
    )
    good(run("import", "in.jsonl"))
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("NO_COLOR", "1")
    shown = review(run, "x", "?", "s", "x", "s", "s", options=())
    prompts = ("> ", "Nothing is left")
    for line in shown.splitlines():
        width = sum(letter not in "\u2068\u2069" for letter in line)
        assert width <= int(columns) + 2 or line.startswith(prompts), line
    assert "\x1b[" not in shown
    assert " ".join(shown.split()).count("the market was hit") >= 140


def test_an_unknown_queue_and_a_missing_database_are_told(run: Run) -> None:
    assert run("review", "--plain").code == 4
    write(Path(), [claim("a", "police", 3, **NIGHT)])
    good(run("import", "in.jsonl"))
    finished = run("review", "--plain", "--queue", "sorrows")
    assert finished.code == 2
    assert "proposals, pairs, confirmations, contested" in finished.err
