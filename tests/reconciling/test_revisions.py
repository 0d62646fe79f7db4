import pytest

from claimtrack.model.claims import Claim
from claimtrack.model.dates import Period
from claimtrack.model.quantities import Quantity
from tests.reconciling.making import about, at_least, moves, question, said, standing

D1, D2, D3, D4 = "2024-03-01", "2024-03-02", "2024-03-03", "2024-03-04"


def test_a_toll_that_rises_is_an_update() -> None:
    assert moves(said("Police", 10, D1), said("Police", 12, D2)) == [("c1", "c2", "update", "up")]


def test_of_what_was_said_side_by_side_a_count_follows_the_count_and_not_the_estimate() -> None:
    claims = (
        said("President", 84, D1),
        said("President", at_least(1001), D1, basis="estimate"),
        said("President", 202, D2),
    )
    assert moves(*claims) == [("c1", "c3", "update", "up")]


def test_a_count_that_falls_is_a_correction() -> None:
    assert moves(said("Police", 12, D1), said("Police", 10, D2)) == [
        ("c1", "c2", "correction", "down")
    ]


def test_the_missing_fall_as_they_are_found() -> None:
    claims = [said("Police", 41, D1, kind="missing"), said("Police", 31, D2, kind="missing")]
    assert moves(*claims) == [("c1", "c2", "update", "down")]


def test_a_correction_by_its_words_may_go_up() -> None:
    claims = [said("Police", 10, D1), said("Police", 12, D2, revision_cue="correction")]
    assert moves(*claims) == [("c1", "c2", "correction", "up")]


def test_a_restatement_is_no_revision() -> None:
    claims = [said("Police", 10, D1), said("Police", 10, D2), said("Police", at_least(10), D3)]
    assert moves(*claims) == []
    assert standing(*claims) == ["c1", "c2", "c3"]


def test_a_later_report_by_somebody_else_is_no_revision() -> None:
    assert moves(said("Police", 10, D1), said("Hospital", 12, D2)) == []


def test_a_return_to_an_earlier_figure_is_a_reinstatement() -> None:
    claims = [said("Police", 10, D1), said("Police", 8, D2), said("Police", 10, D3)]
    assert moves(*claims)[1] == ("c2", "c3", "reinstatement", "up")


def test_what_was_said_at_one_time_in_no_known_order_is_no_revision() -> None:
    claims = [said("Police", 10, D1), said("Police", 12, D1)]
    assert moves(*claims) == []
    assert standing(*claims) == ["c1", "c2"]


def test_the_hour_tells_the_order_within_a_day() -> None:
    claims = [said("Police", 12, f"{D1}T18:00"), said("Police", 10, f"{D1}T09:00")]
    assert moves(*claims) == [("c2", "c1", "update", "up")]


def test_an_initial_figure_comes_before_what_the_same_body_says_in_the_same_text() -> None:
    claims = [said("Police", 10, D1), said("Police", 12, D1, revision_cue="initial")]
    assert moves(*claims) == [("c2", "c1", "correction", "down")]


def test_a_figure_recalled_later_is_no_return_to_it() -> None:
    claims = [
        said("Police", 10, D1),
        said("Police", 8, D2),
        said("Police", 10, D4, revision_cue="previous"),
        said("Police", 8, D4),
    ]
    assert moves(*claims) == [("c1", "c2", "correction", "down")]
    assert standing(*claims) == ["c2", "c4"]


def test_a_told_change_from_a_vague_word_is_one_where_the_two_cannot_both_hold() -> None:
    hundreds = Quantity(200, None, vague=True)
    claims = [said("Army", hundreds, D1), said("Army", 52, D3, revision_cue="down")]
    assert moves(*claims) == [("c1", "c2", "correction", "down")]
    assert moves(claims[0], said("Army", 250, D3, revision_cue="up")) == []
    assert moves(claims[0], said("Army", 52, D3)) == []


