"""How long a command takes before it does anything."""

import sys
import tempfile
from pathlib import Path

from tests.bench.measure import CLAIMTRACK, line, ratio, seconds


def run() -> bool:
    """Print the start-up ratios; returns whether all hold."""
    bare = [sys.executable, "-c", "pass"]
    holds = True
    for option in ("--version", "--help"):
        got, took = ratio([CLAIMTRACK, option], bare)
        holds &= line(f"claimtrack {option} / python -c pass", got, 7, f"{took * 1000:.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        seconds([CLAIMTRACK, "demo", "--keep", str(case)])
        database = str(case / "claimtrack.db")
        sqlmodel = [sys.executable, "-c", "import sqlmodel"]
        for form in ("table", "json"):
            command = [CLAIMTRACK, "--db", database, "claims", "--format", form]
            got, took = ratio(command, sqlmodel)
            what = f"claimtrack claims --format {form} / import sqlmodel"
            holds &= line(what, got, 1.25, f"{took * 1000:.0f} ms")
    return holds
