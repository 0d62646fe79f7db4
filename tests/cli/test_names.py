"""What humans say of names and how they grade."""

import json
from pathlib import Path

import pytest

from tests.conftest import good
from tests.running import Run

DAY = {"event_start": "2024-01-24", "event_end": "2024-01-24", "kind": "killed"}
RECORDS = [
    {"id": "a", "low": 1, "high": 1, "claimants": ["the Hashed"], "place": "Jurf al-Sakhr", **DAY},
    {"id": "b", "low": 2, "high": 2, "claimants": ["Abu Ali"], "place": "Tall Afra", **DAY},
]


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """The command line on two claims about one place under two names."""
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in RECORDS))
    good(run("import", "in.jsonl"))
    return run


def test_a_place_may_have_a_name_that_no_spelling_reveals(filled: Run) -> None:
    good(filled("alias", "place", "Tall Afra", "Jurf al-Sakhr", "--note", "renamed in 2014"))
    events = {c["event"] for c in json.loads(good(filled("claims", "--json")))}
    assert len(events) == 1
    entry = json.loads(good(filled("log", "--json")))[0]
    assert (entry["action"], entry["note"]) == ("alias", "renamed in 2014")


def test_a_spokesman_and_his_body_are_one_source(filled: Run) -> None:
    good(filled("alias", "place", "Tall Afra", "Jurf al-Sakhr"))
    before = json.loads(good(filled("report", "--json")))["events"][0]["questions"][0]
    assert before["origins"] == 2
    good(filled("alias", "source", "abu-ali", "hashed", "--as", "speaks-for"))
    after = json.loads(good(filled("report", "--json")))["events"][0]["questions"][0]
    assert after["origins"] == 1


def test_a_source_and_a_claim_are_graded_apart(filled: Run) -> None:
    good(filled("grade", "hashed", "b"))
    assert json.loads(good(filled("show", "hashed", "--json")))["reliability"] == "B"
    good(filled("grade", "c1", "2"))
    refused = filled("grade", "c1", "1")
    assert refused.code == 2
    assert "no second independent origin" in refused.err
    good(filled("alias", "place", "Tall Afra", "Jurf al-Sakhr"))
    good(filled("grade", "c1", "1"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("alias", "place", "Tarno", "Tarno"),
        ("alias", "source", "hashed", "nobody"),
        ("alias", "source", "hashed", "abu-ali", "--as", "cousin-of"),
        ("alias", "date", "a", "b"),
        ("grade", "hashed", "Z"),
        ("grade", "c1", "9"),
        ("grade", "nobody", "A"),
    ],
)
def test_what_makes_no_sense_is_refused(filled: Run, arguments: tuple[str, ...]) -> None:
    finished = filled(*arguments)
    assert finished.code == 2
    assert "Traceback" not in finished.err
