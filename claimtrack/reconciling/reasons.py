"""The one-sentence reasons of a report: sources, figures and dates in plain words."""

from claimtrack.model.dates import spoken_day
from claimtrack.reconciling.phrases import hedged
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
        when = f" on {spoken_day(held.said)}" if held.said else ""
        verb = "said"
        if held.taken_back:
            verb = "withdrew"
        elif held.claim.denies:
            verb = "denied"
        elif held.claim.revision_cue == "initial":
            verb = "at first said"
        if held.stale and held.claim.stated_at is None:  # the day is that of whoever relays it
            when = f", which {_relayed_by(held)}{when}"
        held.told = f"{_inside(held.voice.label)} {verb} {figure_of(held)}{when}"
    return held.told


def _relayed_by(held: Held) -> str:
    document = held.claim.document
    outlet = held.claim.via[0] if held.claim.via else document and document.publisher
    return f"{outlet} still carried" if outlet else "was still carried"


def _inside(name: str) -> str:
    """A name as it stands inside a sentence: ``a Hashed statement`` for ``A Hashed statement``."""
    return name[0].lower() + name[1:] if name.startswith(("A ", "An ", "The ")) else name


def figure_of(held: Held) -> str:
    """A position's figure: the words of a vague one, the basis of no plain count, and the hedge."""
    claim = held.claim
    if claim.quantity is None:
        told = f"“{claim.statement}”" if claim.statement else "no number"
        return f"{told}{hedged(claim, told)}"
    figure = held.figure
    if claim.quantity.vague and claim.value_text:
        figure = f"“{claim.value_text}” ({claim.quantity})"
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
    sentence = f"{told(old)}, then {told(new)}: {_TOOK[type_]}{moved}{_sign(old, new, type_)}"
    if old.voice.inside == new.voice.body:
        names = _inside(old.voice.label), _inside(new.voice.label)
        sentence += f"; {names[0]} speaks for {names[1]} only at second hand"
    return sentence[0].upper() + sentence[1:] + "."


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
    "superseded": "the earlier figure is one that its own source has since changed",
    "echo": "the figure is one that its own source has since changed, and is still being repeated",
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
    else:
        because = _WHY[why]
    sentence = f"{a.told or told(a)}; {b.told or told(b)}: {because}."
    return sentence[0].upper() + sentence[1:]
