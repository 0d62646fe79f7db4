"""Whole reports against the files in ``tests/golden/``.

After a wanted change run ``UPDATE_GOLDEN=1 pytest tests/render`` and read the difference before
committing it.
"""

import os
from pathlib import Path

import pytest

from claimtrack.render.formats import report_format
from tests.render.sample import BARE_EVENT, EVENT, HEADER

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.mark.parametrize(
    ("file", "name", "width"),
    [
        ("report-60.txt", "table", 60),
        ("report-80.txt", "table", 80),
        ("report-120.txt", "table", 120),
        ("report-piped.txt", "table", None),
        ("report.md", "md", None),
        ("report.json", "json", None),
    ],
)
def test_the_report_is_as_it_was(file: str, name: str, width: int | None) -> None:
    form = report_format(name, width=width)
    lines = form.lines(HEADER, map(form.event, [EVENT, BARE_EVENT]))
    text = "".join(f"{line}\n" for line in lines)
    if os.environ.get("UPDATE_GOLDEN"):
        (GOLDEN / file).write_text(text, encoding="utf-8")
    assert text == (GOLDEN / file).read_text(encoding="utf-8")
