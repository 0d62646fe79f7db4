"""Dates and times in running text, resolved against the publication date, into the past.

Imprecise expressions stay imprecise: a first and a last day. Without an anchor only dates that
carry their year are resolved; the rest is found, and left open.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SMALL = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
          "seven": 7, "eight": 8, "nine": 9, "ten": 10}  # fmt: skip
_MONTH = (
    r"(?P<{0}>january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
)
_WEEKDAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.(?=,? )"
)
_YEAR = r"(?:,? (?P<{0}>(?:19|20)\d\d))?(?![\d,]\d)"
_EXPRESSION = re.compile(
    r"\b(?:"
    r"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b"
    r"|(?P<r1>[0-3]?\d) ?(?:and|to|-|–) ?"
    rf"(?P<d0>[0-3]?\d) {_MONTH.format('m0')}{_YEAR.format('y0')}"
    rf"|(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? {_MONTH.format('m1')}{_YEAR.format('y1')}"
    rf"|{_MONTH.format('m6')} (?P<r6>[0-3]?\d) ?(?:and|to|-|–) ?"
    r"(?P<d6>[0-3]?\d)\b(?! ?(?:people|[ap]\.?m))"
    rf"{_YEAR.format('y6')}"
    rf"|{_MONTH.format('m2')} (?P<d2>[0-3]?\d)(?:st|nd|rd|th)?\b(?! ?(?:people|[ap]\.?m))"
    rf"{_YEAR.format('y2')}"
    rf"|(?P<part>mid|early|late)[ -]{_MONTH.format('m3')}{_YEAR.format('y3')}"
    rf"|(?P<in_month>in|since|last|of|until|by|during) {_MONTH.format('m4')}{_YEAR.format('y4')}"
    rf"|(?:between|from) {_MONTH.format('m7')}{_YEAR.format('y7')} (?:and|to|until|through)"
    rf" {_MONTH.format('m8')}{_YEAR.format('y8')}(?! \d)"
    r"|(?P<feast>christmas (?:day|eve)|boxing day|new year['’]s (?:day|eve))"
    rf"|{_MONTH.format('m5')} (?P<y5>(?:19|20)\d\d)\b"
    rf"|(?:(?P<which>last|next|this|following|previous) )?(?P<weekday>{_WEEKDAY})"
    r"(?: (?:morning|afternoon|evening|night))?"
    r"|(?P<today>today|tonight|this (?:morning|afternoon|evening))\b"
    r"|(?P<yesterday>yesterday(?: (?:morning|afternoon|evening|night))?|last night)\b"
    r"|(?P<overnight>overnight)\b"
    r"|(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a few)"
    r" (?P<unit>day|week|month|year)s? (?:ago|(?P<leaning>earlier|before(?=[,.;]|$)|later))\b"
    r"|the (?:(?P<eve>day|night|evening) before(?! yesterday)|(?P<same>same) (?:day|night|evening)"
    r"|(?:previous|preceding) (?P<eve2>day|night|evening)|(?:next|following) (?P<morrow>day))\b"
    r"|(?P<before_last>the day before yesterday)\b"
    r"|(?:the )?(?:past|last|previous) (?P<pn>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
    r"[ -](?P<pu>hour|day|week|month)s?\b"
    r"|(?P<weekend>(?:at|over|during) the weekend)\b"
    r"|(?P<last>last|this|past|previous) (?P<span>week|weekend|month|year)\b"
    r"|(?:in|since|of|during|from|until) (?P<year>(?:19|20)\d\d)\b(?!-)"
    r")",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"\b(?:deadliest|worst|biggest|largest|highest|first|strongest|heaviest|bloodiest|most"
    r"|lowest|longest|gravest|fewest|only)\b[^,;]*$"
)
_FEASTS = {"christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
           "new year's day": (1, 1), "new year's eve": (12, 31)}  # fmt: skip
_CLOCK = re.compile(
    r"\b(?:\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|[01]?\d:[0-5]\d|2[0-3]:[0-5]\d|noon|midnight"
    r"|(?-i:(?:pre-)?dawn))\b",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"\b(?:issued|posted|published|updated|released|date|dated|last updated|first published)\b"
    r"(?: on| at)?:?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z .'’-]{2,}(?:,[^\n()–—-]{1,40})?\s*(?:\([^)\n]{2,20}\)\s*)?[-–—]"
)


class When(NamedTuple):
    """A date expression: where it stands, and the days it may mean (None: open).

    ``since`` tells that it opens a span that lasts until the publication; ``leans`` counts days
    from the last day that the text named (``the day before``), where that is what it goes by.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    since: bool = False
    leans: int | None = None


