"""The one-sentence reasons of a report: sources, figures and dates in plain words."""

from functools import lru_cache

from claimtrack.reconciling.phrases import (
    at_hour,
    bounding,
    by_the_hour,
    came_late,
    carried,
    carried_on,
    carrier,
    hedged,
    is_borrowed,
    on_day,
    opening,
)
from claimtrack.reconciling.positions import Held

_TOOK = {
    "correction": "a correction",
    "retraction": "a retraction",
    "reinstatement": "a return to its earlier figure",
    "scope-change": "a change in what is counted",
    "update": "an update",
}


def told(held: Held) -> str:
    """A position in a few words: ``Maui County said 115 on 21 August 2023``."""
    if held.told is None:  # a position may stand in hundreds of pairs
        verb, figure, when = _verb(held), figure_of(held), on_day(held.said)
        if held.stale and is_borrowed(held):
            verb = carried(held)
        elif held.stale and not came_late(held):  # the day is that of whoever carried it
            when = f", which {inside(carrier(held))} {carried(held)}{when}"
        held.told = f"{inside(held.voice.label)} {verb} {figure}{when}"
    return held.told


def _both(a: Held, b: Held) -> tuple[str, str]:
    """Two positions in the order of saying, with their hours where these alone tell the order."""
    first, second = a.told or told(a), b.told or told(b)
    if a.timed and b.timed and by_the_hour(a, b):
        return f"{first}{at_hour(a.said)}", f"{second}{at_hour(b.said)}"
    return first, second


def _verb(held: Held) -> str:
    if held.taken_back:
        return "withdrew"
    if held.claim.denies:
        return "denied"
    return "at first said" if held.claim.revision_cue == "initial" else "said"


def inside(name: str) -> str:
    """A name as it stands inside a sentence: ``a Hashed statement`` for ``A Hashed statement``."""
    return name[0].lower() + name[1:] if name.startswith(("A ", "An ", "The ")) else name


def figure_of(held: Held) -> str:
    """A position's figure: the words of a vague one, the basis of no plain count, and the hedge."""
    claim = held.claim
    if claim.quantity is None:
        told = f"“{claim.statement}”" if claim.statement else "no number"
        return f"{told}{hedged(claim, told)}"
    figure = held.figure
    if claim.value_text is None and claim.hedge is None and claim.basis == "count":
        return figure  # as most are
    if claim.quantity.vague and claim.value_text:
        figure = f"“{claim.value_text}” ({claim.quantity})"
    elif (bound := bounding(claim.quantity, claim.value_text)) is not None:
        figure = f"{bound[0]} {bound[1]:,}"
    basis = "" if claim.basis == "count" else f" ({claim.basis})"
    return f"{figure}{basis}{hedged(claim, figure)}"


def revision_reason(old: Held, new: Held, type_: str, direction: str) -> str:
    """Why a pair of statements is a revision, in one sentence.

    Args:
        old: The earlier position.
        new: The later one.
        type_: The type of the revision.
        direction: ``up``, ``down`` or ``none``.

    Returns:
        The sentence.
    """
    moved = f", {direction}" if direction != "none" else ""
    first, then = _both(old, new)
    sentence = f"{first}, then {then}: {_TOOK[type_]}{moved}{_sign(old, new, type_)}"
    if old.voice.inside == new.voice.body:
        names = inside(old.voice.label), inside(new.voice.label)
        sentence += f"; {names[0]} speaks for {names[1]} only at second hand"
    return f"{opening(sentence)}."


def _sign(old: Held, new: Held, type_: str) -> str:
    """What the type was told by."""
    if type_ == "scope-change" and old.measure.basis == new.measure.basis:
        return " (of a part, then of the whole)"
    if type_ == "scope-change":
        return f" ({old.measure.basis}, then {new.measure.basis})"
    if type_ == "correction" and new.claim.revision_cue != "correction":
        return " (its text takes the figure back)" if old.taken_back else " (a count that fell)"
    return ""


_DIFFERENCES = {
    "place": "they speak of different places",
    "part": "one speaks of a place that lies within the other's",
    "window": "they count over different days",
    "basis": "they count on different bases",
}
_WHY = {
    "vague": "a word without a number contradicts no figure",
    "compatible": "both can be true",
    "early": "the text calls the one an early figure",
    "denied": "the one denies what the other asserts",
    "outgrown": "the one counts more over some of the days than the other over all of them",
    "apart": "both stand, for the same place, days and basis, and cannot both be true",
}


def discrepancy_reason(a: Held, b: Held, type_: str, why: str) -> str:
    """Why two positions do not agree, in one sentence.

    Args:
        a: One position.
        b: The other.
        type_: The type of the discrepancy.
        why: What it was told by: a key of the sentences above, or several for a scope.

    Returns:
        The sentence.
    """
    if type_ == "scope":
        different = " and ".join(_DIFFERENCES[one] for one in why.split())
        because = f"not comparable, {different}"
    elif type_ == "stale" and why != "early":
        because = _replaced(b if a.standing else a)
        because = f"{_WHY[why]}, but {because}" if why in _WHY else because
    else:
        because = _WHY[why]
    first, second = _both(a, b)
    return f"{opening(first)}; {second}: {because}."


@lru_cache(maxsize=256)  # as `told`: a position may stand in hundreds of pairs
def _replaced(old: Held) -> str:
    """What became of a figure that stands no more: who gave which other one instead, and when."""
    newer = old.superseded_by
    if newer is None:
        return "the newer text no longer says what the older one did"
    who, figure, when = inside(newer.voice.label), figure_of(newer), on_day(newer.said)
    if by_the_hour(old, newer):
        when += at_hour(newer.said)
    if newer.taken_back or newer.claim.denies:
        became = f"{who} {_verb(newer)} {figure}{when}"
    elif _is_of_another_voice(old, newer) or old.claim.denies:
        became = f"{who} then said {figure}{when}"
    elif newer.measure.window != old.measure.window:
        became = f"{who} took the count on to {figure}{when}"
    else:
        became = f"{who} changed {figure_of(old)} to {figure}{when}"
    if old.stale and came_late(old):
        became += f", and {inside(carrier(old))} {carried(old)} it{on_day(carried_on(old))}"
    return became


def _is_of_another_voice(old: Held, newer: Held) -> bool:
    """Whether what came instead is nobody's change, but the word of the body that it is inside."""
    return newer.voice.body != old.voice.body and not old.stale
