"""``claimtrack group``."""

from typing import Annotated

import typer

from claimtrack.cli.output import moved, tell
from claimtrack.cli.progress import ProgressBar


def group(
    ctx: typer.Context,
    everything: Annotated[
        bool, typer.Option("--all", help="Regroup everything, not only what has changed.")
    ] = False,
) -> None:
    """Group claims into events and questions.

    `read`, `add` and `import` group what they bring; this is for claims imported with --no-group.
    """
    from claimtrack.workflows.group import group as regroup

    with ProgressBar("Grouping") as progress:
        outcome = regroup(ctx.obj, everything=everything, on_progress=progress)
    if not outcome.claims:
        tell("Nothing has changed since claims were last grouped.")
        return
    tell(f"Grouped {outcome.claims:,} claims in {outcome.events:,} events; {moved(outcome.moved)}")
