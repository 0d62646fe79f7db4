"""Which formats there are, by name; each is imported only when it is asked for."""

from typing import TYPE_CHECKING

from claimtrack.errors import UsageError
from claimtrack.render.lists.interface import ListFormat
from claimtrack.render.paper import Paper

if TYPE_CHECKING:  # a list need not pay for the record of the report
    from claimtrack.render.reports.interface import ReportFormat

REPORT_FORMATS = ("table", "json", "md")
"""What ``report --format`` takes."""

LIST_FORMATS = ("table", "json", "jsonl", "csv", "md")
"""What the lists' ``--format`` takes."""


def report_format(
    name: str, *, width: int | None = None, color: bool = False, unicode: bool = True
) -> "ReportFormat":
    """The format of the report that ``--format`` names.

    Args:
        name: One of `REPORT_FORMATS`.
        width: The terminal's width in cells, None for a pipe; only for ``table``.
        color: Whether the terminal takes colours; only for ``table``.
        unicode: Whether it can show more than ASCII; only for ``table``.

    Returns:
        The format.

    Raises:
        UsageError: There is none of that name.
    """
    if name == "table":
        from claimtrack.render.reports.terminal import TerminalReport

        return TerminalReport(Paper(width, color, unicode))
    if name == "json":
        from claimtrack.render.reports.json_record import JsonReport

        return JsonReport()
    if name == "md":
        from claimtrack.render.reports.markdown import MarkdownReport

        return MarkdownReport()
    raise _unknown(name, "a report", REPORT_FORMATS)


def list_format(
    name: str, *, width: int | None = None, color: bool = False, unicode: bool = True
) -> ListFormat:
    """The format of a list that ``--format`` names.

    Args:
        name: One of `LIST_FORMATS`.
        width: The terminal's width in cells, None for a pipe; only for ``table``.
        color: Whether the terminal takes colours; only for ``table``.
        unicode: Whether it can show more than ASCII; only for ``table``.

    Returns:
        The format.

    Raises:
        UsageError: There is none of that name.
    """
    if name == "table":
        from claimtrack.render.lists.table import TableList

        return TableList(Paper(width, color, unicode))
    if name == "json":
        from claimtrack.render.lists.json_record import JsonList

        return JsonList()
    if name == "jsonl":
        from claimtrack.render.lists.jsonl import JsonLinesList

        return JsonLinesList()
    if name == "csv":
        from claimtrack.render.lists.csv_table import CsvList

        return CsvList()
    if name == "md":
        from claimtrack.render.lists.markdown import MarkdownList

        return MarkdownList()
    raise _unknown(name, "a list", LIST_FORMATS)


def _unknown(name: str, what: str, known: tuple[str, ...]) -> UsageError:
    return UsageError(f"{name!r} is not a format of {what}.", f"Choose one of: {', '.join(known)}.")
