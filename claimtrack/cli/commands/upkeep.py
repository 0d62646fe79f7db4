"""``claimtrack check`` and ``claimtrack backup``."""

from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli.output import tell, write_lines


def check(ctx: typer.Context) -> None:
    """Check that the database is sound.

    Leaves with exit code 1 when something is wrong, and says what.
    """
    from claimtrack.store import check as examine

    found = examine(ctx.obj)
    write_lines(found)
    if found:
        raise typer.Exit(1)
    tell(f"{ctx.obj} is sound.")


def backup(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file.")],
) -> None:
    """Copy the database to a file, consistently.

    Works while others read and write; the copy is a database like the original.
    """
    from claimtrack.store import backup as copy

    copy(ctx.obj, file)
    tell(f"Copied {ctx.obj} to {file}.")
