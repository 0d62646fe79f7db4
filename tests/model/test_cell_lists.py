import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.cell_lists import join_items, split_items

items = st.text(r"a|\ b", min_size=1, max_size=8) | st.text(min_size=1, max_size=8)


@given(st.lists(items.map(str.strip).filter(bool), max_size=4))
@settings(deadline=None, max_examples=200)
def test_a_list_comes_back_from_its_cell(found: list[str]) -> None:
    assert split_items(join_items(found)) == found


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("", []),
        ("AFP", ["AFP"]),
        ("AFP | Reuters", ["AFP", "Reuters"]),
        ("AFP|Reuters", ["AFP", "Reuters"]),
        (r"a\|b", ["a|b"]),
        (r"C:\temp", [r"C:\temp"]),
    ],
)
def test_cells_typed_by_hand_are_understood(cell: str, found: list[str]) -> None:
    assert split_items(cell) == found
