"""Fits the weights of claimtrack/matching/weights.toml and prints them.

Logistic regression of "are these two claims of one event" on the features of all candidate pairs,
linear between the points that each feature has in the table (so every weight is read as log-odds
at a likeness), by Newton's method with a ridge towards nought. Pairs count less where there are
many of them: each file counts the same in each setting, however long. A weight never falls as
likeness rises.

Usage: ``python -m tests.bench.fit_weights CLAIMS.jsonl …`` with each file's GOLD beside it as
CLAIMS.gold.json (record id → event) and, where texts are known, CLAIMS.texts.jsonl (``{"document",
"text"}``).
"""

import json
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from claimtrack.matching.block import candidates
from claimtrack.matching.columns import columns_of
from claimtrack.matching.features import MISSING, NAMES, STEPS, Pairs, Setting, features, settings
from claimtrack.matching.grouping import evidence_of
from claimtrack.matching.lexicon import load_table
from claimtrack.matching.units import units_of
from claimtrack.model.grouping import MatchRow

RIDGE = 30.0
"""Weight of the ridge, in pairs."""

PAIRS = 100_000.0
"""As how many pairs each file counts."""

STRANGERS = 0.3
"""Pairs drawn from each file for every candidate, since candidates are never far apart."""

APART = {"place": 0.0, "date": 0.2}
"""Likeness up to which claims that no article holds together are never compared at all."""

NEVER = -9.0
"""The weight that says so: nothing else makes up for it."""

Floats = npt.NDArray[np.float64]
Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Labelled:
    """Pairs with their features, their settings, and whether they are of one event."""

    features: Bytes
    setting: Bytes
    same: npt.NDArray[np.bool_]


def main(paths: list[str]) -> None:
    """Fit on the files and print the tables."""
    parts = [labelled(Path(path)) for path in paths]
    print(as_toml(fitted(parts)))


def fitted(parts: list[Labelled]) -> dict[str, Any]:
    """The weight tables that fit the pairs best, with the points of the present table."""
    file = load_table("weights.toml")
    tables: dict[str, Any] = {"thresholds": file["thresholds"]}
    for setting in Setting:
        name = setting.name.lower()
        own = [(p.features[:, p.setting == setting], p.same[p.setting == setting]) for p in parts]
        own = [(values, same) for values, same in own if len(same)]
        table = np.concatenate([values for values, _ in own], axis=1)
        truth = np.concatenate([same for _, same in own])
        share = np.concatenate([np.full(len(same), PAIRS / len(same)) for _, same in own])
        kinds, inverse = np.unique(table, axis=1, return_inverse=True)
        yes = np.bincount(inverse.ravel(), weights=share * truth).astype(np.float64)
        total = np.bincount(inverse.ravel(), weights=share).astype(np.float64)
        points = {n: [at for at, _ in file[name][n]["at"]] for n in NAMES if n in file[name]}
        tables[name] = rising(kinds, points, yes, total)
    for name, least in APART.items():
        own = tables["alone"][name]
        own["at"] = [(at, NEVER if at <= least else weight) for at, weight in own["at"]]
    return tables


def rising(table: Bytes, points: dict[str, list[float]], yes: Floats, total: Floats) -> Any:
    """Fit; where a weight falls as likeness rises, tie the two points together and fit again."""
    ties = {name: list(range(len(grid))) for name, grid in points.items()}
    while True:
        weights = fit(design(table, points, ties), yes, total)
        result: dict[str, Any] = {"base": float(weights[0])}
        at, fell = 1, False
        for name, grid in points.items():
            kinds = sorted(set(ties[name]))
            own = dict(zip(kinds, weights[at : at + len(kinds)].tolist(), strict=True))
            missing = float(weights[at + len(kinds)])
            at += len(kinds) + 1
            result[name] = {
                "missing": missing,
                "at": [(x, own[tie]) for x, tie in zip(grid, ties[name], strict=True)],
            }
            for low, high in pairwise(kinds):
                if own[low] > own[high]:
                    ties[name] = [low if tie == high else tie for tie in ties[name]]
                    fell = True
                    break
        if not fell:
            return result


