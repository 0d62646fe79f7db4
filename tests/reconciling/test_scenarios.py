"""Real tolls that rose, fell, were withdrawn, echoed, split and re-based, as public accounts tell.

Each file holds claim records and what the report must say of them. Its ``checked`` names the public
accounts that the figures, days and speakers were held against.
"""

import json
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from claimtrack.model.records import from_record
from claimtrack.model.report import EventReport, QuestionReport
from claimtrack.reconciling import reconcile

SCENARIOS = sorted((Path(__file__).parents[1] / "scenarios").glob("*.json"))
GOLDEN = Path(__file__).parents[1] / "scenarios" / "wording.txt"


def load(path: Path) -> dict[str, Any]:
    scenario: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return scenario


def reconciled(scenario: dict[str, Any]) -> EventReport:
    """The scenario's claims as one event; each keeps its name as its ID."""
    claims = []
    for record in scenario["claims"]:
        claim = from_record(record)
        question = f"{claim.kind}/{claim.scope}"
        claims.append(replace(claim, id=record["id"], event="e1", question=question))
    return reconcile("e1", claims)


def question_of(report: EventReport, claim: str) -> QuestionReport:
    return next(q for q in report.questions if any(p.claim == claim for p in q.positions))


def listed(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_the_report_says_what_the_scenario_expects(path: Path) -> None:
    scenario = load(path)
    report, expect = reconciled(scenario), scenario["expect"]
    moves = {(r.from_, r.to): r for q in report.questions for r in q.revisions}
    types = {frozenset(d.claims): d.type for q in report.questions for d in q.discrepancies}
    for old, new, way in expect.get("revisions", []):
        found = [moves.get((a, b)) for a in listed(old) for b in listed(new)]
        assert any(r is not None and r.direction == way for r in found), (old, new, found)
    for old, new in expect.get("no_revision", []):
        assert (old, new) not in moves or moves[old, new].type == "scope-change"
    for a, b, allowed in expect.get("discrepancies", []):
        assert types.get(frozenset((a, b))) in allowed, (a, b)
    for a, b in expect.get("no_conflict", []):
        assert types.get(frozenset((a, b))) != "conflict", (a, b)
    for claim, wanted in expect.get("figures", []):
        figures = question_of(report, claim).figures
        assert figures.latest is None or figures.latest.claim in wanted.get(
            "latest", [figures.latest.claim]
        )
        for bound in ("low", "high"):
            if bound in wanted:
                assert getattr(figures, bound) == wanted[bound], (claim, bound)
    for claim, most in expect.get("origins_at_most", []):
        assert question_of(report, claim).origins <= most, claim


def test_the_wording_of_every_scenario_is_as_it_was_approved() -> None:
    told = chain.from_iterable(
        (f"{path.stem}: {question.wording}" for question in reconciled(load(path)).questions)
        for path in SCENARIOS
    )
    assert list(told) == GOLDEN.read_text(encoding="utf-8").splitlines()
