"""What grouping reads of the claims, as plain tuples from the driver.

SQLAlchemy's rows take as long again to make as everything else that reading a million of them does
(measured), so these statements go past it.
"""

import json
import sqlite3
from collections.abc import Collection, Iterator
from itertools import starmap

from claimtrack.model.grouping import MatchRow

MOST_IN_ARTICLE = 61
"""Claims of one document that are ever fetched; one with more than sixty is a list of incidents to
`claimtrack.matching.columns`, and no article."""

_STANDING = "withdrawn_at IS NULL AND status != 'rejected'"
_TOLD = f"""
SELECT claim.id, kind, scope, place, event_start, event_end, coalesce(stated_at, published), quote,
document_id, event_id, question_id
FROM claim LEFT JOIN document ON document.id = document_id
WHERE {_STANDING} AND claim.id IN (SELECT value FROM json_each(?)) ORDER BY claim.id
"""
_READ = f"""
SELECT id, kind, scope, place, NULL, NULL, NULL, NULL, document_id, event_id, question_id, reading
FROM claim JOIN claim_reading ON claim_id = id
WHERE {_STANDING}
"""
"""Of claims that the index holds; what was read in them stands for their moments and quotes."""

_WITH_ARTICLES = f"""
{_READ} AND id IN (
SELECT value FROM json_each(?1)
UNION SELECT mate.id FROM json_each(?1) JOIN claim ON claim.id = value
JOIN claim AS mate ON mate.id IN
(SELECT id FROM claim AS other WHERE other.document_id = claim.document_id LIMIT {MOST_IN_ARTICLE})
)
"""


def told_rows_of(connection: sqlite3.Connection, claims: Collection[int]) -> Iterator[MatchRow]:
    """Those of some claims that are neither withdrawn nor rejected, in their order, unread."""
    found = connection.execute(_TOLD, (json.dumps(list(claims)),))
    return starmap(MatchRow, found)


def every_read_row(connection: sqlite3.Connection) -> Iterator[MatchRow]:
    """The claims that are neither withdrawn nor rejected, in the order of their numbers."""
    return map(MatchRow._make, connection.execute(f"{_READ} ORDER BY id"))


def read_rows_of(connection: sqlite3.Connection, claims: Collection[int]) -> list[MatchRow]:
    """Some claims and those of their articles, without the withdrawn and the rejected."""
    found = connection.execute(_WITH_ARTICLES, (json.dumps(list(claims)),))
    return list(map(MatchRow._make, found))
