"""How long grouping takes, how much memory, and how well it does, with Splink beside it."""

import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench import make_reports, make_strikes
from tests.bench.agreement import agreement, blocking
from tests.bench.arriving import one_by_one
from tests.bench.measure import CLAIMTRACK, line, seconds
from tests.bench.process import Cost, cost

PEER_PYTHON = Path(".venv-bench") / "bin" / "python"
PEER = Path(__file__).with_name("peer.py")
KINDS: dict[str, Callable[[int, int, str], None]] = {
    "strikes": make_strikes.write,
    "reports": make_reports.write,
}
GROWTH = 1.15
"""The time of grouping may grow with the number of claims to this power at most."""


def run(sizes: list[int], *, peer: bool = True) -> bool:
    """Measure both kinds of synthetic claims; returns whether all limits hold."""
    holds = True
    for kind, write in KINDS.items():
        spent = []
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                made = Path(folder) / "claims"
                write(size, 1, str(made))
                truth = made.with_suffix(".gold.json")
                own = measured(f"{kind}, {size:,}", made.with_suffix(".jsonl"), truth, peer=peer)
                spent.append((size, own.cpu))
        if len(spent) > 1:
            (small, first), (large, last) = spent[0], spent[-1]
            power = math.log(last / first) / math.log(large / small)
            holds &= line(f"{kind}: growth of processor time, exponent", power, GROWTH)
    return holds


def measured(what: str, claims: Path, truth: Path, *, peer: bool = True) -> Cost:
    """Measure grouping some claims, and print it.

    Args:
        what: What to call them.
        claims: Claim records in JSON Lines, each with an ID.
        truth: Record ID → event, in JSON.
        peer: Measure Splink beside it.

    Returns:
        What grouping cost.
    """
    gold = json.loads(truth.read_text(encoding="utf-8"))
    pairs, lost = blocking(claims, gold)
    with _imported(claims) as database:
        ours = cost([CLAIMTRACK, "--db", str(database), "group"])
        found = agreement(_events(database), gold)
        _print(what, "claimtrack", ours, found.pairwise, found.b_cubed)
        print(f"{'':26} {pairs:,} pairs compared; {lost:.1%} of the true pairs never")
        one_by_one(database, claims)
    if peer and PEER_PYTHON.exists():
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "groups.json"
            theirs = cost([str(PEER_PYTHON), str(PEER), str(claims), str(out)])
            groups = agreement(json.loads(out.read_text(encoding="utf-8")), gold)
        _print(what, "splink", theirs, groups.pairwise, groups.b_cubed)
        print(
            f"{'':26} claimtrack takes {ours.seconds / theirs.seconds:.2f} of the time, "
            f"{ours.cpu / theirs.cpu:.2f} of the processor time"
        )
    elif peer:
        print(f"{'':26} Splink is not set up in .venv-bench, so it is left out", file=sys.stderr)
    sys.stdout.flush()
    return ours


def _print(what: str, who: str, took: Cost, pairwise: float, b_cubed: float) -> None:
    print(
        f"{what:<18} {who:<10} {took.seconds:7.1f} s {took.cpu:7.1f} s processor "
        f"{took.megabytes:6.0f} MB   F1 pairwise {pairwise:.3f}, B-cubed {b_cubed:.3f}"
    )


@contextmanager
def _imported(claims: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "case.db"
        seconds([CLAIMTRACK, "--db", str(database), "import", str(claims), "--no-group"])
        yield database


def _events(database: Path) -> dict[str, object]:
    exported = subprocess.run(
        [CLAIMTRACK, "--db", str(database), "export", "--format", "jsonl"],
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    records = map(json.loads, exported.splitlines())
    return {record["external_id"]: record["event"] for record in records}
