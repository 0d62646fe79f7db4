"""What a format of the report can do."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, Protocol

from claimtrack.model.report import Contested, EventReport, ReportHeader


class ReportFormat(Protocol):
    """One way to show a report.

    An event is put into words by itself, so that other processes can do it; a format can be sent
    to them.

    Attributes:
        summed: Whether what is contested is told above the events.
    """

    summed: ClassVar[bool]

    def event(self, event: EventReport) -> str:
        """One event in words.

        Args:
            event: The event.

        Returns:
            Its lines, without the last line end.
        """
        ...

    def lines(
        self, header: ReportHeader, events: Iterable[str], summary: Iterable[Contested] = ()
    ) -> Iterator[str]:
        """The report, event by event, so that any number of events streams.

        Args:
            header: What stands above the events.
            events: Each in the words of `event`; consumed as the lines are.
            summary: What is contested, in any order, told before the events where people read;
                consumed after the header is out and before the first event.

        Returns:
            Lines without their line ends, those of an event as one text.
        """
        ...
