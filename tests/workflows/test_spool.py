from collections.abc import Iterator

import pytest

from claimtrack.errors import DatabaseError
from claimtrack.model.report import SummaryLine
from claimtrack.render.formats import report_format
from claimtrack.workflows.spool import Spool, Telling, Worded
from tests.render.sample import EVENT


def events(number: int, gone_through: list[int]) -> Iterator[Worded]:
    for n in range(number):
        gone_through.append(n)
        line = SummaryLine(f"e{n}", "Tarno", f"q{n}", "killed", None, 1, 2, 1)
        yield Worded(f"event {n}\r\n  with two lines", (line,))


@pytest.mark.parametrize("number", [0, 3, 60_000])
def test_the_summary_is_known_before_the_events_which_are_gone_through_once(number: int) -> None:
    gone_through = list[int]()
    spool = Spool(events(number, gone_through))
    assert [line.event for line in spool.contested()] == [f"e{n}" for n in range(number)]
    told = "\n".join(spool.texts())
    assert told == "\n".join(f"event {n}\r\n  with two lines" for n in range(number))
    assert gone_through == list(range(number))


@pytest.mark.parametrize("summed", [True, False])
def test_lines_of_a_summary_are_made_where_they_are_wanted(summed: bool) -> None:
    told = Telling(report_format("json"), summed)(EVENT)
    contested = [question.id for question in EVENT.questions if question.status == "contested"]
    contested += [check.type for check in EVENT.checks if not check.settled]
    assert len(told.contested) == (len(contested) if summed else 0)
    assert contested


def test_without_a_summary_the_events_pass_through() -> None:
    gone_through = list[int]()
    texts = Spool(events(3, gone_through)).texts()
    assert next(texts) == "event 0\r\n  with two lines"
    assert gone_through == [0]


def test_a_full_disk_is_told_in_two_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    spool = Spool(events(60_000, []))
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    with pytest.raises(DatabaseError, match="temporary folder"):
        list(spool.contested())
