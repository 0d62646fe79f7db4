"""Where one source tells its toll under the name of another place as time goes on.

A ministry may count the dead of a province on the first night and those of the country the day
after, and later name the mountains for the country. What it counts side by side is two counts; what
it never does is one, told under another name or grown wider (docs/method.md, comparability).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimtrack.reconciling.change import Change, change
from claimtrack.reconciling.comparability import Measure
from claimtrack.reconciling.movement import UP, movement
from claimtrack.reconciling.places import Places
from claimtrack.reconciling.positions import Held, said_after


def settle(positions: Sequence[Held], places: Places) -> None:
    """Measure by the whole what a source tells of a part and cannot mean of the part alone.

    That is a number higher than all that it had said of the whole before, and that anybody says of
    it, where the source says nothing of the whole that day or later.

    Args:
        positions: The positions of one question, in the order of saying; their measures change.
        places: The places of the event.
    """
    if len({held.measure.place for held in positions}) < 2:
        return
    by_source: defaultdict[str, list[Held]] = defaultdict(list)
    highest: defaultdict[Measure, int] = defaultdict(int)
    for held in positions:
        if held.numeric:
            by_source[held.voice.body].append(held)
            highest[held.measure] = max(highest[held.measure], *(b or 0 for b in held.bounds))
    for series in by_source.values():
        grounds = sorted({held.measure.place for held in series})
        for whole in grounds if len(grounds) > 1 else ():
            for held in series:
                of_whole = held.measure._replace(place=whole)
                if (
                    places.holds(whole, held.measure.place)
                    and (held.bounds[0] or 0) > highest[of_whole]
                    and _follows_all(held, [one for one in series if one.measure == of_whole])
                ):
                    held.measure = of_whole


def _follows_all(held: Held, before: Sequence[Held]) -> bool:
    """Whether there is something before, and all of it was said before and is less."""
    return bool(before) and all(
        said_after(held, other) and movement(other.quantity, held.quantity) == UP
        for other in before
    )


def widened(by_place: Mapping[tuple[int, bool], Sequence[Held]], places: Places) -> list[Change]:
    """The changes of a source that counted one part of a place first, and then the whole.

    Both figures stand, since each is true of its own ground.

    Args:
        by_place: The positions of one source, by place and by whether they count the identified.
        places: The places of the event.

    Returns:
        A change for each whole that a source went over to from a single part.
    """
    changes = []
    for (whole, identified), wide in by_place.items():
        parts = [
            narrow
            for (part, same), narrow in by_place.items()
            if same == identified and places.holds(whole, part)
        ]
        if len(parts) != 1:
            continue
        old, new = parts[0][-1], wide[0]
        went_over = said_after(new, old) and old.measure.window == new.measure.window
        if went_over and movement(old.quantity, new.quantity) == UP:
            changes.append(change(old, new))
    return changes
