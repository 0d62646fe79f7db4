"""``claimtrack alias``."""

from typing import Annotated

import typer

from claimtrack.cli.options import By
from claimtrack.cli.output import tell
from claimtrack.cli.who import person
from claimtrack.errors import UsageError


def alias(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="place|source", help="What the names are of.")],
    a: Annotated[str, typer.Argument(metavar="A", help="A name; for a source also its slug.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The name of the place or body meant.")],
    relation: Annotated[
        str,
        typer.Option("--as", help="For sources: A is an alias of B, speaks-for B, is part-of B."),
    ] = "alias",
    note: Annotated[str | None, typer.Option("--note", metavar="WHY", help="A remark.")] = None,
    by: By = None,
) -> None:
    """Say that two names are one place, or how two sources relate.

    Spellings that differ only in transliteration meet by themselves; this is for names that no
    spelling reveals.
    """
    from claimtrack.workflows import name

    if what == "place":
        moved = name.alias_place(ctx.obj, a, b, by=person(by), note=note)
        tell(f"{a} is {b} from now on; {moved:,} claims changed their place.")
    elif what == "source":
        name.relate_sources(ctx.obj, a, relation, b, by=person(by), note=note)
        tell(f"{a}: {relation} {b} from now on.")
    else:
        raise UsageError(
            f"{what!r} has no aliases.", "Say `alias place A B` or `alias source A B`."
        )
