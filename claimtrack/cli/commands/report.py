"""``claimtrack report``."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.options import AsJson, FormatName, moment, selecting
from claimtrack.cli.output import in_color, in_unicode, pick_format, tell, width, write_lines
from claimtrack.model.selection import Selection

if TYPE_CHECKING:
    from claimtrack.model.report import EventReport, ReportHeader, SummaryLine


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
            help="What was recorded and decided by this time, such as 2024-01-24T12:00.",
        ),
    ] = None,
    as_of_said: Annotated[
        str | None,
        typer.Option(
            "--as-of-said",
            metavar="TIME",
            callback=moment,
            help="What had been said by this time.",
        ),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            "--status",
            help="Only questions that are contested, agreed, single-origin or resolved.",
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
    from claimtrack.workflows.report import Asked, reported

    chosen = pick_format(format_name, as_json, REPORT_FORMATS)
    contested: list[str] = []
    asked = Asked(
        events=events or (),
        selection=selection,
        status=status,
        as_of=as_of,
        as_of_said=as_of_said,
        reviewed_only=reviewed_only,
        rule=rule or DEFAULT,
    )
    with reported(ctx.obj, asked) as (header, found):
        print_report(header, _noting(found(), contested), chosen, again=found)
    if check and contested:
        tell(f"Contested: {', '.join(contested)}.")
        raise typer.Exit(1)


def print_report(
    header: "ReportHeader",
    events: "Iterable[EventReport]",
    chosen: str,
    *,
    again: "Callable[[], Iterable[EventReport]] | None" = None,
) -> None:
    """Write a report to stdout in one of the formats, as wide as the terminal is.

    Args:
        header: What stands above the events.
        events: Gone through once.
        chosen: The format's name.
        again: Goes through the events for the summary that people read before them.
    """
    from claimtrack.render.formats import report_format

    form = report_format(chosen, width=width(), color=in_color(), unicode=in_unicode())
    write_lines(form.lines(header, events, _summary(again) if again is not None else ()))


def _summary(again: "Callable[[], Iterable[EventReport]]") -> "Iterator[SummaryLine]":
    """The summary, made only when its first line is asked for: what stands above is out by then."""
    from claimtrack.model.report import summary

    yield from summary(again())


def _noting(events: "Iterable[EventReport]", contested: list[str]) -> "Iterator[EventReport]":
    """Pass the events on, noting the questions that are contested on the way."""
    for event in events:
        contested += [question.id for question in event.questions if question.status == "contested"]
        yield event
