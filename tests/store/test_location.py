"""Locations: which file is meant, and whether it can be a database at all."""

from pathlib import Path

import pytest

from claimtrack.errors import DatabaseError
from claimtrack.store.location import is_writable, path_of, require_database, require_writable


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("case.db", "case.db"),
        ("sqlite:///case.db", "case.db"),
        ("sqlite:////var/case.db", "/var/case.db"),
        ("a folder/caße?#%20.db", "a folder/caße?#%20.db"),
    ],
)
def test_a_path_and_a_url_name_a_file(location: str, path: str) -> None:
    assert path_of(location) == Path(path)


@pytest.mark.parametrize(
    "location", ["postgresql://host/case", "mysql+x://host", "http://x/case.db"]
)
def test_another_kind_of_database_is_refused(location: str) -> None:
    with pytest.raises(DatabaseError, match="only SQLite so far"):
        path_of(location)


@pytest.mark.parametrize("location", ["", " ", ":memory:", "sqlite://", "sqlite:///", "a\0b"])
def test_a_location_without_a_file_is_refused(location: str) -> None:
    with pytest.raises(DatabaseError, match="names no file"):
        path_of(location)


def test_what_cannot_be_a_database_is_told_by_what_it_is(tmp_path: Path) -> None:
    text, empty = tmp_path / "text.db", tmp_path / "empty.db"
    text.write_text("not a database, but long enough to look at")
    empty.touch()
    for path, said in [
        (tmp_path / "none.db", "no database at"),
        (empty, "is an empty file"),
        (tmp_path, "is not a file"),
        (text, "is not a SQLite database"),
    ]:
        with pytest.raises(DatabaseError, match=said):
            require_database(path)


def test_a_missing_folder_and_a_read_only_file_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="no folder"):
        require_writable(tmp_path / "none" / "case.db")
    path = tmp_path / "case.db"
    require_writable(path)
    path.touch()
    require_writable(path)
    path.chmod(0o444)
    assert not is_writable(path)
    with pytest.raises(DatabaseError, match="is read-only"):
        require_writable(path)
