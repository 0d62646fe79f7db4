"""Publishers that speak in their own voice: sources that no claim names as its claimant.

Such a claim keeps ``(article)`` for its claimant, since that is what its record says; who speaks is
the publisher of its document, as in the report.
"""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, distinct, func, select

from claimtrack.model.sources import ARTICLE, slug_of
from claimtrack.store.statements import table
from claimtrack.store.tables import CLAIMANT, ClaimRow, ClaimSourceRow, DocumentRow, SourceRow

CLAIM, LINK = table(ClaimRow), table(ClaimSourceRow)
DOCUMENT, SOURCE = table(DocumentRow), table(SourceRow)

_OWN = and_(LINK.c.role == CLAIMANT, SOURCE.c.slug == slug_of(ARTICLE))
_SPEAKING = (
    select(
        DOCUMENT.c.publisher,
        func.min(CLAIM.c.recorded_at),
        func.count(distinct(case((CLAIM.c.withdrawn_at.is_(None), CLAIM.c.id)))),
    )
    .join_from(LINK, SOURCE, SOURCE.c.id == LINK.c.source_id)
    .join(CLAIM, CLAIM.c.id == LINK.c.claim_id)
    .join(DOCUMENT, DOCUMENT.c.id == CLAIM.c.document_id)
    .where(_OWN, func.trim(DOCUMENT.c.publisher) != "")
    .group_by(DOCUMENT.c.publisher)
    .order_by(func.min(CLAIM.c.id))
)


class Publisher(NamedTuple):
    """A publisher whose documents assert something in their own voice.

    Attributes:
        name: Its name as it was first recorded.
        claims: How many of these claims stand.
        recorded_at: When this database learned of the first of them.
    """

    name: str
    claims: int
    recorded_at: str


def speaking(connection: Connection, slugs: Collection[str] | None = None) -> dict[str, Publisher]:
    """The publishers that speak in their own voice, by slug, in the order of their first claim.

    Args:
        connection: An open connection.
        slugs: Only these; None for all.
    """
    statement = _SPEAKING
    if slugs is not None:
        names = _spelled(connection, slugs)
        if not names:
            return {}
        statement = statement.where(DOCUMENT.c.publisher.in_(names))
    found: dict[str, Publisher] = {}
    for name, recorded_at, claims in connection.execute(statement):
        slug = slug_of(name)
        known = found.get(slug, Publisher(name, 0, recorded_at))
        first = min(known.recorded_at, recorded_at)
        found[slug] = Publisher(known.name, known.claims + claims, first)
    return found


def in_own_voice(connection: Connection, slug: str) -> ColumnElement[bool] | None:
    """What a row of the claim table must meet to be said by a publisher in its own voice.

    Args:
        connection: An open connection.
        slug: The publisher's slug.

    Returns:
        One SQL condition; None where no document has such a publisher.
    """
    names = _spelled(connection, (slug,))
    if not names:
        return None
    own = select(LINK.c.claim_id).join(SOURCE, SOURCE.c.id == LINK.c.source_id).where(_OWN)
    texts = select(DOCUMENT.c.id).where(DOCUMENT.c.publisher.in_(names))
    return and_(CLAIM.c.id.in_(own), CLAIM.c.document_id.in_(texts))


def _spelled(connection: Connection, slugs: Collection[str]) -> list[str]:
    """The publishers of documents with these slugs, in every spelling."""
    every = select(DOCUMENT.c.publisher).where(DOCUMENT.c.publisher.is_not(None)).distinct()
    return [name for name in connection.execute(every).scalars() if slug_of(name) in slugs]
