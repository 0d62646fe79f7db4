"""What a report costs, against reading the same rows; and whether its memory grows with it.

Both run from compiled modules, as an installed package does.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.importing import records
from tests.bench.measure import CLAIMTRACK, line, seconds
from tests.bench.process import cost

CLAIMS_PER_EVENT = 10
_SAME_ROWS = """
import sys
from sqlalchemy import create_engine, select
from claimtrack.store.tables import SQLModel
claim, named, document = map(SQLModel.metadata.tables.get, ("claim", "claim_source", "document"))
reference = [column for column in document.c if column.name not in ("reference", "sha256", "text")]
with create_engine("sqlite:///" + sys.argv[1]).connect() as connection:
    for rows in (select(claim), select(named), select(*reference)):
        for row in connection.execute(rows, execution_options={"yield_per": 500}):
            pass
"""
"""What a report cannot do without: the claims, who makes and relays them, and the documents without
their texts; not in the order of the events, nor put together, which a report must do too."""


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
        rows = [sys.executable, "-c", _SAME_ROWS, str(small)]
        compiled = Path(name) / "compiled"
        for command in (report, rows):
            cost(command, compiled)  # which compiles, and takes more memory for it
        smaller = cost(report, compiled)
        larger = cost([CLAIMTRACK, "--db", str(large), "report", "--json"], compiled)
        took, read = (cost(command, compiled, looking=False) for command in (report, rows))
    what = f"report --json of {number:,} / reading the rows with Core"
    detail = (
        f"{took.seconds:.1f} s against {read.seconds:.1f} s; "
        f"CPU {took.cpu:.1f} s against {read.cpu:.1f} s; {os.cpu_count()} processors"
    )
    holds = line(what, took.seconds / read.seconds, 3, detail)
    what = f"memory of a report of {3 * number:,} / of {number:,}"
    detail = f"{larger.megabytes:.0f} MB against {smaller.megabytes:.0f} MB"
    return holds & line(what, larger.megabytes / smaller.megabytes, 1.15, detail)


def _database(folder: Path, number: int) -> Path:
    file, database = folder / f"{number}.jsonl", folder / f"{number}.db"
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(record) + "\n" for record in events(number))
    seconds([CLAIMTRACK, "--db", str(database), "import", str(file)])
    return database
