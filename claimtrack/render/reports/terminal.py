"""The report for a terminal of any width, with or without colour, and for a pipe."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from claimtrack.model.report import Contested, EventReport, Position, QuestionReport, ReportHeader
from claimtrack.render import layout
from claimtrack.render.layout import TextColumn, clean, hanging, row_lines, wrap
from claimtrack.render.paper import PIPE, Paper
from claimtrack.render.reports import words
from claimtrack.render.reports.timeline import timeline

PROSE = 100
"""Cells a line of prose at most: longer lines are hard to follow, however wide the terminal."""

_COLUMNS = {
    words.FIGURE: TextColumn(words.FIGURE, right=True, firm=True),
    "Said when": TextColumn("Said when", firm=True, least=len("24 Jan 2024")),
    "Position": TextColumn("Position", firm=True),
    "Claim": TextColumn("Claim", firm=True),
}
_STATUS_STYLES = {"contested": "alarm", "agreed": "good", "resolved": "settled"}
_REASON_STYLES = {
    "conflict": "alarm",
    "stale": "caution",
    "part-exceeds-whole": "alarm",
    "sum": "alarm",
    "unconfirmed": "alarm",
}
_INDENT = 2


@dataclass(frozen=True, slots=True)
class TerminalReport:
    """The report as a person reads it.

    Attributes:
        paper: What it is written on; 60 cells or more read best, fewer still lose nothing.
    """

    paper: Paper = PIPE
    summed: ClassVar[bool] = True

    def event(self, event: EventReport) -> str:
        """One event in words."""
        return "\n".join(_Page(self.paper).event(event))

    def lines(
        self, header: ReportHeader, events: Iterable[str], summary: Iterable[Contested] = ()
    ) -> Iterator[str]:
        """The report, event by event; see `ReportFormat`.

        Args:
            header: What stands above the events.
            events: Each in the words of `event`; consumed as the lines are.
            summary: What is contested, in any order.

        Yields:
            Lines without their line ends, those of an event as one text.
        """
        page = _Page(self.paper)
        yield from page.prose(words.header_line(header), style="muted")
        for number, line in enumerate(words.summary(summary)):
            if number == 0:
                yield ""
                yield from page.prose(line, style="strong")
            else:
                yield from hanging(" " * _INDENT, page.clean(line), page.prose_paper)
        yield from events


def question_lines(question: QuestionReport, paper: Paper = PIPE) -> Iterator[str]:
    """One question as the report has it.

    Args:
        question: The question.
        paper: What to write on.

    Returns:
        Lines without their line ends, the first one blank.
    """
    return _Page(paper).question(question)


class _Page:
    def __init__(self, paper: Paper) -> None:
        width = paper.width
        inner = paper if width is None else replace(paper, width=max(width - _INDENT, 2))
        self.paper = paper
        self.inner = inner
        self.prose_paper = inner if width is None else replace(paper, width=min(width, PROSE))

    def event(self, event: EventReport) -> Iterator[str]:
        paper = self.paper
        yield ""
        yield from self.prose(event.title, style="heading")
        yield from self.prose(f" {paper.dot} ".join(words.event_facts(event)), style="muted")
        yield paper.paint(paper.dash * min(paper.width or PROSE, PROSE), "muted")
        for question in event.questions:
            yield from self.question(question)
        if event.checks:
            yield ""
            yield paper.paint("Across questions", "strong")
            yield from self.reasons(words.checks(event))

    def question(self, question: QuestionReport) -> Iterator[str]:
        yield ""
        yield from self.title(question)
        yield from self.facts(words.figures(question))
        yield ""
        yield from self.positions(question)
        room = self.inner.width
        drawn = timeline(question, PROSE if room is None else min(room, PROSE), self.paper)
        if drawn:
            yield from self.section("Who said what when")
            for line in drawn:
                yield " " * _INDENT + line
        if question.discrepancies:
            yield from self.section("Where they differ")
            yield from self.reasons(words.differences(question))
        if question.revisions:
            yield from self.section("Who changed")
            for revision in question.revisions:
                name, move = words.revision_move(revision, question, self.paper.arrow)
                yield from self.named(name, move)
                yield from self.prose(revision.reason, indent=2 * _INDENT)
        if question.finding:
            yield from self.section("Finding")
            yield from self.prose(words.finding_facts(question.finding), indent=_INDENT)
        yield from self.section("In words")
        yield from self.prose(question.wording, indent=_INDENT)

    def title(self, question: QuestionReport) -> Iterator[str]:
        status = words.STATUSES.get(question.status, question.status)
        facts = (words.question_title(question), *words.question_facts(question), status)
        *above, last = wrap(self.clean(f" {self.paper.dot} ".join(facts)), self.paper.width)
        for line in above:
            yield self.paper.paint(line, "strong")
        style = _STATUS_STYLES.get(question.status, "caution")
        if not last.endswith(status):  # too narrow for the status to stay in one piece
            yield self.paper.paint(last, style)
            return
        yield self.paper.paint(last.removesuffix(status), "strong") + self.paper.paint(
            status, style
        )

    def positions(self, question: QuestionReport) -> Iterator[str]:
        headings = words.position_headings(question)
        columns = [_COLUMNS.get(heading, TextColumn(heading)) for heading in headings]
        rows = [tuple(map(self.clean, row)) for row in words.position_rows(question)]
        room = self.inner.width
        if room is not None and layout.total(layout.least(columns, rows)) > room:
            yield from self.stacked(question.positions, rows)
            return
        drawn = layout.widths(columns, rows, room)
        margin = " " * _INDENT
        for line in row_lines(headings, columns, drawn, self.paper, style="muted"):
            yield margin + line
        yield margin + layout.rule(drawn, self.paper)
        for position, row in zip(question.positions, rows, strict=True):
            style = "" if position.standing else "muted"
            for line in row_lines(row, columns, drawn, self.paper, style=style):
                yield margin + line

    def stacked(
        self, positions: Sequence[Position], rows: Sequence[Sequence[str]]
    ) -> Iterator[str]:
        """The table's rows one under the other, where its words would break side by side."""
        for position, (name, via, figure, *where, when, standing, claim) in zip(
            positions, rows, strict=True
        ):
            style = "" if position.standing else "muted"
            yield from self.named(name, figure, style=style)
            relayed = f"via {self.paper.isolated(via)}" if via else ""
            said = f"said {when}" if position.stated_at else "said at an unknown time"
            facts = (*map(self.paper.isolated, where), relayed, said, standing, claim)
            told = ", ".join(filter(None, facts))
            yield from self.written(told, indent=2 * _INDENT, style=style)

    def reasons(self, reasons: Sequence[words.Reason]) -> Iterator[str]:
        wide = max(len(reason.kind) for reason in reasons) + layout.GAP
        for reason in reasons:
            label = f"{' ' * _INDENT}{reason.kind:<{wide}}"
            style = _REASON_STYLES.get(reason.type, "")
            yield from hanging(label, self.clean(reason.said), self.prose_paper, style=style)

    def facts(self, facts: Sequence[tuple[str, str]]) -> Iterator[str]:
        wide = max(len(label) for label, _ in facts) + layout.GAP
        for label, said in facts:
            first = f"{' ' * _INDENT}{label:<{wide}}"
            yield from hanging(first, self.clean(said), self.prose_paper, style="muted")

    def section(self, title: str) -> Iterator[str]:
        yield ""
        yield " " * _INDENT + self.paper.paint(title, "strong")

    def named(self, name: str, text: str, *, style: str = "") -> Iterator[str]:
        said = f"{self.paper.isolated(self.clean(name))}: {self.clean(text)}"
        yield from self.written(said, indent=_INDENT, style=style)

    def prose(self, text: str, *, indent: int = 0, style: str = "") -> Iterator[str]:
        yield from self.written(self.clean(text), indent=indent, style=style)

    def written(self, text: str, *, indent: int, style: str) -> Iterator[str]:
        width = self.prose_paper.width
        for line in wrap(text, None if width is None else max(width - indent, 2)):
            yield " " * indent + self.paper.paint(line, style)

    def clean(self, text: str) -> str:
        return clean(text, unicode=self.paper.unicode)
