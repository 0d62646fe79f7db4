"""The documents: texts, and references to texts."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select, update

from claimtrack.errors import UsageError
from claimtrack.model.documents import Document
from claimtrack.model.fingerprints import reference_fingerprint
from claimtrack.model.ids import number_of
from claimtrack.store.mapping import document_of, document_row, text_digest
from claimtrack.store.statements import (
    THESE,
    fetched,
    insert_rows,
    looked_up,
    next_number,
    numbers,
    prepared,
    successors,
    table,
)
from claimtrack.store.tables import DocumentRow

DOCUMENT = table(DocumentRow)
_REFERENCE = list(DOCUMENT.c)[:8]
"""The columns that describe a document without its text, as `document_of` wants them."""
_REFERENCES = prepared(select(*_REFERENCE).where(DOCUMENT.c.id.in_(THESE)))


class Documents:
    """The documents of an open database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, document: Document, *, recorded_at: str) -> Document:
        """Store a document.

        Args:
            document: A text or a reference; its own ``id`` and ``recorded_at`` are not looked at.
            recorded_at: When this database learned of it, ISO 8601 in UTC.

        Returns:
            The stored document, with its ID and its text, for claims to refer to.
        """
        number = next_number(self._connection, DOCUMENT)
        row = document_row(document, number=number, recorded_at=recorded_at)
        insert_rows(self._connection, DOCUMENT, [row])
        return document_of(row)

    def get(self, short_id: str) -> Document:
        """One document, with its text.

        Args:
            short_id: Such as ``d2``.

        Raises:
            UsageError: There is none of that ID.
        """
        row = self._connection.execute(
            select(DOCUMENT).where(DOCUMENT.c.id == number_of(short_id, "d"))
        ).first()
        if row is None:
            raise _unknown(short_id)
        return document_of(row)

    def find(self) -> Iterator[Document]:
        """Every document, in the order of their numbers, without its text."""
        every = numbers(self._connection, select(DOCUMENT.c.id).order_by(DOCUMENT.c.id))
        rows = looked_up(
            self._connection, select(*_REFERENCE).order_by(DOCUMENT.c.id), DOCUMENT.c.id, every
        )
        return map(document_of, rows)

    def by_reference(self, document: Document) -> list[Document]:
        """The stored documents of the same publisher, title, URL, date and external ID.

        Args:
            document: What to look for; its ``id`` and text are not looked at.

        Returns:
            Without their texts, the oldest first.
        """
        wanted = reference_fingerprint(document)
        return self._where(DOCUMENT.c.reference == wanted)

    def by_sha256(self, sha256: str) -> list[Document]:
        """The stored documents of one text.

        Args:
            sha256: The text's digest, from `sha256_of`.

        Returns:
            Without their texts, the oldest first.
        """
        return self._where(DOCUMENT.c.sha256 == sha256)

    def newest_at(self, url: str) -> Document | None:
        """The newest version of the text at an address.

        Args:
            url: The address, letter by letter as the documents have it.

        Returns:
            With its text: of the documents of that address whose text is known the one stored
            last, before all others one that no other replaces; None when there is none.
        """
        row = self._connection.execute(
            select(DOCUMENT)
            .where(DOCUMENT.c.url == url, DOCUMENT.c.text.is_not(None))
            .order_by(DOCUMENT.c.replaced_by.is_not(None), DOCUMENT.c.id.desc())
            .limit(1)
        ).first()
        return None if row is None else document_of(row)

    def replace(self, old: str, new: str | None) -> None:
        """Record that one document is a newer version of another.

        Args:
            old: The short ID of the older version.
            new: That of the newer version; None undoes it.

        Raises:
            UsageError: There is no such document, or the two would replace each other in a circle.
        """
        replaced, replacing = number_of(old, "d"), None
        if new is not None:
            replacing = number_of(new, "d")
            following = successors(self._connection, DOCUMENT.c.replaced_by, replacing)
            if not following:
                raise _unknown(new)
            if replaced in following:
                raise UsageError(
                    f"{new} cannot replace {old}, which already replaces it.",
                    "Name the older document first.",
                )
        changed = self._connection.execute(
            update(DOCUMENT).where(DOCUMENT.c.id == replaced).values(replaced_by=replacing)
        )
        if changed.rowcount == 0:
            raise _unknown(old)

    def texts(self) -> Iterator[tuple[int, str]]:
        """The words of every document whose text is known, one in memory at a time.

        Yields:
            The number behind its ID, and its title and text on separate lines, in the order of
            the numbers.
        """
        title = func.coalesce(DOCUMENT.c.title, "")
        known = select(DOCUMENT.c.id, title + "\n" + DOCUMENT.c.text).order_by(DOCUMENT.c.id)
        known = known.where(DOCUMENT.c.text.is_not(None))
        options = {"yield_per": 1}  # texts may be long, and a page of them too much
        for row in self._connection.execute(known, execution_options=options):
            yield row[0], row[1]

    @staticmethod
    def sha256_of(text: str) -> str:
        """The digest that a text is stored under: SHA-256 of its UTF-8, 64 hex characters."""
        return text_digest(text)

    def numbered(self, wanted: set[int]) -> dict[int, Document]:
        """Documents by number, without their texts, for claims to refer to."""
        return {row[0]: document_of(row) for row in self.rows(wanted)}

    def rows(self, wanted: set[int]) -> Sequence[Sequence[Any]]:
        """The columns that describe documents, by number, as `document_of` wants them."""
        return fetched(self._connection, _REFERENCES, wanted)

    def referenced(self, fingerprints: set[str]) -> dict[str, int]:
        """The number of the oldest document under each reference fingerprint that is stored."""
        rows = looked_up(
            self._connection,
            select(DOCUMENT.c.reference, DOCUMENT.c.id).order_by(DOCUMENT.c.id.desc()),
            DOCUMENT.c.reference,
            fingerprints,
        )
        return dict(rows)

    def _where(self, condition: object) -> list[Document]:
        statement = select(*_REFERENCE).where(condition).order_by(DOCUMENT.c.id)  # type: ignore[arg-type]
        return [document_of(row) for row in self._connection.execute(statement)]


def _unknown(short_id: str) -> UsageError:
    return UsageError(f"There is no document {short_id}.", "`claimtrack documents` lists them.")
