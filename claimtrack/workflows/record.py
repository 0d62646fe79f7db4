"""Record one claim by hand."""

from collections.abc import Mapping
from typing import Any

from claimtrack.errors import InputError
from claimtrack.model.claims import Claim
from claimtrack.model.dates import now
from claimtrack.model.journal import JournalEntry
from claimtrack.model.records import BadRecordError, from_record, to_record
from claimtrack.store import open_store
from claimtrack.workflows.group import group_within


def add(location: str, record: Mapping[str, Any], *, by: str) -> Claim:
    """Record one claim, group it, and write the action into the journal.

    Args:
        location: The database.
        record: The claim as a record; see ``docs/data-model.md``.
        by: Who records it.

    Returns:
        The claim as stored, with its ID, event and question.

    Raises:
        InputError: The record breaks a rule; every broken rule is listed.
    """
    try:
        claim = from_record(record)
    except BadRecordError as error:
        raise InputError(
            "The claim was not recorded, for it breaks a rule of claim records.",
            "Correct what is listed and record it again.",
            tuple(error.at("")),
        ) from None
    moment = now()
    with open_store(location, write=True) as store:
        (short_id,) = store.claims.add([claim], recorded_at=moment)
        group_within(store)
        stored = store.claims.get(short_id)
        store.journal.add(JournalEntry("add", by, moment, short_id, after=to_record(stored)))
        return stored
