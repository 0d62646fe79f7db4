from claimtrack.model.documents import Document
from claimtrack.reading import read


def test_headline_lead_and_body_are_one_claim() -> None:
    text = (
        "Fire kills 12 in Oran\n\nTwelve people were killed in a fire in Oran on Friday, police "
        "said.\n\nThe 12 people killed were workers, police said."
    )
    (claim,) = [c for c in read(Document(text=text, published="2024-05-15")) if c.kind == "killed"]
    assert claim.claimants == ("police",)
    assert len(claim.restated) == 2


def test_two_speakers_with_one_figure_are_two_claims() -> None:
    text = "Police said 12 people were killed. The army said 12 people were killed."
    assert len(read(Document(text=text))) == 2


def test_the_same_figure_at_another_place_is_another_claim() -> None:
    text = (
        "Two people were killed in Oran, police said. Two people were killed in Blida, police said."
    )
    assert {c.place for c in read(Document(text=text))} == {"Oran", "Blida"}
