"""Texts as Markdown that means nothing but themselves."""

import re
from collections.abc import Iterable

from claimtrack.render.layout import clean

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")
_AT_START = re.compile(r"^(?:(\d+)([.)])|([-+]))(?=\s|$)")


def escaped(text: str) -> str:
    r"""A text on one line in which no character means anything to Markdown.

    Args:
        text: Any text.

    Returns:
        The text with a ``\`` before each special character of CommonMark and of its tables.
    """
    return _AT_START.sub(r"\1\\\2\3", _SPECIAL.sub(r"\\\1", clean(text).strip()))


def table_row(cells: Iterable[str]) -> str:
    """One row of a Markdown table from escaped cells."""
    return f"| {' | '.join(cells)} |"
