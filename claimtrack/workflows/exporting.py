"""Write claim records to a file or to standard output, losing nothing."""

from collections.abc import Iterator
from typing import Any, TextIO

from claimtrack.exchange.interface import Format
from claimtrack.model.records import to_record
from claimtrack.model.selection import Selection
from claimtrack.store import open_store
from claimtrack.workflows.known import require_known


def export(location: str, selection: Selection, form: Format, stream: TextIO) -> int:
    """Write the chosen claims in the order of their IDs.

    Args:
        location: The database.
        selection: Which claims.
        form: The format to write.
        stream: Where to.

    Returns:
        How many were written.

    Raises:
        UsageError: What is selected by is not known.
    """
    written = 0

    def records() -> Iterator[dict[str, Any]]:
        nonlocal written
        for claim in store.claims.find(selection):
            written += 1
            yield to_record(claim)

    with open_store(location) as store:
        require_known(store, selection)
        form.write(records(), stream)
    return written
