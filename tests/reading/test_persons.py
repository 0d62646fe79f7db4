from claimtrack.model.claims import Claim
from claimtrack.model.documents import Document
from claimtrack.reading import read


def read_text(text: str) -> list[Claim]:
    return read(Document(text=text, published="2024-05-15"))


def test_one_victim_told_three_times_is_one_claim() -> None:
    claims = read_text(
        "Teen dies after shooting\n\nA 16-year-old boy was shot and killed in Oran on Friday.\n\n"
        "Karim Said, 16, died at the scene, police said."
    )
    killed = [c for c in claims if c.kind == "killed"]
    assert len(killed) == 1
    assert len(killed[0].restated) == 2
    assert killed[0].persons == ("Karim Said",)


def test_harm_of_open_outcome_is_dropped_for_whoever_died() -> None:
    claims = read_text("A man was shot in Oran on Friday. He died at a hospital.")
    assert {c.kind for c in claims} == {"killed"}


def test_a_single_victim_who_lived_is_injured() -> None:
    claims = read_text("A woman was shot in the leg in Oran on Friday, police said.")
    assert [(c.kind, c.persons) for c in claims] == [("injured", ("A woman",))]


def test_several_victims_told_apart_add_up_to_a_lower_bound() -> None:
    claims = read_text(
        "Karim Said, 16, was killed in Oran on Friday. Lina Haddad, 40, was killed as well."
    )
    total = [c for c in claims if c.rule == "persons"]
    assert [(c.quantity.low, c.quantity.high) for c in total if c.quantity] == [(2, None)]
    assert total[0].persons == ("Karim Said", "Lina Haddad")


def test_no_total_is_added_where_the_text_has_one() -> None:
    claims = read_text(
        "Two people were killed in Oran on Friday. Karim Said, 16, died at the scene. "
        "Lina Haddad, 40, died in hospital."
    )
    assert not [c for c in claims if c.rule == "persons"]
    assert {c.scope for c in claims} == {None, "Karim Said", "Lina Haddad"}


def test_a_victim_of_another_year_is_not_counted_with_the_others() -> None:
    claims = read_text(
        "Karim Said, 16, was killed in Oran on Friday. Lina Haddad, 40, was killed on 2 May 2019."
    )
    assert not [c for c in claims if c.rule == "persons"]


def test_whoever_kills_himself_is_the_subject() -> None:
    claims = read_text("Omar Dib, 50, killed his wife before turning the gun on himself.")
    assert {c.persons for c in claims if c.rule != "persons"} == {("his wife",), ("Omar Dib",)}
