"""One new claim at a time: what to look up for it, and which event it joins.

A database keeps, beside each claim, the folded name of its place and its first day, and beside each
distinct name the keys under which it is found. Then a new claim reads only its neighbourhood,
however many claims there are: the names that share a key with its own, and of their claims those
whose days are near.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from claimtrack.matching.block import NEAR, SAID_LATE
from claimtrack.matching.columns import columns_of
from claimtrack.matching.dates import NO_DAY, Span, When, when
from claimtrack.matching.features import Pairs, features, settings
from claimtrack.matching.grouping import FAINTEST, evidence_of
from claimtrack.matching.names import name_keys
from claimtrack.matching.normalise import fold_place
from claimtrack.matching.score import UNIT, log_odds, probability, weights
from claimtrack.matching.units import units_of
from claimtrack.model.grouping import MatchRow


class Reach(NamedTuple):
    """Where the neighbours of a claim are to be found.

    Attributes:
        name: The folded name of its place, to be stored with it; None when it names none.
        keys: The keys of that name; a name that shares none is no neighbour.
        first: The first day, ISO 8601, on which a neighbour may begin; None when undated.
        last: The last such day.
    """

    name: str | None
    keys: frozenset[str]
    first: str | None
    last: str | None


class Placement(NamedTuple):
    """Where a new claim belongs.

    Attributes:
        event: The event that it joins, or None for one of its own.
        probability: The mean probability that it speaks of the same as the claims of the event
            nearest to it; 0 when there is none.
    """

    event: int | None
    probability: float


def reach(row: MatchRow) -> Reach:
    """What to look up for a claim, and what to store with it.

    Args:
        row: The claim; a place that is another name of one is to be replaced before.

    Returns:
        The folded name, its keys and the days.
    """
    place = fold_place(row.place)
    first, last = _days(when(row.event_start, row.event_end, row.said_at))
    dated = first != NO_DAY
    return Reach(
        " ".join(place.sounds) or None,
        name_keys(place) if place.words else frozenset(),
        _day(first - NEAR) if dated else None,
        _day(last + NEAR) if dated else None,
    )


def place_claim(
    new: MatchRow,
    neighbours: Sequence[MatchRow],
    sizes: Mapping[int, int] | None = None,
    *,
    aliases: Mapping[str, str] | None = None,
    texts: Sequence[tuple[int, str]] = (),
) -> Placement:
    """Say which event a new claim joins, by average link, as `regroup` would were all else fixed.

    Nothing that is grouped already moves; regrouping everything may still find better.

    Args:
        new: The claim.
        neighbours: Claims within its reach and those of its article, with their events.
        sizes: Event → how many claims it has, counting those out of reach; where it is not given,
            the neighbours are all there are.
        aliases: Place → the place that it is another name of.
        texts: Document → its text, for the documents of these claims.

    Returns:
        The event whose claims are likeliest on average, if that reaches the threshold.
    """
    others = [row for row in neighbours if row.event is not None and row.claim != new.claim]
    columns = columns_of([new, *others], aliases)
    units = units_of(columns, np.zeros(0, dtype=np.int64))
    own = int(units.of[np.flatnonzero(columns.claim == new.claim)[0]])
    rest = np.array([n for n in range(len(units.size)) if n != own], dtype=np.intp)
    pairs = Pairs(np.full(len(rest), own), rest)
    evidence, by = evidence_of(units.columns, texts, own), weights()
    total = log_odds(features(evidence, pairs), settings(evidence, pairs), by)
    likely = probability(total)
    of_unit = dict(zip(rest.tolist(), np.where(likely < FAINTEST, 0, likely).tolist(), strict=True))
    of_unit[own] = UNIT  # what stands with it in its article, on the same place and day
    unit = dict(zip(columns.claim.tolist(), units.of.tolist(), strict=True))
    sums: dict[int, int] = defaultdict(int)
    held: dict[int, int] = defaultdict(int)
    for row in others:
        if row.event is not None:
            sums[row.event] += of_unit[unit[row.claim]]
            held[row.event] += 1
    means = {
        event: total / UNIT / max(held[event], (sizes or {}).get(event, 0))
        for event, total in sums.items()
    }
    best = max(means, key=lambda event: (means[event], -event), default=None)
    if best is None:
        return Placement(None, 0.0)
    return Placement(best if means[best] >= by.merge else None, means[best])


def _days(time: When) -> tuple[int, int]:
    """The days in which a claim looks for others, as `claimtrack.matching.block` has it."""
    if time.span is Span.UNDATED and time.said != NO_DAY:
        return time.said - SAID_LATE, time.said
    return time.start, time.start if time.span is Span.WINDOW else time.end


def _day(ordinal: int) -> str:
    last = date.max.toordinal()
    return date.fromordinal(min(max(ordinal, 1), last)).isoformat()
