import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.reconciling.places import Places, fold_place, holds, same_name


def places(*texts: str) -> Places:
    return Places((text, "somebody") for text in texts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al Qaim", "al-Qa'im"),
        ("Al Qaem", "Qaim"),
        ("Hilla", "Hillah"),
        ("Utøya", "Utoya"),
        ("near Port Town", "Port Town city"),
        ("Grenfell Tower, London", "Grenfell Tower"),
        ("al-Ahli Arab Hospital", "Al-Ahli hospital"),
        ("A and B", "A & B"),
    ],
)
def test_spellings_of_one_place_share_a_number(one: str, other: str) -> None:
    found = places(one, other)
    assert found.number(one) == found.number(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oslo", "Utøya"),
        ("Jajarkot district", "Rukum West"),
        ("Gaza", "northern Gaza"),
        ("Oslo, Norway", "Utøya, Norway"),
        ("Sanaa", "Sinai"),
        ("Oslo", "Oslo and Utøya"),
    ],
)
def test_different_places_do_not(one: str, other: str) -> None:
    found = places(one, other)
    assert found.number(one) != found.number(other)


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("London", "Grenfell Tower, London"),
        ("Oslo and Utøya", "Utoya"),
        ("Jurf al-Nasr, Al-Qaim and Trebil", "Al Qaim"),
        ("Gaza", "northern Gaza"),
    ],
)
def test_a_place_holds_another_where_the_words_say_so(whole: str, part: str) -> None:
    assert holds(fold_place(whole), fold_place(part))
    assert not holds(fold_place(part), fold_place(whole))


def test_a_claim_without_a_place_speaks_of_the_commonest() -> None:
    found = Places([("Oslo", "a"), ("Utøya", "a"), ("Utøya", "b"), ("Oslo", "a"), ("Oslo", "a")])
    assert found.number(None) == found.number("Utøya")


def test_a_place_without_a_name_is_the_commonest_too() -> None:
    found = places("Oslo", "the city", "there")
    assert found.number("the city") == found.number("there") == found.number("Oslo")


def test_an_event_without_places_has_one() -> None:
    found = places()
    assert found.number(None) == 0
    assert not found.holds(0, 0)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=20), st.text(max_size=20))
def test_sameness_of_names_is_symmetric(a: str, b: str) -> None:
    one, other = fold_place(a).name, fold_place(b).name
    assert same_name(one, other) == same_name(other, one)
