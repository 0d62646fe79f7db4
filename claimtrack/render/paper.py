"""What is written on: how wide, and which colours and signs it takes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import bidirectional

_CODES = {
    "heading": "1",
    "strong": "1",
    "muted": "2",
    "alarm": "1;31",
    "caution": "33",
    "good": "32",
    "settled": "36",
    "quote": "7",
    "here": "1;7",
}
_STYLES = {code: style for style, code in _CODES.items()}
_PAINTED = re.compile(r"\x1b\[([\d;]+)m(.*?)\x1b\[0m", re.DOTALL)
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))


@dataclass(frozen=True, slots=True)
class Paper:
    """What is written on: a terminal, or a pipe.

    The colours are the terminal's own sixteen, so they follow its theme, light or dark; nothing
    is said by colour alone.

    Attributes:
        width: Cells a line; None for a pipe, where nothing wraps.
        color: Whether it takes colours (ECMA-48 codes).
        unicode: Whether it shows more than ASCII.
    """

    width: int | None = None
    color: bool = False
    unicode: bool = True

    def paint(self, text: str, style: str) -> str:
        """A text in a style.

        Args:
            text: The text, cleaned.
            style: heading, strong, muted, alarm, caution, good, settled, quote, here, or nothing.

        Returns:
            The text, between codes where the paper takes colours.
        """
        if not self.color or not style or not text:
            return text
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m"

    def isolated(self, text: str) -> str:
        """A name or cell that cannot reorder what stands beside it, as `isolated` has it.

        On a pipe it stays as it is, for whoever searches the output.
        """
        return text if self.width is None else isolated(text)

    @property
    def dash(self) -> str:
        """What lines are drawn with."""
        return "─" if self.unicode else "-"

    @property
    def arrow(self) -> str:
        """What stands between an old figure and a new one."""
        return "→" if self.unicode else "->"

    @property
    def dot(self) -> str:
        """What stands between facts on one line."""
        return "·" if self.unicode else "-"

    @property
    def quote_marks(self) -> tuple[str, str]:
        """What stands around a quote within its context."""
        return ("»", "«") if self.unicode else (">>", "<<")

    @property
    def ellipsis(self) -> str:
        """What stands for text left out."""
        return "…" if self.unicode else "..."


def isolated(text: str) -> str:
    """A text that cannot reorder what stands beside it.

    A text that runs from right to left is wrapped in isolates (Unicode Standard Annex 9): behind
    an Arabic name, ``2 → 1`` would else be shown as ``1 ← 2`` wherever letters are reordered.
    """
    if not text.isascii() and any(bidirectional(letter) in _RIGHT_TO_LEFT for letter in text):
        return f"\u2068{text}\u2069"
    return text


def pieces(line: str) -> Iterator[tuple[str, str]]:
    """What a line painted on a coloured paper is made of; the inverse of `Paper.paint`.

    Args:
        line: A line; its texts were cleaned, so that all colour codes in it are the paper's own.

    Yields:
        Text and its style, empty for none; styles that look the same have one name.
    """
    end = 0
    for found in _PAINTED.finditer(line):
        if found.start() > end:
            yield line[end : found.start()], ""
        yield found[2], _STYLES[found[1]]
        end = found.end()
    if end < len(line):
        yield line[end:], ""


PIPE = Paper()
"""No colour, any character, no wrapping."""
