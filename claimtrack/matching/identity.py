"""Numbers of events and questions, minted once and kept through merges and splits.

A group of claims keeps the smallest number whose founder is among them, and its other such numbers
become aliases of that one: the older survives a merge. The founder of a number is the claim of the
smallest number among those that bear it; where they end up in several groups, the number stays with
the founder's. A group without a number gets the next one, in the order of the groups' smallest
claims.
"""

import numpy as np
import numpy.typing as npt

Longs = npt.NDArray[np.int64]

NONE = 0
"""Stands for "bears no number yet"; numbers start at 1."""


def keep_numbers(
    claim: Longs, group: Longs, present: Longs, next_number: int
) -> tuple[Longs, dict[int, int]]:
    """Give every group a number.

    Args:
        claim: Claims' numbers.
        group: The group of each.
        present: The number that each bears now, or `NONE`.
        next_number: The first number that was never used.

    Returns:
        The number of each claim's group, and the numbers that were merged away → the number that
        they now mean.
    """
    order = np.argsort(claim)
    groups, first, of = np.unique(group[order], return_index=True, return_inverse=True)
    number = np.full(len(groups), NONE, dtype=np.int64)
    bearing = order[present[order] != NONE]
    numbers, founder = np.unique(present[bearing], return_index=True)
    home = np.searchsorted(groups, group[bearing[founder]])
    _, oldest = np.unique(home, return_index=True)
    number[home[oldest]] = numbers[oldest]
    younger = numbers != number[home]
    merged = dict(zip(numbers[younger].tolist(), number[home[younger]].tolist(), strict=True))
    fresh = np.flatnonzero(number == NONE)
    fresh = fresh[np.argsort(first[fresh])]
    number[fresh] = next_number + np.arange(len(fresh))
    result = np.empty(len(claim), dtype=np.int64)
    result[order] = number[of]
    return result, merged
