"""``claimtrack add``."""

import sys
from typing import Annotated, Any

import typer

from claimtrack.cli.options import By
from claimtrack.cli.output import tell
from claimtrack.cli.who import person
from claimtrack.model.claims import COUNTED

Text = str | None


def add(
    ctx: typer.Context,
    kind: Annotated[Text, typer.Option("--kind", help="What is claimed, such as killed.")] = None,
    claimant: Annotated[
        list[str] | None, typer.Option("--claimant", help="Who says it; give it again for more.")
    ] = None,
    value: Annotated[
        Text, typer.Option("--value", help='The figure in words: 12, "at least 12", dozens.')
    ] = None,
    low: Annotated[int | None, typer.Option("--low", help="Smallest count, inclusive.")] = None,
    high: Annotated[int | None, typer.Option("--high", help="Largest count, inclusive.")] = None,
    approximate: Annotated[bool, typer.Option("--approximate", help="About so many.")] = False,
    vague: Annotated[bool, typer.Option("--vague", help="Words without a number.")] = False,
    statement: Annotated[
        Text, typer.Option("--statement", help="The assertion, for kinds that are not counted.")
    ] = None,
    scope: Annotated[Text, typer.Option("--scope", help="Who is counted: children, …")] = None,
    basis: Annotated[
        Text, typer.Option("--basis", help="count, estimate, identified or presumed.")
    ] = None,
    via: Annotated[
        list[str] | None, typer.Option("--via", help="Who relays it, nearest first.")
    ] = None,
    anonymous: Annotated[bool, typer.Option("--anonymous", help="Unnamed claimant.")] = False,
    place: Annotated[Text, typer.Option("--place", help="Where it happened.")] = None,
    on: Annotated[
        Text, typer.Option("--on", metavar="DATE", help="The day it happened, 2024-01-24.")
    ] = None,
    event_start: Annotated[
        Text, typer.Option("--from", metavar="DATE", help="The first day, for a span of days.")
    ] = None,
    event_end: Annotated[
        Text, typer.Option("--to", metavar="DATE", help="The last day, for a span of days.")
    ] = None,
    said: Annotated[
        Text, typer.Option("--said", metavar="TIME", help="When the claimant said it.")
    ] = None,
    quote: Annotated[Text, typer.Option("--quote", help="The verbatim sentence.")] = None,
    hedge: Annotated[Text, typer.Option("--hedge", help="The verbatim hedge: alleged, …")] = None,
    denies: Annotated[bool, typer.Option("--denies", help="The claim denies the thing.")] = False,
    cue: Annotated[
        Text,
        typer.Option("--cue", help="initial, correction, withdrawn, previous, up or down."),
    ] = None,
    publisher: Annotated[Text, typer.Option("--publisher", help="Who published it.")] = None,
    title: Annotated[Text, typer.Option("--title", help="The headline it stood under.")] = None,
    url: Annotated[Text, typer.Option("--url", help="Where it stands.")] = None,
    published: Annotated[
        Text, typer.Option("--published", metavar="DATE", help="When it was published.")
    ] = None,
    by: By = None,
) -> None:
    """Record one claim by hand.

    On a terminal, what is needed and not given is asked for. The claim counts as accepted.
    """
    record: dict[str, Any] = {
        "kind": kind,
        "claimants": claimant or [],
        "low": low,
        "high": high,
        "approximate": approximate,
        "vague": vague,
        "value_text": value,
        "statement": statement,
        "scope": scope,
        "basis": basis,
        "via": via or [],
        "anonymous": anonymous,
        "place": place,
        "event_start": event_start or on,
        "event_end": event_end or on,
        "stated_at": said,
        "quote": quote,
        "hedge": hedge,
        "denies": denies,
        "revision_cue": cue,
        "document": {"publisher": publisher, "title": title, "url": url, "published": published},
    }
    if sys.stdin.isatty() and not (record["kind"] and record["claimants"]):
        _ask(record)
    if record["value_text"] and low is None and high is None:
        _read_value(record)
    from claimtrack.workflows.record import add as record_claim

    stored = record_claim(ctx.obj, record, by=person(by))
    tell(f"Recorded {stored.id} in event {stored.event}, question {stored.question}.")
    typer.echo(stored.id)


_QUESTIONS = (
    ("kind", "What is claimed (killed, injured, …)"),
    ("claimants", "Who says it"),
    ("value_text", "The figure, in their words"),
    ("place", "Where it happened"),
    ("event_start", "The day it happened (2024-01-24)"),
    ("stated_at", "When they said it (2024-01-24)"),
    ("via", "Who relays it"),
    ("quote", "The verbatim sentence"),
)
"""What is asked for on a terminal, in order; an empty answer leaves the field open."""


def _ask(record: dict[str, Any]) -> None:
    for name, question in _QUESTIONS:
        if record[name]:
            continue
        if name == "value_text" and record["kind"] not in COUNTED:
            name, question = "statement", "What they assert"
        try:
            answer = typer.prompt(question, default="", show_default=False, err=True).strip()
        except typer.Abort:  # Ctrl-C, or the end of what is typed
            raise KeyboardInterrupt from None
        if answer:
            record[name] = [answer] if name in ("claimants", "via") else answer
    record["event_end"] = record["event_end"] or record["event_start"]


def _read_value(record: dict[str, Any]) -> None:
    """Turn the figure's words into bounds, as reading would."""
    from claimtrack.errors import InputError
    from claimtrack.reading.phrase import quantity_in

    quantity = quantity_in(record["value_text"])
    if quantity is None:
        raise InputError(
            f"{record['value_text']!r} holds no figure.",
            'Give a number, words such as "at least 12" or dozens, or --low and --high.',
        )
    record.update(
        low=quantity.low,
        high=quantity.high,
        approximate=quantity.approximate,
        vague=quantity.vague,
    )
