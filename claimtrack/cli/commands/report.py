"""``claimtrack report``."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.options import AsJson, FormatName, moment_or_now, selecting
from claimtrack.cli.output import in_color, in_unicode, pick_format, tell, width, write_lines
from claimtrack.model.selection import Selection

if TYPE_CHECKING:
    from claimtrack.model.report import Contested, ReportHeader
    from claimtrack.render.reports.interface import ReportFormat
    from claimtrack.workflows.spool import Worded


@selecting(
    "kind", "place", "source", "since", "until",
    source="Only questions on which this source speaks, by slug, told whole; not what it relays.",
)  # fmt: skip
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
            callback=moment_or_now,
            help="What was recorded and decided by this time, such as 2024-01-24T12:00 or now; in "
            "UTC unless it has a zone.",
        ),
    ] = None,
    as_of_said: Annotated[
        str | None,
        typer.Option(
            "--as-of-said",
            metavar="TIME",
            callback=moment_or_now,
            help="What had been said by this time, or now, without findings that weighed what was "
            "said later; a day is a day of UTC, and a time is in UTC unless it has a zone, as in "
            "2024-01-24T23:59-05:00.",
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
        bool,
        typer.Option(
            "--check",
            help="Leave with exit code 1 while anything is contested, or a part exceeds its whole.",
        ),
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
    from claimtrack.workflows.spool import Telling

    form = report_form(pick_format(format_name, as_json, REPORT_FORMATS))
    events_told: list[tuple[Contested, ...]] = []
    asked = Asked(
        events=events or (),
        selection=selection,
        status=status,
        as_of=as_of,
        as_of_said=as_of_said,
        reviewed_only=reviewed_only,
        rule=rule or DEFAULT,
    )
    with reported(ctx.obj, asked, Telling(form, form.summed or check)) as (header, found):
        print_report(header, _noting(found, events_told, check), form)
    if not events_told:
        tell("No questions fit.")
    if check and any(events_told):
        _tell_contested([one for told in events_told for one in told])
        raise typer.Exit(1)


def report_form(chosen: str) -> "ReportFormat":
    """The format of a report on stdout, as wide as the terminal is.

    Args:
        chosen: The format's name.
    """
    from claimtrack.render.formats import report_format

    return report_format(chosen, width=width(), color=in_color(), unicode=in_unicode())


def print_report(
    header: "ReportHeader", events: "Iterator[Worded]", form: "ReportFormat", *, summed: bool = True
) -> None:
    """Write a report to stdout.

    Args:
        header: What stands above the events.
        events: Gone through once.
        form: The format that they were told in.
        summed: Whether people read a summary before them.
    """
    from claimtrack.workflows.spool import Spool

    spool = Spool(events)
    write_lines(form.lines(header, spool.texts(), spool.contested() if summed else ()))


def _noting(
    events: "Iterator[Worded]", events_told: "list[tuple[Contested, ...]]", check: bool
) -> "Iterator[Worded]":
    """Pass the events on, noting each, and what is contested in it where that is asked for."""
    for told in events:
        events_told.append(told.contested if check else ())
        yield told


def _tell_contested(lines: "Iterable[Contested]") -> None:
    """Say which questions are contested, and which checks across questions fail."""
    from claimtrack.model.report import SummaryLine

    questions, checks = [], []
    for line in lines:
        if isinstance(line, SummaryLine):
            questions.append(line.question)
        else:
            checks.append(f"{' and '.join(line.check.questions)} ({line.check.type})")
    if questions:
        tell(f"Contested: {', '.join(questions)}.")
    if checks:
        tell(f"Failed checks across questions: {', '.join(checks)}.")
