import pytest

from claimtrack.model.quantities import Quantity
from claimtrack.model.report import Figure
from claimtrack.reconciling import RULES
from tests.reconciling.making import at_least, question, report, said

D1, D2, D3 = "2024-03-01", "2024-03-02", "2024-03-03"
DOZENS = Quantity(24, None, vague=True)


def preferred(*claims: object, **options: object) -> Figure:
    found = question(*claims, **options).figures.preferred  # type: ignore[arg-type]
    assert found is not None
    return found


def test_low_and_high_are_those_of_the_standing_positions() -> None:
    figures = question(said("A", 5, D1), said("A", 7, D2), said("B", 9, D1)).figures
    assert (figures.low, figures.high) == (7, 9)


def test_a_lower_bound_that_somebody_fills_leaves_the_range_closed() -> None:
    figures = question(said("A", 1), said("B", at_least(2)), said("C", 2)).figures
    assert (figures.low, figures.high) == (1, 2)


def test_a_lower_bound_above_every_number_leaves_the_range_open() -> None:
    figures = question(said("A", 1), said("B", at_least(2))).figures
    assert (figures.low, figures.high) == (1, None)


def test_a_floor_below_the_number_of_its_own_source_opens_no_range() -> None:
    claims = (said("Police", 4, D1), said("Police", at_least(3), D2))
    figures = question(*claims).figures
    assert (figures.low, figures.high) == (4, 4)
    figures = question(*claims, said("Hospital", at_least(2), D2)).figures
    assert (figures.low, figures.high) == (2, 4)


def test_vague_words_never_win_over_numbers() -> None:
    figures = question(said("A", DOZENS, D2), said("B", DOZENS, D2), said("C", 9, D1)).figures
    assert (figures.low, figures.high) == (9, 9)
    assert figures.latest is not None
    assert figures.preferred is not None
    assert figures.latest.claim == figures.preferred.claim == "c3"


def test_vague_words_are_kept_where_there_is_nothing_else() -> None:
    assert question(said("A", DOZENS)).figures.low == 24


def test_the_latest_is_what_was_said_last() -> None:
    latest = question(said("A", 9, D2), said("B", 5, D1)).figures.latest
    assert latest is not None
    assert latest.claim == "c1"


def test_of_one_day_the_latest_is_what_a_source_changed_to() -> None:
    claims = [said("A", 3), said("B", 2, revision_cue="initial"), said("B", 1), said("C", 3)]
    latest = question(*claims).figures.latest
    assert latest is not None
    assert latest.claim == "c3"


def test_the_identified_are_not_all() -> None:
    figures = question(said("A", 300, D1), said("A", 200, D1, basis="identified")).figures
    assert (figures.low, figures.high) == (300, 300)


def test_the_whole_comes_before_its_parts() -> None:
    claims = [said("A", 8, place="Oslo"), said("A", 69, place="Utøya")]
    whole = said("A", 77, place="Oslo and Utøya")
    assert question(*claims, whole).figures.low == 77


def test_the_default_is_what_most_origins_stand_by() -> None:
    claims = [said("A", 10, D1), said("B", 10, D1), said("C", 12, D3)]
    found = preferred(*claims)
    assert (found.low, found.rule) == (10, "most-origins: 2 of 3 origins stand by it")


def test_a_tie_goes_to_the_later() -> None:
    found = preferred(said("A", 10, D1), said("B", 12, D2))
    assert found.low == 12
    assert "the latest of equals" in (found.rule or "")


@pytest.mark.parametrize(
    ("rule", "low"),
    [("most-origins", 10), ("latest", 12), ("lowest", 8), ("official", 9), ("best-graded", 8)],
)
def test_each_rule_picks_its_own(rule: str, low: int) -> None:
    claims = [
        said("Witness A", 10, D1),
        said("Witness B", 10, D1),
        said("Witness C", 12, D3),
        said("Port police", 9, D2),
        said("MSF", 8, D2),
    ]
    found = preferred(*claims, rule=rule, grades={"msf": "A", "port-police": "C"})
    assert found.low == low
    assert (found.rule or "").startswith(f"{rule}: ")


