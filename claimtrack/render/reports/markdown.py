"""The report as Markdown, to paste into a document."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from claimtrack.model.report import Contested, EventReport, QuestionReport, ReportHeader
from claimtrack.render.markup import escaped, table_row
from claimtrack.render.paper import isolated
from claimtrack.render.reports import words
from claimtrack.render.reports.timeline import timeline

MARKDOWN_WIDTH = 80
"""Cells of a timeline in a code block, which does not wrap."""


class MarkdownReport:
    """The report as headings, tables and lists: CommonMark, with the tables of GitHub."""

    summed: ClassVar[bool] = True

    def event(self, event: EventReport) -> str:
        """One event in words."""
        return "\n".join(_event(event))

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
        yield f"*{escaped(words.header_line(header))}*"
        for number, line in enumerate(words.summary(summary)):
            if number == 0:
                yield from ("", f"**{escaped(line)}**", "")
            else:
                yield f"- {escaped(line)}"
        yield from events


def _event(event: EventReport) -> Iterator[str]:
    yield from ("", f"## {escaped(event.title)}", "")
    yield " · ".join(escaped(fact) for fact in words.event_facts(event))
    for question in event.questions:
        yield from _question(question)
    if event.checks:
        yield from ("", "### Across questions", "")
        for reason in words.checks(event):
            yield _item(reason.kind, reason.said)


def _question(question: QuestionReport) -> Iterator[str]:
    status = words.STATUSES.get(question.status, question.status)
    facts = (words.question_title(question), *words.question_facts(question), status)
    yield from ("", f"### {' · '.join(escaped(fact) for fact in facts)}", "")
    yield escaped(question.wording)
    yield ""
    for label, said in words.figures(question):
        yield _item(label, said)
    yield ""
    headings = words.position_headings(question)
    yield table_row(headings)
    yield table_row("---:" if heading == words.FIGURE else "---" for heading in headings)
    for row in words.position_rows(question):
        yield table_row(map(escaped, row))
    if drawn := timeline(question, MARKDOWN_WIDTH):
        yield from ("", "Who said what when:", "", "```text", *drawn, "```")
    if question.discrepancies:
        yield from ("", "Where they differ:", "")
        for reason in words.differences(question):
            yield _item(reason.kind, reason.said)
    if question.revisions:
        yield from ("", "Who changed:", "")
        for revision in question.revisions:
            name, move = words.revision_move(revision, question, "→")
            yield _item(f"{isolated(escaped(name))}: {escaped(move)}", revision.reason)
    if question.finding:
        yield from ("", f"**Finding:** {escaped(words.finding_facts(question.finding))}")


def _item(label: str, text: str) -> str:
    """A list item from a label that is Markdown already and a text that is not."""
    return f"- **{label}:** {escaped(text)}"
