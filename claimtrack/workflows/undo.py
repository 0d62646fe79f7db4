"""Taking decisions back: each stays in the journal, and so does its undoing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimtrack.errors import UsageError
from claimtrack.model.dates import now
from claimtrack.model.journal import JournalEntry
from claimtrack.store import open_store
from claimtrack.store.store import Store
from claimtrack.workflows.dependence import resting
from claimtrack.workflows.group import group_within
from claimtrack.workflows.taking_back import TAKING_BACK, take_back


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did.

    Attributes:
        entries: The decisions that were taken back, the newest first; empty when nothing was.
        resting: Decisions that rest on what was to be undone, the newest first; nothing was
            undone because of them.
    """

    entries: tuple[JournalEntry, ...] = ()
    resting: tuple[JournalEntry, ...] = ()


def undo(
    location: str,
    count: int = 1,
    *,
    by: str,
    of: str | None = None,
    with_dependents: bool = False,
) -> Undone:
    """Take back the last decisions, whoever made them.

    What was decided on together, as by a batch or a split, is one decision. A decision that was
    taken back is not taken back again, so a second undo goes further back. Readings, imports and
    undoings are no decisions.

    Args:
        location: The database.
        count: How many, 1 or more.
        by: Who takes them back.
        of: Only decisions that this person made; None for anybody's.
        with_dependents: Also those of other people that rest on them.

    Returns:
        What was taken back, or what stands in the way.

    Raises:
        UsageError: There is nothing left to take back.
    """
    with open_store(location, write=True) as store:
        chosen = last_decisions(store, count, of)
        if not chosen:
            whose = "" if of is None else f" of {of}"
            raise UsageError(
                f"There is no decision{whose} to take back.", "`claimtrack log` lists them."
            )
        return undo_within(store, chosen, by=by, with_dependents=with_dependents)


def undo_entries(
    location: str, numbers: Sequence[int], *, by: str, with_dependents: bool = False
) -> Undone:
    """Take back some decisions by their numbers in the journal.

    Args:
        location: The database.
        numbers: Those of one decision or of several.
        by: Who takes them back.
        with_dependents: Also those that rest on them.

    Returns:
        What was taken back, or what stands in the way.

    Raises:
        UsageError: There is no such entry, it is no decision, or it was taken back already.
    """
    with open_store(location, write=True) as store:
        undone = store.journal.undone()
        chosen: dict[int, JournalEntry] = {}
        for number in numbers:
            for entry in _together(store, store.journal.get(number)):
                chosen[entry.number or 0] = entry
        for entry in chosen.values():
            if entry.number in undone:
                raise UsageError(f"{entry} was taken back already.", "Nothing needs to be done.")
            if entry.action not in TAKING_BACK:
                raise UsageError(
                    f"{entry} is no decision, so it cannot be taken back.",
                    "Withdraw the claims that it brought, if they are wrong.",
                )
        return undo_within(store, chosen.values(), by=by, with_dependents=with_dependents)


def undo_within(
    store: Store, chosen: Iterable[JournalEntry], *, by: str, with_dependents: bool
) -> Undone:
    """Take back decisions inside a transaction that is open already.

    Args:
        store: The open database.
        chosen: The entries to take back.
        by: Who takes them back.
        with_dependents: Also those that rest on them.

    Returns:
        What was taken back, or what stands in the way.
    """
    entries = sorted(chosen, key=lambda entry: entry.number or 0)
    later = [
        entry
        for entry in store.journal.entries(after=entries[0].number or 0)
        if entry.action in TAKING_BACK
    ]
    undone = store.journal.undone() if later else {}
    dependents = resting(entries, [entry for entry in later if entry.number not in undone])
    if dependents and not with_dependents:
        return Undone(resting=tuple(dependents))
    taken = sorted([*entries, *dependents], key=lambda entry: -(entry.number or 0))
    moment = now()
    regroup = [take_back(store, entry, moment) for entry in taken]
    if any(regroup):
        group_within(store)
    for decision in _decisions(taken):
        store.journal.add(_undoing(decision, by, moment))
    return Undone(entries=tuple(taken))


def last_decisions(store: Store, count: int, of: str | None = None) -> list[JournalEntry]:
    """The entries of the last decisions that stand.

    Args:
        store: The open database.
        count: How many decisions.
        of: Only those of this person.

    Returns:
        The newest first; fewer when there are no more.
    """
    undone, found, seen = store.journal.undone(), list[JournalEntry](), set[int | None]()
    for entry in store.journal.entries(by=of):
        if entry.action not in TAKING_BACK or entry.number in undone:
            continue
        key = _decision(entry)
        if key not in seen and len(seen) == count:
            break
        seen.add(key)
        found.append(entry)
    return found


def _together(store: Store, entry: JournalEntry) -> list[JournalEntry]:
    """An entry and those that were decided on with it."""
    first = _decision(entry)
    if first == entry.number and "batch" not in (entry.after or {}):
        return [entry]
    batch = store.journal.entries(after=(first or 1) - 1)
    return [one for one in batch if _decision(one) == first]


def _decision(entry: JournalEntry) -> int | None:
    """What tells decisions apart: the number of the first entry of each."""
    first: int | None = (entry.after or {}).get("batch", entry.number)
    return first


def _decisions(entries: Iterable[JournalEntry]) -> list[list[JournalEntry]]:
    found: dict[int | None, list[JournalEntry]] = {}
    for entry in entries:
        found.setdefault(_decision(entry), []).append(entry)
    return list(found.values())


def _undoing(decision: Sequence[JournalEntry], by: str, moment: str) -> JournalEntry:
    """The journal's entry on a decision that was taken back."""
    first = decision[-1]
    after = {
        "entries": sorted(entry.number or 0 for entry in decision),
        "action": first.action,
        "by": first.by,
    }
    subjects = " ".join(dict.fromkeys(entry.subject for entry in reversed(decision)))
    return JournalEntry("undo", by, moment, subjects, after=after)
