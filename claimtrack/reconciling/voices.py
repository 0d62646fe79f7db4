"""Who says one thing, each with the day of saying.

``Police said on 2 March 2024, and the Red Crescent on 6 March, that three people were killed``.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from claimtrack.model.dates import spoken_day
from claimtrack.reconciling.phrases import NAMED, at_hour, listed, number, on_day, speaker
from claimtrack.reconciling.positions import Held

_UNKNOWN = " at an unknown time"


class Voices:
    """Everybody who says one thing, as the subject of a clause.

    Args:
        group: Their positions, in the order of saying; at least one.
        dated: Whether to tell the days.
        timed: Whether to tell the hour too, where all spoke at once.
    """

    __slots__ = ("_names", "_rest", "_when")

    def __init__(self, group: Sequence[Held], *, dated: bool, timed: bool = False) -> None:
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
        self._when = on_day(group[0].said) if dated else ""
        if timed and len({held.said for held in group}) == 1:
            self._when += at_hour(group[0].said)

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
    told = sorted(last.values(), key=lambda held: (held.day or date.max, held.moment))
    named = len(told) if len(told) <= NAMED else NAMED - 1
    days: defaultdict[date | None, list[Held]] = defaultdict(list)
    for held in told[:named]:
        days[held.day].append(held)
    parts, year = [], ""
    for same in days.values():
        when, year = _when(same[0], year)
        parts.append((listed(_names(same)), f" on {when}" if when else _UNKNOWN))
    if others := told[named:]:
        parts.append((f"{number(len(others))} others", _between(others, year)))
    return parts


def _between(told: Sequence[Held], year: str) -> str:
    known = [held for held in told if held.said]
    if not known:
        return _UNKNOWN
    first, year = _when(known[0], year)
    last, _ = _when(known[-1], year)
    return f" on {first}" if known[0].day == known[-1].day else f" from {first} to {last}"


def _when(held: Held, year: str) -> tuple[str, str]:
    """The day of saying, without its year where that has just been said; and its year."""
    if not held.said:
        return "", year
    day = spoken_day(held.said)
    return day.removesuffix(year), f" {day.rpartition(' ')[2]}"


def _names(told: Sequence[Held]) -> list[str]:
    return list(dict.fromkeys([speaker(held) for held in told]))
