"""What a whole command costs: time, processor time, and memory over all its processes."""

import os
import resource
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.1
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took.

    Attributes:
        seconds: From start to end.
        cpu: Seconds of processor time, in all its processes.
        megabytes: The most memory that all its processes held at one time, shared pages counted
            in proportion; where ``/proc`` does not tell, the most that a single one held.
    """

    seconds: float
    cpu: float
    megabytes: float


def cost(command: Sequence[str], compiled: Path | None = None, *, looking: bool = True) -> Cost:
    """Run a command to its end, its output thrown away.

    Args:
        command: The program and its arguments.
        compiled: A folder to keep compiled modules in, which an earlier run has filled, so that the
            command runs as an installed package does; None to run it as the environment says.
        looking: Whether to look at the memory of all its processes. Looks take a twentieth of one
            processor (measured), which a command that uses all of them does without.

    Raises:
        subprocess.CalledProcessError: It failed.
    """
    environment = {key: value for key, value in os.environ.items() if key != "CLAIMTRACK_DB"}
    if compiled is not None:
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(compiled)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    running = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    most = 0
    if not looking:
        running.wait()
    while running.poll() is None:
        most = max(most, sum(_kilobytes(process) for process in _session(running.pid)))
        time.sleep(_EVERY)
    took = time.perf_counter() - began
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(took, used, (most or after.ru_maxrss) / 1000)


def _session(leader: int) -> list[Path]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            told = (process / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        if int(told[3]) == leader:
            found.append(process)
    return found


def _kilobytes(process: Path) -> int:
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
