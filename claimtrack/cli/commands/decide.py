"""``claimtrack accept`` and ``claimtrack reject``."""

from typing import Annotated

import typer

from claimtrack.cli.options import By
from claimtrack.cli.output import tell
from claimtrack.cli.who import person

Claims = Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Their IDs, like c17.")]


def accept(
    ctx: typer.Context,
    claims: Claims,
    because: Annotated[
        str | None, typer.Option("--because", metavar="WHY", help="A remark.")
    ] = None,
    by: By = None,
) -> None:
    """Accept claims that were proposed.

    What reviewers accept and reject shapes the confidence of later proposals of the same rule.
    """
    _decide(ctx.obj, claims, "accepted", because, by)


def reject(
    ctx: typer.Context,
    claims: Claims,
    because: Annotated[str, typer.Option("--because", metavar="WHY", help="The reason.")],
    by: By = None,
) -> None:
    """Reject claims; they stay, with the reason.

    Rejected claims leave reports and grouping; `claims --status rejected` lists them, and `accept`
    takes them back.
    """
    _decide(ctx.obj, claims, "rejected", because, by)


def _decide(
    location: str, claims: list[str], status: str, because: str | None, by: str | None
) -> None:
    from claimtrack.workflows.decide import decide

    decided = decide(location, claims, status, by=person(by), because=because)
    tell(f"{status.capitalize()} {', '.join(claim.id or '' for claim in decided)}.")
