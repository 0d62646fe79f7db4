"""How alike the places of claims are, each distinct pair compared once.

Names are compared by `claimtrack.matching.names`; what stands after the comma tells namesakes apart
(``Springfield, Illinois``), and says what a place lies in (``Grenfell Tower, London``).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, combinations, pairwise, zip_longest

import numpy as np
import numpy.typing as npt

from claimtrack.matching.lexicon import place_words
from claimtrack.matching.names import CONTAINED, CROWDED, LEAST, Names, key_numbers, sharing
from claimtrack.matching.namesakes import agree
from claimtrack.matching.normalise import Place, kind_sounds
from claimtrack.matching.wholes import (
    Words,
    heard,
    heard_of,
    keys_at,
    keys_of,
    known_wholes,
    towns_in,
    towns_of,
    widened,
    within_of,
)
from claimtrack.model.sounds import sound_of, sounds_together

NAMESAKE = 0.3
"""What is left of the likeness of two names whose places lie in different ones, as the two of
``Springfield, Illinois`` and ``Springfield, Ohio`` do."""

BESIDE = 0.55
"""Likeness of two sites of one town. It is set: where the day is the same and nobody tells what
happened, such a pair is a little less likely than not to be of one event (.43 by `weights.toml`),
so claims about the town as a whole bring them together."""

TWICE = 0.45
"""The same where one act is told of both (.39): two stations are bombed on one day."""

MOST_SITES = 60
"""Names; what holds more is no town but a province or a state, and says nothing of two of them."""

SPELLING = 0.9
"""From this likeness two names are taken to be spellings of one, without a word of what the places
lie in. It is set high: a wrong one would put a place into a town."""

Floats = npt.NDArray[np.float32]
Index = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Which distinct places are alike, both ways and each with itself, sorted by place.

    Attributes:
        first: Where each place's neighbours begin; one longer than the places.
        pair: The place and its neighbour, packed into one number.
        likeness: 0 to 1.
        wholes: By the key of a place, what claims put it in, where they agree.
    """

    first: npt.NDArray[np.int64]
    pair: npt.NDArray[np.int64]
    likeness: Floats
    wholes: Mapping[str, Words] = field(default_factory=dict)

    def between(self, a: npt.NDArray[np.int32], b: npt.NDArray[np.int32]) -> Floats:
        """The likeness of pairs of places; 0 for those that are no neighbours, NaN for nowhere."""
        result = np.full(len(a), np.nan, dtype=np.float32)
        told = np.flatnonzero((a >= 0) & (b >= 0))
        wanted = a[told].astype(np.int64) << 32 | b[told]
        at = np.minimum(np.searchsorted(self.pair, wanted), len(self.pair) - 1)
        result[told] = np.where(self.pair[at] == wanted, self.likeness[at], 0)
        return result


def neighbours(places: Sequence[Place], withins: Iterable[Sequence[Words]] = ()) -> Neighbours:
    """Compare all names of places that share a key.

    Args:
        places: A place of each distinct name.
        withins: For each place whatever some claim says it lies in.

    Returns:
        Their likeness, where it is `LEAST` or more.
    """
    said = [within for _, within in zip_longest(places, withins, fillvalue=())]
    names = _alike_names(places)
    told = _completed(places, said, names)
    wholes = _told_wholes(places, said, told)
    full = [widened(within, wholes) for within in told]
    known = [
        frozenset[str]().union(*(known_wholes(place, within) for within in (*own, whole)))
        for place, own, whole in zip(places, said, full, strict=True)
    ]
    held = _containing(places, full, CROWDED)
    nested = np.concatenate([held, _containing(places, known), _same_sites(places, told)])
    beside = _in_one_town(told)
    one, other = np.concatenate([nested, beside]).T
    given = np.repeat(np.array([CONTAINED, BESIDE], dtype=np.float32), [len(nested), len(beside)])
    a, b = np.concatenate([names[0], one]), np.concatenate([names[1], other])
    found = _both_ways(a, b, np.concatenate([names[2], given]), len(places))
    return replace(found, wholes=wholes)


def alike(places: Sequence[Place]) -> Neighbours:
    """Compare all names of places that share a key, without a word of what lies in what.

    Args:
        places: A place of each distinct name.

    Returns:
        Their likeness, where it is `LEAST` or more.
    """
    return _both_ways(*_alike_names(places), len(places))


