from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.matching import regroup
from claimtrack.model.grouping import Judgement, MatchRow
from tests.matching.rows import events, numbered, row


def grouped(
    *rows: MatchRow, judgements: tuple[Judgement, ...] = (), **more: object
) -> list[set[int]]:
    return events(regroup(rows, judgements, next_event=1, next_question=1, **more))  # type: ignore[arg-type]


def test_rival_figures_of_one_strike_are_one_event() -> None:
    rows = numbered(
        row(0, "Al Qaim", quote="The group said that the strike killed one person."),
        row(0, "al-Qa'im", quote="An official first spoke of two dead."),
        row(0, "Qaim", kind="injured", quote="Others were wounded there."),
        row(0, "Al-Qaem, Iraq", quote="At least two people died."),
    )
    assert grouped(*rows) == [{1, 2, 3, 4}]


def test_look_alike_strikes_of_other_weeks_and_towns_stay_apart() -> None:
    quote = "An air strike killed two people."
    rows = numbered(
        row(0, "Qaim", "2024-01-24", quote=quote),
        row(0, "Hilla", "2024-01-24", quote=quote),
        row(0, "Qaim", "2024-01-04", quote=quote),
        row(0, "Qasim", "2024-01-24", quote=quote),
    )
    assert grouped(*rows) == [{1}, {2}, {3}, {4}]


def test_different_acts_in_one_town_on_one_day_are_two_events() -> None:
    rows = numbered(
        row(0, "Baghdad", quote="A car bomb at a market killed nine."),
        row(0, "Baghdad", quote="The vehicle bomb hit a bazaar, killing ten."),
        row(0, "Baghdad", quote="Gunmen shot two students at a school."),
    )
    assert grouped(*rows) == [{1, 2}, {3}]


def test_a_running_toll_is_one_event_and_a_day_inside_it_is_another() -> None:
    tolls = [
        row(0, "Gaza Strip", "2023-10-07", event_end=f"2023-{month}-{day:02}")
        for month in (10, 11, 12)
        for day in (8, 15, 28)
    ]
    rows = numbered(*tolls, row(0, "Gaza Strip", "2023-11-15"))
    assert grouped(*rows) == [set(range(1, 10)), {10}]


def test_a_count_that_starts_within_the_days_of_an_event_is_one_with_it() -> None:
    rows = numbered(
        row(0, event_start="2024-03-02", event_end="2024-03-03"),
        row(0, event_start="2024-03-03", event_end="2024-12-03"),
    )
    assert grouped(*rows) == [{1, 2}]


def test_windows_with_other_starts_are_other_events() -> None:
    rows = numbered(
        row(0, "Mariupol", "2022-02-24", event_end="2022-05-20"),
        row(0, "Mariupol", "2022-04-01", event_end="2022-05-20"),
    )
    assert grouped(*rows) == [{1}, {2}]


def test_brief_windows_that_share_most_of_their_days_are_one_event() -> None:
    rows = numbered(
        row(0, event_start="2022-03-23", event_end="2022-03-31"),
        row(0, event_start="2022-03-27", event_end="2022-03-31"),
        row(0, event_start="2022-03-29", event_end="2022-04-10"),
    )
    assert grouped(*rows) == [{1, 2}, {3}]


def test_tolls_that_run_on_from_about_the_same_day_are_one_event() -> None:
    rows = numbered(
        row(0, "Mariupol", "2022-12-31", event_end="2023-05-20"),
        row(0, "Mariupol", "2023-01-01", event_end="2023-04-02"),
        row(0, "Mariupol", "2023-01-20", event_end="2023-04-02"),
    )
    assert grouped(*rows) == [{1, 2}, {3}]


def test_an_undated_claim_joins_what_was_said_to_happen_just_before() -> None:
    quote = "The ferry capsized off the harbour."
    rows = numbered(
        row(0, "Tacloban", "2023-03-02", quote=quote),
        row(0, "Tacloban", None, said_at="2023-03-03", quote=quote),
        row(0, "Tacloban", None, said_at="2023-09-03", quote=quote),
    )
    assert grouped(*rows) == [{1, 2}, {3}]


def test_what_one_claim_of_an_article_says_of_its_place_holds_for_the_article() -> None:
    rows = numbered(
        row(0, "Lake Tarno", document=1),
        row(0, "Lake Tarno, off Arlet", document=1, kind="aboard"),
        row(0, "Arlet", document=2, quote="The boat sank off Arlet."),
    )
    assert grouped(*rows) == [{1, 2, 3}]


def test_a_claim_without_place_or_date_goes_with_its_article() -> None:
    rows = numbered(
        row(0, "Palu", "2018-09-28", quote="A quake struck Palu.", document=1),
        row(0, None, None, quote="The mayor said forty were hurt.", document=1, kind="injured"),
        row(0, "Palu", "2018-09-28", quote="A tremor shook Palu.", document=2),
    )
    assert grouped(*rows) == [{1, 2, 3}]


