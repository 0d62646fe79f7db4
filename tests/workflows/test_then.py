"""What was known, and what had been said, by some time."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.exchange.formats import format_named
from claimtrack.model.dates import now
from claimtrack.store import open_store
from claimtrack.workflows.decide import decide_within
from claimtrack.workflows.edit import edit
from claimtrack.workflows.importing import import_file
from claimtrack.workflows.judge import judge
from claimtrack.workflows.report import Asked, reported
from claimtrack.workflows.then import Then
from claimtrack.workflows.undo import undo
from claimtrack.workflows.withdraw import withdraw
from tests.conftest import good
from tests.running import Run

DAY = {"place": "Al Qaim", "event_start": "2024-01-24", "event_end": "2024-01-24"}


def record(name: str, who: str, figure: int, said: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": name, "kind": "killed", "low": figure, "high": figure, "claimants": [who],
        "stated_at": said, **DAY, **fields,
    }  # fmt: skip


RECORDS = [
    record("a", "police", 1, "2024-01-24"),
    record("b", "police", 2, "2024-01-25"),
    record("c", "residents", 3, "2024-01-26", kind="injured"),
    record("d", "a bot", 9, "2024-01-26", status="rejected"),
]


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """The command line on what police said on two days, and residents on a third."""
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in RECORDS))
    good(run("import", "in.jsonl"))
    return run


def events(run: Run, *options: str) -> list[Any]:
    found: list[Any] = json.loads(good(run("report", "--json", *options)))["events"]
    return found


def claims(found: list[Any]) -> list[str]:
    return sorted(p["claim"] for event in found for q in event["questions"] for p in q["positions"])


def test_what_had_been_said_by_a_time_leaves_out_what_was_said_later(filled: Run) -> None:
    (then,) = events(filled, "--as-of-said", "2024-01-24")
    assert claims([then]) == ["c1"]
    assert then["questions"][0]["revisions"] == []
    assert claims(events(filled, "--as-of-said", "2024-01-25")) == ["c1", "c2"]
    assert "said by 25 Jan 2024" in good(filled("report", "--as-of-said", "2024-01-25"))


def test_a_finding_that_weighed_what_was_said_later_settles_nothing_before(filled: Run) -> None:
    good(filled("add", "--kind", "killed", "--claimant", "residents", "--value", "4",
                *("--place", "Al Qaim", "--on", "2024-01-24", "--said", "2024-01-24")))  # fmt: skip
    good(filled("resolve", "q1", "--value", "2", "--because", "what police said next"))
    assert filled("report", "--check").code == 0
    asked = ("report", "--check", "--as-of-said")
    assert filled(*asked, "2024-01-25").code == 0
    earlier = filled(*asked, "2024-01-24")
    assert (earlier.code, "(f1)" in earlier.out) == (1, False)


def test_as_of_now_is_the_report_without_it(filled: Run) -> None:
    good(filled("accept", "c1"))
    good(filled("different", "c1", "c3"))
    assert events(filled, "--as-of", now()) == events(filled)
    assert events(filled, "--as-of", "now") == events(filled)
    assert events(filled, "--as-of-said", "now") == events(filled)
    assert filled("report", "--as-of", "today").code == 2


def at(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """Let everything that is recorded bear this time."""
    for module in ("importing", "judge", "decide", "withdraw", "resolve", "edit", "undo"):
        monkeypatch.setattr(f"claimtrack.workflows.{module}.now", lambda: moment)


def shown(location: str, as_of: str | None) -> list[Any]:
    with reported(location, Asked(as_of=as_of), lambda event: event) as (_, found):
        return list(found)


def test_each_moment_is_shown_as_it_was_shown_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Claims, rejections, judgements and withdrawals, each at an hour of its own."""
    location, file = str(tmp_path / "case.db"), tmp_path / "in.jsonl"

    def take(*records: dict[str, Any]) -> None:
        file.write_text("".join(json.dumps(r) + "\n" for r in records))
        import_file(location, str(file), format_named("jsonl"), by="Ana")

    def reject() -> None:
        with open_store(location, write=True) as store:
            decide_within(store, ["c2"], "rejected", by="Ana", because="a drill")

    steps: list[Callable[[], object]] = [
        lambda: take(*RECORDS[:2]),
        lambda: take(*RECORDS[2:]),
        lambda: judge(location, "different", "c1", "c3", by="Ana"),
        reject,
        lambda: edit(location, "c3", {"low": 7, "high": 7, "place": "Tarno"}, by="Ana"),
        lambda: undo(location, by="Ana"),
        lambda: withdraw(location, "j1", because="a slip", by="Ana"),
        lambda: withdraw(location, "c1", because="a forgery", by="Ana"),
    ]
    seen = {}
    for hour, step in enumerate(steps):
        moment = f"2024-02-01T{hour:02}:00:00+00:00"
        at(monkeypatch, moment)
        step()
        seen[moment] = shown(location, None)
    assert len({str(found) for found in seen.values()}) == len(steps) - 1  # the edit was undone
    for moment, found in seen.items():
        assert [
            [(q.kind, q.figures, q.positions) for q in event.questions]
            for event in shown(location, moment)
        ] == [[(q.kind, q.figures, q.positions) for q in event.questions] for event in found]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(["accept", "reject", "different", "withdraw"]), max_size=4))
def test_as_of_the_end_of_time_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, decisions: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("case")
    location, file = str(folder / "case.db"), folder / "in.jsonl"
    file.write_text("".join(json.dumps(r) + "\n" for r in RECORDS))
    import_file(location, str(file), format_named("jsonl"), by="Ana")
    for claim, decision in enumerate(decisions, 1):
        if decision == "different":
            if claim < 3 and "withdraw" not in decisions and "reject" not in decisions:
                judge(location, "different", f"c{claim}", "c3", by="Ana")
        elif decision == "withdraw":
            withdraw(location, f"c{claim}", because="a slip", by="Ana")
        else:
            with open_store(location, write=True) as store:
                decide_within(store, [f"c{claim}"], f"{decision}ed", by="Ana", because="seen")
    assert shown(location, "2999-01-01") == shown(location, None)


def test_only_the_questions_asked_for(filled: Run) -> None:
    assert claims(events(filled, "--kind", "injured")) == ["c3"]
    assert claims(events(filled, "--source", "residents")) == ["c3"]
    assert claims(events(filled, "--place", "qaim")) == ["c1", "c2", "c3"]
    assert events(filled, "--place", "Tarno") == []
    assert events(filled, "--since", "2024-01-25") == []
    assert claims(events(filled, "--status", "single-origin")) == ["c1", "c2", "c3"]
    assert events(filled, "--status", "contested") == []
    assert filled("report", "--status", "odd").code == 2


def test_a_time_after_which_nothing_happened_has_the_present_grouping(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    location, file = str(tmp_path / "case.db"), tmp_path / "in.jsonl"
    file.write_text("".join(json.dumps(r) + "\n" for r in RECORDS))

    def changed(as_of: str | None) -> bool:
        with open_store(location) as store:
            return Then(store, as_of, None).changed()

    at(monkeypatch, "2999-01-01T12:00:00Z")
    import_file(location, str(file), format_named("jsonl"), by="Ana")
    assert [changed(day) for day in (None, "2998-12-31", "2999-01-01")] == [False, True, False]
    at(monkeypatch, "2999-01-02T12:00:00Z")
    withdraw(location, "c1", because="recorded twice", by="Ana")
    assert [changed(day) for day in (None, "2999-01-01", "2999-01-02")] == [False, True, False]
