"""Backups: whole or not at all, and never over something else."""

from pathlib import Path

import pytest

from claimtrack.errors import DatabaseError
from claimtrack.store import backup, check, open_store
from tests.store.samples import NOW, killed, stored


def test_a_backup_is_a_whole_database_in_one_file(case: str, tmp_path: Path) -> None:
    stored(case, killed(), killed())
    target = tmp_path / "copies" / "copy.db"
    target.parent.mkdir()
    with open_store(case, write=True) as writer:
        writer.claims.add([killed()], recorded_at=NOW)
        backup(case, target)
    assert check(str(target)) == []
    with open_store(str(target)) as store:
        assert store.claims.count() == 2
    assert [path.name for path in target.parent.iterdir()] == ["copy.db"]
    assert stored(str(target), killed()) == ["c3"]


def test_a_backup_never_overwrites(case: str, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("precious")
    with pytest.raises(DatabaseError, match="exists already"):
        backup(case, target)
    assert target.read_text() == "precious"


def test_a_backup_needs_a_folder_and_a_database(case: str, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="cannot be written"):
        backup(case, tmp_path / "none" / "copy.db")
    with pytest.raises(DatabaseError, match="no database"):
        backup(str(tmp_path / "none.db"), tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()
