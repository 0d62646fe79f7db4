"""``claimtrack demo``."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli.output import tell


def demo(
    keep: Annotated[
        Path | None,
        typer.Option(
            "--keep", metavar="DIR", help="Leave the sample case in this new folder to play with."
        ),
    ] = None,
) -> None:
    """Build a sample case and print its reconciled report."""
    from claimtrack.workflows import demo as sample

    if keep is not None:
        _report(sample.build(keep))
        tell(f"The sample case is in {keep}. Try next:")
        _suggest(keep)
        return
    with tempfile.TemporaryDirectory(prefix="claimtrack-demo-") as folder:
        _report(sample.build(Path(folder)))
    tell("To play with this case, try next:\n  claimtrack demo --keep sample")
    _suggest(Path("sample"))


def _report(location: str) -> None:
    from claimtrack.cli.commands.report import print_report, report_form
    from claimtrack.workflows.report import Asked, reported
    from claimtrack.workflows.spool import Telling

    form = report_form("table")
    with reported(location, Asked(), Telling(form)) as (header, events):
        print_report(header, events, form)


def _suggest(folder: Path) -> None:
    database = folder / "claimtrack.db"
    tell(
        f"  claimtrack --db {database} claims --kind killed\n"
        f"  claimtrack --db {database} show c1\n"
        f"  claimtrack --db {database} report e1 --format md"
    )
