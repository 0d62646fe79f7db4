"""Which claims of one event speak of the same place, and which place holds which.

The claims of an event were grouped because their places fit; what remains to be told apart is a
part from its whole (``Lower Town`` within ``Lower Town, Capital``; one of ``A, B and C``) and
plainly different places (two districts of one earthquake). Nothing here knows a map: a place
holds another only where the words say so.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from typing import NamedTuple

from claimtrack.model.gazetteer import is_listed, is_region, wholes_of
from claimtrack.model.letters import fold_letters
from claimtrack.model.place_order import listed, ordered
from claimtrack.model.sounds import sounds_together
from claimtrack.model.tongues import place_called, whole_called, word_called
from claimtrack.reconciling.lexicon import word_set
from claimtrack.reconciling.place_names import is_nation, same_name
from claimtrack.reconciling.sites import Counted, are_one, is_site

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_NEAR = re.compile(
    r"(?:near|outside|around|off|close to|not far from|(?:on )?the (?:outskirts|edge) of"
    r"|outskirts of)\s",
    re.IGNORECASE,
)


class Folded(NamedTuple):
    """A place folded for comparing.

    Attributes:
        name: Its own words.
        within: The names after its commas: what it lies in.
        members: The names listed, when it is several places; else empty.
        region: Whether its words say that it is a region: ``Mill Vale province``.
        wide: Whether they say that it is wider than a town: ``Mill County``, and no district; or
            the gazetteer does.
        town: Whether they say that it is a town: ``Mill city``.
    """

    name: str
    within: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    region: bool = False
    wide: bool = False
    town: bool = False


@lru_cache(maxsize=4096)
def fold_place(text: str) -> Folded:
    """Fold a place as a claim names it.

    Args:
        text: Such as ``Grenfell Tower, London`` or ``A, B and C``.

    Returns:
        Its folded form.
    """
    names, wholes = listed([part for part in ordered(text).split(",") if part.strip()])
    members, within = dict.fromkeys(map(_fold, names)), tuple(map(_whole, wholes))
    if len(members) > 1:
        return Folded(" ".join(members), within, tuple(sorted(members)))
    first = names[0] if names else ""
    name = _fold(first)
    # ``Mosul al-Jadida, western Mosul``: its own name is what the wider one does not say
    own = [word for word in name.split() if not any(word in wider.split() for wider in within)]
    name = " ".join(own) or name
    said = [*name.split(), *map(word_called, _WORD.findall(fold_letters(first)))]
    region, wide, town = (
        not word_set("places", kind).isdisjoint(said) for kind in ("regions", "wide", "towns")
    )
    wide = wide or (is_region(name) and not town)
    return Folded(name, within, (), region, wide, town)


class OtherNames:
    """The other names of places, as people have told them.

    Args:
        told: Place → the place that it is another name of, both as written.
    """

    def __init__(self, told: Mapping[str, str]) -> None:
        self._meant = {fold_place(name).name: place for name, place in told.items()}

    def meant(self, text: str) -> str:
        """The place that a text means, where other names of other names lead."""
        if not self._meant:
            return text
        seen = set[str]()
        while (name := fold_place(text).name) in self._meant and name not in seen:
            seen.add(name)
            text = self._meant[name]
        return text


def _whole(text: str) -> str:
    """What a place is said to lie in: ``TX`` is Texas there."""
    return whole_called(_fold(text))


def _fold(text: str) -> str:
    every = [word_called(word) for word in _WORD.findall(fold_letters(text))]
    every.sort(key=lambda word: word not in word_set("places", "sides"))  # ``Lesk Utara``
    generic = word_set("places", "generic")
    name = place_called(" ".join([word for word in every if word not in generic] or every))
    town = not word_set("places", "towns").isdisjoint(every)
    return " ".join(every) if town and is_nation(name) else name


@lru_cache(maxsize=4096)
def _says_something(text: str) -> bool:
    """Whether a place has a name, rather than ``the city`` or ``there``."""
    folded = fold_place(text)
    return bool(folded.members) or not set(folded.name.split()) <= word_set("places", "generic")


def holds(whole: Folded, part: Folded) -> bool:
    """Whether the words say that one place lies in another, or is one of several listed.

    Args:
        whole: The place that may hold the other.
        part: The place that may lie in it.

    Returns:
        Whether it does. A country holds what is no country and is not said to lie in another.
    """
    if _is_around(whole, part):
        return True
    if whole.members:
        return not part.members and any(same_name(part.name, m) for m in whole.members)
    if any(same_name(whole.name, name) for name in part.within):
        return not same_name(whole.name, part.name)
    if is_nation(whole.name):
        return not any(map(is_nation, (part.name, *part.within, *part.members)))
    if not part.members and _is_known(whole.name, wholes_of(part.name, part.within)):
        return True
    more = set(part.name.split()) - set(whole.name.split())
    return (
        bool(whole.name)
        and not part.members
        and set(whole.name.split()) < set(part.name.split())
        and not more.isdisjoint(word_set("places", "parts"))
    )


def _is_around(wide: Folded, town: Folded) -> bool:
    """Whether a province has the name of the town: ``Herat province``, ``Herat``."""
    return wide.wide and not town.wide and not town.members and same_name(wide.name, town.name)


def _outsteps(wide: Folded, town: Folded) -> bool:
    """Whether a county or the like bears a town's name among others: ``Port Vale county``."""
    return wide.wide and not town.wide and set(town.name.split()) < set(wide.name.split())


