"""``claimtrack read``."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.options import AsJson, By, FormatName, moment
from claimtrack.cli.output import pick_format, tell
from claimtrack.cli.progress import ProgressBar
from claimtrack.cli.who import person

if TYPE_CHECKING:
    from claimtrack.workflows.read import ReadOutcome


def read(
    ctx: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help=".txt .md .html .jsonl; - for stdin.")
    ],
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="DATE",
            callback=moment,
            help="When it was published; dates such as Wednesday are counted from here.",
        ),
    ] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option("--url", help="Where it stands.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="Its headline.")] = None,
    updates: Annotated[
        str | None,
        typer.Option(
            "--updates", metavar="DOCUMENT", help="It is a newer version of this, like d3."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the proposals and store nothing.")
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Store the claims as accepted, without review.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=1, help="Processes that read; one a processor if not given."
        ),
    ] = None,
    format_name: FormatName = None,
    as_json: AsJson = False,
    by: By = None,
) -> None:
    """Read articles and propose the claims they make.

    Formats: table, json, jsonl, csv, md. The options --published, --publisher, --url, --title and
    --updates are for a single document. Another text from the same URL is a newer version, and
    what changed is told in terms of claims.
    """
    from claimtrack.cli.listings import claim_listing, print_listing
    from claimtrack.model.documents import Document
    from claimtrack.render.formats import LIST_FORMATS
    from claimtrack.workflows import read as reading

    chosen = pick_format(format_name, as_json, LIST_FORMATS)
    described = Document(publisher=publisher, title=title, url=url, published=published)
    given = reading.Given(described, updates, accept, jobs)
    if dry_run:
        outcome = reading.dry_run(paths, given)
    else:
        with ProgressBar("Reading") as progress:
            outcome = reading.read(ctx.obj, paths, given, by=person(by), on_progress=progress)
    empty = "No claims were found."
    print_listing(claim_listing(outcome.claims, chosen), chosen, empty=empty)
    _summarise(outcome, dry_run=dry_run)
    if outcome.problems:
        raise typer.Exit(3)


def _summarise(outcome: "ReadOutcome", *, dry_run: bool) -> None:
    """Say on stderr what was read, what was known, and what had to be skipped."""
    for reading in outcome.readings:
        if reading.known:
            tell(f"{reading.document.id} has this text already; nothing was done.")
        elif reading.document.published is None:
            which = reading.document.id or reading.document.label
            tell(
                f"Warning: the publication date of {which} is not known, so dates such as "
                "Wednesday stay open; give it with --published."
            )
        if reading.foreign:
            which = reading.document.id or reading.document.label
            tell(f"Warning: {which} does not seem to be English, which is all that is read so far.")
        for change in reading.changes:
            tell(f"{change.sort}: {change.words}")
    for problem in outcome.problems:
        tell(f"Skipped {problem}.")
    claims = sum(len(reading.claims) for reading in outcome.readings)
    fresh = sum(not reading.known for reading in outcome.readings)
    tell(
        f"{'Found' if dry_run else 'Stored'} {claims:,} {'claim' if claims == 1 else 'claims'} "
        f"in {fresh:,} {'document' if fresh == 1 else 'documents'}."
    )
