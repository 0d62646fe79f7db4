"""``claimtrack withdraw``."""

from typing import Annotated

import typer

from claimtrack.cli.options import By
from claimtrack.cli.output import tell
from claimtrack.cli.who import person


def withdraw(
    ctx: typer.Context,
    thing: Annotated[
        str, typer.Argument(metavar="ID", help="A claim (c17), judgement (j3) or finding (f2).")
    ],
    because: Annotated[str, typer.Option("--because", metavar="WHY", help="The reason.")],
    by: By = None,
) -> None:
    """Take a claim, judgement or finding back; it stays, with the reason.

    A claim leaves lists, reports and exports; `show` and `log` still have it. A judgement no longer
    binds grouping, a finding no longer settles its question.
    """
    from claimtrack.workflows.withdraw import withdraw as take_back

    taken = take_back(ctx.obj, thing, because=because, by=person(by))
    tell(f"Withdrew {taken}.")
