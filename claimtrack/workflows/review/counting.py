"""How many proposals are left, counted once and then by difference.

Counting a hundred thousand takes longer than showing the next item should.
"""

from claimtrack.model.journal import JournalEntry
from claimtrack.store.store import Store

_NONE_LESS = frozenset(
    ("note", "same", "different", "unsure", "confirm", "refuse", "resolve", "leave-open", "alias")
)
"""Actions that change the status of no claim."""


class ProposalCount:
    """The number of proposals that wait, kept up to date from the journal."""

    def __init__(self) -> None:
        """Count nothing yet."""
        self._number: int | None = None
        self._last = 0

    def now(self, store: Store) -> int:
        """How many proposals wait, whoever decided since the last look.

        Args:
            store: The open database.

        Returns:
            Their number. They are counted anew only where something else was done than deciding,
            such as reading another text or taking a decision back.
        """
        last = store.journal.last()
        if self._number is not None:
            for entry in store.journal.entries(after=self._last) if last > self._last else ():
                if not _is_known(entry):
                    self._number = None
                    break
                self._number -= _fewer(entry)
        if self._number is None:
            self._number = store.queues.proposed()
        self._last = last
        return self._number


def _is_known(entry: JournalEntry) -> bool:
    return entry.action in ("accept", "reject") or entry.action in _NONE_LESS


def _fewer(entry: JournalEntry) -> int:
    """How many proposals fewer there are after a decision."""
    before, after = ((told or {}).get("status") for told in (entry.before, entry.after))
    return (before == "proposed") - (after == "proposed")
