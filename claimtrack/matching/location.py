"""Where a claim is found by others: what a database keeps beside it, and what to look up for it.

A database keeps, beside each claim, the folded name of its place and its days; beside each distinct
name the keys that `claimtrack.matching.names` compares names by; beside each text its heaviest
words. What is looked up by these is a little more than what grouping compares, never less.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

import numpy as np

from claimtrack.matching.block import NEAR, SAID_LATE
from claimtrack.matching.dates import BRIEF, NO_DAY, Span
from claimtrack.matching.names import CROWDED, LEAST, Names, name_keys
from claimtrack.matching.normalise import Place, fold_place
from claimtrack.matching.places import MOST_SITES, alike, site_keys
from claimtrack.matching.readings import time_of
from claimtrack.matching.wholes import (
    heard,
    heard_of,
    keys_at,
    known_wholes,
    towns_of,
    within_of,
)
from claimtrack.model.grouping import Located, MatchRow, Sought
from claimtrack.model.sounds import sound_of
from claimtrack.model.tongues import names_country

LONGEST = 31
"""Days; no claim looks for others in more: a month, or the week before an undated one was said."""

_LIST = "+"
"""Stands between the names of a list of places, which is like no other name."""

Days = tuple[int, int]


@cache
def rules() -> str:
    """What tells the rules of grouping from those of other versions of the program.

    It is a digest of the files that make them, so that nobody has to remember to count it up.
    """
    here = Path(__file__).parent
    files = sorted(file for file in here.rglob("*") if file.suffix in (".py", ".toml"))
    known = (
        "gazetteer.py",
        "gazetteer.tsv",
        "letters.py",
        "place_order.py",
        "runs.py",
        "scripts.py",
        "scripts.toml",
        "scripts.tsv",
        "sounds.py",
        "tongues.py",
        "tongues.toml",
    )
    files += [here.parent / "model" / name for name in known]
    return f"{crc32(b''.join(file.read_bytes() for file in files)):08x}"


def located(row: MatchRow) -> Located | None:
    """What to keep beside a claim; None when it names no place or no day."""
    name, keys, fuller = _kept(row.place)
    days = days_of(row)
    if name is None or days is None:
        return None
    return Located(name, row.place or "", keys, *days, fuller)


def days_of(row: MatchRow) -> Days | None:
    """The days in which a claim looks for others, as `claimtrack.matching.block` has them."""
    time = time_of(row)
    if time.span is Span.UNDATED:
        return None if time.said == NO_DAY else (time.said - SAID_LATE, time.said)
    long = time.span is Span.WINDOW and time.end - time.start >= BRIEF
    return time.start, time.start if long else time.end


def sought(name: str, days: Days) -> Sought:
    """Which claims of a name may speak of the same as one of these days."""
    first, last = days
    return Sought(name, first - NEAR - LONGEST, last + NEAR, first - NEAR)


def sought_anywhere(places: Iterable[str], aliases: Mapping[str, str]) -> set[Sought]:
    """Which claims are about places of some names, whatever the day.

    Args:
        places: Names as written, of which somebody has told something new.
        aliases: Place → the place that it is another name of.
    """
    others = OtherNames(aliases)
    names = {name for place in places if (name := name_of(fold_place(place)))}
    meant = {name for place in places if (name := name_of(others.meant(place)))}
    last = date.max.toordinal()
    return {Sought(name, -last, last, -last) for name in names | others.of(meant)}


def alike_names(names: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Which of some names are alike, each with itself among them, and each pair both ways.

    Args:
        names: As `located` gives them, and as written.

    Yields:
        Two names.
    """
    own = [name for name, _ in names]
    near = alike([fold_place(text) for _, text in names])
    for pair in near.pair.tolist():
        yield own[pair >> 32], own[pair & 0xFFFFFFFF]


def like_name(
    name: str, text: str, found: Iterable[tuple[int, str, str]]
) -> Iterator[tuple[str, str]]:
    """Which names are like a new one, itself among them, each pair both ways.

    Args:
        name: As `located` gives it.
        text: As written.
        found: Names under `keys_of_name`: the key, the name, and as written.

    Yields:
        Two names.
    """
    by_key: dict[int, dict[str, str]] = {}
    for key, other, written in found:
        by_key.setdefault(key, {})[other] = written
    others = {
        other: written
        for names in by_key.values()
        if len(names) <= CROWDED
        for other, written in names.items()
    }
    others.pop(name, None)
    yield name, name
    places = [fold_place(text), *map(fold_place, others.values())]
    near = Names(places).likeness(np.zeros(len(others), np.int64), np.arange(1, len(places)))
    # Compared as columns: a likeness of exactly `LEAST` is a little less as a Python number.
    for other, is_like in zip(others, (near >= LEAST).tolist(), strict=True):
        if is_like:
            yield name, other
            yield other, name


def keys_of_name(text: str) -> frozenset[int]:
    """The keys under which names like a place's own are found."""
    return _numbers(name_keys(fold_place(text)))


def keys_of_holding(place: Place) -> frozenset[int]:
    """The keys under which is found what holds a place, what it holds or is beside, its site."""
    if not place.words:
        return frozenset()
    inner = (*_as_place(place, "in"), *_as_place(place, "of"))
    outer = {f"at {key}" for key in (*_outer(place), *_known(place))}
    return _numbers({*inner, *outer, *_sites(place), *_beside(place)})


