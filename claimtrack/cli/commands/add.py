"""``claimtrack add`` and ``claimtrack edit``."""

import sys
from typing import Annotated, Any

import typer

from claimtrack.cli.fields import describing
from claimtrack.cli.options import By
from claimtrack.cli.output import tell
from claimtrack.cli.who import person

Text = str | None
_RECORD: dict[str, Any] = {"claimants": [], "via": []}


@describing
def add(
    ctx: typer.Context,
    fields: dict[str, Any],
    quote: Annotated[Text, typer.Option("--quote", help="The verbatim sentence.")] = None,
    publisher: Annotated[Text, typer.Option("--publisher", help="Who published it.")] = None,
    title: Annotated[Text, typer.Option("--title", help="The headline it stood under.")] = None,
    url: Annotated[Text, typer.Option("--url", help="Where it stands.")] = None,
    published: Annotated[
        Text, typer.Option("--published", metavar="DATE", help="When it was published.")
    ] = None,
    by: By = None,
) -> None:
    """Record one claim by hand.

    On a terminal, what is needed and not given is asked for. The claim counts as accepted. Says
    which event and question it joins, and what it contradicts.
    """
    from claimtrack.workflows.record import add as record_claim

    record = {
        **_RECORD,
        **fields,
        "quote": quote,
        "document": {"publisher": publisher, "title": title, "url": url, "published": published},
    }
    if sys.stdin.isatty() and not (record.get("kind") and record["claimants"]):
        from claimtrack.cli.form import ask

        record |= ask(ctx.obj, record, ADDED)
    stored = record_claim(ctx.obj, record, by=person(by))
    _tell_where(ctx.obj, "Recorded", stored.id or "")
    typer.echo(stored.id)


ADDED = (
    "kind", "claimants", "figure", "statement", "place", "event_start", "stated_at", "via", "quote",
)  # fmt: skip
"""What ``add`` asks for on a terminal, in order; an empty answer leaves the field open."""


@describing
def edit(
    ctx: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="Its ID, like c17.")],
    fields: dict[str, Any],
    clear: Annotated[
        list[str] | None,
        typer.Option("--clear", metavar="FIELD", help="Empty this field, such as scope or high."),
    ] = None,
    note: Annotated[Text, typer.Option("--note", metavar="WHY", help="A remark.")] = None,
    by: By = None,
) -> None:
    """Correct fields of a claim; what it said before is kept.

    Without options, a terminal asks field by field. The quote stays as it is, since it is the
    evidence. The claim is placed anew among the events.
    """
    from claimtrack.workflows.edit import edit as correct

    changes = {**fields, **dict.fromkeys(clear or ())}
    if not changes and sys.stdin.isatty():
        from claimtrack.cli.form import ask, present
        from claimtrack.workflows.form import EDITED

        changes = ask(ctx.obj, present(ctx.obj, claim), EDITED)
    edited = correct(ctx.obj, claim, changes, by=person(by), note=note)
    _tell_where(ctx.obj, "Edited", edited.id or "")


def _tell_where(location: str, done: str, short_id: str) -> None:
    """Say which event and question a claim is in, and what it contradicts."""
    from claimtrack.workflows.rivals import rivals_of

    claim, title, rivals = rivals_of(location, short_id)
    tell(f"{done} {short_id} in event {claim.event}, question {claim.question}.")
    tell(f"{claim.event} is {title}, {claim.question} is {claim.kind.replace('_', ' ')}.")
    for rival in rivals:
        if rival.relation == "conflict":
            tell(f"It contradicts {rival.position.claim}: {rival.reason}")
