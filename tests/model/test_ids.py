"""The short IDs of the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.model.ids import letter_of, number_of


@given(st.sampled_from("cedq"), st.integers(1, 10**17))
def test_an_id_gives_its_number_back(letter: str, number: int) -> None:
    assert number_of(f"{letter}{number}", letter) == number
    assert letter_of(f"{letter}{number}") == letter


@pytest.mark.parametrize("text", ["", "c", "c0", "17", "e3", "c-1", "c1.5", "hashed", "c١"])
def test_anything_else_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        number_of(text, "c")
    assert "is not the ID of a claim" in caught.value.message
    assert "c17" in caught.value.hint
