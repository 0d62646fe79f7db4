"""Lines of the renderer on a widget: drawn anew for whatever width there is."""

from collections.abc import Callable, Iterable
from functools import partial

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from claimtrack.render.paper import Paper, pieces

Draw = Callable[[Paper], Iterable[str]]
"""Writes lines for a paper of some width."""

_STYLES = {
    "strong": "bold",
    "heading": "bold $text-primary",
    "muted": "$foreground-muted",
    "alarm": "bold $text-error",
    "caution": "$text-warning",
    "good": "$text-success",
    "settled": "$text-primary",
    "quote": "bold $text on $primary-muted",
    "here": "bold reverse",
}
"""Style of a paper → how Textual draws it, in colours of the theme."""


class Sheet(Widget):
    """A widget that shows lines."""

    DEFAULT_CSS = "Sheet { height: auto; text-wrap: nowrap; }"

    def __init__(self, draw: Draw | None = None, name: str | None = None) -> None:
        """Make the sheet.

        Args:
            draw: Writes the lines; None for an empty sheet.
            name: Its ID in style sheets.
        """
        super().__init__(id=name)
        self._draw_lines: Draw = draw or (lambda _: ())
        self._drawn: tuple[int, Content, int] | None = None

    def show(self, draw: Draw) -> None:
        """Show other lines."""
        self._draw_lines, self._drawn = draw, None
        # Textual counts this only once while the last change waits to be laid out; if something
        # else had the screen laid out in between, it would go on with the height of that change
        self._layout_updates += 1
        self.refresh(layout=True)

    def show_lines(self, lines: Iterable[tuple[str, str]]) -> None:
        """Show texts, each wrapped and in its style."""
        self.show(partial(_wrapped, tuple(lines)))

    def render(self) -> Content:
        """The lines for the width at hand."""
        return self._for(self.size.width)[0]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """How many lines there are at a width.

        Args:
            container: The size of what holds it.
            viewport: The size of the screen.
            width: Cells a line.

        Returns:
            Lines.
        """
        return self._for(width)[1]

    def _for(self, width: int) -> tuple[Content, int]:
        if self._drawn is None or self._drawn[0] != width:
            lines = list(self._draw_lines(Paper(max(width, 2), color=True)))
            self._drawn = (width, content(lines), len(lines))
        return self._drawn[1:]


def content(lines: Iterable[str]) -> Content:
    """Painted lines as Textual's own kind of text.

    Args:
        lines: Lines of a coloured paper.

    Returns:
        The same with styles of the theme; nothing in the lines is taken for markup.
    """
    parts: list[tuple[str, str]] = []
    for number, line in enumerate(lines):
        if number:
            parts.append(("\n", ""))
        parts += ((text, _STYLES.get(style, "")) for text, style in pieces(line))
    return Content.assemble(*parts)


def _wrapped(texts: Iterable[tuple[str, str]], paper: Paper) -> Iterable[str]:
    from claimtrack.render.layout import clean, wrap

    for text, style in texts:
        for line in wrap(clean(text), paper.width):
            yield paper.paint(line, style)
