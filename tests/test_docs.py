"""The documentation holds: what is generated is fresh, what is shown runs, links lead somewhere."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest

from claimtrack.cli.catalogue import COMMANDS
from claimtrack.model import report
from claimtrack.model.claims import BASES, COUNTED, CUES, STATUSES, UNCOUNTED
from claimtrack.model.journal import JournalEntry
from claimtrack.model.quantities import Quantity
from claimtrack.model.records import DOCUMENT_FIELDS, FIELDS
from claimtrack.reading.phrase import quantity_in
from docs import build
from tests.running import CLAIMTRACK, Finished, Run

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
WRITTEN = [page for page in PAGES if page != build.REFERENCE]

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PLAIN = re.compile(r"claimtrack [^|&;<>$`]*")
"""A command that needs no shell, and so no process of its own, which takes a second to start."""

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_PLACES = (ROOT, ROOT / "claimtrack")
_SET_UP = ("git ", "make ", "pip ", "cd claimtrack")
"""How lines begin that set the program up, which these tests cannot and need not do."""


def _named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _shell_lines(page: Path) -> list[str]:
    blocks = _BLOCK.findall(page.read_text(encoding="utf-8"))
    return [line for language, body in blocks if language == "sh" for line in body.splitlines()]


def _steps(page: Path) -> Iterator[str]:
    """What a page has its reader run, one step after the other; a here-document is one step."""
    lines = iter(line for line in _shell_lines(page) if not line.startswith(_SET_UP))
    for line in lines:
        step = [line]
        while "<<" in line and step[-1] != "END":
            step.append(next(lines))
        yield "\n".join(step)


def _in_shell(step: str) -> Finished:
    found = f"{Path(CLAIMTRACK).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-euc", step],
        env={**os.environ, "PATH": found, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Finished(done.returncode, done.stdout, done.stderr)


def _anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    text = _BLOCK.sub("", page.read_text(encoding="utf-8"))
    plain = [re.sub(r"[^\w\- ]", "", heading.lower()) for heading in _HEADING.findall(text)]
    return {heading.strip().replace(" ", "-") for heading in plain}


def test_the_command_reference_is_what_the_commands_say() -> None:
    kept = build.REFERENCE.read_text(encoding="utf-8")
    assert kept == build.reference(), "run `make docs`"


def test_the_picture_is_what_the_demo_shows() -> None:
    assert build.PICTURE.read_text(encoding="utf-8") == build.picture(), "run `make docs`"


@pytest.mark.parametrize("shown", build.SCREENS, ids=lambda path: path.stem)
def test_the_pictures_of_the_review_are_its_snapshots_and_shown(shown: Path) -> None:
    snapshot = build.SCREENS[shown].read_text(encoding="utf-8")
    assert shown.read_text(encoding="utf-8") == snapshot, "run `make docs`"
    guide = (ROOT / "docs" / "guides" / "reviewing.md").read_text(encoding="utf-8")
    assert f"](../pictures/{shown.name})" in guide


@pytest.mark.parametrize("page", [p for p in WRITTEN if _shell_lines(p)], ids=_named)
def test_the_commands_of_a_page_run_as_they_stand(
    page: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Runs a page from top to bottom, so that its folders and files carry on from step to step."""
    monkeypatch.delenv("CLAIMTRACK_DB")
    for step in _steps(page):
        if step.startswith("cd "):
            monkeypatch.chdir(step.removeprefix("cd "))
        elif step.startswith("export "):
            name, _, value = step.removeprefix("export ").partition("=")
            monkeypatch.setenv(name, *shlex.split(value))
        else:
            done = run(*shlex.split(step)[1:]) if _PLAIN.fullmatch(step) else _in_shell(step)
            assert done.code == 0, f"{step}\n{done.err}"
            # `command || echo …` would hide a fault of the program
            assert "mistake of its own" not in done.err, step


