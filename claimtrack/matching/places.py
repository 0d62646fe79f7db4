"""How alike the places of claims are, each distinct pair compared once.

Names are compared by `claimtrack.matching.names`; what stands after the comma tells namesakes apart
(``Springfield, Illinois``), and says what a place lies in (``Grenfell Tower, London``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, zip_longest

import numpy as np
import numpy.typing as npt

from claimtrack.matching.lexicon import place_words
from claimtrack.matching.names import CONTAINED, CROWDED, LEAST, Names, key_numbers, sharing
from claimtrack.matching.normalise import Place, sound_of
from claimtrack.model.tongues import countries_named, is_country

NAMESAKE = 0.3
"""What is left of the likeness of two names whose places lie in different ones, as the two of
``Springfield, Illinois`` and ``Springfield, Ohio`` do."""

BESIDE = 0.45
"""Likeness of two sites of one town. It is set: where day and act are the same, such a pair is a
little less likely than not to be of one event (.39 by `weights.toml`), so two stations bombed on
one day stay apart until claims about the town as a whole bring them together."""

MOST_SITES = 60
"""Names; what holds more is no town but a province or a state, and says nothing of two of them."""

Words = tuple[str, ...]
Floats = npt.NDArray[np.float32]
Index = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Which distinct places are alike, both ways and each with itself, sorted by place.

    Attributes:
        first: Where each place's neighbours begin; one longer than the places.
        pair: The place and its neighbour, packed into one number.
        likeness: 0 to 1.
    """

    first: npt.NDArray[np.int64]
    pair: npt.NDArray[np.int64]
    likeness: Floats

    def between(self, a: npt.NDArray[np.int32], b: npt.NDArray[np.int32]) -> Floats:
        """The likeness of pairs of places; 0 for those that are no neighbours, NaN for nowhere."""
        result = np.full(len(a), np.nan, dtype=np.float32)
        told = np.flatnonzero((a >= 0) & (b >= 0))
        wanted = a[told].astype(np.int64) << 32 | b[told]
        at = np.minimum(np.searchsorted(self.pair, wanted), len(self.pair) - 1)
        result[told] = np.where(self.pair[at] == wanted, self.likeness[at], 0)
        return result


def neighbours(places: Sequence[Place], withins: Iterable[tuple[str, ...]] = ()) -> Neighbours:
    """Compare all names of places that share a key.

    Args:
        places: A place of each distinct name.
        withins: For each place what some claim says it lies in, if any.

    Returns:
        Their likeness, where it is `LEAST` or more.
    """
    told = [within for _, within in zip_longest(places, withins, fillvalue=())]
    a, b, likeness = _alike_names(places)
    nested = np.concatenate([_containing(places, told), _same_sites(places, told)])
    beside = _in_one_town(told)
    one, other = np.concatenate([nested, beside]).T
    given = np.repeat(np.array([CONTAINED, BESIDE], dtype=np.float32), [len(nested), len(beside)])
    a, b = np.concatenate([a, one]), np.concatenate([b, other])
    return _both_ways(a, b, np.concatenate([likeness, given]), len(places))


def _both_ways(a: Index, b: Index, likeness: Floats, size: int) -> Neighbours:
    """Pairs of places each way; of two likenesses of one pair the greater stays."""
    pair = np.concatenate([a << 32 | b, b << 32 | a])
    likeness = np.concatenate([likeness, likeness])
    order = np.lexsort((-likeness, pair))
    order = order[np.diff(pair[order], prepend=-1) != 0]
    pair, likeness = pair[order], likeness[order]
    return Neighbours(np.searchsorted(pair, np.arange(size + 1) << 32), pair, likeness)


def lie_apart(
    withins: Sequence[tuple[str, ...]], a: npt.NDArray[np.int32], b: npt.NDArray[np.int32]
) -> npt.NDArray[np.bool_]:
    """Whether two places are said to lie in different ones, as ``Springfield`` of two states.

    Args:
        withins: What places lie in; the first is nothing.
        a: Indices into these, one for each pair.
        b: Likewise.

    Returns:
        For each pair.
    """
    result = np.zeros(len(a), dtype=bool)
    both = np.flatnonzero((a > 0) & (b > 0) & (a != b))
    if len(both):
        met, which = np.unique(a[both].astype(np.int64) << 32 | b[both], return_inverse=True)
        apart = [
            not _agree(withins[pair >> 32], withins[pair & 0xFFFFFFFF]) for pair in met.tolist()
        ]
        result[both] = np.array(apart)[which]
    return result


