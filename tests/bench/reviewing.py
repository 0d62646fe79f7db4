"""How soon the full screen of a review is there, and the next item after a key.

Processor time against that of importing what it is built of, since the wall clock of a busy machine
tells little.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.importing import records
from tests.bench.measure import CLAIMTRACK, line, seconds

RUNS, KEYS = 5, 10
_IMPORTS = """
import textual, sqlmodel, resource
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime)
"""


def run(number: int) -> bool:
    """Review so many proposals on the full screen; returns whether the limits hold."""
    with tempfile.TemporaryDirectory() as name:
        database = _database(Path(name), number)
        told = [
            (float(_output("-c", _IMPORTS)), *map(float, _output(*_SCREEN, database).split()))
            for _ in range(RUNS)
        ]
    baseline, first, following = (median(column) for column in zip(*told, strict=True))
    what = f"review of {number:,}, first screen / import textual, sqlmodel"
    holds = line(what, first / baseline, 1.5, f"CPU, {first:.2f} s against {baseline:.2f} s")
    what = "next item / import textual, sqlmodel"
    return holds & line(what, following / baseline, 0.1, f"CPU, {following * 1000:.0f} ms")


def screen(database: str) -> None:
    """Print the CPU seconds until the first item is on screen, and those of each key after it."""
    import asyncio
    import resource

    from claimtrack.store import uncollected

    with uncollected():
        from claimtrack.tui.app import ReviewApp
        from claimtrack.tui.desk import Desk
        from claimtrack.workflows.review import ReviewSession
    from tests.tui.driving import Driver

    def spent() -> float:
        used = resource.getrusage(resource.RUSAGE_SELF)
        return used.ru_utime + used.ru_stime

    async def measured() -> None:
        app = ReviewApp(lambda _: ReviewSession(database, by="Ana"), by="Ana")
        async with app.run_test() as pilot:
            driver = Driver(app, pilot)
            while app.screen.query_one(Desk)._shown is None:
                await asyncio.sleep(0.002)
            await pilot.pause()  # until it is drawn
            first = spent()
            await driver.settle()
            before = spent()
            await driver.press(*"a" * KEYS)
            print(first, (spent() - before) / KEYS)

    asyncio.run(measured())


def _database(folder: Path, number: int) -> str:
    file, database = folder / "claims.jsonl", folder / "case.db"
    with file.open("w", encoding="utf-8") as stream:
        for record in records(number):
            proposed: dict[str, Any] = {**record, "status": "proposed"}
            stream.write(json.dumps(proposed) + "\n")
    seconds([CLAIMTRACK, "--db", str(database), "import", str(file)])
    return str(database)


def _output(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


_SCREEN = ("-c", "import sys; from tests.bench.reviewing import screen; screen(sys.argv[1])")
