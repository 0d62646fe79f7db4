r"""Claim records as a table of comma-separated values, for spreadsheets.

The columns are the fields of the record in order, with these rules, which lose nothing:

- A list is its items joined by `` | ``; a ``|`` inside an item is written ``\|`` and a ``\``
  is written ``\\``. Reading takes spaces around ``|`` or leaves them.
- ``document`` is spread over ``document_id``, ``document_external_id`` and so on.
- ``restated`` is JSON text.
- Booleans are ``true`` and ``false`` (read in any case), null and an empty list are an empty cell.
- A cell is never changed to keep a spreadsheet from taking it for a formula: a quote that begins
  with ``=``, ``+``, ``-`` or ``@`` is evidence and stays verbatim.

Reading also takes semicolons or tabs between the cells, which spreadsheets write in countries
with a decimal comma, in whatever order the columns stand.
"""

import csv
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, TextIO

from claimtrack.errors import InputError
from claimtrack.exchange.interface import Format, Row, bad_row, row_of
from claimtrack.model.cell_lists import join_items, split_items
from claimtrack.model.json_text import json_line, parse_json
from claimtrack.model.records import DOCUMENT_FIELDS, FIELDS, FLAGS, LISTS, WHOLE_NUMBERS

_DOCUMENT = "document_"

COLUMNS: tuple[str, ...] = tuple(
    column
    for field in FIELDS
    for column in (
        (_DOCUMENT + part for part in DOCUMENT_FIELDS) if field == "document" else (field,)
    )
)
"""The columns, in the order they are written."""

REQUIRED = ("kind", "claimants")
"""The columns without which no row could be a claim."""

DELIMITERS = (",", ";", "\t")
"""What may stand between two cells; the first is what is written."""

_WHOLE = re.compile(r"\s*([+-]?\d{1,30})(?:\.0*)?\s*", re.ASCII)
_DECIMAL = re.compile(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?\s*", re.ASCII)
_TRUTH = {"true": True, "false": False}


def _write(records: Iterable[Mapping[str, Any]], stream: TextIO) -> None:
    # The line ends of RFC 4180; the csv module quotes a lone carriage return only with these.
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_cells(record) for record in records)


def _cells(record: Mapping[str, Any]) -> Iterator[str]:
    for field in FIELDS:
        value = record.get(field)
        if field == "document":
            document = value or {}
            yield from (_text(document.get(part)) for part in DOCUMENT_FIELDS)
        elif field == "restated":
            yield json_line(value) if value else ""
        elif field in LISTS:
            yield join_items(value or ())
        else:
            yield _text(value)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _read(stream: TextIO) -> Iterator[Row]:
    # A quote may be longer than the 131,072 characters that the csv module allows by default.
    csv.field_size_limit(sys.maxsize)
    rows = _numbered(stream)
    number, header = next(rows, (0, None))
    if header is None:
        raise InputError(
            "The file has no header row.",
            "Begin it with the names of the columns, such as kind,claimants,low,high.",
        )
    if isinstance(header, csv.Error):
        raise InputError(f"Row {number} is not CSV: {header}.", "Mend the quotation marks there.")
    columns = _columns(header)
    for number, cells in rows:
        where = f"row {number}"
        if isinstance(cells, csv.Error):
            yield bad_row(where, f"is not CSV: {cells}")
        elif not any(cell and not cell.isspace() for cell in cells):
            continue
        elif any(cells[len(columns) :]) or any(
            cell for name, cell in zip(columns, cells, strict=False) if not name
        ):
            yield bad_row(where, "has a cell outside the named columns; is it quoted as it should?")
        else:
            yield row_of(where, _record(columns, cells))


def _numbered(stream: TextIO) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The rows as a spreadsheet numbers them, the header 1; blank lines count as rows."""
    ahead: list[str] = []
    for line in stream:
        ahead.append(line if ahead else line.removeprefix("\ufeff"))
        if not line.isspace():
            break
    delimiter = max(DELIMITERS, key="".join(ahead).count)
    # Strict, since otherwise a quotation mark that is never closed swallows the rest of the file.
    reader = csv.reader(chain(ahead, stream), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            unclosed = "unexpected end of data" in str(error)
            yield number, csv.Error("a quotation mark is never closed") if unclosed else error
            continue
        if cells is None:
            return
        if any(cells):
            yield number, cells


def _columns(header: Sequence[str]) -> tuple[str, ...]:
    """The columns' names, or an InputError that names every wrong one."""
    columns = tuple(name.strip().lower() for name in header)
    unknown = [name for name in columns if name and name not in COLUMNS]
    twice = sorted({name for name in columns if name and columns.count(name) > 1})
    missing = [name for name in REQUIRED if name not in columns]
    if not (unknown or twice or missing):
        return columns
    wrong = [_suggestion(name, columns) for name in unknown]
    wrong += [f"{name} stands twice" for name in twice]
    wrong += [f"{name} is missing" for name in missing]
    raise InputError(
        f"The header is not that of claim records: {'; '.join(wrong)}.",
        f"Rename or add the columns; the names are: {', '.join(COLUMNS)}.",
    )


def _suggestion(name: str, columns: Sequence[str]) -> str:
    from difflib import get_close_matches  # only a mistake needs it

    free = [column for column in COLUMNS if column not in columns]
    meant = get_close_matches(name, free, n=1)
    return f"{name} is unknown" + (f" (did you mean {meant[0]}?)" if meant else "")


def _record(columns: Sequence[str], cells: Sequence[str]) -> dict[str, Any]:
    record: dict[str, Any] = {}
    document: dict[str, str | None] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column in _PARTS:
            document[_PARTS[column]] = cell or None
        elif not cell:
            if column:
                record[column] = [] if column in _LISTED else None
        else:
            parse = _PARSERS.get(column)
            record[column] = parse(cell) if parse else cell
    if document:
        record["document"] = document if any(document.values()) else None
    return record


# What stands for nothing of its column's kind stays text, to be refused with the field's name.


def _whole_number(cell: str) -> object:
    match = _WHOLE.fullmatch(cell)
    return int(match[1]) if match else cell.strip() or None


def _decimal_number(cell: str) -> object:
    return float(cell) if _DECIMAL.fullmatch(cell) else cell.strip() or None


def _flag(cell: str) -> object:
    word = cell.strip().lower()
    return _TRUTH.get(word, cell) if word else None


def _passages(cell: str) -> object:
    try:
        return parse_json(cell) if cell.strip() else []
    except ValueError:
        return cell


_PARTS = {_DOCUMENT + part: part for part in DOCUMENT_FIELDS}
_LISTED = frozenset((*LISTS, "restated"))
_PARSERS: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(LISTS, split_items),
    **dict.fromkeys(WHOLE_NUMBERS, _whole_number),
    **dict.fromkeys(FLAGS, _flag),
    "confidence": _decimal_number,
    "restated": _passages,
}

FORMAT = Format("csv", "CSV", (".csv", ".tsv"), _read, _write)
"""Comma-separated values, one claim a row."""
