import pytest

from claimtrack.model.claims import Claim
from claimtrack.model.documents import Document
from claimtrack.reading import read


def first(text: str, publisher: str | None = None) -> Claim:
    return read(Document(text=text, published="2024-05-15", publisher=publisher))[0]


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("Two men were killed, police said.", ("police",)),
        ("Two men were killed, said the mayor.", ("the mayor",)),
        ("According to the army, two men were killed.", ("the army",)),
        ("Two men were killed, according to a hospital official.", ("a hospital official",)),
        ("The army said on Friday that two men were killed.", ("The army",)),
        ("Army: two men killed.", ("Army",)),
        ("“Two men were killed,” the governor, Ann Lee, said.", ("Ann Lee",)),
        (
            "An interior ministry official and a source in the army reported two dead.",
            ("An interior ministry official", "a source in the army"),
        ),
        ("Two men were killed.", ("(article)",)),
        ("We heard unconfirmed reports of 7 killed.", ("unconfirmed reports",)),
    ],
)
def test_the_speaker_is_whom_the_text_names(text: str, claimants: tuple[str, ...]) -> None:
    assert first(text).claimants == claimants


def test_pronouns_go_back_to_the_last_speaker() -> None:
    claims = read(Document(text="Mayor Ann Lee said two men were killed. She said six were hurt."))
    assert [c.claimants for c in claims] == [("Mayor Ann Lee",)] * 2
    assert "claimants" in claims[1].inherited


def test_an_outlet_that_was_told_relays() -> None:
    claim = first("Two men were killed, an official told AFP.", publisher="The Post")
    assert claim.claimants == ("an official",)
    assert claim.anonymous
    assert claim.via == ("The Post", "AFP")


def test_we_is_the_publisher() -> None:
    claim = first("We have confirmed 14 deaths in the camp.", publisher="Relief Team")
    assert claim.claimants == ("Relief Team",)


def test_no_speaker_is_made_up_from_a_thing() -> None:
    assert first("The bomb, which the engine carried, killed two men.").claimants == ("(article)",)
