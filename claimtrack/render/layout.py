"""Text in columns: cleaning, measuring, wrapping and aligning.

Hand-made rather than left to rich's ``Table`` for three reasons: a list that goes to a pipe must
neither wrap nor import rich (which costs several times the start of the interpreter), a table of
six rows takes rich milliseconds where this takes a fraction of one, and text that runs from right
to left has to be isolated line by line, after wrapping. Widths in cells are still rich's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from claimtrack.render.paper import Paper

GAP = 2
"""Cells between two columns."""

NARROW = 24
"""Cells below which a text behind a label is put under it instead."""

_LONG_WORD = 16  # a longer word may be broken before other columns suffer

_SPACES = dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), " ")
_DIRECTIONS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_EMOJI_STYLE = {0xFE0F: None}  # makes some signs wider on some terminals and not on others
_JOINER = "\u200d"
_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))}
_HALVES = {code: f"\\u{code:x}" for code in range(0xD800, 0xE000)}
_NEUTRAL: dict[int, str | None] = {**_CONTROLS, **_HALVES, **_DIRECTIONS, **_EMOJI_STYLE, **_SPACES}


def clean(text: str, *, unicode: bool = True) -> str:
    r"""A text from a source, made harmless for one line of a terminal or a document.

    Line ends and tabs become spaces; other control characters are spelled out (``\x1b``), so that
    no source can move the cursor or change colours; characters that force a direction of writing
    on what follows them are dropped.

    Args:
        text: Any text.
        unicode: Whether the terminal can show more than ASCII; what it cannot is spelled out.

    Returns:
        The text on one line.
    """
    if not text.isprintable():
        text = text.translate(_NEUTRAL)
    return text if unicode else text.encode("ascii", "backslashreplace").decode("ascii")


def cells(text: str) -> int:
    """How many terminal cells a text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # only texts beyond ASCII need its tables

    # rich takes whatever follows a joiner for a part of one emoji, which in Indic scripts and in
    # Persian it is not; without joiners a text is as wide as its characters together.
    return cell_len(text.replace(_JOINER, ""))


def wrap(text: str, width: int | None) -> list[str]:
    """Break a text between words, and inside a word only where it is wider than the line.

    Args:
        text: A cleaned text.
        width: Cells a line, at least 2; None never breaks.

    Returns:
        One line or more; none is wider than ``width``, and no character but spaces is lost.
    """
    if width is None or cells(text) <= width:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for word in text.split():
        room = cells(word)
        if line and used + 1 + room <= width:
            line, used = f"{line} {word}", used + 1 + room
            continue
        if line:
            lines.append(line)
        *full, line = _folded(word, width)
        lines += full
        used = cells(line)
    return [*lines, line]


def _folded(word: str, width: int) -> list[str]:
    """A word in pieces that fit; combining marks stay with their letter."""
    if cells(word) <= width:
        return [word]
    pieces, used = [""], 0
    for letter in word:
        room = cells(letter)
        if used and used + room > width:
            pieces.append("")
            used = 0
        pieces[-1] += letter
        used += room
    return pieces


def shortened(text: str, width: int, ellipsis: str) -> str:
    """A text that fits, its end replaced by an ellipsis where it does not.

    Args:
        text: A cleaned text.
        width: Cells to fit into, 1 or more.
        ellipsis: What stands for the text left out.

    Returns:
        The text, or its beginning and the ellipsis.
    """
    if cells(text) <= width:
        return text
    room = width - cells(ellipsis)
    return ellipsis[:width] if room < 2 else _folded(text, room)[0].rstrip() + ellipsis


