"""Countries under their names, their peoples' adjectives and what other tongues call them.

It is the little of a map that the program has: no names of cities or regions, and no borders.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files


def countries_named(words: str) -> str:
    """A folded text with every word for a country written as one word of English.

    Args:
        words: Lower case, without marks, words parted by single blanks, such as ``health ministry
            of south korea``.

    Returns:
        The same, with one word for each country: ``health ministry of south-korea``.
    """
    return _pattern().sub(lambda match: _names()[match[0]], words)


def is_country(word: str) -> bool:
    """Whether a word is a country as `countries_named` writes it."""
    return word in _written()


@cache
def _names() -> dict[str, str]:
    table = tomllib.loads((files("claimtrack.model") / "countries.toml").read_text("utf-8"))
    names = {}
    for country, others in table.items():
        written = country.replace(" ", "-")
        names |= dict.fromkeys((country, *others), written)
    return names


@cache
def _written() -> frozenset[str]:
    return frozenset(_names().values())


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b")
