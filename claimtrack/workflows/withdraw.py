"""Taking back what was recorded: it stays, with the time and the reason."""

from collections.abc import Callable
from typing import Protocol

from claimtrack.errors import UsageError
from claimtrack.model.claims import Withdrawal
from claimtrack.model.dates import now
from claimtrack.model.ids import letter_of
from claimtrack.model.journal import JournalEntry
from claimtrack.store import open_store
from claimtrack.store.store import Store
from claimtrack.workflows.group import group_within


class _Withdrawable(Protocol):
    @property
    def id(self) -> str | None: ...

    @property
    def withdrawn(self) -> Withdrawal | None: ...


def withdraw(location: str, short_id: str, *, because: str, by: str) -> str:
    """Take back a claim, a judgement or a finding.

    A claim leaves lists and reports, a judgement no longer binds grouping, a finding no longer
    settles its question; all of them stay on record.

    Args:
        location: The database.
        short_id: The ID of a claim (c17), a judgement (j3) or a finding (f2).
        because: The reason.
        by: Who takes it back.

    Returns:
        The ID as it is stored.

    Raises:
        UsageError: There is no such thing, it is withdrawn already, or the reason is blank.
    """
    if not because.strip():
        raise UsageError("A withdrawal needs its reason.", 'Give it with --because "…".')
    withdrawal = Withdrawal(now(), because.strip())
    with open_store(location, write=True) as store:
        before, take_back = _found(store, short_id)
        stored = before.id or short_id
        if before.withdrawn is not None:
            raise UsageError(
                f"{stored} was withdrawn already, on {before.withdrawn.at}.",
                f"`claimtrack log` tells why: {before.withdrawn.because}",
            )
        take_back(stored, withdrawal)
        group_within(store)
        store.journal.add(
            JournalEntry(
                "withdraw",
                by,
                withdrawal.at,
                stored,
                before={"withdrawn": None},
                after={"withdrawn": {"at": withdrawal.at, "because": withdrawal.because}},
                note=withdrawal.because,
            )
        )
        return stored


def _found(
    store: Store, short_id: str
) -> tuple[_Withdrawable, Callable[[str, Withdrawal | None], None]]:
    """The thing behind an ID, and how it is taken back."""
    letter = letter_of(short_id)
    if letter == "j":
        return store.judgements.get(short_id), store.judgements.withdraw
    if letter == "f":
        return store.findings.get(short_id), store.findings.withdraw
    return store.claims.get(short_id), store.claims.withdraw
