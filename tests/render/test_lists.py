import csv
import io
import json
from collections.abc import Iterator

import pytest
from rich.cells import cell_len

from claimtrack.errors import UsageError
from claimtrack.render.formats import LIST_FORMATS, list_format
from claimtrack.render.lists.interface import Column, Listing

COLUMNS = (
    Column("id", "ID"),
    Column("claims", "Claims", justify="right"),
    Column("place", "Place"),
    Column("quote", "Quote", shorten=True),
)
ROWS: list[dict[str, object]] = [
    {"id": "c1", "claims": 3, "place": "Al Qaim", "quote": "They said " * 20, "extra": [1]},
    {"id": "c12", "claims": 12_000, "place": "القائم", "quote": None, "extra": []},
    {"id": "c3", "place": "京都市", "quote": "a | b,\n\x1b[1mc", "via": ["AFP"]},
]
LISTING = Listing(COLUMNS, ROWS)


def shown(name: str, width: int | None = None, listing: Listing = LISTING) -> list[str]:
    return list(list_format(name, width=width).lines(listing))


@pytest.mark.parametrize("width", [30, 40, 60, 80, 200])
def test_a_table_fits_the_terminal(width: int) -> None:
    assert max(cell_len(line) for line in shown("table", width)) <= width


def test_only_columns_that_may_be_shortened_are() -> None:
    text = "\n".join(shown("table", 60))
    assert "…" in text
    for word in ("c12", "12000", "Al Qaim"):
        assert word in text


def test_a_pipe_gets_every_cell_whole_on_one_line() -> None:
    lines = shown("table")
    assert len(lines) == 2 + len(ROWS)
    assert "They said " * 19 in lines[2]


def test_the_columns_of_a_table_are_aligned() -> None:
    heading, _, *rows = shown("table")
    right = heading.index("Claims") + len("Claims")
    assert rows[0][:right].endswith("     3")
    assert rows[1][:right].endswith(" 12000")


def test_json_and_json_lines_write_rows_whole() -> None:
    expected = json.loads(json.dumps(ROWS))
    assert json.loads("\n".join(shown("json"))) == expected
    assert [json.loads(line) for line in shown("jsonl")] == expected


def test_csv_has_the_keys_as_header_and_joins_lists() -> None:
    listing = Listing((*COLUMNS, Column("via", "Via"), Column("open", "Open")), ROWS)
    text = "".join(f"{line}\r\n" for line in shown("csv", listing=listing))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert list(rows[0]) == ["id", "claims", "place", "quote", "via", "open"]
    assert rows[2]["quote"] == "a | b,\n\x1b[1mc"
    assert rows[2]["via"] == "AFP"
    assert rows[1]["quote"] == ""


def test_markdown_escapes_what_would_break_the_table() -> None:
    lines = shown("md")
    assert lines[1] == "| --- | ---: | --- | --- |"
    assert lines[4] == r"| c3 |  | 京都市 | a \| b, \\x1b\[1mc |"


@pytest.mark.parametrize("name", LIST_FORMATS)
def test_every_format_shows_an_empty_list(name: str) -> None:
    text = "\n".join(shown(name, listing=Listing(COLUMNS, ())))
    if name == "json":
        assert json.loads(text) == []


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "md"])
def test_rows_stream(name: str) -> None:
    def endless() -> Iterator[dict[str, object]]:
        while True:
            yield ROWS[0]

    lines = list_format(name).lines(Listing(COLUMNS, endless()))
    assert [next(lines) for _ in range(20)]


def test_booleans_are_words() -> None:
    listing = Listing((Column("open", "Open"),), [{"open": True}, {"open": False}])
    assert [line.strip() for line in shown("table", listing=listing)[2:]] == ["yes", "no"]
    assert shown("csv", listing=listing)[1:] == ["true", "false"]


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        list_format("yaml")
    assert "jsonl" in caught.value.hint
