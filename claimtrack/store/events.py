"""The events and questions that grouping derived from the claims."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, select

from claimtrack.model.claims import Claim
from claimtrack.model.dates import instant
from claimtrack.model.grouping import Event
from claimtrack.model.selection import EVERYTHING, Selection
from claimtrack.store.claims import Claims
from claimtrack.store.connection import raw
from claimtrack.store.page import Page
from claimtrack.store.selecting import (
    CLAIM,
    EVENT,
    GROUPED,
    NOT_REJECTED,
    QUESTION,
    condition,
    survivor,
)
from claimtrack.store.statements import THESE, batches, fetched, numbers, prepared

_LAST_NUMBERS = """
SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'event'), 0),
coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'question'), 0)
"""
_AT_A_TIME = 100
"""Events read together, so that many small ones cost few calls."""

_TOGETHER = 1000
"""Claims of a page at least, where a hundred events have more."""

_EVENT_ID = CLAIM.c.keys().index("event_id")


class Pages:
    """Events with their claims, several together, read as they are gone through.

    How many there are is known before any is read: its length is their number, but that events of
    many claims make more.

    Args:
        connection: An open connection.
        members_of: The prepared statement that finds the claims of events.
        events: The numbers of the events.
    """

    def __init__(self, connection: Connection, members_of: str, events: Sequence[int]) -> None:
        self._connection = connection
        self._members_of = members_of
        self._events = events

    def __len__(self) -> int:
        return -(-len(self._events) // _AT_A_TIME)

    def __iter__(self) -> Iterator[Page]:
        claims = Claims(self._connection)
        for events in batches(self._events, _AT_A_TIME):
            rows, first = fetched(self._connection, self._members_of, events), 0
            for last in range(_TOGETHER, len(rows) - _TOGETHER):
                if last - first >= _TOGETHER and rows[last][_EVENT_ID] != rows[last - 1][_EVENT_ID]:
                    yield claims.page(rows[first:last])
                    first = last
            yield claims.page(rows[first:])


class Events:
    """The events of an open database.

    An event shows the claims that are neither withdrawn nor rejected, and is listed while it has
    one. A selection picks the events in which a claim of that kind meets it; what is told of an
    event is told of all its claims.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, selection: Selection = EVERYTHING) -> Iterator[Event]:
        """The selected events in the order of their numbers.

        Args:
            selection: Which; its limit is on the events.

        Yields:
            Each event.

        Raises:
            UsageError: An ID in the selection is unknown.
        """
        for page in batches(self._numbers(selection), _AT_A_TIME):
            rows = fetched(self._connection, _SUMMARISED, page)
            for number, claims in groupby(rows, key=itemgetter(0)):
                yield _summary(number, list(claims))

    def get(self, short_id: str) -> Event:
        """One event, or the one that it was merged into.

        Args:
            short_id: Such as ``e3``.

        Returns:
            The event under the ID that survived; one whose claims have all gone elsewhere has
            none.

        Raises:
            UsageError: There is none of that ID.
        """
        number = survivor(self._connection, EVENT, short_id, "e")
        for event in self.find(Selection(event=f"e{number}")):
            return event
        return Event(f"e{number}", place=None, start=None, end=None, claims=0, unreviewed=0)

    def count(self, selection: Selection = EVERYTHING) -> int:
        """How many events are selected, without reading them.

        Args:
            selection: Which; its limit counts too.
        """
        return len(self._numbers(selection))

    def question(self, short_id: str) -> tuple[str, str, str, str | None]:
        """One question, or the one that it was merged into.

        Args:
            short_id: Such as ``q5``.

        Returns:
            Its ID that survived, its event's ID, its kind and its scope.

        Raises:
            UsageError: There is none of that ID.
        """
        number = survivor(self._connection, QUESTION, short_id, "q")
        event, kind, scope = self._connection.execute(
            select(QUESTION.c.event_id, QUESTION.c.kind, QUESTION.c.scope).where(
                QUESTION.c.id == number
            )
        ).one()
        return f"q{number}", f"e{event}", kind, scope

    def numbers(self) -> tuple[int, int]:
        """The numbers that the next event and the next question get; none is used twice."""
        event, question = raw(self._connection).execute(_LAST_NUMBERS).fetchone()
        return 1 + event, 1 + question

    def claims_by_event(
        self, selection: Selection = EVERYTHING
    ) -> Iterator[tuple[str, list[Claim]]]:
        """The selected events with all their claims, read as in `pages`.

        Args:
            selection: Which events; with ``withdrawn``, their withdrawn claims come too.

        Yields:
            The event's ID and its claims in the order of their numbers, events in theirs.

        Raises:
            UsageError: An ID in the selection is unknown.
        """
        return chain.from_iterable(self.pages(selection))

    def pages(self, selection: Selection = EVERYTHING) -> Pages:
        """The same, several events together, their claims not yet put together.

        Args:
            selection: As for `claims_by_event`.

        Returns:
            Pages of a hundred events, or of fewer that have a thousand claims together.

        Raises:
            UsageError: An ID in the selection is unknown.
        """
        shown = NOT_REJECTED if selection.withdrawn else GROUPED
        members_of = prepared(
            select(CLAIM)
            .where(CLAIM.c.event_id.in_(THESE), shown)
            .order_by(CLAIM.c.event_id, CLAIM.c.id)
        )
        return Pages(self._connection, members_of, self._numbers(selection))

    def _numbers(self, selection: Selection) -> Sequence[int]:
        events = select(CLAIM.c.event_id).where(CLAIM.c.event_id.is_not(None)).distinct()
        events = events.where(NOT_REJECTED)
        events = events.where(condition(self._connection, selection))
        events = events.order_by(CLAIM.c.event_id).limit(selection.limit)
        return numbers(self._connection, events)


_SUMMARISED = prepared(
    select(
        CLAIM.c.event_id,
        CLAIM.c.place,
        CLAIM.c.event_start,
        CLAIM.c.event_end,
        CLAIM.c.status,
        CLAIM.c.kind,
    )
    .where(CLAIM.c.event_id.in_(THESE), GROUPED)
    .order_by(CLAIM.c.event_id, CLAIM.c.id)
)


def _summary(number: int, claims: Sequence[Any]) -> Event:
    """What a list shows of an event; of places named equally often, the one named first."""
    places: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    starts, ends, unreviewed = [], [], 0
    for _, place, start, end, status, kind in claims:
        kinds[kind] += 1
        unreviewed += status == "proposed"
        if place is not None:
            places[place] += 1
        if start is not None:
            starts.append(start)
        if end is not None or start is not None:
            ends.append(end or start)
    return Event(
        id=f"e{number}",
        place=places.most_common(1)[0][0] if places else None,
        start=min(starts, key=instant, default=None),
        end=max(ends, key=lambda moment: instant(moment, end=True), default=None),
        claims=len(claims),
        unreviewed=unreviewed,
        kinds=tuple(kind for kind, _ in kinds.most_common()),
    )
