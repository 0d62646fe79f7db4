"""Documents: kept with their text, found by reference and by digest."""

import pytest

from claimtrack.errors import UsageError
from claimtrack.model.documents import Document
from claimtrack.store import open_store
from claimtrack.store.documents import Documents
from tests.store.samples import NOW, killed

PAPER = Document(publisher="AFP", title="A night", url="https://example.org/1", text="Two died.\n")


def test_a_document_is_kept_with_its_text_and_listed_without(case: str) -> None:
    with open_store(case, write=True) as store:
        kept = store.documents.add(PAPER, recorded_at=NOW)
        assert kept == Document("AFP", "A night", PAPER.url, None, None, "d1", PAPER.text, NOW)
        assert store.documents.get("d1") == kept
        (listed,) = store.documents.find()
        assert listed.text is None
        assert listed.id == "d1"


def test_a_document_is_found_by_its_reference_and_by_its_text(case: str) -> None:
    with open_store(case, write=True) as store:
        for _ in range(2):
            store.documents.add(PAPER, recorded_at=NOW)
        store.documents.add(Document(title="Another", text=PAPER.text), recorded_at=NOW)
        assert [found.id for found in store.documents.by_reference(PAPER)] == ["d1", "d2"]
        digest = Documents.sha256_of(PAPER.text or "")
        assert [found.id for found in store.documents.by_sha256(digest)] == ["d1", "d2", "d3"]
        assert store.documents.by_reference(Document(title="A")) == []


def test_a_newer_version_replaces_an_older_one_and_claims_know_it(case: str) -> None:
    with open_store(case, write=True) as store:
        old, new = (store.documents.add(PAPER, recorded_at=NOW) for _ in range(2))
        store.claims.add([killed(document=old)], recorded_at=NOW)
        store.documents.replace("d1", "d2")
        cited = store.claims.get("c1").document
        assert cited is not None
        assert cited.replaced_by == store.documents.get("d1").replaced_by == new.id == "d2"
        assert [listed.replaced_by for listed in store.documents.find()] == ["d2", None]
        with pytest.raises(UsageError, match="already replaces"):
            store.documents.replace("d2", "d1")
        with pytest.raises(UsageError, match="already replaces"):
            store.documents.replace("d1", "d1")
        for pair in (("d1", "d9"), ("d9", "d1")):
            with pytest.raises(UsageError, match="no document d9"):
                store.documents.replace(*pair)
        store.documents.replace("d1", None)
        assert store.documents.get("d1").replaced_by is None


def test_the_newest_version_at_an_address_is_one_with_a_text_that_none_replaces(case: str) -> None:
    url = PAPER.url or ""
    with open_store(case, write=True) as store:
        assert store.documents.newest_at(url) is None
        for text in ("one", "two", None, "four"):
            store.documents.add(Document(url=url, text=text), recorded_at=NOW)
        store.documents.add(Document(url="https://example.org/2", text="x"), recorded_at=NOW)
        newest = store.documents.newest_at(url)
        assert newest is not None
        assert (newest.id, newest.text) == ("d4", "four")
        store.documents.replace("d4", "d1")
        newest = store.documents.newest_at(url)
        assert newest is not None
        assert newest.id == "d2"


def test_texts_come_with_their_titles_and_references_not_at_all(case: str) -> None:
    with open_store(case, write=True) as store:
        for paper in (PAPER, Document(title="A"), Document(text="No title.")):
            store.documents.add(paper, recorded_at=NOW)
        assert list(store.documents.texts()) == [(1, "A night\nTwo died.\n"), (3, "\nNo title.")]


def test_an_unknown_document_is_a_usage_error(case: str) -> None:
    with open_store(case) as store, pytest.raises(UsageError, match="no document d9"):
        store.documents.get("d9")
