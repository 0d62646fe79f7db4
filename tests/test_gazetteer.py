"""The lists of towns are made of what GeoNames tells."""

from pathlib import Path
from typing import Any

from docs.gazetteer import lines, scripts

PLACES = """\
lat,lon,name,admin1,admin2,cc
48.0,2.0,Lesk,Mill Vale,Lesk County,FD
48.3,2.0,Merton,Mill Vale,Lesk County,FD
50.0,9.0,Merton,Upper Vale,Hill District,BR
"""


def city(name: str, north: float, east: float, **more: Any) -> dict[str, Any]:
    place = {"name": name, "latitude": north, "longitude": east, "admin1code": "01"}
    return place | {"countrycode": "FD", "population": 100_000} | more


def made(folder: Path, *cities: dict[str, Any]) -> dict[str, str]:
    (folder / "places.csv").write_text(PLACES, encoding="utf-8")
    countries = {"FD": "freedonia", "BR": "brigadia"}
    found = lines(cities, countries, folder / "places.csv")
    assert found == sorted(found)
    return dict(line.split("\t") for line in found)


def test_a_town_has_its_district_region_and_country_and_these_have_theirs(tmp_path: Path) -> None:
    found = made(tmp_path, city("Merton", 50.0, 9.0, countrycode="BR"))
    assert found["mirtun"] == "hill,upper vale,brigadia"
    assert found["upirvali"] == "brigadia"
    assert found["hil"] == "upper vale,brigadia"


def test_a_district_that_is_called_as_a_town_in_it_is_left_out(tmp_path: Path) -> None:
    found = made(tmp_path, city("Lesk", 48.0, 2.0), city("Merton", 48.3, 2.0))
    assert found["mirtun"] == found["lisk"] == "mill vale,freedonia"


def test_a_place_much_smaller_than_its_namesake_is_not_meant(tmp_path: Path) -> None:
    here, there = city("Merton", 48.3, 2.0), city("Merton", 50.0, 9.0, countrycode="BR")
    assert made(tmp_path, here, there)["mirtun"].count(";") == 1
    small = there | {"population": 6_000}
    assert "brigadia" not in made(tmp_path, here, small)["mirtun"]


def named(*cities: dict[str, Any], countries: tuple[tuple[str, str], ...] = ()) -> dict[str, str]:
    found = scripts(cities, countries)
    assert found == sorted(found, key=str.encode)
    return dict(line.split("\t") for line in found)


def test_a_name_is_listed_where_its_letters_do_not_tell_the_english_one() -> None:
    aleppo = city("Aleppo", 48.0, 2.0, alternatenames=["حلب", "Halab", "Αλέππο"])
    assert named(aleppo, countries=(("이집트", "Egypt"),)) == {"حلب": "Aleppo", "이집트": "Egypt"}


def test_chinese_names_are_all_listed_with_and_without_what_the_town_is() -> None:
    shenzhen = city("Shenzhen", 48.0, 2.0, alternatenames=["深圳市"])
    assert named(shenzhen) == {"深圳市": "Shenzhen", "深圳": "Shenzhen"}


def test_a_name_of_two_towns_is_that_of_one_only_if_it_is_much_larger() -> None:
    tyre, sur = (city(name, 48.0, 2.0, alternatenames=["صور"]) for name in ("Tyre", "Quray"))
    assert named(tyre, sur) == {}
    assert named(tyre, sur | {"population": 15_000}) == {}
    assert named(tyre | {"population": 200_000}, sur | {"population": 15_000}) == {"صور": "Tyre"}
