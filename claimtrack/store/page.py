"""Claims as they lie in the database, not yet put together."""

import marshal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from claimtrack.model.claims import Claim
from claimtrack.store.mapping import claim_of, document_of
from claimtrack.store.tables import CLAIMANT

_NamesOf = dict[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of some claims.

    Rows are sent to another process in a fraction of the time that claims take, and claims are made
    of them there (measured). Gone through, it gives its events, each with its claims.

    Attributes:
        rows: Of the claim table, all columns.
        names: Claim's number, role and name, in the order recorded.
        documents: The columns that describe the documents of these claims.
    """

    rows: Sequence[Sequence[Any]]
    names: Sequence[tuple[int, str, str]]
    documents: Sequence[Sequence[Any]]

    def __reduce__(self) -> tuple[Any, ...]:
        """As marshal sends it, in half the time: rows hold SQLite's own types alone (measured)."""
        rows: Any = self.rows, self.names, self.documents
        return _sent, (marshal.dumps(rows),)

    def claims(self) -> Iterator[Claim]:
        """The claims, in the order of the rows, each made when it is asked for."""
        said: _NamesOf = {}
        relayed: _NamesOf = {}
        for claim, role, name in self.names:
            names = said if role == CLAIMANT else relayed
            names[claim] = (*names[claim], name) if claim in names else (name,)
        documents = {row[0]: document_of(row) for row in self.documents}
        for row in self.rows:
            yield claim_of(row, (said.get(row[0], ()), relayed.get(row[0], ())), documents)

    def __iter__(self) -> Iterator[tuple[str, list[Claim]]]:
        for event, members in groupby(self.claims(), key=attrgetter("event")):
            yield event, list(members)


def _sent(rows: bytes) -> Page:
    return Page(*marshal.loads(rows))