@pytest.mark.parametrize(("grade", "low"), [("C", 3), ("F", 9), ("D", 9), ("E", 9)])
def test_a_source_without_a_grade_is_worse_than_fairly_reliable_and_better_than_not(
    grade: str, low: int
) -> None:
    claims = (said("Blog", 3, D1), said("Port hospital", 9, D1))
    assert preferred(*claims, rule="best-graded", grades={"blog": grade}).low == low


def test_a_body_has_the_grade_and_the_standing_of_each_of_its_names() -> None:
    claims = (
        said("Port health ministry", 30, D1),
        said("MoH", 32, D2),
        said("Watch group", 40, D2),
    )
    aliases = {"moh": "port-health-ministry"}
    assert preferred(*claims, rule="official", bodies=aliases).low == 32
    graded = preferred(*claims, rule="best-graded", bodies=aliases, grades={"moh": "A"})
    assert (graded.low, "graded A" in (graded.rule or "")) == (32, True)


def test_what_people_have_said_of_a_source_tells_whether_it_is_an_organ_of_state() -> None:
    claims = (said("SNPC", 9), said("Northern Administration", 12), said("Villagers", 10))
    assert preferred(*claims, rule="official").low == 12
    kinds = {"snpc": "government", "northern-administration": "armed group"}
    assert preferred(*claims, rule="official", kinds=kinds).low == 9


def test_every_rule_is_tried_above() -> None:
    assert set(RULES) == {"most-origins", "latest", "lowest", "official", "best-graded"}


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="rule is 'mean'"):
        report(said("A", 1), rule="mean")


def test_nothing_that_stands_gives_no_figures() -> None:
    figures = question(said("A", 1, revision_cue="withdrawn")).figures
    assert (figures.low, figures.high, figures.latest, figures.preferred) == (None,) * 4


def test_a_range_around_a_number_that_its_source_gave_later_adds_nothing() -> None:
    claims = (said("Police", Quantity(15, 16), D1), said("Coroner", 15, D2))
    assert question(*claims).figures.high == 16
    assert question(*claims, said("Police", 15, D3)).figures.high == 15
    assert question(said("Police", 15, D1), said("Police", Quantity(15, 16), D2)).figures.high == 16


def test_who_tells_of_a_part_speaks_of_its_whole_where_several_tell_of_that() -> None:
    both, lesk = "Lesk and Merton", "Lesk"
    claims = (
        said("Official", at_least(40), D1, place=lesk),
        said("Mayor", 70, D2, place=lesk),
        said("Mayor", 100, D2, place=both),
        said("Ministry", 105, D3, place=both),
    )
    figures = question(*claims).figures
    assert (figures.low, figures.high) == (100, 105)
    figures = question(*claims[:3]).figures
    assert (figures.low, figures.high) == (40, 70)


def test_what_a_source_says_again_is_no_later_word() -> None:
    claims = (said("Police", 12, D1), said("Hospital", 15, D2))
    before, after = question(*claims), question(*claims, said("Police", 12, D3))
    assert before.figures == after.figures


@pytest.mark.parametrize(
    ("claims", "low", "why"),
    [
        ((said("A", 12, D1), said("B", 40, D2)), 40, "the latest of equals"),
        ((said("A", 12, D1), said("B", 40, D1)), 40, "the higher of equals said at one time"),
        (
            (said("A", 27, D1), said("B", Quantity(30, 30, approximate=True), D1)),
            27,
            "the exact one of equals",
        ),
    ],
)
def test_a_tie_tells_why_it_fell_so(claims: tuple[object, ...], low: int, why: str) -> None:
    found = preferred(*claims)
    assert (found.low, (found.rule or "").rpartition("; ")[2]) == (low, why)
