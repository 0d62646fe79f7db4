"""Dates and times as sources give them, imprecise ones included.

A moment is kept as the ISO 8601 text it came as (``2024-01-24``, ``2024-01-24T12:00``,
``2024-01-15T12:11:40-05:00``), so nothing is invented and nothing lost; a period is a pair of
moments, either of which may be open.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache

_SHAPE = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
_MONTH_OR_YEAR = re.compile(r"(\d{4})(?:-(\d\d))?", re.ASCII)
_ZONE = re.compile(r"(?:Z|[+-]\d\d:?\d\d)$", re.ASCII)


@lru_cache(maxsize=65536)
def check_moment(text: str) -> str:
    """Check that a text is an ISO 8601 date or date and time, and return it unchanged.

    Args:
        text: Such as ``2024-01-24`` or ``2024-01-24T12:00:00+03:00``.

    Returns:
        The same text.

    Raises:
        ValueError: It has another shape, or the day does not exist.
    """
    if not _SHAPE.fullmatch(text):
        raise ValueError(f"{text!r} is not a date like 2024-01-24 or a time like 2024-01-24T12:00")
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} does not exist in the calendar or on the clock") from None
    return text


def days_in(text: str) -> tuple[str, str] | None:
    """The first and the last day of a month or a year.

    Args:
        text: Such as ``2003-08`` or ``2003``.

    Returns:
        Such as ``2003-08-01`` and ``2003-08-31``; None for any other text.
    """
    if not (known := _MONTH_OR_YEAR.fullmatch(text)):
        return None
    first, last = (int(known[2]),) * 2 if known[2] else (1, 12)
    try:
        days = monthrange(int(known[1]), last)[1]
    except ValueError:
        return None
    return f"{known[1]}-{first:02}-01", f"{known[1]}-{last:02}-{days}"


def bears_hour(text: str | None) -> bool:
    """Whether a moment is told to the hour, and not by its day alone."""
    return len(text or "") > len("2024-03-01")


def is_month(first: date, last: date) -> bool:
    """Whether days are those of one calendar month, from its first to its last."""
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    return whole and (first.year, first.month) == (last.year, last.month)


@lru_cache(maxsize=65536)
def day_of(text: str) -> date:
    """The calendar day of a moment, as its own text writes it (no change of time zone)."""
    return date.fromisoformat(text[:10])


@lru_cache(maxsize=65536)
def instant(text: str, *, end: bool = False) -> datetime:
    """A moment as a point in UTC, to order moments by.

    A time without a zone is taken as UTC. A day without a time is its first instant, or its last
    one when ``end`` is set, so that ``what was said by 24 January`` includes that day.

    Args:
        text: A moment that `check_moment` accepts.
        end: Take the last instant of a bare day.

    Returns:
        An aware datetime in UTC.
    """
    if len(text) == 10:
        clock = time.max if end else time.min
        return datetime.combine(date.fromisoformat(text), clock, tzinfo=UTC)
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # a zone may push the first or the last day of the calendar over its edge
        return moment.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Period:
    """When something happened: a day, a span of days, or partly unknown.

    Attributes:
        start: First moment, ISO 8601, or None when open.
        end: Last moment, ISO 8601, inclusive, or None when open.

    Raises:
        ValueError: A moment is malformed, does not exist, or the start comes after the end.
    """

    start: str | None = None
    end: str | None = None

    def __post_init__(self) -> None:
        if self.start is not None:
            check_moment(self.start)
        if self.end is not None:
            check_moment(self.end)
        if self.start is None or self.end is None or self.start == self.end:
            return
        if instant(self.start) > instant(self.end, end=True):
            raise ValueError(f"event_start {self.start} comes after event_end {self.end}")

    def __bool__(self) -> bool:
        return self.start is not None or self.end is not None

    def __str__(self) -> str:
        """In plain words: ``24 January 2024``, ``22 to 24 January 2024``, ``undated``."""
        if self.start is None and self.end is None:
            return "undated"
        if self.start is None:
            return f"until {spoken_day(self.end or '')}"
        if self.end is None:
            return f"from {spoken_day(self.start)}"
        first, last = day_of(self.start), day_of(self.end)
        if first == last:
            return spoken_day(self.start)
        if is_month(first, last):
            return spoken_month(first)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day} to {spoken_day(self.end)}"
        return f"{spoken_day(self.start)} to {spoken_day(self.end)}"


def spoken_month(day: date) -> str:
    """The month of a day in plain words: ``August 2003``."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@lru_cache(maxsize=65536)
def spoken_day(text: str) -> str:
    """A moment's day in words, the same in every locale: ``24 January 2024``."""
    day = day_of(text)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def spoken_moment(text: str | None) -> str:
    """A moment in short words for a table, with the zone where one was given.

    ``24 Jan 2024``, ``24 Jan 2024 12:00``, ``24 Jan 2024 12:00 UTC``, ``24 Jan 2024 12:00 -05:00``,
    ``unknown``.
    """
    if text is None:
        return "unknown"
    day = day_of(text)
    spoken = f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"
    return f"{spoken} {text[11:16]}{_zone(text)}" if bears_hour(text) else spoken


def _zone(text: str) -> str:
    """The zone of a time as it was given, after a blank; empty where none was."""
    given = _ZONE.search(text, 16)
    if given is None:
        return ""
    zone = given[0]
    return " UTC" if zone.strip("+-:0") in ("", "Z") else f" {zone[:3]}:{zone[-2:]}"


def now() -> str:
    """This moment, ISO 8601 in UTC to the second: ``2024-01-24T12:00:00+00:00``."""
    return datetime.now(UTC).isoformat(timespec="seconds")
