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
        ("0 to 20", Quantity(0, 20)),
        ("1,200 to 3,400,000", Quantity(1200, 3_400_000)),
        ("2024", Quantity(2024, 2024)),
        ("(12)", Quantity(12, 12)),
        ("12 people", Quantity(12, 12)),
        ("no more than 12", Quantity(None, 12)),
        ("20 to 12", None),
        ("9" * 19, None),
        ("-3", None),
        ("−3", None),
        ("minus 3", None),
        ("at least -3", None),
        ("not 12", None),
        ("no 12", None),
        ("12 not 13", None),
        ("at least 12, perhaps 15", None),
        ("hundreds, if not thousands", None),
        ("terrible", None),
        ("", None),
    ],
)
def test_the_figure_of_a_phrase(phrase: str, quantity: Quantity | None) -> None:
    assert quantity_in(phrase) == quantity
