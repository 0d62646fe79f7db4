from claimtrack.matching import explain, regroup
from claimtrack.model.grouping import MatchRow
from tests.matching.rows import row


def doubtful() -> tuple[MatchRow, MatchRow]:
    """Two claims between the thresholds; which words make them so is the weights' matter."""
    strike = row(1, quote="An air strike hit a market.")
    for day in ("2024-01-24", "2024-01-25", "2024-01-26"):
        for quote in (
            "Shelling hit a market.",
            "Shelling hit a bus.",
            "An air strike hit a bus.",
            "",
        ):
            other = row(2, day=day, quote=quote)
            told = explain(strike, other)
            if told.suggest <= told.probability < told.merge:
                return strike, other
    raise AssertionError("no pair is between the thresholds")


def test_a_pair_between_the_thresholds_is_doubtful() -> None:
    (found,) = regroup(doubtful()).doubts
    assert (found.a, found.b) == (1, 2)
    assert 250 <= found.likely < 500


def test_what_is_clear_either_way_is_not_doubtful() -> None:
    quote = "An air strike hit a market."
    rows = [row(1, quote=quote), row(2, quote=quote), row(3, "Hatra")]
    assert regroup(rows).doubts == []


def test_of_the_pairs_between_two_events_the_likeliest_stands_for_all() -> None:
    a, b = doubtful()
    (likeliest,) = regroup([a, b]).doubts
    (found,) = regroup([a, b, a._replace(claim=3), b._replace(claim=4)]).doubts
    assert found.likely == likeliest.likely