def hanging(first: str, text: str, paper: Paper, *, style: str = "") -> Iterator[str]:
    """A text behind a label, its further lines indented to stand under its first.

    Where that leaves less than `NARROW` cells, the text stands under the label instead.

    Args:
        first: The label with its indent and the space behind it, cleaned.
        text: A cleaned text.
        paper: What to write on.
        style: The label's style.

    Returns:
        The lines.
    """
    width, indent = paper.width, cells(first)
    if width is not None and width - indent < NARROW:
        margin = len(first) - len(first.lstrip())
        for line in wrap(first.strip(), max(width - margin, 2)):
            yield " " * margin + paper.paint(line, style)
        for line in wrap(text, max(width - margin - 2, 2)):
            yield " " * (margin + 2) + line
        return
    lines = iter(wrap(text, None if width is None else width - indent))
    yield (paper.paint(first, style) + next(lines)).rstrip()
    for line in lines:
        yield " " * indent + line


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column of a text table.

    Attributes:
        heading: What stands above it.
        right: Whether its cells are aligned to the right, as numbers are.
        firm: Whether it gives way only after the others, as codes and dates do.
        least: Cells that it needs to read well, beside its longest word.
    """

    heading: str
    right: bool = False
    firm: bool = False
    least: int = 2


def natural(columns: Sequence[TextColumn], rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column is when nothing wraps: as wide as its widest cell, 2 at least."""
    return [
        max([2, cells(column.heading), *(cells(row[i]) for row in rows)])
        for i, column in enumerate(columns)
    ]


def least(columns: Sequence[TextColumn], rows: Sequence[Sequence[str]]) -> list[int]:
    """How narrow each column may get before words break."""
    found = []
    for i, column in enumerate(columns):
        words = {word for row in rows for word in row[i].split()} | set(column.heading.split())
        longest = max((cells(word) for word in words), default=2)
        found.append(max(2, column.least, min(longest, _LONG_WORD)))
    return found


def total(drawn: Sequence[int]) -> int:
    """How many cells a line takes, gaps included."""
    return sum(drawn) + GAP * (len(drawn) - 1)


def widths(
    columns: Sequence[TextColumn], rows: Sequence[Sequence[str]], width: int | None
) -> list[int]:
    """How wide each column is drawn.

    Every column gets what its widest cell needs. Where that is more than there is, the widest
    columns give way first: those that are not firm down to their longest word, then the firm
    ones likewise, then all of them.

    Args:
        columns: The columns.
        rows: Their cells, cleaned.
        width: Cells for the whole line; None for as many as it takes.

    Returns:
        Cells for each column, at least 2 each.
    """
    drawn = natural(columns, rows)
    if width is None or total(drawn) <= width:
        return drawn
    unbroken = [min(pair) for pair in zip(least(columns, rows), drawn, strict=True)]
    loose = [
        now if column.firm else floor
        for now, column, floor in zip(drawn, columns, unbroken, strict=True)
    ]
    for floors in (loose, unbroken, [2] * len(columns)):
        while total(drawn) > width:
            able = [i for i, now in enumerate(drawn) if now > floors[i]]
            if not able:
                break
            drawn[max(able, key=drawn.__getitem__)] -= 1
    return drawn


def rule(drawn: Sequence[int], paper: Paper) -> str:
    """A line as long as a table with columns drawn so wide."""
    return paper.paint(paper.dash * total(drawn), "muted")


def row_lines(
    row: Sequence[str],
    columns: Sequence[TextColumn],
    drawn: Sequence[int],
    paper: Paper,
    *,
    style: str = "",
) -> Iterator[str]:
    """One row of a table as its lines, cells wrapped, without spaces at the end.

    Args:
        row: The cells, cleaned.
        columns: The columns.
        drawn: Their widths, as `widths` has them.
        paper: What to write on.
        style: The style of the whole row.

    Returns:
        The lines.
    """
    wrapped = [wrap(text, wide) for text, wide in zip(row, drawn, strict=True)]
    for pieces in zip_longest(*wrapped, fillvalue=""):
        parts = []
        for piece, column, wide in zip(pieces, columns, drawn, strict=True):
            blank = " " * (wide - cells(piece))
            shown = paper.paint(paper.isolated(piece), style)
            parts.append(blank + shown if column.right else shown + blank)
        yield (" " * GAP).join(parts).rstrip()
