"""How alike two names of places are, without what follows the comma.

Names that share no key are never compared: keys are beginnings, ends and consonants of a name, and
its consonants with a letter left out. What meets is measured twice, by Levenshtein's distance on
the plain sound and by Jaro and Winkler's on the letters; the mean of the two is the likeness. On
spellings of cities in twenty countries it tells best: to find 96 in 100 of the pairs of claims that
are of one city, it lets in 18 about other cities where Levenshtein's alone lets in 27 and Jaro and
Winkler's 28. Names of several words are compared by the words in which they differ
(`claimtrack.matching.distinguishing`), since many towns share a word.
"""

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler, Levenshtein

from claimtrack.matching.distinguishing import differ
from claimtrack.matching.lexicon import place_words
from claimtrack.matching.normalise import (
    Place,
    consonants,
    kind_sounds,
    soft_skeleton,
    town_in,
)
from claimtrack.model.tongues import names_country

LEAST = 0.57
"""Names less alike than this are not alike at all: of the spellings of one city that keys bring
together fewer than three in a hundred are less alike, and from here on strangers abound."""

CONTAINED = 0.75
"""Likeness of a place and one inside it: compatible, but less said than by equal names."""

SHORT = 2
"""Consonants; names with so few that differ in one are different names: ``Qaim`` is not ``Qasim``.
Where one is the other with an ending (``Van``, ``Vanas``) they are as little alike as names may be:
among spellings of cities such pairs are of one city three times as often as the others."""

LEAST_STEM = 3
"""Letters of a short name without the vowel that it ends in."""

ENDING = 2
"""Letters of an ending; ``Hamadan`` is more than ``Hama`` in another case."""

SURE = 0.75
"""Short names as alike as this may differ in the consonants that tongues hear most differently."""

CROWDED = 1500
"""A key that more names share is too common to bring any of them together."""

AT_A_TIME = 1 << 18

WORTH_THREADS = 1 << 14
"""Pairs from which measuring them on all processors pays for starting the threads."""

Floats = npt.NDArray[np.float32]
Index = npt.NDArray[np.int64]


class _Folds(NamedTuple):
    """What one name is compared by.

    Attributes:
        own: Its words without those for what a site is, or all of them.
        bits: Its own words as bits: another name can hold them all only if it has all the bits.
    """

    plain: str
    letters: str
    words: frozenset[str]
    own: frozenset[str]
    several: bool
    few: bool
    unvoiced: bool
    skeleton: str
    plain_skeleton: str
    soft: str
    bag: tuple[str, ...]
    listed: bool
    bits: int


REMEMBERED = 1 << 12
"""Names whose folds are kept for the next claim; those of a million claims would only fill memory,
since a grouping of all asks for each once."""


@lru_cache(maxsize=REMEMBERED)
def _folds(place: Place) -> _Folds:
    telling = _telling(place) or place.sounds
    plain, words = place.plain, frozenset(telling)
    town = " ".join(town_in(place.words))
    named = names_country(town)  # Port Sudan is no site of a place called Sudan
    own = (words - kind_sounds() if town and not named else words) or words
    return _Folds(
        plain,
        "".join(place.words),
        words,
        own,
        len(place.words) > 1,
        len(consonants(plain)) <= SHORT,
        is_unvoiced(place),
        *place.skeletons,
        soft_skeleton(place.sound),
        tuple(sorted(telling)),
        bool(place.members),
        sum({1 << crc32(word.encode()) % 62 for word in own}),
    )


def _telling(place: Place) -> tuple[str, ...]:
    """The sounds of a name's words but for prepositions: ``Tunnel du Mont-Blanc``."""
    joints = place_words().joints
    words = zip(place.words, place.sounds, strict=True)
    return tuple(sound for word, sound in words if word not in joints)