def test_a_change_leads_to_who_said_it_first_and_not_to_a_text_that_recalls_it() -> None:
    claims = [
        said("Police", 310, D1),
        said("Police", 717, D2, revision_cue="up"),
        said("Police", 717, D4, revision_cue="previous"),
        said("Police", 769, D3),
    ]
    assert moves(*claims) == [("c1", "c2", "update", "up"), ("c2", "c4", "update", "up")]


def test_a_change_leads_to_the_text_that_came_out_first_of_those_that_give_the_figure() -> None:
    claims = [
        said("Examiner", 10, D1),
        said("Examiner", 24, D3, publisher="Late Post", published="2024-06-01"),
        said("Examiner", 24, D3, publisher="Wire", published=D3, revision_cue="up"),
    ]
    assert moves(*claims) == [("c1", "c3", "update", "up")]


def test_a_recalled_figure_counts_over_the_days_that_it_was_said_to_count_over() -> None:
    day, since = Period("2024-03-01", "2024-03-01"), Period("2024-03-01", None)
    claims = [
        said("Government", 64, "2024-03-09", period=day),
        said("University", 2975, "2024-08-28", period=Period("2024-03-01", "2024-08-20")),
        said("Government", 2975, "2024-08-28", period=since, revision_cue="up"),
        said("Government", 64, "2024-10-15", period=since, revision_cue="previous"),
    ]
    assert moves(*claims) == [("c1", "c3", "update", "up")]
    assert standing(*claims) == ["c2", "c3"]


def test_a_previous_figure_first_heard_in_its_correction_comes_before_it() -> None:
    claims = [said("Police", 10, D3, revision_cue="previous"), said("Police", 15, D3)]
    assert moves(*claims) == [("c1", "c2", "update", "up")]


def test_a_withdrawn_figure_does_not_stand() -> None:
    claims = [said("Police", 21, D1), said("Police", 21, D2, revision_cue="withdrawn")]
    assert moves(*claims) == [("c1", "c2", "retraction", "none")]
    assert standing(*claims) == []


def test_a_cumulative_count_that_its_words_call_raised_is_one_too() -> None:
    first = said("Ministry", 900, "2024-02-20", period=Period("2024-01-01", "2024-02-20"))
    further = Period("2024-01-01", "2024-02-21")

    def toll(quote: str) -> Claim:
        return said("Ministry", 950, "2024-02-21", period=further, quote=quote)

    assert moves(first, toll("The toll is 950.")) == []
    assert moves(first, toll("The ministry raised the toll to 950.")) == [
        ("c1", "c2", "update", "up")
    ]


def test_a_recalled_figure_is_not_that_which_its_source_gives_later() -> None:
    claims = [
        said("Ministry", 190, "2024-03-11", revision_cue="previous"),
        said("Ministry", 192, "2024-03-12"),
        said("Ministry", 202, "2024-03-17"),
        said("Ministry", 190, "2024-03-23", revision_cue="correction"),
    ]
    assert [(old, new) for old, new, *_ in moves(*claims)] == [
        ("c1", "c2"),
        ("c2", "c3"),
        ("c3", "c4"),
    ]


def test_a_figure_is_withdrawn_also_by_a_withdrawal_that_is_written_as_a_denial() -> None:
    claims = [said("Police", 21, D1), said("Police", 21, D2, revision_cue="withdrawn", denies=True)]
    assert moves(*claims) == [("c1", "c2", "retraction", "none")]
    assert standing(*claims) == []


def test_a_withdrawn_denial_leaves_what_was_denied() -> None:
    claims = [
        said("Police", 21, D1, denies=True),
        said("Police", 21, D2, revision_cue="withdrawn", denies=True),
        said("Army", 21, D1),
    ]
    assert standing(*claims) == ["c3"]


def test_a_withdrawal_and_what_the_same_text_puts_in_its_place() -> None:
    claims = [said("Police", 21, D2, revision_cue="withdrawn"), said("Police", 11, D2)]
    assert moves(*claims) == [("c1", "c2", "correction", "down")]
    assert standing(*claims) == ["c2"]


