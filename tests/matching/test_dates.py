import numpy as np

from claimtrack.matching.columns import columns_of
from claimtrack.matching.dates import NO_DAY, Span, when
from claimtrack.matching.features import STEPS, Pairs, features
from claimtrack.matching.grouping import evidence_of
from tests.matching.rows import row


def test_a_day_and_a_few_days_are_days() -> None:
    assert when("2024-01-24", "2024-01-24", None).span is Span.DAY
    assert when("2024-01-24T02:00", "2024-01-26", None).span is Span.DAY
    assert when("2024-01-24", None, None).span is Span.DAY


def test_a_calendar_month_is_an_imprecise_day() -> None:
    assert when("2024-02-01", "2024-02-29", None).span is Span.LOOSE


def test_a_span_with_free_ends_is_a_window() -> None:
    assert when("2023-10-07", "2024-05-06", None).span is Span.WINDOW


def test_without_a_date_only_the_day_of_saying_is_known() -> None:
    time = when(None, None, "2024-01-24T10:00:00+03:00")
    assert time.span is Span.UNDATED
    assert time.start == NO_DAY
    assert time.said != NO_DAY


def test_the_first_and_the_last_day_of_the_calendar_are_days() -> None:
    assert when("0001-01-01", "9999-12-31", None).span is Span.WINDOW


def test_an_hour_is_on_the_day_of_its_own_clock_and_on_that_of_utc() -> None:
    there = when("2023-09-08T23:11:00+01:00", None, None)
    here = when("2023-09-09T07:11:00+09:00", "2023-09-09T07:11:00+09:00", None)
    assert there.start == there.end == here.start
    assert here.end == here.start + 1
    west = when("2017-10-01T22:05:00-07:00", None, None)
    assert west.end == west.start + 1


def test_an_hour_without_a_zone_is_on_its_own_day_and_so_is_the_start_of_a_window() -> None:
    assert when("2023-09-08T23:11", None, None).end == when("2023-09-08", None, None).end
    window = when("2023-10-07T01:00:00+03:00", "2023-12-31", None)
    assert window.start == when("2023-10-07", None, None).start


def test_an_hour_with_a_zone_on_the_first_and_the_last_day_of_the_calendar_is_on_its_own() -> None:
    for moment in ("0001-01-01T00:30:00+09:00", "9999-12-31T23:30:00-09:00"):
        assert when(moment, None, None).start == when(moment, None, None).end


def alike(one: tuple[str, str], other: tuple[str, str]) -> float:
    """How alike the days of two claims are, of which the first and the last are told."""
    claims = [
        row(n, event_start=first, event_end=last) for n, (first, last) in enumerate((one, other), 1)
    ]
    pair = Pairs(np.zeros(1, dtype=np.intp), np.ones(1, dtype=np.intp))
    return float(features(evidence_of(columns_of(claims), ()), pair)[1, 0]) / STEPS


def test_what_began_a_day_into_a_week_may_be_of_that_week_but_not_of_a_month() -> None:
    day = ("2024-03-02", "2024-03-02")
    assert alike(day, ("2024-03-01", "2024-03-07")) == 0.75
    assert alike(day, ("2024-03-01", "2024-03-20")) < 0.5
