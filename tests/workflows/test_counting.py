"""What a session knows of how much is left, also of the queues that are not reached yet."""

from pathlib import Path

import pytest

from claimtrack.model.review import CONFIRMATIONS, CONTESTED, PAIRS, PROPOSALS, Answer, PairItem
from claimtrack.workflows.decide import decide
from claimtrack.workflows.judge import judge
from claimtrack.workflows.resolve import resolve
from claimtrack.workflows.review import ReviewSession
from tests.workflows.reviewing import CASE, claim, laid, subjects

DOUBTFUL = [
    *CASE,
    claim("p", "police", 3, place="Karvala", event_start="2024-03-02", event_end="2024-03-02"),
    claim("q", "a vet", 4, place="Karvalla", event_start="2024-03-04", event_end="2024-03-04"),
]


def counts(session: ReviewSession) -> dict[str, int]:
    return {name: left.number for name, left in session.progress().left.items()}


@pytest.fixture
def location(tmp_path: Path) -> str:
    return laid(tmp_path, DOUBTFUL)


def test_every_queue_is_counted_before_it_is_reached(location: str) -> None:
    left = ReviewSession(location, by="Bo").progress().left
    assert {name: held.number for name, held in left.items()} == {
        queue: len(subjects(ReviewSession(location, by="Bo", queues=[queue]))) for queue in left
    }
    assert all(held.exact for held in left.values())
    assert all(held.number for held in left.values())


def test_counting_changes_nothing_of_what_is_asked(location: str) -> None:
    counting = ReviewSession(location, by="Bo")
    counting.progress()
    assert subjects(counting) == subjects(ReviewSession(location, by="Bo"))


def test_counting_the_queue_at_hand_asks_nothing_twice(location: str) -> None:
    session = ReviewSession(location, by="Bo", queues=[CONFIRMATIONS])
    session.progress()
    assert subjects(session) == ["c1 c2"]


def test_what_others_decide_changes_the_counts_of_queues_not_reached(location: str) -> None:
    session = ReviewSession(location, by="Bo")
    before = counts(session)[CONTESTED]
    resolve(location, "q2", quantity=None, verdict="three", because="morgue", by="Cleo")
    assert counts(session)[CONTESTED] == before - 1


def test_what_others_decide_changes_the_count_of_the_queue_at_hand(tmp_path: Path) -> None:
    other = claim(
        "r", "a baker", 5, place="Karvella", event_start="2024-03-06", event_end="2024-03-06"
    )
    session = ReviewSession(laid(tmp_path, [*DOUBTFUL, other]), by="Bo", queues=[PAIRS])
    before = counts(session)[PAIRS]
    assert before > 1
    waiting = subjects(ReviewSession(session.location, by="Bo", queues=[PAIRS]))[-1]
    judge(session.location, "different", *waiting.split(), by="Cleo")
    assert counts(session)[PAIRS] < before


def test_what_was_skipped_counts_once(location: str) -> None:
    session = ReviewSession(location, by="Bo", queues=[CONTESTED])
    before = counts(session)
    session.do("skip")
    assert counts(session) == before


def test_no_pair_with_what_was_rejected_is_asked_or_counted(location: str) -> None:
    session = ReviewSession(location, by="Bo", queues=[PROPOSALS, PAIRS])
    assert counts(session)[PAIRS] == 1
    decide(location, ["c7"], "rejected", by="Cleo", because="a drill")
    assert counts(session)[PAIRS] == 0
    while session.item is not None:
        assert not isinstance(session.item, PairItem)
        session.do("reject", Answer(reason="misread"))


def test_taking_a_rejection_back_brings_its_pair_back(location: str) -> None:
    session = ReviewSession(location, by="Bo", queues=[PROPOSALS, PAIRS])
    while session.item is not None and session.item.subject != "c7":
        session.do("skip")
    session.do("reject", Answer(reason="misread"))
    assert counts(session)[PAIRS] == 0
    session.do("undo")
    assert counts(session)[PAIRS] == 1
