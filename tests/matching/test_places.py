from itertools import zip_longest

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.matching.columns import columns_of
from claimtrack.matching.features import STEPS, Pairs, features
from claimtrack.matching.grouping import evidence_of
from claimtrack.matching.names import CONTAINED, LEAST
from claimtrack.matching.normalise import fold_place
from claimtrack.matching.places import BESIDE, TWICE, neighbours
from tests.matching.rows import row


def likeness(one: str, other: str, *quotes: str) -> float:
    """How alike the places of two claims are, with the quotes of both."""
    quoted = zip_longest((one, other), quotes)
    columns = columns_of([row(n, place, quote=q) for n, (place, q) in enumerate(quoted, 1)])
    pair = Pairs(np.zeros(1, dtype=np.intp), np.ones(1, dtype=np.intp))
    return float(features(evidence_of(columns, ()), pair)[0, 0]) / STEPS


def between(one: str, other: str, *others: str) -> float:
    """How alike two names are where some others are told of too."""
    columns = columns_of([row(n, place) for n, place in enumerate((one, other, *others), 1)])
    near = evidence_of(columns, ()).near
    at = [int(columns.place[columns.claim == n][0]) for n in (1, 2)]
    (found,) = near.between(np.array(at[:1], np.int32), np.array(at[1:], np.int32))
    return float(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al Qaim", "Al-Qaem"),
        ("Kyiv", "Kiev"),
        ("Chorramshahr", "Khorramshahr"),
        ("Khan Younis", "Khan Yunus"),
        ("Mykolaiv", "Nikolaev"),
        ("Tikrit", "Tikirt"),
        ("Naghadeh", "nqdh"),
        ("Dabra Berham", "Debre Birhan"),
    ],
)
def test_spellings_and_slips_of_one_name_are_alike(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.65


@pytest.mark.parametrize(
    ("one", "other"),
    [("Qaim", "Qasim"), ("Hit", "Hilla"), ("Kut", "Kufa"), ("Aleppo", "Homs"), ("Lyon", "London")],
)
def test_short_names_that_differ_in_a_consonant_are_not_alike(one: str, other: str) -> None:
    assert likeness(one, other) == 0


def test_short_names_with_another_ending_are_faintly_alike() -> None:
    assert 0 < likeness("Tyre", "Tyros") < 0.65
    assert likeness("Ababa", "Ababk") == likeness("Ababk", "Ababa") > 0
    assert likeness("Upper Dabra", "Lower Debre") == 0


def test_namesakes_in_different_states_are_apart() -> None:
    assert likeness("Springfield, Illinois", "Springfield, Ohio") <= 0.3
    assert likeness("Springfield, Ill.", "Springfield, IL") == 1
    assert likeness("Springfield", "Springfield, Ohio") == 1


def test_what_two_places_lie_in_may_be_one_where_nobody_knows_better() -> None:
    assert likeness("Lesk, Jebel Amar", "Lesk, Upper Vale") == 1
    assert likeness("Central Market, Jebel Amar", "Central Market, Upper Vale") <= 0.3
    assert likeness("Lesk, Santiago de Chile", "Lesk, Santiago") == 1


def test_what_claims_put_a_town_in_holds_for_what_lies_in_the_town() -> None:
    schools = "Alder school, Lesk", "Alder school, Ohio"
    assert likeness(*schools) <= 0.3
    columns = columns_of([row(n, place) for n, place in enumerate((*schools, "Lesk, Ohio"), 1)])
    pair = Pairs(np.flatnonzero(columns.claim == 1), np.flatnonzero(columns.claim == 2))
    assert features(evidence_of(columns, ()), pair)[0, 0] == STEPS


def test_a_region_and_a_country_do_not_tell_namesakes_apart_but_for_american_states() -> None:
    assert likeness("Hrabove, Donetsk region", "Hrabove, Ukraine") == 1
    assert likeness("Paris, Texas", "Paris, France") <= 0.3
    assert likeness("Paris, Texas", "Paris, USA") == 1
    assert likeness("Tripoli, Lebanon", "Tripoli, Libya") <= 0.3


def test_what_lies_in_a_site_lies_in_its_town_and_the_site_is_one_of_the_town() -> None:
    assert between("Old warehouse, Lesk port", "Lesk") == CONTAINED
    assert between("Upper Mill, Lesk", "Lesk port") == np.float32(BESIDE)
    assert likeness("Old warehouse, Lesk port", "Upper Mill, Lesk") == round(BESIDE, 2)


def test_a_site_called_by_less_of_its_name_is_in_it_and_two_kinds_of_site_are_not_one() -> None:
    assert likeness("Rabaa Square", "Rabaa al-Adawiya") == CONTAINED
    assert likeness("Cape Town", "Cape Coast") == 0
    assert likeness("Port Sudan", "South Sudan") == 0
    assert likeness("Lesk toll gate", "Lesk market") == round(BESIDE, 2)


def test_what_lies_in_one_of_a_list_lies_in_the_list() -> None:
    assert likeness("Ali factory, Karachi", "Karachi and Lahore") == CONTAINED


def test_prepositions_and_the_order_of_words_tell_no_site_apart() -> None:
    assert likeness("Tunnel du Mont-Blanc", "Mont-Blanc tunnel") == 1
    assert likeness("Selat Sunda", "Sunda Strait") == 1
    assert likeness("valla de Melilla", "Melilla border fence") == CONTAINED


def test_what_lies_in_a_town_lies_in_it_however_the_town_is_spelled() -> None:
    assert likeness("container depot, Sitakunda", "Sitakundu, Chittagong") == CONTAINED
    assert likeness("Taldou, Houla", "El-Houleh") == CONTAINED
    assert likeness("container depot, Basra", "Busra") < LEAST


def test_what_a_fuller_name_tells_of_a_town_holds_for_the_sites_in_it() -> None:
    assert likeness("container depot, Sitakunda", "Bangladesh") < LEAST
    told = "Sitakundu, Chittagong"
    assert between("container depot, Sitakunda", "Bangladesh", told) == np.float32(CONTAINED)


def test_a_place_and_one_inside_it_are_compatible() -> None:
    assert 0.5 < likeness("Grenfell Tower, London", "London") < 0.8
    assert 0.5 < likeness("Gaza Strip", "Gaza") < 0.8


def test_a_town_is_in_its_region_and_country_as_the_gazetteer_has_it() -> None:
    assert likeness("Bishoftu", "Ethiopia") == CONTAINED
    assert likeness("Camp Shaheen, Mazar-i-Sharif", "Balkh province") == CONTAINED
    assert likeness("Viña del Mar and Quilpué", "Valparaíso region") == CONTAINED
    assert likeness("Paradise, California", "Butte County") == CONTAINED
    assert likeness("Bishoftu", "Eritrea") == 0
    assert likeness("Valencia, Venezuela", "Spain") == 0
    assert likeness("East Jerusalem", "West Jerusalem") < LEAST


def test_one_site_may_be_told_by_its_town_and_by_its_region() -> None:
    assert likeness("Naroda Patiya, Ahmedabad", "Naroda Patia, Gujarat") > 0.75
    assert likeness("Naroda Patiya, Ahmedabad", "Naroda Patia, Kerala") < 0.5
    assert likeness("Azizabad, Herat", "Azizabad, western Afghanistan") == 1


def test_what_lies_off_a_coast_is_told_by_what_the_coast_is_of() -> None:
    assert likeness("off the southwest coast of Ireland", "off Ireland") == 1
    assert likeness("au large de la Gambie", "off The Gambia") == 1
    assert likeness("Atlantic Ocean off Cork", "off the coast of Ireland") == CONTAINED


def test_a_countrys_toll_of_many_places_is_of_no_one_of_them() -> None:
    places = "Ethiopia", "Bishoftu"
    assert likeness(*places, "Nine people were killed in the crash in Ethiopia.") == CONTAINED
    assert likeness(*places, "Nine people were killed across Ethiopia.") == BESIDE


def test_towns_of_one_region_are_not_beside_each_other() -> None:
    assert likeness("Bishoftu", "Jimma") == 0


def test_a_list_of_places_contains_each_of_them_and_no_other() -> None:
    assert likeness("Hatra, Rawa and Ana", "Rawa") == CONTAINED
    assert likeness("Hatra, Rawa and Ana", "Rawah, Ana") == CONTAINED
    assert likeness("Hatra, Rawa and Ana", "Hatra and Rawa") == CONTAINED
    assert likeness("Hatra, Rawa and Ana", "Rutba") == 0
    assert likeness("Hatra, Rawa and Ana", "Rawa and Rutba") == 0


def test_lists_of_the_same_places_are_one_however_each_is_written() -> None:
    assert (
        likeness("Amatrice, Accumoli and Arquata", "Accumoli, Amatrice & Arquata del Tronto") == 1
    )
    assert likeness("Palu and Donggala", "Palu and Donggala, Central Sulawesi") == 1
    assert likeness("Palu and Donggala, Central Sulawesi", "Central Sulawesi") == CONTAINED


def test_a_place_with_all_that_is_around_it_is_that_place() -> None:
    assert likeness("Amatrice and nearby towns", "Amatrice") == 1
    assert likeness("Amatrice and the surrounding area", "Amatrice") == 1


def test_a_bare_name_lies_where_a_fuller_name_of_it_is_said_to_lie() -> None:
    assert between("Westgate", "Nairobi", "Westgate Mall, Nairobi") == CONTAINED
    assert between("Meghani Nagar", "Ahmedabad", "Meghaninagar, Ahmedabad") == CONTAINED
    assert between("Westgate", "City Hall, Nairobi", "Westgate Mall, Nairobi") == np.float32(BESIDE)
    assert between("Westgate", "Nairobi", "Eastgate Mall, Nairobi") == 0


def test_a_bare_name_lies_nowhere_where_fuller_names_lie_in_different_towns() -> None:
    assert between("Westgate", "Nairobi", "Westgate Mall, Nairobi", "Westgate Mall, London") == 0


def test_a_site_is_one_whatever_kind_of_site_it_is_called_in_its_town() -> None:
    assert between("Rowan Mall, Lesk", "Rowan shopping centre, Lesk") == CONTAINED
    assert between("Rowan mall", "Rowan shopping centre, Lesk", "Rowan Mall, Lesk") == CONTAINED
    assert between("Central Market, Lesk", "Central Station, Lesk") == np.float32(BESIDE)


def test_what_lies_in_a_quarter_lies_in_the_town_that_the_quarter_is_told_to_lie_in() -> None:
    assert between("Hill school, Mill Lane", "Lesk", "Mill Lane, Lesk") == CONTAINED
    assert between("Hill school, Mill Lane", "Lesk", "Mill Lane, Lesk, Freedonia") == CONTAINED
    assert between("Hill school, Mill Lane", "Lesk") == 0
    assert between("Hill school, Mill Lane", "Lesk", "Mill Lane, Lesk", "Mill Lane, Merton") == 0


def test_what_lies_in_a_town_is_not_looked_for_in_its_whole_country() -> None:
    assert between("Hill school, Lesk", "France", "Lesk, France") == 0


def test_no_places_make_no_pairs() -> None:
    assert not len(neighbours([]).pair)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(alphabet="abdghiklmnqrsu -,'", min_size=1, max_size=14), max_size=8))
