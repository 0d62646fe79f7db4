"""The suspected revisions that people refused."""

from claimtrack.model.dates import instant
from claimtrack.model.ids import letter_of
from claimtrack.store.store import Store


def refused_revisions(store: Store, as_of: str | None = None) -> frozenset[tuple[str, str]]:
    """The pairs of claims of which somebody said that the one does not replace the other.

    Args:
        store: The open database.
        as_of: Only what had been refused, and not taken back, by then (ISO 8601; a bare day
            includes it).

    Returns:
        The earlier and the later claim's ID, each pair.
    """
    known = None if as_of is None else instant(as_of, end=True)
    undone = {
        number
        for entry in store.journal.entries(action="undo")
        if known is None or instant(entry.at) <= known
        for number in (entry.after or {}).get("entries", ())
    }
    pairs = set()
    for entry in store.journal.entries(action="refuse"):
        if entry.number in undone or (known is not None and instant(entry.at) > known):
            continue
        one, other = entry.subject.split()
        if letter_of(one) == "c":  # names that were refused to be one source are slugs
            pairs.add((one, other))
    return frozenset(pairs)
