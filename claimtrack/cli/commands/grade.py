"""``claimtrack grade``."""

from typing import Annotated

import typer

from claimtrack.cli.options import By
from claimtrack.cli.output import tell
from claimtrack.cli.who import person


def grade(
    ctx: typer.Context,
    thing: Annotated[
        str, typer.Argument(metavar="SOURCE|CLAIM", help="A slug, or an ID like c17.")
    ],
    given: Annotated[
        str, typer.Argument(metavar="GRADE", help="A to F for a source, 1 to 6 for a claim.")
    ],
    note: Annotated[str | None, typer.Option("--note", metavar="WHY", help="A remark.")] = None,
    by: By = None,
) -> None:
    """Grade a source A to F, or a claim 1 to 6.

    The source and what it says are graded apart, as the Admiralty code has it: A reliable to E
    unreliable, F cannot be judged; 1 confirmed by other sources to 5 improbable, 6 cannot be
    judged. A claim is confirmed where another independent origin stands by the same figure.
    """
    from claimtrack.workflows.name import grade as give

    give(ctx.obj, thing, given, by=person(by), note=note)
    tell(f"Graded {thing} {given.upper()}.")