def dates_in(words: str, anchor: date | None) -> list[When]:
    """The date expressions of a sentence, in order.

    Args:
        words: The sentence.
        anchor: The publication date; relative expressions are left open without it.

    Returns:
        One `When` each; its ``first`` and ``last`` are None where the date cannot be known.
    """
    found: list[When] = []
    for match in _EXPRESSION.finditer(words):
        days = _days(match, anchor)
        before = words[max(0, match.start() - 40) : match.start()].lower().rstrip()
        since = match[0].lower().startswith("since ") or before.endswith(
            ("since", "since late", "since early")
        )
        if since and words[match.end() : match.end() + 6] == ", when":
            since = False  # "the worst since 2009, when 31 died" is about 2009
        elif since and _SUPERLATIVE.search(before):
            days = None  # "the deadliest since 2009" opens no span
        first, last = days if days else (None, None)
        if since and anchor and first and first <= anchor:
            if match["part"] and match["part"].lower() == "mid":
                first = first.replace(day=15)
            last = anchor
        found.append(When(match.start(), match.end(), first, last, since, _leans(match)))
    return _joined(found, words)


def _leans(match: re.Match[str]) -> int | None:
    """Days from the last day named, for expressions that go by it; None for all others."""
    if match["eve"] or match["eve2"]:
        return -1
    if match["same"]:
        return 0
    if match["morrow"]:
        return 1
    if match["leaning"] and match["unit"].lower() in ("day", "week"):
        count = _SMALL.get(match["n"].lower()) or (int(match["n"]) if match["n"].isdigit() else 0)
        days = count * (7 if match["unit"].lower() == "week" else 1)
        return (days if match["leaning"].lower() == "later" else -days) if days else None
    return None


def _joined(found: list[When], words: str) -> list[When]:
    """``between 3 May and 9 May`` is one span; ``overnight on Friday`` is that Friday."""
    made: list[When] = []
    for when in found:
        last = made[-1] if made else None
        gap = words[last.end : when.start].lower().strip() if last else None
        if (
            last
            and gap in ("", "on", "into")
            and words[last.start : last.end].lower() == "overnight"
        ):
            made[-1] = when._replace(start=last.start)
        elif (
            last and last.first and when.last and last.first <= when.last
            and last.first == last.last and when.first == when.last
            and (gap in ("to", "–", "until", "through") or (gap == "and" and
                 words[max(0, last.start - 8) : last.start].lower() == "between "))
        ):  # fmt: skip
            made[-1] = When(last.start, when.end, last.first, when.last)
        else:
            made.append(when)
    return made


def clocks_in(words: str) -> list[tuple[int, int]]:
    """Where a sentence names a time of day: ``4:15 p.m.``, ``06:10``, ``dawn``."""
    return [match.span() for match in _CLOCK.finditer(words)]


def date_in_text(text: str) -> str | None:
    """The publication date that a text gives itself.

    Looked for with a label (``Issued:``, ``Posted:``), in a dateline, or alone or last on one of
    the first lines; only full dates count.

    Args:
        text: The document's text.

    Returns:
        ISO 8601, or None.
    """
    head = text[:1500]
    for label in _HEADER.finditer(head):
        if found := _full_date(head, label.end(), label.end() + 40):
            return found
    for line in [line for line in head.split("\n") if line.strip()][:4]:
        if len(line) < 120 or _DATELINE.match(line):
            for match in _EXPRESSION.finditer(line[:120]):
                rest = line[match.end() :].strip(" .,")
                if (not rest or _DATELINE.match(line)) and (day := _absolute(match)):
                    return day.isoformat()
    return None


def _full_date(text: str, start: int, end: int) -> str | None:
    match = _EXPRESSION.search(text, start, end)
    day = _absolute(match) if match and match.start() - start <= 12 else None
    return day.isoformat() if day else None


def _absolute(match: re.Match[str]) -> date | None:
    """The one day of an expression that carries its year."""
    if not (match["iso"] or match["y1"] or match["y2"]):
        return None
    days = _days(match, None)
    return days[0] if days and days[0] == days[1] else None


