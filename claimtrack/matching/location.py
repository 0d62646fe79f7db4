"""Where a claim is found by others: what a database keeps beside it, and what to look up for it.

A database keeps, beside each claim, the folded name of its place and its days; beside each distinct
name the keys that `claimtrack.matching.names` compares names by; beside each text its heaviest
words. What is looked up by these is a little more than what grouping compares, never less.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from claimtrack.matching.block import NEAR, SAID_LATE
from claimtrack.matching.dates import NO_DAY, Span, When, when
from claimtrack.matching.names import CROWDED, LEAST, name_keys
from claimtrack.matching.normalise import Place, fold_place, sound_of
from claimtrack.model.grouping import Located, MatchRow, Sought

LONGEST = 31
"""Days; no claim looks for others in more: a month, or the week before an undated one was said."""

_LIST = "+"
"""Stands between the names of a list of places, which is like no other name."""

Days = tuple[int, int]


@cache
def rules() -> str:
    """What tells the rules of this index from those of other versions of the program.

    It is a digest of the files that make them, so that nobody has to remember to count it up.
    """
    here = Path(__file__).parent
    made_of = (
        "location",
        "normalise",
        "transliterate",
        "names",
        "dates",
        "block",
        "texts",
        "words",
    )
    files = [here / f"{name}.py" for name in made_of] + sorted((here / "lexicon").glob("*.toml"))
    return f"{crc32(b''.join(file.read_bytes() for file in files)):08x}"


def located(row: MatchRow) -> Located | None:
    """What to keep beside a claim; None when it names no place or no day."""
    name, keys = _kept(row.place)
    days = days_of(row)
    return None if name is None or days is None else Located(name, keys, *days)


def days_of(row: MatchRow) -> Days | None:
    """The days in which a claim looks for others, as `claimtrack.matching.block` has them."""
    time: When = when(row.event_start, row.event_end, row.said_at)
    if time.span is Span.UNDATED:
        return None if time.said == NO_DAY else (time.said - SAID_LATE, time.said)
    return time.start, time.start if time.span is Span.WINDOW else time.end


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


def keys_sought(place: Place) -> frozenset[int]:
    """The keys under which the neighbours of a place are found.

    They are names like its own, what it is said to lie in, and what is said to lie in it.
    """
    if not place.words:
        return frozenset()
    return _numbers({*name_keys(place), *_as_inner(place), *map(_own, _outer(place))})


def near_names(place: Place, found: Iterable[tuple[int, str]]) -> set[str]:
    """Those names that may be as like a place as grouping asks, or lie in it or it in them.

    Args:
        place: A folded place.
        found: Names that share a key with it, each under every such key.

    Returns:
        Names as `located` gives them.
    """
    by_key: dict[int, list[str]] = {}
    for key, name in found:
        by_key.setdefault(key, []).append(name)
    inside = _numbers(_as_inner(place))
    names = {name for names in by_key.values() if len(names) <= CROWDED for name in names}
    own = name_of(place)
    near = {own} if own in names else set()
    if place.members:
        return near
    near.update(name for key in inside for name in by_key.get(key, ()))
    single = [name for name in names if _LIST not in name]
    sounds = [name.replace(" ", "") for name in single]
    outer = set(_outer(place))
    alike = process.extract(
        place.sound,
        sounds,
        scorer=Levenshtein.normalized_similarity,
        score_cutoff=LEAST,
        limit=None,
    )
    near.update(single[at] for _, _, at in alike)
    words = set(place.sounds)
    for name, sound in zip(single, sounds, strict=True):
        others = name.split(" ")
        if sound in outer or words.issuperset(others) or words.issubset(others):
            near.add(name)
    return near


def name_of(place: Place) -> str | None:
    """The name that a place is kept under; None for one that says nothing."""
    if place.members:
        return _LIST.join(" ".join(member.sounds) for member in place.members)
    return " ".join(place.sounds) or None


class OtherNames:
    """The other names of places, as people have told them.

    Args:
        aliases: Place → the place that it is another name of, both as written.
    """

    def __init__(self, aliases: Mapping[str, str]) -> None:
        self._meant = {fold_place(a).name: fold_place(b) for a, b in aliases.items()}
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

    def of(self, names: Iterable[str]) -> set[str]:
        """The other names of places of some names, all as they are kept."""
        return {other for name in names for other in self._names.get(name, ())}


@lru_cache(maxsize=1 << 18)
def _kept(text: str | None) -> tuple[str | None, frozenset[int]]:
    place = fold_place(text)
    keys = set(name_keys(place)) if place.words else set()
    return name_of(place), _numbers(keys | {f"<{sound}" for sound in _outer(place)})


def _numbers(keys: Iterable[str]) -> frozenset[int]:
    return frozenset(crc32(key.encode()) for key in keys)


def _as_inner(place: Place) -> set[str]:
    """The key that names carry which are said to lie in this place; a list holds nothing."""
    return set() if place.members else {f"<{place.sound}"}


def _own(sound: str) -> str:
    """The key of `name_keys` that every name of this sound carries."""
    return f"={sound}"


def _outer(place: Place) -> list[str]:
    """The sounds of what a place is said to lie in."""
    return ["".join(map(sound_of, name.split())) for name in place.within]
