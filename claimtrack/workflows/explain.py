"""Why two claims are, or are not, taken to be of one event; and which pairs are worth a look."""

from collections.abc import Callable, Iterator

from claimtrack import matching  # numpy loads with its functions, when one is first asked for
from claimtrack.errors import UsageError
from claimtrack.model.explanation import Explanation, Suggestion
from claimtrack.model.grouping import MatchRow
from claimtrack.model.selection import Selection
from claimtrack.store import open_store
from claimtrack.store.store import Store

TOLD = 10_000
"""Claims after which it is told anew how many were read: several times a second."""


def explain(location: str, one: str, other: str) -> Explanation:
    """The whole reckoning for two claims, from the same code that groups them all.

    Args:
        location: The database.
        one: A claim's ID.
        other: Another claim's ID.

    Returns:
        Each feature with both values and its weight, the total, the thresholds and any judgement.

    Raises:
        UsageError: A claim is unknown, withdrawn or rejected, or named twice.
    """
    with open_store(location) as store:
        return explain_within(store, one, other)


def explain_within(store: Store, one: str, other: str) -> Explanation:
    """The same inside a transaction that is open already.

    Args:
        store: The open database.
        one: A claim's ID.
        other: Another claim's ID.

    Returns:
        As `explain` has it.

    Raises:
        UsageError: A claim is unknown, withdrawn or rejected, or named twice.
    """
    claims = [store.claims.get(one), store.claims.get(other)]
    if claims[0].id == claims[1].id:
        raise UsageError(f"{claims[0].id} is named twice.", "Name two claims.")
    documents = {claim.document.id for claim in claims if claim.document and claim.document.id}
    wanted = {claim.id or "" for claim in claims}
    for document in documents:
        around = store.claims.find(Selection(document=document))
        wanted |= {claim.id or "" for claim in around}
    rows = {row.claim: row for row in store.claims.match_rows(wanted)}
    pair = [_row(rows, claim.id or "") for claim in claims]
    return matching.explain(
        pair[0],
        pair[1],
        rows.values(),
        judgements=store.judgements.standing(),
        aliases=store.places.aliases(),
        texts=_texts(store, documents),
    )


def doubtful(location: str, limit: int | None = None) -> list[Suggestion]:
    """The pairs of claims that a human should judge, strongest doubt first.

    Args:
        location: The database.
        limit: At most so many.

    Returns:
        Pairs of claims of different events that may speak of one.
    """
    with open_store(location) as store:
        return doubtful_within(store, limit)


def doubtful_within(
    store: Store, limit: int | None = None, *, tell: Callable[[str], None] | None = None
) -> list[Suggestion]:
    """The same inside a transaction that is open already; see `doubtful`.

    Args:
        store: The open database.
        limit: At most so many.
        tell: Told how far it is, in words, since a hundred thousand claims take seconds.
    """
    rows = store.claims.match_rows()
    return matching.suggestions(
        rows if tell is None else _told(rows, store.claims.count(), tell),
        store.judgements.standing(),
        aliases=store.places.aliases(),
        texts=store.documents.texts(),
        limit=limit,
    )


def _told(rows: Iterator[MatchRow], number: int, tell: Callable[[str], None]) -> Iterator[MatchRow]:
    """Rows on their way to be compared, with a word on how far that is."""
    for read, row in enumerate(rows):
        if read % TOLD == 0:
            tell(f"Reading claims for doubtful pairs: {read:,} of {number:,}")
        yield row
    tell(f"Comparing {number:,} claims for doubtful pairs")


def _row(rows: dict[int, MatchRow], short_id: str) -> MatchRow:
    number = int(short_id[1:])
    if number not in rows:
        raise UsageError(
            f"{short_id} was withdrawn or rejected, so it is in no event.",
            f"`claimtrack show {short_id}` tells why.",
        )
    return rows[number]


def _texts(store: Store, documents: set[str]) -> Iterator[tuple[int, str]]:
    """The texts of some documents as grouping sees them: title and text."""
    for short_id in documents:
        document = store.documents.get(short_id)
        if document.text is not None:
            yield int(short_id[1:]), f"{document.title or ''}\n{document.text}"
