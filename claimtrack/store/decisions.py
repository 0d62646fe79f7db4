"""What all decisions have in common: they can be taken back, and had their time."""

from typing import Any

from sqlalchemy import Connection, Table, update

from claimtrack.model.claims import Withdrawal
from claimtrack.model.dates import instant


def set_withdrawal(
    connection: Connection, of: Table, number: int, withdrawal: Withdrawal | None
) -> bool:
    """Take a decision back, with time and reason; the row stays.

    Args:
        connection: In a writing transaction.
        of: The table of the decision.
        number: Which one.
        withdrawal: When and why; None undoes a withdrawal.

    Returns:
        Whether there is a decision of that number.
    """
    values: dict[str, Any] = {
        "withdrawn_at": None if withdrawal is None else withdrawal.at,
        "withdrawn_because": None if withdrawal is None else withdrawal.because,
    }
    return connection.execute(update(of).where(of.c.id == number).values(values)).rowcount > 0


def in_force(made_at: str, withdrawn: Withdrawal | None, as_of: str | None = None) -> bool:
    """Whether a decision holds, or held at some moment.

    Args:
        made_at: When it was made, ISO 8601.
        withdrawn: That it was taken back, or None.
        as_of: The moment, ISO 8601; a bare day means its end. None is now.
    """
    if as_of is None:
        return withdrawn is None
    moment = instant(as_of, end=True)
    gone = withdrawn is not None and instant(withdrawn.at) <= moment
    return instant(made_at) <= moment and not gone
