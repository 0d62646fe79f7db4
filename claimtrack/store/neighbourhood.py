"""What stands near a claim, however many claims there are, and what waits to be grouped.

It is found by the index that `claimtrack.store.match_index` fills.
"""

import json
from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import Connection

from claimtrack.model.grouping import Doubt, Judgement, MatchRow, Sought
from claimtrack.store.connection import raw
from claimtrack.store.match_rows import MOST_IN_ARTICLE, every_read_row, read_rows_of

_NAMED = """
SELECT place_key.key, place_name.name, place_name.text
FROM place_key JOIN place_name ON place_name.id = place_key.name_id
WHERE place_key.key IN (SELECT value FROM json_each(?))
"""
_NEAR = """
SELECT DISTINCT near.name, near.fuller FROM place_name
JOIN place_near ON place_near.name_id = place_name.id
JOIN place_name AS near ON near.id = place_near.near_id
WHERE place_name.name IN (SELECT value FROM json_each(?))
"""
_ALIASES = """
WITH RECURSIVE met (alias) AS (
SELECT alias_id FROM alias_key WHERE key IN (SELECT value FROM json_each(?))
UNION SELECT other.alias_id FROM met JOIN alias_key ON alias_key.alias_id = met.alias
JOIN alias_key AS other ON other.key = alias_key.key
)
SELECT name, place FROM place_alias
WHERE id IN met AND withdrawn_at IS NULL ORDER BY id
"""
_LINKS = """
SELECT event_id, other_id FROM event_link WHERE event_id IN (SELECT value FROM json_each(?1))
UNION ALL
SELECT other_id, event_id FROM event_link WHERE other_id IN (SELECT value FROM json_each(?1))
"""
_UNLINK = """
DELETE FROM event_link WHERE event_id IN (SELECT value FROM json_each(?1))
OR other_id IN (SELECT value FROM json_each(?1))
"""
_UNDOUBT = """
DELETE FROM doubt WHERE claim_a IN (SELECT value FROM json_each(?1))
OR claim_b IN (SELECT value FROM json_each(?1))
"""
_AT = """
SELECT claim_place.claim_id FROM json_each(?) AS sought
JOIN place_name ON place_name.name = json_extract(sought.value, '$[0]')
JOIN claim_place ON claim_place.name_id = place_name.id
AND claim_place.first_day BETWEEN json_extract(sought.value, '$[1]')
AND json_extract(sought.value, '$[2]')
WHERE claim_place.last_day >= json_extract(sought.value, '$[3]')
"""
_OF_EVENTS = "SELECT id FROM claim WHERE event_id IN (SELECT value FROM json_each(?))"
_OF_DOCUMENTS = f"""
SELECT claim.id FROM json_each(?) AS sought JOIN claim ON claim.id IN
(SELECT id FROM claim WHERE document_id = sought.value LIMIT {MOST_IN_ARTICLE})
"""
_SHARING_WORDS = """
SELECT document_id, count(*) FROM document_word
WHERE word IN (SELECT value FROM json_each(?)) GROUP BY document_id
"""
_TEXTS = """
SELECT id, coalesce(title, '') || char(10) || text FROM document INDEXED BY ix_document_text
WHERE id IN (SELECT value FROM json_each(?)) AND text IS NOT NULL
"""
"""By the index it is seen without opening each document that few have a text at all."""
_JUDGEMENTS = """
WITH RECURSIVE reached (claim) AS (
SELECT value FROM json_each(?)
UNION SELECT claim_b FROM reached JOIN judgement ON claim_a = claim
WHERE verdict = 'same' AND withdrawn_at IS NULL
UNION SELECT claim_a FROM reached JOIN judgement ON claim_b = claim
WHERE verdict = 'same' AND withdrawn_at IS NULL
)
SELECT verdict, claim_a, claim_b FROM reached JOIN judgement ON claim_a = claim
WHERE withdrawn_at IS NULL
UNION SELECT verdict, claim_a, claim_b FROM reached JOIN judgement ON claim_b = claim
WHERE withdrawn_at IS NULL
"""
_WAITING = """
SELECT id, event_id, document_id FROM claim
WHERE event_id IS NULL AND withdrawn_at IS NULL AND status != 'rejected'
UNION SELECT id, event_id, document_id FROM claim
WHERE id IN (SELECT claim_id FROM touched)
"""


