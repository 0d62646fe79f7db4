"""Names of one event that differ in a country or in a spelling only, and may be one body's."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from claimtrack.model.sounds import sound_of
from claimtrack.model.tongues import is_country
from claimtrack.reconciling.institutions import offices
from claimtrack.reconciling.lexicon import word_set
from claimtrack.reconciling.names import ParsedName
from claimtrack.reconciling.opposing import opposed, opposing
from claimtrack.reconciling.place_names import same_name

_REGIONAL = frozenset({"governorate", "municipality"})
"""What the governments of regions and towns are called in keys."""

_LEAST = 4
"""Letters of a word, less its ending, that may be spelled otherwise; shorter ones differ too
easily."""

_DOUBLED = re.compile(r"(.)\1+")
_NUMERAL = re.compile(r"\w*\d\w*|[ivxlcdm]+")
_VOWELS = re.compile(r"[aeiouy]+")
_LIKE = str.maketrans("eyu", "aio")
"""Vowels that transliterations confuse: ``Mohamed``, ``Muhammad``."""

_Key = tuple[str, ...]
_Pair = tuple[_Key, list[_Key]]


def of_a_country(names: Iterable[ParsedName], abroad: frozenset[str]) -> list[_Pair]:
    """Names that tell their country, with those that tell more of the institution and not it.

    ``South Korean Interior Ministry`` is the ``Ministry of the Interior and Safety``, unless the
    ministries of two countries could be meant.

    Args:
        names: The names of the event, taken apart.
        abroad: Countries whose bodies count their own people in somebody else's event.

    Returns:
        Names with the longer ones that each can stand for.
    """
    keys = sorted({name.key for name in names})
    bare = [key for key in keys if not _countries(key)]
    found: list[_Pair] = []
    meant: defaultdict[_Key, set[frozenset[str]]] = defaultdict(set)
    for key in keys:
        own = _countries(key)
        if not own or own & abroad:
            continue
        core = set(key) - own
        institutions = core & word_set("names", "institutions")
        if not institutions or core == institutions:
            continue
        longer = [
            other
            for other in bare
            if core < set(other)
            and institutions == set(other) & word_set("names", "institutions")
            and set(other).isdisjoint(word_set("names", "people"))
            and not opposed(core, set(other))
        ]
        for other in longer:
            meant[other].add(own)
        if longer:
            found.append((key, longer))
    return [
        (key, longer) for key, longer in found if all(len(meant[other]) == 1 for other in longer)
    ]


def of_a_region(names: Iterable[ParsedName]) -> list[_Pair]:
    """The governments of regions and towns with those that leave out that they are such.

    ``Upland government`` is the ``Upland regional government``; that of a country is no region's.

    Args:
        names: The names of the event, taken apart.

    Returns:
        Names with the others that each can stand for.
    """
    keys = {name.key for name in names}
    found = []
    for key in sorted(keys):
        own = set(key) - _REGIONAL
        if own and len(own) < len(key) and not _countries(key):
            other = tuple(sorted(own | {"government"}))
            if other in keys:
                found.append((key, [other]))
    return found


def of_a_body(names: Iterable[ParsedName]) -> list[_Pair]:
    """Names of people told with a body that no word tells to be one, with that body's own.

    ``Jane Doe, Rowan`` and ``Rowan president Jane Doe`` are of ``Rowan``, where that speaks too;
    the president of a country is not the country.

    Args:
        names: The names of the event, taken apart.

    Returns:
        Names with the others that each can stand for.
    """
    names = list(names)
    own = {frozenset(name.key): name.key for name in names if not name.person}
    found = []
    for name in names:
        rest = frozenset(name.key) - set(name.person) if name.person else frozenset[str]()
        for body in (rest, rest - offices()):
            if body in own and len(body) < len(name.key) and not _countries(tuple(body)):
                found.append((name.key, [own[body]]))
                break
    return found


def spelled_otherwise(names: Sequence[ParsedName]) -> list[_Pair]:
    """Names with those that are the same but for the spelling of one word of their own.

    ``Prefettura di Genova`` is the ``Genoa prefecture``. Words of institutions and countries are
    never spellings of each other, nor are numerals, which tell two brigades apart, nor the surnames
    of two who hold one office: ``Mayor Ali Hassan``, ``Mayor Ali Hussein``.

    Args:
        names: The names of the event, taken apart.

    Returns:
        Names with the others that each can stand for.
    """
    keys = sorted({name.key for name in names})
    surnames = {name.person[-1] for name in names if name.person}
    alike: defaultdict[_Key, list[_Key]] = defaultdict(list)
    by_size: defaultdict[int, list[_Key]] = defaultdict(list)
    for key in keys:
        if len(key) > 1 and not word_set("names", "institutions").isdisjoint(key):
            by_size[len(key)].append(key)
    for same_size in by_size.values():
        for one, other in combinations(same_size, 2):
            mine, others = set(one) - set(other), set(other) - set(one)
            if len(mine) != 1 or len(others) != 1:
                continue
            (my,), (its,) = mine, others
            if _spellings(my, its, my in surnames and its in surnames):
                alike[one].append(other)
    return list(alike.items())


def one_person(one: _Key, other: _Key) -> bool:
    """Whether two full names are one in two spellings: ``Ahmed Jalil``, ``Ahmad Jaleel``.

    Args:
        one: The words of a person's name, folded.
        other: Those of another.

    Returns:
        Whether their last words sound the same, and their others may be spellings of one another.
    """
    return (
        len(one) == len(other) > 1
        and sound_of(one[-1]) == sound_of(other[-1])
        and all(a == b or _spellings(a, b, surnames=False) for a, b in zip(one, other, strict=True))
    )


def _spellings(one: str, other: str, surnames: bool) -> bool:
    """Whether two words are one, spelled in two ways; of surnames, but for a doubled letter."""
    known = word_set("names", "institutions") | word_set("names", "people") | opposing()
    if one in known or other in known or is_country(one) or is_country(other):
        return False
    if _NUMERAL.fullmatch(one) or _NUMERAL.fullmatch(other):
        return False
    if _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other):  # ``Zobe``, ``Zoobe``
        return True
    return (
        not surnames
        and one[0] == other[0]
        and min(len(one), len(other)) >= _LEAST
        and _first_vowel(one) == _first_vowel(other)  # ``Hassan Hospital``, ``Hussein Hospital``
        and same_name(one, other)
    )


def _first_vowel(word: str) -> str:
    found = _VOWELS.search(word)
    return found[0][0].translate(_LIKE) if found else ""


def _countries(key: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in key if is_country(word))
