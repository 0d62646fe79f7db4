"""Names that are known already, for whoever types one."""

from claimtrack import matching
from claimtrack.store import open_store
from claimtrack.store.location import is_empty, path_of


def names_like(location: str, kind: str, typed: str, limit: int = 8) -> list[str]:
    """Known names that are like what was typed.

    Args:
        location: The database; one that does not exist yet knows no names.
        kind: ``sources`` or ``places``.
        typed: The beginning of a name, or any part or misspelling of it.
        limit: At most so many.

    Returns:
        The names as they were recorded, the likest first.

    Raises:
        DatabaseError: The database cannot be used.
    """
    path = path_of(location)
    if not path.exists() or is_empty(path):
        return []
    with open_store(location) as store:
        names = store.sources.names() if kind == "sources" else store.places.names()
    return matching.nearest_names(typed, names, limit)
