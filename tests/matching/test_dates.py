from claimtrack.matching.dates import NO_DAY, Span, when


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
