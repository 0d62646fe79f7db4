import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.json_text import json_line, parse_json

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@given(values)
@settings(deadline=None, max_examples=100)
def test_a_value_comes_back_from_its_one_line(value: object) -> None:
    line = json_line(value)
    assert len(line.splitlines()) == 1
    assert parse_json(line) == value == json.loads(line)


def test_a_number_that_is_not_finite_is_not_written() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_line(float("nan"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is not JSON"),
        ('{"a": 1,}', "is not JSON: .* at column"),
        ("[1,\n2,\n}", "at line 3"),
        ("Infinity", "holds Infinity"),
        ('["\\udc00"]', "half of a surrogate pair"),
        ('["\ud83d"]', "half of a surrogate pair"),
        ('[{"a": 1, "b": 2, "a": 1}]', "names 'a' twice"),
    ],
)
def test_what_no_other_tool_could_read_is_refused(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_json(text)


def test_escaped_pairs_are_whole_characters() -> None:
    assert parse_json(r'"\ud83c\udfd9"') == "\U0001f3d9"