class Names:
    """Distinct names of places, laid out for comparing many pairs.

    Args:
        places: One place of each name.
    """

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = places
        folds = list(map(_folds, places))
        self._plain = np.array([name.plain for name in folds], dtype=object)
        self._letters = np.array([name.letters for name in folds], dtype=object)
        self._words = [name.words for name in folds]
        self._own = [name.own for name in folds]
        self._several = np.array([name.several for name in folds], dtype=bool)
        self._few = np.array([name.few for name in folds], dtype=bool)
        self._unvoiced = np.array([name.unvoiced for name in folds], dtype=bool)
        self._lists = np.array([name.listed for name in folds], dtype=bool)
        self._skeletons = (
            _numbered(name.skeleton for name in folds),
            _numbered(name.plain_skeleton for name in folds),
        )
        self._soft = _numbered(name.soft for name in folds)
        self._bag = _numbered(name.bag for name in folds)
        self._bits = np.array([name.bits for name in folds], dtype=np.int64)

    def likeness(self, a: Index, b: Index) -> Floats:
        """Likeness of names pair by pair.

        A list of places (``A, B and C``) contains each of them, and is itself where every name of
        the one is a name of the other.

        Args:
            a: Indices of the first of each pair.
            b: Indices of the second.

        Returns:
            0 to 1 for each pair; below `LEAST` it may be given as 0.
        """
        result = self._by_letters(a, b)
        short = (self._few[a] | self._few[b]) & (result >= LEAST)
        for own in self._skeletons:
            short &= own[a] != own[b]
        soft = self._soft[a[short]] == self._soft[b[short]]
        faint = np.where(soft | self._begins(a[short], b[short]), LEAST, 0)
        result[short] = np.where(soft & (result[short] >= SURE), result[short], faint)
        for n in np.flatnonzero(self._several[a] & self._several[b] & (result >= LEAST)):
            if differ(self._places[a[n]].words, self._places[b[n]].words):
                result[n] = 0
        same = np.zeros(len(a), dtype=bool)
        for own in self._skeletons:
            same |= own[a] == own[b]
        unvoiced = same & (self._unvoiced[a] | self._unvoiced[b])
        result[unvoiced] = np.maximum(result[unvoiced], SURE)
        result[self._bag[a] == self._bag[b]] = 1
        common = self._bits[a] & self._bits[b]
        nested = (common == self._bits[a]) | (common == self._bits[b])
        for n in np.flatnonzero(nested & (common != 0) & (result < CONTAINED)):
            for words in (self._words, self._own):  # ``Rabaa Square`` is in ``Rabaa al-Adawiya``
                one, other = words[a[n]], words[b[n]]
                if one < other or other < one:
                    result[n] = CONTAINED
        for n in np.flatnonzero(self._lists[a] | self._lists[b]):
            result[n] = _of_lists(self._places[a[n]], self._places[b[n]])
        return result

    def _begins(self, a: Index, b: Index) -> npt.NDArray[np.bool_]:
        """Whether one sound of each pair is the other with an ending, or has another ending."""
        pairs = zip(self._plain[a], self._plain[b], strict=True)
        return np.array([_ends_on(x, y) or _ends_on(y, x) for x, y in pairs], dtype=bool)

    def _by_letters(self, a: Index, b: Index) -> Floats:
        """The mean of the two measures, the second left out where the first is all too small."""
        result = _measured(Levenshtein.normalized_similarity, self._plain, a, b)
        near = np.flatnonzero(result >= 2 * LEAST - 1)
        letters = _measured(JaroWinkler.normalized_similarity, self._letters, a[near], b[near])
        result[near] = (result[near] + letters) / 2
        return result


def _of_lists(one: Place, other: Place) -> float:
    """Likeness of two places of which one or both are lists."""
    mine, others = (place.members or (place,) for place in (one, other))
    met = {(m, o) for m in mine for o in others if _one_name(m, o)}
    if len({m for m, _ in met}) == len(mine) and len({o for _, o in met}) == len(others):
        return 1
    whole = len({m for m, _ in met}) == len(mine) or len({o for _, o in met}) == len(others)
    return CONTAINED if whole else 0


@lru_cache(maxsize=1 << 14)
def _one_name(one: Place, other: Place) -> bool:
    """Whether two names of lists are spellings of one, or one is a fuller form of the other."""
    if one.sound == other.sound:
        return True
    (likeness,) = Names((one, other)).likeness(np.array([0]), np.array([1]))
    return bool(likeness >= CONTAINED)


def is_unvoiced(place: Place) -> bool:
    """Whether a name is written without vowels, as Arabic and Persian do: ``nqdh``, Naghadeh."""
    sound = place.sound
    return len(sound) > SHORT and consonants(sound) == sound