def test_a_withdrawal_of_another_figure_leaves_the_present_one_standing() -> None:
    claims = [said("Police", 11, D1), said("Police", 21, D2, revision_cue="withdrawn")]
    assert moves(*claims) == []
    assert standing(*claims) == ["c1"]


def test_a_withdrawal_without_a_number_takes_the_present_figure_back() -> None:
    claims = [
        said("Police", 21, D1),
        said("Police", None, D2, statement="it withdrew its figure", revision_cue="withdrawn"),
    ]
    assert moves(*claims) == [("c1", "c2", "retraction", "none")]


def test_a_source_that_denies_what_it_had_said_retracts_it() -> None:
    claims = [said("Army", 3, D1), said("Army", 3, D2, denies=True)]
    assert moves(*claims) == [("c1", "c2", "retraction", "none")]


def test_a_denial_of_something_else_takes_nothing_back() -> None:
    claims = [said("Army", 3, D1), said("Army", 30, D2, denies=True)]
    assert moves(*claims) == []
    assert standing(*claims) == ["c1", "c2"]
    shelled = [
        said("Army", None, D1, kind="responsibility", statement="the army shelled the depot"),
        said(
            "Army", None, D2, kind="responsibility", statement="it shelled the market", denies=True
        ),
    ]
    assert moves(*shelled) == []


def test_a_source_that_says_what_it_had_denied_revises_it() -> None:
    claims = [said("Army", 3, D1, denies=True), said("Army", 3, D2)]
    assert moves(*claims) == [("c1", "c2", "update", "none")]
    assert standing(*claims) == ["c2"]


def test_the_same_window_stated_again_with_another_number_is_a_revision() -> None:
    window = Period("2024-01-01", "2024-02-20")
    claims = [
        said("Ministry", 900, "2024-02-20", period=window),
        said("Ministry", 950, "2024-02-21", period=Period("2024-01-01", "2024-02-21")),
        said("Ministry", 890, "2024-02-25", period=window),
    ]
    assert moves(*claims) == [("c1", "c3", "correction", "down")]


def test_a_cumulative_count_taken_further_is_no_revision_but_replaces_the_shorter_one() -> None:
    claims = [
        said("Ministry", 900, "2024-02-20", period=Period("2024-01-01", "2024-02-20")),
        said("Ministry", 950, "2024-02-21", period=Period("2024-01-01", "2024-02-21")),
    ]
    assert moves(*claims) == []
    assert standing(*claims) == ["c2"]


def test_a_cumulative_count_taken_further_by_more_than_a_week_is_an_update() -> None:
    def toll(figure: int, day: str) -> Claim:
        return said("Ministry", figure, day, period=Period("2024-01-01", day))

    bulletins = toll(900, "2024-02-20"), toll(910, "2024-02-27"), toll(980, "2024-03-06")
    assert moves(*bulletins) == [("c2", "c3", "update", "up")]
    assert moves(toll(900, "2024-02-20"), toll(900, "2024-03-06")) == []
    assert moves(toll(900, "2024-02-20"), toll(880, "2024-03-06")) == [
        ("c1", "c2", "correction", "down")
    ]


def test_a_cumulative_count_that_its_text_calls_risen_is_a_revision_of_the_shorter_one() -> None:
    shorter = said("Ministry", 900, "2024-02-20", period=Period("2024-01-01", "2024-02-20"))
    further = Period("2024-01-01", "2024-02-21")
    risen = said("Ministry", 950, "2024-02-21", period=further, revision_cue="up")
    assert moves(shorter, risen) == [("c1", "c2", "update", "up")]
    day = Period("2024-02-20", "2024-02-21")
    fallen = said("Ministry", 20, "2024-02-21", period=day, revision_cue="down")
    assert moves(shorter, fallen) == []


