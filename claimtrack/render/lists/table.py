"""A list as a table of text."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.render.layout import TextColumn, clean, row_lines, rule, shortened, widths
from claimtrack.render.lists.interface import Listing, cell_text
from claimtrack.render.paper import PIPE, Paper


@dataclass(frozen=True, slots=True)
class TableList:
    """A list as a person reads it; nothing is wrapped or shortened on a pipe.

    Attributes:
        paper: What it is written on.
    """

    paper: Paper = PIPE

    def lines(self, listing: Listing) -> Iterator[str]:
        """The list, line by line; see `ListFormat`. All rows are held, to align them."""
        paper = self.paper
        rows = [
            [clean(cell_text(row.get(c.key)), unicode=paper.unicode) for c in listing.columns]
            for row in listing.rows
        ]
        columns = [
            TextColumn(c.heading, right=c.justify == "right", firm=not c.shorten)
            for c in listing.columns
        ]
        drawn = widths(columns, rows, paper.width)
        headings = [column.heading for column in columns]
        yield from row_lines(headings, columns, drawn, paper, style="heading")
        yield rule(drawn, paper)
        for row in rows:
            if paper.width is not None:
                row = [
                    shortened(text, wide, paper.ellipsis) if column.shorten else text
                    for text, wide, column in zip(row, drawn, listing.columns, strict=True)
                ]
            yield from row_lines(row, columns, drawn, paper)
