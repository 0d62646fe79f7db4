import io
import json

import pytest

from claimtrack.exchange import Row, format_named
from tests.exchange.records import example

JSONL = format_named("jsonl")


def read(text: str) -> list[Row]:
    return list(JSONL.read(io.StringIO(text, newline="")))


def test_lines_are_numbered_and_blank_ones_skipped() -> None:
    line = json.dumps(example())
    assert [row.where for row in read(f"\n{line}\n  \n{line}")] == ["line 2", "line 4"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            '{"kind": "killed",',
            "is not JSON: Expecting property name enclosed in double quotes at column",
        ),
        ("[1, 2]", "is not an object"),
        ('"killed"', "is not an object"),
        ('{"low": NaN}', "holds NaN"),
        ('{"low": -Infinity}', "holds -Infinity"),
        ('{"place": "\\ud83d"}', "half of a surrogate pair"),
        ('{"low": 1, "low": 2}', "names 'low' twice"),
        ("[" * 100_000, "is nested too deeply"),
        ("9" * 5000, "thousands of digits"),
    ],
)
def test_a_broken_line_is_a_problem_on_its_row(line: str, said: str) -> None:
    good = json.dumps(example())
    first, bad, last = read(f"{good}\n{line}\n{good}\n")
    assert first.claim is not None
    assert last.claim is not None
    assert bad.claim is None
    assert bad.problems[0].where == "line 2"
    assert said in bad.problems[0].message


def test_an_escaped_pair_of_surrogates_is_one_character() -> None:
    (row,) = read(json.dumps(example(place="\U0001f3d9")))
    assert row.claim is not None
    assert row.claim.place == "\U0001f3d9"


def test_a_record_stays_on_one_line_for_every_tool() -> None:
    stream = io.StringIO()
    JSONL.write([example(statement="one\u2028two\x85three\nfour")], stream)
    assert len(stream.getvalue().splitlines()) == 1
    assert read(stream.getvalue())[0].record["statement"] == "one\u2028two\x85three\nfour"


def test_the_record_keeps_what_the_claim_does_not_take_over() -> None:
    (row,) = read(json.dumps(example(id="x1", superseded_by="x2")))
    assert (row.record["id"], row.record["superseded_by"]) == ("x1", "x2")
