import pytest

from claimtrack.errors import UsageError
from claimtrack.matching import check_judgement
from claimtrack.matching.judgements import Verdicts
from claimtrack.model.grouping import Judgement


def same(a: int, b: int) -> Judgement:
    return Judgement("same", a, b)


def different(a: int, b: int) -> Judgement:
    return Judgement("different", a, b)


def test_same_runs_on() -> None:
    assert Verdicts([same(1, 2), same(2, 3)]).verdict(1, 3) == "same"


def test_different_holds_between_all_that_the_two_are_the_same_as() -> None:
    verdicts = Verdicts([same(1, 2), different(2, 3), same(3, 4)])
    assert verdicts.verdict(1, 4) == "different"
    assert (1, 4) in verdicts.parted()


def test_unsure_says_nothing() -> None:
    verdicts = Verdicts([Judgement("unsure", 1, 2)])
    assert verdicts.verdict(1, 2) is None
    assert not verdicts.groups()


def test_same_after_different_is_refused_with_the_chain() -> None:
    with pytest.raises(UsageError) as error:
        check_judgement(same(2, 3), [different(1, 2), same(1, 3)])
    assert "c1 different c2" in error.value.message
    assert "c1 same c3" in error.value.message
    assert "Withdraw" in error.value.hint


def test_different_after_a_chain_of_same_is_refused_with_the_chain() -> None:
    with pytest.raises(UsageError, match=r"c1 same c2, c2 same c3"):
        check_judgement(different(1, 3), [same(1, 2), same(2, 3)])


def test_a_claim_cannot_be_judged_against_itself() -> None:
    with pytest.raises(UsageError, match="twice"):
        check_judgement(same(4, 4), [])


def test_saying_it_again_is_no_contradiction() -> None:
    check_judgement(same(1, 2), [same(1, 2)])
    check_judgement(different(1, 2), [different(2, 1)])
