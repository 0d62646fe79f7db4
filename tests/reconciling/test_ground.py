from claimtrack.model.dates import Period
from tests.reconciling.making import moves, quarrels, question, said, standing

MINISTRY = "Interior Ministry"


def test_who_goes_from_a_part_to_its_whole_changes_what_is_counted_and_both_stand() -> None:
    claims = (
        said(MINISTRY, 296, "2024-03-01", place="Mill Vale, Freedonia"),
        said("Red Cross", 3, "2024-03-01", place="Lower Lesk, Freedonia"),
        said(MINISTRY, 632, "2024-03-02", place="Freedonia"),
    )
    assert moves(*claims) == [("c1", "c3", "scope-change", "up")]
    assert standing(*claims) == ["c1", "c2", "c3"]
    assert "of a part, then of the whole" in question(*claims).revisions[0].reason


def test_a_country_is_the_whole_of_its_towns_without_a_word_that_says_so() -> None:
    claims = (
        said("UN spokesman Jan Doe", 46, "2024-03-01", place="Port-au-Prince"),
        said("UN", 102, "2024-04-01", place="Haiti"),
    )
    assert moves(*claims) == [("c1", "c2", "scope-change", "up")]


def test_parts_that_a_source_counts_beside_the_whole_or_beside_each_other_are_no_change() -> None:
    part = said(MINISTRY, 296, "2024-03-02", place="Mill Vale, Freedonia")
    whole = said(MINISTRY, 632, "2024-03-02", place="Freedonia")
    other = said(MINISTRY, 12, "2024-03-01", place="Lower Lesk, Freedonia")
    assert moves(part, other, whole) == []
    earlier = said(MINISTRY, 200, "2024-03-01", place="Mill Vale, Freedonia")
    assert moves(earlier, other, whole) == []


def test_a_part_told_after_the_whole_changes_nothing_while_the_whole_can_hold_it() -> None:
    claims = (
        said(MINISTRY, 632, "2024-03-01", place="Freedonia"),
        said(MINISTRY, 300, "2024-03-02", place="Mill Vale, Freedonia"),
        said("Mayor of Lesk", 3, "2024-03-02", place="Lower Lesk, Freedonia"),
    )
    assert moves(*claims) == []
    figures = question(*claims).figures
    assert (figures.low, figures.high) == (632, 632)


def test_what_exceeds_all_that_was_said_of_the_whole_is_the_whole_by_another_name() -> None:
    claims = (
        said(MINISTRY, 632, "2024-03-01", place="Freedonia"),
        said("Mayor of Lesk", 3, "2024-03-01", place="Lower Lesk, Freedonia"),
        said(MINISTRY, 700, "2024-03-02", place="High Hills, Freedonia"),
    )
    assert moves(*claims) == [("c1", "c3", "update", "up")]
    latest = question(*claims).figures.latest
    assert latest is not None
    assert latest.claim == "c3"


def test_a_part_that_somebody_elses_whole_can_hold_stays_a_part() -> None:
    claims = (
        said(MINISTRY, 688, "2024-03-01", place="Nepal"),
        said("Government", 5057, "2024-03-02", place="Nepal"),
        said(MINISTRY, 1200, "2024-03-03", place="Mill Vale district, Nepal"),
    )
    assert moves(*claims) == []


def test_a_part_that_is_told_later_leaves_the_step_from_another_part_to_the_whole() -> None:
    claims = (
        said(MINISTRY, 384, "2024-03-01", place="Mill Vale"),
        said(MINISTRY, 832, "2024-03-02", place="Mill Vale and Lower Lesk"),
        said(MINISTRY, 171, "2024-03-08", place="Lower Lesk"),
    )
    assert ("c1", "c2", "scope-change", "up") in moves(*claims)


def test_at_a_spot_of_a_town_its_toll_grew_whatever_others_say_and_by_the_hour() -> None:
    claims = (
        said("Port Town police", 2, "2024-03-01T16:30:00-04:00", place="Port Town"),
        said("A newspaper", 12, "2024-03-01T17:00:00-04:00", place="Port Town"),
        said("Mayor of Lesk", 1, "2024-03-01T18:00:00-04:00", place="Mill Street, Port Town"),
        said("Port Town police", 3, "2024-03-01T21:00:00-04:00", place="Quay Square, Port Town"),
    )
    assert moves(*claims) == [("c1", "c4", "update", "up")]
    beside = said("Port Town police", 2, "2024-03-01T21:00:00-04:00", place="Port Town")
    assert moves(*claims, beside) == []