def test_likeness_is_symmetric_and_every_place_is_like_itself(texts: list[str]) -> None:
    places = list(
        {place.sounds: place for text in texts if (place := fold_place(text)).words}.values()
    )
    near = neighbours(places)
    size = len(places)
    a = np.repeat(np.arange(size, dtype=np.int32), size)
    b = np.tile(np.arange(size, dtype=np.int32), size)
    matrix = near.between(a, b).reshape(size, size)
    assert (matrix == matrix.T).all()
    assert (np.diag(matrix) == 1).all()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mecca", "Makkah"),
        ("Kobani", "Ayn al-Arab"),
        ("Leningrad", "St. Petersburg"),
        ("Maroc", "Morocco"),
        ("Genova", "Genoa"),
        ("Provinz Lesk", "Lesk"),
        ("Ghouta orientale", "Eastern Ghouta"),
        ("CDMX", "Mexico City"),
        ("Port Vale (4)", "Port Vale 4"),
        ("south-eastern Lesk", "southeast Lesk"),
        ("Krasnodarskiy krai", "Krasnodar Krai"),
        ("campo de Lesk", "Lesk camp"),
        ("Elevador da Rowan", "Ascensor da Rowan"),
        ("ساحة الاعتصام، الخرطوم", "ساحة الاعتصام, Khartoum"),
        ("Halab", "Aleppo"),
        ("Moskau", "Moscow"),
        ("Ponte Morandi, Genova", "Morandi bridge, Genoa"),
        ("provincia de Valencia", "Valencia province"),
        ("Riverside-dong, Seoul", "Riverside, Seoul"),
    ],
)
def test_places_meet_under_the_names_of_other_tongues(one: str, other: str) -> None:
    assert likeness(one, other) == 1


def test_a_place_in_a_side_of_a_town_is_in_the_town() -> None:
    assert likeness("al-Resala, west Mosul", "Mosul") == 0.75
    assert likeness("al-Resala, South Sudan", "Sudan") == 0


def test_two_sites_of_one_town_are_neighbours_but_not_alike() -> None:
    places = [fold_place(name) for name in ("Hodan, Mogadishu", "Zobe junction, Mogadishu")]
    (likeness,) = neighbours(places, [[place.within] for place in places]).between(
        np.array([0], np.int32), np.array([1], np.int32)
    )
    assert likeness == np.float32(BESIDE)


def test_two_sites_of_one_town_are_less_alike_still_where_one_act_is_told_of_both() -> None:
    places = "North Station, Lesk", "Harbour Hall, Lesk"
    assert likeness(*places, "Two people were killed.", "Three people died.") == BESIDE
    assert likeness(*places, "An air strike killed two.", "Air strikes killed three.") == TWICE


def test_two_towns_of_one_country_are_no_neighbours() -> None:
    places = [fold_place(name) for name in ("Kirkuk, Iraq", "Basra, Iraq")]
    near = neighbours(places, [[place.within] for place in places])
    assert near.between(np.array([0], np.int32), np.array([1], np.int32)) == 0
