"""Other names of places: told one by one, from a file, or by GeoNames; and taken back."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, TextIO

from claimtrack.errors import InputError, Problem, UsageError
from claimtrack.model.aliases import PlaceAlias
from claimtrack.model.claims import Withdrawal
from claimtrack.model.dates import now
from claimtrack.model.journal import JournalEntry
from claimtrack.store import open_store
from claimtrack.store.store import Store
from claimtrack.workflows.files import open_text
from claimtrack.workflows.group import group_within, make_index

_FIELDS = ("name", "place", "note")


@dataclass(frozen=True, slots=True)
class Named:
    """What telling names did: how many were told, how many known before, how many claims moved."""

    told: int
    known: int
    moved: int


@dataclass(frozen=True, slots=True)
class _Told:
    where: str
    name: str
    place: str
    note: str | None


def alias_place(location: str, name: str, place: str, *, by: str, note: str | None) -> int:
    """Record that a place goes by another name, and group anew.

    Args:
        location: The database.
        name: The other name.
        place: The name of the place that is meant.
        by: Who says so.
        note: Their remark.

    Returns:
        How many claims changed their event or question.

    Raises:
        UsageError: A name is blank, or both are one already.
    """
    with open_store(location, write=True) as store:
        try:
            _record(store, name, place, by=by, note=note, more={})
        except ValueError as error:
            raise UsageError(
                f"It was not recorded: {error}.", "Name two different things."
            ) from None
        return group_within(store).moved


def alias_places_from(location: str, path: str, *, by: str) -> Named:
    """Record the other names that a file tells, all of them or none.

    Args:
        location: The database.
        path: A CSV file with the columns ``name``, ``place`` and, if wanted, ``note``; or a JSON
            Lines file with these fields; or ``-`` for CSV on standard input.
        by: Who says so.

    Returns:
        What was recorded; names that are known with the same place are passed over.

    Raises:
        InputError: The file cannot be read or some rows are bad; all bad rows are listed.
    """
    problems: list[Problem] = []
    with open_text(path) as stream:
        read = _json_rows if PurePath(path).suffix in (".jsonl", ".ndjson") else _csv_rows
        told = list(read(stream, problems))
    with open_store(location, write=True) as store:
        outcome = _record_all(store, told, problems, by=by)
        if problems:
            raise InputError(
                f"{path} has bad rows ({len(problems):,}); nothing of it was stored.",
                "Correct the rows listed and try again.",
                tuple(problems),
            )
        if not told:
            raise InputError(f"{path} tells no names.", "Check that it is the right file.")
        return outcome


def alias_places_by_gazetteer(location: str, *, by: str) -> Named:
    """Record what GeoNames knows of the names in the database: which are of one town.

    Args:
        location: The database.
        by: Who has it done.

    Returns:
        What was recorded.

    Raises:
        UsageError: The optional package with the data is not installed.
    """
    from claimtrack.workflows.gazetteer import same_towns

    with open_store(location, write=True) as store:
        make_index(store)
        index = store.match_index
        names = [text for compared in (True, False) for _, text in index.names(compared=compared)]
        known = {_folded(name) for name in store.places.aliases()}
        told = [
            _Told(name, name, place, "GeoNames")
            for name, place in same_towns(names)
            if _folded(name) not in known
        ]
        return _record_all(store, told, [], by=by)


def withdraw_alias(location: str, name: str, *, because: str, by: str) -> int:
    """Take back that a place goes by another name; it stays on record, with the reason.

    Args:
        location: The database.
        name: The other name.
        because: The reason.
        by: Who takes it back.

    Returns:
        How many claims changed their event or question.

    Raises:
        UsageError: There is no such name, or the reason is blank.
    """
    if not because.strip():
        raise UsageError("A withdrawal needs its reason.", 'Give it with --withdraw "…".')
    moment = now()
    with open_store(location, write=True) as store:
        for alias in store.places.find():
            if _folded(alias.name) == _folded(name):
                break
        else:
            raise UsageError(
                f"{name} is no other name of a place.", "`claimtrack log` tells which names are."
            )
        number = alias.number or 0
        store.places.withdraw(number, Withdrawal(moment, because.strip()))
        after = {"name": alias.name, "place": alias.place, "number": number}
        store.journal.add(
            JournalEntry("unalias", by, moment, f"place {alias.name}", after=after, note=because)
        )
        return group_within(store).moved


def _record_all(store: Store, told: Sequence[_Told], problems: list[Problem], *, by: str) -> Named:
    standing = {_folded(name): _folded(place) for name, place in store.places.aliases().items()}
    first, recorded, known = store.journal.last() + 1, 0, 0
    for one in told:
        if standing.get(_folded(one.name)) == _folded(one.place):
            known += 1
            continue
        try:
            _record(store, one.name, one.place, by=by, note=one.note, more={"batch": first})
        except ValueError as error:
            problems.append(Problem(one.where, "name", str(error)))
        except UsageError as error:
            problems.append(Problem(one.where, "name", error.message.rstrip(".")))
        standing[_folded(one.name)] = _folded(one.place)
        recorded += 1
    moved = 0 if problems or not recorded else group_within(store).moved
    return Named(recorded, known, moved)


def _record(
    store: Store, name: str, place: str, *, by: str, note: str | None, more: dict[str, Any]
) -> None:
    moment = now()
    number = store.places.add_alias(PlaceAlias(name, place, by=by, at=moment, note=note))
    after = {"name": name, "place": place, "number": number, **more}
    store.journal.add(JournalEntry("alias", by, moment, f"place {name}", after=after, note=note))


def _csv_rows(stream: TextIO, problems: list[Problem]) -> Iterator[_Told]:
    rows = csv.DictReader(stream)
    if lacking := [name for name in _FIELDS[:2] if name not in (rows.fieldnames or ())]:
        problems.append(Problem("line 1", lacking[0], "there is no column of that name"))
        return
    yield from _checked(((f"line {rows.line_num}", row) for row in rows), problems)


def _json_rows(stream: TextIO, problems: list[Problem]) -> Iterator[_Told]:
    def records() -> Iterator[tuple[str, Any]]:
        for number, line in enumerate(stream, 1):
            if line.strip():
                try:
                    yield f"line {number}", json.loads(line)
                except ValueError as error:
                    problems.append(Problem(f"line {number}", "", f"it is no JSON: {error}"))

    yield from _checked(records(), problems)


def _checked(rows: Iterable[tuple[str, Any]], problems: list[Problem]) -> Iterator[_Told]:
    for where, row in rows:
        if not isinstance(row, dict):
            problems.append(Problem(where, "", "it is no record with a name and a place"))
            continue
        values = {field: row.get(field) for field in _FIELDS}
        wrong = [
            field
            for field, value in values.items()
            if (value is not None and not isinstance(value, str))
            or (field != "note" and not (value or "").strip())
        ]
        problems += (
            Problem(where, field, "it must be a text that is not blank") for field in wrong
        )
        if not wrong:
            yield _Told(where, str(row["name"]), str(row["place"]), row.get("note") or None)


def _folded(name: str) -> str:
    return name.strip().casefold()
