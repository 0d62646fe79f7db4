"""What is compared between two claims: named features, each 0 to 1, or missing.

Features are kept in twentieths in one byte, which is exact enough for a judgement and makes the
weight of a feature a look-up in a short table.
"""

from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from claimtrack.matching.columns import NO_DOCUMENT, Columns, take
from claimtrack.matching.dates import BRIEF, NO_DAY, Span
from claimtrack.matching.names import CONTAINED
from claimtrack.matching.namesakes import lie_apart
from claimtrack.matching.places import (
    BESIDE,
    NAMESAKE,
    TWICE,
    Neighbours,
    is_inside,
    is_site,
)
from claimtrack.matching.texts import Texts
from claimtrack.matching.words import BY_PLACE, WIDE

STEPS = 20
"""A feature is a whole number of twentieths, from 0 to this."""

MISSING = STEPS + 1
"""The value of a feature that one of the two claims does not tell."""

NAMES = ("place", "date", "said", "act", "target", "actor", "words", "text", "elsewhere")
"""The features, in the order of the rows of a feature table."""

_DATE_BY_GAP = np.array([20, 15, 10, 4, 3, 2, 1, 0], dtype=np.uint8)
"""Likeness of two dates by the days between them, from none to seven and more; what lies more than
two apart is hardly ever one event, and counts nearly as if it were a year."""

_ELSEWHERE = 3
"""Places at most so alike, in twentieths, are other places; transliterations are nearer."""

_CONTAINED = round(CONTAINED * STEPS)
"""A place and one inside it; where the days do not meet they speak of two events: a year of a
country, and a day in one of its towns."""

_LOOSELY = 12
"""Likeness of a day and the month that it is in."""

_WEEK = 7
"""Days; what began a day before or after so short a window may be what the window is of: a week of
unrest is dated by its second day as well. It is set."""

_MOSTLY = 15
"""Likeness of two windows that share half of their days or more, if they are brief or begin about
the same day."""

_ABOUT = 2
"""Days; a toll that runs on is told from the first day of a year as well as from the last of the
year before. It is set."""

_SAID_BY_LAG = np.array([20, 18, 16, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0], dtype=np.uint8)
"""Likeness of an undated claim and what happened, by the days until it was said."""


class Setting(IntEnum):
    """In what two claims stand; features tell different things in each, so weights differ."""

    ALONE = 0
    """Two claims that no article holds together, and whose texts are not both known."""
    ARTICLE = 1
    """Two claims of one article."""
    TEXTS = 2
    """Claims of two articles whose texts are known."""


Bytes = npt.NDArray[np.uint8]


Index = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate pairs of claims, as indices into columns; ``a < b``.

    Attributes:
        a: The first claim of each.
        b: The second.
        likeness: How alike their places are, where that is what brought them together; None is
            to be looked up.
    """

    a: Index
    b: Index
    likeness: npt.NDArray[np.float32] | None = None

    def __len__(self) -> int:
        return len(self.a)

    def where(self, kept: npt.NDArray[np.bool_]) -> "Pairs":
        """Some of the pairs."""
        likeness = None if self.likeness is None else self.likeness[kept]
        return Pairs(self.a[kept], self.b[kept], likeness)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that pairs are compared by.

    Attributes:
        columns: The units.
        near: How alike their places are.
        texts: How alike the texts are that they stand in.
        value: What each of their rare words is worth, squared.
        length: The root of their sum.
    """

    columns: Columns
    near: Neighbours
    texts: Texts
    value: npt.NDArray[np.float32]
    length: npt.NDArray[np.float32]

    def only(self, units: npt.NDArray[np.int32]) -> "Evidence":
        """Some of the units, compared as among all."""
        columns = take(self.columns, units)
        return replace(self, columns=columns, value=self.value[units], length=self.length[units])


