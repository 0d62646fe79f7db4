"""Figures that a person types."""

import pytest

from claimtrack.model.quantities import Quantity
from claimtrack.reading.phrase import quantity_in


@pytest.mark.parametrize(
    ("phrase", "quantity"),
    [
        ("12", Quantity(12, 12)),
        ("at least 12", Quantity(12, None)),
        ("more than 150", Quantity(151, None)),
        ("dozens", Quantity(24, None, vague=True)),
        ("about a dozen", Quantity(12, 12, approximate=True)),
        ("between 20 and 30", Quantity(20, 30)),
        ("two", Quantity(2, 2)),
        ("terrible", None),
        ("", None),
    ],
)
def test_the_figure_of_a_phrase(phrase: str, quantity: Quantity | None) -> None:
    assert quantity_in(phrase) == quantity
