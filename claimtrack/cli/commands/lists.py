"""``claimtrack claims``, ``events``, ``sources`` and ``documents``."""

from collections.abc import Iterable
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.options import AsJson, FormatName, selecting
from claimtrack.cli.output import pick_format
from claimtrack.model.selection import Selection

if TYPE_CHECKING:
    from claimtrack.model.documents import Document
    from claimtrack.model.grouping import Event
    from claimtrack.model.sources import Source
    from claimtrack.render.lists.interface import Listing

Limit = Annotated[int | None, typer.Option("--limit", min=1, help="At most so many.")]


@selecting(
    "kind", "status", "place", "source", "document", "event", "question", "since", "until",
    "text", "withdrawn", "limit",
)  # fmt: skip
def claims(
    ctx: typer.Context,
    selection: Selection,
    format_name: FormatName = None,
    as_json: AsJson = False,
) -> None:
    """List claims.

    Formats: table, json, jsonl, csv, md; json and jsonl give whole records.
    """
    from claimtrack.cli.listings import claim_listing, print_listing
    from claimtrack.render.formats import LIST_FORMATS
    from claimtrack.store import open_store
    from claimtrack.workflows.known import require_known

    chosen = pick_format(format_name, as_json, LIST_FORMATS)
    with open_store(ctx.obj) as store:
        require_known(store, selection)
        listing = claim_listing(store.claims.find(selection), chosen)
        print_listing(listing, chosen, empty="No claims fit.")


@selecting("kind", "status", "place", "source", "document", "since", "until", "text", "limit")
def events(
    ctx: typer.Context,
    selection: Selection,
    format_name: FormatName = None,
    as_json: AsJson = False,
) -> None:
    """List events.

    Formats: table, json, jsonl, csv, md. An event is listed when one of its claims fits.
    """
    from claimtrack.cli.listings import print_listing
    from claimtrack.render.formats import LIST_FORMATS
    from claimtrack.store import open_store
    from claimtrack.workflows.known import require_known

    chosen = pick_format(format_name, as_json, LIST_FORMATS)
    with open_store(ctx.obj) as store:
        require_known(store, selection)
        listing = _event_listing(store.events.find(selection))
        print_listing(listing, chosen, empty="No events fit.")


def sources(
    ctx: typer.Context,
    limit: Limit = None,
    format_name: FormatName = None,
    as_json: AsJson = False,
) -> None:
    """List who speaks and who relays.

    Formats: table, json, jsonl, csv, md. The busiest come first.
    """
    from claimtrack.cli.listings import print_listing
    from claimtrack.render.formats import LIST_FORMATS
    from claimtrack.store import open_store

    chosen = pick_format(format_name, as_json, LIST_FORMATS)
    with open_store(ctx.obj) as store:
        listing = _source_listing(islice(store.sources.find(), limit))
        print_listing(listing, chosen, empty="There are no sources yet.")


def documents(
    ctx: typer.Context,
    limit: Limit = None,
    format_name: FormatName = None,
    as_json: AsJson = False,
) -> None:
    """List the texts that claims were found in.

    Formats: table, json, jsonl, csv, md.
    """
    from claimtrack.cli.listings import print_listing
    from claimtrack.render.formats import LIST_FORMATS
    from claimtrack.store import open_store

    chosen = pick_format(format_name, as_json, LIST_FORMATS)
    with open_store(ctx.obj) as store:
        listing = _document_listing(islice(store.documents.find(), limit))
        print_listing(listing, chosen, empty="There are no documents yet.")


def _event_listing(found: "Iterable[Event]") -> "Listing":
    from claimtrack.model.dates import Period
    from claimtrack.render.lists.interface import Column, Listing

    columns = (
        Column("id", "ID"),
        Column("place", "Where", shorten=True),
        Column("when", "When"),
        Column("claims", "Claims", justify="right"),
        Column("unreviewed", "Unreviewed", justify="right"),
        Column("kinds", "Kinds", shorten=True),
    )
    rows = ({**asdict(event), "when": str(Period(event.start, event.end))} for event in found)
    return Listing(columns, rows)


def _source_listing(found: "Iterable[Source]") -> "Listing":
    from claimtrack.render.lists.interface import Column, Listing

    columns = (
        Column("slug", "Slug"),
        Column("name", "Name", shorten=True),
        Column("claims", "Claims", justify="right"),
        Column("relays", "Relays", justify="right"),
        Column("kind", "Kind"),
        Column("reliability", "Grade"),
    )
    return Listing(columns, map(asdict, found))


def _document_listing(found: "Iterable[Document]") -> "Listing":
    from claimtrack.model.dates import spoken_moment
    from claimtrack.model.records import document_reference
    from claimtrack.render.lists.interface import Column, Listing

    columns = (
        Column("id", "ID"),
        Column("publisher", "Publisher", shorten=True),
        Column("when", "Published"),
        Column("title", "Title", shorten=True),
        Column("url", "URL", shorten=True),
        Column("replaced_by", "Replaced by"),
    )
    rows = (
        {
            **document_reference(document),
            "recorded_at": document.recorded_at,
            "replaced_by": document.replaced_by,
            "when": spoken_moment(document.published),
        }
        for document in found
    )
    return Listing(columns, rows)
