"""The sample case, from its texts to its report."""

import json
import os
from pathlib import Path

import pytest

from tests.conftest import good
from tests.running import Run

CASE = Path(__file__).parents[2] / "fixtures" / "al_qaim"
EXPECTED = CASE / "report.md"


def without_the_time(report: str) -> str:
    """A Markdown report without the line that says when it was made."""
    return "\n".join(line for line in report.splitlines() if "Report of" not in line)


def test_the_demo_prints_the_report_and_what_to_try_next(run: Run) -> None:
    finished = run("demo")
    assert "Al Qaim, 24 January 2024" in good(finished)
    assert "claimtrack demo --keep" in finished.err
    assert list(Path().iterdir()) == []


def test_the_sample_case_can_be_kept_and_worked_with(run: Run) -> None:
    finished = run("demo", "--keep", "sample")
    good(finished)
    database = str(Path("sample") / "claimtrack.db")
    tried = [line.split() for line in finished.err.splitlines() if line.startswith("  claimtrack")]
    assert len(tried) == 3
    for words in tried:
        good(run(*words[1:]))
    assert good(run("--db", database, "check")) == ""
    assert run("demo", "--keep", "sample").code == 3


def test_the_report_of_the_sample_case_is_the_one_that_travels_with_it(run: Run) -> None:
    """To accept a changed report: UPDATE_GOLDEN=1 pytest tests/cli/test_demo.py."""
    good(run("demo", "--keep", "sample"))
    report = good(run("--db", "sample/claimtrack.db", "report", "--format", "md"))
    if os.environ.get("UPDATE_GOLDEN"):
        EXPECTED.write_text(without_the_time(report) + "\n", encoding="utf-8")
    assert without_the_time(report) + "\n" == EXPECTED.read_text(encoding="utf-8")


@pytest.fixture
def night(run: Run) -> dict[str, object]:
    """The report record of the night of 24 January at Al Qaim."""
    good(run("demo", "--keep", "sample"))
    report = json.loads(good(run("--db", "sample/claimtrack.db", "report", "--json")))
    (event,) = (e for e in report["events"] if e["title"] == "Al Qaim, 24 January 2024")
    return {q["kind"]: q for q in event["questions"] if q["scope"] is None}


def test_it_shows_who_said_one_and_who_said_two_at_first(night: dict[str, dict[str, list]]) -> None:  # type: ignore[type-arg]
    said = {(p["name"].lower(), p["low"], p["standing"]) for p in night["killed"]["positions"]}
    names = {name for name, low, _ in said if low == 1}
    assert any("hashed" in name and "source" not in name for name in names)
    first = {name for name, low, _ in said if low == 2}
    assert any("interior ministry" in name for name in first)
    assert any("source in the hashed" in name for name in first)


def test_it_shows_that_the_figure_of_the_hashed_went_down(
    night: dict[str, dict[str, list]],  # type: ignore[type-arg]
) -> None:
    moves = [(r["direction"], r["source"]) for r in night["killed"]["revisions"]]
    assert any(way == "down" and "hashed" in source for way, source in moves)


def test_it_finds_others_wounded_compatible_with_two_wounded(
    night: dict[str, dict[str, list]],  # type: ignore[type-arg]
) -> None:
    assert {d["type"] for d in night["injured"]["discrepancies"]} <= {"bound", "stale"}
    assert any(p["figure"] == "others" for p in night["injured"]["positions"])


def test_the_strikes_of_other_nights_stay_apart(run: Run) -> None:
    good(run("demo", "--keep", "sample"))
    events = json.loads(good(run("--db", "sample/claimtrack.db", "events", "--json")))
    days = {(event["place"], event["start"]) for event in events}
    assert {
        ("Jurf al-Sakhr", "2023-11-22"),
        ("Hilla", "2023-12-26"),
        ("Baghdad", "2024-01-04"),
        ("Al Qaim", "2024-01-24"),
    } <= days
