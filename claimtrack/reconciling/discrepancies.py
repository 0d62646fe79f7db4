"""How the positions of different sources fail to agree: conflict, stale, scope or bound."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from operator import itemgetter

from claimtrack.model.quantities import Comparison, compare
from claimtrack.model.report import Discrepancy
from claimtrack.reconciling.comparability import Frame
from claimtrack.reconciling.denials import opposes
from claimtrack.reconciling.lexicon import word_set
from claimtrack.reconciling.movement import movement
from claimtrack.reconciling.positions import Held, content
from claimtrack.reconciling.reasons import discrepancy_reason

MANY = 200
"""Above so many positions, one pair stands for all pairs of the same two values."""

_ORDER = {"conflict": 0, "stale": 1, "scope": 2, "bound": 3}
"""The types, the gravest first: the order of the report."""


def find(positions: Sequence[Held], frame: Frame) -> list[Discrepancy]:
    """Every pair of positions of different sources that do not agree.

    Args:
        positions: The positions of one question, after `revisions.trace`.
        frame: The event's places and windows.

    Returns:
        One entry for a pair of claims, gravest types first, each in the order of saying.
    """
    many = len(positions) > MANY
    pairs = _distinct_pairs(positions) if many else combinations(positions, 2)
    found: dict[object, tuple[int, str, Held, Held, str]] = {}
    for a, b in pairs:
        if a.bounds == b.bounds and a.measure is b.measure and a.claim.denies == b.claim.denies:
            continue  # they say the same, as most do
        if a.claim is b.claim or not _of_two_sources(a, b):
            continue
        how = _how(a, b, frame)
        if how is None:
            continue
        type_, why = how
        grave = _ORDER[type_]
        key = frozenset((content(a), content(b))) if many else (a.id, b.id)
        if key not in found or grave < found[key][0]:
            found[key] = (grave, type_, a, b, why)
    return [
        Discrepancy(type_, (a.id, b.id), discrepancy_reason(a, b, type_, why))
        for _, type_, a, b, why in sorted(found.values(), key=itemgetter(0))
    ]


def _of_two_sources(a: Held, b: Held) -> bool:
    """Whether the two are different sources: an outlet that echoes a source counts beside it."""
    if a.voice.body == b.voice.body:
        return a.stale != b.stale and (a.standing or b.standing)
    return a.superseded_by is b.superseded_by is None or not (_gave_way(a, b) or _gave_way(b, a))


def _gave_way(old: Held, new: Held) -> bool:
    """Whether the first is what a source inside the second's body had said: a revision."""
    return old.superseded_by is not None and old.voice.inside == new.voice.body


def _how(a: Held, b: Held, frame: Frame) -> tuple[str, str] | None:
    """The type of a discrepancy and what it was told by; None where the two agree."""
    if not (a.standing or b.standing) or a.taken_back or b.taken_back:
        return None  # who takes a figure back asserts nothing
    if a.quantity is None or b.quantity is None:
        opposed = a.standing and b.standing and opposes(a, b)
        return ("conflict", "denied") if opposed else None
    if a.measure is not b.measure and (differences := frame.differences(a.measure, b.measure)):
        if not (a.standing and b.standing):
            return None
        if differences == ("window",) and (_outgrows(a, b) or _outgrows(b, a)):
            return "conflict", "outgrown"
        return "scope", " ".join(differences)
    if a.claim.denies != b.claim.denies:
        if not opposes(a, b):
            return None
        return ("conflict" if a.standing and b.standing else "stale"), "denied"
    if a.claim.denies:
        return None
    if a.bounds == b.bounds:
        return None
    if not (a.standing and b.standing):
        old = b if a.standing else a
        if movement(a.quantity, b.quantity) is None:
            return None
        return "stale", "echo" if old.stale else "superseded"
    if compare(a.quantity, b.quantity) is Comparison.COMPATIBLE:
        return "bound", "vague" if a.quantity.vague or b.quantity.vague else "compatible"
    if a.early != b.early:
        return "stale", "early"
    return "conflict", "apart"


def _outgrows(part: Held, whole: Held) -> bool:
    """Whether the count of some days exceeds that of more days, these among them.

    What has been counted does not become less. An estimate may, and so may the missing.
    """
    days, more = part.measure.window, whole.measure.window
    if days is None or more is None or not (more[0] <= days[0] and days[1] <= more[1]):
        return False
    if not (part.numeric and whole.numeric) or part.measure.basis not in ("count", "identified"):
        return False
    if part.claim.kind in word_set("kinds", "falling"):
        return False
    (low, _), (_, high) = part.bounds, whole.bounds
    if low is None or high is None or low <= high or part.quantity is None:
        return False
    return whole.quantity is not None and compare(part.quantity, whole.quantity) is Comparison.APART


def _distinct_pairs(positions: Sequence[Held]) -> Iterator[tuple[Held, Held]]:
    """Pairs that stand for all others with the same two values.

    Positions that cannot be told apart by value, measure, standing or source are one; then of
    every two values the first pair of different sources is taken.
    """
    kinds: defaultdict[object, dict[str, Held]] = defaultdict(dict)
    for held in positions:
        kinds[_value(held)].setdefault(held.voice.body, held)
    standing = [sources for sources in kinds.values() if next(iter(sources.values())).standing]
    fallen = [sources for sources in kinds.values() if not next(iter(sources.values())).standing]
    for one, other in _with_standing(standing, fallen):
        pair = _first_of_two_sources(one.values(), other.values())
        if pair is not None:
            yield pair if pair[0].number < pair[1].number else (pair[1], pair[0])


def _with_standing(
    standing: list[dict[str, Held]], fallen: list[dict[str, Held]]
) -> Iterator[tuple[dict[str, Held], dict[str, Held]]]:
    """Pairs of values of which at least one stands; two that both fell are nobody's quarrel."""
    yield from combinations(standing, 2)
    by_measure: defaultdict[object, list[dict[str, Held]]] = defaultdict(list)
    for sources in standing:
        by_measure[next(iter(sources.values())).measure].append(sources)
    for sources in fallen:
        for other in by_measure[next(iter(sources.values())).measure]:
            yield sources, other


def _first_of_two_sources(ones: Iterable[Held], others: Iterable[Held]) -> tuple[Held, Held] | None:
    candidates = list(others)
    for a in ones:
        for b in candidates:
            if _of_two_sources(a, b):
                return a, b
    return None


def _value(held: Held) -> tuple[object, ...]:
    quantity = held.quantity
    vague = quantity is not None and quantity.vague
    approximate = quantity is not None and quantity.approximate
    return (
        content(held), vague, approximate, held.claim.denies, held.measure, held.standing,
        held.stale, held.early,
    )  # fmt: skip
