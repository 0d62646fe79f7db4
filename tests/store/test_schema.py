"""The schema: one way to make it, told apart by version, brought up to date after a backup."""

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from claimtrack.errors import DatabaseError
from claimtrack.model.documents import Document
from claimtrack.store import check, open_store, schema
from claimtrack.store.connection import begin, connect
from claimtrack.store.index_tables import METADATA
from tests.store.samples import killed, stored

NEXT = '''"""A version to come, for the tests."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{newest}"


def upgrade() -> None:
    """Add a column by making the table anew, which is what may lose rows."""
    with op.batch_alter_table("source", recreate="always") as table:
        table.add_column(sa.Column("colour", sa.String))
    {then}
'''


def _next_version(monkeypatch: pytest.MonkeyPatch, folder: Path, then: str = "") -> None:
    scripts = folder / "migrations"
    shutil.copytree(schema.MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    newest = schema.REVISIONS[-1]
    (scripts / "versions" / "9999_next.py").write_text(NEXT.format(newest=newest, then=then))
    monkeypatch.setattr(schema, "MIGRATIONS", scripts)
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "9999"))


def test_the_migrations_make_the_tables_and_nothing_else(case: str) -> None:
    with connect(Path(case)) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_every_version_is_listed_in_order() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    walked = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(walked)) == schema.REVISIONS


def test_a_new_database_is_marked_as_ours(case: str) -> None:
    with connect(Path(case)) as connection:
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
    assert mark == schema.APPLICATION_ID


@pytest.mark.parametrize("write", [False, True])
def test_an_older_database_is_brought_up_to_date_after_a_backup(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: bool
) -> None:
    stored(case, killed(via=("AFP",)))
    now = schema.REVISIONS[-1]
    _next_version(monkeypatch, tmp_path / "next")
    with open_store(case, write=write) as store:
        assert store.migrated is not None
        assert f"{now} to 9999" in store.migrated
        assert store.claims.get("c1").via == ("AFP",)
    with open_store(case) as store:
        assert store.migrated is None
    assert check(case) == []
    monkeypatch.undo()
    assert check(f"{case}.before-9999.bak") == []


def test_a_database_of_the_first_version_keeps_all_it_holds(case: str, tmp_path: Path) -> None:
    paper = Document(title="A", url="https://example.org/1", text="Two died.")
    stored(case, killed(via=("AFP",), document=paper))
    old = str(tmp_path / "old.db")
    with connect(Path(old), create=True) as connection:
        begin(connection, write=True)
        schema.upgrade(connection, to=schema.REVISIONS[0])
        connection.exec_driver_sql("ATTACH ? AS newer", (case,))
        for name in ("source", "document", "claim", "claim_source"):
            columns = connection.exec_driver_sql(f"PRAGMA main.table_info({name})").all()
            named = ", ".join(column[1] for column in columns)
            connection.exec_driver_sql(
                f"INSERT INTO main.{name} ({named}) SELECT {named} FROM newer.{name}"
            )
        connection.commit()
    with open_store(old) as store, open_store(case) as newer:
        assert store.migrated is not None
        assert list(store.claims.find()) == list(newer.claims.find())
        assert list(store.sources.find()) == list(newer.sources.find())
        assert store.documents.get("d1") == newer.documents.get("d1")
    assert check(old) == []


def test_an_older_backup_is_never_overwritten(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = Path(f"{case}.before-9999.bak")
    taken.write_text("precious")
    _next_version(monkeypatch, tmp_path / "next")
    with open_store(case) as store:
        assert store.migrated is not None
    assert taken.read_text() == "precious"
    assert Path(f"{case}.before-9999.bak.2").exists()


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(case, killed())
    _next_version(monkeypatch, tmp_path / "next", then='raise RuntimeError("no")')
    with pytest.raises(RuntimeError), open_store(case, write=True):
        pass
    monkeypatch.undo()
    assert check(case) == []


def test_a_migration_that_breaks_references_is_taken_back(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(case, killed())
    _next_version(monkeypatch, tmp_path / "next", then='op.execute("DELETE FROM source")')
    with pytest.raises(DatabaseError, match="references to nothing"), open_store(case):
        pass
    monkeypatch.undo()
    assert check(case) == []


def test_an_older_database_that_is_read_only_says_so(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(case, killed())
    Path(case).chmod(0o444)
    _next_version(monkeypatch, tmp_path / "next")
    with pytest.raises(DatabaseError, match="older version, and read-only"), open_store(case):
        pass
