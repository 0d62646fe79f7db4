"""A text that changed: what became of its claims."""

import json
from pathlib import Path

import pytest

from tests.conftest import good
from tests.running import Finished, Run

FIRST = "Two people were killed in a fire in Karvala on Monday, police said. Nine were injured.\n"
SECOND = "One person was killed in a fire in Karvala on Monday, police said. Four are missing.\n"
URL = ("--url", "https://wire.example/fire", "--published", "2024-03-06", "--publisher", "Wire")


@pytest.fixture
def read_text(run: Run, tmp_path: Path) -> object:
    """Read a text as it stands at one URL."""

    def reading(text: str, *options: str) -> Finished:
        (tmp_path / "page.txt").write_text(text)
        return run("read", "page.txt", *(options or URL))

    return reading


def test_another_text_at_the_same_url_is_a_newer_version(run: Run, read_text) -> None:  # type: ignore[no-untyped-def]
    good(read_text(FIRST))
    said = read_text(SECOND).err
    assert "changed: killed at Karvala: 2 → 1 (police)" in said
    assert "added: missing" in said
    assert "gone: injured" in said
    documents = json.loads(good(run("documents", "--json")))
    assert [document["id"] for document in documents] == ["d1", "d2"]
    claims = json.loads(good(run("claims", "--json")))
    old = next(c for c in claims if c["document"]["id"] == "d1" and c["kind"] == "killed")
    new = next(c for c in claims if c["document"]["id"] == "d2" and c["kind"] == "killed")
    assert old["superseded_by"] == new["id"]


def test_the_report_shows_the_change_as_a_revision(run: Run, read_text) -> None:  # type: ignore[no-untyped-def]
    good(read_text(FIRST))
    good(read_text(SECOND))
    report = json.loads(good(run("report", "--json")))
    killed = next(q for e in report["events"] for q in e["questions"] if q["kind"] == "killed")
    standing = [p["low"] for p in killed["positions"] if p["standing"]]
    assert standing == [1]
    assert [r["direction"] for r in killed["revisions"]] == ["down"]
    injured = next(q for e in report["events"] for q in e["questions"] if q["kind"] == "injured")
    assert not any(p["standing"] for p in injured["positions"]), "the newer version dropped it"


def test_a_newer_version_can_be_named(run: Run, read_text) -> None:  # type: ignore[no-untyped-def]
    good(read_text(FIRST, "--published", "2024-03-06"))
    finished = read_text(SECOND, "--published", "2024-03-07", "--updates", "d1")
    assert "changed: killed" in finished.err
    refused = read_text(SECOND + "More.", "--published", "2024-03-08", "--updates", "d1")
    assert refused.code == 2
    assert "d2" in refused.err


def test_white_space_and_punctuation_are_no_change(run: Run, read_text) -> None:  # type: ignore[no-untyped-def]
    good(read_text(FIRST))
    before = good(run("export"))
    spaced = FIRST.replace(". ", " ...\n\n").replace(",", " –")
    assert "d1 has this text already" in read_text(spaced).err
    assert good(run("export")) == before


def test_many_documents_are_read_by_several_processes_as_by_one(run: Run, tmp_path: Path) -> None:
    rows = [
        {"id": str(n), "text": FIRST.replace("Karvala", f"Karvala {n}"), "published": "2024-03-06"}
        for n in range(25)
    ]
    (tmp_path / "docs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    one = good(run("read", "docs.jsonl", "--dry-run", "--format", "jsonl", "--jobs", "1"))
    assert good(run("read", "docs.jsonl", "--dry-run", "--format", "jsonl", "--jobs", "2")) == one


def test_a_text_in_another_language_is_warned_of(run: Run, read_text) -> None:  # type: ignore[no-untyped-def]
    german = "Bei einem Brand in der Altstadt sind am Montag nach Angaben der Polizei viele " * 3
    assert "does not seem to be English" in read_text(german, "--published", "2024-03-06").err
