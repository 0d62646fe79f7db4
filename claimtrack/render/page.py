"""The parts that pages about one thing are made of."""

from collections.abc import Iterator, Sequence

from claimtrack.render.layout import GAP, clean, hanging, wrap
from claimtrack.render.paper import Paper

Fact = tuple[str, str | None]
"""A label and what stands behind it; None where nothing is known."""


class Page:
    """Titles, labelled facts, paragraphs and quotes on one paper.

    Attributes:
        paper: What is written on.
    """

    def __init__(self, paper: Paper) -> None:
        self.paper = paper

    def clean(self, text: str) -> str:
        """A text made harmless for one line; see `claimtrack.render.layout.clean`."""
        return clean(text, unicode=self.paper.unicode)

    def title(self, name: str, words: str) -> Iterator[str]:
        """A heading: the ID of what is shown, and what it is."""
        for line in wrap(self.clean(f"{name} {self.paper.dot} {words}"), self.paper.width):
            yield self.paper.paint(line, "heading")

    def facts(self, facts: Sequence[Fact]) -> Iterator[str]:
        """Facts behind their labels; those that are not known are left out."""
        known = [(label, said) for label, said in facts if said]
        wide = max((len(label) for label, _ in known), default=0) + GAP
        for label, said in known:
            first = f"  {label:<{wide}}"
            yield from hanging(first, self.clean(said), self.paper, style="muted")

    def paragraph(self, text: str) -> Iterator[str]:
        """A text, wrapped."""
        yield from wrap(self.clean(text), self.paper.width)

    def context(self, before: str, quote: str, after: str) -> Iterator[str]:
        """The quote between marks in its context, so that it stands out without colour too.

        Args:
            before: What stands before the quote, verbatim; may be empty.
            quote: The quote, verbatim.
            after: What stands after it.

        Returns:
            Lines without their line ends.
        """
        opening, closing = self.paper.quote_marks
        ahead = self.clean(before)
        text = f"{ahead} {opening}{self.clean(quote)}{closing} {self.clean(after)}".strip()
        # Wrapping drops spaces and nothing else, so letters tell where the quote lies on a line.
        start = _letters(ahead)
        end = start + _letters(f"{opening}{self.clean(quote)}{closing}")
        seen = 0
        for line in wrap(text, None if self.paper.width is None else max(self.paper.width - 2, 2)):
            first = _end_of(line, start - seen)
            first += len(line[first:]) - len(line[first:].lstrip())
            last = max(first, _end_of(line, end - seen))
            inside = self.paper.paint(line[first:last], "quote")
            yield f"  {line[:first]}{inside}{line[last:]}"
            seen += _letters(line)


def _letters(text: str) -> int:
    return sum(not letter.isspace() for letter in text)


def _end_of(line: str, letters: int) -> int:
    """Where so many letters of a line, or all it has, end."""
    if letters <= 0:
        return 0
    for position, letter in enumerate(line, 1):
        letters -= not letter.isspace()
        if not letters:
            return position
    return len(line)
