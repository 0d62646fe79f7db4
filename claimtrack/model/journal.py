"""The journal: every human action, who, when, what, before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One human action; rows are only ever added.

    Attributes:
        action: A verb: ``add``, ``import``, ``read``, ``withdraw``, …
        by: Who did it.
        at: When, ISO 8601 in UTC.
        subject: What it was done to: an ID such as ``c17``, or a file's name.
        before: What stood before, as a JSON-ready mapping, or None.
        after: What stands now, likewise.
        note: The person's reason or remark, or None.
        number: Its place in the journal, from 1; None before it is stored.
    """

    action: str
    by: str
    at: str
    subject: str
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    note: str | None = None
    number: int | None = None

    def __str__(self) -> str:
        """In a line: ``17: accept c5, by Ana``."""
        return f"{self.number}: {self.action} {self.subject}, by {self.by}"
