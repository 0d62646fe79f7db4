"""Short ways to write claims for matching, and to read groupings."""

from itertools import count
from typing import Any

from claimtrack.model.grouping import Grouping, MatchRow


def row(
    claim: int, place: str | None = "Qaim", day: str | None = "2024-01-24", **more: Any
) -> MatchRow:
    fields: dict[str, Any] = {
        "kind": "killed",
        "scope": None,
        "event_start": day,
        "event_end": day,
        "said_at": day,
        "quote": None,
        "document": None,
    }
    return MatchRow(claim=claim, place=place, **(fields | more))


def numbered(*rows: MatchRow) -> list[MatchRow]:
    return [r._replace(claim=n) for n, r in zip(count(1), rows, strict=False)]


def events(grouping: Grouping) -> list[set[int]]:
    """The events as sets of claims, by their smallest claims."""
    found: dict[int, set[int]] = {}
    for claim, (event, _) in grouping.assigned.items():
        found.setdefault(event, set()).add(claim)
    return sorted(found.values(), key=min)
