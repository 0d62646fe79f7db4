"""``undo`` and ``edit``, ``rules`` and the log, at the command line."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from claimtrack.store import open_store
from tests.conftest import good
from tests.running import Run
from tests.workflows.reviewing import CASE, OTHER, claim


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """The command line on the case: c1 to c4 proposed, c5 accepted."""
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in CASE))
    good(run("import", "in.jsonl"))
    return run


def one(run: Run, thing: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(good(run("show", thing, "--json")))
    return found


def snapshot(run: Run) -> str:
    """All that decisions can change: claims, reports, names and grades.

    Events and questions are numbered by their order, since a number is never given twice.
    """
    report = json.loads(good(run("report", "--json")))
    report["generated_at"] = None
    claims = json.loads(good(run("claims", "--json")))
    with open_store("case.db") as store:
        names = [store.places.aliases(), store.sources.aliases(), store.sources.grades()]
        grades = [claim.credibility for claim in store.claims.find()]
        kinds = sorted((one.slug, one.kind) for one in store.sources.find() if one.kind)
    text = json.dumps([claims, report, names, grades, kinds])
    order: dict[str, str] = {}
    return re.sub(r'"[eq]\d+"', lambda m: order.setdefault(m[0], str(len(order))), text)


@pytest.mark.parametrize(
    "arguments",
    [
        ("accept", "c1"),
        ("accept", "c1", "c2", "c3"),
        ("accept", "--above", "0.9", "--yes"),
        ("reject", "c2", "--because", "a drill"),
        ("edit", "c4", "--value", "7", "--place", "Al Qaim", "--on", "2024-01-24"),
        ("edit", "c1", "--clear", "stated_at", "--claimant", "a nurse"),
        ("grade", "hashed", "B"),
        ("grade", "c1", "3"),
        ("kind", "hashed", "armed-group"),
        ("same", "c1", "c4"),
        ("different", "c1", "c2"),
        ("unsure", "c1", "c4"),
        ("split", "e1", "c2", "c3"),
        ("merge", "e1", "e2"),
        ("resolve", "q1", "--value", "2", "--because", "the morgue"),
        ("withdraw", "c1", "--because", "twice"),
        ("alias", "place", "Tarno", "Al Qaim"),
        ("alias", "source", "mayor", "hashed", "--as", "speaks-for"),
    ],
    ids=" ".join,
)
def test_every_kind_of_decision_can_be_taken_back(filled: Run, arguments: tuple[str, ...]) -> None:
    before, done = snapshot(filled), len(log(filled))
    good(filled(*arguments))
    assert snapshot(filled) != before or arguments[0] == "unsure"
    made = len(log(filled)) - done
    assert "Took back" in filled("undo").err
    assert snapshot(filled) == before
    entries = log(filled)
    assert entries[0]["action"] == "undo"
    assert len(entries) == done + made + 1, "nothing is deleted, and one undo is one entry"
    assert [entry["undone_by"] for entry in entries[1 : made + 1]] == [entries[0]["number"]] * made
    assert good(filled("check")) == ""


def log(run: Run, *options: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(good(run("log", "--json", *options)))
    return found


def test_a_recorded_claim_and_a_withdrawal_are_taken_back_too(filled: Run) -> None:
    good(filled("add", "--kind", "killed", "--claimant", "a nurse", "--value", "4"))
    good(filled("withdraw", "c6", "--because", "twice"))
    good(filled("undo"))
    assert one(filled, "c6")["withdrawn"] is None
    good(filled("undo"))
    assert one(filled, "c6")["withdrawn"]["because"] == "undone"


def test_a_second_undo_goes_further_back_and_never_repeats(filled: Run) -> None:
    good(filled("accept", "c1"))
    good(filled("accept", "c2"))
    good(filled("undo"))
    assert (one(filled, "c1")["status"], one(filled, "c2")["status"]) == ("accepted", "proposed")
    good(filled("undo"))
    assert one(filled, "c1")["status"] == "proposed"
    finished = filled("undo")
    assert finished.code == 2
    assert "no decision to take back" in finished.err


def test_several_decisions_at_once_and_those_of_one_person(filled: Run) -> None:
    for short_id, who in (("c1", "Ana"), ("c2", "Bo"), ("c3", "Ana"), ("c4", "Bo")):
        good(filled("accept", short_id, "--by", who))
    good(filled("undo", "2", "--of", "Ana"))
    assert [one(filled, f"c{n}")["status"][0] for n in (1, 2, 3, 4)] == ["p", "a", "p", "a"]
    good(filled("undo", "9"))
    assert {c["status"] for c in json.loads(good(filled("claims", "--json")))[:4]} == {"proposed"}


def test_what_rests_on_a_decision_is_told_and_taken_along_on_request(filled: Run) -> None:
    good(filled("accept", "c1"))
    number = log(filled)[0]["number"]
    good(filled("resolve", "q1", "--value", "2", "--because", "the morgue", "--by", "Bo"))
    refused = filled("undo", "--entry", str(number))
    assert refused.code == 2
    assert "resolve q1, by Bo" in refused.err
    assert "--with-dependents" in refused.err
    assert one(filled, "c1")["status"] == "accepted"
    good(filled("undo", "--entry", str(number), "--with-dependents"))
    assert one(filled, "c1")["status"] == "proposed"
    assert one(filled, "q1")["events"][0]["questions"][0]["finding"] is None
    again = filled("undo", "--entry", str(number))
    assert (again.code, "taken back already" in again.err) == (2, True)


def test_what_is_no_decision_cannot_be_undone(filled: Run) -> None:
    finished = filled("undo", "--entry", "1")
    assert (finished.code, "is no decision" in finished.err) == (2, True)
    assert filled("undo", "--entry", "99").code == 2
    assert filled("undo", "2", "--entry", "1").code == 2


def test_an_edit_says_where_the_claim_is_now_and_what_it_contradicts(filled: Run) -> None:
    told = filled("edit", "c4", "--place", "Al Qaim", "--on", "2024-01-24", "--note", "misread")
    assert "Edited c4 in event e1, question q1." in told.err
    assert "e1 is Al Qaim, 24 January 2024, q1 is killed." in told.err
    assert "It contradicts c3:" in told.err
    entry = log(filled, "--action", "edit")[0]
    assert entry["before"]["place"] == "Tarno"
    assert entry["after"]["place"] == "Al Qaim"
    assert entry["note"] == "misread"


def test_what_a_person_set_is_no_longer_inherited(run: Run, tmp_path: Path) -> None:
    record = claim("a", "police", 3, inherited=["place", "scope"], scope="civilians", **OTHER)
    (tmp_path / "in.jsonl").write_text(json.dumps(record))
    good(run("import", "in.jsonl"))
    good(run("edit", "c1", "--place", "Mellin"))
    assert one(run, "c1")["inherited"] == ["scope"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("edit", "c4"), 2),
        (("edit", "c9", "--low", "3"), 2),
        (("edit", "c4", "--low", "3"), 2),
        (("edit", "c4", "--clear", "quote"), 2),
        (("edit", "c4", "--clear", "kind"), 3),
        (("edit", "c4", "--low", "9"), 3),
        (("edit", "c4", "--value", "cake"), 2),
        (("edit", "c4", "--value", "-4"), 2),
        (("edit", "c4", "--value", "12", "--low", "3"), 2),
    ],
)
def test_an_edit_that_makes_no_sense_changes_nothing(
    filled: Run, arguments: tuple[str, ...], code: int
) -> None:
    before = one(filled, "c4")
    finished = filled(*arguments)
    assert (finished.code, "Traceback" in finished.err) == (code, False)
    assert one(filled, "c4") == before


def test_the_file_that_an_edited_claim_came_from_can_be_imported_again(filled: Run) -> None:
    good(filled("edit", "c4", "--low", "2"))
    good(filled("edit", "c4", "--scope", "children"))
    count = len(json.loads(good(filled("claims", "--json"))))
    good(filled("import", "in.jsonl"))
    assert len(json.loads(good(filled("claims", "--json")))) == count
    assert one(filled, "c4")["low"] == 2


def test_rules_tell_what_became_of_their_proposals(filled: Run) -> None:
    good(filled("accept", "c1"))
    good(filled("edit", "c2", "--low", "0"))
    good(filled("accept", "c2"))
    good(filled("reject", "c3", "--because", "a drill"))
    (rule,) = json.loads(good(filled("rules", "--json")))
    assert rule == {
        "rule": "passive", "proposed": 5, "accepted": 1, "corrected": 1, "rejected": 1,
        "waiting": 1, "confidence": round((0.97 * 20 + 1) / 23, 3),
    }  # fmt: skip
    good(filled("undo"))
    assert json.loads(good(filled("rules", "--json")))[0]["rejected"] == 0
    assert "Confidence" in good(filled("rules"))


def test_many_are_accepted_at_once_only_after_asking(filled: Run) -> None:
    refused = filled("accept", "--above", "0.9")
    assert refused.code == 2
    assert "c2" in refused.out
    assert one(filled, "c2")["status"] == "proposed"
    assert filled("accept", "--above", "7").code == 2
    assert filled("accept", "c1", "--above", "0.9").code == 2
    assert filled("accept").code == 2
    good(filled("accept", "--above", "0.9", "--yes"))
    entry = log(filled)[0]
    assert entry["after"]["by_rule"] == "all proposals of confidence 0.9 or more"
