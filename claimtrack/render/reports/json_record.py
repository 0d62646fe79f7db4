"""The report as its record: one JSON document, written event by event."""

from collections.abc import Iterable, Iterator

from claimtrack.model.json_text import json_line
from claimtrack.model.report import SCHEMA, EventReport, ReportHeader, SummaryLine, event_record


class JsonReport:
    """The report for other tools, one event a line; ``docs/data-model.md`` describes it."""

    def event(self, event: EventReport) -> str:
        """One event as a JSON object on one line."""
        return json_line(event_record(event))

    def lines(
        self,
        header: ReportHeader,
        events: Iterable[str],
        summary: Iterable[SummaryLine] = (),  # noqa: ARG002 (its facts are those of the events)
    ) -> Iterator[str]:
        """The report, line by line; see `ReportFormat`.

        Args:
            header: What stands above the events.
            events: Each as an object; consumed as the lines are.
            summary: What is contested; not told again, and not consumed.

        Yields:
            Lines without their line ends.
        """
        yield f'{{"schema": {json_line(SCHEMA)},'
        yield f'"generated_at": {json_line(header.generated_at)},'
        yield f'"as_of": {json_line(header.as_of)},'
        if header.as_of_said is not None:
            yield f'"as_of_said": {json_line(header.as_of_said)},'
        # One event is held back, since the last one must not be followed by a comma.
        held = '"events": ['
        for event in events:
            yield held
            held = f"{event},"
        yield held.removesuffix(",")
        yield "]}"
