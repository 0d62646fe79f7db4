"""Accepting many proposals at once, after they were shown."""

from claimtrack.errors import UsageError
from claimtrack.model.fingerprints import fingerprint
from claimtrack.model.review import Batch, Item, ProposalItem
from claimtrack.model.selection import Selection
from claimtrack.store.store import Store
from claimtrack.workflows.decide import decide_within


def batch_of_document(store: Store, item: Item) -> Batch:
    """The proposals that stand in the document of a proposal.

    Args:
        store: The open database.
        item: What is on screen.

    Returns:
        The proposals, in the order of their numbers.

    Raises:
        UsageError: It is no proposal, or it stands in no document.
    """
    document = item.view.claim.document if isinstance(item, ProposalItem) else None
    if document is None or document.id is None:
        raise UsageError(
            f"{item.subject} stands in no document.", "Accept by confidence, or one by one."
        )
    chosen = Selection(status="proposed", document=document.id)
    return Batch(f"all proposals of {document.id}", tuple(store.claims.find(chosen)))


def batch_above(store: Store, confidence: float, document: str | None = None) -> Batch:
    """The proposals of some confidence or more.

    Args:
        store: The open database.
        confidence: From 0 to 1.
        document: Only those that stand in this document, by its ID.

    Returns:
        The proposals, in the order of their numbers.

    Raises:
        UsageError: The confidence is out of range, or there is no such document.
    """
    if not 0 <= confidence <= 1:
        raise UsageError(
            f"{confidence:g} is no confidence.", "Give a number from 0 to 1, such as 0.95."
        )
    chosen = Selection(status="proposed", document=document)
    found = (claim for claim in store.claims.find(chosen) if (claim.confidence or 0) >= confidence)
    within = "" if document is None else f" of {document}"
    return Batch(f"all proposals{within} of confidence {confidence:g} or more", tuple(found))


def accept_batch(store: Store, batch: Batch, *, by: str) -> tuple[list[str], list[int]]:
    """Accept what was shown, as one decision.

    Args:
        store: The open database, in a writing transaction.
        batch: As shown.
        by: Who accepts.

    Returns:
        The IDs of the claims accepted, without those decided on or edited since they were shown;
        and the numbers of the journal's entries.
    """
    same = []
    for shown in batch.claims:
        now = store.claims.get(shown.id or "")
        untouched = now.status == "proposed" and now.withdrawn is None
        if untouched and fingerprint(now) == fingerprint(shown):
            same.append(now.id or "")
    return same, decide_within(store, same, "accepted", by=by, rule=batch.rule)
