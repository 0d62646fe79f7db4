"""The journal: every human action, only ever added to."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from claimtrack.model.journal import JournalEntry
from claimtrack.store.decision_tables import JournalRow
from claimtrack.store.statements import insert_rows, next_number, table

JOURNAL = table(JournalRow)


class Journal:
    """The journal of an open database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entry: JournalEntry) -> int:
        """Add an entry.

        Args:
            entry: What was done; its own ``number`` is not looked at.

        Returns:
            Its place in the journal, from 1.
        """
        number = next_number(self._connection, JOURNAL)
        row = (
            number,
            entry.action,
            entry.by,
            entry.at,
            entry.subject,
            _text(entry.before),
            _text(entry.after),
            entry.note,
        )
        insert_rows(self._connection, JOURNAL, [row])
        return number

    def entries(
        self,
        limit: int | None = None,
        *,
        by: str | None = None,
        action: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[JournalEntry]:
        """Entries, the newest first.

        Args:
            limit: At most so many.
            by: Only those of this person.
            action: Only those with this verb.
            since: Only those at or after this moment, ISO 8601 in UTC like the entries' own.
            until: Only those at or before it; a bare day includes all of that day.

        Yields:
            Each entry with its number.
        """
        statement = select(JOURNAL).order_by(JOURNAL.c.id.desc()).limit(limit)
        if by is not None:
            statement = statement.where(JOURNAL.c.by == by)
        if action is not None:
            statement = statement.where(JOURNAL.c.action == action)
        if since is not None:
            statement = statement.where(JOURNAL.c.at >= since)
        if until is not None:
            # longer texts sort after their beginnings, and every character of a time before "~"
            statement = statement.where(JOURNAL.c.at <= until + "~")
        for number, verb, who, at, subject, before, after, note in self._connection.execute(
            statement
        ):
            yield JournalEntry(
                verb, who, at, subject, _mapping(before), _mapping(after), note, number
            )


def _text(content: Mapping[str, Any] | None) -> str | None:
    return None if content is None else json.dumps(dict(content), ensure_ascii=False)


def _mapping(text: str | None) -> Mapping[str, Any] | None:
    if text is None:
        return None
    content: dict[str, Any] = json.loads(text)
    return content
