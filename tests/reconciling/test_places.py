import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.reconciling.place_names import same_name
from claimtrack.reconciling.places import OtherNames, Places, fold_place, holds


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
        ("Hrabove", "Grabovo"),
        ("Axum", "Aksum"),
        ("Khodzhaly", "Khojaly"),
        ("Rab'a al-Adawiya Square, Cairo", "Rabaa al-Adawiya"),
        ("Provinz Lesk", "Lesk province"),
        ("Ciudad de Guatemala", "Guatemala City"),
        ("Eastern Ghouta", "الغوطة الشرقية"),
        ("B.C.", "British Columbia"),
        ("قانا، لبنان", "Qana, Lebanon"),
        ("熊本県", "Kumamoto"),
        ("St Barlaam Church, Port Town", "Church of Saint Barlaam, Port Town"),
        ("Rowan School and College, Port Town", "Rowan School, Mill Lane, Port Town"),
        ("Kepulauan Lesk", "Lesk Islands"),
        ("Port Town central station", "Port Town station"),
        ("Embajada de Israel, Port Town", "Israeli embassy, Port Town"),
        ("Morandi bridge, Genoa", "Ponte Morandi, Genova"),
        ("provincia de Valencia", "Valencia province"),
        ("Maroc", "Morocco"),
        ("Riverside-dong", "Riverside"),
        ("on the outskirts of Millton", "Port Town"),
        ("Mill Street, Port Town", "Port Town"),
        ("Port Town al-Jadida, western Port Town", "al-Jadidah, Port Town"),
        ("Upper Lesk and nearby villages", "Upper Lesk"),
        ("Lesk, Merton and Upper Mill, Freedonia", "Merton, Upper Mill & Lesk"),
        ("Lesk and Arquata del Tronto", "Lesk and Arquata"),
        ("Rowan Mall, Port Town", "Rowan shopping centre, Port Town"),
        ("boate Rowan", "Rowan nightclub, Port Town"),
        ("school in Port Town", "Port Town Middle School No. 1, Port Town"),
        ("burial site near Millton", "Millton"),
        ("Волноваха", "Volnovakha"),
        ("Al-Turaymisah", "Tremseh"),
        ("Utøya", "Utoeya"),
        ("KZN", "KwaZulu-Natal"),
        ("Port Town y lugares aledaños", "Port Town and nearby villages"),
        ("Lesk and Merton camps", "Lesk and Merton, Freedonia"),
        ("off the Freedonian coast", "off Freedonian"),
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
        ("central Merton", "Merton"),
        ("Oslo, Norway", "Utøya, Norway"),
        ("Sanaa", "Sinai"),
        ("Oslo", "Oslo and Utøya"),
        ("Niger", "Nigeria"),
        ("Central Market, Port Town", "Central Station, Port Town"),
        ("Lesk and Merton", "Lesk and Upper Mill"),
        ("Lombok", "Lombok Utara"),
        ("Grand Bahama", "Bahamas"),
        ("Port", "Port Vale county"),
        ("Port", "Port Vale regency"),
        ("Lombok Timur", "Lombok Utara"),
        ("Mazar-i-Sharif", "Balkh province"),
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
        ("Spain", "Paiporta"),
        ("Spain", "Castilla and Andalusia"),
        ("Maroc", "Al Haouz, Morocco"),
    ],
)
def test_a_place_holds_another_where_the_words_say_so(whole: str, part: str) -> None:
    assert holds(fold_place(whole), fold_place(part))
    assert not holds(fold_place(part), fold_place(whole))


@pytest.mark.parametrize(
    ("country", "other"), [("Spain", "France"), ("Spain", "Bayonne, France"), ("Niger", "Nigeria")]
)
def test_a_country_holds_no_other_and_nothing_that_lies_in_one(country: str, other: str) -> None:
    assert not holds(fold_place(country), fold_place(other))


def test_two_spots_of_a_town_are_two_parts_of_it() -> None:
    found = places("Port Town", "North Mosque, Port Town", "Harbour Hall, Port Town")
    whole, *parts = (
        found.number(text)
        for text in ("Port Town", "North Mosque, Port Town", "Harbour Hall, Port Town")
    )
    assert len({whole, *parts}) == 3
    assert all(found.holds(whole, part) for part in parts)


def test_the_only_region_named_is_no_spot_of_its_country_and_the_only_town_is_one() -> None:
    texts = ("Mill Vale district, Nepal", "Nepal")
    region = places(*texts)
    assert region.number(texts[0]) != region.number(texts[1])
    assert region.holds(region.number(texts[1]), region.number(texts[0]))
    town = places("Millton, Nepal", "Nepal")
    assert town.number("Millton, Nepal") == town.number("Nepal")


