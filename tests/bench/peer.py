"""Splink's grouping of the same claims, for `tests.bench.grouping` to measure beside ours.

It runs in an environment of its own, which ``make bench`` sets up. Splink sees the same fields:
place, date, kind, figure and quote. Blocking, levels and threshold were tuned on other seeds of two
kinds of claims. Its parameters are estimated from the claims themselves, without labels, as its
authors advise (Linacre et al. 2022).

Usage: ``python peer.py CLAIMS.jsonl OUT.json`` writes record id → group.
"""

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

THRESHOLD = 0.5
"""Of .3 to .95 the one with the highest mean pairwise F1 over the two kinds tuned on."""

_PREPARED = r"""
CREATE TABLE claims AS SELECT id AS unique_id,
regexp_replace(regexp_replace(strip_accents(lower(split_part(place, ',', 1))),
'^(near |al[ -]|el[ -])+', ''), '[^a-z ]', '', 'g') AS place,
coalesce(event_start, stated_at)[:10] AS date,
date_diff('day', DATE '2000-01-01', CAST(coalesce(event_start, stated_at)[:10] AS DATE)) AS day,
kind, low,
list_distinct(list_filter(regexp_split_to_array(lower(quote), '[^a-z]+'), lambda w: length(w) > 3))
AS words
FROM read_json(?, format = 'newline_delimited', columns = {
id: 'VARCHAR', place: 'VARCHAR', event_start: 'VARCHAR', stated_at: 'VARCHAR', kind: 'VARCHAR',
low: 'BIGINT', quote: 'VARCHAR'})
"""
_BLOCKS = (
    "substr(l.place, 1, 1) = substr(r.place, 1, 1) and l.day = r.day",
    "substr(l.place, 1, 1) = substr(r.place, 1, 1) and l.day = r.day + 1",
    "substr(l.place, 1, 1) = substr(r.place, 1, 1) and l.day = r.day - 1",
)


def main(claims: str, out: str) -> None:
    """Group the claims and write which group each is in."""
    splink: Any = import_module("splink")
    library: Any = import_module("splink.comparison_library")
    connection: Any = import_module("duckdb").connect()
    connection.execute(_PREPARED, [claims])
    api = splink.DuckDBAPI(connection)
    settings = splink.SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=list(_BLOCKS),
        comparisons=[
            library.JaroWinklerAtThresholds("place", [0.95, 0.9, 0.8]),
            library.AbsoluteDateDifferenceAtThresholds(
                "date", input_is_string=True, metrics=["day", "day"], thresholds=[1, 2]
            ),
            library.ExactMatch("kind"),
            library.ExactMatch("low"),
            library.ArrayIntersectAtSizes("words", [6, 4, 3, 2]),
        ],
        retain_matching_columns=False,
    )
    linker = splink.Linker(api.register("claims"), settings, log_level=None)
    linker.training.estimate_probability_two_random_records_match(
        [splink.block_on("place", "date", "kind")], recall=0.3
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7)
    # Between them the two leave every field free, so that each is estimated by one of them.
    for rule in (splink.block_on("place", "date"), splink.block_on("date", "kind", "low")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    pairs = linker.inference.predict(threshold_match_probability=THRESHOLD)
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(
        pairs, threshold_match_probability=THRESHOLD
    )
    table = found.physical_name
    rows = connection.execute(f"SELECT unique_id, cluster_id FROM {table}").fetchall()
    Path(out).write_text(json.dumps(dict(rows)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
