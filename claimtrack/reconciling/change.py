"""One revision: its two ends, its type and its direction."""

from claimtrack.model.report import Revision
from claimtrack.reconciling.lexicon import word_set
from claimtrack.reconciling.movement import DOWN, NONE, movement
from claimtrack.reconciling.positions import Held
from claimtrack.reconciling.reasons import revision_reason


class Change:
    """One revision with the positions at its ends."""

    __slots__ = ("direction", "new", "old", "type")

    def __init__(self, old: Held, new: Held, type_: str, direction: str) -> None:
        self.old, self.new = old, new
        self.type, self.direction = type_, direction

    def as_record(self) -> Revision:
        """The revision as the report shows it."""
        return Revision(
            source=self.new.voice.slug,
            from_=self.old.id,
            to=self.new.id,
            type=self.type,
            direction=self.direction,
            reason=revision_reason(self.old, self.new, self.type, self.direction),
        )


def change(old: Held, new: Held, *, returns: bool = False) -> Change:
    """The revision from one position to another.

    Args:
        old: The earlier position.
        new: The later one.
        returns: Whether the source had given the new figure before the old one.

    Returns:
        The revision, typed by its surest sign (docs/method.md, revisions).
    """
    way = movement(old.quantity, new.quantity, told=True) or NONE
    return Change(old, new, _type(old, new, way, returns), way)


def _type(old: Held, new: Held, way: str, returns: bool) -> str:
    """What kind of revision it is, the surest sign first."""
    if new.claim.denies and not old.claim.denies:
        return "retraction"
    if (old.measure.basis, old.measure.place) != (new.measure.basis, new.measure.place):
        return "scope-change"
    if returns:
        return "reinstatement"
    if new.claim.revision_cue == "correction" or old.taken_back:
        return "correction"
    if way == DOWN and new.claim.kind not in word_set("kinds", "falling"):
        return "correction"  # what has happened cannot become less; the missing can be found
    return "update"
