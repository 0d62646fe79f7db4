"""Which claims a command is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """A filter on claims; every field that is set must hold.

    Attributes:
        kind: The claim's kind.
        status: ``proposed``, ``accepted`` or ``rejected``.
        place: Words that the place contains, in any case.
        source: The slug of a claimant.
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
