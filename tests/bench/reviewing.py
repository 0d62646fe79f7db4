"""How soon the full screen of a review is there, and the next item after a key.

The command itself runs on a pseudo-terminal, and what it has spent is read when the first item, or
what became of a key, arrives there. Processor time against that of importing what it is built of,
since the wall clock of a busy machine tells little. Both are run from compiled modules, as an
installed package is.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

import pexpect

from tests.bench.importing import records
from tests.bench.measure import CLAIMTRACK, line, seconds

RUNS, KEYS = 5, 10
IDLE = 0.3
"""Seconds without work after which everything is drawn and counted."""
_IMPORTS = "import textual, sqlmodel, time; print(time.process_time())"


def run(number: int) -> bool:
    """Review so many proposals on the full screen; returns whether the limits hold."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = _database(folder, number)
        environment = {
            **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
            "TERM": "xterm-256color",
        }
        _imports(environment), _screen(database, environment, 1)  # compiles whatever they import
        told = [(_imports(environment), *_screen(database, environment, KEYS)) for _ in range(RUNS)]
    baseline, first, following = (median(column) for column in zip(*told, strict=True))
    what = f"review of {number:,}, first screen / import textual, sqlmodel"
    holds = line(what, first / baseline, 1.5, f"CPU, {first:.2f} s against {baseline:.2f} s")
    what = "next item / import textual, sqlmodel"
    return holds & line(what, following / baseline, 0.1, f"CPU, {following * 1000:.0f} ms")


def _screen(database: str, environment: Any, keys: int) -> tuple[float, float]:
    """CPU seconds until the first item is on screen, and the median of those that a key takes."""
    terminal = pexpect.spawn(
        CLAIMTRACK,
        ["--db", database, "review", "--queue", "proposals", "--by", "Ana"],
        env=environment,
        dimensions=(24, 80),
        timeout=120,
    )
    terminal.expect(rb"proposal: ")
    first = _spent(terminal)
    _rest(terminal)
    took = []
    for _ in range(keys):
        before = _spent(terminal)
        terminal.send("a")
        terminal.expect(rb"Accepted c")
        _rest(terminal)
        took.append(_spent(terminal) - before)
    terminal.send("q")
    terminal.expect(pexpect.EOF)
    terminal.close()
    return first, median(took)


def _rest(terminal: Any) -> None:
    """Read what is drawn until nothing is being done any more."""
    before = -1.0
    while _spent(terminal) - before > 0.002:
        before = _spent(terminal)
        time.sleep(IDLE)
        while not terminal.expect([rb".+", pexpect.TIMEOUT], timeout=0.01):
            pass


def _spent(terminal: Any) -> float:
    """The CPU seconds that a running process has used (the clock of clock_getcpuclockid)."""
    return time.clock_gettime((~terminal.pid << 3) | 2)


def _imports(environment: Any) -> float:
    command = [sys.executable, "-c", _IMPORTS]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)


def _database(folder: Path, number: int) -> str:
    file, database = folder / "claims.jsonl", folder / "case.db"
    with file.open("w", encoding="utf-8") as stream:
        for record in records(number):
            proposed: dict[str, Any] = {**record, "status": "proposed"}
            stream.write(json.dumps(proposed) + "\n")
    seconds([CLAIMTRACK, "--db", str(database), "import", str(file)])
    return str(database)
