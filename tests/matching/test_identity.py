import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.matching.identity import keep_numbers


def keep(
    groups: dict[int, int], present: dict[int, int], fresh: int = 100
) -> tuple[dict[int, int], dict[int, int]]:
    claims = np.array(list(groups), dtype=np.int64)
    group = np.array(list(groups.values()), dtype=np.int64)
    now = np.array([present.get(claim, 0) for claim in groups], dtype=np.int64)
    numbers, merged = keep_numbers(claims, group, now, fresh)
    return dict(zip(claims.tolist(), numbers.tolist(), strict=True)), merged


def test_fresh_groups_are_numbered_by_their_smallest_claims() -> None:
    assert keep({3: 0, 1: 7, 2: 0}, {}, 10)[0] == {1: 10, 2: 11, 3: 11}


def test_the_older_number_survives_a_merge_and_the_younger_is_an_alias() -> None:
    numbers, merged = keep({1: 0, 2: 0}, {1: 9, 2: 4})
    assert set(numbers.values()) == {4}
    assert merged == {9: 4}


def test_after_a_split_the_part_of_the_founder_keeps_the_number() -> None:
    numbers, merged = keep({1: 0, 2: 1, 3: 1}, {1: 5, 2: 5, 3: 5})
    assert numbers == {1: 5, 2: 100, 3: 100}
    assert not merged


def test_a_group_takes_no_number_whose_founder_went_elsewhere() -> None:
    numbers, _ = keep({1: 0, 2: 1, 3: 1}, {1: 5, 2: 5, 3: 8})
    assert numbers == {1: 5, 2: 8, 3: 8}


@settings(deadline=None, max_examples=100)
@given(
    st.dictionaries(
        st.integers(1, 40), st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=20
    )
)
def test_groups_and_numbers_match_one_to_one_and_a_second_time_nothing_changes(
    drawn: dict[int, tuple[int, int]],
) -> None:
    groups = {claim: group for claim, (group, _) in drawn.items()}
    numbers, merged = keep(groups, {claim: number for claim, (_, number) in drawn.items()})
    pairs = {(groups[claim], number) for claim, number in numbers.items()}
    assert len(pairs) == len({g for g, _ in pairs}) == len({n for _, n in pairs})
    assert not set(merged) & set(numbers.values())
    assert keep(groups, numbers, 1000) == (numbers, {})
