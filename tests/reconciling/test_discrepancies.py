from dataclasses import replace

import pytest

from claimtrack.model.claims import Claim
from claimtrack.model.dates import Period
from claimtrack.model.documents import Document
from claimtrack.model.quantities import Quantity
from tests.reconciling.making import about, at_least, quarrels, question, said

D1, D2, D3 = "2024-03-01", "2024-03-02", "2024-03-03"
OTHERS = Quantity(2, None, vague=True)


def test_equal_figures_agree() -> None:
    assert quarrels(said("A", 2), said("B", 2)) == {}


def test_figures_that_cannot_both_be_true_are_a_conflict() -> None:
    assert quarrels(said("A", 1), said("B", 2)) == {("c1", "c2"): "conflict"}


def test_compatible_bounds_are_bound() -> None:
    assert quarrels(said("A", at_least(1)), said("B", 2)) == {("c1", "c2"): "bound"}
    assert quarrels(said("A", about(250)), said("B", 253)) == {("c1", "c2"): "bound"}


def test_a_vague_word_never_contradicts() -> None:
    assert quarrels(said("A", OTHERS), said("B", 1)) == {("c1", "c2"): "bound"}


def test_what_is_not_comparable_is_scope_whatever_the_values() -> None:
    for other in (
        said("B", 2, place="Upland"),
        said("B", 2, period=Period("2024-01-01", "2024-05-01")),
        said("B", 2, basis="estimate"),
    ):
        assert quarrels(said("A", 1), other) == {("c1", "c2"): "scope"}


def test_a_count_over_some_of_the_days_that_exceeds_that_over_all_is_a_conflict() -> None:
    some, all_ = Period("2024-01-01", "2024-03-01"), Period("2024-01-01", "2024-05-01")
    assert quarrels(said("A", 9, period=some), said("B", 7, period=all_)) == {
        ("c1", "c2"): "conflict"
    }
    (found,) = question(said("A", 9, period=some), said("B", 7, period=all_)).discrepancies
    assert "counts more over some of the days than the other over all of them" in found.reason


@pytest.mark.parametrize(
    ("some", "all_", "fields"),
    [
        (7, 9, {}),
        (at_least(7), at_least(9), {}),
        (9, at_least(7), {}),
        (9, 7, {"basis": "estimate"}),
        (9, 7, {"kind": "missing"}),
    ],
)
def test_a_count_over_some_of_the_days_that_may_be_true_is_scope(
    some: int | Quantity, all_: int | Quantity, fields: dict[str, str]
) -> None:
    a = said("A", some, period=Period("2024-01-01", "2024-03-01"), **fields)
    b = said("B", all_, period=Period("2024-01-01", "2024-05-01"), **fields)
    assert quarrels(a, b) == {("c1", "c2"): "scope"}


def test_the_reason_of_a_scope_names_every_difference() -> None:
    (found,) = question(said("A", 1), said("B", 2, place="Upland", basis="estimate")).discrepancies
    assert "different places and they count on different bases" in found.reason


def test_a_superseded_figure_against_another_source_is_stale() -> None:
    claims = [said("A", 1, D1), said("A", 2, D2), said("B", 2, D2)]
    assert quarrels(*claims) == {("c1", "c3"): "stale"}


def test_a_superseded_figure_that_agrees_is_no_entry() -> None:
    assert quarrels(said("A", 1, D1), said("A", 2, D2), said("B", 1, D1)) == {
        ("c2", "c3"): "conflict"
    }


def test_two_superseded_figures_are_nobodys_quarrel() -> None:
    claims = [said("A", 1, D1), said("A", 3, D2), said("B", 2, D1), said("B", 3, D2)]
    assert ("c1", "c3") not in quarrels(*claims)


def test_a_figure_called_early_is_stale_against_a_later_one() -> None:
    claims = [said("A", 2, revision_cue="initial"), said("B", 1)]
    assert quarrels(*claims) == {("c1", "c2"): "stale"}


def test_an_echo_is_stale_against_what_its_own_source_says_now() -> None:
    claims = [
        said("A", 10, D1, via=("AP",)),
        said("A", 8, D2, via=("AP",)),
        said("A", 10, D3, via=("Weekly",)),
    ]
    assert quarrels(*claims) == {("c2", "c3"): "stale"}


def reasons(*claims: Claim) -> list[str]:
    """What is told of the pairs of which one stands no more."""
    return [d.reason for d in question(*claims).discrepancies if d.type == "stale"]


def test_the_reason_of_a_stale_figure_tells_whose_was_changed_to_what() -> None:
    claims = [said("Hospital", 14, D1), said("Police", 23, D2), said("Police", 25, D3)]
    assert reasons(*claims) == [
        "Hospital said 14 on 1 March 2024; Police said 23 on 2 March 2024: "
        "Police changed 23 to 25 on 3 March 2024."
    ]
    back = said("Police", 23, D3, revision_cue="withdrawn")
    (told,) = reasons(*claims[:2], back)
    assert told.endswith(": Police withdrew 23 on 3 March 2024.")
    denial = said("Police", 23, D3, denies=True)
    assert reasons(*claims[:2], denial)[0].endswith(": Police denied 23 on 3 March 2024.")
    dropped = replace(claims[1], document=Document(replaced_by="d2"))
    assert reasons(claims[0], dropped)[0].endswith(
        ": the newer text no longer says what the older one did."
    )


