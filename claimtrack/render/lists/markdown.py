"""A list as a Markdown table."""

from collections.abc import Iterator

from claimtrack.render.lists.interface import Listing, cell_text
from claimtrack.render.markup import escaped, table_row


class MarkdownList:
    """A list to paste into a document."""

    def lines(self, listing: Listing) -> Iterator[str]:
        """The list, line by line; see `ListFormat`."""
        columns = listing.columns
        yield table_row(escaped(column.heading) for column in columns)
        yield table_row("---:" if c.justify == "right" else "---" for c in columns)
        for row in listing.rows:
            yield table_row(escaped(cell_text(row.get(c.key))) for c in columns)
