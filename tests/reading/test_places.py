import pytest

from claimtrack.model.documents import Document
from claimtrack.reading import read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Two men were killed in Oran.", "Oran"),
        ("Two men were killed in the western city of Oran, police said.", "Oran"),
        ("Two men were killed near Oran, an official in Algiers said.", "Oran"),
        ("Two men were killed at the Ain al-Asad base.", "Ain al-Asad base"),
        ("Shells fell on Oran. Two men were killed.", "Oran"),
        ("ORAN, Algeria, May 14 (Wire) - Two men were killed.", "Oran"),
        ("Two men were killed.", None),
        ("Two men drowned off the Philippine island of Mindoro.", "Mindoro"),
        ("A wall above the town of Carmo fell and killed two men.", "Carmo"),
        ("Two men were killed in the capital, Buenos Aires.", "Buenos Aires"),
        (
            "Two men died at the Kolonnade shopping centre, in the north of the capital.",
            "Kolonnade shopping centre",
        ),
        ("Lesk was worst hit, with two men killed.", "Lesk"),
        ("Derna, a city of 90,000, was flooded. Two men were killed.", "Derna"),
        ("Rain fell in Bor and in Lesk. Bor is quiet. Two men were killed.", "Bor"),
        ("Two men shot in Oran died in hospital after a flight to Bor.", "Oran"),
    ],
)
def test_the_place_is_the_nearest_that_the_claim_is_about(text: str, place: str | None) -> None:
    claim = next(c for c in read(Document(text=text)) if c.kind == "killed")
    assert claim.place == place


def test_a_place_from_the_context_is_named_as_inherited() -> None:
    own, inherited = read(Document(text="Two men were killed in Oran. Six were wounded."))
    assert "place" not in own.inherited
    assert "place" in inherited.inherited


def test_the_base_is_the_base_named_before() -> None:
    text = "Drones flew over Asad base. Later two men were killed at the base."
    claim = next(c for c in read(Document(text=text)) if c.kind == "killed")
    assert claim.place == "Asad base"
    assert claim.place_text == "the base"
