"""``claimtrack report``."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.options import AsJson, FormatName, moment, selecting
from claimtrack.cli.output import in_color, in_unicode, pick_format, tell, width, write_lines
from claimtrack.model.selection import Selection

if TYPE_CHECKING:
    from claimtrack.model.report import EventReport, ReportHeader


@selecting("kind", "place", "source", "since", "until")
def report(
    ctx: typer.Context,
    selection: Selection,
    events: Annotated[
        list[str] | None, typer.Argument(metavar="[EVENT]...", help="Only these events, like e3.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="TIME",
            callback=moment,
            help="What was recorded by this time, such as 2024-01-24T12:00.",
        ),
    ] = None,
    reviewed_only: Annotated[
        bool, typer.Option("--reviewed-only", help="Leave proposals out.")
    ] = False,
    rule: Annotated[
        str | None,
        typer.Option(
            "--rule",
            help="How the preferred figure is picked: most-origins, latest, best-graded, lowest, "
            "official.",
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Leave with exit code 1 while anything is contested.")
    ] = False,
    format_name: FormatName = None,
    as_json: AsJson = False,
) -> None:
    """Report who says what, where they differ, who changed.

    Formats: table, json, md.
    """
    from claimtrack.reconciling import DEFAULT
    from claimtrack.render.formats import REPORT_FORMATS
    from claimtrack.workflows.report import reported

    chosen = pick_format(format_name, as_json, REPORT_FORMATS)
    contested: list[str] = []
    with reported(
        ctx.obj,
        events or (),
        selection=selection,
        as_of=as_of,
        reviewed_only=reviewed_only,
        rule=rule or DEFAULT,
    ) as (header, found):
        print_report(header, _noting(found, contested), chosen)
    if check and contested:
        tell(f"Contested: {', '.join(contested)}.")
        raise typer.Exit(1)


def print_report(header: "ReportHeader", events: "Iterable[EventReport]", chosen: str) -> None:
    """Write a report to stdout in one of the formats, as wide as the terminal is."""
    from claimtrack.render.formats import report_format

    form = report_format(chosen, width=width(), color=in_color(), unicode=in_unicode())
    write_lines(form.lines(header, events))


def _noting(events: "Iterable[EventReport]", contested: list[str]) -> "Iterator[EventReport]":
    """Pass the events on, noting the questions that are contested on the way."""
    for event in events:
        contested += [question.id for question in event.questions if question.status == "contested"]
        yield event
