"""Why two claims are, or are not, taken to be of one event; and which pairs are worth a look."""

from collections.abc import Iterator
from itertools import islice

from claimtrack import matching  # numpy loads with its functions, when one is first asked for
from claimtrack.errors import UsageError
from claimtrack.model.explanation import Explanation
from claimtrack.model.grouping import Doubt, MatchRow
from claimtrack.model.selection import Selection
from claimtrack.store import open_store
from claimtrack.store.store import Store


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


def doubtful(location: str, limit: int | None = None) -> list[Doubt]:
    """The pairs of claims that a human should judge, strongest doubt first.

    Args:
        location: The database.
        limit: At most so many.

    Returns:
        Pairs of claims of different events that may speak of one, as grouping found them: of the
        pairs between two events the likeliest, none that somebody judged, or that follows from
        what somebody judged.
    """
    with open_store(location) as store:
        return list(islice(doubtful_within(store), limit))


def doubtful_within(store: Store) -> Iterator[Doubt]:
    """The same inside a transaction that is open already; see `doubtful`."""
    from claimtrack.matching.judgements import Verdicts

    verdicts = Verdicts(store.judgements.standing())
    for doubt in store.queues.doubtful():
        if verdicts.verdict(doubt.a, doubt.b) is None:
            yield doubt


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
