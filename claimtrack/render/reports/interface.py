"""What a format of the report can do."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from claimtrack.model.report import EventReport, ReportHeader, SummaryLine


class ReportFormat(Protocol):
    """One way to show a report."""

    def lines(
        self,
        header: ReportHeader,
        events: Iterable[EventReport],
        summary: Iterable[SummaryLine] = (),
    ) -> Iterator[str]:
        """The report, line by line and event by event, so that any number of events streams.

        Args:
            header: What stands above the events.
            events: Consumed as the lines are.
            summary: What is contested, told before the events where people read; consumed after
                the header is out.

        Returns:
            Lines without their line ends.
        """
        ...
