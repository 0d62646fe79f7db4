"""``claimtrack show``."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimtrack.cli.options import AsJson, FormatName
from claimtrack.cli.output import in_color, in_unicode, pick_format, width, write_lines
from claimtrack.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.render.paper import Paper
    from claimtrack.store.store import Store


def show(
    ctx: typer.Context,
    thing: Annotated[
        str, typer.Argument(metavar="ID", help="c17, e3, q5, d2, f1, or the slug of a source.")
    ],
    format_name: FormatName = None,
    as_json: AsJson = False,
) -> None:
    """Show one claim, event, question, document, finding or source whole.

    Formats: table, json. A claim comes with its quote in its context, a finding with what became of
    it: whether it is in force, or by whom, when and why it was replaced or taken back.
    """
    from claimtrack.model.ids import letter_of
    from claimtrack.render.paper import Paper
    from claimtrack.store import open_store

    chosen = pick_format(format_name, as_json, ("table", "json"))
    letter = letter_of(thing)
    if letter in ("e", "q"):
        _show_report(ctx.obj, thing, chosen)
        return
    paper = Paper(width(), in_color(), in_unicode())
    with open_store(ctx.obj) as store:
        if letter == "c":
            record, lines = _claim(store, thing, paper)
        elif letter == "d":
            record, lines = _document(store, thing, paper)
        elif letter == "j":
            raise UsageError(
                f"{thing} is a judgement, which has no page of its own.",
                "`claimtrack log` tells who made it, and why.",
            )
        elif letter == "f":
            record, lines = _finding(store, thing, paper)
        else:
            record, lines = _source(store, thing, paper)
        if chosen == "json":
            from claimtrack.model.json_text import json_line

            lines = [json_line(record)]
        write_lines(lines)


Shown = tuple[dict[str, Any], "Iterable[str]"]


def _claim(store: "Store", short_id: str, paper: "Paper") -> Shown:
    from claimtrack.model.records import to_record
    from claimtrack.render.details import claim_lines
    from claimtrack.workflows.context import context_of
    from claimtrack.workflows.known import sources_of

    claim = store.claims.get(short_id)
    before, after = context_of(store, claim)
    quote = claim.passage.quote if claim.passage else ""
    sources = sources_of(store, claim)
    record = {
        **to_record(claim),
        "credibility": claim.credibility,
        "sources": [
            {name: getattr(one, name) for name in ("slug", "name", "kind", "reliability")}
            for one in sources
        ],
        "withdrawn": asdict(claim.withdrawn) if claim.withdrawn else None,
        "context": {"before": before, "after": after},
    }
    return record, claim_lines(claim, before, quote, after, paper, sources)


def _document(store: "Store", short_id: str, paper: "Paper") -> Shown:
    from claimtrack.render.details import document_lines

    document = store.documents.get(short_id)
    return asdict(document), document_lines(document, paper)


def _finding(store: "Store", short_id: str, paper: "Paper") -> Shown:
    from claimtrack.render.details import finding_lines
    from claimtrack.workflows.resolve import fate_of

    found = store.findings.get(short_id)
    fate = fate_of(store, found)
    record = {"id": found.id, **asdict(found.finding), "inputs": found.inputs, "fate": asdict(fate)}
    return record, finding_lines(found, fate, paper)


def _source(store: "Store", slug: str, paper: "Paper") -> Shown:
    from claimtrack.render.details import source_lines
    from claimtrack.workflows.known import source_named

    source = source_named(store, slug)
    links = [one for one in store.sources.links() if source.slug in (one.source, one.target)]
    told = [
        {name: getattr(one, name) for name in ("source", "relation", "target", "by", "at", "note")}
        for one in links
    ]
    return {**asdict(source), "links": told}, source_lines(source, paper, links)


def _show_report(location: str, short_id: str, chosen: str) -> None:
    """An event or a question is shown as the report has it."""
    from claimtrack.cli.commands.report import print_report, report_form
    from claimtrack.workflows.report import Asked, reported, reported_question
    from claimtrack.workflows.spool import Telling

    form = report_form(chosen)
    if short_id.strip().lower().startswith("q"):
        shown = reported_question(location, short_id, Telling(form, summed=False))
    else:
        shown = reported(location, Asked(events=[short_id]), Telling(form, summed=False))
    with shown as (header, events):
        print_report(header, events, form, summed=False)