def features(evidence: Evidence, pairs: Pairs) -> Bytes:
    """The features of pairs of units.

    Args:
        evidence: The units and what is known of their places and texts.
        pairs: Which of them to compare.

    Returns:
        A row a feature, in the order of `NAMES`, a column a pair; twentieths, or `MISSING`.
    """
    columns, a, b = evidence.columns, pairs.a, pairs.b
    table = np.empty((len(NAMES), len(a)), dtype=np.uint8)
    table[0] = _place(evidence, pairs)
    table[1] = _date(columns, a, b)
    table[0][(table[0] == _CONTAINED) & (table[1] == 0)] = 0
    undated = table[1] == MISSING
    table[2] = np.where(undated, _said(columns, a, b), MISSING) if undated.any() else MISSING
    for row, sets in enumerate(columns.meanings, start=3):
        table[row] = _shared(sets[a], sets[b])
    table[6] = _words(evidence, a, b)
    table[7] = _steps(evidence.texts.between(columns.document[a], columns.document[b]))
    table[8] = _elsewhere(table[0], table[1])
    return table


def settings(evidence: Evidence, pairs: Pairs) -> npt.NDArray[np.uint8]:
    """The `Setting` of each pair."""
    one, other = evidence.columns.document[pairs.a], evidence.columns.document[pairs.b]
    texts = ~np.isnan(evidence.texts.between(one, other))
    article = (one == other) & (one != NO_DOCUMENT)
    setting = np.where(article, Setting.ARTICLE, np.where(texts, Setting.TEXTS, Setting.ALONE))
    return np.asarray(setting, dtype=np.uint8)


def _steps(value: npt.NDArray[np.float32]) -> Bytes:
    missing = np.isnan(value)
    return np.where(missing, MISSING, np.rint(np.where(missing, 0, value) * STEPS)).astype(np.uint8)


def _place(evidence: Evidence, pairs: Pairs) -> Bytes:
    columns, a, b = evidence.columns, pairs.a, pairs.b
    likeness = pairs.likeness
    if likeness is None:
        likeness = evidence.near.between(columns.place[a], columns.place[b])
    within = columns.within[a], columns.within[b]
    apart, sure = lie_apart(columns.withins, evidence.near.wholes, *within)
    for n in np.flatnonzero(apart & ~sure):  # many a site bears the name of one elsewhere
        apart[n] = is_site(columns.places[columns.place[a[n]]])
    for n in np.flatnonzero(apart & (likeness == np.float32(CONTAINED))):
        # A tower in Surfside and Surfside in Florida do not differ: the one is in the other.
        (one, its), (other, theirs) = (
            (columns.places[columns.place[side[n]]], columns.withins[columns.within[side[n]]])
            for side in (a, b)
        )
        apart[n] = not (is_inside(its, other) or is_inside(theirs, one))
    likeness = np.where(apart, likeness * np.float32(NAMESAKE), likeness)
    acts = columns.meanings[0]
    twice = (acts[a] & acts[b] != 0) & (likeness == np.float32(BESIDE))
    likeness = np.where(twice, np.float32(TWICE), likeness)
    wide = ((acts[a] | acts[b]) & WIDE != 0) & (likeness == np.float32(CONTAINED))
    # A country's toll of many places belongs to no one of them more than to another.
    return _steps(np.where(wide, np.float32(BESIDE), likeness))


