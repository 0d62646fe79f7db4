"""Storing claims: IDs in order, sources and documents found or made on the way."""

import pytest

from claimtrack.errors import InputError
from claimtrack.model.claims import Claim, Passage
from claimtrack.model.documents import Document
from claimtrack.store import open_store
from claimtrack.store.statements import batches
from tests.store.samples import NOW, fail_after_writing, killed, stored


def test_ids_are_minted_in_the_order_given_and_never_twice(case: str) -> None:
    assert stored(case, killed(), killed()) == ["c1", "c2"]
    with pytest.raises(RuntimeError):
        fail_after_writing(case, RuntimeError)
    assert stored(case, killed()) == ["c3"]


def test_claims_are_taken_one_batch_at_a_time(case: str) -> None:
    taken: list[int] = []
    told: list[int] = []

    def endless() -> Claim:
        taken.append(len(told))
        return killed(len(taken))

    with open_store(case, write=True) as store:
        store.claims.add((endless() for _ in range(2500)), recorded_at=NOW, on_progress=told.append)
    assert told == [1000, 2000, 2500]
    assert taken[999:1001] == [0, 1]


def test_spellings_of_one_source_meet_and_keep_their_words(case: str) -> None:
    stored(case, killed(claimants=("The Hashed",)), killed(claimants=("the hashed", "AFP")))
    with open_store(case) as store:
        assert [source.name for source in store.sources.find()] == ["The Hashed", "AFP"]
        assert store.claims.get("c2").claimants == ("the hashed", "AFP")


def test_a_claim_refers_to_the_document_stored_before(case: str) -> None:
    with open_store(case, write=True) as store:
        paper = store.documents.add(Document(title="A night", text="Two died."), recorded_at=NOW)
        store.claims.add(
            [killed(document=paper, passage=Passage("Two died.", 0, 9))], recorded_at=NOW
        )
        assert store.claims.get("c1").document == Document(
            title="A night", id="d1", recorded_at=NOW
        )
        assert len(list(store.documents.find())) == 1


def test_a_document_is_found_by_its_description_or_stored(case: str) -> None:
    paper, other = Document(title="A night", url="https://example.org/1"), Document(title="A day")
    stored(case, killed(document=paper), killed(document=other), killed(document=paper))
    stored(case, killed(document=other))
    with open_store(case) as store:
        found = [claim.document and claim.document.id for claim in store.claims.find()]
        assert found == ["d1", "d2", "d1", "d2"]


def test_a_documents_id_from_another_database_is_not_believed(case: str) -> None:
    with open_store(case, write=True) as store:
        store.documents.add(Document(title="Mine"), recorded_at=NOW)
    stored(case, killed(document=Document(id="d1", title="Theirs")))
    stored(case, killed(document=Document(id="d7", title="Mine")))
    with open_store(case) as store:
        titles = [claim.document and claim.document.title for claim in store.claims.find()]
        assert titles == ["Theirs", "Mine"]
        assert [document.title for document in store.documents.find()] == ["Mine", "Theirs"]


def test_documents_without_a_description_are_told_apart_by_their_ids(case: str) -> None:
    ids = ("d4", "d5", "d4")
    stored(case, *(killed(document=Document(id=short)) for short in ids))
    with open_store(case) as store:
        found = [claim.document and claim.document.id for claim in store.claims.find()]
        assert found == ["d1", "d2", "d1"]


def test_what_no_database_can_hold_is_bad_input(case: str) -> None:
    with pytest.raises(InputError, match="no database can"):
        stored(case, killed(), killed(statement="\ud800"))
    with open_store(case) as store:
        assert store.claims.count() == 0


def test_batches_keep_order_and_leave_nothing_out() -> None:
    assert list(batches(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(batches([], 2)) == []
