"""Relays that have one figure from each other, so that nobody is left who saw anything."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimtrack.reconciling.phrases import speaker
from claimtrack.reconciling.positions import Held


def circles(positions: Sequence[Held]) -> list[tuple[str, ...]]:
    """Find the speakers who each relay what another of them said, round to the first.

    Args:
        positions: The positions of one question, after `revisions.trace`.

    Returns:
        The names of each circle, in the order of saying.
    """
    speakers = {held.voice.slug for held in positions if held.standing}
    names: dict[str, str] = {}
    carried: defaultdict[object, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for held in positions:
        if held.standing:
            names.setdefault(held.voice.slug, speaker(held))
            carried[held.bounds][held.voice.slug] |= held.relays & speakers
    found: dict[tuple[str, ...], None] = {}
    for carriers in carried.values():
        reached = {slug: _reached(slug, carriers) for slug in carriers}
        for slug, others in reached.items():
            circle = [one for one in names if one in others and slug in reached.get(one, ())]
            if slug in circle:
                found[tuple(circle)] = None
    return [tuple(names[slug] for slug in circle) for circle in found]


def _reached(slug: str, carriers: Mapping[str, set[str]]) -> set[str]:
    """Everybody by whom a speaker's words came, at whatever remove."""
    reached: set[str] = set()
    waiting = [slug]
    while waiting:
        new = carriers.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached
