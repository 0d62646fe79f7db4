"""``claimtrack review`` and ``claimtrack rules``."""

from typing import Annotated

import typer

from claimtrack.cli.options import AsJson, By, FormatName
from claimtrack.cli.output import on_screen, pick_format
from claimtrack.cli.who import person


def review(
    ctx: typer.Context,
    queue: Annotated[
        list[str] | None,
        typer.Option(
            "--queue",
            metavar="QUEUE",
            help="proposals, pairs, confirmations or contested; give it again for more.",
        ),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Line prompts: a letter and Enter.")
    ] = False,
    blind: Annotated[
        bool, typer.Option("--blind", help="Hide scores, rules and recommendations.")
    ] = False,
    by: By = None,
) -> None:
    """Decide on proposals, doubtful pairs, suspicions and contested questions.

    Every decision is stored at once; leaving, or a closed terminal, loses nothing, and starting
    again goes on. What is most consequential comes first.
    """
    from claimtrack.model.review import QUEUES

    if plain or not on_screen():
        from claimtrack.cli.plain import run_plain as run
    else:
        from claimtrack.tui import run_full_screen as run
    run(ctx.obj, by=person(by), queues=queue or QUEUES, blind=blind)


def rules(
    ctx: typer.Context,
    format_name: FormatName = None,
    as_json: AsJson = False,
) -> None:
    """List what each rule proposed, and what became of it.

    Formats: table, json, jsonl, csv, md. The confidence is what its next proposal would carry:
    the rule's measured precision, moved by what reviewers decided in this database.
    """
    from dataclasses import asdict

    from claimtrack.cli.listings import print_listing
    from claimtrack.render.formats import LIST_FORMATS
    from claimtrack.render.lists.interface import Column, Listing
    from claimtrack.workflows.rules import rules_of

    chosen = pick_format(format_name, as_json, LIST_FORMATS)
    columns = (
        Column("rule", "Rule"),
        Column("proposed", "Proposed", justify="right"),
        Column("accepted", "Accepted", justify="right"),
        Column("corrected", "Corrected", justify="right"),
        Column("rejected", "Rejected", justify="right"),
        Column("waiting", "Waiting", justify="right"),
        Column("confidence", "Confidence", justify="right"),
    )
    rows = map(asdict, rules_of(ctx.obj))
    print_listing(Listing(columns, rows), chosen, empty="No rule has proposed anything yet.")
