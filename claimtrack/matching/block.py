"""Which pairs of claims are worth scoring.

Two claims are candidates when their places are neighbours and their days near, or when they stand
in one article. The work grows with the number of claims, not with its square, as long as the
number of claims a place and day does not.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from claimtrack.matching.columns import NO_DOCUMENT, Columns
from claimtrack.matching.dates import BRIEF, NO_DAY, Span
from claimtrack.matching.features import Evidence, Pairs
from claimtrack.matching.places import Neighbours
from claimtrack.matching.texts import Texts

NEAR = 2
"""Days that may lie between claims of one event; of the true pairs of both benches' generators
fewer than one in a hundred lie further apart."""

SAID_LATE = 7
"""Days; an undated claim may speak of what happened so long before it was said."""

PROBES = 1 << 18
"""Look-ups made at a time, which bounds memory."""

DAYS_AT_A_TIME = 1 << 12
"""Claims whose days are looked through together, or one day's; what they are looked for among then
stays small, and quick to search."""

_SHIFT = 22

Index = npt.NDArray[np.intp]


def candidates(evidence: Evidence) -> Iterator[Pairs]:
    """Candidate pairs, each once, a manageable number at a time."""
    columns, texts = evidence.columns, evidence.texts
    for pairs in _by_place_and_day(columns, evidence.near):
        one, other = columns.document[pairs.a], columns.document[pairs.b]
        together = (one == other) & (one != NO_DOCUMENT)
        yield pairs.where(~together & ~(texts.between(one, other) > 0))
    yield from _by_document(columns)
    yield from _by_text(columns, texts)


def interval(columns: Columns) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The days in which each claim looks for others: first and last; `NO_DAY` for none.

    A long window is found by its start. An undated claim looks in the days before it was said.
    """
    first = columns.start.astype(np.int64)
    long = (columns.span == Span.WINDOW) & (columns.end - first >= BRIEF)
    last = np.where(long, first, columns.end)
    undated = (columns.span == Span.UNDATED) & (columns.said != NO_DAY)
    first = np.where(undated, columns.said - SAID_LATE, first)
    last = np.where(undated, columns.said, last)
    return first, last


def _by_place_and_day(columns: Columns, near: Neighbours) -> Iterator[Pairs]:
    first, last = interval(columns)
    usable = np.flatnonzero((columns.place >= 0) & (first != NO_DAY))
    usable = usable[np.argsort(first[usable], kind="stable")]
    day = first[usable]
    long = last[usable] - day > SAID_LATE
    for seekers in (usable[~long], usable[long]):  # apart, since many days are many to look among
        for some in _whole_days(seekers, first):
            until = last[some].max() + NEAR
            begin, end = np.searchsorted(day, first[some[0]]), np.searchsorted(day, until, "right")
            yield from _met(columns.place, (first, last), near, some, usable[begin:end])


def _whole_days(claims: Index, first: npt.NDArray[np.int64]) -> Iterator[Index]:
    """Claims sorted by their days, in runs of `DAYS_AT_A_TIME` or more, no day cut in two."""
    if not len(claims):
        return
    begins = np.flatnonzero(np.diff(first[claims], prepend=NO_DAY))
    begins = begins[np.flatnonzero(np.diff(begins // DAYS_AT_A_TIME, prepend=-1))]
    yield from np.split(claims, begins[1:])


def _met(
    place: npt.NDArray[np.int32],
    days: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]],
    near: Neighbours,
    seekers: Index,
    others: Index,
) -> Iterator[Pairs]:
    """Every pair of a claim and one of a like place that begins within its days.

    Args:
        place: The place of each claim.
        days: The days of each: first and last.
        near: Which places are alike.
        seekers: Some claims.
        others: All claims that begin within the days of one of these.

    Yields:
        Pairs, each once.
    """
    first, last = days
    key = place[others].astype(np.int64) << _SHIFT | first[others]
    order = np.argsort(key, kind="stable")
    key, others = key[order], others[order]
    present = np.zeros(len(near.first), dtype=bool)
    present[place[others]] = True
    fan = near.first[place[seekers] + 1] - near.first[place[seekers]]
    ends = np.cumsum(fan)
    begin = 0
    while begin < len(seekers):
        stop = int(np.searchsorted(ends, (ends[begin - 1] if begin else 0) + PROBES))
        stop = min(max(stop, begin + 1), len(seekers))
        width = fan[begin:stop]
        seeker = np.repeat(seekers[begin:stop], width)
        offset = np.arange(len(seeker)) - np.repeat(np.cumsum(width) - width, width)
        at = near.first[place[seeker]] + offset
        other = near.pair[at] & 0xFFFFFFFF
        # Most places that are alike have no claim in these days, which is quicker to see than find.
        worth = present[other]
        seeker, at, other = seeker[worth], at[worth], other[worth] << _SHIFT
        low = np.searchsorted(key, other | first[seeker])
        high = np.searchsorted(key, other | (last[seeker] + NEAR), side="right")
        found = high - low
        a = np.repeat(seeker, found)
        within = np.arange(len(a)) - np.repeat(np.cumsum(found) - found, found)
        b = others[within + np.repeat(low, found)]
        likeness = np.repeat(near.likeness[at], found)
        # Of two claims that begin on one day each finds the other; keep one of the two findings.
        once = (first[b] > first[a]) | ((first[b] == first[a]) & (a < b))
        yield Pairs(np.minimum(a, b), np.maximum(a, b), likeness).where(once)
        begin = stop


def _by_document(columns: Columns) -> Iterator[Pairs]:
    inside = np.flatnonzero(columns.document != NO_DOCUMENT)
    inside = inside[np.argsort(columns.document[inside], kind="stable")]
    document = columns.document[inside]
    reach = 1
    while True:  # every claim with the one after it, with the second after it, … in its document
        near = np.flatnonzero(document[reach:] == document[:-reach])
        if not len(near):
            return
        one, two = inside[near], inside[near + reach]
        yield Pairs(np.minimum(one, two), np.maximum(one, two))
        reach += 1


def _by_text(columns: Columns, texts: Texts) -> Iterator[Pairs]:
    """Every unit of one document with every unit of another whose text is alike."""
    inside = np.flatnonzero(columns.document != NO_DOCUMENT)
    inside = inside[np.argsort(columns.document[inside], kind="stable")]
    document = columns.document[inside]
    all_one, all_other = texts.alike()
    for start in range(0, len(all_one), PROBES >> 4):
        one, other = (side[start : start + (PROBES >> 4)] for side in (all_one, all_other))
        first_a, first_b = (np.searchsorted(document, side) for side in (one, other))
        count_a = np.searchsorted(document, one, side="right") - first_a
        count_b = np.searchsorted(document, other, side="right") - first_b
        found = count_a * count_b
        within = np.arange(found.sum()) - np.repeat(np.cumsum(found) - found, found)
        width = np.repeat(count_b, found)
        a = inside[np.repeat(first_a, found) + within // np.maximum(width, 1)]
        b = inside[np.repeat(first_b, found) + within % np.maximum(width, 1)]
        yield Pairs(np.minimum(a, b), np.maximum(a, b))