def test_every_make_target_that_a_page_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([\w-]+):", makefile, re.MULTILINE))
    named = {
        (_named(page), target)
        for page in WRITTEN
        for target in re.findall(r"(?:^|`)make ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE)
    }
    assert named
    assert {(page, target) for page, target in named if target not in targets} == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_explained_outside_the_reference(name: str) -> None:
    told = "".join(page.read_text(encoding="utf-8") for page in WRITTEN)
    assert re.search(rf"`{name}\b|claimtrack (?:--db \S+ )?{name}\b", told)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_line_of_a_command_is_its_docstrings_first(name: str) -> None:
    entry = COMMANDS[name]
    module = import_module(f"claimtrack.cli.commands.{entry.module}")
    assert getattr(module, entry.function).__doc__.splitlines()[0] == entry.help


def test_advice_names_only_commands_that_exist() -> None:
    """Of the program's sentences; a name that is put in would escape the check."""
    modules = [path.read_text(encoding="utf-8") for path in (ROOT / "claimtrack").rglob("*.py")]
    named = {found for text in modules for found in re.findall(r"`claimtrack ([^ `]+)", text)}
    assert named
    assert named - COMMANDS.keys() == set()


def test_pages_show_no_command_that_does_not_exist() -> None:
    shown = {
        (_named(page), found)
        for page in WRITTEN
        for found in re.findall(
            r"claimtrack (?:--db \S+ )?([a-z][\w-]*)(?= |`|$)",
            "\n".join([*_shell_lines(page), *re.findall(r"`[^`\n]+`", page.read_text("utf-8"))]),
        )
    }
    assert {(page, found) for page, found in shown if found not in COMMANDS} == set()


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    for link in _LINK.findall(_BLOCK.sub("", page.read_text(encoding="utf-8"))):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        if anchor:
            assert anchor in _anchors(target), link


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        for link in _LINK.findall(page.read_text(encoding="utf-8")):
            target = (page.parent / link.partition("#")[0]).resolve()
            if target.suffix == ".md" and target.is_file():
                waiting.append(target)
    assert {_named(page) for page in PAGES} == {_named(page) for page in reached}


def test_the_data_model_names_every_field_and_every_word_that_a_field_can_hold() -> None:
    told = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    fields = {
        *FIELDS,
        *DOCUMENT_FIELDS,
        *(f"document_{name}" for name in DOCUMENT_FIELDS),
        *JournalEntry.__dataclass_fields__,
        *(
            name.rstrip("_")
            for record in (
                report.ReportHeader, report.EventReport, report.QuestionReport, report.Figures,
                report.Figure, report.Position, report.Discrepancy, report.Revision, report.Check,
            )
            for name in record._fields
        ),
    }  # fmt: skip
    words = {*COUNTED, *UNCOUNTED, *STATUSES, *BASES, *CUES, report.SCHEMA}
    assert {name for name in fields | words if f"`{name}`" not in told} == set()


def test_the_data_model_names_every_table_and_column() -> None:
    from claimtrack.store.index_tables import METADATA

    told = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    columns = {column.name for one in METADATA.tables.values() for column in one.columns}
    missing = {name for name in columns | set(METADATA.tables) if f"`{name}`" not in told}
    assert missing == set()


def test_every_environment_variable_and_exit_code_is_documented() -> None:
    source = "".join(path.read_text("utf-8") for path in (ROOT / "claimtrack").rglob("*.py"))
    codes = {
        str(value)
        for name, value in vars(import_module("claimtrack.cli.main")).items()
        if name.startswith("EXIT_")
    }
    wanted = {f"`{name}`" for name in re.findall(r"CLAIMTRACK_[A-Z_]+", source)}
    wanted |= {f"| {code} |" for code in codes}
    told = build.REFERENCE.read_text(encoding="utf-8")
    assert {text for text in wanted if text not in told} == set()


def test_the_method_gives_words_the_bounds_that_reading_gives_them() -> None:
    method = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
    section = method.partition("## Numbers and their bounds")[2].partition("**Comparing")[0]
    first, second = (
        [line.strip("|").split("|") for line in table.splitlines() if line.startswith("| `")]
        for table in section.split("Words without a number", 1)
    )
    bounded = {
        row[0].strip(" `"): (_whole(row[1]), _whole(row[2]), "approximate" in row[3], False)
        for row in first
    }
    vague = {
        word: (_whole(row[column + 1]), None, False, True)
        for row in second
        for column in (0, 2)
        for word in re.findall(r"`([^`]+)`", row[column])
    }
    assert (len(bounded), len(vague)) == (9, 11)
    assert vague.pop("injuries") == (1, None, False, True)  # needs a sentence to be read in
    told = {words: Quantity(*bounds) for words, bounds in {**bounded, **vague}.items()}
    assert {words: quantity_in(words) for words in told} == told


def _whole(cell: str) -> int | None:
    return int(cell) if cell.strip() else None


def test_the_method_names_every_feature_of_grouping_and_every_kind_that_falls() -> None:
    from claimtrack.matching.features import NAMES
    from claimtrack.reconciling.lexicon import word_set

    told = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
    assert {name for name in NAMES if f"`{name}`" not in told.partition("## Grouping")[2]} == set()
    falling = word_set("kinds", "falling")
    assert {
        name for name in falling if f"`{name}`" not in told.partition("## Revisions")[2]
    } == set()


def test_the_files_that_the_architecture_names_exist() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.[a-z]+)?)`", told)
    missing = [name for name in named if not any((p / name).exists() for p in _PLACES)]
    assert len(named) > 20
    assert missing == []


def test_the_kind_that_the_guide_adds_is_then_read(tmp_path: Path) -> None:
    guide = ROOT / "docs" / "guides" / "adding-a-kind.md"
    (table,) = (
        body for language, body in _BLOCK.findall(guide.read_text("utf-8")) if language == "toml"
    )
    (kind,) = tomllib.loads(table)["kinds"]
    package = tmp_path / "claimtrack"
    shutil.copytree(ROOT / "claimtrack", package, ignore=shutil.ignore_patterns("__pycache__"))
    with (package / "reading" / "lexicon" / "en.toml").open("a", encoding="utf-8") as lexicon:
        lexicon.write(f"\n{table}")
    written, read = (
        step for step in _steps(guide) if step.startswith(("printf", "claimtrack read"))
    )
    done = subprocess.run(
        ["sh", "-euc", f"{written}\n'{sys.executable}' -m {read} --format jsonl"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert [json.loads(line)["kind"] for line in done.stdout.splitlines()] == [kind]


def test_every_dependency_is_accounted_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [
        *project["project"]["dependencies"],
        *chain.from_iterable(project["project"]["optional-dependencies"].values()),
        *project["build-system"]["requires"],
    ]
    names = {re.split(r"[<>=!~\[ ]", requirement)[0] for requirement in asked}
    told = (ROOT / "docs" / "decisions" / "0005-dependencies.md").read_text(encoding="utf-8")
    assert names == set(re.findall(r"^\| ([a-z][\w-]*) \|", told, re.MULTILINE)) - {"package"}
