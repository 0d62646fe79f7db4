"""Which claims a command is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.model.claims import Claim
from claimtrack.model.sources import ARTICLE, slug_of


@dataclass(frozen=True, slots=True)
class Selection:
    """A filter on claims; every field that is set must hold.

    Attributes:
        kind: The claim's kind.
        status: ``proposed``, ``accepted`` or ``rejected``.
        place: Words that the place contains, in any case.
        source: The slug of a claimant, or of a publisher that speaks in its own voice.
        document: A document's ID.
        event: An event's ID.
        question: A question's ID.
        since: Only what happened on or after this day (ISO 8601).
        until: Only what happened on or before this day.
        text: Words that the quote or statement contains, in any case.
        withdrawn: Also those that were withdrawn.
        limit: At most so many.
    """

    kind: str | None = None
    status: str | None = None
    place: str | None = None
    source: str | None = None
    document: str | None = None
    event: str | None = None
    question: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    withdrawn: bool = False
    limit: int | None = None


EVERYTHING = Selection()


def selects(selection: Selection, claim: Claim) -> bool:
    """Whether a claim is of the kind, place, source and time that a selection asks for.

    Args:
        selection: Its other fields are not looked at.
        claim: Any claim. A period is compared by its days as its own text writes them, and counts
            where it reaches into the asked one; an undated claim is of no time.

    Returns:
        Whether every one of those fields that is set holds.
    """
    began = claim.period.start or claim.period.end
    ended = claim.period.end or claim.period.start
    return (
        selection.kind in (None, claim.kind)
        and (
            selection.place is None or selection.place.casefold() in (claim.place or "").casefold()
        )
        and (
            selection.source is None
            or slug_of(selection.source) in set(map(slug_of, _speakers(claim)))
        )
        and (selection.since is None or (ended is not None and ended[:10] >= selection.since[:10]))
        and (selection.until is None or (began is not None and began[:10] <= selection.until[:10]))
    )


def _speakers(claim: Claim) -> Iterator[str]:
    """Who says it; where that is the document itself, its publisher too."""
    yield from claim.claimants
    if ARTICLE in claim.claimants and claim.document and claim.document.publisher:
        yield claim.document.publisher
