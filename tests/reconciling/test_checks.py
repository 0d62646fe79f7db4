from dataclasses import replace

from claimtrack.model.claims import Claim
from claimtrack.model.findings import Finding, FindingRecord
from claimtrack.model.quantities import LARGEST
from tests.reconciling.making import at_least, exactly, report, said


def found(*claims: object) -> list[tuple[str, tuple[str, ...]]]:
    return [(check.type, check.claims) for check in report(*claims).checks]  # type: ignore[arg-type]


def test_a_part_within_its_whole_is_fine() -> None:
    assert found(said("A", 27), said("A", 5, scope="children")) == []
    assert found(said("A", at_least(2)), said("A", 5, scope="children")) == []


def test_a_part_larger_than_its_whole_is_found() -> None:
    assert found(said("A", 3), said("B", 5, scope="children")) == [
        ("part-exceeds-whole", ("c2", "c1"))
    ]


def test_a_part_is_held_against_each_whole_where_its_own_source_gives_none() -> None:
    claims = [said("A", 61), said("B", 141), said("C", 105, scope="civilians")]
    assert found(*claims) == [("part-exceeds-whole", ("c3", "c1"))]


def test_a_check_names_its_questions_and_a_finding_on_one_of_them_settles_it() -> None:
    claims = [said("A", 3), replace(said("A", 5, scope="children"), question="q2")]
    (check,) = report(*claims).checks
    assert (check.questions, check.settled) == (("q2", "q1"), False)
    made = Finding("q2", "the list", "ann", "2024-03-05T00:00:00Z", exactly(2))
    (check,) = report(*claims, findings={"q2": FindingRecord("f1", made)}).checks
    assert check.settled


def parts_of_syria(whole: int, when: str = "2024-03-02") -> list[Claim]:
    return [
        said("A", 20, "2024-03-01", place="northwest Syria"),
        said("B", 14, "2024-03-01", place="government-held Syria"),
        said("C", whole, when, place="Syria"),
    ]


def test_places_apart_must_fit_into_the_place_that_holds_them() -> None:
    assert found(*parts_of_syria(34)) == []
    assert found(*parts_of_syria(30)) == [("sum", ("c3", "c2", "c1"))]


def test_a_whole_need_not_hold_what_was_said_of_its_parts_later() -> None:
    assert found(*parts_of_syria(30, "2024-02-29")) == []
    assert found(*parts_of_syria(30), said("A", 5, place="northern Syria")) == []


def test_a_part_larger_than_its_own_sources_whole_is_found_whatever_others_say() -> None:
    claims = [said("A", 3), said("B", 9), said("A", 5, scope="children")]
    assert found(*claims) == [("part-exceeds-whole", ("c3", "c1"))]


def test_civilians_and_fighters_that_do_not_sum_are_found() -> None:
    parts = [said("A", 6, scope="civilians"), said("A", 3, scope="fighters")]
    assert found(said("A", 9), *parts) == []
    assert found(said("A", 10), *parts) == [("sum", ("c1", "c2", "c3"))]


def test_women_and_children_alone_need_not_sum_but_must_fit() -> None:
    parts = [said("A", 6, scope="women"), said("A", 3, scope="children")]
    assert found(said("A", 12), *parts) == []
    assert found(said("A", 8), *parts) == [("sum", ("c1", "c3", "c2"))]


def test_a_count_that_includes_the_attackers_is_no_part() -> None:
    assert found(said("A", 58), said("A", 59, scope="including the attacker")) == []


def test_parts_of_another_source_basis_or_day_are_not_summed() -> None:
    whole, part = said("A", 10), said("A", 6, scope="civilians")
    assert found(whole, part, said("B", 3, scope="fighters")) == []
    assert found(whole, part, said("A", 3, scope="fighters", basis="estimate")) == []
    assert found(whole, part, said("A", 3, "2024-03-09", scope="fighters")) == []


def test_the_killed_and_the_injured_are_the_casualties() -> None:
    claims = [said("A", 12, kind="casualties"), said("A", 5), said("A", 9, kind="injured")]
    assert found(*claims) == [("sum", ("c1", "c2", "c3"))]


def test_a_place_is_held_against_the_place_that_holds_it() -> None:
    claims = [said("A", 9, place="Oslo"), said("A", 8, place="Oslo and Utøya")]
    assert found(*claims) == [("part-exceeds-whole", ("c1", "c2"))]


def test_what_was_superseded_is_not_checked() -> None:
    claims = [said("A", 3), said("A", 9, "2024-03-02"), said("B", 5, scope="children")]
    assert found(*claims) == []


def test_the_reason_names_sources_and_figures() -> None:
    (check,) = report(said("A", 3), said("B", 5, scope="children")).checks
    assert check.reason == "B said 5 (children), more than the 3 (everyone) that A said."


def test_the_reason_tells_what_the_parts_sum_to() -> None:
    parts = [said("A", 10, scope="civilians"), said("A", at_least(9), scope="fighters")]
    (check,) = report(said("A", 15), *parts).checks
    assert check.reason == (
        "A said 15 killed, but 10 civilians and at least 9 fighters, which sum to at least 19."
    )
    (check,) = report(
        said("A", 12, kind="casualties", scope="children"),
        said("A", 5, scope="children"),
        said("A", 9, kind="injured", scope="children"),
    ).checks
    assert check.reason == (
        "A said 12 casualties (children), but 5 killed and 9 injured, which sum to 14."
    )
    (check,) = report(*parts_of_syria(30)).checks
    assert check.reason == (
        "C said 30 killed in Syria, fewer than 34, the sum of 14 in government-held Syria and "
        "20 in northwest Syria."
    )


def test_a_sum_may_be_larger_than_any_figure_that_can_be_kept() -> None:
    parts = [said("A", LARGEST, scope="civilians"), said("A", LARGEST, scope="fighters")]
    (check,) = report(said("A", LARGEST), *parts).checks
    assert check.reason.endswith("which sum to 18,446,744,073,709,551,614.")


def test_the_reason_names_the_places() -> None:
    claims = [
        said("The ministry", 9, place="Oslo"),
        said("The ministry", 8, place="Oslo and Utøya"),
    ]
    (check,) = report(*claims).checks
    assert check.reason == (
        "The ministry said 9 in Oslo, more than the 8 in Oslo and Utøya that the ministry said."
    )


def test_what_counts_by_another_measure_is_no_part_of_everyone() -> None:
    for scope in ("excess deaths", "indirect deaths", "missing-person reports", "dead and missing"):
        assert found(said("A", 64), said("B", 2975, scope=scope)) == []


def test_a_claim_graded_as_confirmed_must_have_a_second_origin_standing_by_it() -> None:
    police = said("Police", 12, "2024-03-03", credibility=1)
    hospital = said("Hospital", 12, "2024-03-03")
    assert found(police, hospital) == []
    assert found(police, hospital, said("Hospital", 14, "2024-03-04")) == [("unconfirmed", ("c1",))]
    assert found(police, said("Police", 13, "2024-03-04")) == []
