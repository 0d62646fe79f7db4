"""The content of one file turned into documents; files are opened and decoded elsewhere."""

import json
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from claimtrack.errors import Problem
from claimtrack.model.dates import check_moment
from claimtrack.model.documents import Document
from claimtrack.reading.dates import date_in_text

_FIELDS = ("id", "title", "text", "published", "publisher", "url")
_HEADING = re.compile(r"\s*#\s+(\S.*)")


def text_document(
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    external_id: str | None = None,
) -> Document:
    """A plain or Markdown text as a document.

    Args:
        text: The whole text, kept verbatim.
        title: Its headline; a Markdown heading on the first line serves when there is none.
        publisher: Who published it.
        url: Where it stands.
        published: ISO 8601; found in the text when None (``Issued: 18 February 2025``, a dateline).
        external_id: The identifier it came with.

    Returns:
        The document; its ``published`` stays None where nothing in the text says it.
    """
    heading = _HEADING.match(text)
    return Document(
        publisher=publisher,
        title=title or (heading[1].strip() if heading else None),
        url=url,
        published=published or date_in_text(text),
        external_id=external_id,
        text=text,
    )


class _Letters(HTMLParser):
    """Whether a page has any text outside scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.quiet = 0
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.quiet += tag in ("script", "style", "noscript", "template", "title")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "noscript", "template", "title") and self.quiet:
            self.quiet -= 1

    def handle_data(self, data: str) -> None:
        if not self.quiet and data.strip():
            self.parts.append(data.strip())


def html_document(
    html: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    external_id: str | None = None,
) -> Document:
    """A web page as a document, without its navigation and other boilerplate.

    Title, publisher, canonical address and date come from the arguments, else from the page's
    metadata. The extraction is trafilatura's (Barbaresi 2021, ACL demo); a page too short for it
    gives all its visible text.

    Args:
        html: The decoded page.
        title: Known headline.
        publisher: Known publisher.
        url: Known address.
        published: Known date, ISO 8601.
        external_id: The identifier it came with.

    Returns:
        The document; its text is empty when the page has none.
    """
    from trafilatura import bare_extraction  # 200 ms to import, so only for pages

    found = bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    known = found if isinstance(found, dict) else found.as_dict() if found is not None else {}
    text = known.get("text") or ""
    if not text.strip():
        letters = _Letters()
        letters.feed(html)
        letters.close()
        text = "\n\n".join(letters.parts)
    return text_document(
        text,
        title=title or known.get("title"),
        publisher=publisher or known.get("sitename"),
        url=url or known.get("url"),
        published=published or _moment(known.get("date")),
        external_id=external_id,
    )


def _moment(value: object) -> str | None:
    """A metadata date if it is one that exists."""
    try:
        return check_moment(value) if isinstance(value, str) else None
    except ValueError:
        return None


def jsonl_documents(lines: Iterable[str]) -> Iterator[Document | Problem]:
    """Documents from JSON Lines, one object a line, a broken line as the problem it is.

    Args:
        lines: The file's lines; blank ones are passed over.

    Yields:
        A document for each good line, a problem naming the line (and field) for each bad one.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _document(line, f"line {number}")


def _document(line: str, where: str) -> Document | Problem:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        said = error.msg if isinstance(error, json.JSONDecodeError) else "cannot be read"
        return Problem(where, None, f"is not JSON ({said})")
    if not isinstance(record, dict):
        return Problem(where, None, "is not a JSON object")
    known: dict[str, str] = {}
    for name in _FIELDS:
        value = record.get(name)
        if name == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)  # databases number their rows
        if value is not None and not isinstance(value, str):
            return Problem(where, name, f"{value!r} is not text")
        if value and not value.isspace():
            known[name] = value
    if "text" not in known:
        return Problem(where, "text", "is missing or blank")
    try:
        published = check_moment(known["published"]) if "published" in known else None
    except ValueError as error:
        return Problem(where, "published", str(error))
    return text_document(
        known["text"],
        title=known.get("title"),
        publisher=known.get("publisher"),
        url=known.get("url"),
        published=published,
        external_id=known.get("id"),
    )
