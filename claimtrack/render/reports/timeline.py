"""Who said what when: a contested question's figures along the time of saying, one row a source.

Drawn with letters alone, so it is legible without colour, on a pipe and in Markdown. The axis has
a column for each day on which something was said, since days of silence tell nothing, and before
them one for what bears no day; where the columns do not fit beside each other, the axis goes on
below.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimtrack.model.dates import spoken_moment
from claimtrack.model.report import Position, QuestionReport
from claimtrack.render.layout import cells, clean, shortened
from claimtrack.render.paper import PIPE, Paper
from claimtrack.render.reports import words

_NAME = 26
"""Cells for a source's name at most."""

_SHARE = 3
"""A name takes no more than one part of so many of the width."""

_GAP = 4
"""Cells between two columns at least: room for an arrow."""

NO_DAY = "day unknown"
"""The heading over what bears no day."""

NOTE = "(…) no longer stands"
"""What the brackets around a figure mean."""


def timeline(question: QuestionReport, width: int, paper: Paper = PIPE) -> list[str]:
    """Draw the timeline of a contested question.

    Args:
        question: Any question.
        width: Cells a line at most.
        paper: Which signs may be used.

    Returns:
        Its lines; none where the question is not contested or nothing in it bears a date.
    """
    if question.status != "contested" or not any(map(_day, question.positions)):
        return []
    return list(_Drawing(question, width, paper).lines())


def _day(position: Position) -> str:
    """The day of saying; empty, and so before every other, where nobody knows it."""
    return (position.stated_at or "")[:10]


@dataclass(frozen=True, slots=True)
class _Mark:
    """One figure of a source on the axis, with the claims that give it."""

    source: str
    column: int
    text: str
    claims: frozenset[str]


class _Drawing:
    def __init__(self, question: QuestionReport, width: int, paper: Paper) -> None:
        self._paper = paper
        self._width = width
        # Of a claim with several claimants one may have moved while the others stand by it.
        stands = {(held.source, held.claim) for held in question.positions if held.standing}
        # An arrow leads to the figure that took another's place, never from one that stands.
        self._moves = {
            (revision.source, revision.from_, revision.to)
            for revision in question.revisions
            if (revision.source, revision.from_) not in stands
        }
        days = sorted(set(map(_day, question.positions)))
        self._heads = [spoken_moment(day) if day else NO_DAY for day in days]
        column = {day: number for number, day in enumerate(days)}
        rows: defaultdict[str, list[Position]] = defaultdict(list)
        for position in question.positions:
            rows[position.source].append(position)
        self._rows = [
            (self._clean(held[-1].body), self._marks(held, column)) for held in rows.values()
        ]
        longest = max(cells(name) for name, _ in self._rows)
        self._name = max(min(longest, _NAME, width // _SHARE), 4)

    def lines(self) -> Iterator[str]:
        """The axis with its rows, in as many blocks as the width asks for."""
        wide = [cells(head) for head in self._heads]
        for _, marks in self._rows:
            for column, said in self._by_column(marks).items():
                wide[column] = max(wide[column], cells(said))
        first = 0
        while first < len(wide):
            last, used = first, self._name + 2 + wide[first]
            while last + 1 < len(wide) and used + _GAP + wide[last + 1] <= self._width:
                last += 1
                used += _GAP + wide[last]
            if first:
                yield ""
            yield from self._block(first, last, wide)
            first = last + 1
        if any(mark.text.startswith("(") for _, marks in self._rows for mark in marks):
            yield NOTE if self._paper.unicode else NOTE.replace("…", "...")

    def _block(self, first: int, last: int, wide: Sequence[int]) -> Iterator[str]:
        starts, at = {}, self._name + 2
        for column in range(first, last + 1):
            starts[column] = at
            at += wide[column] + _GAP
        heads = {starts[column]: self._heads[column] for column in starts}
        yield self._placed(" " * self._name, heads)
        for name, marks in self._rows:
            said = self._by_column(marks)
            if said.keys().isdisjoint(starts):
                continue
            label = shortened(name, self._name, self._paper.ellipsis)
            line = self._placed(label, {starts[c]: said[c] for c in said if c in starts})
            line = self._arrows(line, marks, starts)
            yield self._paper.isolated(label) + line[len(label) :]

    def _placed(self, label: str, texts: dict[int, str]) -> str:
        line = label
        for start, text in sorted(texts.items()):
            line += " " * (start - cells(line)) + shortened(
                text, max(self._width - start, 2), self._paper.ellipsis
            )
        return line.rstrip()

    def _arrows(self, line: str, marks: Sequence[_Mark], starts: dict[int, int]) -> str:
        """Fill the room between a figure and the one that it was changed to."""
        head = self._paper.arrow
        wide = cells(line) == len(line)  # where letters take two cells, columns cannot be counted
        for old, new in pairwise(marks):
            if old.column == new.column or not self._changed(old, new) or not wide:
                continue
            end = starts.get(new.column)
            if end is None:
                if old.column in starts:
                    line = self._leading_on(line)
                continue
            if end == self._name + 2:  # it leads here from the block above
                line = line[: end - 2].ljust(end - 2) + head.ljust(2) + line[end:]
                continue
            begin = max(len(line[: end - 1].rstrip()) + 1, self._name + 2)
            line = line.ljust(begin)
            length = end - 1 - begin - len(head)
            if length >= 0:
                line = line[:begin] + self._paper.dash * length + head + line[end - 1 :]
        return line

    def _leading_on(self, line: str) -> str:
        """A line whose last figure was changed to one of the next block, where there is room."""
        onward = f" {self._paper.dash * 2}{self._paper.arrow}"
        return line + onward if cells(line) + len(onward) <= self._width else line

    def _changed(self, old: _Mark, new: _Mark) -> bool:
        return any((new.source, a, b) in self._moves for a in old.claims for b in new.claims)

    def _by_column(self, marks: Sequence[_Mark]) -> dict[int, str]:
        said: dict[int, str] = {}
        before: dict[int, _Mark] = {}
        for mark in marks:
            known = before.get(mark.column)
            if known is None:
                said[mark.column] = mark.text
            else:
                link = f" {self._paper.arrow} " if self._changed(known, mark) else ", "
                said[mark.column] += link + mark.text
            before[mark.column] = mark
        return said

    def _marks(self, held: Sequence[Position], column: dict[str, int]) -> list[_Mark]:
        """A source's figures in the order of saying; what it repeats on one day is told once."""
        marks: list[_Mark] = []
        for position in held:
            figure = self._clean(position.figure)
            text = figure if position.standing or words.withdraws(position) else f"({figure})"
            where = column[_day(position)]
            if marks and (marks[-1].column, marks[-1].text) == (where, text):
                claims = marks[-1].claims | {position.claim}
                marks[-1] = _Mark(position.source, where, text, claims)
            else:
                marks.append(_Mark(position.source, where, text, frozenset({position.claim})))
        return marks

    def _clean(self, text: str) -> str:
        return clean(text, unicode=self._paper.unicode)
