"""The statements of one source in the order in which it took its positions.

A text that recalls an earlier figure (``at first``, ``earlier``, ``withdrawn``) is younger than
the figure. Such a figure goes beside its first statement, or, where none is known, before what
followed it; a withdrawal goes after the statements of its figure that were made by that day, and
before what the same text puts in its place.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from claimtrack.model.dates import bears_hour
from claimtrack.reconciling.denials import opposes
from claimtrack.reconciling.movement import movement
from claimtrack.reconciling.positions import CHANGE_CUES, Held, content, said_after


def in_told_order(statements: Sequence[Held]) -> list[Held]:
    """Order the statements of one source on one measure.

    Args:
        statements: In the order in which they were said.

    Returns:
        The same statements, the recalled ones where they belong.
    """
    plain = [held for held in statements if held.rank > 0]
    if len(plain) == len(statements):
        return plain
    timeline = _Timeline(plain)
    places: dict[object, int] = {}
    recalled: defaultdict[int, list[Held]] = defaultdict(list)
    for held in statements:
        if held.rank == 0:
            alike = (content(held), held.claim.revision_cue, held.day, held.claim.denies)
            if alike not in places:
                places[alike] = timeline.place_of(held)
            recalled[places[alike]].append(held)
    ordered = []
    for place in range(len(plain) + 1):
        ordered += sorted(recalled.get(place, ()), key=lambda held: held.taken_back)
        ordered += plain[place : place + 1]
    return ordered


def differs(old: Held, new: Held) -> bool:
    """Whether two statements of one source are two positions.

    Args:
        old: The one.
        new: The other.

    Returns:
        True where the figure moved, or one denies what the other asserts.
    """
    if old.claim.denies or new.claim.denies:
        return opposes(old, new)
    told = new.claim.revision_cue in CHANGE_CUES
    return movement(old.quantity, new.quantity, told=told) is not None


def moved(old: Held, new: Held) -> bool:
    """Whether a source that said the one and then the other has changed its position.

    A floor below the number that it gave is a looser account of it (``4``, then ``at least 3``),
    unless a text or a record tells of a change.

    Args:
        old: What it said first.
        new: What it said then.

    Returns:
        Whether it has.
    """
    if not differs(old, new):
        return False
    was, became = old.quantity, new.quantity
    if was is None or became is None or old.claim.denies != new.claim.denies or was.vague:
        return True
    looser = (
        was.low is not None
        and was.high is not None
        and became.high is None
        and became.low is not None
        and became.low <= was.low
    )
    told = new.changed or new.claim.revision_cue in CHANGE_CUES or old.early
    return not looser or told or old.claim.superseded_by == new.id


class _Timeline:
    """The statements that recall nothing, looked up by figure and by time."""

    def __init__(self, plain: Sequence[Held]) -> None:
        self._plain = plain
        self._moments = [held.moment for held in plain]
        self._figures: defaultdict[object, list[int]] = defaultdict(list)
        for place, held in enumerate(plain):
            approximate = held.quantity is not None and held.quantity.approximate
            self._figures[content(held), approximate, held.claim.denies].append(place)

    def place_of(self, recalled: Held) -> int:
        """Before which of the plain statements a recalled figure belongs."""
        stated = [place for place in self._stating(recalled) if self._by_then(place, recalled)]
        if recalled.taken_back:
            return stated[-1] + 1 if stated else self._when_said(recalled)
        if stated:
            return stated[0] + 1
        if recalled.claim.revision_cue == "initial":
            return 0
        place = self._when_said(recalled)
        if place < len(self._plain) and _same_day(self._plain[place], recalled):
            return min(place, self._stating(self._plain[place])[0])
        return place

    def _stating(self, held: Held) -> list[int]:
        """Where the figure of a statement is stated, in order."""
        found = [
            places for places in self._figures.values() if not differs(self._plain[places[0]], held)
        ]
        return sorted(place for places in found for place in places)

    def _by_then(self, place: int, recalled: Held) -> bool:
        held = self._plain[place]
        return _same_day(held, recalled) or not said_after(held, recalled)

    def _when_said(self, recalled: Held) -> int:
        """The first of what was said on that day or later, or at that hour where it is told."""
        place = bisect_left(self._moments, recalled.moment)
        at_an_hour = recalled.said is not None and bears_hour(recalled.said)
        while (
            place
            and _same_day(self._plain[place - 1], recalled)
            and not (at_an_hour and self._plain[place - 1].timed)
        ):
            place -= 1
        return place


def _same_day(a: Held, b: Held) -> bool:
    return a.day is not None and a.day == b.day
