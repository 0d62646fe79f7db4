"""What a place lies in: as somebody says, as its own name tells, and as the gazetteer has it."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import chain

from claimtrack.matching.lexicon import place_words
from claimtrack.matching.names import stem
from claimtrack.matching.normalise import Place, consonants, plain_sound, town_in
from claimtrack.model.gazetteer import wholes_of
from claimtrack.model.sounds import sound_of, sounds_together
from claimtrack.model.tongues import names_country

Words = tuple[str, ...]

TELLING = 4
"""Consonants; names with so many that differ in vowels alone are spellings of one (``Sitakunda``,
``Sitakundu``). With fewer they may be two (``Basra``, ``Busra``), unless it is in the last vowel
(``Houla``, ``Houleh``)."""


@lru_cache(maxsize=1 << 16)
def heard(sound: str) -> str:
    """The key of a name under which it is found as what another lies in, or holds.

    Args:
        sound: Its sounds, run together.

    Returns:
        Its consonants where they tell enough, else all but a vowel at its end.
    """
    hard = consonants(plain_sound(sound))
    return hard if len(hard) >= TELLING else stem(sound)


def keys_at(sounds: Words) -> set[str]:
    """The keys of a name, by the sounds of its words, and of what it is a side of."""
    return {heard("".join(own)) for own in (sounds, whole_of(sounds))}


def heard_of(names: Iterable[str]) -> set[str]:
    """The keys of folded names, and those of what they are sides of."""
    return set[str]().union(*(keys_at(tuple(map(sound_of, name.split()))) for name in names))


def keys_of(names: Iterable[str]) -> list[str]:
    """The keys of folded names in their order, not those of what they are sides of."""
    return [heard(sounds_together(name)) for name in names]


def within_of(place: Place, within: Words) -> Words:
    """What a place lies in, Kabul added to what is said of ``Kabul airport``.

    Args:
        place: The place.
        within: What it is said to lie in.
    """
    town = " ".join(town_in(place.words))
    return (*within, town) if town and not place.members else within


def known_wholes(place: Place, within: Words) -> frozenset[str]:
    """What a place lies in by the gazetteer; a list of places in what all of them lie in.

    What it is a side of is left out: two sides of one town are apart.

    Args:
        place: The place.
        within: What it is said to lie in.
    """
    if place.members:
        one, *more = (known_wholes(member, within) for member in place.members)
        return one.intersection(*more)
    if not place.words:
        return frozenset()
    side_of = "".join(whole_of(place.sounds))
    known = wholes_of(place.name, within or within_of(place, ()))
    return frozenset(name for name in known if sounds_together(name) != side_of)


def towns_in(within: Words) -> Words:
    """What a place is said to lie in, without countries."""
    return tuple(name for name in within if not names_country(name))


def towns_of(within: Iterable[str]) -> set[str]:
    """The keys of the towns that a place is said to lie in; a country is none."""
    return set(keys_of(towns_in(tuple(within))))


def whole_of(sounds: Words) -> Words:
    """The words of what a place is a side of: of ``western Mosul`` it is Mosul.

    Args:
        sounds: The words of a name, by their sounds.

    Returns:
        The words without the direction, or all of them for what is no side of another
        (``South Sudan``).
    """
    side = len(sounds) > 1 and sounds[0] in _sides() and " ".join(sounds) not in _separate()
    return sounds[1:] if side else sounds


@cache
def _sides() -> frozenset[str]:
    return frozenset(map(sound_of, place_words().sides))


@cache
def _separate() -> frozenset[str]:
    return frozenset(" ".join(map(sound_of, n.split())) for n in place_words().separate)


def widened(within: Words, wholes: Mapping[str, Words]) -> Words:
    """What a place lies in, and what claims put that in.

    Args:
        within: What it is said to lie in.
        wholes: By the key of a place, what claims put it in.
    """
    return (*within, *chain.from_iterable(wholes.get(key, ()) for key in keys_of(within)))
