"""``claimtrack accept`` and ``claimtrack reject``."""

import sys
from typing import Annotated

import typer

from claimtrack.cli.options import By
from claimtrack.cli.output import tell
from claimtrack.cli.who import person
from claimtrack.errors import UsageError

Claims = Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Their IDs, like c17.")]


def accept(
    ctx: typer.Context,
    claims: Annotated[
        list[str] | None, typer.Argument(metavar="[CLAIM...]", help="Their IDs, like c17.")
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", help="All proposals of this document, like d2.")
    ] = None,
    above: Annotated[
        float | None,
        typer.Option("--above", metavar="SHARE", help="All of this confidence or more, like 0.95."),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Do not ask before many are accepted at once.")
    ] = False,
    because: Annotated[
        str | None, typer.Option("--because", metavar="WHY", help="A remark.")
    ] = None,
    by: By = None,
) -> None:
    """Accept claims that were proposed.

    What reviewers accept and reject shapes the confidence of later proposals of the same rule.
    With --document or --above the proposals are shown and asked about first, and the log tells by
    what rule they were accepted.
    """
    if document is None and above is None:
        if not claims:
            raise UsageError("Nothing was named.", "Name claims, or give --document or --above.")
        _decide(ctx.obj, claims, "accepted", because, by)
        return
    if claims:
        raise UsageError("Claims were named beside a rule.", "Leave one of the two out.")
    _accept_batch(ctx.obj, document, above or 0.0, yes, person(by))


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


def _accept_batch(location: str, document: str | None, above: float, yes: bool, by: str) -> None:
    from claimtrack.cli.output import in_color, in_unicode, width, write_lines
    from claimtrack.render.paper import Paper
    from claimtrack.render.review import batch_lines
    from claimtrack.store import open_store
    from claimtrack.workflows.review.batches import accept_batch, batch_above

    with open_store(location) as store:
        batch = batch_above(store, above, document)
    write_lines(batch_lines(batch, Paper(width(), in_color(), in_unicode())))
    if not batch.claims:
        return
    if not yes and not sys.stdin.isatty():
        raise UsageError("Nothing was accepted.", "Look at the list, and add --yes.")
    if not yes and not typer.confirm(f"Accept all {len(batch.claims):,}?", err=True):
        tell("Nothing was accepted.")
        return
    with open_store(location, write=True) as store:
        accepted, _ = accept_batch(store, batch, by=by)
    tell(f"Accepted {len(accepted):,}; one undo takes them all back.")
