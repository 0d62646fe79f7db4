import io
import json

import pytest

from claimtrack.errors import InputError
from claimtrack.exchange import Row, format_named
from tests.exchange.records import example

JSON = format_named("json")


def read(text: str) -> list[Row]:
    return list(JSON.read(io.StringIO(text)))


def test_what_is_written_is_one_array_with_a_record_a_line() -> None:
    stream = io.StringIO()
    JSON.write([example(), example()], stream)
    assert json.loads(stream.getvalue()) == [example(), example()]
    assert len(stream.getvalue().splitlines()) == 4


def test_an_item_that_is_no_object_is_a_problem_on_its_row() -> None:
    rows = read(json.dumps([example(), 17]))
    assert rows[0].claim is not None
    assert [str(problem) for problem in rows[1].problems] == [
        "record 2: is not an object with the fields of a claim record"
    ]


def test_a_file_that_breaks_off_says_where() -> None:
    with pytest.raises(InputError, match=r"is not JSON: .* at line 3"):
        read('[\n{"kind": "killed"},\n')


def test_json_lines_under_the_wrong_name_are_recognised() -> None:
    line = json.dumps(example())
    with pytest.raises(InputError) as caught:
        read(f"{line}\n{line}\n")
    assert "jsonl" in caught.value.hint


def test_another_top_level_is_refused() -> None:
    with pytest.raises(InputError, match="not a list"):
        read(json.dumps(example()))
