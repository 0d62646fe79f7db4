"""What was read in a claim once stands for its moments and its quote."""

import numpy as np

from claimtrack.matching.columns import columns_of
from claimtrack.matching.features import MISSING, NAMES, STEPS, Pairs, features
from claimtrack.matching.grouping import evidence_of
from claimtrack.matching.location import days_of, located
from claimtrack.matching.readings import LAYOUT, reading_of
from claimtrack.model.grouping import MatchRow
from tests.matching.rows import row

TOLD = (
    row(1, quote="Coalition warplanes bombed a bazaar at Qaim, Oyelaran said."),
    row(2, day=None, said_at="2024-02-01", quote=None),
    row(3, place=None, event_end="2024-01-27", quote="Two died."),
)


def read(told: MatchRow) -> MatchRow:
    """The same claim as a database gives it."""
    return told._replace(
        event_start=None, event_end=None, said_at=None, quote=None, reading=reading_of(told)
    )


def test_a_claim_that_was_read_before_is_the_same_to_grouping() -> None:
    fresh, kept = columns_of(TOLD), columns_of(map(read, TOLD))
    for name in ("claim", "place", "span", "start", "end", "said", "words", "document"):
        assert getattr(fresh, name).tolist() == getattr(kept, name).tolist()
    assert [own.tolist() for own in fresh.meanings] == [own.tolist() for own in kept.meanings]
    assert [days_of(told) for told in TOLD] == [days_of(read(told)) for told in TOLD]
    assert [located(told) for told in TOLD] == [located(read(told)) for told in TOLD]


def test_readings_are_of_one_length_whatever_was_said() -> None:
    assert {len(reading_of(told)) for told in TOLD} == {LAYOUT.itemsize}


def target(place: str, quote: str, other: str) -> int:
    """What two claims' targets are to each other, the other one told of in a town."""
    columns = columns_of([row(1, place, quote=quote), row(2, "Qaim", quote=other)])
    pair = Pairs(np.zeros(1, dtype=np.intp), np.ones(1, dtype=np.intp))
    return int(features(evidence_of(columns, ()), pair)[NAMES.index("target"), 0])


def test_what_was_hit_is_also_told_by_what_the_place_is() -> None:
    assert target("Rowan nightclub, Qaim", "Two died.", "They came out of the club.") == STEPS
    assert target("Port Said", "Two died.", "They were in the port.") == MISSING


def test_what_the_place_is_denies_nothing_else_that_was_hit() -> None:
    assert target("Rowan nightclub, Qaim", "Two died.", "A church was hit.") == MISSING
    assert target("Rowan nightclub, Qaim", "They were in a school.", "A church was hit.") == 0


def test_the_words_that_a_claim_names_its_place_with_are_the_place_s() -> None:
    named, other = row(1, "Oyelaran", quote="At Oyelaran"), row(2, "Qaim", quote="At Oyelaran")
    assert [bool(own.any()) for own in columns_of([named]).words] == [False]
    assert [bool(own.any()) for own in columns_of([other]).words] == [True]
