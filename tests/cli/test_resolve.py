"""Findings: recorded with their rationale, opened again by what contradicts them, never lost."""

import json
from pathlib import Path

import pytest

from tests.conftest import good
from tests.running import Run

DAY = {"event_start": "2024-01-24", "event_end": "2024-01-24", "place": "Al Qaim"}
RECORDS = [
    {"id": "a", "kind": "killed", "low": 1, "high": 1, "claimants": ["police"], **DAY},
    {"id": "b", "kind": "killed", "low": 2, "high": 2, "claimants": ["residents"], **DAY},
]


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """The command line on one contested question."""
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in RECORDS))
    good(run("import", "in.jsonl"))
    return run


def question(run: Run, *options: str) -> dict[str, object]:
    report = json.loads(good(run("report", "--json", *options)))
    found: dict[str, object] = report["events"][0]["questions"][0]
    return found


def test_a_finding_resolves_the_question_and_shows_its_reason(filled: Run) -> None:
    before = question(filled)
    assert before["status"] == "contested"
    good(filled("resolve", "q1", "--value", "2", "--because", "two names in the register"))
    after = question(filled)
    assert after["status"] == "resolved"
    finding = after["finding"]
    assert isinstance(finding, dict)
    assert (finding["low"], finding["high"], finding["by"]) == (2, 2, "Ana")
    assert "two names in the register" in good(filled("report"))
    assert filled("report", "--check").code == 0
    entry = json.loads(good(filled("log", "--json")))[0]
    assert (entry["action"], entry["subject"]) == ("resolve", "q1")
    assert entry["after"]["inputs"] == ["c1", "c2"]


@pytest.mark.parametrize("form", ["table", "md", "json"])
def test_the_report_gives_the_id_by_which_a_finding_is_taken_back(filled: Run, form: str) -> None:
    good(filled("resolve", "q1", "--value", "2", "--because", "two names"))
    shown = good(filled("report", "--format", form))
    assert ('"finding": {"id": "f1"' if form == "json" else "2 (f1), found by Ana") in shown
    good(filled("withdraw", "f1", "--because", "one of them lives"))


def test_taking_a_finding_back_restores_the_question(filled: Run) -> None:
    before = question(filled)
    good(filled("resolve", "q1", "--value", "2", "--because", "two names"))
    good(filled("resolve", "q1", "--withdraw", "--because", "one of them lives"))
    assert question(filled) == before
    assert filled("resolve", "q1", "--withdraw", "--because", "again").code == 2


def test_a_finding_that_was_replaced_does_not_come_back_with_a_withdrawal(filled: Run) -> None:
    good(filled("resolve", "q1", "--value", "1", "--because", "a first list"))
    good(filled("resolve", "q1", "--value", "2", "--because", "that list was forged"))
    good(filled("resolve", "q1", "--withdraw", "--because", "doubts", "--by", "Bo"))
    assert (question(filled)["status"], question(filled)["finding"]) == ("contested", None)
    assert filled("report", "--check").code == 1
    assert filled("resolve", "q1", "--withdraw", "--because", "again").code == 2
    good(filled("undo"))
    finding = question(filled)["finding"]
    assert isinstance(finding, dict)
    assert finding["because"] == "that list was forged"
    good(filled("undo"))
    finding = question(filled)["finding"]
    assert isinstance(finding, dict)
    assert finding["because"] == "a first list"


def test_what_became_of_a_finding_is_shown(filled: Run) -> None:
    good(filled("resolve", "q1", "--value", "1", "--because", "a first list"))
    good(filled("resolve", "q1", "--value", "2", "--because", "it was forged", "--by", "Bo"))
    assert "f2 · in force" in good(filled("show", "f2"))
    replaced = good(filled("show", "f1"))
    for told in ("f1 · replaced", "a first list", "c1, c2", "by f2", "Bo", "it was forged"):
        assert told in replaced
    good(filled("withdraw", "f2", "--because", "doubts", "--by", "Cy"))
    fate = json.loads(good(filled("show", "f2", "--json")))["fate"]
    assert (fate["became"], fate["by"], fate["because"]) == ("withdrawn", "Cy", "doubts")
    good(filled("resolve", "q1", "--value", "2", "--because", "sure"))
    good(filled("undo", "--by", "Di"))
    fate = json.loads(good(filled("show", "f3", "--json")))["fate"]
    assert (fate["became"], fate["by"]) == ("undone", "Di")
    assert filled("show", "f9").code == 2


def test_a_later_claim_that_contradicts_it_opens_it_again(filled: Run) -> None:
    good(filled("resolve", "q1", "--value", "2", "--because", "two names"))
    good(
        filled(
            *("add", "--kind", "killed", "--claimant", "a doctor", "--value", "5"),
            *("--place", "Al Qaim", "--on", "2024-01-24"),
        )
    )
    opened = question(filled)
    assert opened["status"] == "contested"
    finding = opened["finding"]
    assert isinstance(finding, dict)
    assert finding["reopened_by"] == ["c3"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("q9", "--value", "2", "--because", "x"),
        ("q1", "--because", "x"),
        ("q1", "--value", "terrible", "--because", "x"),
        ("q1", "--value", "2", "--because", " "),
        ("q1", "--withdraw", "--because", "x"),
    ],
)
def test_findings_that_make_no_sense_are_refused(filled: Run, arguments: tuple[str, ...]) -> None:
    finished = filled("resolve", *arguments)
    assert finished.code == 2
    assert "Traceback" not in finished.err
