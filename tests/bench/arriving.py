"""How long one new claim takes in a large database, the program being warm."""

import itertools
import json
import statistics
import time
from pathlib import Path

from claimtrack.model.dates import now
from claimtrack.model.records import from_record
from claimtrack.store import open_store
from claimtrack.store.store import Store
from claimtrack.workflows.group import group_within

CLAIMS = 200
"""How many are added one by one, each way; the first tenth warms the program and is not counted."""


def one_by_one(database: Path, claims: Path) -> None:
    """Add claims one by one and print how long grouping each takes.

    Each way has claims of its own: those that come to a database that stays open, as they do while
    one command reads or imports, and those for each of which it is opened anew.

    Args:
        database: A grouped database of these claims.
        claims: Their records; some of them are told again, by another source.
    """
    with claims.open(encoding="utf-8") as lines:
        told = list(itertools.islice(lines, 0, None, 37))[: 2 * CLAIMS]
    with open_store(str(database), write=True) as store:
        _print([_added(store, record) for record in told[::2]], "open")
    times = []
    for record in told[1::2]:
        with open_store(str(database), write=True) as store:
            times.append(_added(store, record))
    _print(times, "opened anew")


def _added(store: Store, text: str) -> tuple[float, float]:
    """The milliseconds that grouping one more claim takes, by the clock and of the processor."""
    record = {**json.loads(text), "claimants": ["somebody else"]}
    record.pop("id")
    store.claims.add([from_record(record)], recorded_at=now())
    began, used = time.perf_counter(), time.process_time()
    group_within(store)
    return (time.perf_counter() - began) * 1000, (time.process_time() - used) * 1000


def _print(times: list[tuple[float, float]], how: str) -> None:
    for each, what in zip(zip(*times, strict=True), ("clock", "processor"), strict=True):
        counted = sorted(each[len(each) // 10 :])
        late = counted[int(len(counted) * 0.95)]
        print(
            f"{'':26} one more claim, database {how}, {what}: "
            f"median {statistics.median(counted):.1f} ms, 95 in 100 within {late:.1f} ms"
        )
