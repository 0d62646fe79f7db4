"""Group claims into events and questions, and remember which IDs they bear."""

from dataclasses import dataclass

from claimtrack.store import open_store
from claimtrack.store.store import Store


@dataclass(frozen=True, slots=True)
class GroupOutcome:
    """What grouping did.

    Attributes:
        claims: How many claims are grouped.
        events: How many events they form.
        moved: How many claims changed their event or question.
    """

    claims: int
    events: int
    moved: int


def group(location: str, *, everything: bool = False) -> GroupOutcome:
    """Group what has changed, or everything, in one transaction.

    Args:
        location: The database.
        everything: Regroup even when no claim is waiting to be grouped.

    Returns:
        What changed.
    """
    with open_store(location, write=True) as store:
        return group_within(store, everything=everything)


def group_within(store: Store, *, everything: bool = False) -> GroupOutcome:
    """The same inside a transaction that is open already, as ``read`` and ``import`` need it."""
    # numpy and rapidfuzz load with matching, so only commands that group pay for them
    from claimtrack.matching import regroup

    rows = list(store.claims.match_rows())
    waiting = any(row.event is None for row in rows)
    if not waiting and not everything:
        return GroupOutcome(len(rows), len({row.event for row in rows}), 0)
    next_event, next_question = store.events.numbers()
    grouping = regroup(
        rows,
        store.judgements.standing(),
        next_event=next_event,
        next_question=next_question,
        aliases=store.places.aliases(),
        texts=store.documents.texts(),
    )
    moved = store.claims.assign(grouping)
    return GroupOutcome(len(rows), len(grouping.events), moved)
