"""How long one new claim takes in a large database, the program being warm."""

import itertools
import json
import statistics
import time
from pathlib import Path

from claimtrack.model.dates import now
from claimtrack.model.records import from_record
from claimtrack.store import open_store
from claimtrack.workflows.group import group_within

CLAIMS = 200
"""How many are added one by one; the first tenth warms the program and is not counted."""


def one_by_one(database: Path, claims: Path) -> None:
    """Add claims one by one and print how long grouping each takes.

    Args:
        database: A grouped database of these claims.
        claims: Their records; some of them are told again, by another source.
    """
    wall, cpu = [], []
    with claims.open(encoding="utf-8") as lines:
        told = list(itertools.islice(lines, 0, None, 37))[:CLAIMS]
    for text in told:
        record = {**json.loads(text), "claimants": ["somebody else"]}
        record.pop("id")
        with open_store(str(database), write=True) as store:
            store.claims.add([from_record(record)], recorded_at=now())
            began, used = time.perf_counter(), time.process_time()
            group_within(store)
            wall.append((time.perf_counter() - began) * 1000)
            cpu.append((time.process_time() - used) * 1000)
    for times, what in ((wall, "by the clock"), (cpu, "of processor time")):
        counted = sorted(times[len(times) // 10 :])
        late = counted[int(len(counted) * 0.95)]
        print(
            f"{'':26} one more claim: median {statistics.median(counted):.1f} ms, "
            f"95 in 100 within {late:.1f} ms {what}"
        )
