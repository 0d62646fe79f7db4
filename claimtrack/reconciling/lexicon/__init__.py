"""The words that reconciling knows, from ``en.toml``."""

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
def _table() -> dict[str, Any]:
    text = (files(__name__) / "en.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