def _completed(
    places: Sequence[Place],
    said: Sequence[Sequence[Words]],
    names: tuple[Index, Index, Floats],
) -> list[Words]:
    """What places lie in, also those that only a fuller name tells of.

    Where ``Westgate Mall, Nairobi`` is told of, ``Westgate`` is taken to be there as well, unless
    another Westgate is told of in another town.

    Args:
        places: A place of each name.
        said: What claims say that they lie in.
        names: Pairs of names and how alike they are.
    """
    a, b, likeness = names
    towns = [[w for w in map(towns_in, withins) if w] for withins in said]
    placed, known = (np.array([*map(bool, own)], dtype=bool) for own in (said, towns))
    found: dict[int, list[Words]] = {}
    for short, full in ((a, b), (b, a)):
        some = np.flatnonzero(~placed[short] & known[full] & (likeness >= np.float32(CONTAINED)))
        for n in some.tolist():
            if likeness[n] >= SPELLING or _is_fuller(places[short[n]], places[full[n]]):
                found.setdefault(int(short[n]), []).extend(towns[full[n]])
    completed = [tuple(chain.from_iterable(withins)) for withins in said]
    for index, (first, *more) in found.items():
        if all(agree(first, other) for other in more):
            completed[index] = first
    return [within_of(place, within) for place, within in zip(places, completed, strict=True)]


def _is_fuller(one: Place, other: Place) -> bool:
    """Whether of two names the one has more words than the other, or begins like it."""
    mine, its = set(one.sounds), set(other.sounds)
    return mine < its or its < mine or other.sound.startswith(one.sound)


def _told_wholes(
    places: Sequence[Place], said: Sequence[Sequence[Words]], withins: Sequence[Words]
) -> dict[str, Words]:
    """What claims put each place in: a school in a quarter is in the quarter's town.

    Where a quarter is told of in two towns, a school in it is in neither. A country is left out:
    nearly everything in it would be.

    Args:
        places: A place of each name.
        said: What claims say that they lie in.
        withins: What they are taken to lie in.

    Returns:
        By the key of a place.
    """
    told: dict[str, list[Words]] = {}
    for place, own, within in zip(places, said, withins, strict=True):
        if not place.members and (towns := towns_in(within)):
            every = told.setdefault(heard(place.sound), [])
            every.extend(filter(None, map(towns_in, own or [towns])))
    return {
        key: tuple(chain.from_iterable(every))
        for key, every in told.items()
        if all(agree(one, other) for one, other in pairwise(every))
    }


def _both_ways(a: Index, b: Index, likeness: Floats, size: int) -> Neighbours:
    """Pairs of places each way; of two likenesses of one pair the greater stays."""
    pair = np.concatenate([a << 32 | b, b << 32 | a])
    likeness = np.concatenate([likeness, likeness])
    order = np.lexsort((-likeness, pair))
    order = order[np.diff(pair[order], prepend=-1) != 0]
    pair, likeness = pair[order], likeness[order]
    return Neighbours(np.searchsorted(pair, np.arange(size + 1) << 32), pair, likeness)


def is_site(place: Place) -> bool:
    """Whether a name says what kind of site it is: ``central market``."""
    return not kind_sounds().isdisjoint(place.sounds)


def is_inside(inner: Words, place: Place) -> bool:
    """Whether what a place is said to lie in is another: ``Surfside`` for ``a tower, Surfside``.

    Args:
        inner: What the one is said to lie in.
        place: The other.
    """
    return heard(place.sound) in keys_of(inner)


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


def _containing(
    places: Sequence[Place], withins: Iterable[Iterable[str]], most: int | None = None
) -> Index:
    """Pairs of a place and one that lies in it, or in the whole that it is a side of.

    What lies in one of a list lies in the list.

    Args:
        places: A place of each name.
        withins: What places lie in.
        most: Places; what holds more of them is no place that brings two claims together.
    """
    inside: dict[str, list[int]] = {}
    for index, within in enumerate(map(tuple, withins)):
        for key in heard_of(within):
            inside.setdefault(key, []).append(index)
    found = {
        (outer, inner)
        for outer, place in enumerate(places)
        for one in place.members or (place,)
        for key in keys_at(one.sounds)
        if most is None or len(inside.get(key, ())) <= most
        for inner in inside.get(key, ())
        if inner != outer
    }
    return np.array(sorted(found), dtype=np.int64).reshape(-1, 2)


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
    their own stay apart, unless all that these say is what kind of site it is.
    """
    by_town: dict[tuple[str, str], dict[int, frozenset[str]]] = {}
    declared = [set(map(sounds_together, within)) for within in withins]
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
        and (names[a] <= names[b] or names[b] <= names[a] or _called(names[a]) == _called(names[b]))
    }
    return np.array(sorted(found), dtype=np.int64).reshape(-1, 2)


def _called(rest: frozenset[str]) -> frozenset[str]:
    """What a site is called, whatever kind of site it is; all its words where they say no more."""
    return rest - kind_sounds() or rest
