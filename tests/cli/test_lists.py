"""Lists, single things, and how they look on terminals and in pipes."""

import json
from pathlib import Path

import pytest

from tests.conftest import good
from tests.running import Run, in_own_process

RECORDS = [
    {"id": "a", "kind": "killed", "low": 1, "high": 1, "claimants": ["The Hashed"], "via": ["AFP"],
     "place": "Al Qaim", "event_start": "2024-01-24", "event_end": "2024-01-24",
     "quote": "One person was killed, the Hashed said.", "status": "proposed",
     "document": {"publisher": "AFP", "title": "A strike", "published": "2024-01-24"}},
    {"id": "b", "kind": "killed", "low": 2, "high": 2, "claimants": ["the Hashed"],
     "place": "Al Qaim", "event_start": "2024-01-24", "event_end": "2024-01-24"},
    {"id": "c", "kind": "missing", "low": 3, "claimants": ["a diver"], "place": "Tarno",
     "event_start": "2022-03-09", "event_end": "2022-03-09"},
]  # fmt: skip


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """The command line on a database with three claims."""
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in RECORDS))
    good(run("import", "in.jsonl"))
    return run


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), ["c1", "c2", "c3"]),
        (("--kind", "missing"), ["c3"]),
        (("--status", "proposed"), ["c1"]),
        (("--place", "qaim"), ["c1", "c2"]),
        (("--source", "hashed"), ["c1", "c2"]),
        (("--document", "d1"), ["c1"]),
        (("--event", "e1"), ["c1", "c2"]),
        (("--question", "q1"), ["c1", "c2"]),
        (("--since", "2024-01-01"), ["c1", "c2"]),
        (("--until", "2023-01-01"), ["c3"]),
        (("--text", "PERSON WAS"), ["c1"]),
        (("--limit", "2"), ["c1", "c2"]),
    ],
)
def test_claims_are_chosen_by_their_fields(
    filled: Run, options: tuple[str, ...], expected: list[str]
) -> None:
    assert [c["id"] for c in json.loads(good(filled("claims", "--json", *options)))] == expected


@pytest.mark.parametrize("command", ["claims", "events", "sources", "documents", "log"])
def test_every_list_has_every_format(filled: Run, command: str) -> None:
    rows = json.loads(good(filled(command, "--format", "json")))
    lines = good(filled(command, "--format", "jsonl")).splitlines()
    assert [json.loads(line) for line in lines] == rows
    assert len(good(filled(command, "--format", "csv")).splitlines()) == len(rows) + 1
    assert good(filled(command, "--format", "md")).startswith("|")
    assert len(good(filled(command)).splitlines()) == len(rows) + 2


def test_an_event_is_told_of_all_its_claims(filled: Run) -> None:
    event = json.loads(good(filled("events", "--json", "--status", "proposed")))[0]
    assert (event["id"], event["place"], event["claims"], event["unreviewed"]) == (
        "e1",
        "Al Qaim",
        2,
        1,
    )


def test_one_body_in_two_spellings_is_one_source(filled: Run) -> None:
    sources = {s["slug"]: s for s in json.loads(good(filled("sources", "--json")))}
    assert sources["hashed"]["claims"] == 2
    assert sources["afp"]["relays"] == 1


def test_an_empty_answer_is_said_on_stderr(filled: Run) -> None:
    finished = filled("claims", "--kind", "ill")
    assert (finished.code, finished.out, finished.err) == (0, "", "No claims fit.\n")
    assert json.loads(good(filled("claims", "--kind", "ill", "--json"))) == []


@pytest.mark.parametrize("thing", ["c1", "e1", "q1", "d1", "hashed"])
def test_everything_that_is_listed_can_be_shown(filled: Run, thing: str) -> None:
    assert thing in good(filled("show", thing))
    assert json.loads(good(filled("show", thing, "--json")))


def test_a_pipe_gets_no_colour_and_no_wrapping(filled: Run, tmp_path: Path) -> None:
    out = in_own_process("--db", "case.db", "claims", cwd=tmp_path).out
    assert "\x1b" not in out
    assert all(len(line) < 200 for line in out.splitlines())
    assert "The Hashed" in out


def test_a_reader_that_has_seen_enough_is_no_error(filled: Run, tmp_path: Path) -> None:
    import subprocess

    from tests.running import CLAIMTRACK

    done = subprocess.run(
        f"{CLAIMTRACK} --db case.db export | head -n 1",
        shell=True, cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


def test_group_gathers_what_was_imported_without_grouping(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in RECORDS))
    good(run("import", "in.jsonl", "--no-group"))
    assert [c["event"] for c in json.loads(good(run("claims", "--json")))] == [None] * 3
    assert "3 claims in 2 events" in run("group").err
    assert [c["event"] for c in json.loads(good(run("claims", "--json")))] == ["e1", "e1", "e2"]
    before = good(run("export"))
    assert "0 claims changed" in run("group", "--all").err
    assert good(run("export")) == before


def test_documents_tell_which_version_replaces_which(run: Run, tmp_path: Path) -> None:
    for name, text in (("one", "Two men were killed."), ("two", "One man was killed.")):
        (tmp_path / f"{name}.txt").write_text(text)
        good(
            run(
                "read", f"{name}.txt", "--url", "https://example.org/a", "--published", "2024-05-15"
            )
        )
    found = json.loads(good(run("documents", "--json")))
    assert [(d["id"], d["replaced_by"]) for d in found] == [("d1", "d2"), ("d2", None)]
    assert "Replaced by  d2" in good(run("show", "d1"))
