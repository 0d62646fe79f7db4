import pytest

from claimtrack.model.quantities import Quantity
from claimtrack.reading.phrase import quantity_in


@pytest.mark.parametrize(
    ("words", "quantity"),
    [
        ("two people", Quantity(2, 2)),
        ("at least 12", Quantity(12, None)),
        ("no fewer than 12", Quantity(12, None)),
        ("more than 150", Quantity(151, None)),
        ("over a hundred", Quantity(101, None)),
        ("up to 40", Quantity(None, 40)),
        ("as many as 40", Quantity(None, 40)),
        ("fewer than 100", Quantity(None, 99)),
        ("nearly 1,000", Quantity(None, 1000, approximate=True)),
        ("roughly 2,500", Quantity(2500, 2500, approximate=True)),
        ("~20", Quantity(20, 20, approximate=True)),
        ("between 20 and 30", Quantity(20, 30)),
        ("one to three", Quantity(1, 3)),
        ("20-30 people", Quantity(20, 30)),
        ("7+ killed", Quantity(7, None)),
        ("no one", Quantity(0, 0)),
        ("half a million", Quantity(500_000, 500_000)),
        ("1.2m people", Quantity(1_200_000, 1_200_000)),
        ("1.5 million people", Quantity(1_500_000, 1_500_000)),
        ("two dozen", Quantity(24, 24)),
        ("half a dozen", Quantity(6, 6)),
        ("twenty-one", Quantity(21, 21)),
        ("three hundred and five", Quantity(305, 305)),
        ("12\u202f000 people", Quantity(12_000, 12_000)),
        ("several", Quantity(2, None, vague=True)),
        ("dozens", Quantity(24, None, vague=True)),
        ("scores", Quantity(40, None, vague=True)),
        ("hundreds", Quantity(200, None, vague=True)),
        ("tens of thousands", Quantity(20_000, None, vague=True)),
        ("another 12", Quantity(12, 12)),
    ],
)
def test_words_give_the_published_bounds(words: str, quantity: Quantity) -> None:
    assert quantity_in(words) == quantity


@pytest.mark.parametrize(
    "words",
    ["34-year-old", "4:15 p.m.", "$2.4 million", "12 percent", "6.4-magnitude", "the A64",
     "20 minutes", "in 2015", "flight MH17", "9" * 400],
)  # fmt: skip
def test_ages_times_sums_and_names_are_no_counts(words: str) -> None:
    assert quantity_in(words) is None
