"""``claimtrack undo``."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.options import By
from claimtrack.cli.output import tell
from claimtrack.cli.who import person
from claimtrack.errors import UsageError

if TYPE_CHECKING:
    from claimtrack.workflows.undo import Undone


def undo(
    ctx: typer.Context,
    count: Annotated[
        int, typer.Argument(metavar="[N]", min=1, help="How many decisions, the last ones first.")
    ] = 1,
    entry: Annotated[
        list[int] | None,
        typer.Option("--entry", metavar="NUMBER", help="This one, by its number in the log."),
    ] = None,
    of: Annotated[
        str | None, typer.Option("--of", metavar="NAME", help="Only decisions of this person.")
    ] = None,
    with_dependents: Annotated[
        bool, typer.Option("--with-dependents", help="Also later decisions that rest on them.")
    ] = False,
    by: By = None,
) -> None:
    """Take back the last decisions, whoever made them.

    Nothing is deleted: the decision and its undoing both stay in the log. A second undo goes
    further back. Claims accepted together, or an event split, are one decision. A terminal asks
    before it takes back what rests on them.
    """
    from claimtrack.workflows.undo import undo as last
    from claimtrack.workflows.undo import undo_entries

    if entry and (of is not None or count != 1):
        raise UsageError("--entry names what to take back.", "Leave N and --of out.")

    def take_back(with_dependents: bool) -> "Undone":
        who = person(by)
        if entry:
            return undo_entries(ctx.obj, entry, by=who, with_dependents=with_dependents)
        return last(ctx.obj, count, by=who, of=of, with_dependents=with_dependents)

    undone = take_back(with_dependents)
    if undone.resting:
        tell("These decisions rest on it:")
        for resting in undone.resting:
            tell(f"  {resting}")
        if not sys.stdin.isatty() or not typer.confirm("Take them back too?", err=True):
            raise UsageError(
                "Nothing was undone, since later decisions rest on it.",
                "Add --with-dependents to take those back too.",
            )
        undone = take_back(True)
    for taken in undone.entries:
        tell(f"Took back {taken}.")
