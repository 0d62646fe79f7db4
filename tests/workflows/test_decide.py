"""What reviewers decide on proposals, and what is learned from it."""

import json
from pathlib import Path

from tests.conftest import good
from tests.running import Run

FIRE = "Three people were killed in a fire in {} on Monday, police said.\n"


def read(run: Run, place: str) -> dict[str, object]:
    Path(f"{place}.txt").write_text(FIRE.format(place))
    found = json.loads(good(run("read", f"{place}.txt", "--published", "2024-03-06", "--json")))
    record: dict[str, object] = found[0]
    return record


def test_decisions_are_kept_with_who_and_why(run: Run) -> None:
    read(run, "Karvala")
    good(run("reject", "c1", "--because", "a drill", "--by", "Bo"))
    assert run("report", "--json").code == 0
    assert json.loads(good(run("claims", "--json", "--status", "rejected")))[0]["id"] == "c1"
    entry = json.loads(good(run("log", "--json")))[0]
    assert (entry["action"], entry["by"], entry["note"]) == ("reject", "Bo", "a drill")
    assert (entry["before"]["status"], entry["after"]["status"]) == ("proposed", "rejected")
    good(run("accept", "c1"))
    assert json.loads(good(run("show", "c1", "--json")))["status"] == "accepted"


def test_a_rejection_needs_its_reason_and_a_claim(run: Run) -> None:
    read(run, "Karvala")
    assert run("reject", "c1", "--because", " ").code == 2
    assert run("accept", "c1", "c9").code == 2
    assert json.loads(good(run("show", "c1", "--json")))["status"] == "proposed"


def test_what_reviewers_decide_shapes_the_confidence_of_the_rule(run: Run) -> None:
    first = read(run, "Karvala")
    good(run("reject", "c1", "--because", "a drill"))
    second = read(run, "Tarno")
    assert first["rule"] == second["rule"]
    assert second["confidence"] < first["confidence"]  # type: ignore[operator]
    good(run("accept", "c1", "c2"))
    third = read(run, "Mellin")
    assert third["confidence"] > second["confidence"]  # type: ignore[operator]
