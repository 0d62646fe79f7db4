"""What grouping reads of the claims, as plain tuples from the driver.

SQLAlchemy's rows take as long again to make as everything else that reading a million of them does
(measured), so these statements go past it.
"""

import json
import sqlite3
from collections.abc import Collection, Iterator

from claimtrack.model.grouping import MatchRow

_ROWS = """
SELECT claim.id, claim.kind, claim.scope, claim.place, claim.event_start, claim.event_end,
coalesce(claim.stated_at, document.published), claim.quote, claim.document_id, claim.event_id,
claim.question_id
FROM claim LEFT JOIN document ON document.id = claim.document_id
WHERE claim.withdrawn_at IS NULL AND claim.status != 'rejected'
"""


def every_match_row(connection: sqlite3.Connection) -> Iterator[MatchRow]:
    """The claims that are neither withdrawn nor rejected, in the order of their numbers."""
    return map(MatchRow._make, connection.execute(f"{_ROWS} ORDER BY claim.id"))


def match_rows_of(connection: sqlite3.Connection, claims: Collection[int]) -> list[MatchRow]:
    """Those of some claims that are neither withdrawn nor rejected, in their order."""
    found = connection.execute(
        f"{_ROWS} AND claim.id IN (SELECT value FROM json_each(?)) ORDER BY claim.id",
        (json.dumps(list(claims)),),
    )
    return list(map(MatchRow._make, found))
