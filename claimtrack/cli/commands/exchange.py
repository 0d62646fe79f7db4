"""``claimtrack import`` and ``claimtrack export``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli.options import By, FormatName, selecting
from claimtrack.cli.output import tell
from claimtrack.cli.progress import ProgressBar
from claimtrack.cli.who import person
from claimtrack.model.selection import Selection


def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="Claim records; - for stdin.")],
    format_name: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="The format that FILE is in."),
    ] = None,
    no_group: Annotated[bool, typer.Option("--no-group", help="Leave grouping for later.")] = False,
    by: By = None,
) -> None:
    """Take claim records from a file.

    Formats: jsonl, json, csv, told by the file's name or by --format. All of the file is stored or
    nothing of it; importing the same file twice changes nothing.
    """
    from claimtrack.exchange.formats import format_named, format_of
    from claimtrack.workflows.importing import import_file

    form = format_named(format_name) if format_name else format_of(file)
    with ProgressBar("Importing") as progress:
        outcome = import_file(
            ctx.obj,
            file,
            form,
            by=person(by),
            grouped=not no_group,
            on_progress=progress,
            on_grouping=progress.then("Grouping"),
        )
    known = f"; {outcome.known:,} known already" if outcome.known else ""
    tell(f"Imported {outcome.added:,} {'claim' if outcome.added == 1 else 'claims'}{known}.")
    if outcome.added and no_group:
        tell("They are not grouped yet; `claimtrack group` does it.")


@selecting("kind", "status", "place", "source", "document", "event", "since", "until", "text")
def export(
    ctx: typer.Context,
    selection: Selection,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this new file."),
    ] = None,
    format_name: FormatName = None,
) -> None:
    """Write claim records, losing nothing.

    Formats: jsonl (the default), json, csv; also told by the name of --output.
    """
    from claimtrack.errors import ClaimtrackError, InputError
    from claimtrack.exchange.formats import FORMATS, format_named, format_of
    from claimtrack.workflows.exporting import export as write_claims

    named = format_named(format_name) if format_name else None
    if output is None:
        form = named or FORMATS[0]
        if hasattr(sys.stdout, "reconfigure"):  # records are UTF-8 whatever the terminal speaks
            sys.stdout.reconfigure(encoding="utf-8", newline="")
        write_claims(ctx.obj, selection, form, sys.stdout)
        return
    form = named or format_of(output)
    try:
        with output.open("x", encoding="utf-8", newline="") as stream:
            try:
                written = write_claims(ctx.obj, selection, form, stream)
            except ClaimtrackError:
                output.unlink()
                raise
    except FileExistsError:
        raise InputError(
            f"{output} exists already.", "Name a new file, or remove the old one first."
        ) from None
    except OSError as error:
        raise InputError(
            f"{output} cannot be written: {error.strerror}.", "Name another place."
        ) from None
    tell(f"Wrote {written:,} {'claim' if written == 1 else 'claims'} to {output}.")
