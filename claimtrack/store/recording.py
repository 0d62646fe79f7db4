"""Storing claims in bulk: numbers, sources and documents are made on the way."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, update

from claimtrack.errors import InputError
from claimtrack.model.claims import Claim
from claimtrack.model.documents import Document
from claimtrack.model.fingerprints import reference_fingerprint
from claimtrack.model.sources import slug_of
from claimtrack.store.documents import DOCUMENT, Documents
from claimtrack.store.mapping import claim_row, document_number, document_row
from claimtrack.store.selecting import CLAIM, LINK
from claimtrack.store.sources import Sources
from claimtrack.store.statements import batches, insert_rows, next_number
from claimtrack.store.tables import CLAIMANT, VIA

_AT_A_TIME = 1000
"""Claims in memory at a time; twice as many are no faster (measured with 100,000)."""

_REMEMBERED = 100_000
"""Sources and documents whose numbers are kept at hand while storing, so memory stays bounded."""

_DocumentKey = tuple[str | None, str]


class Recorder:
    """Stores claims, remembering the numbers of the sources and documents it has met."""

    def __init__(self, connection: Connection, recorded_at: str) -> None:
        self._connection = connection
        self._recorded_at = recorded_at
        self._sources: dict[str, int] = {}
        self._documents: dict[_DocumentKey, int] = {}

    def add(
        self, claims: Iterable[Claim], on_progress: Callable[[int], None] | None = None
    ) -> list[str]:
        """Store claims; see `claimtrack.store.claims.Claims.add`.

        Args:
            claims: In the order in which they get their IDs.
            on_progress: Told how many are stored, after each batch.

        Returns:
            Their IDs, in order.

        Raises:
            InputError: A text is one that no database can hold.
        """
        first = number = next_number(self._connection, CLAIM)
        for batch in batches(claims, _AT_A_TIME):
            try:
                self._store(batch, number)
            except UnicodeEncodeError as error:
                raise _unstorable(error) from None
            number += len(batch)
            if on_progress is not None:
                on_progress(number - first)
        return [f"c{minted}" for minted in range(first, number)]

    def change(self, number: int, claim: Claim) -> bool:
        """Overwrite what a claim says; see `claimtrack.store.claims.Claims.edit`.

        Args:
            number: The claim's number.
            claim: What it says now.

        Returns:
            Whether there is a claim of that number.

        Raises:
            InputError: A text is one that no database can hold.
        """
        row = claim_row(claim, number=number, document=None, recorded_at=self._recorded_at)
        values = dict(zip(CLAIM.c.keys(), row, strict=True))
        kept = {name: values[name] for name in values if name not in _SETTLED}
        try:
            found = self._connection.execute(
                update(CLAIM).where(CLAIM.c.id == number).values(**kept)
            )
            self._connection.execute(delete(LINK).where(LINK.c.claim_id == number))
            sources = self._source_numbers([claim])
            insert_rows(self._connection, LINK, _links(number, claim, sources))
        except UnicodeEncodeError as error:
            raise _unstorable(error) from None
        return found.rowcount > 0

    def _store(self, batch: Sequence[Claim], first: int) -> None:
        sources = self._source_numbers(batch)
        documents = self._document_numbers(batch)
        rows: list[tuple[Any, ...]] = []
        links: list[tuple[Any, ...]] = []
        for number, claim in enumerate(batch, first):
            document = None if claim.document is None else documents[_key(claim.document)]
            rows.append(
                claim_row(claim, number=number, document=document, recorded_at=self._recorded_at)
            )
            links += _links(number, claim, sources)
        insert_rows(self._connection, CLAIM, rows)
        insert_rows(self._connection, LINK, links)

    def _source_numbers(self, batch: Sequence[Claim]) -> dict[str, int]:
        new: dict[str, str] = {}
        if len(self._sources) > _REMEMBERED:
            self._sources.clear()
        for claim in batch:
            for name in (*claim.claimants, *claim.via):
                slug = slug_of(name)
                if slug not in self._sources:
                    new.setdefault(slug, name)
        if new:
            found = Sources(self._connection).numbers_of(new, recorded_at=self._recorded_at)
            self._sources.update(found)
        return self._sources

    def _document_numbers(self, batch: Sequence[Claim]) -> dict[_DocumentKey, int]:
        """The number of every document that the batch refers to.

        An ID is believed only where the document stored under it is the one described: records
        from another database bring that one's IDs. Otherwise the description finds the document,
        or stores it; one that describes nothing is told from others by its foreign ID.
        """
        if len(self._documents) > _REMEMBERED:
            self._documents.clear()
        new: dict[_DocumentKey, Document] = {}
        for claim in batch:
            if claim.document is not None and (key := _key(claim.document)) not in self._documents:
                new.setdefault(key, claim.document)
        if not new:
            return self._documents
        stored = Documents(self._connection)
        own = {key: document_number(document) for key, document in new.items()}
        by_number = stored.numbered({number for number in own.values() if number is not None})
        by_reference = stored.referenced({reference for _, reference in new})
        missing: list[tuple[Any, ...]] = []
        next_free = next_number(self._connection, DOCUMENT)
        for key, document in new.items():
            number = own[key]
            known = by_number.get(number) if number is not None else None
            if (
                number is not None
                and known is not None
                and _key(replace(known, id=None))[1] == key[1]
            ):
                self._documents[key] = number
            elif key[1] in by_reference and key[1] != _UNDESCRIBED:
                self._documents[key] = by_reference[key[1]]
            else:
                row = document_row(document, number=next_free, recorded_at=self._recorded_at)
                missing.append(row)
                self._documents[key] = by_reference[key[1]] = next_free
                next_free += 1
        insert_rows(self._connection, DOCUMENT, missing)
        return self._documents


_SETTLED = frozenset(
    ("id", "external_id", "status", "document_id", "credibility", "event_id", "question_id",
     "superseded_by", "recorded_at", "withdrawn_at", "withdrawn_because")
)  # fmt: skip
"""Columns that have a way of their own to change, or none."""


def _links(number: int, claim: Claim, sources: Mapping[str, int]) -> list[tuple[Any, ...]]:
    """Who makes and who relays a claim, as rows."""
    return [
        (number, role, position, sources[slug_of(name)], name)
        for role, names in ((CLAIMANT, claim.claimants), (VIA, claim.via))
        for position, name in enumerate(names)
    ]


def _unstorable(error: UnicodeEncodeError) -> InputError:
    return InputError(
        f"A claim holds what no database can: {error}.", "Correct its text; nothing was stored."
    )


_UNDESCRIBED = reference_fingerprint(Document())


def _key(document: Document) -> _DocumentKey:
    return document.id, reference_fingerprint(document)