def test_a_correction_told_in_the_words_counts_across_windows() -> None:
    claims = [
        said("Ministry", 900, "2024-02-20", period=Period("2024-01-01", "2024-02-20")),
        said(
            "Ministry",
            850,
            "2024-02-21",
            period=Period("2024-01-01", "2024-02-21"),
            revision_cue="correction",
        ),
    ]
    assert moves(*claims) == [("c1", "c2", "correction", "down")]


def test_another_basis_is_a_change_of_scope() -> None:
    claims = [said("Police", 79, D1, basis="presumed"), said("Police", 71, D2)]
    assert moves(*claims) == [("c1", "c2", "scope-change", "down")]


def test_the_identified_beside_the_total_are_no_revision() -> None:
    claims = [said("Ministry", 300, D1), said("Ministry", 200, D1, basis="identified")]
    assert moves(*claims) == []
    assert standing(*claims) == ["c1", "c2"]


def test_a_source_that_goes_over_to_the_identified_alone_changed_its_scope() -> None:
    claims = [said("Ministry", 300, D1), said("Ministry", 200, D2, basis="identified")]
    assert moves(*claims) == [("c1", "c2", "scope-change", "down")]
    assert standing(*claims) == ["c1", "c2"]


def test_figures_for_two_places_are_no_revision_of_each_other() -> None:
    claims = [said("Police", 84, D1, place="Utøya"), said("Police", 8, D2, place="Oslo")]
    assert moves(*claims) == []


def test_a_source_inside_a_body_speaks_for_it_at_second_hand() -> None:
    claims = [
        said("Source in the Northern Brigades", 2, D1, revision_cue="initial"),
        said("Northern Brigades", 1, D1),
    ]
    (revision,) = question(*claims).revisions
    assert (revision.from_, revision.to, revision.direction) == ("c1", "c2", "down")
    assert revision.source == "northern-brigades"
    assert "only at second hand" in revision.reason


@pytest.mark.parametrize("when", [D1, D2])
def test_what_a_source_inside_says_after_the_body_changes_nothing(when: str) -> None:
    claims = [said("Northern Brigades", 1, D1), said("Source in the Northern Brigades", 2, when)]
    assert moves(*claims) == []


def test_an_outlet_that_never_carried_the_newer_figure_echoes_the_old_one() -> None:
    claims = [
        said("Police", 10, D1, via=("AP",)),
        said("Police", 8, D2, via=("AP",)),
        said("Police", 10, D3, via=("Weekly",)),
    ]
    assert moves(*claims) == [("c1", "c2", "correction", "down")]
    assert standing(*claims) == ["c2"]


def test_a_revision_leaves_from_a_statement_that_was_published_before_it() -> None:
    claims = [
        said("Police", 10, D1, publisher="AP"),
        said("Police", 10, D1, publisher="Weekly", published=D3),
        said("Police", 8, D2, publisher="AP"),
    ]
    assert moves(*claims) == [("c1", "c3", "correction", "down")]


def test_an_outlet_that_had_carried_the_newer_figure_reports_a_return() -> None:
    claims = [
        said("Police", 10, D1, via=("AP",)),
        said("Police", 8, D2, via=("AP",)),
        said("Police", 10, D3, via=("AP",)),
    ]
    assert moves(*claims)[1][2] == "reinstatement"


def test_an_echo_of_a_withdrawn_figure_does_not_bring_it_back() -> None:
    claims = [
        said("Police", 10, D1, via=("AP",)),
        said("Police", 10, D2, via=("AP",), revision_cue="withdrawn"),
        said("Police", 10, D3, via=("Weekly",)),
    ]
    assert moves(*claims) == [("c1", "c2", "retraction", "none")]
    assert standing(*claims) == []


def test_a_vague_word_made_a_number_is_no_revision() -> None:
    dozens = Quantity(24, None, vague=True)
    assert moves(said("Police", dozens, D1), said("Police", 31, D2), said("Police", 33, D3)) == [
        ("c2", "c3", "update", "up")
    ]


