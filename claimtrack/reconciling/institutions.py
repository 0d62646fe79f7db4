"""The words of institutions in one form, whatever the tongue, the office or the people's adjective.

``Prefettura di Genova`` and ``Genoa prefect's office`` are a prefecture, ``the mayor of Port Town``
and ``Port Town city council`` a municipality, ``Ministry of Public Health`` and ``health ministry``
a health ministry. Who holds an office speaks for its institution (docs/method.md, sources and
bodies). All words are data of the lexicon.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from claimtrack.model.runs import longest_runs
from claimtrack.model.tongues import countries_named
from claimtrack.reconciling.lexicon import institutions_abroad, words

_LONGEST = 3
"""Words of the longest name of another tongue."""


@lru_cache(maxsize=65536)
def canonical(folded: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a body in one form.

    Args:
        folded: Its words in order, folded.

    Returns:
        English words; those of offices replaced by their institutions, those of countries and
        their people by one word for the country; those that add nothing left out, but never all.
        ``Rebels`` adds nothing to a movement's name, and everything to an institution's.
    """
    english = countries_named(" ".join(_in_english(folded)))
    found = _phrases().sub(lambda match: _meant()[match[0]], english)
    every = tuple(found.split())
    fighters = words("names")["fighters"]
    if not set(every).isdisjoint(fighters):
        named = tuple(word for word in every if word not in fighters)
        if set(named).isdisjoint(words("names")["institutions"]):
            every = named
    return every or folded


def _in_english(folded: tuple[str, ...]) -> Iterator[str]:
    """The words of a body with English ones for those of other tongues, the longest first."""
    known = institutions_abroad()
    for run, english in longest_runs(folded, lambda run: known.get(tuple(run)), _LONGEST):
        yield english or run[0]


def bears(folded: Iterable[str], kind: str) -> bool:
    """Whether a body's words, in one form, have a word of a kind.

    Args:
        folded: Its words in order, folded.
        kind: A list of the lexicon's names.

    Returns:
        Whether they have one.
    """
    return not set(words("names")[kind]).isdisjoint(canonical(tuple(folded)))


@cache
def offices() -> frozenset[str]:
    """The institutions that somebody speaks for by holding an office: ``municipality``."""
    return frozenset(word for body in words("names")["offices"].values() for word in body.split())


@cache
def _meant() -> dict[str, str]:
    known = words("names")
    return {**dict.fromkeys(known["silent"], ""), **known["synonyms"], **known["offices"]}


@cache
def _phrases() -> re.Pattern[str]:
    longest_first = sorted(_meant(), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!-)\b(?:{'|'.join(longest_first)})\b(?!-)")
