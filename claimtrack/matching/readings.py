"""What grouping reads out of a claim's moments and quote, as the bytes that an index keeps of it.

A database keeps the reading beside each claim, so that a claim is read once, when it comes, and not
whenever another one comes near it. Readings are of one length, so those of many claims are laid
end to end and seen as columns. They depend on the claim alone: whatever people tell of its place
later, the words that it names the place with count as the place's.
"""

from functools import lru_cache
from itertools import takewhile
from struct import Struct

import numpy as np

from claimtrack.matching.dates import Span, When, when
from claimtrack.matching.normalise import fold_place
from claimtrack.matching.words import BY_PLACE, RAREST, WIDE, Reading, read_quote, words_of
from claimtrack.model.grouping import MatchRow
from claimtrack.model.tongues import kinds_of_site, names_country

LAYOUT = np.dtype([("time", "<i4", 4), ("meanings", "<i8", 3), ("words", "<i4", RAREST)])
"""The days of `claimtrack.matching.dates.When`, the sets of meanings of a
`claimtrack.matching.words.Reading`, and its rare words, 0 where there are fewer."""

_ACROSS = frozenset(
    "across cities countrywide districts nationwide provinces regions throughout towns".split()
)
"""Words by which a figure of a country tells of many places in it, and so of no one event there."""

_READING = Struct(f"<4i3q{RAREST}i")
_TIME = Struct("<4i")
_NO_WORDS = (0,) * RAREST


def reading_of(row: MatchRow) -> bytes:
    """The reading of a claim, made now where it was not made before."""
    if row.reading is not None:
        return row.reading
    time = when(row.event_start, row.event_end, row.said_at)
    *sets, rare = told_by(row)
    return _READING.pack(*time, *sets, *rare, *_NO_WORDS[len(rare) :])


def told_by(row: MatchRow) -> Reading:
    """What a claim says besides place, date and figure; what was hit also by its place's name."""
    told = read_quote(row.quote or "", fold_place(row.place).sounds)
    if not told.targets:
        told = told._replace(targets=_targets_at(row.place))
    wide = _is_country(row.place) and not _ACROSS.isdisjoint(words_of(row.quote or ""))
    return told._replace(acts=told.acts | WIDE) if wide else told


@lru_cache(maxsize=1 << 16)
def _is_country(place: str | None) -> bool:
    return names_country(fold_place(place).name)


@lru_cache(maxsize=1 << 16)
def _targets_at(place: str | None) -> int:
    """What was hit at a place whose name ends on a word for it, as ``St Mary's church`` does."""
    words = fold_place(place).words
    kinds = takewhile(kinds_of_site().__contains__, reversed(words[1:]))
    targets = read_quote(" ".join(kinds)).targets
    return targets and targets | BY_PLACE


def time_of(row: MatchRow) -> When:
    """The time of a claim."""
    if row.reading is None:
        return when(row.event_start, row.event_end, row.said_at)
    span, *days = _TIME.unpack_from(row.reading)
    return When(Span(span), *days)
