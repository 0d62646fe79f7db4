"""Rows ↔ model, by the position of the column; the one place that knows both sides."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Any

from claimtrack.model.claims import NO_PERIOD, Claim, Passage, Withdrawal
from claimtrack.model.dates import Period
from claimtrack.model.documents import Document
from claimtrack.model.fingerprints import fingerprint, reference_fingerprint
from claimtrack.model.ids import letter_of, number_of
from claimtrack.model.quantities import Quantity
from claimtrack.model.trusted import trusted

_claim, _passage, _document = trusted(Claim), trusted(Passage), trusted(Document)

_FEW = 4096
"""So few quantities and periods make up most claims, so that each need only be made once."""

Names = tuple[tuple[str, ...], tuple[str, ...]]
"""The names of a claim's claimants, and of those who relay it."""


def claim_row(
    claim: Claim, *, number: int, document: int | None, recorded_at: str
) -> tuple[Any, ...]:
    """A claim as a row of the claim table, not yet grouped and not superseded.

    Args:
        claim: The claim; its own ``id``, ``event``, ``question``, ``superseded_by`` and
            ``recorded_at`` are not looked at.
        number: The number behind its ID.
        document: The number of its document.
        recorded_at: When this database learned it.

    Returns:
        A value for each column, in the table's order.
    """
    quantity, passage, period = claim.quantity, claim.passage, claim.period
    withdrawn, confidence = claim.withdrawn, claim.confidence
    return (
        number,
        claim.external_id,
        fingerprint(claim),
        claim.status,
        claim.kind,
        claim.scope,
        _list_text(claim.persons),
        quantity.low if quantity else None,
        quantity.high if quantity else None,
        bool(quantity and quantity.approximate),
        bool(quantity and quantity.vague),
        claim.value_text,
        claim.basis,
        claim.statement,
        bool(claim.anonymous),
        claim.place,
        claim.place_text,
        period.start,
        period.end,
        claim.stated_at,
        claim.hedge,
        bool(claim.denies),
        claim.revision_cue,
        passage.quote if passage else None,
        passage.start if passage else None,
        passage.end if passage else None,
        _list_text([(again.quote, again.start, again.end) for again in claim.restated]),
        document,
        _list_text(claim.inherited),
        claim.rule,
        None if confidence is None else float(confidence),
        claim.credibility,
        None,
        None,
        None,
        recorded_at,
        withdrawn.at if withdrawn else None,
        withdrawn.because if withdrawn else None,
    )


def claim_of(row: Sequence[Any], names: Names, documents: Mapping[int, Document]) -> Claim:
    """The claim that a row of the claim table holds.

    The claim was checked before it was stored, and is not checked as a whole again; its quantity
    and its period are, though equal ones only once.

    Args:
        row: A value for each column, in the table's order.
        names: Its claimants and relays.
        documents: The documents it may refer to, by number.

    Returns:
        The claim, with the short IDs of the screen.

    Raises:
        ValueError: Its quantity, its period or a list in it is none that was ever stored.
    """
    (
        number, external_id, _, status, kind, scope, persons, low, high, approximate, vague,
        value_text, basis, statement, anonymous, place, place_text, event_start, event_end,
        stated_at, hedge, denies, revision_cue, quote, quote_start, quote_end, restated,
        document, inherited, rule, confidence, credibility, event, question, superseded_by,
        recorded_at, withdrawn_at, withdrawn_because,
    ) = row  # fmt: skip
    return _claim(  # in the order of the fields
        kind,
        names[0],
        _quantity(low, high, approximate, vague),
        value_text,
        statement,
        scope,
        tuple(json.loads(persons)) if persons else (),
        basis,
        bool(anonymous),
        names[1],
        place,
        place_text,
        _period(event_start, event_end),
        stated_at,
        hedge,
        bool(denies),
        revision_cue,
        None if quote is None else _passage(quote, quote_start, quote_end),
        tuple(_passage(*again) for again in json.loads(restated)) if restated else (),
        None if document is None else documents[document],
        status,
        tuple(json.loads(inherited)) if inherited else (),
        rule,
        confidence,
        credibility,
        external_id,
        None if superseded_by is None else f"c{superseded_by}",
        f"c{number}",
        None if event is None else f"e{event}",
        None if question is None else f"q{question}",
        recorded_at,
        None if withdrawn_at is None else withdrawal_of(withdrawn_at, withdrawn_because),
    )


@lru_cache(maxsize=_FEW)
def _quantity(low: int | None, high: int | None, approximate: int, vague: int) -> Quantity | None:
    counted = low is not None or high is not None or vague
    return Quantity(low, high, bool(approximate), bool(vague)) if counted else None


@lru_cache(maxsize=_FEW)
def _period(start: str | None, end: str | None) -> Period:
    return Period(start, end) if start or end else NO_PERIOD


def withdrawal_of(at: str | None, because: str | None) -> Withdrawal | None:
    """The withdrawal that the last two columns of a row hold, None when there was none."""
    return None if at is None else Withdrawal(at, because or "")


def document_row(document: Document, *, number: int, recorded_at: str) -> tuple[Any, ...]:
    """A document as a row of the document table.

    Args:
        document: The document; its own ``id``, ``recorded_at`` and ``replaced_by`` are not looked
            at.
        number: The number behind its ID.
        recorded_at: When this database learned of it.

    Returns:
        A value for each column, in the table's order.
    """
    return (
        number,
        document.external_id,
        document.publisher,
        document.title,
        document.url,
        document.published,
        recorded_at,
        None,
        reference_fingerprint(document),
        None if document.text is None else text_digest(document.text),
        document.text,
    )


def document_of(row: Sequence[Any]) -> Document:
    """The document that a row holds.

    Args:
        row: The columns id to replaced_by of the document table, in the table's order; or all of
            them, when the text is wanted.

    Returns:
        The document, with the short ID of the screen.
    """
    number, external_id, publisher, title, url, published, recorded_at, replaced_by = row[:8]
    return _document(  # in the order of the fields
        publisher,
        title,
        url,
        published,
        external_id,
        f"d{number}",
        row[10] if len(row) > 8 else None,
        recorded_at,
        None if replaced_by is None else f"d{replaced_by}",
    )


def text_digest(text: str) -> str:
    """The SHA-256 of a document's text in UTF-8, as 64 hexadecimal characters."""
    return sha256(text.encode()).hexdigest()


def document_number(document: Document) -> int | None:
    """The number behind a document's ID, or None when it has none of the right shape."""
    if document.id is None or letter_of(document.id) != "d":
        return None
    return number_of(document.id, "d")


def _list_text(items: Sequence[Any]) -> str | None:
    return json.dumps(items, ensure_ascii=False) if items else None