def _date(columns: Columns, a: npt.NDArray[np.intp], b: npt.NDArray[np.intp]) -> Bytes:
    span_a, span_b = columns.span[a], columns.span[b]
    start_a, start_b = columns.start[a], columns.start[b]
    end_a, end_b = columns.end[a], columns.end[b]
    gap = np.maximum(np.maximum(start_a - end_b, start_b - end_a), 0)
    score = _DATE_BY_GAP[np.minimum(gap, len(_DATE_BY_GAP) - 1)]
    loose = (span_a == Span.LOOSE) | (span_b == Span.LOOSE)
    score = np.where(loose & (gap == 0), _LOOSELY, score)
    window = (span_a == Span.WINDOW) | (span_b == Span.WINDOW)
    # Two windows are compared by their starts, a window and some days by its start and all these.
    first = np.where(span_a == Span.WINDOW, start_a, end_a)
    last = np.where(span_b == Span.WINDOW, start_b, end_b)
    apart = np.maximum(np.maximum(start_a - last, start_b - first), 0)
    apart = np.minimum(apart, len(_DATE_BY_GAP) - 1)
    # A toll that runs on starts where the event does; what merely lies inside is something else.
    week = np.maximum(end_a - start_a, end_b - start_b) < _WEEK
    near = np.where(week, _DATE_BY_GAP[apart], _DATE_BY_GAP[apart] // 2)
    score = np.where(window, np.where(apart == 0, STEPS, near), score)
    score = np.where(window & loose, 0, score)
    shared = np.minimum(end_a, end_b) - np.maximum(start_a, start_b) + 1
    whole = np.maximum(end_a, end_b) - np.minimum(start_a, start_b) + 1
    alike = (whole <= BRIEF) | (np.abs(start_a - start_b) <= _ABOUT)
    mostly = window & ~loose & alike & (2 * shared >= whole)
    score = np.where(mostly, np.maximum(score, _MOSTLY), score)
    undated = (span_a == Span.UNDATED) | (span_b == Span.UNDATED)
    return np.where(undated, MISSING, score).astype(np.uint8)


def _said(columns: Columns, a: npt.NDArray[np.intp], b: npt.NDArray[np.intp]) -> Bytes:
    """How well the day of saying fits, where one of two claims or both are undated."""
    day_a = np.where(columns.span[a] == Span.UNDATED, columns.said[a], columns.start[a])
    day_b = np.where(columns.span[b] == Span.UNDATED, columns.said[b], columns.start[b])
    lag = day_a - day_b
    lag = np.where(columns.span[a] == Span.UNDATED, lag, -lag)
    both = (columns.span[a] == Span.UNDATED) & (columns.span[b] == Span.UNDATED)
    lag = np.where(both, np.abs(lag), lag)
    before = lag < -1  # nobody speaks of what has not happened; a day is left for time zones
    score = np.where(before, 0, _SAID_BY_LAG[np.clip(lag, 0, len(_SAID_BY_LAG) - 1)])
    unknown = (day_a == NO_DAY) | (day_b == NO_DAY)
    return np.where(unknown, MISSING, score).astype(np.uint8)


def _elsewhere(place: Bytes, date: Bytes) -> Bytes:
    """Whether another place and a day a week or more away are both named.

    The sum of the two would not do: articles that are much alike recall one another's events.
    """
    unknown = (place == MISSING) | (date == MISSING)
    other = (place <= _ELSEWHERE) & (date == 0)
    return np.where(unknown, MISSING, np.where(other, STEPS, 0)).astype(np.uint8)


def _shared(a: npt.NDArray[np.int64], b: npt.NDArray[np.int64]) -> Bytes:
    """Whether two sets of meanings meet; those of a place's name deny no others."""
    a, b = a & ~WIDE, b & ~WIDE
    met = (a & b & ~BY_PLACE) != 0
    unknown = (a == 0) | (b == 0) | ((a | b) & BY_PLACE != 0)
    return np.where(met, STEPS, np.where(unknown, MISSING, 0)).astype(np.uint8)


def _words(evidence: Evidence, a: Index, b: Index) -> Bytes:
    """Cosine of the rare words, each weighing what it is worth."""
    words, value, length = evidence.columns.words, evidence.value, evidence.length
    result = np.full(len(a), MISSING, dtype=np.uint8)
    both = np.flatnonzero((length[a] > 0) & (length[b] > 0))
    a, b = a[both], b[both]
    other = words[b]
    shared = np.zeros(len(both), dtype=np.float32)
    for n in range(other.shape[1]):
        word = words[a, n]
        found = (other == word[:, None]).any(axis=1)
        shared += np.where(found, value[a, n], 0)
    result[both] = np.rint(STEPS * np.minimum(shared / (length[a] * length[b]), 1))
    return result
