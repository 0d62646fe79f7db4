"""The journal: numbered, newest first, kept to the letter."""

from dataclasses import replace
from typing import Any

from claimtrack.model.journal import JournalEntry
from claimtrack.store import open_store

ENTRY = JournalEntry(
    "withdraw", "ada", "2024-02-01T10:00:00Z", "c1", {"status": "accepted"}, {"é": [1, None]}, "why"
)


def test_an_entry_comes_back_with_its_number(case: str) -> None:
    with open_store(case, write=True) as store:
        assert store.journal.add(ENTRY) == 1
        assert list(store.journal.entries()) == [replace(ENTRY, number=1)]


def test_entries_come_newest_first_and_can_be_narrowed(case: str) -> None:
    with open_store(case, write=True) as store:
        store.journal.add(ENTRY)
        store.journal.add(replace(ENTRY, action="add", at="2024-02-02T09:00:00Z"))
        store.journal.add(replace(ENTRY, by="ben", at="2024-02-03T09:00:00Z", before=None))

        def numbers(limit: int | None = None, **asked: Any) -> list[int | None]:
            return [entry.number for entry in store.journal.entries(limit, **asked)]

        assert numbers() == [3, 2, 1]
        assert numbers(2) == [3, 2]
        assert numbers(by="ada") == [2, 1]
        assert numbers(action="add") == [2]
        assert numbers(since="2024-02-02") == [3, 2]
        assert numbers(until="2024-02-02") == [2, 1]
        assert numbers(subject="c1", after=1) == [3, 2]
        assert numbers(subject="c2") == []


def test_what_an_undo_names_no_longer_stands(case: str) -> None:
    with open_store(case, write=True) as store:
        for action in ("accept", "reject", "accept"):
            store.journal.add(replace(ENTRY, action=action))
        store.journal.add(replace(ENTRY, action="undo", after={"entries": [3]}))
        assert store.journal.undone() == {3: 4}
        standing = store.journal.standing(("accept", "reject"))
        assert [entry.number for entry in standing] == [2, 1]
        assert store.journal.last() == 4
