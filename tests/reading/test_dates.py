from datetime import date

import pytest

from claimtrack.model.documents import Document
from claimtrack.reading import read
from claimtrack.reading.dates import date_in_text, dates_in

WEDNESDAY = date(2024, 1, 24)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on Wednesday", "2024-01-24", "2024-01-24"),
        ("late on Tuesday", "2024-01-23", "2024-01-23"),
        ("last Wednesday", "2024-01-17", "2024-01-17"),
        ("yesterday", "2024-01-23", "2024-01-23"),
        ("this morning", "2024-01-24", "2024-01-24"),
        ("overnight", "2024-01-23", "2024-01-24"),
        ("since mid-October", "2023-10-15", "2024-01-24"),
        ("in mid-October", "2023-10-11", "2023-10-20"),
        ("three days ago", "2024-01-21", "2024-01-21"),
        ("last week", "2024-01-15", "2024-01-21"),
        ("in March", "2023-03-01", "2023-03-31"),
        ("in 2015", "2015-01-01", "2015-12-31"),
        ("on 9 March", "2023-03-09", "2023-03-09"),
        ("on Jan. 3, 2020", "2020-01-03", "2020-01-03"),
        ("2020-02-29", "2020-02-29", "2020-02-29"),
        ("over the weekend", "2024-01-20", "2024-01-21"),
        ("in the past 24 hours", "2024-01-23", "2024-01-24"),
        ("between 3 January and 9 January", "2024-01-03", "2024-01-09"),
        ("January 3-9", "2024-01-03", "2024-01-09"),
        ("between January and July 2020", "2020-01-01", "2020-07-31"),
        ("overnight on Monday", "2024-01-22", "2024-01-22"),
        ("on Christmas Day", "2023-12-25", "2023-12-25"),
        ("the day before yesterday", "2024-01-22", "2024-01-22"),
        ("its worst since 2009, when", "2009-01-01", "2009-12-31"),
    ],
)
def test_expressions_go_back_from_the_publication(words: str, first: str, last: str) -> None:
    (when,) = dates_in(words, WEDNESDAY)
    assert (str(when.first), str(when.last)) == (first, last)


def test_without_an_anchor_only_dates_with_a_year_are_known() -> None:
    assert dates_in("on Tuesday", None)[0].first is None
    assert str(dates_in("on 3 May 2020", None)[0].first) == "2020-05-03"


def test_the_worst_since_a_year_opens_no_span() -> None:
    assert dates_in("the deadliest attack since 2016", WEDNESDAY)[0].first is None


def test_the_day_before_goes_by_the_day_that_the_text_named() -> None:
    text = "Two men died in Oran on Monday. The day before, six were hurt."
    claims = read(Document(text=text, published="2024-01-24"))
    assert [c.period.start for c in claims] == ["2024-01-22", "2024-01-21"]


def test_the_day_of_saying_is_not_the_day_of_the_event() -> None:
    text = "The mayor said in a statement on Tuesday that two men had died."
    (claim,) = read(Document(text=text, published="2024-01-24"))
    assert claim.stated_at == "2024-01-23"
    assert claim.period.start == "2024-01-24"


def test_days_that_do_not_exist_are_left_open() -> None:
    assert [when.first for when in dates_in("on 31 June", WEDNESDAY)] == [None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("BULLETIN 4\nIssued: 18 February 2025, 21:30\n\nA crash.", "2025-02-18"),
        ("Statement by an agency, 7 August 2024\n\nOur teams", "2024-08-07"),
        ("Posted: Saturday, December 27, 2014 12:48 PM\nA crash", "2014-12-27"),
        (
            "The war began on 3 May 1999 and lasted for years, as everybody knows.",
            None,
        ),
        ("Nothing here", None),
    ],
)
def test_a_text_gives_its_own_date(text: str, day: str | None) -> None:
    assert date_in_text(text) == day
