"""Storing a grouping: numbers for events and questions, merges, and the place of each claim."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table

from claimtrack.model.grouping import Grouping
from claimtrack.store.connection import raw
from claimtrack.store.selecting import EVENT, QUESTION
from claimtrack.store.statements import batches

_AT_A_TIME = 10_000
"""Rows handed to the driver in one call; it keeps a grouping of a million in bounds."""

_EVENT_IN_USE = """
INSERT INTO event (id) VALUES (?)
ON CONFLICT (id) DO UPDATE SET merged_into = NULL WHERE merged_into IS NOT NULL
"""
_QUESTION_IN_USE = """
INSERT INTO question (id, event_id, kind, scope) VALUES (?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE
SET event_id = excluded.event_id, kind = excluded.kind, scope = excluded.scope, merged_into = NULL
WHERE event_id != excluded.event_id OR kind != excluded.kind OR scope IS NOT excluded.scope
OR merged_into IS NOT NULL
"""
_PLACES = """
UPDATE claim SET event_id = placed.event, question_id = placed.question
FROM (
SELECT json_extract(value, '$[0]') AS claim, json_extract(value, '$[1]') AS event,
json_extract(value, '$[2]') AS question FROM json_each(?)
) AS placed
WHERE claim.id = placed.claim
AND (claim.event_id IS NOT placed.event OR claim.question_id IS NOT placed.question)
"""
"""One statement for many claims takes half as long as one for each (measured on a million)."""


def assign(connection: Connection, grouping: Grouping) -> int:
    """Store a grouping; see `claimtrack.store.claims.Claims.assign`.

    Upserts and a guarded update rather than a comparison in Python, since most of a grouping is
    as it was before, and SQLite leaves an equal row alone.
    """
    for events in batches(grouping.events, _AT_A_TIME):
        _run(connection, _EVENT_IN_USE, [(event,) for event in events])
    for questions in batches(grouping.questions.items(), _AT_A_TIME):
        _run(connection, _QUESTION_IN_USE, [(number, *asked) for number, asked in questions])
    changed = 0
    moved = grouping.assigned if grouping.moved is None else grouping.moved
    for claims in batches(moved, _AT_A_TIME):
        placed = json.dumps([(claim, *grouping.assigned[claim]) for claim in claims])
        changed += raw(connection).execute(_PLACES, (placed,)).rowcount
    _merge(connection, EVENT, "event_id", grouping.merged_events)
    _merge(connection, QUESTION, "question_id", grouping.merged_questions)
    return changed


def _merge(connection: Connection, of: Table, column: str, merged: Mapping[int, int]) -> None:
    """Make the younger an alias of the older, and take along what still points at it.

    Withdrawn and rejected claims are not grouped, but stay with the event they were in.
    """
    pairs = [(_last(merged, older), younger) for younger, older in merged.items()]
    _run(connection, f"UPDATE {of.name} SET merged_into = ?1 WHERE id = ?2", pairs)
    _run(connection, f"UPDATE claim SET {column} = ?1 WHERE {column} = ?2", pairs)
    if of is EVENT:
        _run(connection, "UPDATE question SET event_id = ?1 WHERE event_id = ?2", pairs)


def _last(merged: Mapping[int, int], number: int) -> int:
    """Where merges of merges end."""
    while number in merged:
        number = merged[number]
    return number


def _run(connection: Connection, statement: str, rows: list[Any]) -> int:
    if not rows:
        return 0
    return raw(connection).executemany(statement, rows).rowcount
