"""The index by which grouping finds the neighbours of a claim, however many claims there are.

It keeps what `claimtrack.matching` says is to be kept, without understanding it: for each claim
the name of its place and its days, for each name the keys under which it is found, for each text
its telling words. It is made from the claims alone, and anew when the rules change.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from claimtrack.model.grouping import Doubt, Judgement, Located, MatchRow, Sought
from claimtrack.store.connection import raw
from claimtrack.store.match_rows import match_rows_of
from claimtrack.store.statements import batches

MOST_IN_ARTICLE = 61
"""Claims of one document that are ever fetched; one with more than sixty is a list of incidents to
`claimtrack.matching.columns`, and no article."""

_AT_A_TIME = 10_000

_NAMED = """
SELECT place_key.key, place_name.name, place_name.text
FROM place_key JOIN place_name ON place_name.id = place_key.name_id
WHERE place_key.key IN (SELECT value FROM json_each(?))
"""
_NEAR = """
SELECT DISTINCT near.name, near.text FROM place_name
JOIN place_near ON place_near.name_id = place_name.id
JOIN place_name AS near ON near.id = place_near.near_id
WHERE place_name.name IN (SELECT value FROM json_each(?))
"""
_ADD_NEAR = """
INSERT OR IGNORE INTO place_near SELECT one.id, other.id FROM json_each(?) AS pair
JOIN place_name AS one ON one.name = json_extract(pair.value, '$[0]')
JOIN place_name AS other ON other.name = json_extract(pair.value, '$[1]')
"""
_ADD_NAME = """
INSERT INTO place_name (name, text, compared) VALUES (?, ?, 0)
ON CONFLICT (name) DO UPDATE SET text = excluded.text WHERE length(excluded.text) > length(text)
"""
_LINKS = """
SELECT event_id, other_id FROM event_link WHERE event_id IN (SELECT value FROM json_each(?1))
UNION ALL
SELECT other_id, event_id FROM event_link WHERE other_id IN (SELECT value FROM json_each(?1))
"""
_UNLINK = """
DELETE FROM event_link WHERE event_id IN (SELECT value FROM json_each(?1))
AND other_id IN (SELECT value FROM json_each(?1))
"""
_UNDOUBT = """
DELETE FROM doubt WHERE claim_a IN (SELECT value FROM json_each(?1))
OR claim_b IN (SELECT value FROM json_each(?1))
"""
_CLAIMS = """
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
SELECT id, coalesce(title, '') || char(10) || text FROM document
WHERE id IN (SELECT value FROM json_each(?)) AND text IS NOT NULL
"""
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
_TO_SETTLE = """
SELECT id, event_id, document_id FROM claim
WHERE event_id IS NULL AND withdrawn_at IS NULL AND status != 'rejected'
UNION SELECT id, event_id, document_id FROM claim
WHERE id IN (SELECT claim_id FROM touched WHERE claim_id IS NOT NULL)
"""
_WAITING = f"SELECT count(*) FROM ({_TO_SETTLE})"
_TO_LOCATE = """
SELECT id, place, event_start, event_end,
coalesce(stated_at, (SELECT published FROM document WHERE document.id = claim.document_id))
FROM claim WHERE id > ? ORDER BY id
"""
_TO_READ = """
SELECT id, coalesce(title, '') || char(10) || text FROM document
WHERE id > ? AND text IS NOT NULL ORDER BY id
"""
_ALL_READ = """
UPDATE match_index SET documents = coalesce((SELECT max(id) FROM document), 0)
"""

_DERIVED = (
    "place_name", "place_key", "place_near", "claim_place", "document_word", "match_index",
)  # fmt: skip


class Neighbourhood:
    """The index of an open database, and what is fetched by it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sqlite = raw(connection)

    def named(self, keys: Collection[int]) -> list[tuple[int, str, str]]:
        """The names that are found under some keys: key, name, and the name as first written."""
        return self._sqlite.execute(_NAMED, (json.dumps(list(keys)),)).fetchall()

    def near(self, names: Collection[str]) -> dict[str, str]:
        """The known names that some names are like, known ones among them, and as written."""
        return dict(self._sqlite.execute(_NEAR, (json.dumps(list(names)),)).fetchall())

    def links(self, events: Collection[int]) -> list[tuple[int, int]]:
        """Some events, each with one that a likely pair of claims joins with it."""
        return self._sqlite.execute(_LINKS, (json.dumps(list(events)),)).fetchall()

    def link(self, links: Iterable[tuple[int, int]], among: Collection[int] | None) -> None:
        """Keep which events likely pairs of claims join.

        Args:
            links: Pairs of events, the smaller number first, each once.
            among: The events between which these are all such pairs; None is all events.
        """
        if among is None:
            self._sqlite.execute("DELETE FROM event_link")
        else:
            self._sqlite.execute(_UNLINK, (json.dumps(list(among)),))
        self._sqlite.executemany("INSERT OR IGNORE INTO event_link VALUES (?, ?)", links)

    def doubt(self, doubts: Iterable[Doubt], weighed: Collection[int] | None) -> None:
        """Keep the doubtful pairs of claims.

        Args:
            doubts: Pairs.
            weighed: The claims whose pairs these all are; None is every claim.
        """
        if weighed is None:
            self._sqlite.execute("DELETE FROM doubt")
        else:
            self._sqlite.execute(_UNDOUBT, (json.dumps(list(weighed)),))
        self._sqlite.executemany("INSERT OR REPLACE INTO doubt VALUES (?, ?, ?)", doubts)

    def claims_at(self, sought: Iterable[Sought]) -> set[int]:
        """The numbers of the claims of some names on some days."""
        rows = self._sqlite.execute(_CLAIMS, (json.dumps(list(sought)),))
        return {row[0] for row in rows}

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
        """What grouping needs to know of some claims; withdrawn and rejected ones are left out."""
        return match_rows_of(self._sqlite, claims)

    def judgements(self, claims: Collection[int]) -> list[Judgement]:
        """The standing judgements on some claims, and on all that was judged the same as those."""
        found = self._sqlite.execute(_JUDGEMENTS, (json.dumps(list(claims)),))
        return list(map(Judgement._make, found))

    def made_by(self) -> str | None:
        """The rules that the index was made by, None when it is empty."""
        row = self._sqlite.execute("SELECT rules FROM match_index").fetchone()
        return None if row is None else row[0]

    def begin(self, rules: str) -> None:
        """Empty the index, to be made anew.

        Args:
            rules: What tells these rules from all others.
        """
        for emptied in _DERIVED:
            self._sqlite.execute(f"DELETE FROM {emptied}")
        self._sqlite.execute("INSERT INTO match_index VALUES (1, ?, 0, 0, 0)", (rules,))

    def new_claims(self) -> Iterator[MatchRow]:
        """The claims that the index does not hold yet, by what it is made from."""
        (last,) = self._sqlite.execute("SELECT claims FROM match_index").fetchone()
        for number, place, start, end, said in self._sqlite.execute(_TO_LOCATE, (last,)):
            yield MatchRow(number, "", None, place, start, end, said, None, None)

    def new_texts(self) -> Iterator[tuple[int, str]]:
        """The title and text of the documents that the index does not hold yet."""
        (last,) = self._sqlite.execute("SELECT documents FROM match_index").fetchone()
        yield from self._sqlite.execute(_TO_READ, (last,))

    def add_claims(self, located: Iterable[tuple[int, Located | None]]) -> None:
        """Take claims into the index.

        Args:
            located: Claims, each with where it is found, or None for one that no place or day
                finds; of new ones all, in the order of their numbers. One that was taken in before
                and says something else now is found where it was as well, which does no harm.
        """
        numbers: dict[str, int] = {}
        texts: dict[str, str] = {}
        keyed: set[tuple[str, frozenset[int]]] = set()
        for batch in batches(located, _AT_A_TIME):
            found = [(claim, where) for claim, where in batch if where is not None]
            fuller = {}
            for _, where in found:
                if len(where.text) > len(texts.get(where.name, "")):
                    texts[where.name] = fuller[where.name] = where.text
            numbers |= self._name_numbers(fuller)
            fresh = {(where.name, where.keys) for _, where in found} - keyed
            keyed |= fresh
            keys = sorted({(key, numbers[name]) for name, own in fresh for key in own})
            rows = sorted(
                (numbers[where.name], where.first, claim, where.last) for claim, where in found
            )
            self._sqlite.executemany("INSERT OR IGNORE INTO place_key VALUES (?, ?)", keys)
            self._sqlite.executemany("INSERT OR REPLACE INTO claim_place VALUES (?, ?, ?, ?)", rows)
            self._sqlite.execute("UPDATE match_index SET claims = max(claims, ?)", (batch[-1][0],))

    def add_texts(self, words: Iterable[tuple[int, Sequence[int]]]) -> None:
        """Take texts into the index: each document with its telling words, in their order."""
        for document, telling in words:
            self._sqlite.executemany(
                "INSERT OR IGNORE INTO document_word VALUES (?, ?)",
                [(word, document) for word in telling],
            )
        self._sqlite.execute(_ALL_READ)

    def names(self, *, compared: bool) -> list[tuple[str, str]]:
        """The names that were compared with all others, or were not: folded, and as written."""
        return self._sqlite.execute(
            "SELECT name, text FROM place_name WHERE compared = ? ORDER BY id", (compared,)
        ).fetchall()

    def add_near(self, alike: Iterable[tuple[str, str]]) -> None:
        """Keep which names are alike, and that every name was compared with all others.

        Args:
            alike: Pairs of names, each both ways; pairs that are known already do no harm.
        """
        for batch in batches(alike, _AT_A_TIME):
            self._sqlite.execute(_ADD_NEAR, (json.dumps(batch),))
        self._sqlite.execute("UPDATE place_name SET compared = 1 WHERE compared = 0")

    def _name_numbers(self, names: Mapping[str, str]) -> Mapping[str, int]:
        self._sqlite.executemany(_ADD_NAME, sorted(names.items()))
        found = self._sqlite.execute(
            "SELECT name, id FROM place_name WHERE name IN (SELECT value FROM json_each(?))",
            (json.dumps(list(names)),),
        )
        return dict(found.fetchall())

    def waiting(self) -> int:
        """How many claims no event holds yet, or were touched since the last grouping."""
        (count,) = self._sqlite.execute(_WAITING).fetchone()
        return int(count)

    def touched(self) -> set[int]:
        """The claims that wait, each with every claim of the same event and of the same article."""
        rows = self._sqlite.execute(_TO_SETTLE).fetchall()
        claims, events, documents = ({row[n] for row in rows} - {None} for n in range(3))
        return claims | self.claims_of_events(events) | self.claims_of_documents(documents)

    def edited(self) -> list[MatchRow]:
        """Claims that were known before and say something else now, or somebody judged."""
        touched = self._sqlite.execute("SELECT claim_id FROM touched WHERE claim_id IS NOT NULL")
        claims = [row[0] for row in touched]
        return self.rows(claims) if claims else []

    def renamed(self) -> list[str]:
        """Names of places that mean another place since the last grouping."""
        places = self._sqlite.execute("SELECT place FROM touched WHERE place IS NOT NULL")
        return [row[0] for row in places]

    def grouped(self) -> bool:
        """Whether all that is grouped was grouped by the rules of this index."""
        row = self._sqlite.execute("SELECT grouped FROM match_index").fetchone()
        return row is not None and bool(row[0])

    def settled(self) -> None:
        """Forget what was touched, since it is grouped now, by the rules of this index."""
        self._sqlite.execute("DELETE FROM touched")
        self._sqlite.execute("UPDATE match_index SET grouped = 1 WHERE NOT grouped")

    def last_claim(self) -> int:
        """The number of the claim recorded last, about as many as there are."""
        row = self._sqlite.execute("SELECT max(id) FROM claim").fetchone()
        return row[0] or 0


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