def test_statements_of_one_day_bear_the_hours_that_are_known_of_both() -> None:
    claims = [said("A", 12, "2024-03-03T08:00"), said("A", 10, "2024-03-03T18:00")]
    report = question(*claims, said("B", 11, "2024-03-03T12:00"), said("C", 9, "2024-03-03"))
    assert report.revisions[0].reason.startswith(
        "A said 12 on 3 March 2024 at 08:00, then A said 10 on 3 March 2024 at 18:00: "
    )
    told = {d.claims: d.reason for d in report.discrepancies}
    assert told["c1", "c3"] == (
        "A said 12 on 3 March 2024 at 08:00; B said 11 on 3 March 2024 at 12:00: "
        "A changed 12 to 10 on 3 March 2024 at 18:00."
    )
    assert told["c4", "c2"].startswith("C said 9 on 3 March 2024; A said 10 on 3 March 2024: ")


def test_the_reason_of_a_count_that_was_taken_further_calls_it_no_change() -> None:
    first = Period("2024-01-01", "2024-02-01")
    claims = [
        said("Office", 100, "2024-02-01", period=first),
        said("Office", 140, D1, period=Period("2024-01-01", "2024-03-01")),
        said("Fourth NGO", 150, "2024-02-01", period=first),
    ]
    assert reasons(*claims)[0].endswith(": Office took the count on to 140 on 1 March 2024.")


def test_the_reason_of_an_echo_names_who_carries_it_and_whose_figure_it_is() -> None:
    claims = [
        said("the ministry", 500, D1, via=("AFP",)),
        said("the ministry", 471, D2, via=("AFP",)),
    ]
    change = "the ministry changed 500 to 471 on 2 March 2024"
    assert reasons(*claims, said("the ministry", 500, D3, via=("Lesk Post",))) == [
        "The ministry said 471 on 2 March 2024; the ministry said 500, "
        f"which Lesk Post still carried on 3 March 2024: {change}."
    ]
    late = said("the ministry", 500, D1, publisher="Lesk Post", published=D3)
    assert reasons(*claims, late) == [
        "The ministry said 500 on 1 March 2024; the ministry said 471 on 2 March 2024: "
        f"{change}, and Lesk Post still carried it on 3 March 2024."
    ]


def test_who_carried_a_figure_before_it_was_changed_is_not_said_to_carry_it_still() -> None:
    claims = [said("Ministry", 500, D1), said("Ministry", 471, D3)]
    own = said("AFP", 500, D2, via=("Ministry",), publisher="AFP")
    assert reasons(*claims, own) == [
        "AFP carried 500 on 2 March 2024; Ministry said 471 on 3 March 2024: "
        "Ministry changed 500 to 471 on 3 March 2024."
    ]


def test_a_relay_that_gives_a_figure_as_its_own_is_stale_once_its_origin_has_changed_it() -> None:
    claims = [
        said("Ministry", 10, D1, via=("AFP",)),
        said("AFP", 10, D2),
        said("Ministry", 8, D3, via=("AP",)),
    ]
    assert quarrels(*claims) == {("c2", "c3"): "stale"}


def test_statements_of_one_source_are_no_discrepancy() -> None:
    assert quarrels(said("A", 1), said("A", 2)) == {}


def test_a_denial_contradicts_the_figure_denied_and_no_other() -> None:
    denial = said("B", 3, denies=True)
    assert quarrels(said("A", 3), denial) == {("c1", "c2"): "conflict"}
    assert quarrels(said("A", 5), denial) == {}


@pytest.mark.parametrize(
    ("asserted", "denied", "opposed"),
    [
        (14, at_least(12), True),
        (at_least(12), 12, True),
        (about(250), 250, True),
        (at_least(10), 12, False),
        (Quantity(3, None, vague=True), 500, False),
        (40, Quantity(24, None, vague=True), False),
        (40, Quantity(1, None, vague=True), True),
        (40, at_least(1), True),
        (0, at_least(1), False),
    ],
)
def test_a_denial_opposes_its_own_figure_or_where_it_has_none_the_thing_itself(
    asserted: int | Quantity, denied: int | Quantity, opposed: bool
) -> None:
    found = quarrels(said("A", asserted), said("B", denied, denies=True))
    assert found == ({("c1", "c2"): "conflict"} if opposed else {})


