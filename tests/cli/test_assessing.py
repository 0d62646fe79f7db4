"""What people say of sources and claims stands where readers look."""

import json

import pytest

from tests.conftest import good
from tests.running import Run


@pytest.fixture
def graded(run: Run) -> Run:
    """The command line on a graded ministry of two names, and the police, of whom nobody spoke."""
    for name, value in (("MoH", "3"), ("Police", "5"), ("Ministry of Health", "4")):
        told = ("--claimant", name, "--value", value, "--place", "Marsa", "--on", "2024-03-02")
        good(run("add", "--kind", "killed", *told))
    good(run("grade", "moh", "A"))
    good(run("kind", "moh", "medical"))
    good(run("grade", "c1", "3"))
    good(run("grade", "c2", "2"))
    good(run("alias", "source", "MoH", "Ministry of Health"))
    return run


@pytest.mark.parametrize("form", ["table", "md"])
def test_the_report_tells_it_beside_the_source(
    graded: Run, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    shown = good(graded("report", "--format", form))
    assert "MoH (medical, graded A3)" in shown
    assert "Police (claim graded 2)" in shown
    assert "Ministry of Health (medical, graded A)" in shown


def test_the_record_has_it_for_each_position(graded: Run) -> None:
    (event,) = json.loads(good(graded("report", "--json")))["events"]
    (question,) = event["questions"]
    assert {p["claim"]: p["assessment"] for p in question["positions"]} == {
        "c1": {"kind": "medical", "reliability": "A", "credibility": 3},
        "c2": {"kind": None, "reliability": None, "credibility": 2},
        "c3": {"kind": "medical", "reliability": "A", "credibility": None},
    }


def test_the_list_of_sources_has_kinds_and_grades(graded: Run) -> None:
    lines = good(graded("sources")).splitlines()
    assert lines[0].split()[-2:] == ["Kind", "Grade"]
    assert any(line.split()[0] == "moh" and line.endswith("medical  A") for line in lines)


def test_a_source_is_shown_with_its_grade_its_kind_and_its_other_names(graded: Run) -> None:
    good(graded("alias", "source", "Police", "MoH", "--as", "part-of"))
    shown = " ".join(good(graded("show", "moh")).split())
    for told in ("Kind medical", "A, completely reliable", "ministry-of-health", "Parts police"):
        assert told in shown
    assert "Other names moh" in " ".join(good(graded("show", "ministry-of-health")).split())
    links = json.loads(good(graded("show", "moh", "--json")))["links"]
    assert [(one["source"], one["relation"], one["target"]) for one in links] == [
        ("moh", "alias", "ministry-of-health"),
        ("police", "part-of", "moh"),
    ]


def test_a_claim_is_shown_with_its_grade_and_with_its_sources(graded: Run) -> None:
    shown = " ".join(good(graded("show", "c1")).split())
    assert "Grade 3, possibly true" in shown
    assert "MoH: medical, graded A, completely reliable" in shown
    record = json.loads(good(graded("show", "c1", "--json")))
    assert record["credibility"] == 3
    assert record["sources"] == [
        {"slug": "moh", "name": "MoH", "kind": "medical", "reliability": "A"}
    ]


def test_the_log_tells_what_was_set_and_what_stood_before(
    graded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    good(graded("grade", "moh", "B"))
    good(graded("edit", "c2", "--value", "6", "--scope", "children"))
    good(graded("resolve", "q1", "--value", "4", "--because", "a list"))
    good(graded("alias", "place", "Marsa", "Lesk"))
    good(graded("different", "c1", "c2"))
    rows = json.loads(good(graded("log", "--json")))
    told = [row["set"] for row in rows if row["action"] != "add"]
    assert told == [
        "c1, c2",
        "Lesk",
        "f1: 4",
        "low 6 (was 5), high 6 (was 5), value_text 6 (was 5), scope children",
        "B (was A)",
        "alias Ministry of Health",
        "2",
        "3",
        "medical",
        "A",
    ]
    monkeypatch.setenv("COLUMNS", "200")
    shown = good(graded("log"))
    assert all(one in shown for one in told)


def test_a_kind_changes_the_figure_of_the_rule_that_its_help_names(graded: Run) -> None:
    def preferred() -> int:
        (event,) = json.loads(good(graded("report", "--json", "--rule", "official")))["events"]
        low: int = event["questions"][0]["figures"]["preferred"]["low"]
        return low

    assert preferred() == 5  # the police
    good(graded("kind", "police", "media"))
    good(graded("kind", "moh", "government"))
    assert preferred() == 4
    assert "--rule official" in " ".join(graded("kind", "--help").out.split())


def test_what_was_taken_back_is_told_no_more(graded: Run) -> None:
    for _ in range(5):
        good(graded("undo"))
    assert "graded" not in good(graded("report"))