def is_inside(inner: Words, place: Place) -> bool:
    """Whether what a place is said to lie in is another: ``Surfside`` for ``a tower, Surfside``.

    Args:
        inner: What the one is said to lie in.
        place: The other.
    """
    return place.sound in _sounds(inner)


def _alike_names(places: Sequence[Place]) -> tuple[Index, Index, Floats]:
    """Pairs of names that are alike, each name with itself among them, and how much."""
    names = Names(places)
    itself = np.arange(len(places))
    found = [(itself, itself, np.ones(len(places), dtype=np.float32))]
    for a, b in sharing(map(key_numbers, places)):
        likeness = names.likeness(a, b)
        near = likeness >= LEAST
        found.append((a[near], b[near], likeness[near]))
    a, b, likeness = (np.concatenate(column) for column in zip(*found, strict=True))
    return a, b, likeness


def _containing(places: Sequence[Place], withins: Iterable[tuple[str, ...]]) -> Index:
    """Pairs of a place and one that is said to lie in it, or in the whole that it is a side of."""
    inside: dict[str, list[int]] = {}
    for index, within in enumerate(withins):
        for sound in _sounds(within) | _wholes(within):
            inside.setdefault(sound, []).append(index)
    found = {
        (outer, inner)
        for outer, place in enumerate(places)
        if not place.members
        for sound in {place.sound, "".join(whole_of(place.sounds))}
        if len(inside.get(sound, ())) <= CROWDED
        for inner in inside.get(sound, ())
        if inner != outer
    }
    return np.array(sorted(found), dtype=np.int64).reshape(-1, 2)


def towns_of(within: Iterable[str]) -> set[str]:
    """The sounds of the towns that a place is said to lie in; a country is none."""
    return _sounds(name for name in within if not is_country(countries_named(name)))


def _in_one_town(withins: Iterable[tuple[str, ...]]) -> Index:
    """Pairs of places that are said to lie in one town."""
    inside: dict[str, set[int]] = {}
    for index, within in enumerate(withins):
        for town in towns_of(within):
            inside.setdefault(town, set()).add(index)
    found = {
        pair
        for names in inside.values()
        if len(names) <= MOST_SITES
        for pair in combinations(sorted(names), 2)
    }
    return np.array(sorted(found), dtype=np.int64).reshape(-1, 2)


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


def site_keys(place: Place, withins: Sequence[str]) -> dict[str, Words]:
    """What a place may be called once the town that it lies in is left out of its name.

    Args:
        place: A folded place.
        withins: What it is said to lie in.

    Returns:
        Town → the other words of the name, by their sounds. A town is what the place is said to
        lie in, or what the name begins or ends with: ``Kabul airport`` may be an airport of Kabul.
    """
    if place.members:
        return {}
    sounds = place.sounds
    towns = {name: tuple(map(sound_of, name.split())) for name in withins}.values()
    edges = [sounds[:at] for at in range(1, len(sounds))] + [
        sounds[at:] for at in range(1, len(sounds))
    ]
    found = {}
    for town in (*edges, *towns):
        rest = tuple(sound for sound in sounds if sound not in town)
        if not place_words().telling.issuperset(rest):
            found["".join(town)] = rest
    return found


def _same_sites(places: Sequence[Place], withins: Sequence[tuple[str, ...]]) -> Index:
    """Pairs of names that, with their town left out, hold one another's words.

    ``Kabul airport`` may be ``Hamid Karzai International Airport, Kabul``: one says the town in the
    name and one beside it, and what is left of the one is in the other. Two names with words of
    their own stay apart.
    """
    by_town: dict[tuple[str, str], dict[int, frozenset[str]]] = {}
    declared = [_sounds(within) for within in withins]
    for index, place in enumerate(places):
        for town, rest in site_keys(place, withins[index]).items():
            for sound in rest:
                by_town.setdefault((town, sound), {})[index] = frozenset(rest)
    found = {
        (a, b)
        for (town, _), names in by_town.items()
        if 1 < len(names) <= CROWDED
        for a, b in combinations(sorted(names), 2)
        if (town in declared[a] or town in declared[b])
        and (names[a] <= names[b] or names[b] <= names[a])
    }
    return np.array(sorted(found), dtype=np.int64).reshape(-1, 2)


def _wholes(names: Iterable[str]) -> set[str]:
    return {"".join(whole_of(tuple(map(sound_of, name.split())))) for name in names}


def _sounds(names: Iterable[str]) -> set[str]:
    return {"".join(map(sound_of, name.split())) for name in names}


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether what two places lie in has a name in common, or a side of one."""
    return not (_sounds(one) | _wholes(one)).isdisjoint(_sounds(other)) or not _sounds(
        one
    ).isdisjoint(_wholes(other))
