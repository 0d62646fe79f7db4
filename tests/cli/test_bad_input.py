"""Bad input: one sentence what, one what to do, the right exit code, and the database unchanged."""

import json
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.conftest import good
from tests.running import Finished, Run

HEADER = "kind,claimants,low,high,stated_at"
GOOD_RECORD = {"id": "a", "kind": "killed", "claimants": ["police"], "low": 1, "high": 1}


def refused(finished: Finished, code: int, *said: str) -> None:
    """Check that a command was refused in the two sentences that every error has."""
    assert finished.code == code, finished
    assert "Traceback" not in finished.err
    first, *between, hint = finished.err.strip().splitlines()
    assert first.startswith("Error: ")
    assert first.endswith(".")
    assert hint.endswith(".")
    assert between or hint != first
    for words in said:
        assert words in finished.err


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Path:
    """A database with one claim in it."""
    (tmp_path / "first.jsonl").write_text(json.dumps(GOOD_RECORD))
    good(run("import", "first.jsonl"))
    return tmp_path / "case.db"


def content(database: Path) -> list[str]:
    """Everything in a database, as SQL."""
    with sqlite3.connect(database) as connection:
        return list(connection.iterdump())


@pytest.mark.parametrize("command", ["import", "read"])
def test_a_file_that_is_not_there(run: Run, command: str) -> None:
    name = "none.jsonl" if command == "import" else "none.txt"
    refused(run(command, name), 3, f"There is no file {name}.")
    assert not Path("case.db").exists()


@pytest.mark.parametrize("command", ["import", "read"])
def test_a_directory(run: Run, command: str, tmp_path: Path) -> None:
    (tmp_path / "folder.jsonl").mkdir()
    refused(run(command, "folder.jsonl"), 3, "folder.jsonl is a directory.")


@pytest.mark.parametrize("command", ["import", "read"])
@pytest.mark.parametrize("held", ["", " \n\n"])
def test_an_empty_file(run: Run, filled: Path, tmp_path: Path, command: str, held: str) -> None:
    name = "empty.jsonl" if command == "import" else "empty.txt"
    (tmp_path / name).write_text(held)
    before = content(filled)
    finished = run(command, name)
    refused(finished, 3, name)
    assert "empty" in finished.err or "no claim records" in finished.err
    assert content(filled) == before


@pytest.mark.parametrize("command", ["import", "read"])
def test_text_in_another_encoding(run: Run, filled: Path, tmp_path: Path, command: str) -> None:
    name = "latin.csv" if command == "import" else "latin.txt"
    text = "Zwölf Menschen wurden getötet, sagte die Behörde für Zivilschutz am Dienstag. " * 20
    (tmp_path / name).write_bytes(f"{HEADER}\nkilled,{text},1,1,\n".encode("cp1252"))
    before = content(filled)
    refused(run(command, name), 3, f"{name} is not UTF-8; it looks like cp125", "iconv -f cp125")
    assert content(filled) == before


def test_bytes_that_go_wrong_far_into_a_file(run: Run, filled: Path, tmp_path: Path) -> None:
    rows = "".join(json.dumps({**GOOD_RECORD, "id": str(i)}) + "\n" for i in range(5000))
    (tmp_path / "late.jsonl").write_bytes(rows.encode() + b'{"kind": "\xe9"}\n')
    before = content(filled)
    refused(run("import", "late.jsonl"), 3, "late.jsonl is not UTF-8")
    assert content(filled) == before


@pytest.mark.parametrize("mark", ["utf-16", "utf-32"])
def test_text_of_wide_characters(run: Run, tmp_path: Path, mark: str) -> None:
    (tmp_path / "wide.txt").write_bytes("Two people were killed.".encode(mark))
    finished = run("read", "wide.txt")
    assert finished.code == 3
    assert "Traceback" not in finished.err


def test_a_binary_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    refused(run("read", "picture.txt"), 3, "picture.txt is a binary file")


def test_a_file_too_long_for_one_document(run: Run, tmp_path: Path) -> None:
    (tmp_path / "archive.txt").write_text("Two people were killed. " * 300_000)
    refused(run("read", "archive.txt"), 3, "archive.txt is longer than 5,000,000 characters")
    assert not Path("case.db").exists()


