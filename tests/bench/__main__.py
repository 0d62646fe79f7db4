"""``make bench`` and ``make bench-large``: every timing, as a ratio in one run."""

import sys

from tests.bench import importing, reporting, startup


def main() -> int:
    """Run the benchmarks; returns 1 when a limit does not hold."""
    if "--large" in sys.argv:
        return 0 if importing.run(1_000_000) else 1
    holds = startup.run()
    holds &= importing.run(100_000)
    holds &= reporting.run(100_000)
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
