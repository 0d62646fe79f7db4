"""Who speaks in a quote is no part of what it tells."""

import pytest

from claimtrack.matching.lexicon import meanings
from claimtrack.matching.speakers import without_speakers
from claimtrack.matching.words import read_quote


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Seven people were found dead in Lesk, the fire service said.", "Seven people found dead"),
        ("The fire service raised the number of dead in Lesk to 14.", "the number of dead in Lesk"),
        ("According to the army, two people died.", "two people died"),
        ("Two people died, according to the army.", "Two people died"),
        ("Two people died, said the head of the school board.", "Two people died"),
        ("Gen. Jane Doe of the air force told reporters that two died.", "that two died"),
        ("No attacker is left, police said; the gunman is dead.", "No attacker left gunman dead"),
    ],
)
def test_what_is_told_is_left_of_a_quote_and_who_speaks_is_not(quote: str, told: str) -> None:
    left = without_speakers(quote.lower()).split()
    spoken = {"fire", "service", "army", "school", "air", "force", "reporters", "police"}
    assert set(told.lower().split()) <= {word.strip(".,;") for word in left}
    assert spoken.isdisjoint(left)


@pytest.mark.parametrize(
    "quote",
    [
        "An air strike on Lesk killed three police said.",
        "Warplanes hit the market in Lesk and killed three.",
        "Three were killed when a rocket struck the school that the army held.",
    ],
)
def test_what_happened_is_never_taken_for_a_speaker(quote: str) -> None:
    assert without_speakers(quote.lower()) == quote.lower()


def test_a_party_that_speaks_is_not_who_did_it() -> None:
    assert not read_quote("The rebels said three people had died in Lesk.").actors
    assert meanings("actors", read_quote("Rebels hit the market, police said.").actors) == [
        "rebels"
    ]
    assert not read_quote("Two American nurses were among the dead.").actors


def test_a_bombing_may_be_any_bomb() -> None:
    assert not read_quote("The bombing in Lesk killed ten.").acts
