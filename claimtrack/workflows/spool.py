"""A report in words, kept on disk where its end must be known before its beginning is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import Any, NamedTuple

from claimtrack.errors import DatabaseError
from claimtrack.model.report import Contested, EventReport, contested
from claimtrack.render.reports.interface import ReportFormat

_IN_MEMORY = 1_000_000
"""Bytes of a report that need no file."""


class Worded(NamedTuple):
    """One event of a report.

    Attributes:
        text: It in the words of the report's format.
        contested: What is contested in it, where that is wanted.
    """

    text: str
    contested: tuple[Contested, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """Puts events into words.

    Attributes:
        form: The format of the report.
        summed: Whether what is contested is wanted beside the words.
    """

    form: ReportFormat
    summed: bool = True

    def __call__(self, event: EventReport) -> Worded:
        """One event in words."""
        return Worded(self.form.event(event), contested(event) if self.summed else ())


class Spool:
    """The events of a report, reconciled once, of which the summary is shown first.

    Where nobody asks for the summary, the events pass through.

    Args:
        events: Gone through once.
    """

    def __init__(self, events: Iterator[Worded]) -> None:
        self._events = events
        self._file: Any = SpooledTemporaryFile(  # noqa: SIM115 (it is gone when it is closed)
            _IN_MEMORY, "w+", encoding="utf-8", newline="\n"
        )

    def contested(self) -> Iterator[Contested]:
        """Go through the events, keeping their words.

        Yields:
            What is contested, in the order of the events.

        Raises:
            DatabaseError: There is no room to keep them.
        """
        for told in self._events:
            try:
                self._file.write(f"{told.text}\n")
            except OSError as error:
                raise DatabaseError(
                    f"The temporary folder cannot take the report: {error.strerror}.",
                    "Free some space, or name another folder with TMPDIR.",
                ) from None
            yield from told.contested

    def texts(self) -> Iterator[str]:
        """The words of the events: of those gone through line by line, then of the others."""
        self._file.seek(0)
        for line in self._file:
            yield line[:-1]
        self._file.close()
        for told in self._events:
            yield told.text
