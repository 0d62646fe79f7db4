"""The texts that claims were found in."""

from dataclasses import dataclass

from claimtrack.model.dates import check_moment
from claimtrack.model.trusted import by_values


@dataclass(frozen=True, slots=True)
class Document:
    """A text, or the reference to one.

    Attributes:
        publisher: Who published it.
        title: Its headline.
        url: Where it stands or stood.
        published: When, as an ISO 8601 date or time.
        external_id: The identifier that it came with.
        id: Its ID in this database, such as ``d2``; None before it is stored.
        text: Its whole text, verbatim; None when only the reference is known.
        recorded_at: When this database learned of it, ISO 8601 in UTC.
        replaced_by: The ID of the newer version that replaces it, or None.

    Raises:
        ValueError: ``published`` is not a date that exists.
    """

    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    external_id: str | None = None
    id: str | None = None
    text: str | None = None
    recorded_at: str | None = None
    replaced_by: str | None = None

    def __post_init__(self) -> None:
        if self.published is not None:
            check_moment(self.published)

    __reduce__ = by_values

    @property
    def label(self) -> str:
        """The shortest name a reader would know it by."""
        return self.title or self.publisher or self.url or self.external_id or self.id or "untitled"
