import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.render.layout import (
    TextColumn,
    cells,
    clean,
    hanging,
    row_lines,
    shortened,
    total,
    widths,
    wrap,
)
from claimtrack.render.paper import Paper

texts = st.text(max_size=40) | st.text("ab ä日ا\u0301👩‍🚒", max_size=40)
quick = settings(deadline=None, max_examples=100)


@given(texts)
@quick
def test_a_clean_text_cannot_steer_the_terminal(text: str) -> None:
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", clean(text))


def test_control_characters_are_spelled_out_and_line_ends_become_spaces() -> None:
    assert clean("a\x1b[31mred\nb\tc") == r"a\x1b[31mred b c"


def test_characters_that_turn_the_direction_of_writing_are_dropped() -> None:
    assert clean("12\u202e34\u2066") == "1234"


def test_arabic_keeps_its_own_joiners() -> None:
    assert clean("می\u200cخواهم") == "می\u200cخواهم"


def test_an_ascii_terminal_gets_everything_spelled_out() -> None:
    assert clean("Médecins", unicode=False) == r"M\xe9decins"


@given(texts.map(clean), st.integers(2, 30))
@quick
def test_wrapping_fits_and_loses_only_spaces(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_wide_characters_take_two_cells_and_combining_ones_none() -> None:
    assert [cells(text) for text in ("日本", "e\u0301", "\u2068a\u2069")] == [4, 1, 1]


@given(texts.map(clean), texts.map(clean))
@quick
def test_two_texts_side_by_side_are_as_wide_as_both(one: str, other: str) -> None:
    assert cells(one + other) == cells(one) + cells(other)


@given(texts.map(clean), st.integers(1, 30))
@quick
def test_shortening_fits_and_shows_that_it_cut(text: str, width: int) -> None:
    short = shortened(text, width, "…")
    assert cells(short) <= width
    assert short == text or short.endswith("…")


@given(st.lists(st.tuples(texts, texts, texts), max_size=4), st.integers(10, 60))
@quick
def test_a_table_fits_its_width_and_keeps_every_letter(
    rows: list[tuple[str, str, str]], width: int
) -> None:
    columns = [TextColumn("A"), TextColumn("Number", right=True), TextColumn("C", firm=True)]
    cleaned = [tuple(clean(text) for text in row) for row in rows]
    drawn = widths(columns, cleaned, width)
    assert total(drawn) <= width
    for row in cleaned:
        lines = list(row_lines(row, columns, drawn, Paper(width)))
        assert all(cells(line) <= width for line in lines)
        letters = sorted("".join("".join(row).split()))
        assert sorted(re.sub(r"[\s\u2068\u2069]", "", "".join(lines))) == letters


def test_every_column_starts_where_its_heading_does() -> None:
    columns = [TextColumn("Source"), TextColumn("N", right=True), TextColumn("Via")]
    rows = [("日本放送協会", "1", "AFP"), ("مديرية", "22", "AFP"), ("x", "333", "AFP")]
    drawn = widths(columns, rows, None)
    lines = [line for row in rows for line in row_lines(row, columns, drawn, Paper())]
    assert {cells(line.partition("AFP")[0]) for line in lines} == {12 + 2 + 3 + 2}


def test_loose_columns_give_way_before_firm_ones() -> None:
    columns = [TextColumn("A"), TextColumn("B", firm=True)]
    rows = [("some words in a row", "24 Jan 2024")]
    assert widths(columns, rows, 24) == [11, 11]


def test_names_from_right_to_left_are_isolated_on_a_terminal_only() -> None:
    columns = [TextColumn("Source"), TextColumn("N")]
    row = ("مديرية", "12")
    assert list(row_lines(row, columns, [6, 2], Paper(80))) == ["\u2068مديرية\u2069  12"]
    assert list(row_lines(row, columns, [6, 2], Paper())) == ["مديرية  12"]


@pytest.mark.parametrize("width", [80, 30, 12])
def test_a_text_behind_a_label_fits(width: int) -> None:
    lines = list(hanging("  some label  ", "a reason of some length " * 3, Paper(width)))
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "somelabel" + "areasonofsomelength" * 3
