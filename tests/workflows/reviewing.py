"""A small case to review: two strikes, voices that differ, one that changed."""

import json
from pathlib import Path
from typing import Any

from claimtrack.exchange.formats import format_named
from claimtrack.store import open_store
from claimtrack.workflows.importing import import_file
from claimtrack.workflows.review import ReviewSession

NIGHT = {"place": "Al Qaim", "event_start": "2024-01-24", "event_end": "2024-01-24"}
OTHER = {"place": "Tarno", "event_start": "2024-03-02", "event_end": "2024-03-02"}


def claim(name: str, who: str, low: int | None, **fields: Any) -> dict[str, Any]:
    """A record of a proposal on the night at Al Qaim, unless the fields say otherwise."""
    return {
        "id": name, "kind": "killed", "claimants": [who], "low": low, "high": low,
        "status": "proposed", "rule": "passive", "confidence": 0.8,
        "quote": f"{who} said {low} people were killed in Al Qaim ({name}).",
        **NIGHT, **fields,
    }  # fmt: skip


CASE = [
    claim("a", "the Hashed", 2, stated_at="2024-01-24"),
    claim("b", "the Hashed", 1, stated_at="2024-01-26", confidence=0.95),
    claim("c", "the mayor", 9, stated_at="2024-01-25", confidence=0.7),
    claim("d", "police", 3, confidence=0.95, **OTHER),
    claim("e", "residents", 40, status="accepted", **OTHER),
]


def laid(folder: Path, records: list[dict[str, Any]] | None = None) -> str:
    """A database with the case, or other records, in a folder."""
    source = folder / "case.jsonl"
    lines = [json.dumps(record) for record in (CASE if records is None else records)]
    source.write_text("\n".join(lines) + "\n")
    location = str(folder / "case.db")
    import_file(location, str(source), format_named("jsonl"), by="Ana")
    return location


def status(location: str, short_id: str) -> str:
    """What the database holds a claim for."""
    with open_store(location) as store:
        return store.claims.get(short_id).status


def actions(location: str) -> list[tuple[str, str, str]]:
    """The journal without its imports, oldest first: who did what to what."""
    with open_store(location) as store:
        entries = [e for e in store.journal.entries() if e.action != "import"]
    return [(e.by, e.action, e.subject) for e in reversed(entries)]


def subjects(session: ReviewSession) -> list[str]:
    """Everything that a session asks, in its order, by skipping."""
    found = []
    while session.item is not None:
        found.append(session.item.subject)
        session.do("skip")
    return found
