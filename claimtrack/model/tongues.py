"""What other tongues call countries, cities and sites, and how English does.

It is the little of a map that the program has: no regions, no borders, no towns by number.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def countries_named(words: str) -> str:
    """A folded text with every word for a country or its people written as one English word.

    Args:
        words: Lower case, without marks, words parted by single blanks, such as ``health ministry
            of south korea``.

    Returns:
        The same, with one word for each country: ``health ministry of south-korea``.
    """
    found, parts = [], words.split(" ")
    while parts:
        named, parts = _first_of(parts)
        found.append(named)
    return " ".join(found)


def is_country(word: str) -> bool:
    """Whether a word is a country as `countries_named` writes it."""
    return word in _written()


def names_country(name: str) -> bool:
    """Whether a folded name is that of a country, or its people's: ``south korea``, ``danish``."""
    return is_country(countries_named(name))


def is_known(name: str) -> bool:
    """Whether a folded name is that of a country or city that is told of here, in any tongue."""
    return name in _table()["cities"] or name in _other("cities") or names_country(name)


def place_called(name: str) -> str:
    """The English name of the city or country that a folded name is, in whatever tongue.

    Args:
        name: Such as ``maroc``, ``coree du sud`` or ``genova``.

    Returns:
        Such as ``morocco``, ``south korea``, ``genoa``; the name itself where nothing is known.
    """
    return _other("cities").get(name) or _countries().get(name, name).replace("-", " ")


def whole_called(name: str) -> str:
    """What a place is said to lie in, in full.

    Args:
        name: Folded, such as ``tx``.

    Returns:
        Such as ``texas``; the name itself where it is no abbreviation.
    """
    return _other("states").get(name) or _other("abbreviations").get(name, name)


@cache
def american_states() -> frozenset[str]:
    """The states of the United States, folded."""
    return frozenset(_table()["states"])


def word_called(word: str) -> str:
    """The English word for what a place is, or for a side of it; else the word itself.

    Args:
        word: A folded word of a place's name: ``ponte`` is a ``bridge``, ``utara`` is ``north``,
            ``provinz`` a ``province``.
    """
    return _words().get(word, word)


@cache
def joined_names() -> frozenset[str]:
    """Folded names of single places that hold an ``and``: ``bosnia and herzegovina``."""
    return frozenset(_table()["joined"])


@cache
def words_around() -> frozenset[str]:
    """Words, folded, for what lies around a place, behind it: ``and two nearby towns``."""
    return frozenset(_table()["around"])


@cache
def words_beside() -> dict[str, str]:
    """Words of other tongues for ``near`` and ``off``, in small letters → the English ones."""
    return _other("beside")


@cache
def kinds_of_site() -> frozenset[str]:
    """Words, folded, for what a site is, and such as many sites bear: ``mall``, ``central``."""
    return frozenset(_table()["kinds"])


@cache
def _table() -> dict[str, Any]:
    text = (files("claimtrack.model") / "tongues.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _other(section: str) -> dict[str, str]:
    return {other: name for name, others in _table()[section].items() for other in others}


@cache
def _words() -> dict[str, str]:
    return _other("landforms") | _other("sides") | _other("sites") | _other("regions")


@cache
def _countries() -> dict[str, str]:
    own = {name: name for name in _table()["countries"]}
    every = own | _other("countries")
    return {name: country.replace(" ", "-") for name, country in every.items()}


@cache
def _written() -> frozenset[str]:
    return frozenset(_countries().values())


def _first_of(parts: list[str]) -> tuple[str, list[str]]:
    """The first of some words, or the country that they begin with; and what follows it."""
    for name in _names_from().get(parts[0], ()):
        if parts[: len(name)] == name:
            whole = " ".join(name)
            return _countries().get(whole, whole), parts[len(name) :]
    return parts[0], parts[1:]


@cache
def _names_from() -> dict[str, list[list[str]]]:
    """Word → names that begin with it, word by word, the longest first.

    They are those of countries, and some that hold a country's and are none.
    """
    found: dict[str, list[list[str]]] = {}
    every = (*_countries(), *_table()["no_countries"])
    for name in sorted(map(str.split, every), key=len, reverse=True):
        found.setdefault(name[0], []).append(name)
    return found
