"""A list as one JSON array."""

from collections.abc import Iterator

from claimtrack.model.json_text import json_line
from claimtrack.render.lists.interface import Listing


class JsonList:
    """A list for other tools: one JSON array, a row a line."""

    def lines(self, listing: Listing) -> Iterator[str]:
        """The list, line by line; see `ListFormat`."""
        # One row is held back, since the last one must not be followed by a comma.
        held = "["
        for row in listing.rows:
            yield held
            held = json_line(row) + ","
        yield held.removesuffix(",")
        yield "]"