def test_a_number_said_to_be_about_is_held_to_a_twentieth() -> None:
    assert moves(said("Police", about(250), D1), said("Police", 253, D2)) == []
    assert moves(said("Police", about(500), D1), said("Police", 471, D2)) == [
        ("c1", "c2", "correction", "down")
    ]


def test_what_was_recorded_as_superseded_does_not_stand() -> None:
    claims = [said("Police", 10, None, superseded_by="c2"), said("Police", 12, None)]
    assert moves(*claims) == [("c1", "c2", "update", "up")]
    assert standing(said("Police", 10, superseded_by="c2"), said("Hospital", 12)) == ["c2"]


def test_the_reason_names_source_figures_and_days() -> None:
    (revision,) = question(said("Maui County", 115, D1), said("Maui County", 97, D2)).revisions
    assert revision.reason == (
        "Maui County said 115 on 1 March 2024, then Maui County said 97 on 2 March 2024: "
        "a correction, down (a count that fell)."
    )


REFUSED = frozenset([("c1", "c2")])


def test_figures_between_which_a_person_saw_no_revision_stand_side_by_side() -> None:
    claims = [said("Police", 10, D1), said("Police", 12, D2)]
    assert moves(*claims, refused=REFUSED) == []
    assert standing(*claims, refused=REFUSED) == ["c1", "c2"]


@pytest.mark.parametrize("figure", [10, 12])
def test_a_refusal_holds_when_either_figure_is_repeated(figure: int) -> None:
    claims = [said("Police", 10, D1), said("Police", 12, D2), said("Police", figure, D3)]
    assert moves(*claims, refused=REFUSED) == []
    assert standing(*claims, refused=REFUSED) == ["c1", "c2", "c3"]


def test_a_third_figure_replaces_both_that_stood_side_by_side() -> None:
    claims = [said("Police", 10, D1), said("Police", 12, D2), said("Police", 15, D3)]
    assert moves(*claims, refused=REFUSED) == [("c2", "c3", "update", "up")]
    assert standing(*claims, refused=REFUSED) == ["c3"]


def test_words_that_tell_of_a_change_outweigh_a_refusal() -> None:
    claims = [said("Police", 10, D1), said("Police", 12, D2, revision_cue="correction")]
    assert moves(*claims, refused=REFUSED) == [("c1", "c2", "correction", "up")]


def test_a_refusal_binds_no_other_source() -> None:
    claims = [said("Hospital", 10, D1), said("Hospital", 12, D2), said("Police", 10, D1)]
    assert moves(*claims, said("Police", 12, D2), refused=REFUSED) == [("c3", "c4", "update", "up")]


def test_of_two_statements_of_one_day_the_one_that_tells_of_a_rise_is_the_later() -> None:
    first = said("Police", at_least(60), quote="More than 60 people died, the police said.")
    risen = said("Police", 133, quote="The number of dead has risen to 133.")
    assert moves(first, risen) == moves(first, risen)[:1] == [("c1", "c2", "update", "up")]
    assert moves(risen, first) == [("c2", "c1", "update", "up")]
    plain = said("Police", 133, quote="The bodies of 133 people were found.")
    assert moves(first, plain) == []


def test_a_text_that_tells_of_a_return_is_no_echo() -> None:
    claims = [
        said("Police", 100, "2024-03-01", via=("AP",)),
        said("Police", 80, "2024-03-02", via=("Reuters",)),
        said("Police", 100, "2024-03-03", via=("AFP",), quote="The police went back to 100 dead."),
    ]
    assert moves(*claims)[-1] == ("c2", "c3", "reinstatement", "up")
    assert standing(*claims) == ["c3"]


def test_a_figure_given_anew_after_its_withdrawal_is_reinstated() -> None:
    claims = [
        said("Police", 100, "2024-03-01"),
        said("Police", 100, "2024-03-02", revision_cue="withdrawn"),
        said("Police", 100, "2024-03-03"),
    ]
    assert moves(*claims) == [
        ("c1", "c2", "retraction", "none"),
        ("c2", "c3", "reinstatement", "none"),
    ]


