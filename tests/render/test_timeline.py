from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.report import Position, QuestionReport, Revision
from claimtrack.render.layout import cells
from claimtrack.render.paper import Paper
from claimtrack.render.reports import words
from claimtrack.render.reports.timeline import timeline
from tests.reconciling.making import question, said


def contested() -> QuestionReport:
    return question(
        said("Police", 12, "2024-03-01"),
        said("Police", 14, "2024-03-02"),
        said("Police", 13, "2024-03-04", revision_cue="correction"),
        said("Residents", 20, "2024-03-02"),
    )


def test_each_source_has_a_row_and_a_change_an_arrow() -> None:
    assert timeline(contested(), 80) == [
        "           1 Mar 2024    2 Mar 2024    4 Mar 2024",
        "Police     (12) ───────→ (14) ───────→ 13",
        "Residents                20",
        "(…) no longer stands",
    ]


def test_a_row_is_called_by_the_body_whoever_speaks_for_it() -> None:
    spoken = question(
        said("Health Ministry", 12, "2024-03-01"),
        said("Jane Roe, spokeswoman for the Health Ministry", 15, "2024-03-02"),
        said("Residents", 20, "2024-03-02"),
    )
    assert timeline(spoken, 80)[1] == "Health Ministry  (12) ───────→ 15"


def test_who_changes_a_figure_given_with_another_has_an_arrow_of_their_own() -> None:
    together = replace(said("Police", 12, "2024-03-03"), claimants=("Police", "Hospital"))
    drawn = timeline(question(together, said("Police", 13, "2024-03-04")), 80)
    assert drawn[1:3] == ["Hospital  12", "Police    (12) ───────→ 13"]


def test_a_withdrawal_is_told_from_a_restatement() -> None:
    withdrawn = question(
        said("Police", 12, "2024-03-01"),
        said("Police", 12, "2024-03-02", revision_cue="withdrawn"),
        said("Hospital", 14, "2024-03-02"),
        said("Residents", 20, "2024-03-02"),
    )
    assert timeline(withdrawn, 80)[1] == "Police     (12) ───────→ withdraws 12"
    (revision,) = withdrawn.revisions
    _, move = words.revision_move(revision, withdrawn, "→")
    assert move.startswith("12 → withdraws 12 (retraction")


def test_what_bears_no_day_stands_before_the_days() -> None:
    undated = question(
        said("Police", 12, None), said("Police", 15, None), said("Hospital", 15, "2024-03-05")
    )
    assert timeline(undated, 80) == [
        "          day unknown    5 Mar 2024",
        "Police    12, 15",
        "Hospital                 15",
    ]


def test_it_needs_no_more_than_ascii() -> None:
    drawn = timeline(contested(), 80, Paper(80, unicode=False))
    assert all(line.isascii() for line in drawn)
    assert "(12) -------> (14)" in drawn[1]


def test_where_days_do_not_fit_the_axis_goes_on_below() -> None:
    drawn = timeline(contested(), 40)
    assert drawn == [
        "           1 Mar 2024    2 Mar 2024",
        "Police     (12) ───────→ (14) ──→",
        "Residents                20",
        "",
        "           4 Mar 2024",
        "Police   → 13",
        "(…) no longer stands",
    ]


def test_two_figures_of_one_day_stand_in_one_column() -> None:
    drawn = timeline(
        question(
            said("Police", 12, "2024-03-01T08:00"),
            said("Police", 14, "2024-03-01T20:00"),
            said("Residents", 20, "2024-03-02"),
        ),
        80,
    )
    assert drawn[1] == "Police     (12) → 14"


def test_no_arrow_leads_from_a_figure_that_still_stands() -> None:
    drawn = timeline(
        question(
            said("Police", 20, "2024-03-01"),
            said("Police", 7, "2024-03-02", basis="identified"),
            said("Residents", 30, "2024-03-02"),
        ),
        80,
    )
    assert drawn[1] == "Police     20            7 identified"


def test_only_contested_questions_with_a_date_have_one() -> None:
    assert timeline(question(said("Police", 12)), 80) == []
    assert timeline(question(said("Police", 12, None), said("Residents", 20, None)), 80) == []


@pytest.mark.parametrize("width", [60, 80, 120])
@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["Police", "مديرية صحة الأنبار", "日本放送協会", "the " + "very " * 20 + "long"]
            ),
            st.integers(0, 10**9),
            st.integers(1, 28),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_every_figure_is_on_it_and_no_line_is_too_long(
    width: int, told: list[tuple[str, int, int]]
) -> None:
    positions = tuple(
        Position(
            source=name,
            name=name,
            body=name,
            claim=f"c{n}",
            low=figure,
            high=figure,
            stated_at=f"2024-03-{day:02}",
            standing=True,
            via=(),
            unreviewed=False,
            figure=f"{figure:,}",
            state="standing",
        )
        for n, (name, figure, day) in enumerate(told)
    )
    moved = Revision("x", "c0", "c1", "update", "up", "")
    drawn = timeline(contested()._replace(positions=positions, revisions=(moved,)), width)
    assert all(cells(line) <= width for line in drawn)
    if len({day for _, _, day in told}) == len(told):
        assert all(any(f"{figure:,}" in line for line in drawn) for _, figure, _ in told)