def test_what_can_fall_is_of_the_whole_too_where_it_exceeds_it_and_of_the_part_where_not() -> None:
    reports = {"kind": "missing", "scope": "missing-person reports"}
    claims = (
        said("Capital city government", 355, "2024-03-01", place="Capital", **reports),
        said("Mayor of Lesk", 3, "2024-03-01", place="Lower Lesk, Capital", **reports),
        said("Capital city government", 4024, "2024-03-02", place="Mill Lane, Capital", **reports),
    )
    assert moves(*claims) == [("c1", "c3", "update", "up")]
    less = said("Capital city government", 20, "2024-03-02", place="Mill Lane, Capital", **reports)
    assert moves(*claims[:2], less) == []


def test_another_window_is_no_wider_ground() -> None:
    since, day = Period("2024-02-01", "2024-03-01"), Period("2024-03-01", "2024-03-01")
    claims = (
        said(MINISTRY, 5, "2024-03-01", place="Mill Vale, Freedonia", period=day),
        said("Red Cross", 1, "2024-03-01", place="Lower Lesk, Freedonia", period=day),
        said(MINISTRY, 632, "2024-03-02", place="Freedonia", period=since),
    )
    assert moves(*claims) == []


def test_what_is_called_a_correction_changes_the_last_figure_whatever_the_place_is_called() -> None:
    claims = (
        said("Sheriff", 29, "2024-03-01", place="Upper Mill"),
        said("Sheriff", 88, "2024-03-02", place="Lesk County"),
        said("Sheriff", 85, "2024-03-03", place="Hill Town", revision_cue="correction"),
    )
    assert ("c2", "c3", "correction", "down") in moves(*claims)


def test_a_correction_of_a_place_that_the_source_has_spoken_of_changes_that_figure() -> None:
    claims = (
        said("Sheriff", 29, "2024-03-01", place="Upper Mill"),
        said("Sheriff", 88, "2024-03-02", place="Lesk County"),
        said("Sheriff", 28, "2024-03-03", place="Upper Mill", revision_cue="correction"),
    )
    assert moves(*claims) == [("c1", "c3", "correction", "down")]


def test_what_a_step_and_the_figure_before_are_of_is_where_more_bodies_say() -> None:
    claims = (
        said("Rebel spokesman", 50, "2024-03-01", place="Kansa, Lesk County"),
        said("Courier", 100, "2024-03-01", place="Hill Town, Lesk County"),
        said("Rebel spokesman", 75, "2024-03-04", place="Hill Town", revision_cue="up"),
        said("Witness group", 69, "2024-04-01", place="Hill Town, Lesk County"),
    )
    assert ("c1", "c3", "update", "up") in moves(*claims)
    assert quarrels(*claims)["c3", "c4"] == "conflict"


def test_two_names_by_turns_under_a_figure_that_grows_are_one_place() -> None:
    claims = (
        said("Police", 26, "2024-03-01", place="Rowan Grove, Lesk"),
        said("Police", 28, "2024-03-02", place="Mill Vale, Lesk"),
        said("Police", 31, "2024-03-05", place="Rowan Grove, Lesk"),
    )
    assert moves(*claims) == [("c1", "c2", "update", "up"), ("c2", "c3", "update", "up")]
    there_and_back = (*claims[:2], said("Police", 27, "2024-03-05", place="Rowan Grove, Lesk"))
    assert moves(*there_and_back) == [("c1", "c3", "update", "up")]


def test_what_exceeds_the_whole_by_then_is_the_whole_whatever_is_said_of_it_years_later() -> None:
    claims = (
        said(MINISTRY, 632, "2024-03-01", place="Freedonia"),
        said(MINISTRY, 700, "2024-03-02", place="northern Freedonia"),
        said(MINISTRY, 900, "2026-03-01", place="Freedonia"),
    )
    assert moves(*claims) == [("c1", "c2", "update", "up"), ("c2", "c3", "update", "up")]