def test_a_csv_with_a_wrong_header(run: Run, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.csv").write_text("kind,claiments,low,high\nkilled,police,1,1\n")
    before = content(filled)
    refused(run("import", "wrong.csv"), 3, "claiments", "claimants")
    assert content(filled) == before


def test_every_bad_row_is_named_and_nothing_of_the_file_is_stored(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    rows = [HEADER, *(f"killed,police {i},{i},{i},2024-01-24" for i in range(2, 30))]
    rows[16] = "killed,police,twelve,,2024-01-24"  # row 17 of the spreadsheet
    rows[19] = "killed,,3,3,2024-01-24"
    rows[21] = "killed,police,9,3,2024-01-24"
    rows[23] = "killed,police,3,3,2024-02-30"
    (tmp_path / "rows.csv").write_text("\n".join(rows) + "\n")
    before = content(filled)
    finished = run("import", "rows.csv")
    refused(finished, 3, "4 problems", "row 17: low: 'twelve'")
    assert "row 20: claimants: is missing" in finished.err
    assert "row 22: low: low is 9, above high 3" in finished.err
    assert "row 24: stated_at" in finished.err
    assert "'2024-02-30' does not exist" in finished.err
    assert content(filled) == before


def test_a_broken_line_of_json(run: Run, filled: Path, tmp_path: Path) -> None:
    good_line = json.dumps({**GOOD_RECORD, "id": "b"})
    (tmp_path / "broken.jsonl").write_text(f'{good_line}\n{{"kind": \n{good_line}\n')
    before = content(filled)
    refused(run("import", "broken.jsonl"), 3, "1 problem", "line 2")
    assert content(filled) == before


def test_the_same_id_with_other_content(run: Run, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "other.jsonl").write_text(json.dumps({**GOOD_RECORD, "low": 0}))
    before = content(filled)
    refused(run("import", "other.jsonl"), 3, "'a' was recorded as c1 with other content")
    assert content(filled) == before


def test_a_file_of_an_unknown_kind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "claims.xlsx").write_bytes(b"PK")
    refused(run("import", "claims.xlsx"), 2, "claims.xlsx")
    refused(run("read", "claims.xlsx"), 3, "claims.xlsx")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--kind", "killed", "--low", "1"), "claimants: is missing"),
        (("--kind", "killed", "--claimant", "police", "--low", "3", "--high", "1"), "above high 1"),
        (
            ("--kind", "killed", "--claimant", "police", "--low", "1", "--said", "2024-02-30"),
            "does not exist",
        ),
        (("--kind", "killed", "--claimant", "police"), "a statement is needed"),
    ],
)
def test_a_claim_by_hand_that_breaks_a_rule(
    run: Run, filled: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = content(filled)
    refused(run("add", *arguments), 3, said)
    assert content(filled) == before


def test_a_database_that_is_not_there(run: Run) -> None:
    refused(run("claims"), 4, "There is no database at case.db.")
    assert not Path("case.db").exists()


@pytest.mark.parametrize("command", [("claims",), ("import", "first.jsonl"), ("check",)])
def test_a_database_that_is_not_sqlite(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "first.jsonl").write_text(json.dumps(GOOD_RECORD))
    (tmp_path / "case.db").write_text("a shopping list")
    refused(run(*command), 4, "case.db is not a SQLite database")
    assert (tmp_path / "case.db").read_text() == "a shopping list"


def test_a_read_only_database_can_be_read_but_not_written(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    (tmp_path / "more.jsonl").write_text(json.dumps({**GOOD_RECORD, "id": "b"}))
    before = content(filled)
    filled.chmod(0o444)
    refused(run("import", "more.jsonl"), 4, "read-only")
    assert "police" in good(run("claims", "--json"))
    assert content(filled) == before


def test_a_locked_database(run: Run, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "more.jsonl").write_text(json.dumps({**GOOD_RECORD, "id": "b"}))
    holder = sqlite3.connect(filled, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        refused(run("import", "more.jsonl"), 4, "locked")
        assert "police" in good(run("claims", "--json")), "readers do not wait for writers"
    finally:
        holder.close()
    good(run("import", "more.jsonl"))


def test_a_database_of_a_newer_version(run: Run, filled: Path) -> None:
    with sqlite3.connect(filled) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = content(filled)
    refused(run("claims"), 4, "newer")
    assert content(filled) == before


def test_a_database_of_another_kind_of_server(run: Run) -> None:
    refused(run("--db", "postgresql://host/case", "claims"), 4, "postgresql")


@pytest.mark.parametrize("thing", ["c99", "e99", "q99", "d99", "nobody"])
def test_a_thing_that_is_not_there(run: Run, filled: Path, thing: str) -> None:
    refused(run("show", thing), 2, thing)


def test_a_full_disk_or_a_wrong_folder_for_a_backup(run: Run, filled: Path, tmp_path: Path) -> None:
    shutil.copy(filled, tmp_path / "there.db")
    refused(run("backup", "there.db"), 4, "there.db")
    refused(run("backup", "no/such/folder.db"), 4)


def test_a_format_that_is_not_known(run: Run, filled: Path) -> None:
    refused(run("claims", "--format", "pdf"), 2, "'pdf'")
    refused(run("claims", "--json", "--format", "csv"), 2, "two formats")


def test_a_fault_of_the_program_shows_no_traceback(
    run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimtrack.store.open_store", lambda *_, **__: 1 / 0)
    refused(run("claims"), 70, "a mistake of its own", "CLAIMTRACK_DEBUG")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Two people were killed.")
    (tmp_path / "secret.txt").chmod(0)
    refused(run("read", "secret.txt"), 3, "may not be read")