def _is_known(name: str, wholes: Iterable[str]) -> bool:
    """Whether a name is, by its sound, one of those that the gazetteer gives."""
    return sounds_together(name) in map(sounds_together, wholes)


def _same_members(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two lists name the same places, each spelled in its own way."""
    return len(one) == len(other) and all(
        any(same_name(name, theirs) for theirs in wanted)
        for names, wanted in ((one, other), (other, one))
        for name in names
    )


class Places:
    """The places of one event, numbered so that spellings of one place share a number.

    Args:
        named: Each place that claims name, with who names it; a place counts once for each
            claimant, so that a restatement does not change which is commonest.
        counted: Place, kind and lower bound of each figure for everyone; gone through only where
            it matters.
        repeated: Place and the figure that is given of it, with its day; likewise.
        spread: Whether what happened struck many places, as a flood does: then a region's or a
            country's figure is not that of the one town in it that is named; likewise.
        beside: A part and a whole of which somebody gives two figures side by side; likewise.
    """

    def __init__(
        self,
        named: Iterable[tuple[str, str]],
        counted: Iterable[tuple[str, str, int]] = (),
        repeated: Iterable[tuple[str, object]] = (),
        spread: Callable[[], bool] = lambda: False,
        beside: Callable[[], Set[tuple[str, str]]] = frozenset,
    ) -> None:
        named = set(named)
        differ = len({text for text, _ in named}) > 1  # else it matters not what the one name says
        told = {(text, name) for text, name in named if differ and _says_something(text)}
        used = Counter([text for text, _ in told])
        self._number: dict[str, int] = {}
        self._folded: list[Folded] = []
        self._names: list[set[str]] = []  # how each place is spelled
        self._texts: list[list[str]] = []  # as claims name it
        self._tells_beside = beside
        self._whole: dict[tuple[int, int], bool] = {}
        for text in sorted(used, key=lambda text: (-used[text], text)):
            self._number[text] = self._place(fold_place(text), text)
        #: Whether there is more than one place at all.
        self.several = len(self._folded) > 1
        self._spread = self.several and spread()
        if self.several:
            self._join_spots(told, counted, self._beside)
            self._join_repeated(repeated)
        #: Where a claim that names no place is taken to speak of: the commonest one.
        self.default = 0
        if len(self._number) > 1:
            count = Counter[int]()
            for text, times in used.items():
                count[self._number[text]] += times
            self.default = min(count, key=lambda n: (-count[n], n))
            vague = [text for text in used if self._near(text, used)]
            self._number |= dict.fromkeys(vague, self.default)

    @cached_property
    def _beside(self) -> Set[tuple[str, str]]:
        return self._tells_beside()

    def number(self, text: str | None) -> int:
        """The number of a claim's place; the default one where it names none (``the city``)."""
        return self._number.get(text, self.default) if text else self.default

    def holds(self, whole: int, part: int) -> bool:
        """Whether the first place holds the second, by number."""
        if not self._folded or whole == part:
            return False
        known = self._whole.get((whole, part))
        if known is None:
            known = holds(self._folded[whole], self._folded[part])
            self._whole[whole, part] = known
        return known

    def overlap(self, places: Sequence[int]) -> bool:
        """Whether some of the places may share ground, as ``northern`` and ``north-west`` do."""
        names = [self._folded[place] for place in places]
        for place, one in enumerate(names):
            for other in names[place + 1 :]:
                if one.members or other.members or holds(one, other) or holds(other, one):
                    return True
                said = [
                    set(name.name.split()) & word_set("places", "parts") for name in (one, other)
                ]
                if any(a[:4] == b[:4] for a in said[0] for b in said[1]):
                    return True
        return False

    def whole_of(self, places: Sequence[int]) -> list[int]:
        """Those of the places that hold others of them."""
        return [p for p in places if any(self.holds(p, other) for other in places)]

    def _join_spots(
        self,
        told: Set[tuple[str, str]],
        counted: Iterable[tuple[str, str, int]],
        beside: Set[tuple[str, str]],
    ) -> None:
        """A spot and what it lies in are one place, where the event names that one spot only.

        Who names the town alone (``Gaza City``) tells less exactly where the same thing happened
        (``al-Rashid Street, Gaza City``), unless somebody counts both side by side. Two spots of
        one town are two parts of it, unless they are one site under two names
        (`claimtrack.reconciling.sites`), and so are a region of a country (``northern Gaza``) and
        the members of a list.
        """
        every = range(len(self._folded))
        joined = list(every)
        number, figures = self._number, list[Counted]()
        held = {whole: [p for p in every if self.holds(whole, p)] for whole in every}
        apart = {(number.get(part), number.get(whole)) for part, whole in beside}
        for whole in sorted(every, key=lambda w: len(held[w])):
            parts = {joined[p] for p in held[whole]}
            spots = {joined[p] for p in held[whole] if self.is_spot(whole, p)}
            if spots != parts or self._folded[whole].members:
                continue
            if any((part, whole) in apart for part in held[whole]):
                continue
            buildings = all(is_site(self._folded[spot].name) for spot in spots)
            if len(spots) > 1 and (buildings or self._may_be_one(spots, whole)):
                figures = figures or [
                    Counted(number[place], kind, low)
                    for place, kind, low in counted
                    if place in number
                ]
                where = [one._replace(place=joined[one.place]) for one in figures]
                who = ((joined[number[text]], name) for text, name in told)
                if are_one(spots, joined[whole], who, where, shown=not buildings):
                    first = min(spots)
                    joined = [first if place in spots else place for place in joined]
                    spots = {first}
            if len(spots) == 1:
                joined[whole] = spots.pop()
        for place in every:  # a house in a street of the town: all three are one place
            seen = {place}
            while (spot := joined[joined[place]]) not in seen:
                seen.add(spot)
                joined[place] = spot
        self._number = {text: joined[place] for text, place in number.items()}

    def _may_be_one(self, spots: Set[int], whole: int) -> bool:
        """Whether names may be those of one site: no country holds them, and none is a town."""
        names = [self._folded[spot].name for spot in spots]
        return not is_nation(self._folded[whole].name) and not any(map(is_listed, names))

    def _join_repeated(self, repeated: Iterable[tuple[str, object]]) -> None:
        """A place and one in it of which one figure is given on one day are one place.

        Who relays a figure names the place as closely as their readers need.
        """
        at: dict[object, set[int]] = defaultdict(set)
        for text, told in repeated:
            if text in self._number:
                at[told].add(self._number[text])
        for places in at.values():
            for whole in places:
                for part in places:
                    if self.holds(whole, part):
                        same = {whole: part}
                        self._number = {t: same.get(n, n) for t, n in self._number.items()}

    def is_spot(self, whole: int, part: int) -> bool:
        """Whether the words after a comma say that one place lies in another, at a single spot."""
        inner, outer = self._folded[part], self._folded[whole]
        nation = is_nation(outer.name)
        if inner.members or inner.wide or (nation and inner.region):
            return False
        if self._spread and (nation or outer.wide):
            return False
        return any(same_name(self._folded[whole].name, name) for name in inner.within)

    def _near(self, text: str, used: Iterable[str]) -> bool:
        """Whether a place is told by another that nothing in this event happened at."""
        return bool(_NEAR.match(ordered(text))) and all(
            _NEAR.match(ordered(other)) or self._number[other] != self._number[text]
            for other in used
        )

    def _counted_beside(self, text: str, number: int) -> bool:
        """Whether somebody counts a place beside one that has its name: a town and its province."""
        return any(
            pair in self._beside for t in self._texts[number] for pair in ((text, t), (t, text))
        )

    def _place(self, folded: Folded, text: str) -> int:
        for number, known in enumerate(self._folded):
            if (known.wide and folded.town) or (known.town and folded.wide):
                continue  # ``Herat city`` and ``Herat province``
            if bool(known.members) == bool(folded.members) and (
                _same_members(known.members, folded.members)
                if folded.members
                else any(same_name(name, folded.name) for name in self._names[number])
                and not (_outsteps(known, folded) or _outsteps(folded, known))
                and (known.wide == folded.wide or not self._counted_beside(text, number))
            ):
                within = dict.fromkeys((*known.within, *folded.within))
                self._folded[number] = known._replace(
                    within=tuple(within),
                    region=known.region or folded.region,
                    wide=known.wide or folded.wide,
                    town=known.town or folded.town,
                )
                self._names[number].add(folded.name)
                self._texts[number].append(text)
                return number
        self._folded.append(folded)
        self._names.append({folded.name})
        self._texts.append([text])
        return len(self._folded) - 1
