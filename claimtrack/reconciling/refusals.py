"""Revisions that a person refused: two figures of a source, of which neither replaces the other."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from claimtrack.reconciling.positions import CHANGE_CUES, Held


class Refusals:
    """What people refused on one question; docs/method.md, revisions."""

    def __init__(self, positions: Sequence[Held], refused: Collection[tuple[str, str]]) -> None:
        """Look up whose figures the refused pairs of claims give.

        Args:
            positions: The question's positions.
            refused: Pairs of claims' IDs; those of other questions are not looked at.
        """
        self._pairs: set[frozenset[object]] = set()
        if not refused:
            return
        by_id: defaultdict[str, list[object]] = defaultdict(list)
        for held in positions:
            by_id[held.id].append(_figure(held))
        for one, other in refused:
            self._pairs |= {frozenset((a, b)) for a in by_id[one] for b in by_id[other]}

    def hold(self, old: Held, new: Held) -> bool:
        """Whether a person said that the source did not go from the one figure to the other.

        Args:
            old: The earlier position.
            new: The later one.

        Returns:
            True also where either figure is repeated; False where the words of a text, or whoever
            recorded it, tell of the change.
        """
        if not self._pairs or frozenset((_figure(old), _figure(new))) not in self._pairs:
            return False
        told = old.early or new.claim.revision_cue in CHANGE_CUES
        return not told and old.claim.superseded_by != new.id


def _figure(held: Held) -> object:
    """Who gives what for which measure; a statement without a figure is known by its words."""
    stated = held.claim.statement if held.quantity is None else None
    return held.voice.body, held.measure, held.bounds, held.claim.denies, stated
