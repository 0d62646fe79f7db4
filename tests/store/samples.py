"""Claims and databases for the tests, made by hand."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from typing import Any

from claimtrack.model.claims import Claim
from claimtrack.model.grouping import Grouping
from claimtrack.model.quantities import Quantity
from claimtrack.store import open_store

NOW = "2024-02-01T12:00:00Z"


def killed(count: int = 2, **fields: Any) -> Claim:
    given: dict[str, Any] = {"claimants": ("the ministry",), "quantity": Quantity(count, count)}
    return Claim(kind="killed", **(given | fields))


def stored(case: str, *claims: Claim) -> list[str]:
    with open_store(case, write=True) as store:
        return store.claims.add(claims, recorded_at=NOW)


def group(case: str, *events: Iterable[int]) -> None:
    """Put claims in events, each with one question of its own number."""
    members = {claim: event for event, claims in enumerate(events, 1) for claim in claims}
    with open_store(case, write=True) as store:
        store.claims.assign(
            Grouping(
                assigned={claim: (event, event) for claim, event in members.items()},
                events=sorted(set(members.values())),
                questions={event: (event, "killed", None) for event in members.values()},
            )
        )


def fail_after_writing(case: str, error: type[BaseException]) -> None:
    """Change whatever there is to change in a block that then fails."""
    with open_store(case, write=True) as store:
        for claim in store.claims.find():
            store.claims.set_status(claim.id or "", "rejected")
        store.claims.add([killed()], recorded_at=NOW)
        raise error


def tamper(case: str, statement: str) -> None:
    """Change a database behind the program's back."""
    with closing(sqlite3.connect(case)) as connection:
        connection.execute(statement)
        connection.commit()
