"""A selection of claims as SQL conditions."""

from collections.abc import Iterator

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    exists,
    func,
    literal_column,
    or_,
    select,
    true,
)

from claimtrack.errors import UsageError
from claimtrack.model.ids import NAMES, number_of
from claimtrack.model.selection import Selection
from claimtrack.model.sources import slug_of
from claimtrack.store.publishers import in_own_voice
from claimtrack.store.statements import table
from claimtrack.store.tables import (
    CLAIMANT,
    ClaimRow,
    ClaimSourceRow,
    EventRow,
    QuestionRow,
    SourceRow,
)

CLAIM, LINK, SOURCE = table(ClaimRow), table(ClaimSourceRow), table(SourceRow)
EVENT, QUESTION = table(EventRow), table(QuestionRow)

NOT_REJECTED = CLAIM.c.status != literal_column("'rejected'")
"""Claims that no reviewer turned down."""

GROUPED = and_(CLAIM.c.withdrawn_at.is_(None), NOT_REJECTED)
"""Claims that grouping and the events look at: neither withdrawn nor rejected."""


def condition(connection: Connection, selection: Selection) -> ColumnElement[bool]:
    """What a row of the claim table must meet to be selected; the limit is the caller's.

    A period is compared by its days as its own text writes them: ``since`` keeps what ended on
    that day or later, ``until`` what began on that day or earlier, so that a period that reaches
    into the asked one counts. An undated claim meets neither.

    Args:
        connection: To follow merged events and questions to what they are now.
        selection: What is asked for.

    Returns:
        One SQL condition.

    Raises:
        UsageError: An ID in the selection has the wrong shape, or is not known.
    """
    return and_(true(), *_conditions(connection, selection))


def survivor(connection: Connection, of: Table, short_id: str, letter: str) -> int:
    """The number that an event or question goes by now, through every merge.

    Args:
        connection: An open connection.
        of: The event or the question table.
        short_id: Such as ``e3``.
        letter: The letter of such IDs.

    Returns:
        The number behind the ID that survived.

    Raises:
        UsageError: There is none of that ID.
    """
    number, seen = number_of(short_id, letter), set[int]()
    while number not in seen:  # a circle cannot come about here, but a damaged file may hold one
        seen.add(number)
        row = connection.execute(select(of.c.merged_into).where(of.c.id == number)).first()
        if row is None:
            raise UsageError(
                f"There is no {NAMES[letter]} {short_id}.",
                "`claimtrack events` lists the events; `claimtrack show e1` lists one's questions.",
            )
        if row[0] is None:
            return number
        number = row[0]
    return number


def _conditions(connection: Connection, asked: Selection) -> Iterator[ColumnElement[bool]]:
    columns = CLAIM.c
    if not asked.withdrawn:
        yield columns.withdrawn_at.is_(None)
    if asked.kind is not None:
        yield columns.kind == asked.kind
    if asked.status is not None:
        yield columns.status == asked.status
    if asked.document is not None:
        yield columns.document_id == number_of(asked.document, "d")
    if asked.event is not None:
        yield columns.event_id == survivor(connection, EVENT, asked.event, "e")
    if asked.question is not None:
        yield columns.question_id == survivor(connection, QUESTION, asked.question, "q")
    if asked.since is not None:
        ended = func.coalesce(columns.event_end, columns.event_start)
        yield func.substr(ended, 1, 10) >= asked.since[:10]
    if asked.until is not None:
        began = func.coalesce(columns.event_start, columns.event_end)
        yield func.substr(began, 1, 10) <= asked.until[:10]
    if asked.place is not None:
        yield func.instr(func.fold(columns.place), asked.place.casefold()) > 0
    if asked.text is not None:
        words = asked.text.casefold()
        said = func.coalesce(columns.quote, "") + "\n" + func.coalesce(columns.statement, "")
        yield func.instr(func.fold(said), words) > 0
    if asked.source is not None:
        slug = slug_of(asked.source)
        named = exists().where(
            LINK.c.claim_id == columns.id,
            LINK.c.role == CLAIMANT,
            LINK.c.source_id == SOURCE.c.id,
            SOURCE.c.slug == slug,
        )
        own = in_own_voice(connection, slug)
        yield named if own is None else or_(named, own)
