"""Filling the index by which grouping finds the neighbours of a claim.

It keeps what `claimtrack.matching` says is to be kept, without understanding it: for each claim
what was read in it, the name of its place and its days, for each name the keys under which it is
found, for each text its telling words. It is made from the claims alone, and anew when the rules
change. What is fetched by it is in `claimtrack.store.neighbourhood`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import starmap
from typing import NamedTuple

from sqlalchemy import Connection

from claimtrack.model.grouping import Located, MatchRow
from claimtrack.store.connection import raw
from claimtrack.store.statements import batches

_AT_A_TIME = 10_000

_STATE = """
SELECT rules, grouped, coalesce(claims, 0), coalesce(documents, 0),
coalesce((SELECT max(alias_id) FROM alias_key), 0),
coalesce((SELECT max(id) FROM claim), 0), coalesce((SELECT max(id) FROM document), 0),
coalesce((SELECT max(id) FROM place_alias), 0)
FROM (SELECT 1) LEFT JOIN match_index
"""
_UNREAD = """
SELECT id, kind, scope, place, event_start, event_end,
coalesce(stated_at, (SELECT published FROM document WHERE document.id = claim.document_id)),
quote, document_id
FROM claim
"""
_EDITED = f"{_UNREAD} WHERE id IN (SELECT claim_id FROM touched) ORDER BY id"
_NEW = f"{_UNREAD} WHERE id > (SELECT claims FROM match_index) ORDER BY id"
_FULLER = """
UPDATE place_name SET fuller = ?1 WHERE name = ?2 AND coalesce(length(fuller), 0) < length(?1)
"""
_ADD_NEAR = """
INSERT OR IGNORE INTO place_near SELECT one.id, other.id FROM json_each(?) AS pair
JOIN place_name AS one ON one.name = json_extract(pair.value, '$[0]')
JOIN place_name AS other ON other.name = json_extract(pair.value, '$[1]')
"""
_TO_READ = """
SELECT id, coalesce(title, '') || char(10) || text FROM document
WHERE id > (SELECT documents FROM match_index) AND text IS NOT NULL ORDER BY id
"""
_ALL_READ = """
UPDATE match_index SET documents = coalesce((SELECT max(id) FROM document), 0)
"""

_NEW_ALIASES = """
SELECT id, name, place FROM place_alias
WHERE id > coalesce((SELECT max(alias_id) FROM alias_key), 0) ORDER BY id
"""

_DERIVED = (
    "place_name", "place_key", "place_near", "alias_key", "claim_place", "claim_reading",
    "document_word", "match_index",
)  # fmt: skip


class IndexState(NamedTuple):
    """How far the index reaches.

    Attributes:
        rules: The rules that it was made by, None when it is empty.
        grouped: Whether all that is grouped was grouped by these rules; None when it is empty.
        claims: The last claim that it holds.
        documents: The last document that it holds.
        aliases: The last alias that it holds.
        last_claim: The claim recorded last; there are about as many.
        last_document: The document recorded last.
        last_alias: The alias recorded last.
    """

    rules: str | None
    grouped: bool | None
    claims: int
    documents: int
    aliases: int
    last_claim: int
    last_document: int
    last_alias: int


class MatchIndex:
    """The index of an open database, as it is filled."""

    def __init__(self, connection: Connection) -> None:
        self._sqlite = raw(connection)

    def state(self) -> IndexState:
        """How far the index reaches."""
        return IndexState._make(self._sqlite.execute(_STATE).fetchone())

    def begin(self, rules: str) -> None:
        """Empty the index, to be made anew.

        Args:
            rules: What tells these rules from all others.
        """
        for emptied in _DERIVED:
            self._sqlite.execute(f"DELETE FROM {emptied}")
        self._sqlite.execute("INSERT INTO match_index VALUES (1, ?, 0, 0, 0)", (rules,))

    def new_claims(self) -> Iterator[MatchRow]:
        """The claims that the index does not hold yet, none of them read."""
        return starmap(MatchRow, self._sqlite.execute(_NEW))

    def edited(self) -> list[MatchRow]:
        """Claims that were known before and say something else now, or somebody judged."""
        return list(starmap(MatchRow, self._sqlite.execute(_EDITED)))

    def new_texts(self) -> Iterator[tuple[int, str]]:
        """The title and text of the documents that the index does not hold yet."""
        yield from self._sqlite.execute(_TO_READ)

    def add_claims(self, read: Iterable[tuple[int, bytes, Located | None]]) -> None:
        """Take claims into the index.

        Args:
            read: Claims, each with what was read in it and where it is found, or None for one that
                no place or day finds; of new ones all, in the order of their numbers. One that was
                taken in before and says something else now is found where it was as well, which
                does no harm.
        """
        numbers: dict[str, int] = {}
        fuller = set[tuple[str, str]]()
        keyed: set[tuple[str, frozenset[int]]] = set()
        for batch in batches(read, _AT_A_TIME):
            self._sqlite.executemany(
                "INSERT OR REPLACE INTO claim_reading VALUES (?, ?)",
                [(claim, reading) for claim, reading, _ in batch],
            )
            found = [(claim, where) for claim, _, where in batch if where is not None]
            unknown = {where.name: where.text for _, where in found if where.name not in numbers}
            numbers |= self._name_numbers(unknown)
            told = {(where.text, where.name) for _, where in found if where.fuller} - fuller
            fuller |= told
            self._sqlite.executemany(_FULLER, sorted(told))
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

    def new_aliases(self) -> list[tuple[int, str, str]]:
        """The aliases that the index does not hold yet, taken back or not: number and names."""
        return self._sqlite.execute(_NEW_ALIASES).fetchall()

    def add_aliases(self, keyed: Iterable[tuple[int, int]]) -> None:
        """Take aliases into the index: keys, each with the alias that is found under it."""
        self._sqlite.executemany("INSERT OR IGNORE INTO alias_key VALUES (?, ?)", keyed)

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
        self._sqlite.executemany(
            "INSERT OR IGNORE INTO place_name (name, text, compared) VALUES (?, ?, 0)",
            sorted(names.items()),
        )
        found = self._sqlite.execute(
            "SELECT name, id FROM place_name WHERE name IN (SELECT value FROM json_each(?))",
            (json.dumps(list(names)),),
        )
        return dict(found.fetchall())

    def grouped(self) -> None:
        """Note that all that is grouped was grouped by the rules of this index."""
        self._sqlite.execute("UPDATE match_index SET grouped = 1")
