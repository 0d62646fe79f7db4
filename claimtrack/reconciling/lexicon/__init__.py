"""The words that reconciling knows: English ones, and other tongues' names of institutions."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(section: str) -> dict[str, Any]:
    """One section of the lexicon.

    Args:
        section: Such as ``names``.

    Returns:
        The section as TOML gives it; read once.
    """
    table: dict[str, Any] = _table()[section]
    return table


@cache
def word_set(section: str, name: str) -> frozenset[str]:
    """One list of words as a set.

    Args:
        section: Such as ``names``.
        name: Such as ``institutions``.

    Returns:
        The words.
    """
    return frozenset(words(section)[name])


@cache
def known_bodies() -> dict[str, list[str]]:
    """Bodies that the whole field speaks of, and what else each is called, as people write it."""
    return _read("bodies.toml")


@cache
def institutions_abroad() -> dict[tuple[str, ...], str]:
    """What other tongues call institutions, folded, word by word, and what English calls them."""
    return {
        tuple(other.split()): english
        for english, others in _read("tongues.toml").items()
        for other in others
    }


@cache
def _table() -> dict[str, Any]:
    return _read("en.toml")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__name__) / name).read_text(encoding="utf-8"))
