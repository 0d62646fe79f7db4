"""Who says one thing, each with the day of saying.

``Police said on 2 March 2024, and the Red Crescent on 6 March, that three people were killed``.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from claimtrack.model.dates import spoken_day
from claimtrack.reconciling.phrases import NAMED, listed, number, speaker
from claimtrack.reconciling.positions import Held


class Voices:
    """Everybody who says one thing, as the subject of a clause.

    Args:
        group: Their positions, in the order of saying; at least one.
        dated: Whether to tell the days.
    """

    def __init__(self, group: Sequence[Held], *, dated: bool) -> None:
        last: dict[object, Held] = {}
        for held in group:
            last[held.voice.body, speaker(held)] = held
        told = list(last.values())
        if dated:
            told.sort(key=lambda held: (held.day is None, held.day or date.min, held.moment))
        self._year: str | None = None
        self._parts = self._dated(told) if dated else [(listed(_names(told)), "")]

    def telling(self, verb: str, clause: str) -> str:
        """They say that something is so.

        Args:
            verb: Such as ``said``.
            clause: Such as ``two people were killed``.

        Returns:
            Such as ``A said on 2 March 2024 that two people were killed``.
        """
        (names, when), rest = self._parts[0], self._rest()
        comma = "," if rest else ""
        that = " that" if when or verb == "denied" else ""
        return f"{names} {verb}{when}{rest}{comma}{that} {clause}"

    def saying(self, verb: str, what: str) -> str:
        """They say a figure.

        Args:
            verb: Such as ``said``.
            what: Such as ``two``.

        Returns:
            Such as ``A said two on 2 March 2024, and B on 3 March``.
        """
        names, when = self._parts[0]
        return f"{names} {verb} {what}{when}{self._rest()}"

    def quoting(self, verb: str, words: str) -> str:
        """They say words of their own.

        Args:
            verb: Such as ``said``.
            words: In quotation marks.

        Returns:
            Such as ``A said on 2 March 2024: “…”``.
        """
        names, when = self._parts[0]
        return f"{names} {verb}{when}{self._rest()}: {words}"

    def _rest(self) -> str:
        *between, last = self._parts
        if not between:
            return ""
        told = [f", {names}{when}" for names, when in between[1:]]
        return f"{''.join(told)}, and {last[0]}{last[1]}"

    def _dated(self, told: Sequence[Held]) -> list[tuple[str, str]]:
        """Names and their day, day by day; of very many, the last are counted from day to day."""
        by_day: defaultdict[object, list[Held]] = defaultdict(list)
        for held in told:
            by_day[held.day].append(held)
        if len(by_day) == 1:
            return [(listed(_names(told)), self._on(told[0]))]
        named = len(told) if len(told) <= NAMED else NAMED - 1
        shown, others = told[:named], told[named:]
        parts = []
        for same in by_day.values():
            if here := [held for held in same if held in shown]:
                unknown = " at an unknown time" if here[0].said is None else ""
                parts.append((listed(_names(here)), self._on(here[0]) or unknown))
        if others:
            parts.append((f"{number(len(others))} others", self._between(others)))
        return parts

    def _on(self, held: Held) -> str:
        return f" on {self._day(held.said)}" if held.said else ""

    def _between(self, others: Sequence[Held]) -> str:
        known = [held for held in others if held.said]
        if not known:
            return ""
        if known[0].day == known[-1].day:
            return self._on(known[0])
        first, last = self._day(known[0].said or ""), self._day(known[-1].said or "")
        return f" from {first} to {last}"

    def _day(self, said: str) -> str:
        """A day in words, without the year where the one before was of the same year."""
        day, _, year = spoken_day(said).rpartition(" ")
        known, self._year = self._year, year
        return day if year == known else f"{day} {year}"


def _names(told: Sequence[Held]) -> list[str]:
    return list(dict.fromkeys(speaker(held) for held in told))