def test_an_article_that_recalls_an_earlier_event_tells_of_two() -> None:
    rows = numbered(
        row(0, "Lyon", "2024-03-02", quote="A fire in a hostel killed three.", document=1),
        row(0, "Lyon", "2019-02-10", quote="In 2019 a fire there killed ten.", document=1),
    )
    assert grouped(*rows) == [{1}, {2}]


def test_a_list_of_places_does_not_pull_the_single_ones_together() -> None:
    quote = "The strikes killed one of its members."
    rows = numbered(
        row(0, "Hatra, Rawa and Ana", quote=quote),
        row(0, "Hatra", quote=quote),
        row(0, "Rawa", quote=quote),
    )
    assert not any({2, 3} <= group for group in grouped(*rows))


def test_an_alias_joins_names_that_no_spelling_does() -> None:
    rows = numbered(row(0, "Jurf al-Sakhr"), row(0, "Ruwayha"))
    assert grouped(*rows) == [{1}, {2}]
    assert grouped(*rows, aliases={"Ruwayha": "Jurf al-Sakhr"}) == [{1, 2}]


def test_articles_with_one_story_meet_though_their_claims_say_little() -> None:
    story = (
        "Amparo Villaseñor and Teodulo Quispe were found in the burnt cannery at Ostrander Quay. "
    )
    texts = [(1, story + "Neighbours wept."), (2, story + "The owner spoke."), (3, "Rain fell.")]
    rows = numbered(
        row(0, None, "2024-05-01", quote="Two died.", document=1),
        row(0, "Ostrander Quay", "2024-05-02", quote="Two died.", document=2),
        row(0, None, "2024-05-01", quote="Two died.", document=3),
    )
    assert grouped(*rows, texts=texts) == [{1, 2}, {3}]


def test_same_always_holds_and_brings_whole_events_together() -> None:
    rows = numbered(row(0, "Hatra"), row(0, "Hatra"), row(0, "Rawa"), row(0, "Rawa"))
    assert grouped(*rows, judgements=(Judgement("same", 1, 3),)) == [{1, 2, 3, 4}]


def test_different_always_holds() -> None:
    rows = numbered(*(row(0, "Hatra") for _ in range(6)))
    found = grouped(*rows, judgements=(Judgement("different", 1, 6),))
    assert not any({1, 6} <= event for event in found)


def test_different_holds_inside_an_article() -> None:
    rows = numbered(*(row(0, "Hatra", document=1) for _ in range(4)))
    found = grouped(*rows, judgements=(Judgement("different", 1, 4),))
    assert not any({1, 4} <= event for event in found)


def test_same_never_joins_across_a_different() -> None:
    rows = numbered(row(0, "Hatra"), row(0, "Hatra"), row(0, "Rawa"), row(0, "Rawa"))
    judgements = (Judgement("same", 1, 3), Judgement("different", 2, 4))
    found = grouped(*rows, judgements=judgements)
    assert any({1, 3} <= event for event in found)
    assert not any({2, 4} <= event for event in found)


def test_contradicting_judgements_are_refused() -> None:
    with pytest.raises(UsageError):
        grouped(row(1), row(2), judgements=(Judgement("same", 1, 2), Judgement("different", 1, 2)))


def test_judgements_on_claims_that_are_not_there_change_nothing() -> None:
    judgements = (Judgement("same", 1, 99), Judgement("different", 2, 98))
    assert grouped(row(1), row(2), judgements=judgements) == [{1, 2}]


def test_no_claims_make_no_events() -> None:
    grouping = regroup([], next_event=1, next_question=1)
    assert not grouping.assigned
    assert not grouping.events


def test_numbers_are_kept_when_nothing_changes() -> None:
    rows = numbered(row(0, "Hatra"), row(0, "Hatra"), row(0, "Rawa"))
    first = regroup(rows, next_event=1, next_question=1)
    again = [r._replace(event=e, question=q) for r in rows for e, q in [first.assigned[r.claim]]]
    second = regroup(again, next_event=50, next_question=50)
    assert second.assigned == first.assigned
    assert second.questions == first.questions
    assert not second.merged_events


def test_a_judgement_merges_events_under_the_older_number() -> None:
    rows = numbered(row(0, "Hatra", event=1, question=1), row(0, "Rawa", event=2, question=2))
    grouping = regroup(rows, [Judgement("same", 1, 2)], next_event=3, next_question=3)
    assert set(grouping.assigned.values()) == {(1, 1)}
    assert grouping.merged_events == {2: 1}
    assert grouping.merged_questions == {2: 1}


def test_thousands_of_claims_about_one_place_and_day_are_grouped_in_moments() -> None:
    rows = numbered(
        *(row(0, "Kabul", quote=f"Shells fell in quarter Q{n % 20}.") for n in range(5000))
    )
    assert len(grouped(*rows)) < 30


