"""The judgements: what people said of pairs of claims."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, or_, select

from claimtrack.errors import UsageError
from claimtrack.model.claims import Withdrawal
from claimtrack.model.grouping import Judgement
from claimtrack.model.ids import number_of
from claimtrack.model.judgements import JudgementRecord
from claimtrack.store.decision_tables import JudgementRow
from claimtrack.store.decisions import in_force, set_withdrawal
from claimtrack.store.mapping import withdrawal_of
from claimtrack.store.neighbourhood import touch
from claimtrack.store.selecting import CLAIM
from claimtrack.store.statements import insert_rows, looked_up, next_number, table

JUDGEMENT = table(JudgementRow)


class Judgements:
    """The judgements of an open database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, judgement: JudgementRecord) -> str:
        """Store a judgement; whether it contradicts others is for matching to say.

        Args:
            judgement: Who said what; its own ``id`` and ``withdrawn`` are not looked at.

        Returns:
            Its ID.

        Raises:
            UsageError: One of the claims is not there, or was withdrawn.
        """
        a, b = number_of(judgement.a, "c"), number_of(judgement.b, "c")
        self._require_claims(a, b)
        number = next_number(self._connection, JUDGEMENT)
        features = dict(judgement.features)
        row = (
            number,
            judgement.verdict,
            a,
            b,
            judgement.by,
            judgement.at,
            judgement.note,
            judgement.score,
            json.dumps(features, ensure_ascii=False) if features else None,
            None,
            None,
        )
        insert_rows(self._connection, JUDGEMENT, [row])
        touch(self._connection, (a, b))
        return f"j{number}"

    def get(self, short_id: str) -> JudgementRecord:
        """One judgement, withdrawn or not.

        Args:
            short_id: Such as ``j1``.

        Raises:
            UsageError: There is none of that ID.
        """
        row = self._connection.execute(
            select(JUDGEMENT).where(JUDGEMENT.c.id == number_of(short_id, "j"))
        ).first()
        if row is None:
            raise _unknown(short_id)
        return _record(row)

    def find(
        self, *, claim: str | None = None, withdrawn: bool = False
    ) -> Iterator[JudgementRecord]:
        """Judgements, in the order in which they were made.

        Args:
            claim: Only those on this claim, by its short ID.
            withdrawn: Also those that were taken back.

        Yields:
            Each judgement.

        Raises:
            UsageError: The claim's ID has the wrong shape.
        """
        statement = select(JUDGEMENT).order_by(JUDGEMENT.c.id)
        if not withdrawn:
            statement = statement.where(JUDGEMENT.c.withdrawn_at.is_(None))
        if claim is not None:
            number = number_of(claim, "c")
            on_it = or_(JUDGEMENT.c.claim_a == number, JUDGEMENT.c.claim_b == number)
            statement = statement.where(on_it)
        return map(_record, self._connection.execute(statement))

    def standing(self, as_of: str | None = None) -> list[Judgement]:
        """What grouping has to honour: the judgements in force, by the claims' numbers.

        Args:
            as_of: Those in force at this moment, ISO 8601; None is now.

        Returns:
            In the order in which they were made; the claims may have been withdrawn since.
        """
        columns = JUDGEMENT.c
        rows = self._connection.execute(
            select(
                columns.verdict,
                columns.claim_a,
                columns.claim_b,
                columns.at,
                columns.withdrawn_at,
                columns.withdrawn_because,
            ).order_by(columns.id)
        )
        return [
            Judgement(verdict, a, b)
            for verdict, a, b, at, gone_at, because in rows
            if in_force(at, withdrawal_of(gone_at, because), as_of)
        ]

    def withdraw(self, short_id: str, withdrawal: Withdrawal | None) -> None:
        """Take a judgement back, with time and reason; it stays, and can be seen on request.

        Args:
            short_id: Such as ``j1``.
            withdrawal: When and why; None undoes a withdrawal.

        Raises:
            UsageError: There is no such judgement.
        """
        number = number_of(short_id, "j")
        if not set_withdrawal(self._connection, JUDGEMENT, number, withdrawal):
            raise _unknown(short_id)
        judged = select(JUDGEMENT.c.claim_a, JUDGEMENT.c.claim_b).where(JUDGEMENT.c.id == number)
        touch(self._connection, self._connection.execute(judged).one())

    def _require_claims(self, *claims: int) -> None:
        columns = select(CLAIM.c.id, CLAIM.c.withdrawn_at)
        gone_at = dict(looked_up(self._connection, columns, CLAIM.c.id, claims))
        for number in claims:
            if number not in gone_at:
                raise UsageError(f"There is no claim c{number}.", "`claimtrack claims` lists them.")
            if gone_at[number] is not None:
                raise UsageError(
                    f"Claim c{number} was withdrawn, so it is not grouped.",
                    "Name claims that stand; `claimtrack claims` lists them.",
                )


def _record(row: Sequence[Any]) -> JudgementRecord:
    number, verdict, a, b, by, at, note, score, features, gone_at, because = row
    return JudgementRecord(
        verdict=verdict,
        a=f"c{a}",
        b=f"c{b}",
        by=by,
        at=at,
        note=note,
        score=score,
        features=json.loads(features) if features else {},
        id=f"j{number}",
        withdrawn=withdrawal_of(gone_at, because),
    )


def _unknown(short_id: str) -> UsageError:
    return UsageError(f"There is no judgement {short_id}.", "`claimtrack log` names them.")
