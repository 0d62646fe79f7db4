from claimtrack.model.claims import Claim
from claimtrack.model.documents import Document
from claimtrack.reading import read

HARM = "Two men were killed in an attack on Oran. "


def uncounted(text: str) -> list[Claim]:
    return [c for c in read(Document(text=HARM + text)) if c.quantity is None]


def test_accusations_denials_and_claims_of_responsibility_are_read() -> None:
    claims = uncounted(
        "The army accused the rebels of the bombing. The rebels denied the accusation. "
        "A group called Dawn claimed responsibility for the attack."
    )
    assert [c.kind for c in claims] == ["accusation", "denial", "responsibility"]
    assert claims[0].claimants == ("The army",)
    assert claims[0].statement == "the rebels of the bombing"
    assert claims[1].denies


def test_being_denied_boarding_is_no_denial() -> None:
    assert uncounted("The airline denied boarding to two men.") == []


def test_claiming_a_prize_is_no_claim_of_responsibility() -> None:
    assert uncounted("The mayor claimed the prize.") == []


def test_what_an_attack_hit_is_a_target() -> None:
    claims = uncounted("The air strikes targeted the brigade, the army said.")
    assert [(c.kind, c.claimants) for c in claims] == [("target", ("the army",))]


def test_without_harm_in_the_text_nothing_uncounted_is_read() -> None:
    assert (
        read(Document(text="The company denied the claims. It accused a rival of copying.")) == []
    )
