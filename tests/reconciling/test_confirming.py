"""Whether others stand by what one claim says."""

from claimtrack.model.claims import Claim
from claimtrack.model.dates import Period
from claimtrack.reconciling import origins_beside
from tests.reconciling.making import about, numbered, said


def beside(*claims: Claim) -> int:
    """How many origins stand by what the first of these says."""
    return origins_beside("c1", numbered(list(claims)))


def test_only_the_same_figure_of_the_same_thing_counts() -> None:
    assert beside(said("the police", 3)) == 1
    assert beside(said("the police", 3), said("the mayor", 3)) == 2
    assert beside(said("the police", 3), said("the mayor", 4)) == 1
    assert beside(said("the police", 3), said("the mayor", 3, basis="estimate")) == 1
    assert beside(said("the police", 3), said("the mayor", 3, place="Hill Town")) == 1
    assert beside(said("the police", 3), said("the mayor", about(3))) == 2


def test_who_changed_the_figure_confirms_nothing() -> None:
    first, second = "2024-03-01T08:00", "2024-03-01T20:00"
    moved = said("the mayor", 3, first), said("the mayor", 5, second)
    assert beside(said("the police", 3, first), *moved) == 1
    assert beside(said("the mayor", 3, first), said("the mayor", 5, second)) == 0


def test_statements_are_confirmed_by_the_same_words() -> None:
    words = {"kind": "cause", "period": Period()}
    one = said("the police", None, statement="a gas leak", **words)
    assert beside(one, said("the mayor", None, statement="The gas leak", **words)) == 2
    assert beside(one, said("the mayor", None, statement="a bomb", **words)) == 1