def holding(place: Place, found: Iterable[tuple[int, str, str]]) -> tuple[set[str], set[str]]:
    """Of the names under `keys_of_holding` those that have to do with a place.

    Args:
        place: A place.
        found: What is found under its keys.

    Returns:
        What is said to lie in it, or beside it in its town, its own site under other names among
        them; and what holds it or, by the gazetteer, lies in it.
    """
    found = list(found)
    inner = _numbers({*_as_place(place, "in"), *_sites(place)})
    known, outer = _numbers(_as_place(place, "of")), {*_outer(place), *_known(place)}
    inside = {name for key, name, _ in found if key in inner}
    for town in _numbers(_beside(place)):
        beside = {name for key, name, _ in found if key == town}
        inside |= beside if len(beside) <= MOST_SITES else set()
    around = {
        name for key, name, _ in found if key in known or not outer.isdisjoint(_with_whole(name))
    }
    own = {name_of(place)}
    return inside - own, around - own


def keys_inside(names: Iterable[str]) -> frozenset[int]:
    """The keys under which is found what is said to lie in places of some names."""
    return _numbers(f"in {heard(name.replace(' ', ''))}" for name in names)


def towns_around(place: Place) -> set[str]:
    """The names, as they are kept, of what a place is said to lie in; countries are none."""
    within = within_of(place, place.within)
    return {" ".join(map(sound_of, name.split())) for name in within if not names_country(name)}


def _with_whole(name: str) -> set[str]:
    """The keys of a kept name, and of what it is a side of; those of each place of a list."""
    return set[str]().union(*(keys_at(tuple(part.split())) for part in name.split(_LIST)))


def name_of(place: Place) -> str | None:
    """The name that a place is kept under; None for one that says nothing."""
    if place.members:
        return _LIST.join(" ".join(member.sounds) for member in place.members)
    return " ".join(place.sounds) or None


@lru_cache(maxsize=1 << 12)
def meaning_keys(text: str | None) -> frozenset[int]:
    """The keys of what people tell of a place, and of what they tell that means it."""
    place = fold_place(text)
    name = name_of(place)
    return frozenset() if name is None else _numbers({f"w{place.name}"}) | {name_key(name)}


def name_key(name: str) -> int:
    """That of them which a place has by the name that it is kept under."""
    return crc32(f"s{name}".encode())


class OtherNames:
    """The other names of places, as people have told them.

    Args:
        aliases: Place → the place that it is another name of, both as written.
    """

    def __init__(self, aliases: Mapping[str, str]) -> None:
        self._meant = {fold_place(a).name: fold_place(b) for a, b in aliases.items()}
        self._written = {fold_place(b).name: b for b in aliases.values()}
        self._names: dict[str | None, set[str]] = {}
        for name in aliases:
            own = name_of(fold_place(name))
            if own is not None:
                self._names.setdefault(name_of(self.meant(name)), set()).add(own)

    def meant(self, text: str | None) -> Place:
        """The place that a text means, where aliases of aliases lead."""
        place = fold_place(text)
        seen = {place.name}
        while place.name in self._meant and self._meant[place.name].name not in seen:
            place = self._meant[place.name]
            seen.add(place.name)
        return place

    def text_of(self, text: str) -> str:
        """The place that a text means, as somebody wrote it."""
        place = self.meant(text)
        return self._written.get(place.name, text)

    def of(self, names: Iterable[str]) -> set[str]:
        """The other names of places of some names, all as they are kept."""
        return {other for name in names for other in self._names.get(name, ())}


@lru_cache(maxsize=1 << 18)
def _kept(text: str | None) -> tuple[str | None, frozenset[int], bool]:
    place = fold_place(text)
    keys = name_keys(place) | _as_place(place, "at") if place.words else set()
    keys |= {f"in {key}" for key in _outer(place)} | _sites(place)
    keys |= {f"of {key}" for key in _known(place)}
    return name_of(place), _numbers(keys), bool(towns_of(place.within))


def _numbers(keys: Iterable[str]) -> frozenset[int]:
    return frozenset(crc32(key.encode()) for key in keys)


def _sites(place: Place) -> set[str]:
    """The keys that names carry which may be of one site of one town."""
    sites = site_keys(place, place.within).items()
    return {f"@{sound} {town}" for town, rest in sites for sound in rest}


def _as_place(place: Place, how: str) -> set[str]:
    """The keys of a place, or of each of a list, as names carry them that have to do with it.

    Args:
        place: The place.
        how: ``in`` for those that somebody says lie in it, ``of`` for those of which the gazetteer
            does, ``at`` for its own.
    """
    each = place.members or (place,)
    return {f"{how} {key}" for one in each for key in keys_at(one.sounds)}


def _known(place: Place) -> set[str]:
    """The keys of what a place lies in by the gazetteer, and of what that is a side of."""
    return heard_of(known_wholes(place, place.within))


def _beside(place: Place) -> set[str]:
    """The keys that names carry which may lie in the town of this place."""
    return {f"in {town}" for town in towns_of(within_of(place, place.within))}


def _outer(place: Place) -> set[str]:
    """The keys of what a place is said to lie in, and of what that is a side of."""
    return heard_of(within_of(place, place.within))