def as_toml(tables: dict[str, Any]) -> str:
    """The tables as `weights.toml` has them."""
    lines = []
    for setting in Setting:
        own = tables[setting.name.lower()]
        lines += [f"[{setting.name.lower()}]", f"base = {own['base']:.2f}"]
        for name in NAMES:
            if name in own:
                at = ", ".join(f"[{x:g}, {weight:.2f}]" for x, weight in own[name]["at"])
                lines.append(f"{name} = {{ missing = {own[name]['missing']:.2f}, at = [{at}] }}")
        lines.append("")
    return "\n".join(lines)


def labelled(path: Path) -> Labelled:
    """The candidate pairs of a file, with some at random, and whether each is of one event."""
    gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    rows, events, documents = [], {}, dict[str, int]()
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            record = json.loads(line)
            rows.append(row_of(number, record, documents))
            events[number] = str(gold[record["id"]])
    beside = path.with_suffix(".texts.jsonl")
    texts = []
    if beside.exists():
        for line in beside.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)
            texts.append((documents.get(text["document"], 0), text["text"]))
    columns = columns_of(rows)
    units = units_of(columns, np.zeros(0, dtype=np.int64))
    evidence = evidence_of(units.columns, texts, columns)
    event = np.array([events[claim] for claim in units.columns.claim.tolist()])
    chance = np.random.default_rng(1)
    pairs = list(candidates(evidence))
    strangers = int(STRANGERS * sum(len(p) for p in pairs))
    a, b = np.sort(chance.integers(0, len(event), (2, strangers)), axis=0)
    # A third of them begin about the same day, so that the place alone has to keep them apart, and
    # a third are of one place, so that the date has to.
    by_day = np.argsort(units.columns.start, kind="stable")
    by_place = np.lexsort((units.columns.start, units.columns.place))
    for n, order in enumerate((by_day, by_place)):
        at = chance.integers(0, len(event) - 50, strangers // 3)
        part = slice(n * len(at), (n + 1) * len(at))
        a[part], b[part] = np.sort([order[at], order[at + 1 + at % 49]], axis=0)
    pairs.append(Pairs(a[a != b], b[a != b]))
    return Labelled(
        np.concatenate([features(evidence, p) for p in pairs], axis=1),
        np.concatenate([settings(evidence, p) for p in pairs]),
        np.concatenate([event[p.a] == event[p.b] for p in pairs]),
    )


def row_of(number: int, record: dict[str, Any], documents: dict[str, int]) -> MatchRow:
    """What grouping reads of a record."""
    document = record.get("document") or {}
    name = document.get("external_id")
    return MatchRow(
        number,
        record["kind"],
        record.get("scope"),
        record.get("place"),
        record.get("event_start"),
        record.get("event_end"),
        record.get("stated_at") or document.get("published"),
        record.get("quote") or record.get("statement"),
        documents.setdefault(name, len(documents) + 1) if name else None,
    )


def design(table: Bytes, points: dict[str, list[float]], ties: dict[str, list[int]]) -> Floats:
    """One column for all, then for each feature one a point (tied points share) and for missing."""
    columns = [np.ones(table.shape[1])]
    for name, grid in points.items():
        row = table[NAMES.index(name)]
        value = np.where(row == MISSING, 0, row) / STEPS
        for kind in sorted(set(ties[name])):
            hat = np.interp(value, grid, [float(tie == kind) for tie in ties[name]])
            columns.append(np.where(row == MISSING, 0, hat))
        columns.append((row == MISSING).astype(float))
    return np.stack(columns, axis=1)


def fit(x: Floats, yes: Floats, total: Floats) -> Floats:
    """Newton's method for logistic regression with a ridge; the constant goes free."""
    ridge = np.full(x.shape[1], RIDGE)
    ridge[0] = 1e-3
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (yes - total * p) - ridge * weights
        curve = (x * (total * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(curve, gradient)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


if __name__ == "__main__":
    main(sys.argv[1:])
