"""A list as JSON Lines."""

from collections.abc import Iterator

from claimtrack.model.json_text import json_line
from claimtrack.render.lists.interface import Listing


class JsonLinesList:
    """A list for other tools: one JSON object a line."""

    def lines(self, listing: Listing) -> Iterator[str]:
        """The list, line by line; see `ListFormat`."""
        return (json_line(row) for row in listing.rows)
