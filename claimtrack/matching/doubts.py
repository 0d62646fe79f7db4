"""Pairs that a human should look at: likely enough to ask, not clear enough to decide."""

import numpy as np
import numpy.typing as npt

from claimtrack.matching.cluster import AT_A_TIME
from claimtrack.matching.score import UNIT, ScoredPairs, Weights
from claimtrack.matching.units import Units
from claimtrack.model.grouping import Doubt

Longs = npt.NDArray[np.int64]


def doubts_between(units: Units, pairs: ScoredPairs, label: Longs, by: Weights) -> list[Doubt]:
    """Of the pairs between two groups the likeliest, where a human should be asked.

    A pair is doubtful when its two claims ended up in different groups though they are as likely
    as the threshold of suggesting, or more, to speak of one event.

    Args:
        units: The units.
        pairs: Their pairs, as `claimtrack.matching.grouping.scored` gives them.
        label: The group of each claim.
        by: The weights and thresholds.

    Returns:
        One pair for each two groups, in no order.
    """
    group = units.groups(label)
    best = np.zeros((4, 0), dtype=np.int64)
    for begin in range(0, len(pairs[0]), AT_A_TIME):
        a, b, likely = (column[begin : begin + AT_A_TIME] for column in pairs)
        asked = (likely >= by.suggest * UNIT) & (group[a] != group[b])
        a, b = a[asked].astype(np.int64), b[asked].astype(np.int64)
        one, other = group[a], group[b]
        between = np.minimum(one, other) * len(label) + np.maximum(one, other)
        best = _likeliest(np.concatenate([best, np.stack([between, -likely[asked], a, b])], axis=1))
    claim = units.columns.claim
    ends = np.sort(np.stack([claim[best[2]], claim[best[3]]]), axis=0)
    return list(map(Doubt, ends[0].tolist(), ends[1].tolist(), (-best[1]).tolist()))


def _likeliest(found: Longs) -> Longs:
    """The first column of each first row's value, the smallest of the others before the rest."""
    found = found[:, np.lexsort(found[::-1])]
    return found[:, np.flatnonzero(np.diff(found[0], prepend=-1))]
