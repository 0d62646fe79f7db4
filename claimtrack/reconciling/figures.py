"""The figures of a question: the range, the latest, and the preferred one by a named rule.

Three different things, shown as three (docs/method.md, figures); nothing is averaged.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from claimtrack.model.report import Figure, Figures
from claimtrack.model.told import Told
from claimtrack.reconciling.assessing import GRADES, grade_of, kind_of
from claimtrack.reconciling.comparability import Frame, Measure
from claimtrack.reconciling.folding import has_word
from claimtrack.reconciling.origins import Origins
from claimtrack.reconciling.positions import Held, said_after

_BASES = ("count", "presumed", "estimate", "identified")
"""Which basis a question's figures are given on, where sources use several: what was counted
before what was presumed or estimated; the identified are a part and come last."""


_UNGRADED = GRADES.index("F")


class Choice(NamedTuple):
    """One value with the positions that stand by it.

    Attributes:
        held: The last of them.
        holders: All, in the order of saying.
        origins: How many independent roots they have.
        of: How many those of all values have.
        everybody: How many the question has, with those whose words cannot be compared.
    """

    held: Held
    holders: list[Held]
    origins: int
    of: int
    everybody: int


class Drawn(NamedTuple):
    """The figures of one question, and what they are drawn from.

    Attributes:
        figures: The figures.
        preferred: The position that the preferred figure is of.
        comparable: The standing positions that measure one thing.
        choices: The distinct values that now stand, in the order of their latest statements.
    """

    figures: Figures
    preferred: Held | None
    comparable: list[Held]
    choices: list[Choice]


def derive(
    positions: Sequence[Held],
    origins: Origins,
    frame: Frame,
    rule: str,
    told: Told,
) -> Drawn:
    """The figures of one question.

    Args:
        positions: Its positions, after `revisions.trace`.
        origins: Its independent roots.
        frame: The event's places and windows.
        rule: One of `RULES`.
        told: What people have told of sources: their grades and kinds.

    Returns:
        The figures, and what they are drawn from.
    """
    held = comparable(positions, frame)
    if not held:
        return Drawn(Figures(None, None, None, None), None, [], [])
    # What a text calls an early figure belongs to the range, but is nobody's latest word.
    now = _once([h for h in held if not h.early] or held)
    latest, choices = _latest(now), _choices(now, origins)
    chosen, because = RULES[rule](choices, latest, told)
    figures = Figures(
        *_range(held),
        Figure(*latest.bounds, latest.id, "latest"),
        Figure(*chosen.bounds, chosen.id, f"{rule}: {because}"),
    )
    return Drawn(figures, chosen, held, choices)


def comparable(positions: Sequence[Held], frame: Frame) -> list[Held]:
    """The standing positions that measure one thing: the place and window most sources speak of.

    Who speaks of a part speaks of its whole too, where several tell of that and one of both. Counts
    come before other bases, the whole before its parts, and numbers before vague words: vague ones
    are kept only where there is nothing else.

    Args:
        positions: A question's positions, after `revisions.trace`.
        frame: The event's places and windows.

    Returns:
        Those positions, in the order of saying.
    """
    standing = [h for h in positions if h.standing and h.numeric] or [
        h for h in positions if h.standing and h.quantity and not h.claim.denies
    ]
    measures = {held.measure for held in standing}
    if len(measures) < 2:
        return standing
    wholes = set(frame.places.whole_of(sorted({measure.place for measure in measures})))
    bodies: defaultdict[tuple[int, object], set[str]] = defaultdict(set)
    for held in standing:
        bodies[held.measure.place, held.measure.window].add(held.voice.body)
    for whole, window in [at for at in bodies if at[0] in wholes]:
        for (part, same), own in list(bodies.items()):
            if same == window and frame.places.holds(whole, part):
                several = len(bodies[whole, window]) > 1 and own & bodies[whole, window]
                bodies[whole, window] |= own if several else set()
    largest = Counter[Measure]()
    for held in standing:
        largest[held.measure] = max(largest[held.measure], max(b or 0 for b in held.bounds))
    chosen = min(
        measures,
        key=lambda m: (
            _BASES.index(m.basis) == 3,
            -len(bodies[m.place, m.window]),
            m.place not in wholes,
            _BASES.index(m.basis),
            [-day.toordinal() for day in reversed(m.window)] if m.window else [],
            -largest[m],
            m.place,
        ),
    )
    return [held for held in standing if held.measure == chosen]


def _range(held: Sequence[Held]) -> tuple[int | None, int | None]:
    """The lowest and the highest number that anybody stands by.

    ``at least 2`` beside ``2`` leaves the range closed at 2; beside ``1`` alone it stays open. A
    floor below a number by which its own source stands too opens nothing below that number, and a
    range adds nothing where its own source later gave a number inside it.
    """
    given = {h.bounds for h in held}
    if len(given) == 1:
        return held[0].bounds
    if any(low != high for low, high in given):
        given = {h.bounds for h in _without_looser(held)}
    lows = [low for low, _ in given if low is not None]
    highs = [high for _, high in given if high is not None]
    floor = min(lows) if lows else None
    ceiling = max(highs) if highs else None
    if ceiling is not None and lows and max(lows) > ceiling:
        ceiling = None
    return floor, ceiling


def _without_looser(held: Sequence[Held]) -> list[Held]:
    """Positions but for floors and ranges that their own sources say more exactly beside them."""
    exact: defaultdict[str, list[Held]] = defaultdict(list)
    for h in held:
        if None not in h.bounds:
            exact[h.voice.body].append(h)
    return [h for h in held if not _is_looser(h, exact[h.voice.body])]


def _is_looser(held: Held, exact: Sequence[Held]) -> bool:
    """Whether a floor lies below all of some numbers, or a range around one that was told later."""
    low, high = held.bounds
    if high is None:
        return bool(exact) and all((low or 0) < (one.bounds[0] or 0) for one in exact)
    return low != high and any(
        one.bounds[0] == one.bounds[1]
        and (low or 0) <= (one.bounds[0] or 0) <= high
        and said_after(one, held)
        for one in exact
    )


def _once(held: list[Held]) -> list[Held]:
    """The positions as their sources took them, without restatements, which tell nothing new."""
    if len(held) < 2:
        return held
    first: dict[object, Held] = {}
    for one in held:
        first.setdefault((one.voice.body, one.bounds), one)
    return list(first.values())


def _latest(held: Sequence[Held]) -> Held:
    """What was said last.

    Of what was said on one day in no known order, that which a source is known to have changed
    to comes first, then an exact number before a rounded one or a range, then what most origins
    share, then the higher one.
    """
    if len(held) == 1:
        return held[0]
    newest = held[-1]
    last = [h for h in held if h.day == newest.day and not said_after(newest, h)]
    if len(last) == 1 or all(h.bounds == newest.bounds and not h.follows for h in last):
        return newest
    sources: defaultdict[object, set[str]] = defaultdict(set)
    for h in last:
        sources[h.bounds].add(h.root)
    last = [h for h in last if h.follows] or last
    last = [h for h in last if _is_exact(h)] or last
    return max(
        last, key=lambda h: (len(sources[h.bounds]), h.bounds[1] or h.bounds[0] or 0, h.number)
    )


def _is_exact(held: Held) -> bool:
    low, high = held.bounds
    rounded = held.quantity is not None and held.quantity.approximate
    return held.numeric and low == high and not rounded


def _choices(held: Sequence[Held], origins: Origins) -> list[Choice]:
    """The distinct values with who stands by each, in the order of their latest statements."""
    by_value: defaultdict[object, list[Held]] = defaultdict(list)
    for one in held:
        by_value[one.bounds].append(one)
    of = origins.of(held)
    if len(by_value) == 1:
        return [Choice(held[-1], by_value[held[0].bounds], of, of, origins.count)]
    choices = [
        Choice(holders[-1], holders, origins.of(holders), of, origins.count)
        for holders in by_value.values()
    ]
    return sorted(choices, key=lambda choice: choice.held.number)


def _in_order(choices: Sequence[Choice]) -> list[Held]:
    """Everybody who stands by one of the values, in the order of saying."""
    if len(choices) == 1:
        return choices[0].holders
    return sorted((h for choice in choices for h in choice.holders), key=lambda h: h.number)


def _most_origins(choices: Sequence[Choice], latest: Held, _: Told) -> tuple[Held, str]:
    most = max([choice.origins for choice in choices])
    best = [choice for choice in choices if choice.origins == most]
    held = latest if len(best) == len(choices) else _latest(_in_order(best))
    of = best[-1].of
    origins = _noun(of)
    if of < best[-1].everybody:
        origins += " with a comparable figure"
    stand = "stands" if most == 1 else "stand"
    return held, f"{most} of {of} {origins} {stand} by it{_tie(held, best)}"


def _tie(held: Held, equals: Sequence[Choice]) -> str:
    """Why a figure is chosen among those that as many origins stand by."""
    if len(equals) < 2:
        return ""
    others = [choice.held for choice in equals if choice.held.bounds != held.bounds]
    if all(said_after(held, other) for other in others):
        return "; the latest of equals"
    if held.follows and not any(other.follows for other in others):
        return "; of equals, what a source changed to"
    if _is_exact(held) and not all(map(_is_exact, others)):
        return "; the exact one of equals"
    if all((held.bounds[0] or 0) > (other.bounds[0] or 0) for other in others):
        return "; the higher of equals said at one time"
    return "; what most said last, of equals"


def _said_last(_: Sequence[Choice], latest: Held, __: Told) -> tuple[Held, str]:
    return latest, "said last"


def _lowest(choices: Sequence[Choice], _: Held, __: Told) -> tuple[Held, str]:
    lowest = min(choices, key=lambda c: min((b for b in c.held.bounds if b is not None), default=0))
    return lowest.held, "the lowest that anybody stands by"


def _best_graded(choices: Sequence[Choice], _: Held, told: Told) -> tuple[Held, str]:
    def rank(held: Held) -> int:
        return GRADES.index(grade_of(held, told.grades) or "F")

    best = min(rank(held) for choice in choices for held in choice.holders)
    graded = [c for c in choices if any(rank(held) == best for held in c.holders)]
    held, because = _most_origins(graded, _latest(_in_order(graded)), told)
    source = f"a source graded {GRADES[best]}"
    if best == _UNGRADED:
        source = "a source whose reliability nobody has judged"
    return held, f"{source}; {because}"


def _official(choices: Sequence[Choice], _: Held, told: Told) -> tuple[Held, str]:
    official = [c for c in choices if any(_is_official(held, told) for held in c.holders)]
    heard = official or choices
    held, because = _most_origins(heard, _latest(_in_order(heard)), told)
    return held, f"{'an organ of state' if official else 'no organ of state speaks'}; {because}"


def _is_official(held: Held, told: Told) -> bool:
    """Whether an organ of state speaks: as people have said, else by the words of its names."""
    if (kind := kind_of(held, told.kinds)) is not None:
        return kind in _OFFICIAL
    return any(has_word(name, "official") for name in (held.voice.name, *held.voice.names))


_OFFICIAL = frozenset({"government", "police"})
"""Kinds of source that are organs of state; a hospital may be one or not."""


def _noun(count: int) -> str:
    return "origin" if count == 1 else "origins"


RULES: Mapping[str, Callable[[Sequence[Choice], Held, Told], tuple[Held, str]]] = {
    "most-origins": _most_origins,
    "latest": _said_last,
    "best-graded": _best_graded,
    "lowest": _lowest,
    "official": _official,
}
"""The named rules for the preferred figure (docs/method.md, figures)."""

DEFAULT = "most-origins"
"""The rule where none is named: the value that most independent origins stand by."""
