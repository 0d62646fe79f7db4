import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.quantities import Quantity
from claimtrack.reconciling.movement import movement
from tests.reconciling.making import about, at_least, exactly

DOZENS = Quantity(24, None, vague=True)
HUNDREDS = Quantity(200, None, vague=True)
UP_TO_40 = Quantity(None, 40)


@pytest.mark.parametrize(
    ("old", "new", "way"),
    [
        (exactly(12), exactly(14), "up"),
        (exactly(115), at_least(97), "down"),
        (at_least(12), exactly(14), "up"),
        (at_least(12), at_least(15), "up"),
        (about(500), exactly(471), "down"),
        (exactly(238), about(246), "up"),
        (Quantity(100, 300), exactly(400), "up"),
        (Quantity(10, 20), Quantity(15, 30), "up"),
        (DOZENS, HUNDREDS, "up"),
        (exactly(3), exactly(0), "down"),
        (UP_TO_40, Quantity(None, 30), "down"),
    ],
)
def test_a_figure_moves(old: Quantity, new: Quantity, way: str) -> None:
    assert movement(old, new) == way


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (exactly(12), exactly(12)),
        (exactly(12), at_least(12)),
        (Quantity(151, None), exactly(150)),
        (Quantity(None, 99), Quantity(None, 100)),
        (about(250), exactly(253)),
        (about(246), exactly(245)),
        (Quantity(250, 260), exactly(253)),
        (Quantity(100, 300), Quantity(150, 200)),
        (DOZENS, exactly(31)),
        (exactly(1), DOZENS),
        (UP_TO_40, at_least(30)),
        (None, exactly(1)),
        (exactly(1), None),
    ],
)
def test_a_closer_account_of_the_same_number_is_no_movement(
    old: Quantity | None, new: Quantity | None
) -> None:
    assert movement(old, new) is None


def test_a_step_that_is_told_is_no_other_rounding() -> None:
    assert movement(about(100), at_least(104)) is None
    assert movement(about(100), at_least(104), told=True) == "up"


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low = draw(st.none() | st.integers(0, 400))
    high = draw(st.none() | st.integers(low or 0, 500))
    none = low is None and high is None
    return Quantity(low, high, draw(st.booleans()), none or draw(st.booleans()))


@settings(deadline=None, max_examples=150)
@given(quantities(), quantities())
def test_movement_back_is_the_opposite(a: Quantity, b: Quantity) -> None:
    opposite = {"up": "down", "down": "up", "none": "none", None: None}
    assert movement(a, b) == opposite[movement(b, a)]
