"""What a list is, and what a format of it can do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list.

    Attributes:
        key: Which entry of a row it shows.
        heading: What stands above it.
        justify: Numbers stand to the right.
        shorten: Whether long cells are shortened, with an ellipsis, where they are wider than a
            terminal has room for; other cells are wrapped. Nothing is shortened elsewhere.
    """

    key: str
    heading: str
    justify: Literal["left", "right"] = "left"
    shorten: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list to show.

    Attributes:
        columns: What tables, CSV and Markdown show.
        rows: JSON-ready mappings; JSON and JSON Lines write them whole. A key that a row lacks is
            an empty cell.
    """

    columns: tuple[Column, ...]
    rows: Iterable[Mapping[str, object]]


class ListFormat(Protocol):
    """One way to show a list."""

    def lines(self, listing: Listing) -> Iterator[str]:
        """The list, line by line.

        Args:
            listing: Its rows are consumed as the lines are, where the format allows.

        Returns:
            Lines without their line ends.
        """
        ...


def cell_text(value: object) -> str:
    """A value as a person reads it: ``yes``, ``1,200`` as ``1200``, lists joined by commas."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(cell_text(item) for item in value)
    return str(value)