def test_a_revision_is_told_of_the_body_and_a_position_of_who_spoke() -> None:
    told = question(
        said("Health Ministry", 12, D1),
        said("Captain Odeh", 15, D2),
        bodies={"captain-odeh": "health-ministry"},
    )
    assert told.revisions[0].reason == (
        "Health Ministry said 12 on 1 March 2024, then Health Ministry said 15 on 2 March 2024: "
        "an update, up."
    )
    assert [position.name for position in told.positions] == ["Health Ministry", "Captain Odeh"]
    assert {position.body for position in told.positions} == {"Health Ministry"}


def test_a_floor_below_its_own_number_is_a_looser_account_and_no_revision() -> None:
    claims = (said("Police", 4, D1), said("Police", at_least(3), D2))
    assert moves(*claims) == []
    assert standing(*claims) == ["c1", "c2"]
    body = (said("a source in the police", 4, D1), said("the police", at_least(3), D2))
    assert moves(*body) == []


@pytest.mark.parametrize(
    "told",
    [
        {"revision_cue": "correction"},
        {"revision_cue": "down"},
        {"quote": "The police lowered the toll to at least three."},
    ],
)
def test_a_floor_below_its_own_number_is_a_revision_where_the_text_tells_of_a_change(
    told: dict[str, str],
) -> None:
    claims = (said("Police", 4, D1), said("Police", at_least(3), D2, **told))
    assert moves(*claims) == [("c1", "c2", "correction", "down")]


def test_a_floor_below_another_floor_is_a_fall() -> None:
    claims = (said("Police", at_least(15), D1), said("Police", at_least(12), D2))
    assert moves(*claims) == [("c1", "c2", "correction", "down")]


def test_who_is_relayed_by_a_source_that_changed_its_mind_has_not_changed_theirs() -> None:
    claims = [
        said("Office", 11, D1, via=("Agency",), publisher="Paper"),
        said("Agency", 11, D1, publisher="Wire"),
        said("Agency", 16, D2, publisher="Wire"),
    ]
    standing = {p.claim: p.state for p in question(*claims).positions}
    assert standing["c1"] == "standing"


def test_a_step_that_the_record_tells_is_a_revision_whatever_was_rounded() -> None:
    about_100 = Quantity(100, 100, approximate=True)
    claims = (said("Committee", about_100, D1), said("Committee", at_least(104), D2))
    assert moves(*claims) == []
    assert moves(claims[0], said("Committee", at_least(104), D2, revision_cue="up")) == [
        ("c1", "c2", "update", "up")
    ]


def test_who_gives_the_figure_that_an_origin_went_back_to_echoes_nothing_old() -> None:
    claims = [
        said("Ministry", 500, D1, publisher="Wire"),
        said("Ministry", 471, D2, publisher="Wire"),
        said("Ministry", 500, D3, publisher="Wire"),
        said("Paper", 500, D4, via=("Ministry",), publisher="Paper"),
    ]
    states = {p.claim: p.state for p in question(*claims).positions}
    assert states["c4"] == "standing"


def test_a_count_without_a_last_day_is_no_bulletin_and_the_missing_are_no_running_count() -> None:
    since, days = Period("2024-03-01", None), Period("2024-03-01", "2024-03-09")
    open_end = said("Police", 50, "2024-03-04", period=since)
    assert moves(open_end, said("Police", 56, "2024-03-09", period=days)) == [
        ("c1", "c2", "update", "up")
    ]
    ended = Period("2024-03-01", "2024-03-05")
    for kind, found in (("killed", []), ("missing", [("c1", "c2", "update", "down")])):
        claims = (
            said("Police", 17, "2024-03-05", period=ended, kind=kind),
            said("Police", 14, "2024-03-09", period=days, kind=kind),
        )
        assert moves(*claims) == found
