"""How well groups agree with the truth, and what blocking never compared."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from claimtrack.matching.block import candidates
from claimtrack.matching.columns import columns_of
from claimtrack.matching.grouping import evidence_of
from claimtrack.matching.units import units_of
from tests.bench.fit_weights import row_of


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement with the truth: F1 over pairs, and B-cubed (Bagga and Baldwin 1998), 0 to 1."""

    pairwise: float
    b_cubed: float


def agreement(groups: Mapping[str, object], truth: Mapping[str, object]) -> Agreement:
    """Compare groups with the truth.

    Args:
        groups: Record → its group; a record that is missing is a group of its own.
        truth: Record → its event.
    """
    found = {record: groups.get(record, ("alone", record)) for record in truth}
    both = Counter((found[record], truth[record]) for record in truth)
    by_group, by_event = Counter(found.values()), Counter(truth.values())
    together, grouped, true = _pairs(both), _pairs(by_group), _pairs(by_event)
    precision = sum(n * n / by_group[group] for (group, _), n in both.items()) / len(truth)
    recall = sum(n * n / by_event[event] for (_, event), n in both.items()) / len(truth)
    return Agreement(
        2 * together / max(grouped + true, 1), 2 * precision * recall / (precision + recall)
    )


def blocking(claims: Path, truth: Mapping[str, object]) -> tuple[int, float]:
    """How many pairs are compared, and the share of the true pairs that never are.

    Args:
        claims: Claim records in JSON Lines.
        truth: Record → its event.
    """
    documents: dict[str, int] = {}
    events: list[int] = [0]
    number: dict[object, int] = {}
    rows = []
    with claims.open(encoding="utf-8") as lines:
        for claim, line in enumerate(lines, 1):
            record = json.loads(line)
            rows.append(row_of(claim, record, documents))
            events.append(number.setdefault(truth[record["id"]], len(number)))
    columns = columns_of(rows)
    units = units_of(columns, np.zeros(0, dtype=np.int64))
    event = np.array(events)[columns.claim]
    share = np.unique(np.stack([units.of, event], axis=1), axis=0, return_counts=True)
    (unit, which), count = share[0].T, share[1].astype(np.int64)
    compared = met = 0
    met += int((count * (count - 1) // 2).sum())
    begins = np.searchsorted(unit, np.arange(len(units.size) + 1))
    for pairs in candidates(evidence_of(units.columns, (), columns)):
        compared += len(pairs)
        a, b = pairs.a, pairs.b
        width_a, width_b = begins[a + 1] - begins[a], begins[b + 1] - begins[b]
        many = width_a * width_b
        within = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
        width = np.repeat(width_b, many)
        one = np.repeat(begins[a], many) + within // width
        other = np.repeat(begins[b], many) + within % width
        same = which[one] == which[other]
        met += int((count[one[same]] * count[other[same]]).sum())
    return compared, 1 - met / max(_pairs(Counter(truth.values())), 1)


def _pairs(counts: Counter[Any]) -> int:
    return sum(n * (n - 1) // 2 for n in counts.values())
