"""A terminal report as a picture."""

WIDTH = 100
"""Columns of the picture; the report must have been laid out for as many or fewer."""


def svg(report: str, title: str = "claimtrack report") -> str:
    """Draw what a terminal would show.

    Args:
        report: The report's text, with its colour codes.
        title: What stands in the window's bar.

    Returns:
        An SVG document; the same report gives the same document to the letter.
    """
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True)
    console.print(Text.from_ansi(report), soft_wrap=True)
    return console.export_svg(title=title, unique_id="claimtrack")
