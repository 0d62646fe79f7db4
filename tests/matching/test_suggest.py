from claimtrack.matching import explain, suggestions
from claimtrack.model.grouping import Judgement, MatchRow
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


def test_a_pair_between_the_thresholds_is_suggested() -> None:
    a, b = doubtful()
    (found,) = suggestions([a, b])
    assert (found.a, found.b) == (1, 2)
    assert 0.25 <= found.probability < 0.5


def test_what_is_clear_either_way_is_not_asked() -> None:
    quote = "An air strike hit a market."
    assert suggestions([row(1, quote=quote), row(2, quote=quote), row(3, "Hatra")]) == []


def test_a_judged_pair_is_not_asked_again() -> None:
    a, b = doubtful()
    for verdict in ("same", "different", "unsure"):
        assert suggestions([a, b], [Judgement(verdict, 2, 1)]) == []


def test_no_more_than_asked_for() -> None:
    a, b = doubtful()
    assert suggestions([a, b], limit=0) == []
