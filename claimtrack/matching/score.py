"""From features to a probability that two claims speak of one event.

The score is a sum of log-odds, one weight a feature, as Fellegi and Sunter (1969) have it for
record linkage; the weights are fitted together by logistic regression, so features that go hand in
hand are not counted twice. `weights.toml` holds them and says on what they were fitted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from claimtrack.matching.features import MISSING, NAMES, STEPS, Setting
from claimtrack.matching.lexicon import load_table

UNIT = 1000
"""Probabilities are kept in thousandths, whole numbers, so that sums of them have no rounding and
the result does not depend on the order of summing."""

ScoredPairs = tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.int16]]
"""Both ends of each pair of units, and its probability in thousandths."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight tables.

    Attributes:
        base: For each `Setting` the log-odds before anything is compared.
        table: For each setting and feature the log-odds of each value, `MISSING` the last.
        merge: The mean probability from which claims are of one event.
        suggest: The probability from which a pair is worth a human's look.
    """

    base: npt.NDArray[np.float32]
    table: npt.NDArray[np.float32]
    merge: float
    suggest: float


@cache
def weights() -> Weights:
    """The weights of `weights.toml`."""
    return weights_from(load_table("weights.toml"))


def weights_from(file: Mapping[str, Any]) -> Weights:
    """Weight tables from their file's content.

    Args:
        file: As in `weights.toml`.

    Returns:
        The weights, linear between the points that the file gives and level beyond them; a
        feature that the file does not name counts for nothing.
    """
    base = np.zeros(len(Setting), dtype=np.float32)
    table = np.zeros((len(Setting), len(NAMES), MISSING + 1), dtype=np.float32)
    grid = np.arange(STEPS + 1) / STEPS
    for setting in Setting:
        own = file[setting.name.lower()]
        base[setting] = own["base"]
        for row, name in enumerate(NAMES):
            if name in own:
                at, weight = zip(*own[name]["at"], strict=True)
                table[setting, row, : STEPS + 1] = np.interp(grid, at, weight)
                table[setting, row, MISSING] = own[name]["missing"]
    thresholds = file["thresholds"]
    return Weights(base, table, thresholds["merge"], thresholds["suggest"])


def log_odds(
    features: npt.NDArray[np.uint8], setting: npt.NDArray[np.uint8], by: Weights
) -> npt.NDArray[np.float32]:
    """The total of each pair: log-odds that the two claims speak of one event.

    Args:
        features: A row a feature, a column a pair.
        setting: The `Setting` of each pair.
        by: The weights.

    Returns:
        The base of the setting and the weight of each feature, summed.
    """
    total = by.base[setting]
    for row in range(len(NAMES)):
        total += by.table[:, row].ravel()[features[row] + setting * np.uint8(MISSING + 1)]
    return total


def probability(total: npt.NDArray[np.float32]) -> npt.NDArray[np.int16]:
    """Log-odds as probabilities in thousandths."""
    return np.rint(UNIT / (1 + np.exp(-total.astype(np.float64)))).astype(np.int16)
