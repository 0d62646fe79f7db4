r"""Lists of texts in one cell of a table.

Items are joined by `` | ``; a ``|`` inside an item is written ``\|`` and a ``\`` is written
``\\``, so nothing is lost.
"""

import re
from collections.abc import Iterable

_ITEM = re.compile(r"(?:[^\\|]|\\[\\|]|\\)+")
_ESCAPED = re.compile(r"\\([\\|])")


def join_items(items: Iterable[str]) -> str:
    """A list as the text of a cell."""
    return " | ".join(item.replace("\\", "\\\\").replace("|", "\\|") for item in items)


def split_items(cell: str) -> list[str]:
    """The list that a cell holds; spaces around ``|`` may be there or not."""
    return [_ESCAPED.sub(r"\1", item).strip() for item in _ITEM.findall(cell)]
