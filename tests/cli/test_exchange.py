"""Import and export: lossless, whole or not at all, and the same file twice changes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.model.claims import Claim
from claimtrack.model.records import to_record
from tests.conftest import good
from tests.running import Run
from tests.strategies import claims

MINTED = ("id", "event", "question", "recorded_at", "superseded_by", "document")
"""Fields that a database mints for itself; the document is compared apart."""


def comparable(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Records without what each database mints; documents as what is known of them."""
    plain = []
    for record in records:
        document = record["document"] and {**record["document"], "id": None}
        kept = {key: value for key, value in record.items() if key not in MINTED}
        plain.append({**kept, "document": document})
    return plain


def exported(run: Run, database: str) -> list[dict[str, Any]]:
    """The records of a database."""
    lines = good(run("--db", database, "export")).split("\n")
    return [json.loads(line) for line in lines if line]


SAMPLE = [
    {"id": "a", "kind": "killed", "low": 1, "high": 1, "claimants": ["The Hashed"], "via": ["AFP"],
     "place": "Al Qaim", "event_start": "2024-01-24", "event_end": "2024-01-24",
     "document": {"publisher": "AFP", "published": "2024-01-24"}},
    {"id": "b", "kind": "killed", "low": 2, "high": None, "claimants": ["police", "a | doctor"],
     "superseded_by": "a", "quote": "At least two,\nthey \"said\"; ünïcode ​.", "persons": ["X, 9"],
     "document": {"publisher": "AFP", "published": "2024-01-24"}},
    {"kind": "demand", "statement": "leave", "claimants": ["Iraq"]},
    {"kind": "demand", "statement": "leave", "claimants": ["Iraq"]},
]  # fmt: skip


@pytest.mark.parametrize("suffix", ["jsonl", "json", "csv"])
def test_import_export_import_elsewhere_gives_the_same_records(
    run: Run, tmp_path: Path, suffix: str
) -> None:
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in SAMPLE))
    good(run("--db", "first.db", "import", "in.jsonl"))
    good(run("--db", "first.db", "export", "-o", f"out.{suffix}"))
    good(run("--db", "second.db", "import", f"out.{suffix}"))
    first, second = exported(run, "first.db"), exported(run, "second.db")
    assert comparable(first) == comparable(second)
    assert len(first) == 4, "two rows that say the same are still two rows"
    assert first[1]["superseded_by"] == first[0]["id"]
    assert second[1]["superseded_by"] == second[0]["id"]


@pytest.mark.parametrize("suffix", ["jsonl", "json", "csv"])
def test_importing_a_file_twice_changes_nothing(run: Run, tmp_path: Path, suffix: str) -> None:
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in SAMPLE))
    good(run("import", "in.jsonl"))
    good(run("export", "-o", f"out.{suffix}"))
    before, log = good(run("export")), good(run("log", "--json"))
    for file in ("in.jsonl", f"out.{suffix}"):
        finished = run("import", file)
        assert "Imported 0 claims; 4 known already." in finished.err
    assert good(run("export")) == before
    assert good(run("log", "--json")) == log


@settings(
    deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(claims(), min_size=1, max_size=5, unique_by=lambda c: c.external_id or object()))
def test_export_import_export_is_identity(run: Run, found: list[Claim]) -> None:
    for file in ("first.db", "second.db", "third.db", "in.jsonl", "out.csv", "out.jsonl"):
        Path(file).unlink(missing_ok=True)
    with Path("in.jsonl").open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(to_record(claim)) + "\n" for claim in found)
    good(run("--db", "first.db", "import", "in.jsonl", "--no-group"))
    first = exported(run, "first.db")
    good(run("--db", "first.db", "export", "-o", "out.csv"))
    good(run("--db", "first.db", "export", "-o", "out.jsonl"))
    good(run("--db", "second.db", "import", "out.csv", "--no-group"))
    good(run("--db", "third.db", "import", "out.jsonl", "--no-group"))
    assert comparable(exported(run, "second.db")) == comparable(first)
    assert comparable(exported(run, "third.db")) == comparable(first)
    assert len(first) == len(found)


def test_documents_that_a_file_tells_apart_stay_apart(run: Run, tmp_path: Path) -> None:
    document = {"external_id": None, "publisher": "AFP", "title": None, "url": None}
    rows = [
        {"kind": "killed", "claimants": ["police"], "low": n, "document": {**document, "id": d}}
        for n, d in ((1, "d1"), (2, "d2"), (3, "d1"))
    ]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    good(run("import", "in.jsonl"))
    ids = [record["document"]["id"] for record in exported(run, "case.db")]
    assert ids[0] == ids[2] != ids[1]


def test_standard_input_can_be_imported(run: Run) -> None:
    held = json.dumps(SAMPLE[0]).encode()
    finished = run("import", "-", "--format", "jsonl", stdin=held)
    assert finished.code == 0, finished.err
    assert exported(run, "case.db")[0]["external_id"] == "a"


def test_an_import_is_one_entry_of_the_journal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in SAMPLE))
    good(run("import", "in.jsonl", "--by", "Bo"))
    (entry,) = json.loads(good(run("log", "--json")))
    assert (entry["by"], entry["action"], entry["subject"]) == ("Bo", "import", "in.jsonl")
    assert entry["after"] == {"claims": 4, "first": "c1", "last": "c4", "known": 0}


def test_export_writes_only_what_is_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in SAMPLE))
    good(run("import", "in.jsonl"))
    chosen = good(run("export", "--kind", "killed", "--place", "qaim"))
    assert [json.loads(line)["external_id"] for line in chosen.splitlines()] == ["a"]
    finished = run("export", "-o", "in.jsonl")
    assert finished.code == 3
    assert "exists already" in finished.err
