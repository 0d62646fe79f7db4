"""Reading files into the database."""

import json
from pathlib import Path

from tests.conftest import good
from tests.running import Run

TEXT = "KARVALA - Three people were killed in a fire in Karvala on Monday, police said.\n"


def test_proposals_are_stored_with_their_document_and_grouped(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    finished = run("read", "a.txt", "--published", "2024-03-06", "--publisher", "Wire", "--json")
    (record,) = json.loads(good(finished))
    assert (record["kind"], record["low"], record["high"]) == ("killed", 3, 3)
    assert (record["status"], record["document"]["publisher"]) == ("proposed", "Wire")
    assert record["event_start"] == "2024-03-04"
    assert TEXT[record["start"] : record["end"]] == record["quote"]
    stored = json.loads(good(run("show", "c1", "--json")))
    assert (stored["event"], stored["question"]) == ("e1", "q1")
    assert json.loads(good(run("show", "d1", "--json")))["text"] == TEXT
    (entry,) = json.loads(good(run("log", "--json")))
    assert (entry["action"], entry["subject"], entry["after"]["claims"]) == ("read", "d1", 1)


def test_accepted_at_once_when_asked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    good(run("read", "a.txt", "--published", "2024-03-06", "--accept"))
    assert [c["status"] for c in json.loads(good(run("claims", "--json")))] == ["accepted"]


def test_a_text_read_before_is_passed_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    arguments = ("read", "a.txt", "--published", "2024-03-06", "--publisher", "Wire")
    good(run(*arguments))
    before = good(run("export"))
    assert "d1 has this text already" in run(*arguments).err
    assert good(run("export")) == before


def test_the_same_text_elsewhere_is_another_document(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    for publisher in ("Wire", "Daily"):
        good(run("read", "a.txt", "--published", "2024-03-06", "--publisher", publisher))
    assert len(json.loads(good(run("documents", "--json")))) == 2
    assert [c["event"] for c in json.loads(good(run("claims", "--json")))] == ["e1", "e1"]


def test_a_dry_run_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    finished = run("read", "a.txt", "--dry-run", "--format", "jsonl", "--published", "2024-03-06")
    assert len(good(finished).splitlines()) == 1
    assert not Path("case.db").exists()


def test_standard_input_can_be_read(run: Run) -> None:
    finished = run("read", "-", "--published", "2024-03-06", "--json", stdin=TEXT.encode())
    assert len(json.loads(good(finished))) == 1


def test_an_unknown_publication_date_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert "publication date" in run("read", "a.txt").err


def test_descriptions_are_for_a_single_document(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    finished = run("read", "a.txt", "b.txt", "--publisher", "Wire")
    assert finished.code == 2
    assert not Path("case.db").exists()


def test_a_broken_line_of_documents_is_named_and_the_rest_is_read(run: Run, tmp_path: Path) -> None:
    good_line = json.dumps({"id": "x", "text": TEXT, "published": "2024-03-06"})
    (tmp_path / "docs.jsonl").write_text(f"{good_line}\n{{\n{good_line.replace('x', 'y', 1)}\n")
    finished = run("read", "docs.jsonl")
    assert finished.code == 3
    assert "line 2" in finished.err
    assert json.loads(good(run("documents", "--json")))[0]["external_id"] == "x"


PAGE = """<!doctype html><html lang="en"><head><title>Fire in Karvala kills three | Wire</title>
<link rel="canonical" href="https://wire.example/fire">
<meta property="article:published_time" content="2024-03-06T08:00:00Z">
<meta property="og:site_name" content="Wire"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a> 12 dead in film festival row</nav>
<article><h1>Fire in Karvala kills three</h1>
<p>Three people were killed in a fire in Karvala on Monday, police said. The flames spread from a
workshop to the houses beside it before the engines came, and the street was closed for hours.</p>
<p>The mayor said the town would help those who had lost their homes, and thanked the firefighters
who had come from three neighbouring districts in the middle of the night.</p></article>
<footer>Copyright 2024 Wire. All rights reserved.</footer></body></html>"""


def test_a_page_is_read_without_what_surrounds_the_article(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    good(run("read", "page.html"))
    document = json.loads(good(run("show", "d1", "--json")))
    assert document["url"] == "https://wire.example/fire"
    assert document["published"].startswith("2024-03-06")
    assert "film festival" not in document["text"]
    killed = [c for c in json.loads(good(run("claims", "--json"))) if c["kind"] == "killed"]
    assert [(c["low"], c["event_start"]) for c in killed] == [(3, "2024-03-04")]


def test_a_page_without_text_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html><head><title>Nothing</title></head><body></body>")
    finished = run("read", "page.html")
    assert finished.code == 3
    assert "Traceback" not in finished.err
    assert not Path("case.db").exists()
