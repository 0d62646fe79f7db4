"""Timing whole processes and comparing them with a baseline."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

BIN = Path(sys.executable).parent
CLAIMTRACK = str(BIN / "claimtrack")


def seconds(command: Sequence[str], cwd: Path | None = None) -> float:
    """Wall-clock seconds of one run of a command whose output is thrown away."""
    environment = {key: value for key, value in os.environ.items() if key != "CLAIMTRACK_DB"}
    began = time.perf_counter()
    subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=True)
    return time.perf_counter() - began


def ratio(command: Sequence[str], baseline: Sequence[str], runs: int = 15) -> tuple[float, float]:
    """How many times as long a command takes as its baseline.

    The two run in turn, so that a machine whose speed drifts slows both.

    Returns:
        The median of the pairwise ratios, and the command's median seconds.
    """
    seconds(command), seconds(baseline)  # the first runs warm the file cache
    pairs = [(seconds(command), seconds(baseline)) for _ in range(runs)]
    return statistics.median(a / b for a, b in pairs), statistics.median(a for a, _ in pairs)


def line(what: str, got: float, limit: float, detail: str = "") -> bool:
    """Print one figure against its limit; returns whether it holds."""
    holds = got <= limit
    verdict = "ok" if holds else "TOO SLOW"
    print(f"{what:<58} {got:8.2f}  (limit {limit:g})  {verdict}  {detail}")
    return holds