@pytest.mark.parametrize(
    ("asserted", "denied", "opposed"),
    [
        ("The army shelled the depot", "The army shelled the depot", True),
        ("The army shelled the depot at night", "it did not shell the depot", True),
        ("The army shelled the depot", "shelling the depot", True),
        ("The army shelled the depot", "any involvement", True),
        ("The army struck the depot", "striking the depot", True),
        ("The army blew up the dam", "it did not blow up the dam", True),
        ("The army set the mill on fire", "setting the mill on fire", True),
        ("The army sank the ferry", "it hit the ferry", False),
        ("The army shelled the depot", "it shelled the market", False),
        ("The militia shelled the depot", "it shelled the depot", False),
        ("The militia shelled the army", "The army shelled the militia", False),
        ("The militia fired the rocket", "any involvement", False),
    ],
)
def test_a_denial_opposes_the_statement_that_it_denies_and_no_other(
    asserted: str, denied: str, opposed: bool
) -> None:
    claims = [
        said("Police", None, kind="responsibility", statement=asserted),
        said("Army", None, kind="responsibility", statement=denied, denies=True),
    ]
    assert quarrels(*claims) == ({("c1", "c2"): "conflict"} if opposed else {})


def test_a_denial_without_a_number_opposes_any_figure_but_none_at_all() -> None:
    denial = said("Army", None, statement="anybody was killed", denies=True)
    assert quarrels(said("Police", 3), denial) == {("c1", "c2"): "conflict"}
    assert quarrels(said("Police", 0), denial) == {}


def test_two_claimants_of_one_claim_do_not_disagree_with_themselves() -> None:
    claims = [said("A", 1), said("B", 2)]
    both = said("C", 3)
    joint = type(both)(
        kind="killed", claimants=("C", "D"), quantity=both.quantity, place="Port Town",
        period=both.period, stated_at=both.stated_at,
    )  # fmt: skip
    assert set(quarrels(*claims, joint)) == {("c1", "c2"), ("c1", "c3"), ("c2", "c3")}


def test_the_gravest_come_first() -> None:
    found = question(said("A", OTHERS), said("B", 2), said("C", 3), said("D", 1, place="Upland"))
    types = [d.type for d in found.discrepancies]
    assert types == sorted(types, key=["conflict", "stale", "scope", "bound"].index)


def test_above_two_hundred_positions_one_pair_stands_for_all_of_its_values() -> None:
    claims = [said(f"Witness {n}", n % 3) for n in range(210)]
    found = question(*claims).discrepancies
    assert [d.type for d in found] == ["conflict"] * 3


def test_a_great_stream_of_growing_figures_stays_small() -> None:
    claims = [
        said(
            source,
            100 + day,
            f"2024-{1 + day // 28:02d}-{1 + day % 28:02d}",
            period=Period("2024-01-01", f"2024-{1 + day // 28:02d}-{1 + day % 28:02d}"),
        )
        for day in range(200)
        for source in ("Ministry", "Office")
    ]
    report = question(*claims)
    assert report.discrepancies == ()
    assert report.figures.low == report.figures.high == 299


def test_a_name_that_begins_with_an_article_is_small_inside_a_sentence() -> None:
    claims = (said("A morgue", 3, "2024-03-01"), said("The Corps", 5, "2024-03-01"))
    (found,) = question(*claims).discrepancies
    assert found.reason.startswith("A morgue said 3 on 1 March 2024; the Corps said 5 ")


def test_the_reason_keeps_the_hedge_in_the_words_of_its_source() -> None:
    claims = (
        said("Mayor", 40, hedge="feared"),
        said("Police", 12, hedge="up to", basis="estimate"),
    )
    (found,) = question(*claims).discrepancies
    assert "Mayor said 40 (“feared”) on 1 March 2024" in found.reason
    assert "olice said 12 (estimate) (“up to”) on 1 March 2024" in found.reason
    shelled = {"kind": "responsibility", "statement": "The army shelled the depot"}
    (found,) = question(
        said("Police", None, hedge="likely", **shelled),
        said("Army", None, denies=True, **shelled),
    ).discrepancies
    assert "; Police said “The army shelled the depot” (“likely”) on 1 March" in found.reason


def test_the_reason_keeps_the_words_of_a_bound() -> None:
    claims = (said("A", Quantity(None, 99), value_text="fewer than 100"), said("B", 1200))
    (found,) = question(*claims).discrepancies
    assert found.reason.startswith("A said fewer than 100 on 1 March 2024; B said 1,200 on ")


def test_who_takes_a_figure_back_asserts_nothing() -> None:
    claims = (
        said("Mayor", 5, "2024-03-02"),
        said("Mayor", 5, "2024-03-03", revision_cue="withdrawn"),
        said("Army", 5, "2024-03-04", denies=True),
        said("Hospital", 8, "2024-03-04"),
    )
    told = {one for entry in question(*claims).discrepancies for one in entry.claims}
    assert "c2" not in told


def test_a_denial_of_the_very_words_opposes_them_however_few_they_are() -> None:
    claims = [
        said(who, None, "2024-03-02", kind="responsibility", statement="The army did it", denies=no)
        for who, no in (("Rebels", False), ("Army", True))
    ]
    assert [entry.type for entry in question(*claims).discrepancies] == ["conflict"]