def test_a_county_is_no_spot_of_its_state() -> None:
    found = places("Mill County, Freedonia", "Freedonia", "Mill County")
    assert found.number("Mill County") == found.number("Mill County, Freedonia")
    assert found.number("Mill County") != found.number("Freedonia")


def test_a_state_that_a_storm_strikes_is_not_the_one_town_in_it_that_is_named() -> None:
    texts = ("a candle factory, Kentucky", "Kentucky")
    named = [(text, "somebody") for text in texts]
    assert len({Places(named).number(text) for text in texts}) == 1
    assert len({Places(named, spread=lambda: True).number(text) for text in texts}) == 2


def test_a_city_that_is_called_like_its_country_is_a_part_of_it() -> None:
    found = places("Mexico City", "Mexico")
    assert found.holds(found.number("Mexico"), found.number("Mexico City"))


def test_spots_within_spots_are_one_place() -> None:
    texts = ("al-Jadida, western Mosul", "western Mosul", "Mosul", "al-Jadida, Mosul")
    found = places(*texts)
    assert len({found.number(text) for text in texts}) == 1


def test_a_house_in_a_street_of_a_town_is_one_place_with_both() -> None:
    texts = ("Lesk", "Mill Lane, Lesk", "Old Mill, Mill Lane")
    found = places(*texts)
    assert len({found.number(text) for text in texts}) == 1


def test_what_happened_near_a_place_that_nobody_else_names_happened_where_the_others_say() -> None:
    found = places("near Millton", "Port Town", "Harbour, Port Town")
    assert found.number("near Millton") == found.number("Port Town")
    assert places("near Millton", "Port Town", "Millton").number("Port Town") != places(
        "near Millton", "Port Town", "Millton"
    ).number("near Millton")


@pytest.mark.parametrize(
    ("texts", "shared"),
    [
        (("northern Gaza", "southern Gaza"), False),
        (("northern Gaza", "northwest Gaza"), True),
        (("A and B", "A"), True),
    ],
)
def test_places_overlap_where_the_words_leave_it_open(texts: tuple[str, ...], shared: bool) -> None:
    found = places(*texts)
    assert found.overlap([found.number(text) for text in texts]) is shared


def test_a_country_with_an_and_in_its_name_holds_its_towns() -> None:
    found = places("Bosnia and Herzegovina", "Lesk", "Merton")
    assert found.holds(found.number("Bosnia and Herzegovina"), found.number("Lesk"))


def test_two_spots_told_as_one_list_are_parts_of_their_town() -> None:
    found = places("Lesk and Merton, Port Town", "Port Town")
    town, spots = found.number("Port Town"), found.number("Lesk and Merton, Port Town")
    assert found.holds(town, spots)


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


def test_other_names_lead_to_the_place_that_is_meant() -> None:
    others = OtherNames(
        {"Quay Four": "Marsa", "Marsa": "Port Town", "Ring": "Rong", "Rong": "Ring"}
    )
    assert others.meant("quay four, Capital") == "Port Town"
    assert others.meant("Hill Town") == "Hill Town"
    assert others.meant("Ring") in {"Ring", "Rong"}


def test_a_place_is_known_by_every_spelling_that_it_was_given() -> None:
    places = Places([("Tempi", "a"), ("Tempi", "b"), ("Tempe", "c"), ("Vale of Tempe", "d")])
    assert len({places.number(name) for name in ("Tempi", "Tempe", "Vale of Tempe")}) == 1


def test_a_first_vowel_is_written_by_ear_like_any_other() -> None:
    assert same_name(fold_place("Olenivka").name, fold_place("Yelenovka").name)
    assert not same_name(fold_place("Aden").name, fold_place("Odin").name)


def test_a_town_that_is_called_by_a_people_keeps_its_name() -> None:
    assert fold_place("Spanish Fork").name == "spanish fork"
    assert holds(fold_place("Utah"), fold_place("Spanish Fork"))


def test_a_region_holds_a_town_that_the_gazetteer_puts_there() -> None:
    assert holds(fold_place("Balkh province"), fold_place("Mazar-i-Sharif"))
    assert holds(fold_place("Butte County"), fold_place("Paradise, California"))
    assert not holds(fold_place("Kunduz province"), fold_place("Mazar-i-Sharif"))


def test_a_province_is_another_place_than_the_town_of_its_name_where_words_or_a_source_tell() -> (
    None
):
    told = places("Herat city", "Herat province")
    assert told.number("Herat city") != told.number("Herat province")
    assert told.holds(told.number("Herat province"), told.number("Herat city"))
    named = [(text, "somebody") for text in ("Herat", "Herat province")]
    found = Places(named)
    assert found.number("Herat") == found.number("Herat province")
    found = Places(named, beside=lambda: {("Herat", "Herat province")})
    assert found.holds(found.number("Herat province"), found.number("Herat"))
