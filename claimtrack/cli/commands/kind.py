"""``claimtrack kind``."""

from typing import Annotated

import typer

from claimtrack.cli.options import By
from claimtrack.cli.output import tell
from claimtrack.cli.who import person


def kind(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A slug or a name.")],
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="government, armed-group, medical, media, NGO, witness, police or other.",
        ),
    ],
    note: Annotated[str | None, typer.Option("--note", metavar="WHY", help="A remark.")] = None,
    by: By = None,
) -> None:
    """Say what a source is, such as government, media or witness.

    It stands beside the source, so that a reader knows who speaks. It changes no figure but the
    preferred one of report --rule official, which goes by who is a government or the police.
    """
    from claimtrack.workflows.name import set_kind

    tell(f"{source}: {set_kind(ctx.obj, source, kind, by=person(by), note=note)} from now on.")
