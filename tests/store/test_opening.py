"""Opening: one transaction a block, made on demand, refused with reasons, nothing left behind."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from claimtrack.errors import DatabaseError
from claimtrack.store import open_store
from tests.store.samples import NOW, fail_after_writing, killed, stored, tamper


def _files(case: str) -> list[str]:
    return sorted(path.name for path in Path(case).parent.iterdir())


def test_the_first_block_that_writes_makes_the_file(tmp_path: Path) -> None:
    case = str(tmp_path / "Fälle 100%?#.db")
    assert stored(case, killed()) == ["c1"]
    with open_store(f"sqlite:///{case}") as store:
        assert store.claims.count() == 1
        assert store.migrated is None
    assert _files(case) == ["Fälle 100%?#.db"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_block_that_fails_leaves_no_file_it_made(
    tmp_path: Path, error: type[BaseException]
) -> None:
    case = str(tmp_path / "case.db")
    with pytest.raises(error):
        fail_after_writing(case, error)
    assert _files(case) == []


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_block_that_fails_leaves_the_database_as_it_was(
    case: str, error: type[BaseException]
) -> None:
    stored(case, killed())
    with pytest.raises(error):
        fail_after_writing(case, error)
    with open_store(case) as store:
        assert [claim.status for claim in store.claims.find()] == ["accepted"]


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    path.touch()
    with pytest.raises(ValueError, match="no"), open_store(str(path), write=True):
        raise ValueError("no")
    assert path.stat().st_size == 0
    assert stored(str(path), killed()) == ["c1"]


def test_reading_leaves_the_file_untouched_and_cannot_change_it(case: str) -> None:
    stored(case, killed())
    before = Path(case).stat().st_mtime_ns, Path(case).read_bytes()
    with open_store(case) as store:
        assert store.claims.count() == 1
        with pytest.raises(DatabaseError, match="read-only"), open_store(case) as other:
            other.claims.set_status("c1", "rejected")
    assert (Path(case).stat().st_mtime_ns, Path(case).read_bytes()) == before
    assert _files(case) == ["case.db"]


def test_a_database_marked_read_only_can_be_read_but_not_written(case: str) -> None:
    stored(case, killed())
    Path(case).chmod(0o444)
    with open_store(case) as store:
        assert store.claims.count() == 1
    with pytest.raises(DatabaseError, match="is read-only"):
        stored(case, killed())
    assert _files(case) == ["case.db"]


@pytest.mark.parametrize("write", [False, True])
def test_what_is_not_our_database_is_refused_and_left_alone(tmp_path: Path, write: bool) -> None:
    theirs, noise, newer = tmp_path / "theirs.db", tmp_path / "noise.db", tmp_path / "newer.db"
    tamper(str(theirs), "CREATE TABLE claim (id)")
    noise.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
    stored(str(newer), killed())
    tamper(str(newer), "UPDATE alembic_version SET version_num = '9999'")
    for path, said in [
        (tmp_path, "is not a file"),
        (theirs, "another program"),
        (noise, "not a SQLite database|damaged"),
        (newer, "newer version"),
    ]:
        before = path.read_bytes() if path.is_file() else None
        with pytest.raises(DatabaseError, match=said), open_store(str(path), write=write):
            pass
        assert before is None or path.read_bytes() == before
    assert _files(str(noise)) == ["newer.db", "noise.db", "theirs.db"]


def test_a_database_that_holds_nothing_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "blank.db"
    tamper(str(path), "PRAGMA user_version = 1")
    with pytest.raises(DatabaseError, match="holds nothing yet"), open_store(str(path)):
        pass


def test_a_locked_database_says_so_after_the_wait(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMTRACK_BUSY_SECONDS", "0.05")
    with open_store(case, write=True), pytest.raises(DatabaseError, match="is locked"):
        stored(case, killed())


def test_a_reader_sees_one_snapshot_while_another_writes(case: str) -> None:
    stored(case, killed())
    with open_store(case) as reader:
        assert stored(case, killed()) == ["c2"]
        assert reader.claims.count() == 1
    with open_store(case, write=True) as writer:
        writer.claims.add([killed()], recorded_at=NOW)
        with open_store(case) as reader:
            assert reader.claims.count() == 2


def test_two_writers_take_turns_even_on_a_file_that_neither_found(tmp_path: Path) -> None:
    case = str(tmp_path / "case.db")
    failed: list[BaseException] = []

    def write() -> None:
        try:
            for _ in range(5):
                stored(case, killed())
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with open_store(case) as store:
        assert [claim.id for claim in store.claims.find()] == [f"c{n}" for n in range(1, 16)]


def test_a_database_keeps_a_log_so_that_readers_need_not_wait(tmp_path: Path) -> None:
    case = str(tmp_path / "case.db")
    stored(case, killed())
    with closing(sqlite3.connect(case)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_writer_that_waits_for_a_file_made_in_vain_makes_its_own(tmp_path: Path) -> None:
    case = str(tmp_path / "case.db")
    ids: list[str] = []
    waiting = threading.Thread(target=lambda: ids.extend(stored(case, killed())))

    def make_in_vain() -> None:
        with open_store(case, write=True):
            waiting.start()
            waiting.join(0.2)  # long enough for it to come to the lock, mostly
            raise ValueError("in vain")

    with pytest.raises(ValueError, match="in vain"):
        make_in_vain()
    waiting.join()
    assert ids == ["c1"]
    with open_store(case) as store:
        assert store.claims.count() == 1
