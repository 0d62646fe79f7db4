"""What is looked up for a claim finds all that grouping would compare it with."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.matching.location import (
    OtherNames,
    alike_names,
    days_of,
    holding,
    keys_of_holding,
    keys_of_name,
    like_name,
    located,
    meaning_keys,
    name_key,
    name_of,
    sought,
    sought_anywhere,
)
from claimtrack.matching.normalise import fold_place
from tests.matching.rows import row

NAMES = (
    "Al Qaim", "al-Qa'im", "Qaem", "Qasim", "Jurf al-Sakhr", "Jurf al-Nasr", "Khan Younis",
    "Khan Yunis", "Khan Sheikhoun", "Grenfell Tower, London", "London", "Springfield, Ohio",
    "Springfield, Illinois", "Tarno and Beiro", "Tarno", "New York", "York", "Al-Bab", "Bab",
    "القائم",
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(NAMES) | st.text("abkqimuyn '-", min_size=3, max_size=9)))
def test_a_name_that_comes_alone_meets_what_it_meets_among_all(texts: list[str]) -> None:
    kept = {one.name: one for text in texts if (one := located(row(1, text))) is not None}
    everything = set(alike_names([(one.name, one.text) for one in kept.values()]))
    one_by_one: set[tuple[str, str]] = set()
    stored: list[tuple[int, str, str]] = []
    for name, one in kept.items():
        keys = keys_of_name(one.text)
        one_by_one |= set(like_name(name, one.text, [s for s in stored if s[0] in keys]))
        stored += [(key, name, one.text) for key in one.keys]
    assert one_by_one == everything


def test_what_a_place_lies_in_and_what_lies_in_it_are_found() -> None:
    names = ("Grenfell Tower, London", "London", "Tarno", "northern Sitakunda")
    kept = [one for name in names if (one := located(row(1, name))) is not None]
    stored = [(key, one.name, one.text) for one in kept for key in one.keys]
    for text, wanted in (
        ("London", {"grinfil tuvir"}),
        ("Londan", {"grinfil tuvir"}),
        ("Grenfell Tower, London", {"lundun"}),
        ("a flat, Londan", {"grinfil tuvir", "lundun"}),
        ("a depot, Sitakundu", {"nurt sitakunda"}),
    ):
        place = fold_place(text)
        found = [one for one in stored if one[0] in keys_of_holding(place)]
        inside, around = holding(place, found)
        assert inside | around == wanted


def test_a_claim_is_sought_on_the_days_near_its_own() -> None:
    days = days_of(row(1, day="2024-01-24"))
    assert days is not None
    wanted = sought("kaim", days)
    for day, near in (("2024-01-22", True), ("2024-01-26", True), ("2024-01-27", False)):
        other = located(row(2, day=day))
        assert other is not None
        found = wanted.earliest <= other.first <= wanted.latest and other.last >= wanted.until
        assert found == near


def test_what_names_no_place_or_day_is_found_by_neither() -> None:
    assert located(row(1, None)) is None
    assert located(row(1, "the city")) is None
    assert located(row(1, day=None, said_at=None)) is None
    assert located(row(1, day=None, said_at="2024-01-24")) is not None, "it was said then"


def test_an_alias_of_an_alias_leads_to_the_place() -> None:
    others = OtherNames({"Tall Afra": "Jurf al-Nasr", "Jurf al-Nasr": "Jurf al-Sakhr"})
    assert others.meant("Tall Afra") == fold_place("Jurf al-Sakhr")
    name = name_of(fold_place("Jurf al-Sakhr")) or ""
    assert others.of([name]) == {
        name_of(fold_place("Tall Afra")),
        name_of(fold_place("Jurf al-Nasr")),
    }
    found = sought_anywhere(["Jurf al-Nasr"], {"Jurf al-Nasr": "Jurf al-Sakhr"})
    assert {one.name for one in found} == {name_of(fold_place("Jurf al-Nasr"))}


def test_an_alias_is_found_by_its_name_by_what_it_means_and_by_how_that_is_kept() -> None:
    keys = meaning_keys("Jurf al-Sakhr")
    assert keys & meaning_keys("jurf Sakhr"), "articles and capitals tell no names apart"
    assert not keys & meaning_keys("Tall Afra")
    assert name_key(name_of(fold_place("Jurf al-Sakhr")) or "") in keys
    assert meaning_keys(None) == meaning_keys("the city") == frozenset()


def test_names_that_lead_in_a_circle_end_somewhere() -> None:
    assert OtherNames({"Tarno": "Beiro", "Beiro": "Tarno"}).meant("Tarno") == fold_place("Beiro")
