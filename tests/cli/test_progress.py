"""The bar, on a real terminal and away from one."""

import subprocess
import sys

import pexpect

WORK = """
from claimtrack.cli import progress
progress.PATIENCE = 0.0
with progress.ProgressBar("Importing") as told:
    told(10, 10)
    told.then("Grouping")(5, 10)
"""


def test_the_next_kind_of_work_goes_on_under_its_own_name() -> None:
    terminal = pexpect.spawn(sys.executable, ["-c", WORK], encoding="utf-8", timeout=30)
    terminal.expect("Grouping")
    terminal.expect(pexpect.EOF)


def test_nothing_is_drawn_where_no_terminal_is() -> None:
    done = subprocess.run([sys.executable, "-c", WORK], capture_output=True, text=True, check=True)
    assert done.stderr == done.stdout == ""
