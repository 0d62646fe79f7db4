"""Checking a database: SQLite's own checks, and what must hold of the records."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from sqlalchemy import Connection, select

from claimtrack.model.claims import Claim, Passage
from claimtrack.model.fingerprints import fingerprint
from claimtrack.model.judgements import VERDICTS
from claimtrack.model.sources import KINDS, RELATIONS, RELIABILITIES
from claimtrack.store.claims import Claims
from claimtrack.store.documents import DOCUMENT
from claimtrack.store.mapping import text_digest
from claimtrack.store.selecting import CLAIM
from claimtrack.store.statements import batches, numbers, streamed
from claimtrack.store.store import Store


def faults(store: Store) -> Iterator[str]:
    """What is wrong with an open database.

    SQLite's integrity and foreign keys; every claim readable, with a claimant, and with the
    fingerprint of what it says; every quote at its place in its document; every text with its
    SHA-256; merges and replacements that end somewhere; claims, questions and events that agree
    on what belongs where; decisions that decide something.

    Args:
        store: The open database.

    Yields:
        A sentence for each fault. Where SQLite itself finds the file damaged, only that is told.
    """
    connection = store.connection
    damaged = [
        f"SQLite finds the file damaged: {told}."
        for told in connection.exec_driver_sql("PRAGMA integrity_check").scalars()
        if told != "ok"
    ]
    if damaged:
        yield from damaged
        return
    for name, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"Row {row} of the table {name} refers to a {parent} that is not there."
    for statement, sentence in _RULES:
        for row in connection.exec_driver_sql(statement):
            yield sentence.format(*row)
    yield from _claim_faults(connection)
    yield from _document_faults(connection)


def _claim_faults(connection: Connection) -> Iterator[str]:
    claims = Claims(connection)

    @lru_cache(maxsize=8)  # claims of one document mostly follow each other
    def text_of(document: str) -> str | None:
        return _stored_text(connection, document)

    every = select(CLAIM.c.id, CLAIM.c.fingerprint).order_by(CLAIM.c.id)
    for page in batches(streamed(connection, every)):
        digests = {f"c{number}": digest for number, digest in page}
        for read in _readable(claims, [number for number, _ in page]):
            if isinstance(read, str):
                yield read
                continue
            if digests[read.id or ""] != fingerprint(read):
                yield f"Claim {read.id} does not say what it said when it was recorded."
            text = text_of(read.document.id) if read.document and read.document.id else None
            if text is not None:
                yield from _misplaced(read, text)


def _readable(claims: Claims, wanted: list[int]) -> Iterator[Claim | str]:
    """The claims behind some numbers, or a sentence for each that breaks a rule of the record."""
    try:
        yield from [_checked(claim) for claim in claims.numbered(wanted)]
    except (ValueError, KeyError, TypeError):
        for number in wanted:
            try:
                yield from [_checked(claim) for claim in claims.numbered([number])]
            except (ValueError, KeyError, TypeError) as error:
                yield f"Claim c{number} cannot be read: {error}."


def _checked(claim: Claim) -> Claim:
    """The same claim, with every rule of the record held against it, which reading does not do."""
    return replace(
        claim,
        passage=claim.passage and replace(claim.passage),
        restated=tuple(replace(passage) for passage in claim.restated),
    )


def _misplaced(claim: Claim, text: str) -> Iterator[str]:
    passages: list[Passage] = [claim.passage] if claim.passage else []
    for passage in passages + list(claim.restated):
        if passage.start is not None and text[passage.start : passage.end] != passage.quote:
            document = claim.document.id if claim.document else None
            yield f"Claim {claim.id} quotes {document} where that has other words."


def _document_faults(connection: Connection) -> Iterator[str]:
    for number in numbers(connection, select(DOCUMENT.c.id).order_by(DOCUMENT.c.id)):
        text, digest = connection.exec_driver_sql(_TEXT, (number,)).one()
        if (None if text is None else text_digest(text)) != digest:
            yield f"The text of document d{number} is not the one whose SHA-256 was stored."


def _stored_text(connection: Connection, document: str) -> str | None:
    """The text of a document by its short ID."""
    text: str | None = connection.exec_driver_sql(_TEXT, (int(document[1:]),)).one()[0]
    return text


_TEXT = "SELECT text, sha256 FROM document WHERE id = ?"
"""One text at a time, since they may be long; as plain SQL, since there may be many."""


def _endless(table: str, column: str) -> str:
    """The rows that lead back to themselves; UNION drops what was met, so that it ends."""
    return f"""
        WITH RECURSIVE chain (first, next) AS (
            SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL
            UNION
            SELECT first, {column} FROM chain JOIN {table} ON id = next WHERE {column} IS NOT NULL
        )
        SELECT DISTINCT first FROM chain WHERE first = next ORDER BY first
    """


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)


_RULES = (
    (
        """SELECT id FROM claim WHERE id NOT IN
           (SELECT claim_id FROM claim_source WHERE role = 'claimant') ORDER BY id""",
        "Claim c{0} has no claimant.",
    ),
    (_endless("event", "merged_into"), "Event e{0} is merged into itself, by way of others."),
    (_endless("question", "merged_into"), "Question q{0} is merged into itself, by way of others."),
    (_endless("claim", "superseded_by"), "Claim c{0} is replaced by itself, by way of others."),
    (
        _endless("document", "replaced_by"),
        "Document d{0} is replaced by itself, by way of others.",
    ),
    (
        """SELECT claim.id, event.id FROM claim JOIN event ON event.id = claim.event_id
           WHERE event.merged_into IS NOT NULL ORDER BY claim.id""",
        "Claim c{0} is in event e{1}, which was merged into another.",
    ),
    (
        """SELECT claim.id, question.id FROM claim JOIN question ON question.id = claim.question_id
           WHERE question.merged_into IS NOT NULL OR question.event_id IS NOT claim.event_id
           ORDER BY claim.id""",
        "Claim c{0} answers question q{1}, which is not one of its event.",
    ),
    (
        "SELECT id FROM claim WHERE (event_id IS NULL) != (question_id IS NULL) ORDER BY id",
        "Claim c{0} is in an event or a question, but not in both.",
    ),
    (
        f"""SELECT id FROM judgement
            WHERE verdict NOT IN ({_quoted(VERDICTS)}) OR claim_a = claim_b ORDER BY id""",
        "Judgement j{0} does not judge two claims.",
    ),
    (
        """SELECT id FROM finding WHERE trim(because) = ''
           OR (low IS NULL AND high IS NULL AND NOT vague AND trim(coalesce(verdict, '')) = '')
           ORDER BY id""",
        "Finding f{0} has no rationale, or finds nothing.",
    ),
    (
        f"""SELECT slug FROM source WHERE kind NOT IN ({_quoted(KINDS)})
            OR reliability NOT IN ({_quoted(RELIABILITIES)}) ORDER BY id""",
        "Source {0} is of a kind or a grade that there is not.",
    ),
    (
        f"""SELECT id FROM source_link
            WHERE relation NOT IN ({_quoted(RELATIONS)}) OR source_id = target_id ORDER BY id""",
        "Link {0} between sources says nothing.",
    ),
    (
        """
        WITH RECURSIVE step AS (
            SELECT source_id, target_id FROM source_link
            WHERE withdrawn_at IS NULL AND relation IN ('alias', 'speaks-for')
        ), chain (first, next) AS (
            SELECT source_id, target_id FROM step
            UNION
            SELECT first, target_id FROM chain JOIN step ON source_id = next
        )
        SELECT slug FROM chain JOIN source ON source.id = first WHERE first = next ORDER BY slug
        """,
        "Source {0} speaks as itself, by way of others.",
    ),
)
"""Statements that find what must not be, and the sentence to tell of each row."""
