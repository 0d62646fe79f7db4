"""When claims happened, as whole days, and how near two such times are.

A period is a *day* (or a few: ``overnight``, a battle of three days), a *loose* span that an
imprecise date stands for (``in November``), or a *window* that a figure was summed over (``since
7 October``). A window is known by its start: a toll that runs on has a fixed start and a growing
end, so two windows are of one event when they start together. A day inside a window is not the
window; the day that a window starts on is what it counts from, so the two are one.
"""

from datetime import MAXYEAR, UTC, date, datetime
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

NO_DAY = -(1 << 20)
"""Stands for an unknown day; far enough from every real one to be near none."""

LONGEST_EVENT = 4
"""Days; a longer span with free ends is a window. Battles and storms last days; measured on
nothing, chosen so that ``over the weekend`` and its Friday and Monday stay one event."""


BRIEF = 14
"""Days; windows no longer than this are operations and storms, of which sources give the first and
the last day differently, and not tolls that run on."""

_NO_ZONE = len("2024-03-01T12:00")
"""Characters; what is no longer tells no zone."""


class Span(IntEnum):
    """What kind of time a claim gives."""

    UNDATED = 0
    DAY = 1
    LOOSE = 2
    WINDOW = 3


class When(NamedTuple):
    """A claim's time in days since the year 1; `NO_DAY` where unknown."""

    span: Span
    start: int
    end: int
    said: int


@lru_cache(maxsize=1 << 18)
def when(start: str | None, end: str | None, said: str | None) -> When:
    """The time of a claim.

    Args:
        start: First moment of what happened, ISO 8601, or None.
        end: Last moment, or None.
        said: When it was said or published, or None.

    Returns:
        The same in days, with what kind of time it is.
    """
    said_day = _day(said) if said else NO_DAY
    if start is None and end is None:
        return When(Span.UNDATED, NO_DAY, NO_DAY, said_day)
    if start is None:
        return When(Span.LOOSE, _day(end or ""), _day(end or ""), said_day)
    first = _day(start)
    last = _day(end) if end else first
    span = _span(first, last)
    if span is Span.DAY:
        first, last = _days(start)[0], _days(end or start)[1]
    return When(span, first, last, said_day)


@lru_cache(maxsize=1 << 16)
def _day(moment: str) -> int:
    return date.fromisoformat(moment[:10]).toordinal()


@lru_cache(maxsize=1 << 16)
def _days(moment: str) -> tuple[int, int]:
    """The days that a moment is on: its own, and that of UTC where its zone is told.

    One desk tells the hour by its own clock, another by that of the place: 8 September there may
    be 9 September here.
    """
    day = _day(moment)
    if len(moment) <= _NO_ZONE:
        return day, day
    told = datetime.fromisoformat(moment)
    utc = told.astimezone(UTC).toordinal() if told.tzinfo and 1 < told.year < MAXYEAR else day
    return min(day, utc), max(day, utc)


@lru_cache(maxsize=1 << 16)
def _span(first: int, last: int) -> Span:
    if last - first < LONGEST_EVENT:
        return Span.DAY
    begins, ends = date.fromordinal(first), date.fromordinal(last)
    month = begins.day == 1 and (ends.year, ends.month) == (begins.year, begins.month)
    whole = month and date.fromordinal(last + 1).day == 1
    week = last - first == 6 and begins.weekday() in (0, 6)
    return Span.LOOSE if whole or week else Span.WINDOW
