import csv
import io

import pytest

from claimtrack.errors import InputError
from claimtrack.exchange import Row, format_named
from claimtrack.exchange.csv_table import COLUMNS
from claimtrack.model.records import FIELDS
from tests.exchange.records import example

CSV = format_named("csv")
HEADER = "kind,claimants,low\n"


def read(text: str) -> list[Row]:
    return list(CSV.read(io.StringIO(text, newline="")))


def only(text: str) -> Row:
    (row,) = read(text)
    return row


def test_the_columns_are_the_fields_in_order_with_the_document_spread_out() -> None:
    assert [c for c in COLUMNS if not c.startswith("document_")] == [
        field for field in FIELDS if field != "document"
    ]
    assert COLUMNS[COLUMNS.index("document_id") - 1] == "restated"
    assert "document_external_id" in COLUMNS


def test_cells_are_written_for_people() -> None:
    stream = io.StringIO(newline="")
    CSV.write([example(via=["AFP", "a|b"])], stream)
    (cells,) = csv.DictReader(io.StringIO(stream.getvalue(), newline=""))
    assert cells["claimants"] == "the ministry | a doctor"
    assert cells["via"] == r"AFP | a\|b"
    assert cells["denies"] == "false"
    assert cells["scope"] == ""
    assert cells["document_publisher"] == "The Daily"


def test_a_cell_that_looks_like_a_formula_stays_verbatim() -> None:
    stream = io.StringIO(newline="")
    CSV.write([example(quote="=1+1, they wrote")], stream)
    assert only(stream.getvalue()).record["quote"] == "=1+1, they wrote"


@pytest.mark.parametrize(("cell", "value"), [("12", 12), ("12.0", 12), (" 12 ", 12), ("0", 0)])
def test_whole_numbers_as_spreadsheets_write_them(cell: str, value: int) -> None:
    claim = only(f"{HEADER}killed,a doctor,{cell}\n").claim
    assert claim is not None
    assert claim.quantity is not None
    assert claim.quantity.low == value


@pytest.mark.parametrize("cell", ["1,200", "twelve", "12.5", "1e3", "٣x"])
def test_other_numbers_are_problems_that_name_row_and_field(cell: str) -> None:
    row = only(f'{HEADER}\n\nkilled,a doctor,"{cell}"\n')
    assert row.claim is None
    assert str(row.problems[0]) == f"row 4: low: {cell!r} is not a whole number"


@pytest.mark.parametrize(("cell", "value"), [("TRUE", True), ("false", False), ("", False)])
def test_booleans_in_any_case(cell: str, value: bool) -> None:
    claim = only(f"kind,claimants,low,denies\nkilled,a doctor,1,{cell}\n").claim
    assert claim is not None
    assert claim.denies is value


def test_another_word_than_true_or_false_is_a_problem() -> None:
    row = only("kind,claimants,low,denies\nkilled,a doctor,1,maybe\n")
    assert [problem.field for problem in row.problems] == ["denies"]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_are_told_by_the_header(delimiter: str) -> None:
    text = delimiter.join(["kind", "claimants", "low", "quote"]) + "\n"
    text += delimiter.join(["killed", "a doctor", "3", '"three, he said"']) + "\n"
    row = only(text)
    assert row.record["quote"] == "three, he said"
    assert row.claim is not None


def test_rows_are_numbered_as_a_spreadsheet_numbers_them() -> None:
    text = 'kind,claimants,low,quote\nkilled,a,1,"two\nlines\r\nhere"\n,,,\nkilled,,1,x\n'
    rows = read(text)
    assert [row.where for row in rows] == ["row 2", "row 4"]
    assert rows[0].record["quote"] == "two\nlines\r\nhere"


def test_header_names_are_taken_in_any_case_and_order() -> None:
    assert only("Low, Claimants ,KIND\n1,a doctor,killed\n").claim is not None


def test_a_bar_without_spaces_separates_too() -> None:
    assert only(f"{HEADER}killed,a doctor|a nurse,1\n").record["claimants"] == [
        "a doctor",
        "a nurse",
    ]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("kind,claimant,low", "claimant is unknown (did you mean claimants?)"),
        ("kind,low", "claimants is missing"),
        ("kind,claimants,low,low", "low stands twice"),
        ("kind,claimants,document_titel", "did you mean document_title?"),
        ("a b c", "kind is missing"),
    ],
)
def test_a_wrong_header_names_its_columns(header: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read(f"{header}\n1,2,3\n")
    assert said in caught.value.message
    assert "claimants" in caught.value.hint


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff"])
def test_a_file_without_a_header_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="no header"):
        read(text)


def test_an_unclosed_quotation_mark_swallows_nothing_silently() -> None:
    rows = read(f'{HEADER}killed,a,1\nkilled,"b,2\nkilled,c,3\n')
    assert rows[0].claim is not None
    assert str(rows[1].problems[0]) == "row 3: is not CSV: a quotation mark is never closed"


def test_a_row_with_text_after_a_quotation_mark_is_a_problem_and_the_next_is_read() -> None:
    bad, good = read(f'{HEADER}killed,"a"b,2\nkilled,c,3\n')
    assert "row 2" in str(bad.problems[0])
    assert good.where == "row 3"
    assert good.claim is not None


def test_a_cell_outside_the_named_columns_is_a_problem() -> None:
    assert read(f"{HEADER}killed,a,1,234\n")[0].claim is None
    assert read("kind,claimants,low,\nkilled,a,1,234\n")[0].claim is None


def test_empty_columns_at_the_end_do_no_harm() -> None:
    assert read("kind,claimants,low,,\nkilled,a,1,,\n")[0].claim is not None


def test_a_quote_of_any_length_is_read() -> None:
    text = f"kind,claimants,low,quote\nkilled,a,1,{'x' * 200_000}\n"
    assert len(only(text).record["quote"]) == 200_000


def test_restated_that_is_no_json_is_a_problem() -> None:
    row = only("kind,claimants,low,restated\nkilled,a,1,[oops\n")
    assert [problem.field for problem in row.problems] == ["restated"]


def test_the_id_of_a_document_stands_in_where_there_is_no_column_for_its_external_id() -> None:
    claim = only("kind,claimants,low,document_id\nkilled,a,1,d9\n").claim
    assert claim is not None
    assert claim.document is not None
    assert claim.document.external_id == "d9"
