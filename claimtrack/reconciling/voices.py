"""Who says one thing, each with the day of saying.

``Police said on 2 March 2024, and the Red Crescent on 6 March, that three people were killed``.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from claimtrack.model.dates import spoken_day
from claimtrack.reconciling.phrases import NAMED, listed, number, speaker
from claimtrack.reconciling.positions import Held

_YEAR = re.compile(r" \d{4}\b")


class Voices:
    """Everybody who says one thing, as the subject of a clause.

    Args:
        group: Their positions, in the order of saying; at least one.
        dated: Whether to tell the days.
    """

    __slots__ = ("_names", "_rest", "_when")

    def __init__(self, group: Sequence[Held], *, dated: bool) -> None:
        self._rest = ""
        if len(group) == 1:  # as most are
            self._names = speaker(group[0])
        elif not dated or len({held.day for held in group}) == 1:
            self._names = listed(_names(group))
        else:
            (self._names, self._when), *others = _by_day(group)
            for place, (names, when) in enumerate(others, 1):
                self._rest += f", {'and ' if place == len(others) else ''}{names}{when}"
            return
        self._when = _on(group[0]) if dated else ""

    def telling(self, verb: str, clause: str) -> str:
        """They say that something is so.

        Args:
            verb: Such as ``said``.
            clause: Such as ``two people were killed``.

        Returns:
            Such as ``A said on 2 March 2024 that two people were killed``.
        """
        comma = "," if self._rest else ""
        that = " that" if self._when or verb == "denied" else ""
        return f"{self._names} {verb}{self._when}{self._rest}{comma}{that} {clause}"

    def saying(self, verb: str, what: str) -> str:
        """They say a figure.

        Args:
            verb: Such as ``said``.
            what: Such as ``two``.

        Returns:
            Such as ``A said two on 2 March 2024, and B on 3 March``.
        """
        return f"{self._names} {verb} {what}{self._when}{self._rest}"

    def quoting(self, verb: str, words: str) -> str:
        """They say words of their own.

        Args:
            verb: Such as ``said``.
            words: In quotation marks.

        Returns:
            Such as ``A said on 2 March 2024: “…”``.
        """
        return f"{self._names} {verb}{self._when}{self._rest}: {words}"


def _by_day(group: Sequence[Held]) -> list[tuple[str, str]]:
    """Names and their day, day by day; of very many, the last are counted from day to day."""
    last = {(held.voice.body, speaker(held)): held for held in group}
    told = sorted(last.values(), key=lambda h: (h.day is None, h.day or date.min, h.moment))
    days: defaultdict[date | None, list[Held]] = defaultdict(list)
    for held in told if len(told) <= NAMED else told[: NAMED - 1]:
        days[held.day].append(held)
    parts = [
        (listed(_names(same)), _on(same[0]) or " at an unknown time") for same in days.values()
    ]
    others = [held for held in told[NAMED - 1 :] if len(told) > NAMED]
    if others:
        parts.append((f"{number(len(others))} others", _between(others)))
    return _without_known_years(parts)


def _names(told: Sequence[Held]) -> list[str]:
    return list(dict.fromkeys([speaker(held) for held in told]))


def _on(held: Held) -> str:
    return f" on {spoken_day(held.said)}" if held.said else ""


def _between(others: Sequence[Held]) -> str:
    known = [held for held in others if held.said]
    if not known or known[0].day == known[-1].day:
        return _on(known[0]) if known else " at an unknown time"
    return f" from{_on(known[0]).removeprefix(' on')} to{_on(known[-1]).removeprefix(' on')}"


def _without_known_years(parts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same, a day without its year where the day before it was of the same year."""
    known = ""

    def shortened(year: re.Match[str]) -> str:
        nonlocal known
        same, known = year[0] == known, year[0]
        return "" if same else year[0]

    return [(names, _YEAR.sub(shortened, when)) for names, when in parts]
