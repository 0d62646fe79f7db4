"""Counts with bounds, and how two of them compare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.quantities import LARGEST, Comparison, Quantity, compare
from tests.strategies import quantities


@given(quantities(), quantities())
def test_comparison_is_symmetric(a: Quantity, b: Quantity) -> None:
    assert compare(a, b) is compare(b, a)


@given(quantities())
def test_a_quantity_equals_itself(a: Quantity) -> None:
    assert compare(a, a) is Comparison.EQUAL


@given(quantities(), quantities())
def test_bounds_that_share_a_number_never_stand_apart(a: Quantity, b: Quantity) -> None:
    low = max(a.low or 0, b.low or 0)
    high = min(LARGEST if q.high is None else q.high for q in (a, b))
    if low <= high:
        assert compare(a, b) is not Comparison.APART


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Quantity(1, 1), Quantity(2, 2), Comparison.APART),
        (Quantity(1, None), Quantity(2, 2), Comparison.COMPATIBLE),
        (Quantity(2, None, vague=True), Quantity(1, 1), Comparison.COMPATIBLE),
        (Quantity(24, None, vague=True), Quantity(31, 31), Comparison.COMPATIBLE),
        (Quantity(250, 260, approximate=True), Quantity(253, 253), Comparison.COMPATIBLE),
        (Quantity(2500, 2500, approximate=True), Quantity(2531, 2531), Comparison.COMPATIBLE),
        (Quantity(2500, 2500, approximate=True), Quantity(2900, 2900), Comparison.APART),
        (
            Quantity(242000, 242000, approximate=True),
            Quantity(242769, 242769),
            Comparison.COMPATIBLE,
        ),
        (Quantity(242000, 242000, approximate=True), Quantity(243769, 243769), Comparison.APART),
        (Quantity(1000, 1000, approximate=True), Quantity(1090, 1090), Comparison.COMPATIBLE),
        (Quantity(1000, 1000, approximate=True), Quantity(1482, 1482), Comparison.APART),
        (
            Quantity(None, 2**54 - 1),
            Quantity(2**54 - 1, None, approximate=True),
            Comparison.COMPATIBLE,
        ),
        (Quantity(359, 359), Quantity(253, 253, approximate=True), Comparison.APART),
        (Quantity(0, 0), Quantity(1, None), Comparison.APART),
    ],
)
def test_figures_compare_as_a_recorder_would(
    a: Quantity, b: Quantity, expected: Comparison
) -> None:
    assert compare(a, b) is expected


@pytest.mark.parametrize(
    ("low", "high", "complaint"),
    [
        (3, 2, "low is 3, above high 2"),
        (-1, 2, "low is -1"),
        (0, LARGEST + 1, "high is"),
        (None, None, "both missing"),
    ],
)
def test_impossible_bounds_are_refused(low: int | None, high: int | None, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Quantity(low, high)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(12, 12), "12"),
        (Quantity(2500, 2500, approximate=True), "about 2,500"),
        (Quantity(12, None), "at least 12"),
        (Quantity(None, 40), "at most 40"),
        (Quantity(None, 1000, approximate=True), "at most about 1,000"),
        (Quantity(300, None, approximate=True), "at least about 300"),
        (Quantity(20, 30), "20 to 30"),
        (Quantity(0, 20), "0 to 20"),
        (Quantity(20, 30, approximate=True), "about 20 to 30"),
        (Quantity(0, 0), "0"),
        (Quantity(None, None, vague=True), "an unstated number"),
    ],
)
def test_bounds_are_spelled_out(quantity: Quantity, words: str) -> None:
    assert str(quantity) == words


@given(st.integers(0, LARGEST))
def test_only_a_single_number_given_as_a_number_is_exact(n: int) -> None:
    assert Quantity(n, n).exact
    assert not Quantity(n, n, vague=True).exact
    assert not Quantity(n, None).exact
