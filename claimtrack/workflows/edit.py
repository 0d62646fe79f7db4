"""Correcting the fields of a claim; what it said before stays in the journal."""

from collections.abc import Mapping
from typing import Any

from claimtrack.errors import InputError, UsageError
from claimtrack.model.claims import Claim
from claimtrack.model.dates import now
from claimtrack.model.fingerprints import fingerprint
from claimtrack.model.journal import JournalEntry
from claimtrack.model.records import FIELDS, BadRecordError, from_record, to_record
from claimtrack.store import open_store
from claimtrack.store.store import Store
from claimtrack.workflows.group import group_within

EDITABLE = (
    "kind", "scope", "persons", "low", "high", "approximate", "vague", "value_text", "basis",
    "statement", "claimants", "anonymous", "via", "place", "event_start", "event_end", "stated_at",
    "hedge", "denies", "revision_cue",
)  # fmt: skip
"""The fields of the record that a person may correct: what was understood, not what was quoted."""

_GROUPED_BY = {"kind", "scope", "place", "event_start", "event_end", "stated_at"}
"""Fields that decide about the event and the question of a claim."""

_OWN = ("id", "event", "question", "superseded_by", "recorded_at")
"""Fields that belong to the database."""


def edit(
    location: str, short_id: str, changes: Mapping[str, Any], *, by: str, note: str | None = None
) -> Claim:
    """Correct fields of a claim, and place it anew among the events.

    Args:
        location: The database.
        short_id: The claim's ID.
        changes: Field of the claim record → its new value; None empties it.
        by: Who corrects it.
        note: Their remark.

    Returns:
        The claim as it stands now.

    Raises:
        UsageError: There is no such claim, it was withdrawn, a field cannot be edited, or nothing
            would change.
        InputError: The claim would break a rule of the record; every broken rule is listed.
    """
    with open_store(location, write=True) as store:
        edit_within(store, short_id, changes, by=by, note=note)
        return store.claims.get(short_id)


def edit_within(
    store: Store, short_id: str, changes: Mapping[str, Any], *, by: str, note: str | None = None
) -> int:
    """The same inside a transaction that is open already.

    A field that was taken from the context counts as stated once a person has set it.

    Args:
        store: The open database.
        short_id: The claim's ID.
        changes: Field of the claim record → its new value; None empties it.
        by: Who corrects it.
        note: Their remark.

    Returns:
        The number of the journal's entry.

    Raises:
        UsageError: As `edit` has it.
        InputError: As `edit` has it.
    """
    claim = store.claims.get(short_id)
    if claim.withdrawn is not None:
        raise UsageError(
            f"{claim.id} was withdrawn, so there is nothing to edit.",
            f"`claimtrack show {claim.id}` tells why.",
        )
    if fixed := [name for name in changes if name not in EDITABLE]:
        raise UsageError(
            f"{', '.join(fixed)} cannot be edited.", f"These can: {', '.join(EDITABLE)}."
        )
    record = to_record(claim)
    changed = {name: _plain(value) for name, value in changes.items()}
    changed = {name: value for name, value in changed.items() if record[name] != value}
    if not changed:
        raise UsageError(f"Nothing of {claim.id} would change.", "Give a field another value.")
    inherited = [name for name in claim.inherited if name not in changed]
    if len(inherited) < len(claim.inherited):
        changed["inherited"] = inherited
    moment, before = now(), {name: record[name] for name in changed}
    rewrite(store, claim, changed, moment)
    before["fingerprint"] = fingerprint(claim)
    entry = JournalEntry("edit", by, moment, claim.id or "", before, changed, note)
    return store.journal.add(entry)


def rewrite(store: Store, claim: Claim, changes: Mapping[str, Any], moment: str) -> None:
    """Store other values of some fields of a claim, and group it anew where they tell.

    Args:
        store: The open database.
        claim: The stored claim.
        changes: Field of the claim record → its new value.
        moment: Now, ISO 8601 in UTC.

    Raises:
        InputError: The claim would break a rule of the record.
    """
    record = to_record(claim) | dict(changes)
    try:
        edited = from_record({name: record[name] for name in FIELDS if name not in _OWN})
    except BadRecordError as error:
        raise InputError(
            f"{claim.id} was left as it is, for it would break a rule of claim records.",
            "Correct what is listed and try again.",
            tuple(error.at("")),
        ) from None
    store.claims.edit(claim.id or "", edited, recorded_at=moment)
    if _GROUPED_BY & changes.keys():
        group_within(store)


def edited_from(store: Store) -> list[tuple[str, str, str | None]]:
    """What claims said before they were edited, so that their file can be imported again.

    Args:
        store: The open database.

    Returns:
        For every edit the fingerprint from before, the claim's ID, and its external ID.
    """
    found = []
    for entry in store.journal.entries(action="edit"):
        claim = store.claims.get(entry.subject)
        found.append(((entry.before or {})["fingerprint"], entry.subject, claim.external_id))
    return found


def _plain(value: Any) -> Any:
    """A value as the record has it: lists for tuples, None for blanks."""
    if isinstance(value, tuple):
        return list(value)
    return None if isinstance(value, str) and not value.strip() else value
