"""The journal: every human action, only ever added to."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from claimtrack.errors import UsageError
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
        subject: str | None = None,
        after: int = 0,
    ) -> Iterator[JournalEntry]:
        """Entries, the newest first.

        Args:
            limit: At most so many.
            by: Only those of this person.
            action: Only those with this verb.
            since: Only those at or after this moment, ISO 8601 in UTC like the entries' own.
            until: Only those at or before it; a bare day includes all of that day.
            subject: Only those done to this.
            after: Only those added after the entry of this number.

        Returns:
            Each entry with its number, read as they are asked for.
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
        if subject is not None:
            statement = statement.where(JOURNAL.c.subject == subject)
        if after:
            statement = statement.where(JOURNAL.c.id > after)
        return map(_entry, self._connection.execute(statement))

    def get(self, number: int) -> JournalEntry:
        """One entry.

        Args:
            number: Its place in the journal.

        Raises:
            UsageError: There is none of that number.
        """
        row = self._connection.execute(select(JOURNAL).where(JOURNAL.c.id == number)).first()
        if row is None:
            raise UsageError(
                f"There is no entry {number} in the journal.", "`claimtrack log` lists them."
            )
        return _entry(row)

    def undone(self) -> dict[int, int]:
        """The entries that were taken back: number → number of the entry that tells so."""
        return {
            number: entry.number or 0
            for entry in self.entries(action="undo")
            for number in (entry.after or {}).get("entries", ())
        }

    def standing(self, actions: Collection[str], subject: str | None = None) -> list[JournalEntry]:
        """Entries that were not taken back.

        Args:
            actions: Only those with one of these verbs.
            subject: Only those done to this.

        Returns:
            The newest first.
        """
        undone = self.undone()
        found = [
            entry
            for action in actions
            for entry in self.entries(action=action, subject=subject)
            if entry.number not in undone
        ]
        return sorted(found, key=lambda entry: -(entry.number or 0))

    def last(self) -> int:
        """The number of the newest entry, 0 when there is none."""
        return next_number(self._connection, JOURNAL) - 1


def _entry(row: Sequence[Any]) -> JournalEntry:
    number, verb, who, at, subject, before, after, note = row
    return JournalEntry(verb, who, at, subject, _mapping(before), _mapping(after), note, number)


def _text(content: Mapping[str, Any] | None) -> str | None:
    return None if content is None else json.dumps(dict(content), ensure_ascii=False)


def _mapping(text: str | None) -> Mapping[str, Any] | None:
    if text is None:
        return None
    content: dict[str, Any] = json.loads(text)
    return content
