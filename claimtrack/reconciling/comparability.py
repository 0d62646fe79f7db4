"""Whether two positions measure the same thing; only then may their values be compared.

Place, window and basis are looked at in this order (docs/method.md, "Compare scope, place,
window and basis first"). The scope, and the kind, are the same within a question.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise, permutations
from typing import NamedTuple

from claimtrack.model.claims import Claim
from claimtrack.model.dates import bears_hour, day_of, instant, is_month
from claimtrack.reconciling.bodies import Bodies
from claimtrack.reconciling.lexicon import word_set, words
from claimtrack.reconciling.places import OtherNames, Places

ONE_OCCURRENCE = timedelta(days=2)
"""Claims of an event whose windows all lie within so many days date one occurrence imprecisely
(a night between two days, a time zone); beyond it, windows are compared to the day."""

A_NIGHT = timedelta(days=1)
"""Between two days; one occurrence may be dated by the first of them or by both."""

TELLING = 3
"""From so many on, one figure given of a place and of one in it on one day is no chance. It is set:
ones and twos are told of many places."""

_WORD = re.compile(r"[^\W_]+")

_Days = tuple[date, date]
_Who = Callable[[Claim, str], str]


class Measure(NamedTuple):
    """What a figure measures.

    Attributes:
        place: Number of the place within the event.
        window: First and last day counted; None where the event is one occurrence of a day or so.
        basis: ``count``, ``estimate``, ``identified`` or ``presumed``.
    """

    place: int
    window: _Days | None
    basis: str


class Frame:
    """The places and windows of one event, against which each claim is measured.

    Args:
        claims: The claims of the event.
        bodies: Who is who in the event.
        places: Place → the place that it is another name of, as a human has stored it.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        bodies: Bodies,
        places: Mapping[str, str] | None = None,
    ) -> None:
        who = bodies.of
        self._others = OtherNames(places or {})
        self.places = _ONE_PLACE
        if len({claim.place or claim.place_text for claim in claims}) > 1:
            self.places = _places(claims, self._others, who)
        self._windows: dict[int, _Days] = {}
        self._several, self._default = False, None
        if not _dated_alike(claims):
            self._windows = _months_as_days(claims, _windows(claims))
            self._several = _several(claims, self._windows, who)
        if self._several:
            self._windows = _brief_as_one(claims, self._windows, who)
            self._default = _commonest(claims, self._windows)
        self._measures: dict[tuple[str | None, _Days | None, str], Measure] = {}

    def measure(self, claim: Claim) -> Measure:
        """What a claim's figure measures; an unknown place or window is the commonest one."""
        window = self._windows.get(id(claim), self._default) if self._several else None
        basis = claim.basis if claim.hedge is None else _feared(claim.basis, claim.hedge)
        place = claim.place or claim.place_text
        measure = self._measures.get((place, window, basis))
        if measure is None:
            number = self.places.number(place and self._others.meant(place))
            measure = self._measures[place, window, basis] = Measure(number, window, basis)
        return measure

    def differences(self, a: Measure, b: Measure) -> tuple[str, ...]:
        """Why two figures cannot be compared.

        Args:
            a: One measure.
            b: The other; their order makes no difference.

        Returns:
            Some of ``place``, ``part`` (one place lies in the other), ``window`` and ``basis``,
            in this order; nothing when they measure the same thing.
        """
        if a == b:
            return ()
        found = []
        if a.place != b.place:
            inside = self.places.holds(a.place, b.place) or self.places.holds(b.place, a.place)
            found.append("part" if inside else "place")
        if a.window != b.window:
            found.append("window")
        if a.basis != b.basis:
            found.append("basis")
        return tuple(found)


def _places(claims: Sequence[Claim], others: OtherNames, who: _Who) -> Places:
    """The places that the claims of an event name."""
    counted = (
        (others.meant(place), claim.kind, claim.quantity.low)
        for claim in claims
        if claim.scope is None and claim.quantity is not None and claim.quantity.low is not None
        if not claim.quantity.vague and not claim.denies
        if (place := claim.place or claim.place_text)
    )
    repeated = (
        (others.meant(place), _told(claim))
        for claim in claims
        if claim.quantity is not None and (claim.quantity.low or 0) >= TELLING
        if not claim.quantity.vague
        if (place := claim.place or claim.place_text)
    )
    return Places(
        {
            (others.meant(place), name)
            for claim in claims
            if (place := claim.place or claim.place_text)
            for name in claim.claimants
        },
        counted,
        repeated,
        lambda: any(map(_tells_of_many_places, claims)),
        lambda: _side_by_side(claims, others, who),
    )


