"""The report through the command line."""

import json
from pathlib import Path

import pytest

from tests.conftest import good
from tests.running import Run

RECORDS = [
    {"id": "a", "kind": "killed", "low": 1, "high": 1, "claimants": ["the Hashed"], "via": ["AFP"],
     "place": "Al Qaim", "event_start": "2024-01-24", "event_end": "2024-01-24"},
    {"id": "b", "kind": "killed", "low": 2, "high": 2, "claimants": ["residents"],
     "place": "Al Qaim", "event_start": "2024-01-24", "event_end": "2024-01-24"},
    {"id": "c", "kind": "missing", "low": 3, "high": 3, "claimants": ["a diver"], "place": "Tarno",
     "event_start": "2022-03-09", "event_end": "2022-03-09", "status": "proposed"},
    {"id": "d", "kind": "missing", "low": 9, "high": 9, "claimants": ["a bot"], "place": "Tarno",
     "event_start": "2022-03-09", "event_end": "2022-03-09", "status": "rejected"},
]  # fmt: skip


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """The command line on a contested event and an unreviewed one."""
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in RECORDS))
    good(run("import", "in.jsonl"))
    return run


def test_the_record_has_every_event_and_says_how_it_was_made(filled: Run) -> None:
    report = json.loads(good(filled("report", "--format", "json")))
    assert list(report) == ["schema", "generated_at", "as_of", "events"]
    assert (report["schema"], report["as_of"]) == ("claimtrack.report/1", None)
    assert [event["id"] for event in report["events"]] == ["e1", "e2"]
    (question,) = report["events"][0]["questions"]
    assert (question["kind"], question["status"]) == ("killed", "contested")
    assert (question["figures"]["low"], question["figures"]["high"]) == (1, 2)
    assert [d["type"] for d in question["discrepancies"]] == ["conflict"]


def test_rejected_claims_are_left_out(filled: Run) -> None:
    assert "a bot" not in good(filled("report", "--json"))


def test_only_the_events_asked_for(filled: Run) -> None:
    report = json.loads(good(filled("report", "e2", "--json")))
    assert [event["id"] for event in report["events"]] == ["e2"]
    assert filled("report", "e9").code == 2


def test_reviewed_only_leaves_proposals_out(filled: Run) -> None:
    report = json.loads(good(filled("report", "--reviewed-only", "--json")))
    assert [event["id"] for event in report["events"]] == ["e1"]


def test_as_of_shows_what_was_recorded_by_then(filled: Run) -> None:
    before = json.loads(good(filled("report", "--as-of", "2020-01-01", "--json")))
    assert (before["as_of"], before["events"]) == ("2020-01-01", [])
    after = json.loads(good(filled("report", "--as-of", "2999-01-01", "--json")))
    assert after["events"] == json.loads(good(filled("report", "--json")))["events"]
    assert filled("report", "--as-of", "2024-02-30").code == 2


def test_check_leaves_with_one_while_anything_is_contested(filled: Run) -> None:
    finished = filled("report", "--check")
    assert finished.code == 1
    assert "Contested: q1" in finished.err
    assert filled("report", "e2", "--check").code == 0


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        (("30", "35 --scope children"), "part exceeds whole, police said 35"),
        (("12", "25 --kind injured", "40 --kind casualties"), "sum, police said 40"),
    ],
)
def test_parts_that_cannot_be_right_are_contested_until_a_finding_settles_one(
    run: Run, claims: tuple[str, ...], told: str
) -> None:
    for number, claim in enumerate(claims):
        value, *more = claim.split()
        kind = () if "--kind" in more else ("--kind", "killed")
        at = ("--place", "Marsa", "--on", "2024-03-02", "--said", "2024-03-02")
        good(run("add", "--claimant", "police", "--value", value, *kind, *more, *at))
        assert run("report", "--check").code == (number == len(claims) - 1)
    shown = run("report")
    assert shown.out.splitlines()[2] == "1 failed check across questions"
    assert told in shown.out.splitlines()[3]
    assert "Failed checks across questions: " in run("report", "--check", "--json").err
    (check,) = json.loads(good(run("report", "--json")))["events"][0]["checks"]
    assert (len(check["questions"]), check["settled"]) == (len(claims), False)
    good(run("resolve", check["questions"][0], "--value", value, "--because", "a list"))
    finished = run("report", "--check")
    assert (finished.code, "failed check" in finished.out) == (0, False)
    assert "Across questions" in finished.out
    assert "settled by a finding" in finished.out
    assert "settled by a finding" not in shown.out


@pytest.mark.parametrize("form", ["table", "md"])
def test_people_read_the_same_facts(filled: Run, form: str) -> None:
    text = " ".join(good(filled("report", "e1", "--format", form)).split())
    for fact in ("Al Qaim", "24 January 2024", "the Hashed", "residents", "conflict", "AFP"):
        assert fact.lower() in text.lower()


def test_the_report_fits_the_terminal(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in (60, 80, 200):
        monkeypatch.setenv("COLUMNS", str(columns))
        assert max(map(len, good(filled("report")).splitlines())) <= columns


def test_the_summary_stands_above_the_events(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    lines = good(filled("report")).splitlines()
    assert lines[2] == "1 contested question, those furthest apart first"
    assert lines[3].split()[:2] == ["e1", "q1"]
    first_event = lines[lines.index("", 3) + 1]
    assert "Al Qaim, 24 January 2024" in first_event


def test_many_events_are_the_same_by_one_process_and_by_several(
    filled: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(*options: str) -> list[str]:
        return good(filled("report", *options)).splitlines()[2:]

    asked = [("--json",), ("--format", "md"), ("--status", "contested")]
    alone = [told(*options) for options in asked]
    monkeypatch.setattr("claimtrack.workflows.report._ALONE", 0)
    monkeypatch.setattr("claimtrack.store.events._AT_A_TIME", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert [told(*options) for options in asked] == alone
