import pytest

from claimtrack.matching import explain, regroup
from claimtrack.model.grouping import Judgement
from tests.matching.rows import row

STRIKE = "An air strike on a market killed two, said Oyelaran."


def test_the_total_is_the_base_and_all_weights() -> None:
    told = explain(row(1, quote=STRIKE), row(2, "Al-Qaem", quote=STRIKE))
    assert told.total == pytest.approx(told.base + sum(f.weight for f in told.features), abs=1e-4)
    assert told.probability > told.merge


def test_each_feature_shows_both_values() -> None:
    told = explain(row(1, quote=STRIKE), row(2, "Al-Qaem", "2024-01-25", quote="Gunmen fired."))
    shown = {f.name: (f.a, f.b) for f in told.features}
    assert shown["place"] == ("Qaim", "Al-Qaem")
    assert shown["date"] == ("24 January 2024", "25 January 2024")
    assert shown["act"] == ("airstrike", "shooting")
    assert shown["words"][0] == "oyelaran"


def test_what_one_of_the_two_does_not_say_has_no_likeness() -> None:
    told = explain(row(1), row(2))
    assert {f.name: f.likeness for f in told.features}["act"] is None


def test_a_judgement_is_told_with_the_reckoning() -> None:
    a, b = row(1), row(2, "Hatra")
    assert explain(a, b).verdict is None
    assert explain(a, b, judgements=[Judgement("unsure", 2, 1)]).verdict == "unsure"
    chain = [Judgement("same", 1, 3), Judgement("different", 3, 2)]
    assert explain(a, b, judgements=chain).verdict == "different"


def test_two_claims_of_one_article_are_explained_as_such() -> None:
    a, b = row(1, document=4), row(2, "Hatra", document=4)
    assert explain(a, b).setting == "article"


def test_what_is_explained_as_likely_is_put_together_and_what_is_not_is_not() -> None:
    base = row(1, quote=STRIKE)
    for other in (
        row(2, "Al-Qaem", quote="Warplanes hit a bazaar."),
        row(2, "Hatra", quote=STRIKE),
        row(2, day="2024-01-28", quote=STRIKE),
        row(2, day="2024-01-25", quote="Gunmen attacked a school."),
    ):
        told = explain(base, other)
        grouping = regroup([base, other], next_event=1, next_question=1)
        together = grouping.assigned[1][0] == grouping.assigned[2][0]
        assert together == (told.probability >= told.merge)


def test_it_is_told_where_grouping_does_not_compare_the_two_at_all() -> None:
    assert explain(row(1), row(2, "Al-Qaem")).compared
    assert not explain(row(1), row(2, day=None, said_at=None)).compared
    assert not explain(row(1), row(2, "Hatra")).compared
    assert explain(row(1, document=4), row(2, "Hatra", document=4)).compared


def test_what_each_claim_of_an_article_says_of_its_place_counts() -> None:
    also, county = row(1, "Lesk, Upland", document=4), row(2, "Rowan County")
    told = explain(row(3, "Lesk, Rowan County", document=4), county, [also])
    assert {f.name: f.likeness for f in told.features}["place"] == pytest.approx(0.75)
