"""Judgements: a human's word on the grouping, always honoured and never lost."""

import json
from pathlib import Path

import pytest

from tests.conftest import good
from tests.running import Run

DAY = {"event_start": "2024-01-24", "event_end": "2024-01-24"}
RECORDS = [
    {"id": "a", "kind": "killed", "low": 1, "claimants": ["police"], "place": "Al Qaim", **DAY},
    {"id": "b", "kind": "killed", "low": 2, "claimants": ["residents"], "place": "Al Qaim", **DAY},
    {"id": "c", "kind": "killed", "low": 3, "claimants": ["a diver"], "place": "Tarno", **DAY},
]


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """The command line on two events: c1 and c2 in e1, c3 in e2."""
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in RECORDS))
    good(run("import", "in.jsonl"))
    assert events(run) == {"c1": "e1", "c2": "e1", "c3": "e2"}
    return run


def events(run: Run) -> dict[str, str]:
    return {c["id"]: c["event"] for c in json.loads(good(run("claims", "--json")))}


def test_same_joins_and_the_younger_id_stays_as_an_alias(filled: Run) -> None:
    said = filled("same", "c1", "c3", "--note", "one night").err
    assert "j1: c1 same c3." in said
    assert events(filled) == {"c1": "e1", "c2": "e1", "c3": "e1"}
    assert json.loads(good(filled("show", "e2", "--json")))["events"][0]["id"] == "e1"
    entry = json.loads(good(filled("log", "--json")))[0]
    assert (entry["action"], entry["subject"], entry["note"]) == ("same", "j1", "one night")


def test_taking_a_judgement_back_restores_the_grouping(filled: Run) -> None:
    good(filled("same", "c1", "c3"))
    good(filled("withdraw", "j1", "--because", "another night"))
    assert events(filled)["c3"] != "e1"
    assert events(filled)["c1"] == events(filled)["c2"] == "e1"


def test_different_parts_and_later_grouping_honours_it(filled: Run) -> None:
    good(filled("different", "c1", "c2"))
    assert events(filled)["c1"] != events(filled)["c2"]
    good(filled("group", "--all"))
    assert events(filled)["c1"] != events(filled)["c2"]


def test_events_can_be_merged_and_split(filled: Run) -> None:
    good(filled("merge", "e1", "e2"))
    assert set(events(filled).values()) == {"e1"}
    assert filled("split", "e1", "c3").code == 2, "it contradicts the merge"
    good(filled("split", "e1", "c2"))
    assert events(filled)["c2"] != events(filled)["c1"]
    assert filled("split", "e1", "c2").code == 2


def test_no_claim_goes_along_with_those_that_are_split_off(run: Run, tmp_path: Path) -> None:
    depot = {"kind": "killed", "place": "Marsa", **DAY}
    told = [("police", 12), ("the hospital", 14), ("the Red Cross", 10), ("the Red Crescent", 13)]
    quotes = ["fire at the depot", "fire at the depot", "depot fire", "depot fire"]
    lines = [
        {**depot, "claimants": [who], "low": low, "quote": f"{low} died in the {what}."}
        for (who, low), what in zip(told, quotes, strict=True)
    ]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in lines))
    good(run("import", "in.jsonl"))
    said = run("split", "e1", "c2").err
    assert events(run) == {"c1": "e1", "c2": "e2", "c3": "e1", "c4": "e1"}
    assert "1 claim changed" in said
    good(run("undo"))
    assert set(events(run).values()) == {"e1"}, "all of it is one decision"


def test_unsure_changes_nothing_and_is_kept(filled: Run) -> None:
    before = events(filled)
    good(filled("unsure", "c1", "c3"))
    assert events(filled) == before


def test_a_contradiction_is_refused_with_the_chain(filled: Run) -> None:
    good(filled("different", "c1", "c3"))
    good(filled("same", "c1", "c2"))
    finished = filled("same", "c2", "c3")
    assert finished.code == 2
    assert "c1 different c3" in finished.err
    assert "c1 same c2" in finished.err or "c2 same c1" in finished.err
    assert len(json.loads(good(filled("log", "--json")))) == 3


@pytest.mark.parametrize(("a", "b"), [("c1", "c1"), ("c1", "c9"), ("c1", "e9"), ("c1", "nonsense")])
def test_judgements_on_nothing_are_refused(filled: Run, a: str, b: str) -> None:
    finished = filled("same", a, b)
    assert finished.code == 2
    assert "Traceback" not in finished.err


def test_a_withdrawn_claim_cannot_be_judged(filled: Run) -> None:
    good(filled("withdraw", "c3", "--because", "a mistake"))
    finished = filled("same", "c1", "c3")
    assert finished.code == 2
    assert "c3 was withdrawn" in finished.err


def test_explain_tells_each_feature_and_the_judgement(filled: Run) -> None:
    finished = filled("explain", "c1", "c3")
    for words in ("place", "Al Qaim", "Tarno", "total"):
        assert words in good(finished)
    assert "The probability that they are one event" in finished.err
    good(filled("same", "c1", "c3"))
    assert "A human judgement says: same." in filled("explain", "c1", "c3").err
    record = json.loads(good(filled("explain", "c1", "c3", "--json")))
    assert record["verdict"] == "same"
    assert {feature["name"] for feature in record["features"]} >= {"place", "date", "words"}


def test_a_judgement_keeps_what_the_matcher_thought_of_it(filled: Run) -> None:
    good(filled("same", "c1", "c3"))
    entry = json.loads(good(filled("log", "--json")))[0]
    assert 0 <= entry["after"]["score"] <= 1
    assert "place" in entry["after"]["features"]


def test_doubts_lists_pairs_until_they_are_judged(filled: Run) -> None:
    for pair in json.loads(good(filled("doubts", "--json"))):
        good(filled("unsure", pair["a"], pair["b"]))
    assert json.loads(good(filled("doubts", "--json"))) == []
