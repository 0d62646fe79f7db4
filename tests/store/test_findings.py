"""Findings: the newest that stands is in force, also at an earlier moment and after a merge."""

import pytest

from claimtrack.errors import UsageError
from claimtrack.model.claims import Withdrawal
from claimtrack.model.findings import Finding, FindingRecord
from claimtrack.model.grouping import Grouping
from claimtrack.model.journal import JournalEntry
from claimtrack.model.quantities import Quantity
from claimtrack.store import check, open_store
from claimtrack.store.store import Store
from tests.store.samples import group, killed, stored

GONE = Withdrawal("2024-02-03T00:00:00Z", "a later count")


def _found(question: str, count: int | None, day: int = 1) -> Finding:
    return Finding(
        question,
        "the hospital showed its list",
        "Ada",
        f"2024-02-0{day}T00:00:00Z",
        None if count is None else Quantity(count, None, approximate=True),
        "cannot be told" if count is None else None,
    )


def _holding(
    store: Store, questions: list[str] | None = None, as_of: str | None = None
) -> dict[str, Finding]:
    held = store.findings.in_force(questions, as_of=as_of)
    return {question: record.finding for question, record in held.items()}


@pytest.fixture
def grouped(case: str) -> str:
    stored(case, killed(1), killed(2))
    group(case, [1], [2])
    return case


def test_a_finding_comes_back_as_it_was_made(grouped: str) -> None:
    with open_store(grouped, write=True) as store:
        assert store.findings.add(_found("q1", 2), inputs=("c1", "c2")) == "f1"
        store.findings.add(_found("q2", None))
        assert store.findings.get("f1") == FindingRecord("f1", _found("q1", 2), ("c1", "c2"))
        assert store.findings.get("f2").finding == _found("q2", None)
        assert [one.id for one in store.findings.find(question="q2")] == ["f2"]
        with pytest.raises(UsageError, match="no question q9"):
            store.findings.add(_found("q9", 2))
        with pytest.raises(UsageError, match="no finding f9"):
            store.findings.get("f9")
    assert check(grouped) == []


def test_the_newest_finding_that_stands_is_in_force(grouped: str) -> None:
    first, second = _found("q1", 1), _found("q1", 2, day=2)
    with open_store(grouped, write=True) as store:
        store.findings.add(first)
        store.findings.add(second)
        assert _holding(store) == {"q1": second}
        assert _holding(store, as_of="2024-02-01") == {"q1": first}
        assert _holding(store, as_of="2024-01-31") == {}
        store.findings.withdraw("f2", GONE)
        assert _holding(store) == {}
        assert _holding(store, as_of="2024-02-02T12:00") == {"q1": second}
        assert _holding(store, ["q2"]) == {}
        assert [one.withdrawn for one in store.findings.find(withdrawn=True)] == [None, GONE]
        store.findings.withdraw("f2", None)
        assert _holding(store, ["q1"]) == {"q1": second}
        with pytest.raises(UsageError, match="no finding f9"):
            store.findings.withdraw("f9", GONE)


def test_a_finding_that_was_replaced_comes_back_only_when_its_successor_is_undone(
    grouped: str,
) -> None:
    first, second = _found("q1", 1), _found("q1", 2, day=2)
    with open_store(grouped, write=True) as store:
        store.findings.add(first)
        store.findings.add(second)
        one, two = (store.findings.get(short_id) for short_id in ("f1", "f2"))
        assert store.findings.successor(one) == two
        assert store.findings.successor(two) is None
        made = store.journal.add(
            JournalEntry("resolve", "Ada", second.at, "q1", after={"finding": "f2"})
        )
        store.findings.withdraw("f2", GONE)
        assert _holding(store) == {}
        store.journal.add(JournalEntry("undo", "Ada", GONE.at, "q1", after={"entries": [made]}))
        assert _holding(store) == {"q1": first}
        assert _holding(store, as_of="2024-02-02T12:00") == {"q1": second}
        assert store.findings.successor(one) is None


def test_a_finding_follows_its_question_through_a_merge(grouped: str) -> None:
    with open_store(grouped, write=True) as store:
        store.findings.add(_found("q2", 2))
        store.claims.assign(
            Grouping({1: (1, 1), 2: (1, 1)}, [1], {1: (1, "killed", None)}, {2: 1}, {2: 1})
        )
        assert _holding(store) == {"q1": _found("q1", 2)}
        assert [one.id for one in store.findings.find(question="q2")] == ["f1"]
        assert store.findings.add(_found("q2", 3)) == "f2"
        assert _holding(store, ["q1"]) == {"q1": _found("q1", 3)}
