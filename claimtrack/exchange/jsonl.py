"""Claim records as JSON Lines: one JSON object a line."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

from claimtrack.exchange.interface import Format, Row, bad_row, row_of
from claimtrack.model.json_text import json_line, parse_json


def _read(stream: TextIO) -> Iterator[Row]:
    for number, line in enumerate(stream, 1):
        if number == 1:
            line = line.removeprefix("\ufeff")
        if line.isspace() or not line:
            continue
        where = f"line {number}"
        try:
            record = parse_json(line.rstrip("\r\n"))
        except ValueError as error:
            yield bad_row(where, str(error))
            continue
        if isinstance(record, dict):
            yield row_of(where, record)
        else:
            yield bad_row(where, "is not an object with the fields of a claim record")


def _write(records: Iterable[Mapping[str, Any]], stream: TextIO) -> None:
    stream.writelines(f"{json_line(record)}\n" for record in records)


FORMAT = Format("jsonl", "JSON Lines", (".jsonl", ".ndjson"), _read, _write)
"""JSON Lines."""
