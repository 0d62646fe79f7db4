"""``make bench`` and ``make bench-large``: what each part costs against a peer."""

import argparse
import sys
from pathlib import Path

from tests.bench import grouping, importing, reporting, reviewing, startup


def main() -> int:
    """Run the benchmarks; returns 1 when a limit does not hold."""
    asked = _arguments()
    if asked.claims:
        grouping.measured(asked.claims.stem, asked.claims, asked.truth, peer=not asked.no_peer)
        return 0
    if asked.large:
        holds = importing.run(1_000_000)
        holds &= grouping.run([100_000, 1_000_000], peer=not asked.no_peer)
    else:
        holds = startup.run() & importing.run(100_000) & reporting.run(100_000)
        holds &= reviewing.run(100_000)
        holds &= grouping.run([10_000, 100_000], peer=not asked.no_peer)
    return 0 if holds else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=main.__doc__)
    parser.add_argument("--large", action="store_true", help="a million claims")
    parser.add_argument("--no-peer", action="store_true", help="leave Splink out")
    parser.add_argument("--claims", type=Path, help="measure grouping on these claim records")
    parser.add_argument("--truth", type=Path, help="record ID → event, in JSON")
    asked = parser.parse_args()
    if bool(asked.claims) != bool(asked.truth):
        parser.error("--claims and --truth go together")
    return asked


if __name__ == "__main__":
    sys.exit(main())
