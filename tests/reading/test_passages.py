from claimtrack.model.documents import Document
from claimtrack.reading import read
from tests.reading.scoring import HELD, passages, score


def test_passages_in_many_styles_are_read_with_high_precision_and_recall() -> None:
    found = score([name for name in passages() if name not in HELD])
    assert found.precision >= 0.95, found.made_up
    assert found.recall >= 0.92, found.missed
    assert found.speaker >= 0.92 * found.hit
    assert found.place >= 0.85 * found.places
    assert found.date >= 0.90 * found.dates


def test_passages_kept_apart_are_read_nearly_as_well() -> None:
    found = score([name for name in passages() if name in HELD])
    assert found.precision >= 0.90, found.made_up
    assert found.recall >= 0.80, found.missed


def test_pages_on_sport_trade_and_arts_give_no_proposals() -> None:
    found = score(["sport_page", "business_page", "tech_page", "gallery_page"])
    assert found.wrong == 0, found.made_up


def test_a_document_without_text_gives_nothing() -> None:
    assert read(Document(text=None)) == []
    assert read(Document(text="")) == []


def test_reading_twice_gives_the_same() -> None:
    document = Document(text="Two men were killed in Oran on Friday, police said.")
    assert read(document) == read(document)
