"""What one source stands by, statement by statement, and where it changed."""

from collections.abc import Iterable, Sequence

from claimtrack.reconciling.change import Change, change
from claimtrack.reconciling.movement import NONE, movement
from claimtrack.reconciling.positions import (
    CHANGE_CUES,
    Held,
    content,
    published_after,
    said_after,
    tells,
)
from claimtrack.reconciling.refusals import Refusals
from claimtrack.reconciling.timeline import differs, in_told_order, moved


def trace_statements(statements: Sequence[Held], refusals: Refusals) -> list[Change]:
    """Find the revisions of one source on one measure, and mark what no longer stands.

    Args:
        statements: The source's positions on the measure, in the order of saying.
        refusals: What people said is no revision.

    Returns:
        The revisions, in the order in which they happened.
    """
    changes: list[Change] = []
    stance = _Stance()
    for held in in_told_order(statements):
        if held.taken_back:
            changes += _withdraw(held, stance)
        elif (newer := _echoed(held, stance)) is not None:
            held.standing, held.stale, held.superseded_by = False, True, newer
        else:
            changes += _state(held, stance, refusals)
    return changes


class _Stance:
    """What one source stands by so far, and what it stood by before.

    ``current`` holds the latest figure with its restatements, and beside it what was said at the
    same time without a known order; equal statements share an entry, so that a figure repeated a
    thousand times is looked at once.
    """

    def __init__(self) -> None:
        self.current: dict[object, list[Held]] = {}
        self.past: set[object] = set()
        self.taken_back: Held | None = None

    def add(self, held: Held) -> None:
        """Take a statement among what the source stands by."""
        quantity = held.quantity
        vague = quantity is not None and quantity.vague
        approximate = quantity is not None and quantity.approximate
        key = (content(held), vague, approximate, held.claim.denies)
        self.current.setdefault(key, []).append(held)
        self.taken_back = None

    def drop(self, dropped: Iterable[Held], newer: Held) -> None:
        """Move statements to the past because of a newer one."""
        gone = {id(held) for held in dropped}
        for key, held_here in list(self.current.items()):
            kept = [held for held in held_here if id(held) not in gone]
            if len(kept) == len(held_here):
                continue
            for held in held_here:
                if id(held) in gone:
                    held.standing, held.superseded_by = False, newer
                    if not held.claim.denies:
                        self.past.add(content(held))
            if kept:
                self.current[key] = kept
            else:
                del self.current[key]

    def differing(self, held: Held) -> list[Held]:
        """The current statements that a statement differs from, in the order of saying."""
        return [old for same in self.current.values() if differs(same[0], held) for old in same]

    def standing(self) -> list[Held]:
        """The current statements."""
        return [old for same in self.current.values() for old in same]


def _state(held: Held, stance: _Stance, refusals: Refusals) -> list[Change]:
    """A statement that its source stands by: a restatement, a revision, or of no known order."""
    differing = [
        old for old in stance.differing(held) if moved(old, held) and not refusals.hold(old, held)
    ]
    later = [old for old in differing if said_after(held, old) or _told_earlier(old, held)]
    changes = []
    if later:
        says = content(held), held.claim.denies
        restates = any((content(old), old.claim.denies) == says for old in stance.standing())
        if not restates or held.claim.denies:
            # Of what was said side by side, a count follows the count and not the estimate.
            alike = [old for old in later if old.measure.basis == held.measure.basis]
            old = _last(alike or later, held)
            changes.append(change(old, held, returns=content(held) in stance.past))
        stance.drop(later, held)
    elif stance.taken_back is not None and not stance.current:
        returns = content(held) in stance.past
        changes.append(change(stance.taken_back, held, returns=returns))
        stance.taken_back.superseded_by = held
    stance.add(held)
    return changes


def _withdraw(held: Held, stance: _Stance) -> list[Change]:
    """A figure that its source took back: neither it nor its earlier statements stand.

    The figure of a withdrawal is the one withdrawn; what the source says otherwise is untouched.
    A withdrawal that names no figure takes back the present one; one that is written as a denial,
    where no denial stands, what it denies.
    """
    held.standing = False
    standing = stance.standing()
    differing = {id(old) for old in stance.differing(held)} if held.quantity else set()
    taken = [old for old in standing if id(old) not in differing]
    if not taken and held.claim.denies:
        taken = [old for old in standing if content(old) == content(held)]
    changes = []
    if taken:
        last = _last(taken, held)
        way = movement(last.quantity, held.quantity) or NONE
        changes.append(Change(last, held, "retraction", way))
        stance.drop(taken, held)
    stance.past.add(content(held))
    stance.taken_back = held
    return changes


def _last(said: Sequence[Held], newer: Held) -> Held:
    """The last of some statements; not one that was published after a newer one, if others were.

    Nor is it what a text only recalls, if others said it.
    """
    timely = [old for old in said if not published_after(old, newer)] or said
    return ([old for old in timely if not old.early] or timely)[-1]


def _echoed(held: Held, stance: _Stance) -> Held | None:
    """What has replaced the figure that somebody still relays, if it is one that was changed.

    A source returns to an earlier figure by saying so, or through an outlet that had carried the
    newer figure; an outlet that never carried it is repeating what it knew.
    """
    if content(held) not in stance.past or held.claim.revision_cue in CHANGE_CUES:
        return None
    if tells(held, "returned"):
        return None
    newer = stance.standing()
    if len(stance.differing(held)) < len(newer):
        return None
    if not newer and stance.taken_back is not None:
        newer = [stance.taken_back]
    if not held.outlets or not newer or any(held.outlets & one.outlets for one in newer):
        return None
    return newer[-1]


def _told_earlier(old: Held, new: Held) -> bool:
    """Whether the text, or whoever recorded it, puts the old position before the new one."""
    return (old.early and not new.early) or old.claim.superseded_by == new.id
