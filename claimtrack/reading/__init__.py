"""Reading: a text → proposed claims, by patterns over tagged tokens with the words in data.

Importing this package loads neither the lexicon nor the patterns; the first call does.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimtrack.errors import Problem
from claimtrack.model.claims import Claim
from claimtrack.model.documents import Document

if TYPE_CHECKING:
    from claimtrack.reading.versions import Change

__all__ = [
    "compare_versions", "html_document", "is_english", "jsonl_documents", "read", "text_document",
]  # fmt: skip


def read(document: Document) -> list[Claim]:
    """Propose the claims of a document, in text order.

    Args:
        document: Its whole text, and its publication date if known.

    Returns:
        Claims with status ``proposed``; ``text[start:end] == quote`` for each passage.
    """
    from claimtrack.reading.reader import read as read_document

    return read_document(document)


def text_document(text: str, **known: str | None) -> Document:
    """A plain or Markdown text as a document; see `documents.text_document`."""
    from claimtrack.reading import documents

    return documents.text_document(text, **known)


def html_document(html: str, **known: str | None) -> Document:
    """A web page as a document, without its boilerplate; see `documents.html_document`."""
    from claimtrack.reading import documents

    return documents.html_document(html, **known)


def jsonl_documents(lines: Iterable[str]) -> Iterator[Document | Problem]:
    """Documents from JSON Lines, a broken line as the problem it is."""
    from claimtrack.reading import documents

    return documents.jsonl_documents(lines)


def compare_versions(older: Sequence[Claim], newer: Sequence[Claim]) -> "list[Change]":
    """What changed between the claims of two versions of one document."""
    from claimtrack.reading import versions

    return versions.compare_versions(older, newer)


def is_english(text: str) -> bool:
    """Whether a text reads like English, for a warning where it does not."""
    from claimtrack.reading import language

    return language.is_english(text)
