"""What a format of claim records can do."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TextIO

from claimtrack.errors import Problem
from claimtrack.model.claims import Claim
from claimtrack.model.records import BadRecordError, from_record


class Row(NamedTuple):
    """One record of a file: a claim, or what is wrong with it; never both, never neither.

    Attributes:
        where: Its place in the file, such as ``line 17`` or ``row 17``.
        record: The record as it came, for the fields that a claim does not take over (``id``,
            ``superseded_by``, the document's ``id``); empty when there is no record to speak of.
        claim: The claim, or None.
        problems: Every thing wrong with it, in field order.
    """

    where: str
    record: Mapping[str, Any]
    claim: Claim | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write claim records down.

    Attributes:
        name: What ``--format`` calls it.
        title: What a sentence calls it.
        suffixes: How its files end, lower case, with the dot.
        read: A text stream to its rows, one after the other. Bad rows come back with their
            problems; InputError means that the file as a whole is not of this format. Streams
            must be opened with ``newline=""``, or line ends inside CSV cells are changed.
        write: Records, as `claimtrack.model.records.to_record` makes them, to a text stream, one
            after the other.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Callable[[TextIO], Iterator[Row]]
    write: Callable[[Iterable[Mapping[str, Any]], TextIO], None]


def row_of(where: str, record: Mapping[str, Any]) -> Row:
    """A record that has been read, checked.

    Args:
        where: Its place in the file.
        record: The record as it came.

    Returns:
        The row with its claim, or with its problems.
    """
    try:
        return Row(where, record, from_record(record))
    except BadRecordError as error:
        return Row(where, record, None, tuple(error.at(where)))


def bad_row(where: str, message: str) -> Row:
    """A row that holds no record, with the reason."""
    return Row(where, {}, None, (Problem(where, None, message),))
