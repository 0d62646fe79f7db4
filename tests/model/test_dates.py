"""Dates and times as sources give them."""

import pytest
from hypothesis import given

from claimtrack.model.dates import (
    Period,
    check_moment,
    days_in,
    instant,
    spoken_day,
    spoken_moment,
)
from tests.strategies import moments


@given(moments())
def test_a_moment_is_kept_as_it_came(text: str) -> None:
    assert check_moment(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-30",
        "2023-02-29",
        "24-01-2024",
        "2024-1-4",
        "2024-01-24T25:00",
        "2024-01",
        "",
        "now",
    ],
)
def test_days_that_do_not_exist_and_other_shapes_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a date|does not exist"):
        check_moment(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2003-08", ("2003-08-01", "2003-08-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2003", ("2003-01-01", "2003-12-31")),
        ("2003-13", None),
        ("2003-08-01", None),
        ("August 2003", None),
    ],
)
def test_a_month_and_a_year_have_a_first_and_a_last_day(
    text: str, days: tuple[str, str] | None
) -> None:
    assert days_in(text) == days


def test_a_whole_month_is_called_by_its_name() -> None:
    assert str(Period("2003-08-01", "2003-08-31")) == "August 2003"
    assert str(Period("2003-08-01", "2003-08-30")) == "1 to 30 August 2003"


def test_a_bare_day_includes_its_last_instant_when_it_is_an_end() -> None:
    assert instant("2024-01-24") < instant("2024-01-24T12:00") < instant("2024-01-24", end=True)


def test_zones_are_honoured_when_moments_are_ordered() -> None:
    assert instant("2024-01-24T01:00+03:00") < instant("2024-01-23T23:00Z")


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="comes after"):
        Period("2024-01-25", "2024-01-24")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period("2024-01-24", "2024-01-24"), "24 January 2024"),
        (Period("2024-01-22", "2024-01-24"), "22 to 24 January 2024"),
        (Period("2023-12-30", "2024-01-02"), "30 December 2023 to 2 January 2024"),
        (Period("2024-01-24"), "from 24 January 2024"),
        (Period(None, "2024-01-24"), "until 24 January 2024"),
        (Period(), "undated"),
    ],
)
def test_a_period_is_spelled_out(period: Period, words: str) -> None:
    assert str(period) == words


def test_moments_are_spelled_the_same_everywhere() -> None:
    assert spoken_day("2024-01-04T12:00") == "4 January 2024"
    assert spoken_moment("2024-01-04") == "4 Jan 2024"
    assert spoken_moment("2024-01-04T12:00") == "4 Jan 2024 12:00"
    assert spoken_moment("2024-01-04T12:00:31Z") == "4 Jan 2024 12:00 UTC"
    assert spoken_moment("2024-01-04T12:00:31.5+00:00") == "4 Jan 2024 12:00 UTC"
    assert spoken_moment("2024-01-04T23:30-05:00") == "4 Jan 2024 23:30 -05:00"
    assert spoken_moment("2024-01-04T23:30:00+0530") == "4 Jan 2024 23:30 +05:30"
    assert spoken_moment(None) == "unknown"
