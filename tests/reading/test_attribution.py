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
        ("Petrov said two men were killed.", ("Petrov",)),
        ("A ministry spokesman, Karim Adel, said the army had killed two men.", ("Karim Adel",)),
        ("Blast in market kills two men: police", ("police",)),
        ("Two men were killed, government data shows.", ("government data",)),
        ("Town hall on FB: two men killed.", ("Town hall",)),
        ("A monitor, the Ridge Observatory, said two men died.", ("the Ridge Observatory",)),
        ("An earlier version of this article said two men were killed.", ("(article)",)),
        ("Two men died when the wall of the town of Oran gave way.", ("(article)",)),
        ("State television withdrew its report that two men had died.", ("State television",)),
        ("Police withdrew their figure of two dead.", ("Police",)),
        ("Doctors Without Borders said two men were killed.", ("Doctors Without Borders",)),
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


@pytest.mark.parametrize(
    ("text", "claimant", "relay"),
    [
        ("Two men were killed, the governor was quoted as saying by ISNA.", "the governor", "ISNA"),
        ("Marr, quoted by the agency ISNA, said two men died.", "Marr", "the agency ISNA"),
        ("ISNA quoted a local official as saying two men died.", "a local official", "ISNA"),
        ("Citing police, Al Jazeera said two men were killed.", "police", "Al Jazeera"),
        ("Two men died, according to state TV, citing the ministry.", "the ministry", "state TV"),
    ],
)
def test_who_quotes_or_cites_only_relays(text: str, claimant: str, relay: str) -> None:
    claim = first(text)
    assert claim.claimants == (claimant,)
    assert claim.via == (relay,)


def test_he_is_a_person_and_no_ministry() -> None:
    text = "Mayor Ann Lee said two men died. The army said five fled. She said six were hurt."
    assert read(Document(text=text))[-1].claimants == ("Mayor Ann Lee",)


def test_a_sentence_that_leans_on_what_was_told_has_its_speaker() -> None:
    text = "At least 12 people were killed, police said. Another 23 were injured."
    claim = read(Document(text=text))[1]
    assert claim.claimants == ("police",)
    assert "claimants" in claim.inherited


@pytest.mark.parametrize(
    "gap", [" Close to 600 houses were destroyed.", "\n\nAnother 23 were hurt."]
)
def test_elsewhere_the_article_speaks_again(gap: str) -> None:
    claims = read(Document(text="At least 12 people were killed, police said." + gap))
    assert claims[1].in_article_voice


def test_a_paper_that_says_we_is_the_article() -> None:
    text = "We gave the number of dead wrongly. Nine people died."
    claims = read(Document(text=text, publisher="The Valley Examiner"))
    assert claims[-1].in_article_voice


def test_we_is_the_publisher() -> None:
    claim = first("We have confirmed 14 deaths in the camp.", publisher="Relief Team")
    assert claim.claimants == ("Relief Team",)


def test_no_speaker_is_made_up_from_a_thing() -> None:
    assert first("The bomb, which the engine carried, killed two men.").claimants == ("(article)",)


@pytest.mark.parametrize(
    "nobody",
    ["We", "Eighteen", "Two others", "Another", "Someone", "My", "A previous version",
     "An earlier version of this article", "An online version", "The article wrongly"],
)  # fmt: skip
def test_words_that_only_point_or_count_are_no_claimant(nobody: str) -> None:
    for saying in (
        "{} said 12 people were killed.",
        "{} told AFP that 12 people were killed.",
        "{} demanded an inquiry after 12 people were killed.",
    ):
        claims = read(Document(text=saying.format(nobody)))
        assert {name for claim in claims for name in claim.claimants} <= {"(article)"}


def test_we_goes_back_to_whoever_spoke() -> None:
    text = "The mayor said the river had burst its banks. We said 12 people were killed."
    claim = first(text)
    assert claim.claimants == ("The mayor",)
    assert "claimants" in claim.inherited


def test_a_version_of_somebody_is_his() -> None:
    assert first("The army's version said 12 people were killed.").claimants != ("(article)",)
