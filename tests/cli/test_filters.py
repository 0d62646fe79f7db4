"""Filters: a name that nobody has recorded is refused, and the nearest known one is offered."""

import json

import pytest

from tests.conftest import good
from tests.running import Run


@pytest.fixture
def case(run: Run) -> Run:
    """The command line on one event: a ministry, and a paper in its own voice."""
    at = ("--place", "Marsa", "--on", "2024-03-02", "--quote", "x")
    good(run("add", "--kind", "killed", "--claimant", "Health Ministry", "--value", "3", *at))
    paper = ("--claimant", "(article)", "--publisher", "AgencyX")
    good(run("add", "--kind", "killed", *paper, "--value", "4", *at))
    return run


@pytest.mark.parametrize(
    ("command", "asked", "offered"),
    [
        ("report --check", "--kind kiled", "killed"),
        ("report --check", "--source ministry", "health-ministry"),
        ("report --check", "--source agencx", "agencyx"),
        ("claims", "--kind shot-down", "shot_down"),
        ("claims", "--status acepted", "accepted"),
        ("events", "--source helth-ministry", "health-ministry"),
        ("export", "--kind kiled", "killed"),
        ("claims", "--document d99", "documents"),
    ],
)
def test_an_unknown_name_is_refused_and_the_nearest_is_offered(
    case: Run, command: str, asked: str, offered: str
) -> None:
    finished = case(*command.split(), *asked.split())
    assert (finished.code, finished.out) == (2, "")
    assert asked.split()[1] in finished.err
    assert offered in finished.err.splitlines()[1]


def test_a_kind_that_no_claim_has_is_no_mistake_but_nothing_fits(case: Run) -> None:
    finished = case("report", "--check", "--kind", "injured")
    assert (finished.code, finished.err) == (0, "No questions fit.\n")


def test_a_publisher_in_its_own_voice_is_a_source_for_every_command(case: Run) -> None:
    assert "AgencyX" in good(case("report", "--source", "agencyx"))
    assert "c2" in good(case("claims", "--source", "AgencyX"))
    assert "AgencyX" in good(case("show", "agencyx"))
    for command in ("grade agencyx B", "kind agencyx media", "alias source agencyx Reuters"):
        finished = case(*command.split())
        assert finished.code == (2 if "Reuters" in command else 0), finished.err
    good(case("alias", "source", "agencyx", "Health Ministry"))
    assert "agencyx" in good(case("sources"))
    good(case("check"))


def test_a_question_on_which_a_source_speaks_is_told_whole(case: Run) -> None:
    told = ("--claimant", "police", "--via", "BBC", "--value", "7", "--quote", "x")
    good(case("add", "--kind", "injured", *told, "--place", "Marsa", "--on", "2024-03-02"))
    (event,) = json.loads(good(case("report", "--json", "--source", "agencyx")))["events"]
    (question,) = event["questions"]
    assert {p["claim"] for p in question["positions"]} == {"c1", "c2"}
    assert case("report", "--source", "bbc").err == "No questions fit.\n"
    for command in ("report", "claims"):
        assert "not what it relays" in " ".join(case(command, "--help").out.split())
    assert "told whole" in " ".join(case("report", "--help").out.split())


@pytest.mark.parametrize("command", ["grade polise B", "kind minstry media", "show agencyxx"])
def test_a_mistyped_source_is_answered_with_the_nearest(case: Run, command: str) -> None:
    finished = case(*command.split())
    assert finished.code == 2
    assert ("Did you mean" in finished.err) == ("polise" not in command)


def test_an_export_that_is_refused_leaves_no_file(case: Run) -> None:
    assert case("export", "--source", "nobody", "-o", "out.jsonl").code == 2
    good(case("export", "-o", "out.jsonl"))
