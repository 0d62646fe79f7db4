"""Running the command line, in this process for speed or in one of its own for truth."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CLAIMTRACK = str(Path(sys.executable).parent / "claimtrack")


@dataclass(frozen=True, slots=True)
class Finished:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Finished]


def in_own_process(
    *arguments: str, cwd: Path | None = None, stdin: bytes = b"", **environment: str
) -> Finished:
    """Run the installed command as a user would, with a pipe for a terminal."""
    inherited = {key: value for key, value in os.environ.items() if "CLAIMTRACK" not in key}
    done = subprocess.run(
        [CLAIMTRACK, *arguments],
        cwd=cwd,
        input=stdin,
        env={**inherited, "CLAIMTRACK_USER": "Ana", **environment},
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Finished(done.returncode, done.stdout.decode(), done.stderr.decode())
