"""The findings: what people found the answer to a question to be."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from claimtrack.errors import UsageError
from claimtrack.model.claims import Withdrawal
from claimtrack.model.findings import Finding, FindingRecord
from claimtrack.model.ids import number_of
from claimtrack.model.quantities import Quantity
from claimtrack.store.decision_tables import FindingRow
from claimtrack.store.decisions import in_force, set_withdrawal
from claimtrack.store.journal import Journal
from claimtrack.store.mapping import withdrawal_of
from claimtrack.store.selecting import QUESTION, survivor
from claimtrack.store.statements import insert_rows, next_number, table

FINDING = table(FindingRow)


class Findings:
    """The findings of an open database; one on a question that was merged is on its survivor."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, finding: Finding, *, inputs: Sequence[str] = ()) -> str:
        """Store a finding; it replaces the one that was made on its question before.

        Args:
            finding: What was found, on which question.
            inputs: The short IDs of the claims that it was made from.

        Returns:
            Its ID.

        Raises:
            UsageError: There is no such question.
        """
        question = survivor(self._connection, QUESTION, finding.question, "q")
        number, quantity = next_number(self._connection, FINDING), finding.quantity
        row = (
            number,
            question,
            finding.verdict,
            quantity.low if quantity else None,
            quantity.high if quantity else None,
            bool(quantity and quantity.approximate),
            bool(quantity and quantity.vague),
            finding.because,
            finding.by,
            finding.at,
            json.dumps(list(inputs)) if inputs else None,
            None,
            None,
        )
        insert_rows(self._connection, FINDING, [row])
        return f"f{number}"

    def get(self, short_id: str) -> FindingRecord:
        """One finding, withdrawn or not.

        Args:
            short_id: Such as ``f1``.

        Raises:
            UsageError: There is none of that ID.
        """
        number = number_of(short_id, "f")
        for row in self._connection.execute(select(FINDING).where(FINDING.c.id == number)):
            return _record(row, survivor(self._connection, QUESTION, f"q{row[1]}", "q"))
        raise _unknown(short_id)

    def find(
        self, *, question: str | None = None, withdrawn: bool = False
    ) -> Iterator[FindingRecord]:
        """Findings, in the order in which they were made.

        Args:
            question: Only those on this question, or on one that was merged into it.
            withdrawn: Also those that were taken back.

        Yields:
            Each finding.

        Raises:
            UsageError: There is no such question.
        """

        @cache
        def followed(number: int) -> int:
            return survivor(self._connection, QUESTION, f"q{number}", "q")

        wanted = None if question is None else survivor(self._connection, QUESTION, question, "q")
        statement = select(FINDING).order_by(FINDING.c.id)
        if not withdrawn:
            statement = statement.where(FINDING.c.withdrawn_at.is_(None))
        for row in self._connection.execute(statement):
            asked = followed(row[1])
            if wanted in (None, asked):
                yield _record(row, asked)

    def in_force(
        self, questions: Collection[str] | None = None, *, as_of: str | None = None
    ) -> dict[str, FindingRecord]:
        """The finding that holds on each question: the last one made, unless it was withdrawn.

        One that was replaced does not come back when its successor is withdrawn: whoever made the
        successor had given it up. It does when the successor is undone, which was then never made.

        Args:
            questions: Only on these, by their present short IDs; None for all.
            as_of: Those in force at this moment, ISO 8601; None is now.

        Returns:
            Question → the finding in force, for the questions that have one.
        """
        made = list(self.find(withdrawn=True))
        undone = self._undone(made, as_of)
        last = {
            record.finding.question: record
            for record in made
            if record.id not in undone and in_force(record.finding.at, None, as_of)
        }
        found = {
            question: record
            for question, record in last.items()
            if in_force(record.finding.at, record.withdrawn, as_of)
        }
        if questions is None:
            return found
        return {question: found[question] for question in questions if question in found}

    def successor(self, record: FindingRecord) -> FindingRecord | None:
        """The finding that replaced another: the next one made on its question and not undone."""
        made = list(self.find(question=record.finding.question, withdrawn=True))
        undone, own = self._undone(made), number_of(record.id, "f")
        later = (one for one in made if number_of(one.id, "f") > own and one.id not in undone)
        return next(later, None)

    def withdraw(self, short_id: str, withdrawal: Withdrawal | None) -> None:
        """Take a finding back, with time and reason; it stays, and can be seen on request.

        Args:
            short_id: Such as ``f1``.
            withdrawal: When and why; None undoes a withdrawal.

        Raises:
            UsageError: There is no such finding.
        """
        number = number_of(short_id, "f")
        if not set_withdrawal(self._connection, FINDING, number, withdrawal):
            raise _unknown(short_id)

    def _undone(self, made: Iterable[FindingRecord], as_of: str | None = None) -> set[str]:
        """Those of some findings whose making had been undone by some time."""
        gone = {record.id for record in made if record.withdrawn is not None}
        if not gone:
            return set()
        journal = Journal(self._connection)
        undone = {
            number
            for entry in journal.entries(action="undo")
            if in_force(entry.at, None, as_of)
            for number in (entry.after or {}).get("entries", ())
        }
        made_by = ((entry.number, entry.after or {}) for entry in journal.entries(action="resolve"))
        return gone & {str(after.get("finding")) for number, after in made_by if number in undone}


def _record(row: Sequence[Any], question: int) -> FindingRecord:
    (
        number, _, verdict, low, high, approximate, vague, because, by, at, inputs, gone_at,
        gone_because,
    ) = row  # fmt: skip
    counted = low is not None or high is not None or vague
    finding = Finding(
        question=f"q{question}",
        because=because,
        by=by,
        at=at,
        quantity=Quantity(low, high, bool(approximate), bool(vague)) if counted else None,
        verdict=verdict,
    )
    return FindingRecord(
        id=f"f{number}",
        finding=finding,
        inputs=tuple(json.loads(inputs)) if inputs else (),
        withdrawn=withdrawal_of(gone_at, gone_because),
    )


def _unknown(short_id: str) -> UsageError:
    return UsageError(f"There is no finding {short_id}.", "`claimtrack log` names them.")
