"""Claim records as one JSON array."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

from claimtrack.errors import InputError
from claimtrack.exchange.interface import Format, Row, bad_row, row_of
from claimtrack.model.json_text import json_line, parse_json


def _read(stream: TextIO) -> Iterator[Row]:
    try:
        records = parse_json(stream.read().removeprefix("\ufeff"))
    except ValueError as error:
        raise InputError(
            f"The file {error}.",
            "Mend it there; if it holds one record a line, name it .jsonl or pass --format jsonl.",
        ) from None
    if not isinstance(records, list):
        raise InputError(
            "The file is JSON, but not a list of claim records.",
            "Put the records between [ and ], or one on each line of a .jsonl file.",
        )
    for number, record in enumerate(records, 1):
        where = f"record {number}"
        if isinstance(record, dict):
            yield row_of(where, record)
        else:
            yield bad_row(where, "is not an object with the fields of a claim record")


def _write(records: Iterable[Mapping[str, Any]], stream: TextIO) -> None:
    before = "[\n"
    for record in records:
        stream.write(before + json_line(record))
        before = ",\n"
    stream.write("[]\n" if before == "[\n" else "\n]\n")


FORMAT = Format("json", "JSON", (".json",), _read, _write)
"""One JSON array, a record a line."""
