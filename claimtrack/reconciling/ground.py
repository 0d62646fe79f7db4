"""Where one source tells its toll under the name of another place as time goes on.

A ministry may count the dead of a province on the first night and those of the country the day
after, and later name the mountains for the country. What it counts side by side is two counts; what
it never does is one, told under another name or grown wider (docs/method.md, comparability).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from claimtrack.reconciling.change import Change, change
from claimtrack.reconciling.comparability import Measure
from claimtrack.reconciling.movement import UP, movement
from claimtrack.reconciling.places import Places
from claimtrack.reconciling.positions import CHANGE_CUES, Held, said_after


def settle(positions: Sequence[Held], places: Places) -> None:
    """Measure a source's figures by the ground that they must mean, whatever they call it.

    A number of a part is the whole's where it is higher than all that the source had said of the
    whole by then, and the source says nothing of the whole beside it: a part cannot be more. Of a
    region it has to be higher than what anybody had said, since the whole may have grown unsaid; at
    a single spot of a town it is the town's toll that grew. And what
    its record calls a correction, or a step up or down, changes the figure that the source gave
    last, where it has given none of the place that it names now: both are of the place that more
    bodies name. So are figures that grow while the source goes back and forth between two names.

    Args:
        positions: The positions of one question, in the order of saying; their measures change.
        places: The places of the event.
    """
    if not places.several or len({held.measure.place for held in positions}) < 2:
        return
    by_source: defaultdict[str, list[Held]] = defaultdict(list)
    numeric = [held for held in positions if held.numeric]
    for held in numeric:
        series = by_source[held.voice.body]
        if held.claim.revision_cue in CHANGE_CUES:
            _correct(held, series, numeric)
        series.append(held)
    for series in by_source.values():
        _join_by_turns(series, places, numeric)
    told: defaultdict[Measure, list[Held]] = defaultdict(list)
    for held in numeric:
        told[held.measure].append(held)
    for series in by_source.values():
        grounds = sorted({held.measure.place for held in series})
        for whole in grounds if len(grounds) > 1 else ():
            meant = set[object]()
            for held in series:
                of_whole, said = held.measure._replace(place=whole), (held.measure, held.bounds)
                if said in meant or (
                    places.holds(whole, held.measure.place)
                    and (
                        places.is_spot(whole, held.measure.place) or _exceeds(held, told[of_whole])
                    )
                    and _follows_all(held, [one for one in series if one.measure == of_whole])
                ):
                    meant.add(said)  # a restatement means what it restates
                    held.measure = of_whole
                    told[of_whole].append(held)


def _correct(held: Held, before: Sequence[Held], everybody: Sequence[Held]) -> None:
    """Measure what corrects and what it corrects by one place: the last of one same ground.

    Of its two names that is meant which more bodies use, and the first where as many do.
    """
    alike = [one for one in before if one.measure == held.measure._replace(place=one.measure.place)]
    if not alike or any(one.measure.place == held.measure.place for one in alike):
        return
    new, old = held.measure, alike[-1].measure
    if _bodies_at(new.place, everybody) > _bodies_at(old.place, everybody):
        for one in alike:
            one.measure = new if one.measure == old else one.measure
    else:
        held.measure = old


def _join_by_turns(series: Sequence[Held], places: Places, everybody: Sequence[Held]) -> None:
    """Measure by one place what a source says under two names by turns while its figure grows.

    Who counts two places apart does not go back and forth between them with ever higher figures.
    """
    for one, other in combinations(sorted({held.measure.place for held in series}), 2):
        if places.holds(one, other) or places.holds(other, one):
            continue
        alike: defaultdict[Measure, list[Held]] = defaultdict(list)
        for held in series:
            if held.measure.place in (one, other):
                alike[held.measure._replace(place=one)].append(held)
        more = _bodies_at(other, everybody) > _bodies_at(one, everybody)
        for told in filter(_grows_by_turns, alike.values()):
            for held in told:
                held.measure = held.measure._replace(place=other if more else one)


def _grows_by_turns(told: Sequence[Held]) -> bool:
    """Whether figures of two places go back and forth between these, each above the one before."""
    steps = list(pairwise(told))
    return sum(a.measure.place != b.measure.place for a, b in steps) > 1 and all(
        said_after(b, a) and movement(a.quantity, b.quantity) == UP for a, b in steps
    )


def _bodies_at(place: int, positions: Sequence[Held]) -> int:
    """How many bodies name a place."""
    return len({held.voice.body for held in positions if held.measure.place == place})


def _exceeds(held: Held, told: Sequence[Held]) -> bool:
    """Whether a number is higher than all that had been told by then."""
    by_then = (bound or 0 for one in told if not said_after(one, held) for bound in one.bounds)
    return (held.bounds[0] or 0) > max(by_then, default=0)


def _follows_all(held: Held, of_whole: Sequence[Held]) -> bool:
    """Whether something was said before, nothing beside it, and all that was before is less."""
    earlier = [other for other in of_whole if said_after(held, other)]
    beside = any(other.day == held.day and not said_after(held, other) for other in of_whole)
    return (
        bool(earlier)
        and not beside
        and all(movement(other.quantity, held.quantity) == UP for other in earlier)
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
        new = wide[0]
        parts = [
            by_then
            for (part, same), narrow in by_place.items()
            if same == identified and places.holds(whole, part)
            if (by_then := [held for held in narrow if not said_after(held, new)])
        ]
        if len(parts) != 1:
            continue
        old = parts[0][-1]
        went_over = said_after(new, old) and old.measure.window == new.measure.window
        went_over &= _same_days(old, new)
        if went_over and movement(old.quantity, new.quantity) == UP:
            changes.append(change(old, new))
    return changes


def _same_days(old: Held, new: Held) -> bool:
    """Whether two figures count over the same days as they are told; who tells no end tells any."""
    ends = {held.claim.period.end for held in (old, new)}
    return len(ends - {None}) < 2