def _days(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """First and last day that an expression may mean."""
    try:
        return _resolved(match, anchor)
    except (ValueError, OverflowError):  # 31 June; a year before the calendar
        return None


def _resolved(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    if match["iso"]:
        day = date.fromisoformat(match["iso"])
        return day, day
    if match["m0"]:
        last = _day_of_month(int(match["d0"]), _month(match["m0"]), match["y0"], anchor)
        return (last[0].replace(day=int(match["r1"])), last[1]) if last else None
    if match["m6"]:
        last = _day_of_month(int(match["d6"]), _month(match["m6"]), match["y6"], anchor)
        return (last[0].replace(day=int(match["r6"])), last[1]) if last else None
    for d, m, y in (("d1", "m1", "y1"), ("d2", "m2", "y2")):
        if match[m]:
            return _day_of_month(int(match[d]), _month(match[m]), match[y], anchor)
    for m, y in (("m3", "y3"), ("m4", "y4"), ("m5", "y5")):
        if match[m]:
            return _part_of_month(match["part"], _month(match[m]), match[y], anchor)
    if match["m7"]:
        end = _part_of_month(None, _month(match["m8"]), match["y8"], anchor)
        opening = _part_of_month(None, _month(match["m7"]), match["y7"] or match["y8"], anchor)
        return (opening[0], end[1]) if opening and end and opening[0] <= end[1] else None
    if match["feast"]:
        in_month, on = _FEASTS[match["feast"].lower().replace("’", "'")]
        return _day_of_month(on, in_month, None, anchor)
    if match["year"]:
        return date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31)
    if anchor is None:
        return None
    if match["weekday"]:
        return _weekday(match["weekday"].lower(), (match["which"] or "").lower(), anchor)
    if match["today"]:
        return anchor, anchor
    if match["yesterday"]:
        return anchor - timedelta(1), anchor - timedelta(1)
    if match["overnight"]:
        return anchor - timedelta(1), anchor
    if (leans := _leans(match)) is not None:
        day = anchor + timedelta(leans if leans <= 0 else 0)
        return day, day
    if match["before_last"]:
        return anchor - timedelta(2), anchor - timedelta(2)
    if match["pn"]:
        return _past(match["pn"].lower(), match["pu"].lower(), anchor), anchor
    if match["weekend"]:
        return _last("past", "weekend", anchor)
    if match["unit"]:
        return _ago(match["n"].lower(), match["unit"].lower(), anchor)
    return _last(match["last"].lower(), match["span"].lower(), anchor)


def _month(name: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:3]))


def _day_of_month(
    day: int, month: int, year: str | None, anchor: date | None
) -> tuple[date, date] | None:
    if year:
        found = date(int(year), month, day)
    elif anchor is None:
        return None
    else:
        found = date(anchor.year, month, day)
        if found > anchor + timedelta(14):  # a text may announce the next days, not the next year
            found = date(anchor.year - 1, month, day)
    return found, found


def _part_of_month(
    part: str | None, month: int, year: str | None, anchor: date | None
) -> tuple[date, date] | None:
    if not year and anchor is None:
        return None
    known = int(year) if year else anchor.year if anchor else 1
    first = date(known, month, 1)
    if not year and anchor and first > anchor:
        first = date(known - 1, month, 1)
    last = (first.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)
    if part:
        name = part.lower()
        first, last = {
            "early": (first, first.replace(day=10)),
            "mid": (first.replace(day=11), first.replace(day=20)),
            "late": (first.replace(day=21), last),
        }[name]
    return first, last


def _weekday(name: str, which: str, anchor: date) -> tuple[date, date]:
    number = next(n for n, day in enumerate(_WEEKDAYS) if day.startswith(name[:3]))
    if which in ("next", "following"):
        ahead = (number - anchor.weekday()) % 7 or 7
        day = anchor + timedelta(ahead)
    else:
        back = (anchor.weekday() - number) % 7
        if which in ("last", "previous") and back == 0:
            back = 7
        day = anchor - timedelta(back)
    return day, day


def _ago(n: str, unit: str, anchor: date) -> tuple[date, date] | None:
    if n in ("several", "a few"):
        return None
    count = int(n) if n.isdigit() else _SMALL[n]
    if unit == "day":
        day = anchor - timedelta(count)
        return day, day
    if unit == "week":
        day = anchor - timedelta(7 * count)
        return day - timedelta(3), day + timedelta(3)
    if unit == "month":
        day = anchor - timedelta(30 * count)
        return day - timedelta(15), day + timedelta(15)
    return date(anchor.year - count, 1, 1), date(anchor.year - count, 12, 31)


def _past(n: str, unit: str, anchor: date) -> date:
    """First day of ``the past 24 hours``, ``the last three weeks``."""
    count = int(n) if n.isdigit() else _SMALL[n]
    days = {"hour": -(-count // 24), "day": count, "week": 7 * count, "month": 30 * count}[unit]
    return anchor - timedelta(days)


def _last(which: str, span: str, anchor: date) -> tuple[date, date]:
    monday = anchor - timedelta(anchor.weekday())
    if span == "week":
        first = monday if which == "this" else monday - timedelta(7)
        return first, min(first + timedelta(6), anchor)
    if span == "weekend":
        saturday = monday - timedelta(2)
        if which == "this" and anchor.weekday() >= 5:
            saturday = monday + timedelta(5)
        return saturday, saturday + timedelta(1)
    if span == "month":
        end = anchor.replace(day=1) - timedelta(1)
        return (anchor.replace(day=1), anchor) if which == "this" else (end.replace(day=1), end)
    year = anchor.year if which == "this" else anchor.year - 1
    return date(year, 1, 1), min(date(year, 12, 31), anchor)
