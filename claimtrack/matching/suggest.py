"""Pairs that a human should look at: likely enough to ask, not likely enough to decide."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from claimtrack.matching.columns import columns_of
from claimtrack.matching.grouping import cluster_units, evidence_of, prepared, scored_pairs
from claimtrack.matching.judgements import Verdicts
from claimtrack.matching.score import UNIT, weights
from claimtrack.model.explanation import Suggestion
from claimtrack.model.grouping import Judgement, MatchRow


def suggestions(
    rows: Iterable[MatchRow],
    judgements: Sequence[Judgement] = (),
    *,
    aliases: Mapping[str, str] | None = None,
    texts: Iterable[tuple[int, str]] = (),
    limit: int | None = None,
) -> list[Suggestion]:
    """The doubtful pairs, strongest doubt first.

    A pair is doubtful when its two claims ended up in different events though they are as likely
    as the threshold of suggesting, or more, to speak of one. Of the pairs between the same two
    events the likeliest stands for all. Pairs that somebody judged, ``unsure`` too, are not asked
    again.

    Args:
        rows: The claims.
        judgements: Those that stand.
        aliases: Place → the place that it is another name of.
        texts: Document → its text.
        limit: At most so many.

    Returns:
        Pairs, those nearest to even odds first.

    Raises:
        UsageError: The judgements contradict each other.
    """
    verdicts, by = Verdicts(judgements), weights()
    columns = columns_of(rows, aliases)
    units, parted = prepared(columns, verdicts)
    a, b, likely = scored_pairs(evidence_of(units.columns, texts), by)
    label = cluster_units(units, (a, b, likely), parted, by)
    asked = likely >= by.suggest * UNIT
    between = np.sort(np.stack([label[a[asked]], label[b[asked]]]), axis=0)
    apart = between[0] != between[1]
    between, found = between[:, apart], np.flatnonzero(asked)[apart]
    claim = units.columns.claim
    judged = {frozenset((j.a, j.b)) for j in judgements}
    seen: set[tuple[int, int]] = set()
    result: list[Suggestion] = []
    for n in np.argsort(-likely[found], kind="stable").tolist():
        events = (int(between[0, n]), int(between[1, n]))
        one, other = int(claim[a[found[n]]]), int(claim[b[found[n]]])
        if events in seen or frozenset((one, other)) in judged or verdicts.verdict(one, other):
            continue
        seen.add(events)
        low, high = sorted((one, other))
        result.append(Suggestion(low, high, float(likely[found[n]]) / UNIT))
    result.sort(key=lambda found: (abs(found.probability - 0.5), found.a, found.b))
    return result[:limit]
