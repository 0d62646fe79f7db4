"""Questions of one event held against each other: parts within wholes, parts that sum.

A part larger than its whole, or parts that do not sum to it, cannot be right, whoever said them
(docs/method.md, scope). Only standing figures on one place, window and basis are compared. Nor can
a claim stay graded as confirmed by others when none of them stands by it any more.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimtrack.model.report import Check
from claimtrack.reconciling.comparability import Frame
from claimtrack.reconciling.confirming import CONFIRMED, CONFIRMING, origins_of
from claimtrack.reconciling.folding import fold_words
from claimtrack.reconciling.lexicon import word_set, words
from claimtrack.reconciling.phrases import listed, opening, qualifies
from claimtrack.reconciling.positions import Held
from claimtrack.reconciling.reasons import figure_of, inside, told
from claimtrack.reconciling.whereabouts import whereabouts


def run(questions: Sequence[tuple[str, str | None, Sequence[Held]]], frame: Frame) -> list[Check]:
    """Hold the questions of an event against each other.

    Args:
        questions: Kind, scope and positions of each, after `revisions.trace`.
        frame: The event's places and windows.

    Returns:
        What cannot be right, in a fixed order.
    """
    numbers = {
        (kind, scope): [h for h in positions if h.standing and h.numeric and not h.early]
        for kind, scope, positions in questions
    }
    checks = [*_scopes(numbers), *_kinds(numbers)]
    if frame.places.several:
        said = [
            [h for h in positions if h.numeric and not (h.early or h.stale or h.taken_back)]
            for _, _, positions in questions
        ]
        checks += [*_places(numbers, frame), *_sums_of_places(said, frame)]
    for _, _, positions in questions:
        checks += _unconfirmed(positions)
    found: dict[tuple[str, tuple[str, ...]], Check] = {}
    for check in checks:
        found.setdefault((check.type, check.claims), check)
    return list(found.values())


def _unconfirmed(positions: Sequence[Held]) -> Iterable[Check]:
    """Standing claims of one question that are graded 1 though no second origin stands by them."""
    graded = [h for h in positions if h.standing and h.claim.credibility == CONFIRMED]
    for held in graded:
        if origins_of(held.id, positions) < CONFIRMING:
            why = "it is graded 1, confirmed, but no second origin stands by it."
            yield Check("unconfirmed", (held.id,), f"{opening(told(held))}: {why}")


_Numbers = dict[tuple[str, str | None], list[Held]]


def _scopes(numbers: _Numbers) -> Iterable[Check]:
    """Each population against everyone, and populations that exclude each other against it."""
    if all(scope is None for _, scope in numbers):
        return
    for (kind, scope), wholes in numbers.items():
        if scope is not None:
            continue
        parts = [
            (s, held)
            for (k, s), held in numbers.items()
            if k == kind and s is not None and not qualifies(s)
        ]
        if not parts:
            continue
        for named, part in parts:
            yield from _exceeds(part, wholes, f"({named})", "(everyone)")
        for partition in words("populations")["partitions"]:
            members = [
                [h for s, held in parts if _is(s, which) for h in held] for which in partition
            ]
            if sum(1 for m in members if m) > 1:
                yield from _sums(members, wholes, exhaustive=all(members))


def _kinds(numbers: _Numbers) -> Iterable[Check]:
    """The killed and the injured against the casualties."""
    for whole_kind, part_kinds in words("kinds")["sums"].items():
        for (kind, scope), wholes in numbers.items():
            if kind != whole_kind:
                continue
            parts = [numbers.get((part, scope), []) for part in part_kinds]
            for name, part in zip(part_kinds, parts, strict=True):
                yield from _exceeds(part, wholes, f"({name})", f"({whole_kind})")
            if all(parts):
                yield from _sums(parts, wholes, exhaustive=True)


def _places(numbers: _Numbers, frame: Frame) -> Iterable[Check]:
    """A place against the place that holds it."""
    for held in numbers.values():
        places = {h.measure.place for h in held}
        if len(places) < 2:
            continue
        for whole in frame.places.whole_of(sorted(places)):
            wholes = [h for h in held if h.measure.place == whole]
            parts = [h for h in held if frame.places.holds(whole, h.measure.place)]
            there = _where(wholes[0], "(the whole)") if wholes else ""
            for part in parts:
                moved = part.measure._replace(place=whole)
                yield from _exceeds([part], wholes, _where(part, "(a part)"), there, moved)


def _sums_of_places(said: Iterable[Sequence[Held]], frame: Frame) -> Iterable[Check]:
    """Places that do not overlap and together exceed the place that holds them.

    What has happened does not become less, so a whole must hold all that had been said of its
    parts by its day: of each source the last, of several sources on one part the lowest.
    """
    for held in said:
        if len({h.measure.place for h in held}) < 3:
            continue
        for whole in held:
            high = whole.bounds[1]
            falling = whole.claim.kind in word_set("kinds", "falling")
            if not whole.standing or high is None or whole.day is None or falling:
                continue
            given = _known_by_then(whole, held, frame)
            if len(given) < 2 or frame.places.overlap([part.measure.place for part in given]):
                continue
            together = sum(part.bounds[0] or 0 for part in given)
            if together <= high:
                continue
            named = " and ".join(f"{figure_of(part)} {_where(part, '')}" for part in given)
            yield Check(
                "sum",
                (whole.id, *(part.id for part in given)),
                f"{whole.voice.label} said {figure_of(whole)} {whole.claim.kind} "
                f"{_where(whole, 'in all')}, fewer than {together:,}, the sum of {named}.",
            )


def _known_by_then(whole: Held, held: Sequence[Held], frame: Frame) -> list[Held]:
    """What had been said of each part of a place by the day of a figure of the whole."""
    last: dict[tuple[int, str], Held] = {}
    for part in held:
        comparable = part.measure[1:] == whole.measure[1:]
        inside = frame.places.holds(whole.measure.place, part.measure.place)
        by_then = part.day is not None and whole.day is not None and part.day <= whole.day
        if comparable and inside and by_then and part.bounds[0] is not None:
            last[part.measure.place, part.voice.body] = part
    least: dict[int, Held] = {}
    for (place, _), part in last.items():
        if place not in least or (part.bounds[0] or 0) < (least[place].bounds[0] or 0):
            least[place] = part
    return list(least.values())


def _exceeds(
    parts: Sequence[Held],
    wholes: Sequence[Held],
    part_name: str,
    whole_name: str,
    measure: object = None,
) -> Iterable[Check]:
    """Parts above every comparable whole, and above the whole that their own source gives."""
    for part in parts:
        low = part.bounds[0]
        same = [w for w in wholes if w.measure == (measure or part.measure)]
        if low is None or not same:
            continue
        own = [w for w in same if w.voice.body == part.voice.body]
        for top in {w.bounds: w for w in own or same}.values():
            high = top.bounds[1]
            if high is None or high >= low:
                continue
            yield Check(
                "part-exceeds-whole",
                (part.id, top.id),
                f"{part.voice.label} said {figure_of(part)} {part_name}, more than the "
                f"{figure_of(top)} {whole_name} that {inside(top.voice.label)} said.",
            )


def _sums(
    parts: Sequence[Sequence[Held]], wholes: Sequence[Held], *, exhaustive: bool
) -> Iterable[Check]:
    """Parts and whole of one source that do not add up; they must be said on the same day."""
    by_source: defaultdict[object, list[Held]] = defaultdict(list)
    for whole in wholes:
        by_source[whole.voice.body, whole.measure, whole.day].append(whole)
    for key, same in by_source.items():
        chosen = [
            next((h for h in part if (h.voice.body, h.measure, h.day) == key), None)
            for part in parts
        ]
        given = [h for h in chosen if h is not None]
        if len(given) < 2:
            continue
        whole = same[-1]
        low = sum(h.bounds[0] or 0 for h in given)
        highs = [h.bounds[1] for h in given]
        high = None if None in highs else sum(bound or 0 for bound in highs)
        whole_low, whole_high = whole.bounds
        above = whole_high is not None and low > whole_high
        below = (
            exhaustive and len(given) == len(parts)
            and whole_low is not None and high is not None and high < whole_low
        )  # fmt: skip
        if above or below:
            named = listed([f"{figure_of(h)} {_counted(h, whole)}" for h in given])
            yield Check(
                "sum",
                (whole.id, *(h.id for h in given)),
                f"{whole.voice.label} said {figure_of(whole)} {_counted(whole)}, but {named}, "
                f"which sum to {_in_words(low, high)}.",
            )


def _in_words(low: int, high: int | None) -> str:
    """A sum of bounds, which may be larger than any figure that can be kept."""
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _counted(held: Held, whole: Held | None = None) -> str:
    """What a figure counts, or what tells a part from its whole: its kind or its population."""
    claim = held.claim
    if whole is None:
        return f"{claim.kind} ({claim.scope})" if claim.scope else claim.kind
    return claim.scope if claim.scope and claim.kind == whole.claim.kind else claim.kind


def _where(held: Held, unnamed: str) -> str:
    """The place of a figure with its preposition, or other words where it names none."""
    place = held.claim.place or held.claim.place_text
    return whereabouts(place) if place else unnamed


def _is(scope: str, population: str) -> bool:
    """Whether a scope is one population and nothing more: ``children``, not ``school children``."""
    return fold_words(scope) in {(word,) for word in words("populations")["words"][population]}
