"""Bulk work in few calls: rows in by the thousand, numbers out, keys looked up in batches."""

import json
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Select, Table, bindparam, func, insert, select
from sqlalchemy.dialects.sqlite import dialect
from sqlmodel import SQLModel

from claimtrack.store.connection import raw

T = TypeVar("T")

PAGE = 500
"""How many rows are read at a time: enough to hide the cost of a call, little enough to hold."""


THESE = select(func.json_each(bindparam("keys")).table_valued("value").c.value)
"""Keys handed over as one JSON list, so that the statement's text is the same for any number."""


def table(row: type[SQLModel]) -> Table:
    """The Core table behind a table class."""
    found = SQLModel.metadata.tables[str(row.__tablename__)]
    assert isinstance(found, Table)
    return found


def batches(items: Iterable[T], size: int = PAGE) -> Iterator[list[T]]:
    """The items in lists of at most ``size``, in their order."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def insert_rows(connection: Connection, into: Table, rows: list[tuple[Any, ...]]) -> None:
    """Insert many rows in one call, as fast as the driver can.

    Args:
        connection: In a writing transaction.
        into: The table.
        rows: A value for every column, in the table's order, in SQLite's own types. Dictionaries
            through ``connection.execute`` take three times as long (measured on claims).
    """
    if rows:
        connection.exec_driver_sql(_insertion(into.name), rows)


def numbers(connection: Connection, statement: Select[int]) -> Sequence[int]:
    """All numbers that a statement selects, in eight bytes each."""
    return array("q", connection.execute(statement).scalars().all())


def streamed(connection: Connection, statement: Select[Any]) -> Iterable[Any]:
    """The rows of a statement, never more than a page of them in memory."""
    return connection.execute(statement, execution_options={"yield_per": PAGE})


def next_number(connection: Connection, of: Table) -> int:
    """The number that the next row of a table gets; numbers are never used twice.

    Within a writing transaction nobody else can take it.
    """
    last = connection.exec_driver_sql(
        "SELECT seq FROM sqlite_sequence WHERE name = ?", (of.name,)
    ).scalar()
    return 1 + (last or 0)


def successors(connection: Connection, column: Column[Any], number: int) -> list[int]:
    """A row and all that replace it, one after the other.

    Args:
        connection: An open connection.
        column: The one that names the next row of its own table, or None at the end.
        number: The row to start from.

    Returns:
        Numbers, that one first; empty when there is no such row.
    """
    found: list[int] = []
    following: int | None = number
    while following is not None and following not in found:  # only a damaged file has a circle
        row = connection.execute(select(column).where(column.table.c.id == following)).first()
        if row is None:
            break
        found.append(following)
        following = row[0]
    return found


def looked_up(
    connection: Connection, statement: Select[Any], column: Any, keys: Collection[Any]
) -> Iterator[Any]:
    """The rows of a statement whose column holds one of the keys, however many keys there are.

    Args:
        connection: An open connection.
        statement: What to select of each row.
        column: The column to look in, an indexed one.
        keys: The numbers or texts to look for.

    Yields:
        Each row.
    """
    chosen = statement.where(column.in_(THESE))
    yield from connection.execute(chosen, {"keys": json.dumps(list(keys))})


def prepared(statement: Select[Any]) -> str:
    """The text of a statement on `THESE` keys, for `fetched`."""
    return str(statement.compile(dialect=dialect(paramstyle="qmark")))


def fetched(connection: Connection, text: str, keys: Iterable[Any]) -> Sequence[Any]:
    """Every row of a `prepared` statement as a plain tuple, in SQLite's own types.

    It goes to the driver itself: SQLAlchemy converts values and makes rows that can also be asked
    by name, which takes as long again (measured on claims).

    Args:
        connection: An open connection.
        text: From `prepared`.
        keys: The numbers or texts that `THESE` stands for.
    """
    return raw(connection).execute(text, (json.dumps(list(keys)),)).fetchall()


@cache
def _insertion(name: str) -> str:
    return str(insert(SQLModel.metadata.tables[name]).compile(dialect=dialect(paramstyle="qmark")))
