"""A list as comma-separated values."""

import csv
from collections.abc import Iterator
from io import StringIO

from claimtrack.model.cell_lists import join_items
from claimtrack.render.lists.interface import Listing


class CsvList:
    """A list for spreadsheets: the columns' keys as header, cells as claim records write them."""

    def lines(self, listing: Listing) -> Iterator[str]:
        """The list, row by row; see `ListFormat`. A quoted cell may hold line breaks."""
        yield _row([column.key for column in listing.columns])
        for row in listing.rows:
            yield _row([_text(row.get(column.key)) for column in listing.columns])


def _row(cells: list[str]) -> str:
    line = StringIO()
    # The csv module quotes a lone line feed or carriage return only where it ends lines with it.
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n")


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return join_items(_text(item) for item in value)
    return str(value)
