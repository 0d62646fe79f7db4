"""The reckoning for one pair of claims, from the same code that groups them all."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from claimtrack.matching.block import candidates
from claimtrack.matching.columns import columns_of
from claimtrack.matching.features import MISSING, NAMES, STEPS, Pairs, Setting, features, settings
from claimtrack.matching.grouping import evidence_of
from claimtrack.matching.judgements import Verdicts
from claimtrack.matching.lexicon import FEATURES, meanings
from claimtrack.matching.readings import told_by
from claimtrack.matching.score import log_odds, weights
from claimtrack.matching.units import units_of
from claimtrack.matching.words import rare_words
from claimtrack.model.dates import Period
from claimtrack.model.explanation import Explanation, FeatureEvidence
from claimtrack.model.grouping import Judgement, MatchRow


def explain(
    a: MatchRow,
    b: MatchRow,
    rows: Iterable[MatchRow] = (),
    *,
    judgements: Sequence[Judgement] = (),
    aliases: Mapping[str, str] | None = None,
    texts: Iterable[tuple[int, str]] = (),
) -> Explanation:
    """Say why two claims are, or are not, of one event.

    Args:
        a: One claim.
        b: The other.
        rows: The other claims of the articles that the two stand in, since a claim borrows from
            its article what it does not say itself.
        judgements: Those that stand.
        aliases: Place → the place that it is another name of.
        texts: Document → its text, for the two documents.

    Returns:
        Each feature with both values and its weight, the total and the thresholds.

    Raises:
        UsageError: The judgements contradict each other.
    """
    context = {row.claim: row for row in (*rows, a, b)}
    columns = columns_of(context.values(), aliases)
    at = [int(np.flatnonzero(columns.claim == row.claim)[0]) for row in (a, b)]
    units = units_of(columns, np.zeros(0, dtype=np.int64))
    if units.of[at[0]] == units.of[at[1]]:
        units = units_of(columns, np.array(at, dtype=np.int64))
    one, other = (int(units.of[i]) for i in at)
    pair = Pairs(np.array([one]), np.array([other]))
    evidence = evidence_of(units.columns, texts, columns)
    table, setting, by = features(evidence, pair), settings(evidence, pair), weights()
    total = float(log_odds(table, setting, by)[0])
    kind = Setting(int(setting[0]))
    said = [_values(row, units.columns.words[unit]) for row, unit in ((a, one), (b, other))]
    return Explanation(
        a=a.claim,
        b=b.claim,
        setting=kind.name.lower(),
        base=float(by.base[kind]),
        features=tuple(
            FeatureEvidence(
                name,
                said[0][name],
                said[1][name],
                None if table[row, 0] == MISSING else float(table[row, 0]) / STEPS,
                float(by.table[kind, row, table[row, 0]]),
            )
            for row, name in enumerate(NAMES)
        ),
        total=total,
        probability=float(1 / (1 + np.exp(-total))),
        merge=by.merge,
        suggest=by.suggest,
        verdict=_verdict(a.claim, b.claim, judgements),
        compared=any(
            ((found.a == min(one, other)) & (found.b == max(one, other))).any()
            for found in candidates(evidence)
        ),
    )


def _values(row: MatchRow, words: np.typing.NDArray[np.int32]) -> dict[str, str | None]:
    """What a claim says on each feature, in words."""
    quote = row.quote or ""
    period = Period(row.event_start, row.event_end)
    sets = zip(FEATURES, told_by(row)[:3], strict=True)
    said: dict[str, str | None] = {
        name: ", ".join(meanings(table, bits)) or None
        for name, (table, bits) in zip(("act", "target", "actor"), sets, strict=True)
    }
    said["place"] = row.place
    said["date"] = str(period) if period else None
    said["said"] = row.said_at
    said["words"] = ", ".join(rare_words(quote, set(words.tolist()))) or None
    said["elsewhere"] = None if row.place is None else f"{row.place}, {said['date'] or 'undated'}"
    said["text"] = None if row.document is None else f"d{row.document}"
    return said


def _verdict(a: int, b: int, judgements: Sequence[Judgement]) -> str | None:
    if found := Verdicts(judgements).verdict(a, b):
        return found
    unsure = any(j.verdict == "unsure" and {j.a, j.b} == {a, b} for j in judgements)
    return "unsure" if unsure else None
