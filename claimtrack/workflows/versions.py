"""A text that changed: the newer version of a document, and what became of its claims."""

import re
from collections.abc import Sequence

from claimtrack.errors import UsageError
from claimtrack.model.claims import Claim
from claimtrack.model.documents import Document
from claimtrack.model.selection import Selection
from claimtrack.reading.versions import Change, compare_versions
from claimtrack.store.store import Store

_WORD = re.compile(r"\w+")


def older_version(store: Store, document: Document, updates: str | None) -> Document | None:
    """The document that a text is the newer version of.

    Args:
        store: The open database.
        document: The text just read.
        updates: The ID of the older version as the user named it, or None to go by the URL.

    Returns:
        The newest stored version, with its text, or None for a text that is new.

    Raises:
        UsageError: ``updates`` names no document, or one that has a newer version already.
    """
    if updates is not None:
        named = store.documents.get(updates)
        if named.replaced_by is not None:
            raise UsageError(
                f"{named.id} has a newer version already, {named.replaced_by}.",
                f"Say --updates {named.replaced_by}.",
            )
        return named
    return store.documents.newest_at(document.url) if document.url else None


def says_the_same(one: Document, other: Document) -> bool:
    """Whether two texts differ in nothing but white space, punctuation and case."""
    return _words(one) == _words(other)


def take_over(
    store: Store, older: Document, newer: Document, claims: Sequence[Claim]
) -> list[Change]:
    """Make a document the newer version of another, and link their claims.

    A claim that the newer version still makes, with whatever figure, replaces the older one; a
    claim that is gone stays, marked by its document's being replaced.

    Args:
        store: The open database.
        older: The stored older version.
        newer: The stored newer version.
        claims: The claims of the newer version, stored.

    Returns:
        What changed, in terms of claims.
    """
    standing = [
        claim
        for claim in store.claims.find(Selection(document=older.id))
        if claim.superseded_by is None and claim.status != "rejected"
    ]
    changes = compare_versions(standing, claims)
    store.documents.replace(older.id or "", newer.id or "")
    for change in changes:
        if change.old is not None and change.new is not None:
            store.claims.supersede(change.old.id or "", change.new.id)
    return changes


def _words(document: Document) -> list[str]:
    return _WORD.findall((document.text or "").casefold())
