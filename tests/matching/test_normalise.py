import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.matching.normalise import fold_place
from claimtrack.model.letters import fold_letters
from claimtrack.model.sounds import sound_of


@pytest.mark.parametrize(
    "spelling", ["Al Qaim", "al-Qa'im", "Qaim", "Al-Qaem", "القائم", "AL-QA’IM"]
)
def test_spellings_of_one_town_have_one_sound(spelling: str) -> None:
    assert fold_place(spelling).sound == fold_place("al-Qaim").sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muhammadiyah", "Mohamadiya"),
        ("Kunduz", "Kondoz"),
        ("Харків", "Kharkiv"),
        ("Hilla", "al-Hillah"),
        ("Gümüşhane", "Gumushane"),
        ("Deir ez-Zor", "Dayr az-Zawr"),
        ("Łódź", "Lodz"),
        ("Đakovica", "Djakovica"),
        ("Gəncə", "Ganja"),
        ("Đà Nẵng", "Da Nang"),
        ("Alma-Ata", "Almaty"),
        ("Leninakan airport", "Gyumri airport"),
        ("lac Kivu", "Lake Kivu"),
        ("République démocratique du Congo", "DR Congo"),
    ],
)
def test_transliterations_meet(one: str, other: str) -> None:
    assert fold_place(one).sound == fold_place(other).sound


def test_words_before_and_after_a_name_fall_away() -> None:
    for text in ("near Qaim", "the city of Qaim", "Qaim district", "north of Qaim", "Qaim City"):
        assert fold_place(text).words == ("qaim",)


def test_a_side_comes_first_whichever_way_round_it_is_said() -> None:
    assert fold_place("Lombok Utara").words == fold_place("North Lombok").words
    assert fold_place("Bay Area").words == ("san", "francisco", "bay", "area")


def test_a_direction_that_belongs_to_the_name_stays() -> None:
    assert fold_place("South Sudan").words == ("south", "sudan")
    assert fold_place("West Bank").words == ("west", "bank")


def test_a_city_in_what_a_place_lies_in_has_its_name_of_today() -> None:
    assert fold_place("hangar, Leninakan airport").within == ("gyumri airport", "gyumri")


def test_what_follows_a_comma_is_what_the_place_lies_in() -> None:
    assert fold_place("Springfield, Ill.").within == ("illinois",)
    assert fold_place("Columbus (Ohio)").within == ("ohio",)


def test_a_list_of_places_is_made_of_its_members() -> None:
    place = fold_place("Hatra, Rawa and Ana")
    assert [member.name for member in place.members] == ["ana", "hatra", "rawa"]
    assert fold_place("Rawa, Ana and Hatra") == place


def test_a_list_may_say_what_all_of_it_lies_in() -> None:
    place = fold_place("Hatra and Rawa, Anbar")
    assert [member.name for member in place.members] == ["hatra", "rawa"]
    assert place.within == ("anbar",)


def test_what_lies_around_a_place_makes_no_list() -> None:
    assert fold_place("Hatra and surrounding villages, Iraq") == fold_place("Hatra, Iraq")


def test_an_and_inside_a_name_makes_no_list() -> None:
    assert not fold_place("Bosnia and Herzegovina").members


@pytest.mark.parametrize("text", [None, "", " ", "there", "the city", "the scene", ",", "..."])
def test_what_names_no_place_is_nowhere(text: str | None) -> None:
    assert not fold_place(text).words


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=40))
def test_any_text_folds_and_folding_twice_changes_nothing(text: str) -> None:
    place = fold_place(text)
    assert fold_letters(fold_letters(text)) == fold_letters(text)
    assert len(place.words) == len(place.sounds)
    assert all(
        sound_of(word) == sound for word, sound in zip(place.words, place.sounds, strict=True)
    )