def _ends_on(short: str, long: str) -> bool:
    """Whether a sound is another one, or its stem, with an ending."""
    return any(long.startswith(x) and len(long) - len(x) <= ENDING for x in (short, stem(short)))


def stem(sound: str) -> str:
    """A sound without the vowel that it ends in, where enough is left: ``Tyre`` and ``Tyros``."""
    return sound[:-1] if len(sound) > LEAST_STEM and sound[-1] in "aiu" else sound


def _measured(scorer: Any, texts: npt.NDArray[np.object_], a: Index, b: Index) -> Floats:
    workers = -1 if len(a) > WORTH_THREADS else 1
    measured = process.cpdist(
        texts[a].tolist(), texts[b].tolist(), scorer=scorer, dtype=np.float32, workers=workers
    )
    return np.asarray(measured, dtype=np.float32)


def name_keys(place: Place) -> frozenset[str]:
    """The keys under which a name is found by those that it might equal or contain.

    Args:
        place: A folded place.

    Returns:
        Short strings; two names are worth comparing when they share one.
    """
    plain, (skeleton, _) = place.plain, place.skeletons
    hard = consonants(plain)
    keys = {"=" + place.sound, "<" + "".join(place.words)[:3], "<" + plain[:3], ">" + plain[-4:]}
    keys |= {"~" + skeleton, hard} | _shortened(hard)
    if len(skeleton) > 2:
        keys.add("^" + skeleton[:3])
    if len(skeleton) > 3:
        keys.add("$" + skeleton[-3:])
        keys.update("~" + key for key in _shortened(skeleton))
    soft = soft_skeleton(place.sound)
    if len(soft) > 2:
        keys.add("%" + soft)
    if len(place.sounds) > 1:
        keys.update("=" + sound for sound in place.sounds if len(sound) > 3)
    keys.update("=" + member.sound for member in place.members)
    return frozenset(keys)


@lru_cache(maxsize=REMEMBERED)
def key_numbers(place: Place) -> tuple[int, ...]:
    """The keys of a name as numbers."""
    return tuple(crc32(key.encode()) for key in name_keys(place))


def sharing(keys: Iterable[Sequence[int]]) -> Iterator[tuple[Index, Index]]:
    """Pairs of indices whose keys meet, each once, the smaller first.

    Args:
        keys: The numbers of the keys of each index.

    Yields:
        A manageable number of pairs at a time.
    """
    hashes, rows = array("I"), array("I")
    for index, own in enumerate(keys):
        hashes.extend(own)
        rows.extend([index] * len(own))
    key = np.array(hashes, dtype=np.uint32)
    row = np.array(rows, dtype=np.int64)
    order = np.lexsort((row, key))
    key, row = key[order], row[order]
    begins = np.flatnonzero(np.diff(key, prepend=key[:1] ^ 1))
    size = np.diff(np.append(begins, len(key)))
    # How many stand after each in its group: those are the pairs that it begins.
    after = np.repeat(begins + size, size) - np.arange(len(key)) - 1
    after[np.repeat(size > CROWDED, size)] = 0
    by_row = np.argsort(row, kind="stable")
    by_row = by_row[after[by_row] > 0]
    ends = np.cumsum(after[by_row])
    begin = 0
    while begin < len(by_row):
        stop = int(np.searchsorted(ends, (ends[begin - 1] if begin else 0) + AT_A_TIME)) + 1
        # All entries of one row stay together, so that its pairs are told apart from their doubles.
        stop = int(np.searchsorted(row[by_row], row[by_row[min(stop, len(by_row)) - 1]], "right"))
        at = by_row[begin:stop]
        a = np.repeat(row[at], after[at])
        offset = np.arange(len(a)) - np.repeat(np.cumsum(after[at]) - after[at], after[at])
        packed = np.sort(a << 32 | row[np.repeat(at, after[at]) + 1 + offset])
        packed = packed[np.diff(packed, prepend=-1) != 0]
        yield packed >> 32, packed & 0xFFFFFFFF
        begin = stop


def _shortened(text: str) -> set[str]:
    """A text with each of its letters left out in turn."""
    return {text[:at] + text[at + 1 :] for at in range(len(text))}


def _numbered(values: Iterable[Hashable]) -> Index:
    """Values as numbers, equal ones alike."""
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(v, len(numbers)) for v in values], dtype=np.int64)
