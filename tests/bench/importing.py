"""How long an import takes, against inserting the same rows by hand and parsing the same file."""

import json
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.bench.measure import CLAIMTRACK, line, seconds

_PLACES = [
    f"{a}{b}" for a in ("Qar", "Mel", "Tos", "Bir", "Had") for b in ("ava", "ith", "un", "ra")
]
_SPEAKERS = ["the health ministry", "police", "a hospital source", "residents", "the Red Crescent"]
_OUTLETS = [
    f"{a} {b}" for a in ("Daily", "Gulf", "Civic", "Open") for b in ("News", "Wire", "Post")
]


def records(number: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Claim records that use most fields, each with a document of its own."""
    draw = random.Random(seed)
    for i in range(number):
        day = (date(2022, 1, 1) + timedelta(days=draw.randrange(900))).isoformat()
        low = draw.randrange(1, 200)
        place, speaker, outlet = (draw.choice(x) for x in (_PLACES, _SPEAKERS, _OUTLETS))
        yield {
            "id": str(i),
            "status": "accepted",
            "kind": draw.choice(["killed", "injured", "missing"]),
            "low": low,
            "high": low if draw.random() < 0.8 else None,
            "claimants": [speaker],
            "via": [outlet],
            "place": place,
            "place_text": place,
            "event_start": day,
            "event_end": day,
            "stated_at": day,
            "quote": f"{speaker.capitalize()} gave {low} for {place}, as {outlet} has it.",
            "document": {"external_id": f"{i}.example", "publisher": outlet, "published": day},
        }


def run(number: int) -> bool:
    """Import so many records, print the ratio and the memory; returns whether the limit holds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file, database = folder / "claims.jsonl", folder / "case.db"
        with file.open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(record) + "\n" for record in records(number))
        took = seconds([CLAIMTRACK, "--db", str(database), "import", str(file), "--no-group"])
        by_hand = _by_hand(file, database, folder / "by-hand.db")
    what = f"import of {number:,} / json + executemany of the same rows"
    return line(what, took / by_hand, 5, f"{took:.1f} s against {by_hand:.1f} s")


def _by_hand(file: Path, imported: Path, target: Path) -> float:
    """Seconds to parse the file and to insert the rows that the import made, schema and all."""
    source = sqlite3.connect(imported)
    schema = source.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    tables = ("source", "document", "claim", "claim_source")
    rows = {table: source.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    source.close()
    began = time.perf_counter()
    with file.open(encoding="utf-8") as stream:
        for text in stream:
            json.loads(text)
    database = sqlite3.connect(target)
    database.execute("PRAGMA journal_mode=WAL")
    for (statement,) in schema:
        database.execute(statement)
    with database:
        for table, held in rows.items():
            marks = ",".join("?" * len(held[0]))
            database.executemany(f"INSERT INTO {table} VALUES ({marks})", held)
    database.close()
    return time.perf_counter() - began
