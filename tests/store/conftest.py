"""A fresh database for every test, copied from one made once."""

import shutil
from pathlib import Path

import pytest

from claimtrack.store import open_store


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "empty.db"
    with open_store(str(path), write=True):
        pass
    return path


@pytest.fixture
def case(template: Path, tmp_path: Path) -> str:
    """The location of an empty database."""
    path = tmp_path / "case.db"
    shutil.copy(template, path)
    return str(path)
