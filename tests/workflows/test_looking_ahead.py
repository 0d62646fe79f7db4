"""What a session knows of the queues that are not reached yet, and how long one waits for them."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from claimtrack.model.review import CONFIRMATIONS, CONTESTED, PAIRS, PROPOSALS, Answer, PairItem
from claimtrack.store.store import Store
from claimtrack.workflows import explain
from claimtrack.workflows.decide import decide
from claimtrack.workflows.resolve import resolve
from claimtrack.workflows.review import ReviewSession
from tests.workflows.reviewing import CASE, claim, laid, subjects

DOUBTFUL = [
    *CASE,
    claim("p", "police", 3, place="Karvala", event_start="2024-03-02", event_end="2024-03-02"),
    claim("q", "a vet", 4, place="Karvalla", event_start="2024-03-04", event_end="2024-03-04"),
]


def counts(session: ReviewSession) -> dict[str, int | None]:
    return {name: left.number for name, left in session.progress().left.items()}


@pytest.fixture
def location(tmp_path: Path) -> str:
    return laid(tmp_path, DOUBTFUL)


def test_every_queue_is_counted_before_it_is_reached(location: str) -> None:
    session = ReviewSession(location, by="Bo")
    assert session.look_ahead()
    left = session.progress().left
    assert {name: held.number for name, held in left.items()} == {
        queue: len(subjects(ReviewSession(location, by="Bo", queues=[queue]))) for queue in left
    }
    assert all(held.exact for held in left.values())
    assert not session.look_ahead(), "there is nothing more to look into"


def test_what_is_dear_to_count_can_be_left_for_later(location: str) -> None:
    session = ReviewSession(location, by="Bo")
    session.look_ahead(dear=False)
    assert counts(session)[PAIRS] is None
    assert counts(session)[CONTESTED] is not None


def test_counting_ahead_changes_nothing_of_what_is_asked(location: str) -> None:
    looking = ReviewSession(location, by="Bo")
    looking.look_ahead()
    assert subjects(looking) == subjects(ReviewSession(location, by="Bo"))


def test_looking_into_the_queue_at_hand_asks_nothing_twice(location: str) -> None:
    session = ReviewSession(location, by="Bo", queues=[CONFIRMATIONS])
    session.look_ahead()
    assert subjects(session) == ["c1 c2"]


def test_what_others_decide_changes_the_counts_of_queues_not_reached(location: str) -> None:
    session = ReviewSession(location, by="Bo")
    session.look_ahead()
    before = counts(session)[CONTESTED] or 0
    resolve(location, "q2", quantity=None, verdict="three", because="morgue", by="Cleo")
    session.progress()
    session.look_ahead()
    assert counts(session)[CONTESTED] == before - 1


def test_rejecting_compares_no_claims_anew_and_asks_no_pair_with_what_was_rejected(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = _counted(monkeypatch)
    session = ReviewSession(location, by="Bo", queues=[PROPOSALS, PAIRS])
    session.look_ahead()
    decide(location, ["c7"], "rejected", by="Cleo", because="a drill")
    while session.item is not None:
        assert not isinstance(session.item, PairItem)
        session.do("reject", Answer(reason="misread"))
    assert looked == ["pairs"]


def test_judging_a_pair_looks_for_others_only_once_all_are_asked(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = _counted(monkeypatch)
    session = ReviewSession(location, by="Bo", queues=[PAIRS])
    while session.item is not None:
        session.do("different")
    assert looked == ["pairs", "pairs"]


def test_whoever_reaches_the_pairs_waits_for_those_who_look(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        begun.set()
        go_on.wait(30)

    looked = _counted(monkeypatch, before=hold)
    session = ReviewSession(location, by="Bo", queues=[PROPOSALS, PAIRS])
    ahead = threading.Thread(target=session.look_ahead)
    ahead.start()
    assert begun.wait(30)
    assert session.do("accept").done, "decisions go on meanwhile"
    threading.Timer(0.1, go_on.set).start()
    while not isinstance(session.item, PairItem):
        session.do("skip")
    ahead.join()
    assert looked == ["pairs"]


def test_it_tells_what_it_is_looking_for(location: str) -> None:
    heard: list[str] = []
    ReviewSession(location, by="Bo", queues=[PAIRS], tell=heard.append)
    assert heard == [
        "Reading claims for doubtful pairs: 0 of 7",
        "Comparing 7 claims for doubtful pairs",
    ]


def _counted(
    monkeypatch: pytest.MonkeyPatch, before: Callable[[], object] = lambda: None
) -> list[str]:
    """Notes in a list whenever doubtful pairs are looked for."""
    looked: list[str] = []
    found = explain.doubtful_within

    def looking(store: Store, limit: int | None = None, **told: Callable[[str], None]) -> object:
        looked.append("pairs")
        before()
        return found(store, limit, **told)

    monkeypatch.setattr(explain, "doubtful_within", looking)
    return looked
