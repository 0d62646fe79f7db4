"""The recorded review in the guide is what a review looks like, key for key."""

import builtins
import json
import os
import re
from pathlib import Path

import pytest

from tests.conftest import good
from tests.running import Run

PAGE = Path(__file__).parent.parent / "docs" / "guides" / "review-walkthrough.md"
BLOCK = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CASE = re.compile(r"<<'END'\n(.*?)^END$", re.MULTILINE | re.DOTALL)
ANSWERS = (
    *("x", "a", "z", "u", "a", "e", "", "", "at least 7", "", "", "", "", "", "", "", "", "", "a"),
    *("r", "a misprint", "u", "a"),
    *("x", "n"),
    *("y",),
    *("o", "the ministry counts on Monday", "q"),
)
"""What is typed, one answer a question; kept here so that the page can be recorded anew."""


def replayed(run: Run, monkeypatch: pytest.MonkeyPatch) -> str:
    """What appears on a terminal of 80 columns while the answers are typed."""
    answers = iter(ANSWERS)

    def typed(prompt: str = "") -> str:
        answer = next(answers, None)
        if answer is None:
            raise EOFError
        print(f"{prompt}{answer}".rstrip())  # noqa: T201
        return answer

    monkeypatch.setattr(builtins, "input", typed)
    monkeypatch.setenv("COLUMNS", "80")
    return good(run("review", "--plain"))


def test_the_walk_through_is_what_appears(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    page = PAGE.read_text(encoding="utf-8")
    case, recorded = CASE.search(page), BLOCK.search(page)
    assert case is not None
    assert recorded is not None
    Path("marsa.jsonl").write_text(case[1])
    good(run("import", "marsa.jsonl"))
    shown = "$ claimtrack review --plain\n" + replayed(run, monkeypatch)
    shown = "".join(f"{line.rstrip()}\n" for line in shown.splitlines())
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(page[: recorded.start(1)] + shown + page[recorded.end(1) :])
    else:
        assert shown == recorded[1], "run UPDATE_GOLDEN=1 pytest tests/test_walkthrough.py"
    made = [entry["action"] for entry in json.loads(good(run("log", "--json")))]
    assert made.count("accept") + made.count("reject") == made.count("undo") + 3
    assert {"different", "confirm", "leave-open"} <= set(made)
