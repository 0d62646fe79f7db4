import json
import re
import subprocess
import sys
from typing import Any

import pytest

from claimtrack.errors import UsageError
from claimtrack.model.report import Figures, Position, contested
from claimtrack.render.formats import report_format
from claimtrack.render.markup import escaped
from claimtrack.render.reports.picture import svg
from tests.render.sample import EVENT, HEADER, KILLED, position


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_is_one_document_with_every_event(count: int) -> None:
    form = report_format("json")
    text = "\n".join(form.lines(HEADER, map(form.event, [EVENT] * count)))
    assert json.loads(text) == {
        "schema": "claimtrack.report/1",
        "generated_at": HEADER.generated_at,
        "as_of": HEADER.as_of,
        "events": [record(EVENT)] * count,
    }


def test_an_event_has_the_fields_of_its_record_in_their_order_on_one_line() -> None:
    name = 'the "Red" Crescent\u2028\\'
    odd = EVENT._replace(title=f"{EVENT.title}: {name}")
    told = report_format("json").event(odd)
    assert "\u2028" not in told
    assert json.dumps(json.loads(told)) == json.dumps(record(odd))


def record(told: Any) -> Any:
    """A part of a report by the names of its fields.

    Of the latest figure the rule is left out, and of a position what its source is called.
    """
    if not isinstance(told, tuple):
        return told
    if not hasattr(told, "_asdict"):
        return [record(one) for one in told]
    fields = {name.rstrip("_"): record(value) for name, value in told._asdict().items()}
    if isinstance(told, Figures) and told.latest is not None:
        del fields["latest"]["rule"]
    if isinstance(told, Position):
        del fields["body"]
    return fields


def test_markdown_tables_keep_their_columns_whatever_the_cells_hold() -> None:
    lines = report_format("md").event(EVENT).split("\n")
    rows = [line for line in lines if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {7}


def test_markdown_carries_every_reason_and_every_wording() -> None:
    text = report_format("md").event(EVENT)
    for question in EVENT.questions:
        assert escaped(question.wording) in text
        assert all(escaped(found.reason) in text for found in question.discrepancies)
        assert all(escaped(revision.reason) in text for revision in question.revisions)


@pytest.mark.parametrize("name", ["table", "md", "json"])
def test_every_format_tells_what_became_of_a_position(name: str) -> None:
    gone = position("Police", "c1", 4, 4, standing=False, state="withdrawn")
    event = EVENT._replace(questions=(KILLED._replace(positions=(gone,)),))
    assert "withdrawn" in report_format(name).event(event)


@pytest.mark.parametrize("width", [None, 40])
@pytest.mark.parametrize("name", ["table", "md"])
def test_the_place_of_each_position_is_told_where_there_are_several(
    name: str, width: int | None
) -> None:
    def shown(*places: str) -> str:
        held = tuple(
            position("Police", f"c{n}", n, n, place=place)
            for n, place in enumerate(("Upland", "Lesk, Upland", None), 1)
        )
        asked = KILLED._replace(positions=held, places=places)
        return report_format(name, width=width).event(EVENT._replace(questions=(asked,)))

    several = shown("Upland", "Lesk, Upland")
    assert several.count("Lesk, Upland") == 1
    assert ("Place" in several) == (name == "md" or width is None)
    assert "Upland" not in shown("Upland")


@pytest.mark.parametrize("name", ["table", "md"])
@pytest.mark.parametrize(
    ("low", "high", "told"), [(0, 20, "0 to 20"), (None, 20, "at most 20"), (3, None, "at least 3")]
)
def test_a_range_is_told_alike_above_the_events_and_in_them(
    name: str, low: int | None, high: int | None, told: str
) -> None:
    question = KILLED._replace(figures=Figures(low, high, None, None))
    event = EVENT._replace(questions=(question,))
    form = report_format(name)
    text = "\n".join(form.lines(HEADER, [form.event(event)], contested(event)))
    assert f": killed {told}, 3 outlets, 2 origins: the Hashed, an" in text
    assert re.search(rf"Range\W+{told}", text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a | b", r"a \| b"),
        ("*x* [y](z) <b> `c`", r"\*x\* \[y\](z) \<b\> \`c\`"),
        ("1. first", r"1\. first"),
        ("- dash", r"\- dash"),
        ("12 dead, -5", "12 dead, -5"),
        ("two\nlines", "two lines"),
        ("&lt;", r"\&lt;"),
    ],
)
def test_no_text_means_anything_to_markdown(text: str, plain: str) -> None:
    assert escaped(text) == plain


def test_the_picture_is_the_same_every_time() -> None:
    report = report_format("table", width=100, color=True).event(EVENT)
    picture = svg(report)
    assert picture == svg(report)
    assert picture.startswith("<svg")
    assert "contested" in picture


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        report_format("pdf")
    assert "table, json, md" in caught.value.hint


@pytest.mark.parametrize("name", ["json", "md", "table"])
def test_reports_on_a_pipe_in_ascii_do_not_import_rich(name: str) -> None:
    code = (
        "import sys\n"
        "from claimtrack.model.report import EventReport, ReportHeader\n"
        "from claimtrack.render.formats import report_format\n"
        "event = EventReport('e1', 'Kabul', 'Kabul', None, None, 1, 0, (), ())\n"
        f"form = report_format({name!r}, unicode=False)\n"
        "list(form.lines(ReportHeader('2024-02-01'), [form.event(event)]))\n"
        "sys.exit('rich' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