class Neighbourhood:
    """What is near what in an open database, and what grouping keeps for the next time."""

    def __init__(self, connection: Connection) -> None:
        self._sqlite = raw(connection)

    def named(self, keys: Collection[int]) -> list[tuple[int, str, str]]:
        """The names that are found under some keys: key, name, and the name as first written."""
        return self._sqlite.execute(_NAMED, (json.dumps(list(keys)),)).fetchall()

    def near(self, names: Collection[str]) -> dict[str, str | None]:
        """The known names that some names are like, and as written where that tells a town."""
        return dict(self._sqlite.execute(_NEAR, (json.dumps(list(names)),)).fetchall())

    def aliases(self, keys: Collection[int]) -> dict[str, str]:
        """The other names of places that are found under some keys, and what leads on from them.

        Args:
            keys: As the aliases were taken into the index by.

        Returns:
            Name → the place that it is another name of, both verbatim, in the order they were told.
        """
        return dict(self._sqlite.execute(_ALIASES, (json.dumps(list(keys)),)).fetchall())

    def links(self, events: Collection[int]) -> list[tuple[int, int]]:
        """Some events, each with one that a likely pair of claims joins with it."""
        return self._sqlite.execute(_LINKS, (json.dumps(list(events)),)).fetchall()

    def link(self, links: Collection[tuple[int, int]], events: Collection[int] | None) -> None:
        """Keep which events likely pairs of claims join.

        Args:
            links: Pairs of events, the smaller number first, each once.
            events: The events whose pairs these all are; None is all events.
        """
        if events is None:
            self._sqlite.execute("DELETE FROM event_link")
        else:
            self._sqlite.execute(_UNLINK, (json.dumps(list(events)),))
        if links:
            self._sqlite.executemany("INSERT OR IGNORE INTO event_link VALUES (?, ?)", links)

    def doubt(self, doubts: Collection[Doubt], weighed: Collection[int] | None) -> None:
        """Keep the doubtful pairs of claims.

        Args:
            doubts: Pairs.
            weighed: The claims whose pairs these all are; None is every claim.
        """
        if weighed is None:
            self._sqlite.execute("DELETE FROM doubt")
        else:
            self._sqlite.execute(_UNDOUBT, (json.dumps(list(weighed)),))
        if doubts:
            self._sqlite.executemany("INSERT OR REPLACE INTO doubt VALUES (?, ?, ?)", doubts)

    def claims_at(self, sought: Iterable[Sought]) -> set[int]:
        """The numbers of the claims of some names on some days."""
        return {row[0] for row in self._sqlite.execute(_AT, (json.dumps(list(sought)),))}

    def claims_of_events(self, events: Collection[int]) -> set[int]:
        """The numbers of the claims of some events."""
        return {row[0] for row in self._sqlite.execute(_OF_EVENTS, (json.dumps(list(events)),))}

    def claims_of_documents(self, documents: Collection[int]) -> set[int]:
        """The numbers of the claims of some documents, at most `MOST_IN_ARTICLE` of each."""
        sought = json.dumps(list(documents))
        return {row[0] for row in self._sqlite.execute(_OF_DOCUMENTS, (sought,))}

    def documents_with(self, words: Collection[int]) -> list[tuple[int, int]]:
        """The documents whose text has some of these telling words, and how many of them."""
        return self._sqlite.execute(_SHARING_WORDS, (json.dumps(list(words)),)).fetchall()

    def texts(self, documents: Collection[int]) -> list[tuple[int, str]]:
        """The title and text of those of some documents whose text is known."""
        return self._sqlite.execute(_TEXTS, (json.dumps(list(documents)),)).fetchall()

    def rows(self, claims: Collection[int]) -> list[MatchRow]:
        """Some claims, and those of their articles."""
        return read_rows_of(self._sqlite, claims)

    def every_row(self) -> Iterator[MatchRow]:
        """The claims that are neither withdrawn nor rejected, in the order of their numbers."""
        return every_read_row(self._sqlite)

    def judgements(self, claims: Collection[int]) -> list[Judgement]:
        """The standing judgements on some claims, and on all that was judged the same as those."""
        found = self._sqlite.execute(_JUDGEMENTS, (json.dumps(list(claims)),))
        return list(map(Judgement._make, found))

    def waiting(self) -> int:
        """How many claims no event holds yet, or were touched since the last grouping."""
        (count,) = self._sqlite.execute(f"SELECT count(*) FROM ({_WAITING})").fetchone()
        return int(count)

    def touched(self) -> set[int]:
        """The claims that wait, each with every claim of the same event and of the same article."""
        rows = self._sqlite.execute(_WAITING).fetchall()
        claims, events, documents = ({row[n] for row in rows} - {None} for n in range(3))
        if events:
            claims |= self.claims_of_events(events)
        return claims | self.claims_of_documents(documents)

    def renamed(self) -> list[str]:
        """Names of places that mean another place since the last grouping."""
        places = self._sqlite.execute("SELECT place FROM touched WHERE place IS NOT NULL")
        return [row[0] for row in places]

    def settled(self) -> None:
        """Forget what was touched, since it is grouped now."""
        self._sqlite.execute("DELETE FROM touched")


def touch(connection: Connection, claims: Iterable[int] = (), places: Iterable[str] = ()) -> None:
    """Mark what grouping has to look at again.

    Args:
        connection: In a writing transaction.
        claims: Claims that count now and did not before, or the other way round, or that say
            something else; or that somebody judged.
        places: Names of places that mean another place now.
    """
    sqlite = raw(connection)
    rows = [*((claim, None) for claim in claims), *((None, place) for place in places)]
    sqlite.executemany("INSERT INTO touched (claim_id, place) VALUES (?, ?)", rows)
