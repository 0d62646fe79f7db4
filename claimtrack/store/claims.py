"""The claims: stored in bulk, read back in order, never deleted."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select, update

from claimtrack.errors import UsageError
from claimtrack.model.claims import CREDIBILITIES, STATUSES, Claim, Withdrawal
from claimtrack.model.grouping import Grouping, MatchRow
from claimtrack.model.ids import number_of
from claimtrack.model.selection import EVERYTHING, Selection
from claimtrack.store.assignment import assign
from claimtrack.store.connection import raw
from claimtrack.store.documents import Documents
from claimtrack.store.match_rows import told_rows_of
from claimtrack.store.neighbourhood import touch
from claimtrack.store.page import Page
from claimtrack.store.selecting import CLAIM, LINK, condition
from claimtrack.store.statements import (
    THESE,
    batches,
    fetched,
    looked_up,
    numbers,
    prepared,
    successors,
)

_CLAIMS = prepared(select(CLAIM).where(CLAIM.c.id.in_(THESE)).order_by(CLAIM.c.id))
_NAMES = prepared(
    select(LINK.c.claim_id, LINK.c.role, LINK.c.name)
    .where(LINK.c.claim_id.in_(THESE))
    .order_by(LINK.c.claim_id, LINK.c.role, LINK.c.position)
)
_DOCUMENT_ID = CLAIM.c.keys().index("document_id")


class Claims:
    """The claims of an open database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        claims: Iterable[Claim],
        *,
        recorded_at: str,
        on_progress: Callable[[int], None] | None = None,
    ) -> list[str]:
        """Store claims, a thousand in memory at a time.

        A claim's ``document`` is found by its ID, where the document stored under it has the same
        description; else by its description; else it is stored, with its text where it has one.
        Sources are found by their slugs, or stored. The claims' own ``id``, ``event``,
        ``question``, ``superseded_by`` and ``recorded_at`` are not looked at: IDs are minted in
        the order given, and `supersede` records what replaces what.

        Args:
            claims: In the order in which they get their IDs.
            recorded_at: When this database learned them, ISO 8601 in UTC.
            on_progress: Told how many are stored, after each thousand.

        Returns:
            Their IDs, in order.

        Raises:
            InputError: A text is one that no database can hold.
        """
        from claimtrack.store.recording import Recorder  # with its tables, only for writers

        return Recorder(self._connection, recorded_at).add(claims, on_progress)

    def get(self, short_id: str) -> Claim:
        """One claim, withdrawn or not; its document without the text.

        Args:
            short_id: Such as ``c17``.

        Raises:
            UsageError: There is none of that ID.
        """
        number = number_of(short_id, "c")
        for claim in self.numbered([number]):
            return claim
        raise _unknown(short_id)

    def find(self, selection: Selection = EVERYTHING) -> Iterator[Claim]:
        """The selected claims in the order of their numbers, read several hundred at a time.

        Which claims are selected is settled at the first of them, so the caller may change claims
        while it goes through them.

        Args:
            selection: Which.

        Yields:
            Each claim; its document without the text.

        Raises:
            UsageError: An ID in the selection is unknown.
        """
        selected = (
            select(CLAIM.c.id)
            .where(condition(self._connection, selection))
            .order_by(CLAIM.c.id)
            .limit(selection.limit)
        )
        for page in batches(numbers(self._connection, selected)):
            yield from self.numbered(page)

    def count(self, selection: Selection = EVERYTHING) -> int:
        """How many claims are selected, without reading them.

        Args:
            selection: Which; its limit counts too.

        Raises:
            UsageError: An ID in the selection is unknown.
        """
        selected = (
            select(CLAIM.c.id)
            .where(condition(self._connection, selection))
            .limit(selection.limit)
            .subquery()
        )
        return self._connection.execute(select(func.count()).select_from(selected)).scalar_one()

    def kinds(self) -> list[str]:
        """Every kind that a claim has, in alphabetical order."""
        every = select(CLAIM.c.kind).distinct().order_by(CLAIM.c.kind)
        return list(self._connection.execute(every).scalars())

    def numbered(self, wanted: Sequence[int]) -> list[Claim]:
        """The claims behind some numbers.

        Args:
            wanted: At most a few hundred numbers; unknown ones are left out.

        Returns:
            The claims in the order of their numbers.
        """
        return list(self.page(fetched(self._connection, _CLAIMS, wanted)).claims())

    def page(self, rows: Sequence[Sequence[Any]]) -> Page:
        """Some rows of the claim table, with names and documents.

        Args:
            rows: A value for each column, in the table's order; each row once.

        Returns:
            What the claims can be made of.
        """
        references = {row[_DOCUMENT_ID] for row in rows} - {None}
        names = fetched(self._connection, _NAMES, [row[0] for row in rows])
        return Page(rows, names, Documents(self._connection).rows(references))

    def moments(self) -> set[str]:
        """When claims were recorded and when they were withdrawn, each moment once."""
        recorded = select(CLAIM.c.recorded_at)
        withdrawn = select(CLAIM.c.withdrawn_at).where(CLAIM.c.withdrawn_at.is_not(None))
        return set(self._connection.execute(recorded.union(withdrawn)).scalars())

    def known(self, external_ids: Collection[str]) -> dict[str, list[tuple[str, str]]]:
        """Which external IDs are stored already, withdrawn claims included.

        Args:
            external_ids: Any number of them.

        Returns:
            External ID → the claims that came with it, as (short ID, fingerprint).
        """
        found = defaultdict(list)
        columns = select(CLAIM.c.external_id, CLAIM.c.id, CLAIM.c.fingerprint)
        for external_id, number, digest in looked_up(
            self._connection, columns, CLAIM.c.external_id, external_ids
        ):
            found[external_id].append((f"c{number}", digest))
        return dict(found)

    def known_fingerprints(self, fingerprints: Collection[str]) -> dict[str, list[str]]:
        """Which claims are stored already, by what they say; withdrawn ones included.

        Args:
            fingerprints: Any number of them, from `claimtrack.model.fingerprints`.

        Returns:
            Fingerprint → the short IDs of the claims that say so.
        """
        found = defaultdict(list)
        columns = select(CLAIM.c.fingerprint, CLAIM.c.id)
        for digest, number in looked_up(
            self._connection, columns, CLAIM.c.fingerprint, fingerprints
        ):
            found[digest].append(f"c{number}")
        return dict(found)

    def match_rows(self, wanted: Collection[str]) -> Iterator[MatchRow]:
        """What grouping needs to know of some claims, without the withdrawn and the rejected.

        Args:
            wanted: Their short IDs.

        Yields:
            A row a claim, in the order of their numbers.

        Raises:
            UsageError: An ID has the wrong shape.
        """
        numbered = [number_of(short_id, "c") for short_id in wanted]
        return told_rows_of(raw(self._connection), numbered)

    def assign(self, grouping: Grouping) -> int:
        """Store a grouping: its events and questions, its merges, and which claim is in which.

        Args:
            grouping: What grouping decided; claims that it does not mention keep their places.

        Returns:
            How many claims changed their event or question.
        """
        return assign(self._connection, grouping)

    def set_status(self, short_id: str, status: str) -> None:
        """Record what a reviewer decided on a claim.

        Args:
            short_id: Such as ``c17``.
            status: ``proposed``, ``accepted`` or ``rejected``.

        Raises:
            UsageError: There is no such claim, or no such status.
        """
        if status not in STATUSES:
            raise UsageError(f"{status!r} is no status.", f"It is one of {', '.join(STATUSES)}.")
        if status == "rejected" or self.get(short_id).status == "rejected":
            touch(self._connection, [number_of(short_id, "c")])
        self._change(short_id, status=status)

    def set_credibility(self, short_id: str, credibility: int | None) -> None:
        """Grade what a claim says, apart from who says it (Admiralty code, NATO).

        Args:
            short_id: Such as ``c17``.
            credibility: 1 confirmed by others, to 5 improbable, 6 cannot be judged; None takes
                the grade away.

        Raises:
            UsageError: There is no such claim, or no such grade.
        """
        if credibility is not None and credibility not in CREDIBILITIES:
            raise UsageError(
                f"{credibility} is no grade of credibility.",
                "It is a number from 1, confirmed by others, to 6, cannot be judged.",
            )
        self._change(short_id, credibility=credibility)

    def edit(self, short_id: str, claim: Claim, *, recorded_at: str) -> None:
        """Record what a person corrected in a claim; what it said before is for the journal.

        Args:
            short_id: Such as ``c17``.
            claim: The claim as it reads now; its document, status, grade, place among the events
                and what replaces it are not looked at.
            recorded_at: When new sources that it names were learned, ISO 8601 in UTC.

        Raises:
            UsageError: There is no such claim.
            InputError: A text is one that no database can hold.
        """
        from claimtrack.store.recording import Recorder  # with its tables, only for writers

        changed = Recorder(self._connection, recorded_at).change(number_of(short_id, "c"), claim)
        if not changed:
            raise _unknown(short_id)
        touch(self._connection, [number_of(short_id, "c")])

    def withdraw(self, short_id: str, withdrawal: Withdrawal | None) -> None:
        """Take a claim back, with time and reason; it stays, and can be seen on request.

        Args:
            short_id: Such as ``c17``.
            withdrawal: When and why; None undoes a withdrawal.

        Raises:
            UsageError: There is no such claim.
        """
        touch(self._connection, [number_of(short_id, "c")])
        self._change(
            short_id,
            withdrawn_at=None if withdrawal is None else withdrawal.at,
            withdrawn_because=None if withdrawal is None else withdrawal.because,
        )

    def supersede(self, old: str, new: str | None) -> None:
        """Record that one claim replaces another.

        Args:
            old: The short ID of the claim replaced.
            new: That of the claim that replaces it; None undoes it.

        Raises:
            UsageError: There is no such claim, or the two would replace each other in a circle.
        """
        replaced, replacing = number_of(old, "c"), None
        if new is not None:
            replacing = number_of(new, "c")
            following = successors(self._connection, CLAIM.c.superseded_by, replacing)
            if not following:
                raise _unknown(new)
            if replaced in following:
                raise UsageError(
                    f"{new} cannot replace {old}, which already replaces it.",
                    "Name the older claim first.",
                )
        self._change(old, superseded_by=replacing)

    def _change(self, short_id: str, **values: str | int | None) -> None:
        number = number_of(short_id, "c")
        changed = self._connection.execute(
            update(CLAIM).where(CLAIM.c.id == number).values(**values)
        )
        if changed.rowcount == 0:
            raise _unknown(short_id)


def _unknown(short_id: str) -> UsageError:
    return UsageError(f"There is no claim {short_id}.", "`claimtrack claims` lists them.")
