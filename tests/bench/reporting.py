"""What a report costs, against reading the same rows; and whether its memory grows with it."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.bench.importing import records
from tests.bench.measure import CLAIMTRACK, line, seconds

CLAIMS_PER_EVENT = 10
_SAME_ROWS = """
import sys
from sqlalchemy import create_engine, select
from claimtrack.store.tables import SQLModel
with create_engine("sqlite:///" + sys.argv[1]).connect() as connection:
    for name in ("claim", "claim_source", "document"):
        rows = select(SQLModel.metadata.tables[name])
        for row in connection.execute(rows, execution_options={"yield_per": 500}):
            pass
"""


def events(number: int) -> Iterator[dict[str, Any]]:
    """Claim records of which every ten are about one event, half of them with its first figure."""
    for i, record in enumerate(records(number)):
        event, nth = divmod(i, CLAIMS_PER_EVENT)
        day = f"{2000 + event % 24}-{1 + event // 24 % 12:02d}-{1 + event // 288 % 28:02d}"
        place = f"Place{event:06d}"
        low = 10 + event % 90 + (nth % 4 if nth % 2 else 0)
        quote = f"{record['claimants'][0]} gave {low} for {place}, {record['via'][0]} has it: {i}."
        when = {"event_start": day, "event_end": day, "stated_at": day}
        yield {**record, **when, "place": place, "low": low, "high": low, "quote": quote}


def run(number: int) -> bool:
    """Report so many claims and three times as many; returns whether the limits hold."""
    with tempfile.TemporaryDirectory() as name:
        small, large = (_database(Path(name), number * times) for times in (1, 3))
        report = [CLAIMTRACK, "--db", str(small), "report", "--json"]
        took, peak = cost(report)
        read, _ = cost([sys.executable, "-c", _SAME_ROWS, str(small)])
        _, larger = cost([CLAIMTRACK, "--db", str(large), "report", "--json"])
    what = f"report --json of {number:,} / reading the rows with Core"
    holds = line(what, took / read, 3, f"CPU, {took:.1f} s against {read:.1f} s")
    what = f"memory of a report of {3 * number:,} / of {number:,}"
    return holds & line(what, larger / peak, 1.15, f"{larger:.0f} MB against {peak:.0f} MB")


def cost(command: Sequence[str]) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of one run of a command."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = status
    if status:
        raise RuntimeError(f"{' '.join(command)} failed")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def _database(folder: Path, number: int) -> Path:
    file, database = folder / f"{number}.jsonl", folder / f"{number}.db"
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(record) + "\n" for record in events(number))
    seconds([CLAIMTRACK, "--db", str(database), "import", str(file)])
    return database
