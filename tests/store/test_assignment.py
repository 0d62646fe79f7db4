"""Groupings: stored where something changed, with merges that leave nothing behind."""

from claimtrack.model.claims import Withdrawal
from claimtrack.model.grouping import Grouping
from claimtrack.store import check, open_store
from tests.store.samples import group, killed, stored

TWO = Grouping(
    assigned={1: (1, 1), 2: (2, 2), 3: (2, 3)},
    events=[1, 2],
    questions={1: (1, "killed", None), 2: (2, "killed", None), 3: (2, "injured", "children")},
)


def test_a_grouping_is_stored_and_numbers_go_on_after_it(case: str) -> None:
    stored(case, killed(), killed(), killed())
    with open_store(case, write=True) as store:
        assert store.events.numbers() == (1, 1)
        assert store.claims.assign(TWO) == 3
        assert store.events.numbers() == (3, 4)
        assert [(c.event, c.question) for c in store.claims.find()] == [
            ("e1", "q1"),
            ("e2", "q2"),
            ("e2", "q3"),
        ]
        assert store.events.question("q3") == ("q3", "e2", "injured", "children")
    assert check(case) == []


def test_storing_the_same_grouping_again_changes_nothing(case: str) -> None:
    stored(case, killed(), killed(), killed())
    with open_store(case, write=True) as store:
        store.claims.assign(TWO)
        assert store.claims.assign(TWO) == 0


def test_a_merge_leaves_an_alias_and_takes_every_claim_along(case: str) -> None:
    stored(case, killed(), killed(), killed(), killed())
    group(case, [1], [2], [3, 4])
    with open_store(case, write=True) as store:
        store.claims.withdraw("c4", Withdrawal("2024-02-02", "misread"))
        store.claims.assign(
            Grouping(
                assigned={1: (1, 1), 2: (1, 1), 3: (1, 1)},
                events=[1],
                questions={1: (1, "killed", None)},
                merged_events={3: 2, 2: 1},
                merged_questions={3: 2, 2: 1},
            )
        )
        assert store.events.get("e3").id == "e1"
        assert store.events.question("q3")[0] == "q1"
        assert store.claims.get("c4").event == "e1"
        assert store.events.numbers() == (4, 4)
    assert check(case) == []


def test_a_merge_can_be_taken_back(case: str) -> None:
    stored(case, killed(), killed(), killed())
    merged = Grouping(
        assigned={1: (1, 1), 2: (1, 1), 3: (1, 3)},
        events=[1],
        questions={1: (1, "killed", None), 3: (1, "injured", "children")},
        merged_events={2: 1},
        merged_questions={2: 1},
    )
    with open_store(case, write=True) as store:
        store.claims.assign(TWO)
        store.claims.assign(merged)
        assert store.events.get("e2").id == "e1"
        assert store.claims.assign(TWO) == 2
        assert store.events.get("e2").id == "e2"
    assert check(case) == []
