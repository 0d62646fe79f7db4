"""Units: claims that are compared and clustered as one.

A reporter names the place and the day once and then goes on (``the mayor said 14 were injured``).
So a claim without a place or a date of its own takes the one that its article names most, and all
claims of one article, place and time are compared as one, with all their words; one name in two
towns is two places. So are claims that say the same of one place and day.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from claimtrack.matching.columns import NO_DOCUMENT, NO_PLACE, Columns, take
from claimtrack.matching.dates import NO_DAY, Span
from claimtrack.matching.words import RAREST

CROWD = 200
"""Claims of one place and day that differ; of more, those that tell of the same act, target and
actor are compared as one, whatever their other words. The lowest probability of such a pair is .60
by `weights.toml`, above the threshold of merging, so they would meet anyway but for chance. The
number is set: it keeps the pairs of one place and day in the ten thousands."""

_MULTIPLIER = 6364136223846793005
"""Knuth's multiplier for numbers of 64 bits, which scatters sums over all of them."""

Index = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Units:
    """What is compared and clustered.

    Attributes:
        columns: A unit a row; its claim is the unit's first.
        of: For each claim its unit.
        size: How many claims each unit holds.
    """

    columns: Columns
    of: Index
    size: Index

    def groups(self, label: Index) -> Index:
        """The group of each unit's first claim, from the group of each claim."""
        group = np.empty(len(self.size), dtype=np.int64)
        group[self.of[::-1]] = label[::-1]  # of several values for one place the last one stays
        return group


def units_of(columns: Columns, alone: Index) -> Units:
    """Take together the claims of an article, and claims that say the same.

    Args:
        columns: Claims.
        alone: Claims that must stay units of their own, since somebody judged them different from
            another; as indices.

    Returns:
        The units, in the order of their first claims.
    """
    informed = _borrowed(columns)
    number = np.arange(len(columns), dtype=np.int64)
    twin, crowded = _twins(informed, alone)
    inside = columns.document != NO_DOCUMENT
    inside[alone] = False
    if crowded.any():
        inside &= ~(crowded & _by_itself(columns.document))
    key = np.stack(
        [
            np.where(inside, columns.document, NO_DOCUMENT),
            np.where(inside, informed.place, 0),
            np.where(inside, informed.within, 0),
            np.where(inside, informed.start, 0),
            np.where(inside, informed.end, 0),
            np.where(inside, 0, twin),
        ]
    )
    order = np.lexsort(key[::-1])
    changes = (np.diff(key[:, order], axis=1) != 0).any(axis=0)
    run = np.concatenate([[0], np.cumsum(changes)]) if len(columns) else number
    first = np.full(run[-1] + 1 if len(run) else 0, len(columns), dtype=np.int64)
    np.minimum.at(first, run, order)
    if len(first) == len(columns):
        return Units(informed, number, np.ones(len(columns), dtype=np.int64))
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    of = np.empty(len(columns), dtype=np.int64)
    of[order] = rank[run]
    size = np.bincount(of, minlength=len(first))
    return Units(_merged(informed, of, np.sort(first), size), of, size)


