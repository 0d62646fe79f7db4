"""``claimtrack same``, ``different``, ``unsure``, ``merge`` and ``split``."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.options import By
from claimtrack.cli.output import moved, tell
from claimtrack.cli.who import person

if TYPE_CHECKING:
    from claimtrack.workflows.judge import Judged

One = Annotated[str, typer.Argument(metavar="A", help="A claim (c17) or an event (e3).")]
Other = Annotated[str, typer.Argument(metavar="B", help="Another claim or event.")]
Note = Annotated[str | None, typer.Option("--note", metavar="WHY", help="Your reason or remark.")]


def same(ctx: typer.Context, a: One, b: Other, note: Note = None, by: By = None) -> None:
    """Say that two claims, or two events, are the same event.

    Grouping always honours it; `claimtrack withdraw j1` takes it back.
    """
    _judge(ctx.obj, "same", a, b, note, by)


def different(ctx: typer.Context, a: One, b: Other, note: Note = None, by: By = None) -> None:
    """Say that two claims, or two events, are different events.

    Grouping always honours it; `claimtrack withdraw j1` takes it back.
    """
    _judge(ctx.obj, "different", a, b, note, by)


def unsure(ctx: typer.Context, a: One, b: Other, note: Note = None, by: By = None) -> None:
    """Say that nobody can tell whether two claims are the same event.

    It neither joins nor parts them, and it is kept.
    """
    _judge(ctx.obj, "unsure", a, b, note, by)


def merge(
    ctx: typer.Context,
    a: Annotated[str, typer.Argument(metavar="EVENT", help="An event, like e3.")],
    b: Annotated[str, typer.Argument(metavar="EVENT", help="Another event.")],
    note: Note = None,
    by: By = None,
) -> None:
    """Make one event of two.

    The older ID survives, the younger stays as an alias; it is a judgement like `same`.
    """
    _judge(ctx.obj, "same", a, b, note, by)


def split(
    ctx: typer.Context,
    event: Annotated[str, typer.Argument(metavar="EVENT", help="An event, like e3.")],
    claims: Annotated[
        list[str], typer.Argument(metavar="CLAIM...", help="The claims that do not belong to it.")
    ],
    note: Note = None,
    by: By = None,
) -> None:
    """Part claims from an event.

    The claims named become one event of their own; these are judgements like `same` and
    `different`.
    """
    from claimtrack.workflows.judge import split as part

    _tell(part(ctx.obj, event, claims, by=person(by), note=note))


def _judge(location: str, verdict: str, a: str, b: str, note: str | None, by: str | None) -> None:
    from claimtrack.workflows.judge import judge

    _tell(judge(location, verdict, a, b, by=person(by), note=note))


def _tell(judged: "Judged") -> None:
    for judgement in judged.judgements:
        tell(f"{judgement.id}: {judgement.a} {judgement.verdict} {judgement.b}.")
    places = ", ".join(f"{claim} in {event}" for claim, event in judged.events.items())
    tell(f"Now {places}; {moved(judged.moved)}")
