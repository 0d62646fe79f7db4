"""How alike two names of places are, without what follows the comma.

Names that share no key are never compared: keys are the consonants of a name whole and with a
letter or two left out, so that names meet when their consonants differ by a few edits. What meets
is measured with Levenshtein's distance on the sound. Of the scorers tried on spellings of cities in
twenty countries (Jaro-Winkler, Indel, Levenshtein; on name, sound, consonants) it alone told places
apart as well as the best mixture of them (log loss .325 against .314).
"""

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from zlib import crc32

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from claimtrack.matching.normalise import Place

LEAST = 0.58
"""Names less alike than this are not alike at all: of claims that are near in time and whose places
are just less alike, fewer than three pairs in ten are of one event."""

CONTAINED = 0.6
"""Likeness of a place and one inside it: compatible, but less said than by equal names."""

SHORT = 2
"""Consonants; names with so few that differ in one are different names: ``Qaim`` is not ``Qasim``.
Among cities this parts as many namesakes, in share, as it loses slips of the pen."""

CROWDED = 1500
"""A key that more names share is too common to bring any of them together."""

AT_A_TIME = 1 << 18

Floats = npt.NDArray[np.float32]
Index = npt.NDArray[np.int64]


class Names:
    """Distinct names of places, laid out for comparing many pairs.

    Args:
        places: One place of each name.
    """

    def __init__(self, places: Sequence[Place]) -> None:
        self._sounds = [place.sound for place in places]
        self._words = [frozenset(place.sounds) for place in places]
        self._few = np.array([len(place.consonants) <= SHORT for place in places], dtype=bool)
        self._skeleton = _numbered(place.skeleton for place in places)
        self._bag = _numbered(tuple(sorted(place.sounds)) for place in places)
        self._list = _numbered(tuple(m.sound for m in place.members) for place in places)
        # Words as bits: a name can hold all words of another only if it has all its bits.
        self._bits = np.array(
            [sum({1 << crc32(w.encode()) % 62 for w in own}) for own in self._words], dtype=np.int64
        )
        self._letters = np.zeros((len(places), 32), dtype=np.int8)
        for row, sound in enumerate(self._sounds):
            for letter in sound:
                self._letters[row, ord(letter) & 31] += 1
        self._length = self._letters.sum(axis=1, dtype=np.int16)

    def likeness(self, a: Index, b: Index) -> Floats:
        """Likeness of names pair by pair.

        A list of places (``A, B and C``) is like no other name than the same list: a figure for all
        of them is no figure for one, and must not pull the single places together.

        Args:
            a: Indices of the first of each pair.
            b: Indices of the second.

        Returns:
            0 to 1 for each pair; below `LEAST` it may be given as 0.
        """
        result = self._by_sound(a, b)
        short = self._few[a] | self._few[b]
        result[short & (self._skeleton[a] != self._skeleton[b])] = 0
        result[self._bag[a] == self._bag[b]] = 1
        common = self._bits[a] & self._bits[b]
        nested = (common == self._bits[a]) | (common == self._bits[b])
        for n in np.flatnonzero(nested & (common != 0) & (result < CONTAINED)):
            one, other = self._words[a[n]], self._words[b[n]]
            if one < other or other < one:
                result[n] = CONTAINED
        result[self._list[a] != self._list[b]] = 0
        return result

    def _by_sound(self, a: Index, b: Index) -> Floats:
        """Likeness of sounds, those that cannot reach `LEAST` by their letters left at 0."""
        excess = np.clip(self._letters[a] - self._letters[b], 0, None).sum(axis=1, dtype=np.int16)
        lacking = excess + self._length[b] - self._length[a]
        longest = np.maximum(self._length[a], self._length[b])
        near = np.flatnonzero(np.maximum(excess, lacking) <= (1 - LEAST) * longest)
        result = np.zeros(len(a), dtype=np.float32)
        result[near] = process.cpdist(
            [self._sounds[i] for i in a[near]],
            [self._sounds[i] for i in b[near]],
            scorer=Levenshtein.normalized_similarity,
            dtype=np.float32,
        )
        return result


def name_keys(place: Place) -> frozenset[str]:
    """The keys under which a name is found by those that it might equal or contain.

    Args:
        place: A folded place.

    Returns:
        Short strings; two names are worth comparing when they share one.
    """
    consonants, skeleton = place.consonants, place.skeleton
    keys = {consonants, "~" + skeleton, "=" + place.sound}
    if len(consonants) > 2:
        keys |= _shortened(consonants)
    if len(skeleton) > 3:
        shorter = _shortened(skeleton)
        keys.update("~" + key for key in shorter)
        keys.add("^" + skeleton[:3])
        if len(skeleton) > 4:
            keys.update("~" + key for once in shorter for key in _shortened(once))
    if len(place.sounds) > 1:
        keys.update("=" + sound for sound in place.sounds if len(sound) > 3)
    return frozenset(keys)


def sharing(keys: Iterable[frozenset[str]]) -> Iterator[tuple[Index, Index]]:
    """Pairs of indices whose sets of keys meet, each once, the smaller first.

    Args:
        keys: The keys of each index.

    Yields:
        A manageable number of pairs at a time.
    """
    hashes, rows = array("I"), array("I")
    for index, own in enumerate(keys):
        hashes.extend([crc32(key.encode()) for key in own])
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