def _by_itself(document: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """Which claims are the only ones of their articles."""
    _, which, count = np.unique(document, return_inverse=True, return_counts=True)
    return np.asarray(count[which] == 1)


def _twins(columns: Columns, alone: Index) -> tuple[Index, npt.NDArray[np.bool_]]:
    """For each claim a number that only claims share that say the same of the same place and day.

    Such claims always end up together, and where thousands speak of one place and day (a list of
    detentions, a day's tally) it is they that make comparing all pairs affordable. Where more than
    `CROWD` of one place and day differ in their words, the words no longer tell them apart.

    Returns:
        The numbers; and which claims are in such a crowd.
    """
    number = np.arange(len(columns), dtype=np.int64)
    dated = columns.span != Span.UNDATED
    told = (columns.place != NO_PLACE) & (dated | (columns.said != NO_DAY))
    told[alone] = False
    when = (columns.span, columns.start, columns.end, np.where(dated, 0, columns.said))
    where = _mixed(columns.place, columns.within, *when)
    alike = _mixed(where, *columns.meanings)
    same = _mixed(alike, *columns.words.T)
    settled = told & np.isin(columns.span, (Span.DAY, Span.WINDOW))
    number[settled] = _first_alike(same[settled], np.flatnonzero(settled))
    distinct = np.flatnonzero(told & (number == np.arange(len(columns))))
    _, which, count = np.unique(where[distinct], return_inverse=True, return_counts=True)
    crowd = np.zeros(len(columns), dtype=bool)
    crowded = distinct[count[which] > CROWD]
    if not len(crowded):
        return number, crowd
    stands_for = np.arange(len(columns), dtype=np.int64)
    stands_for[crowded] = _first_alike(alike[crowded], crowded)
    crowd[crowded] = True
    return stands_for[number], crowd[number]


def _mixed(first: npt.NDArray[np.integer], *parts: npt.NDArray[np.integer]) -> Index:
    """Rows of numbers as one number each, equal rows alike."""
    mixed = first.astype(np.int64)
    for part in parts:
        mixed = mixed * _MULTIPLIER + part
    return mixed


def _first_alike(key: Index, rows: Index) -> Index:
    """For each of some rows the first that has its key."""
    _, first, which = np.unique(key, return_index=True, return_inverse=True)
    return rows[first][which]


def _borrowed(columns: Columns) -> Columns:
    """Claims of articles with the place and the time that their article names most."""
    place, within = columns.place.copy(), columns.within.copy()
    lacking = (place == NO_PLACE) & (columns.document != NO_DOCUMENT)
    if lacking.any():
        named = (columns.place != NO_PLACE) & (columns.document != NO_DOCUMENT)
        which = _commonest(columns.document[named], columns.place[named])
        place[lacking] = _looked_up(which, columns.document[lacking], columns.place[named])
        within[lacking] = _looked_up(
            which, columns.document[lacking], columns.within[named], otherwise=0
        )
    start, end, span = columns.start.copy(), columns.end.copy(), columns.span.copy()
    lacking = (span == Span.UNDATED) & (columns.document != NO_DOCUMENT)
    if lacking.any():
        dated = np.flatnonzero((span != Span.UNDATED) & (columns.document != NO_DOCUMENT))
        which = _commonest(columns.document[dated], columns.start[dated])
        source = _looked_up(which, columns.document[lacking], dated, otherwise=-1)
        into = np.flatnonzero(lacking)[source >= 0]
        source = source[source >= 0]
        start[into], end[into], span[into] = start[source], end[source], span[source]
    return replace(columns, place=place, within=within, start=start, end=end, span=span)


def _commonest(
    group: npt.NDArray[np.int32], value: npt.NDArray[np.int32]
) -> tuple[npt.NDArray[np.int32], Index]:
    """For each group the position of a row with its most frequent value; ties to the smallest."""
    order = np.lexsort((value, group))
    starts = np.flatnonzero(
        (np.diff(group[order], prepend=-2) != 0) | (np.diff(value[order], prepend=-2) != 0)
    )
    count = np.diff(np.append(starts, len(order)))
    best = np.lexsort((-count, group[order][starts]))
    groups, first = np.unique(group[order][starts][best], return_index=True)
    return groups, order[starts[best[first]]]


def _looked_up(
    which: tuple[npt.NDArray[np.int32], Index],
    wanted: npt.NDArray[np.int32],
    values: npt.NDArray[np.integer],
    otherwise: int = NO_PLACE,
) -> npt.NDArray[np.int64]:
    """The value at each wanted group's position, or ``otherwise`` for a group without one."""
    groups, position = which
    result = np.full(len(wanted), otherwise, dtype=np.int64)
    if len(groups):
        at = np.minimum(np.searchsorted(groups, wanted), len(groups) - 1)
        known = groups[at] == wanted
        result[known] = values[position[at[known]]]
    return result


def _merged(columns: Columns, of: Index, first: Index, size: Index) -> Columns:
    """A row a unit: the first claim's, with the meanings and words of all.

    What the place lies in is what the first of them says that says it at all.
    """
    merged = take(columns, first)
    several = np.flatnonzero(size[of] > 1)
    if not len(several):
        return merged
    for sets, own in zip(merged.meanings, columns.meanings, strict=True):
        np.bitwise_or.at(sets, of[several], own[several])
    told = several[columns.within[several] > 0][::-1]  # of several values the last one stays
    merged.within[of[told]] = columns.within[told]
    said = merged.said
    np.minimum.at(said, of[several], columns.said[several])
    words = columns.words[several]
    pairs = np.unique((of[several][:, None] << 32 | words)[words != 0])
    unit, word = pairs >> 32, pairs & 0xFFFFFFFF
    place = np.arange(len(pairs)) - np.searchsorted(unit, unit)
    kept = place < RAREST
    merged.words[of[several]] = 0
    merged.words[unit[kept], place[kept]] = word[kept]
    return merged