PLACES = ("Al Qaim", "Qaem", "Qasim", "Hatra", "Hatra, Iraq", None)
DAYS = ("2024-01-24", "2024-01-25", "2024-02-20", None)
QUOTES = (
    "An air strike hit a market.",
    "Gunmen shot at Hollis Quay.",
    "Two died at Hollis Quay.",
    "",
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(PLACES),
        st.sampled_from(DAYS),
        st.sampled_from(QUOTES),
        st.sampled_from((None, None, 1, 2)),
    ),
    max_size=14,
)


def drawn_rows(drawn: list[tuple[str | None, str | None, str, int | None]]) -> list[MatchRow]:
    return [
        row(n, place, day, quote=quote, document=document, said_at="2024-01-26")
        for n, (place, day, quote, document) in enumerate(drawn, start=1)
    ]


@settings(deadline=None, max_examples=60)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_and_the_present_numbers_do_not_matter(
    drawn: list[tuple[str | None, str | None, str, int | None]], chance: Random
) -> None:
    rows = drawn_rows(drawn)
    mixed = [r._replace(event=chance.randint(1, 3), question=chance.randint(1, 9)) for r in rows]
    chance.shuffle(mixed)
    again = regroup(mixed, next_event=100, next_question=100)
    assert grouped(*rows) == events(again)


@settings(deadline=None, max_examples=60)
@given(ROWS, st.randoms(use_true_random=False))
def test_claims_that_arrive_in_another_order_end_up_together_all_the_same(
    drawn: list[tuple[str | None, str | None, str, int | None]], chance: Random
) -> None:
    order = list(range(len(drawn)))
    chance.shuffle(order)
    first = grouped(*drawn_rows(drawn))
    second = grouped(*drawn_rows([drawn[i] for i in order]))

    def said(
        found: list[set[int]], by: list[tuple[str | None, str | None, str, int | None]]
    ) -> list[list[str]]:
        return sorted(sorted(repr(by[claim - 1]) for claim in event) for event in found)

    assert said(first, drawn) == said(second, [drawn[i] for i in order])


@settings(deadline=None, max_examples=60)
@given(
    ROWS,
    st.lists(
        st.tuples(st.sampled_from(("same", "different")), st.integers(1, 14), st.integers(1, 14)),
        max_size=5,
    ),
)
def test_every_judgement_holds_in_the_grouping(
    drawn: list[tuple[str | None, str | None, str, int | None]], said: list[tuple[str, int, int]]
) -> None:
    rows = drawn_rows(drawn)
    judgements = tuple(Judgement(*j) for j in said)
    try:
        grouping = regroup(rows, judgements, next_event=1, next_question=1)
    except UsageError:
        return
    for verdict, a, b in judgements:
        if max(a, b) <= len(rows):
            together = grouping.assigned[a][0] == grouping.assigned[b][0]
            assert together == (verdict == "same")


def test_a_site_with_its_town_in_the_name_meets_it_with_the_town_beside_it() -> None:
    rows = numbered(
        row(0, "Arlet airport"),
        row(0, "Maro Tuvin International Airport, Arlet"),
        row(0, "Beldo International Airport, Kesp"),
        row(0, "Sorvin hospital, Arlet"),
    )
    assert grouped(*rows) == [{1, 2}, {3}, {4}]


def test_two_sites_of_one_kind_in_one_town_stay_apart() -> None:
    rows = numbered(row(0, "Maro hospital, Arlet"), row(0, "Sorvin hospital, Arlet"))
    assert grouped(*rows) == [{1}, {2}]


def test_a_quarter_of_a_town_meets_the_side_of_the_town_that_holds_it() -> None:
    rows = numbered(row(0, "Jadida, Mosul"), row(0, "western Mosul"), row(0, "Juba, Sudan"))
    assert grouped(*rows) == [{1, 2}, {3}]


def test_a_crowd_of_claims_about_one_place_and_day_comes_out_as_a_few_do() -> None:
    words = [f"{a}{b}zz{c}" for a in "bdfgk" for b in "aeiou" for c in "lmnprstvxz"]
    quotes = [f"The shelling of a school killed {word}." for word in words]
    quotes += [f"The earthquake at a market hurt {word}." for word in words]
    rows = numbered(*(row(0, "Tarno", quote=quote) for quote in quotes))
    shelled = set(range(1, len(words) + 1))
    assert grouped(*rows) == [shelled, set(range(len(words) + 1, 2 * len(words) + 1))]
    articles = [row._replace(document=row.claim) for row in rows]
    assert grouped(*articles) == grouped(*rows)
    few = numbered(*(rows[0], rows[1], rows[-2], rows[-1]))
    assert grouped(*few) == [{1, 2}, {3, 4}]