_ONE_PLACE = Places(())
"""Where one place is named at most, all claims speak of one, and it matters not what it is."""


def _tells_of_many_places(claim: Claim) -> bool:
    """Whether a claim's words are of what strikes a whole region: ``floods``, ``across``."""
    if claim.passage is None:
        return False
    return not word_set("places", "spreading").isdisjoint(
        _WORD.findall(claim.passage.quote.casefold())
    )


def _told(claim: Claim) -> object:
    """What is counted, how many there are, and on which day that was said."""
    return claim.kind, claim.scope, claim.quantity, claim.said_at and day_of(claim.said_at)


def _side_by_side(claims: Sequence[Claim], others: OtherNames, who: _Who) -> set[tuple[str, str]]:
    """A place and another one of which one source gives two figures in one breath.

    That is in one hour, or in one text; of the first it must then tell no change, which might be
    from the other figure.
    """
    said: defaultdict[object, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        place, quantity = claim.place or claim.place_text, claim.quantity
        if not place or quantity is None or quantity.vague or claim.denies or not claim.stated_at:
            continue
        text = claim.document and (claim.document.publisher, claim.document.published)
        when = claim.stated_at if bears_hour(claim.stated_at) else (claim.stated_at, text)
        speakers = tuple(who(claim, name) for name in claim.claimants)
        said[speakers, claim.kind, claim.scope, when][others.meant(place)] = claim
    return {
        (one, other)
        for figures in said.values()
        for one, other in permutations(figures, 2)
        if figures[one].quantity != figures[other].quantity
        and (bears_hour(figures[one].stated_at) or _tells_no_change(figures[one], figures[other]))
    }


def _tells_no_change(one: Claim, other: Claim) -> bool:
    """Whether a text gives two figures of which the first is not told as following the other."""
    told = one.revision_cue is not None or other.revision_cue == "initial"
    return one.document is not None and not told


def _feared(basis: str, hedge: str) -> str:
    """How a figure with a hedge was come by; what is only feared was not counted."""
    if basis != "count":
        return basis
    hedges: dict[str, str] = words("bases")["hedges"]
    return hedges.get(hedge.casefold(), basis)


def grows(earlier: Measure, later: Measure) -> bool:
    """Whether the later is the same cumulative count taken further: same start, later end."""
    a, b = earlier.window, later.window
    return a is not None and b is not None and a[0] == b[0] and a[1] < b[1]


def _dated_alike(claims: Sequence[Claim]) -> bool:
    """Whether all claims give one and the same period, of one occurrence, as those of most do."""
    periods = [claim.period for claim in claims]
    if periods.count(periods[0]) < len(periods):
        return False
    window = _days(periods[0].start, periods[0].end)
    return window is None or window[1] - window[0] <= ONE_OCCURRENCE


def _windows(claims: Sequence[Claim]) -> dict[int, _Days]:
    """The days that each claim's period covers, by the claim's identity.

    An open end is closed by the other. But where others count the same from the same day over a
    longer time, a claim with a start alone counts since then, up to the day on which it was made
    or the last day that those others count. Who gives such days elsewhere is heard before others.
    """
    found: dict[int, _Days] = {}
    for claim in claims:
        window = _days(claim.period.start, claim.period.end)
        if window is not None:
            found[id(claim)] = window
    since = [claim for claim in claims if claim.period.start and not claim.period.end]
    ends: defaultdict[object, set[date]] = defaultdict(set)
    for claim in claims if since else ():
        if claim.period.end:
            first, last = found[id(claim)]
            for who in ((), claim.claimants):
                ends[first, claim.kind, claim.scope, who].add(last)
    for claim in since:
        counted = found[id(claim)][0], claim.kind, claim.scope
        day = counted[0]
        told = ends.get((*counted, claim.claimants)) or ends.get((*counted, ()))
        if told and claim.said_at and max(told) - day > ONE_OCCURRENCE:
            said = day_of(claim.said_at)
            if said > day:
                found[id(claim)] = day, min(said, max(told))
    return found


def _months_as_days(claims: Sequence[Claim], windows: dict[int, _Days]) -> dict[int, _Days]:
    """The same windows, but a calendar month told of one occurrence in it is an imprecise day."""
    whole = {window for window in set(windows.values()) if is_month(*window)}
    if not whole:
        return windows
    months = {key: window for key, window in windows.items() if window in whole}
    days = {key: window for key, window in windows.items() if window not in whole}
    if not days or not _one_occurrence(days.values()):
        return windows
    first, last = min(start for start, _ in days.values()), max(end for _, end in days.values())
    within = [key for key, (start, end) in months.items() if start <= first and last <= end]
    common = _commonest(claims, days)
    return windows if common is None else windows | dict.fromkeys(within, common)


@lru_cache(maxsize=16384)
def _days(start: str | None, end: str | None) -> _Days | None:
    """The first and the last day of a period, an open end closed by the other."""
    first, last = start or end, end or start
    return (day_of(first), day_of(last)) if first and last else None


def _commonest(claims: Sequence[Claim], windows: Mapping[int, _Days]) -> _Days | None:
    """The window that most claimants give."""
    given = {
        (windows[id(claim)], name)
        for claim in claims
        if id(claim) in windows
        for name in claim.claimants
    }
    used = Counter(window for window, _ in given)
    return min(used, key=lambda w: (-used[w], w)) if used else None


def _several(claims: Sequence[Claim], windows: Mapping[int, _Days], who: _Who) -> bool:
    """Whether it matters over which days the event's claims count.

    It does when the windows reach further than one imprecisely dated occurrence, or when one
    claimant gives several that start together and end apart, which is how a cumulative count
    grows; who gives two, a night apart, has merely dated one occurrence in two ways.
    """
    distinct = set(windows.values())
    if not distinct or not _one_occurrence(distinct):
        return bool(distinct)
    return len(distinct) > 1 and any(
        _grew(ends, least) and not _went_back(ends) for ends, least in _ends(claims, windows, who)
    )


def _one_occurrence(windows: Collection[_Days]) -> bool:
    """Whether windows reach no further than one imprecisely dated occurrence."""
    first, last = min([start for start, _ in windows]), max([end for _, end in windows])
    return last - first <= ONE_OCCURRENCE


def _ends(
    claims: Sequence[Claim], windows: Mapping[int, _Days], who: _Who
) -> Iterator[tuple[list[tuple[date, str]], timedelta]]:
    """Where the windows end that one claimant gives from one day on, and when that was said.

    They are of one population. Who tells the first day alone has told no end. With it goes by how
    much one has to be longer than another to be a count taken further: more than by a night, unless
    the claimant tells of the next day by itself as well.
    """
    ends: defaultdict[object, defaultdict[date, list[tuple[date, str]]]]
    ends = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        window = windows.get(id(claim))
        if window is None or (claim.period.end is None and window[0] == window[1]):
            continue
        for name in claim.claimants:
            told = ends[who(claim, name), claim.scope][window[0]]
            told.append((window[1], claim.said_at or ""))
    for by_start in ends.values():
        for same_start in by_start.values():
            yield same_start, A_NIGHT if len(by_start) == 1 else timedelta()


def _grew(ends: list[tuple[date, str]], least: timedelta) -> bool:
    """Whether of some windows, by their ends and when they were told, a longer one came later."""
    earliest = min(ends)
    return any(
        end - earliest[0] > least
        and not (said and earliest[1] and instant(said) < instant(earliest[1]))
        for end, said in ends
    )


def _went_back(ends: list[tuple[date, str]]) -> bool:
    """Whether a shorter window was told after a longer one, or in the same hour."""
    told = sorted((instant(said), end, bears_hour(said)) for end, said in ends if said)
    return any(
        later < end or (then == at and timed and later != end)
        for (at, end, timed), (then, later, _) in pairwise(told)
    )


def _brief_as_one(
    claims: Sequence[Claim], windows: dict[int, _Days], who: _Who
) -> dict[int, _Days]:
    """The same windows, those of one imprecisely dated occurrence as one, beside longer counts."""
    brief = {key: w for key, w in windows.items() if w[1] - w[0] <= ONE_OCCURRENCE}
    if not brief or not _one_occurrence(brief.values()):
        return windows
    if any(_grew(ends, least) for ends, least in _ends(claims, brief, who)):
        return windows
    common = _commonest(claims, brief)
    return windows | dict.fromkeys(brief, common) if common is not None else windows
