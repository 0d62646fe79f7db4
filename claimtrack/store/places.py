"""Other names of places, as people have told them."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from claimtrack.errors import UsageError
from claimtrack.model.aliases import PlaceAlias
from claimtrack.model.claims import Withdrawal
from claimtrack.store.connection import raw
from claimtrack.store.decision_tables import PlaceAliasRow
from claimtrack.store.decisions import set_withdrawal
from claimtrack.store.mapping import withdrawal_of
from claimtrack.store.neighbourhood import touch
from claimtrack.store.selecting import CLAIM
from claimtrack.store.statements import insert_rows, next_number, table

PLACE_ALIAS = table(PlaceAliasRow)


class Places:
    """The names of places in an open database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_alias(self, alias: PlaceAlias) -> int:
        """Store that a place goes by another name as well.

        Args:
            alias: Both names, and who says so; its own ``number`` and ``withdrawn`` are not
                looked at.

        Returns:
            Its number.

        Raises:
            UsageError: The name has a place already, or the two would be names of each other.
        """
        self._require_free(alias)
        number = next_number(self._connection, PLACE_ALIAS)
        row = (number, alias.name, alias.place, alias.by, alias.at, alias.note, None, None)
        insert_rows(self._connection, PLACE_ALIAS, [row])
        touch(self._connection, places=[alias.name])
        return number

    def names(self) -> list[str]:
        """The name of every place that claims speak of, those of the most claims first."""
        place = CLAIM.c.place
        named = select(place).where(place.is_not(None)).group_by(place)
        rows = self._connection.execute(named.order_by(func.count().desc(), place))
        return [name for name in rows.scalars() if name is not None]

    def aliases(self) -> dict[str, str]:
        """Name → the place that it is another name of, both verbatim; an alias of an alias too."""
        told = raw(self._connection).execute(
            "SELECT name, place FROM place_alias WHERE withdrawn_at IS NULL ORDER BY id"
        )
        return dict(told.fetchall())

    def find(self, *, withdrawn: bool = False) -> Iterator[PlaceAlias]:
        """The other names of places, in the order in which they were told.

        Args:
            withdrawn: Also those that were taken back.

        Yields:
            Each with its number.
        """
        statement = select(PLACE_ALIAS).order_by(PLACE_ALIAS.c.id)
        if not withdrawn:
            statement = statement.where(PLACE_ALIAS.c.withdrawn_at.is_(None))
        return map(_alias, self._connection.execute(statement))

    def withdraw(self, number: int, withdrawal: Withdrawal | None) -> None:
        """Take an alias back, with time and reason; it stays, and can be seen on request.

        Args:
            number: The alias's number.
            withdrawal: When and why; None undoes a withdrawal.

        Raises:
            UsageError: There is no such alias; or it cannot hold again, since the name has
                another place by now.
        """
        row = self._connection.execute(
            select(PLACE_ALIAS).where(PLACE_ALIAS.c.id == number)
        ).first()
        if row is None:
            raise UsageError(
                f"There is no other name of a place of number {number}.",
                "`claimtrack log` names them.",
            )
        if withdrawal is None:
            self._require_free(_alias(row))
        set_withdrawal(self._connection, PLACE_ALIAS, number, withdrawal)
        touch(self._connection, places=[_alias(row).name])

    def _require_free(self, new: PlaceAlias) -> None:
        """Refuse what would leave it open which place a name means."""
        meant = {_folded(alias.name): alias for alias in self.find() if alias.number != new.number}
        if (known := meant.get(_folded(new.name))) is not None:
            raise UsageError(
                f"{new.name} is another name of {known.place} already.",
                "Take that back first, or say that the two places are one.",
            )
        place: str | None = new.place
        while place is not None and (step := meant.get(_folded(place))) is not None:
            place = step.place
            if _folded(place) == _folded(new.name):
                raise UsageError(
                    f"{new.place} is another name of {new.name} already.",
                    "Nothing needs to be said.",
                )


def _alias(row: Sequence[Any]) -> PlaceAlias:
    number, name, place, by, at, note, gone_at, because = row
    return PlaceAlias(name, place, by, at, note, number, withdrawal_of(gone_at, because))


def _folded(name: str) -> str:
    return name.strip().casefold()
