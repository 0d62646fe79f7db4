"""Short digests of content, by which a second copy of the same thing is known."""

import json
from functools import lru_cache
from hashlib import blake2b

from claimtrack.model.claims import Claim
from claimtrack.model.documents import Document


def fingerprint(claim: Claim) -> str:
    """The digest of what a claim record says, so that its second import is a no-op.

    It covers every field of the record except those that a database mints or a review changes:
    ``id``, ``external_id``, ``status``, ``event``, ``question``, ``superseded_by``,
    ``recorded_at``, a withdrawal, and the ``id`` of the document. JSON is digested, not Python's
    own notation, so that the digest is the same under every version of Python.

    Args:
        claim: Any claim, stored or not.

    Returns:
        32 hexadecimal characters (128 bits of BLAKE2b).
    """
    quantity, passage, period = claim.quantity, claim.passage, claim.period
    confidence = claim.confidence
    return _digest(
        (
            claim.kind,
            claim.scope,
            claim.persons,
            (quantity.low, quantity.high, bool(quantity.approximate), bool(quantity.vague))
            if quantity
            else None,
            claim.value_text,
            claim.basis,
            claim.statement,
            claim.claimants,
            bool(claim.anonymous),
            claim.via,
            claim.place,
            claim.place_text,
            period.start,
            period.end,
            claim.stated_at,
            claim.hedge,
            bool(claim.denies),
            claim.revision_cue,
            (passage.quote, passage.start, passage.end) if passage else None,
            [(again.quote, again.start, again.end) for again in claim.restated],
            _reference(claim.document) if claim.document else None,
            claim.inherited,
            claim.rule,
            # adding zero makes minus zero plain, and an int a float, as a database returns them
            None if confidence is None else confidence + 0.0,
        )
    )


def reference_fingerprint(document: Document) -> str:
    """The digest of what identifies a document apart from its text and its ID here.

    Args:
        document: Any document, stored or not.

    Returns:
        32 hexadecimal characters (128 bits of BLAKE2b).
    """
    return _reference_digest(_reference(document))


@lru_cache(maxsize=8192)  # claims of one document come one after the other
def _reference_digest(reference: tuple[str | None, ...]) -> str:
    return _digest(reference)


def _reference(document: Document) -> tuple[str | None, ...]:
    return (
        document.external_id,
        document.publisher,
        document.title,
        document.url,
        document.published,
    )


def _digest(content: object) -> str:
    return blake2b(json.dumps(content).encode("ascii"), digest_size=16).hexdigest()
