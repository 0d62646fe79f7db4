"""Why an item is asked about, in sentences that can be checked."""

import math
import re
from pathlib import Path

from claimtrack.model.review import PAIRS, PROPOSALS
from claimtrack.workflows.review import ReviewSession
from tests.workflows.reviewing import claim, laid

NEAR = [
    claim("p", "police", 3, place="Karvala", event_start="2024-03-02", event_end="2024-03-02"),
    claim("q", "a vet", 4, place="Karvalla", event_start="2024-03-04", event_end="2024-03-04"),
]


def test_what_reviewers_made_of_a_rule_is_told_once_they_have_decided(tmp_path: Path) -> None:
    session = ReviewSession(laid(tmp_path, NEAR), by="Bo", queues=[PROPOSALS])
    assert session.explain()[1] == "Nobody has decided yet on anything that rule proposed."
    session.do("accept")
    assert "reviewers accepted 1, corrected 0 and rejected 0." in session.explain()[1]


def test_the_balance_of_a_pair_adds_up_to_its_probability(tmp_path: Path) -> None:
    session = ReviewSession(laid(tmp_path, NEAR), by="Bo", queues=[PAIRS])
    told, start, *features = session.explain()
    chance, balance = re.search(r"is (\d+)%", told), re.search(r"is ([-+][\d.]+),", start)
    assert chance is not None
    assert balance is not None
    weights = [re.match(r"\w+: ([\d.]+) (for|against) it \(", feature) for feature in features]
    total = float(balance[1])
    for weight in weights:
        assert weight is not None
        total += float(weight[1]) if weight[2] == "for" else -float(weight[1])
    assert math.isclose(1 / (1 + math.exp(-total)), int(chance[1]) / 100, abs_tol=0.02)
