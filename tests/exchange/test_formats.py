import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.exchange import FORMATS, Format, format_named, format_of
from claimtrack.model.claims import Claim
from claimtrack.model.records import from_record, to_record
from tests.exchange.records import example, exported

each_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)


def written(form: Format, records: list[dict[str, Any]]) -> str:
    stream = io.StringIO(newline="")
    form.write(records, stream)
    return stream.getvalue()


@each_format
@given(found=st.lists(exported(), max_size=3))
@settings(deadline=None, max_examples=50)
def test_a_record_comes_back_as_it_went(form: Format, found: list[Claim]) -> None:
    records = [to_record(claim) for claim in found]
    rows = list(form.read(io.StringIO(written(form, records), newline="")))
    assert [row.record for row in rows] == records
    assert [row.claim for row in rows] == [from_record(record) for record in records]
    assert not any(row.problems for row in rows)


@each_format
def test_a_file_without_records_reads_as_none(form: Format) -> None:
    assert list(form.read(io.StringIO(written(form, []), newline=""))) == []


@each_format
def test_a_byte_order_mark_is_dropped(form: Format) -> None:
    text = "\ufeff" + written(form, [example()])
    (row,) = form.read(io.StringIO(text, newline=""))
    assert row.claim is not None


@each_format
def test_line_ends_of_other_systems_are_taken(form: Format) -> None:
    text = written(form, [example(), example()]).replace("\r\n", "\n").replace("\n", "\r\n")
    assert all(row.claim for row in form.read(io.StringIO(text, newline="")))


@each_format
def test_every_bad_record_is_reported_and_the_good_ones_are_read(form: Format) -> None:
    records = [example(), example(low=13), example(claimants=[], high="twelve"), example()]
    rows = list(form.read(io.StringIO(written(form, records), newline="")))
    assert [row.claim is None for row in rows] == [False, True, True, False]
    assert {problem.field for problem in rows[2].problems} >= {"claimants", "high"}
    assert all(problem.where == row.where for row in rows for problem in row.problems)


@each_format
def test_reading_does_not_wait_for_the_end(form: Format) -> None:
    text = written(form, [example()] * 3)
    assert next(iter(form.read(io.StringIO(text, newline="")))).claim is not None


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.jsonl", "jsonl"), ("b.NDJSON", "jsonl"), ("c.d.json", "json"), ("/x/e.csv", "csv")],
)
def test_the_suffix_tells_the_format(path: str, name: str) -> None:
    assert format_of(path) is format_named(name.upper())


@pytest.mark.parametrize("path", ["claims.xlsx", "claims"])
def test_an_unknown_suffix_names_the_known_ones(path: str) -> None:
    with pytest.raises(UsageError) as caught:
        format_of(path)
    assert path in caught.value.message
    assert ".jsonl" in caught.value.hint


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        format_named("xml")
    assert "jsonl, json, csv" in caught.value.hint
