"""Pages: whole events, the same wherever their claims are put together."""

import pickle

import pytest

from claimtrack.model.documents import Document
from claimtrack.store import open_store
from tests.store.samples import group, killed, stored


def test_a_page_cuts_no_event_in_two(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stored(case, *(killed(count) for count in range(1, 10)))
    group(case, [1, 2, 3], [4], [5, 6], [7], [8], [9])
    monkeypatch.setattr("claimtrack.store.events._TOGETHER", 2)
    with open_store(case) as store:
        pages = [[event for event, _ in page] for page in store.events.pages()]
    assert pages == [["e1"], ["e2", "e3"], ["e4", "e5", "e6"]]


def test_what_another_process_makes_of_a_page_is_what_is_stored(case: str) -> None:
    source = Document(publisher="AFP", published="2024-01-24")
    stored(case, killed(via=("AFP",), document=source), killed(3, claimants=("a", "b")))
    group(case, [1, 2])
    with open_store(case) as store:
        (page,) = store.events.pages()
        stored_claims = [store.claims.get("c1"), store.claims.get("c2")]
    assert list(pickle.loads(pickle.dumps(page))) == [("e1", stored_claims)]
