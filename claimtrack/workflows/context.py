"""A claim's quote in the text that it stands in."""

from claimtrack.model.claims import Claim
from claimtrack.store.store import Store

CONTEXT = 300
"""Characters of the text shown on either side of a quote: a sentence or two of news."""


def context_of(store: Store, claim: Claim) -> tuple[str, str]:
    """The text on either side of a claim's quote, cut between words.

    Args:
        store: The open database.
        claim: A stored claim.

    Returns:
        What stands before and what after; both empty where the text is not stored.
    """
    passage, document = claim.passage, claim.document
    if passage is None or passage.start is None or document is None or document.id is None:
        return "", ""
    text = store.documents.get(document.id).text or ""
    end = passage.end or 0
    before, after = text[max(0, passage.start - CONTEXT) : passage.start], text[end:][:CONTEXT]
    if len(before) < passage.start:
        before = "… " + before.partition(" ")[2]
    if end + len(after) < len(text):
        after = after.rpartition(" ")[0] + " …"
    return before, after
