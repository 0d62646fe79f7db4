import re
from itertools import combinations, repeat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from claimtrack.model.report import Discrepancy, EventReport, Position
from claimtrack.render.formats import report_format
from claimtrack.render.layout import cells
from tests.render.sample import BARE_EVENT, EVENT, HEADER, KILLED, position

COLOR = re.compile(r"\x1b\[[\d;]*m")


def shown(
    width: int | None, event: EventReport = EVENT, *, color: bool = False, unicode: bool = True
) -> list[str]:
    form = report_format("table", width=width, color=color, unicode=unicode)
    return "\n".join(form.lines(HEADER, [form.event(event)])).split("\n")


@pytest.mark.parametrize("width", [24, 40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(cell_len(line) for line in shown(width)) <= width


@given(st.lists(st.text(max_size=60), min_size=5, max_size=5), st.integers(24, 200))
@settings(deadline=None, max_examples=60)
def test_no_text_of_a_source_breaks_the_page(texts: list[str], width: int) -> None:
    name, via, figure, reason, title = texts
    question = KILLED._replace(
        positions=(position(name, "c7", 1, 1, via=(via,), figure=figure), *KILLED.positions),
        discrepancies=(Discrepancy("conflict", ("c7", "c8"), reason),),
        wording=reason,
    )
    for line in shown(width, EVENT._replace(title=title, questions=(question,))):
        assert cells(line) <= width
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", line)


@pytest.mark.parametrize("width", [24, 40, 60, 80, 120, 200, None])
def test_every_word_is_there_at_every_width(width: int | None) -> None:
    text = "".join(re.sub(r"[\s\u2068\u2069]", "", "".join(shown(width))))
    for question in EVENT.questions:
        said = [question.wording]
        said += [found.reason for found in question.discrepancies]
        said += [revision.reason for revision in question.revisions]
        assert all("".join(one.split()) in text for one in said)
        for held in question.positions:
            assert all(word in text for word in held.name.split() if len(word) < 9)


@pytest.mark.parametrize("width", [60, 100])
def test_colour_adds_nothing_but_colour(width: int) -> None:
    colored = shown(width, color=True)
    assert any(COLOR.search(line) for line in colored)
    assert [COLOR.sub("", line).rstrip() for line in colored] == shown(width)


def test_a_plain_terminal_gets_ascii_only() -> None:
    assert "\n".join(shown(80, unicode=False)).isascii()


def test_very_many_differences_are_folded_by_their_figures_and_the_rest_counted() -> None:
    few = [position(f"Body {n}", f"c{n}", n % 3, n % 3) for n in range(60)]
    told = between(few)
    assert len(told) == 3
    assert all(" more pairs of these figures)" in line for line in told)
    counted = sum(int(re.sub(r".* and (\d+) more pairs.*", r"\1", line)) for line in told)
    assert counted + 3 == 3 * 20 * 20
    many = [position(f"Body {n}", f"c{n}", n, n) for n in range(60)]
    *shown, last = between(many)
    assert len(shown) == 40
    assert f"{60 * 59 // 2 - 40:,} more pairs between other figures" in last


def between(positions: list[Position]) -> list[str]:
    """What a report on a pipe says of the differences between these positions."""
    differing = tuple(
        Discrepancy("conflict", (a.claim, b.claim), f"{a.name} and {b.name} differ.")
        for a, b in combinations(positions, 2)
        if a.low != b.low
    )
    question = KILLED._replace(positions=tuple(positions), discrepancies=differing)
    lines = shown(None, EVENT._replace(questions=(question,)))
    first = lines.index("  Where they differ") + 1
    return lines[first : lines.index("", first)]


def test_nothing_wraps_on_a_pipe() -> None:
    assert f"  {KILLED.wording}" in shown(None)


def test_markup_in_a_name_is_shown_as_it_stands() -> None:
    assert any("Kataib [bold]Hezbollah[/bold]" in line for line in shown(120))


def test_an_escape_in_a_name_cannot_reach_the_terminal() -> None:
    tricky = KILLED._replace(positions=(position("a\x1b[2J\nb", "c1", 1, 1),))
    text = "\n".join(shown(80, EVENT._replace(questions=(tricky,))))
    assert "\x1b" not in text
    assert r"a\x1b[2J b" in text


def test_a_revision_is_told_as_old_to_new_with_its_direction() -> None:
    line = "  source in the Hashed: 2 → 1 (down, correction; c8 → c7)"
    assert line in shown(100)
    assert line.replace("→", "->") in shown(100, unicode=False)


def test_what_is_said_of_several_pairs_alike_is_said_once_with_each_pair() -> None:
    said = "2 is an earlier figure; the Hashed has since said 1. (c8/c7; c8/c14)"
    assert [line.split("  ")[-1].strip() for line in shown(None) if "earlier figure" in line] == [
        said
    ]


def test_superseded_positions_say_so_in_a_word() -> None:
    (line,) = [line for line in shown(100) if "c8" in line and "AFP" in line]
    assert "superseded" in line


def test_only_some_unreviewed_is_said_in_the_row_and_all_in_the_heading() -> None:
    text = "\n".join(shown(100))
    assert "Killed · q5 · unreviewed · contested" in text
    assert "standing, unreviewed" in text.partition("Injured")[2]
    assert "standing, unreviewed" not in text.partition("Injured")[0]


def test_an_event_of_unknown_place_and_date_is_shown() -> None:
    assert "e4 · undated · 1 claim · 0 unreviewed" in shown(80, BARE_EVENT)


def test_figures_behind_a_name_from_right_to_left_keep_their_order() -> None:
    narrow = [line for line in shown(60) if ": at most 4" in line]
    assert narrow == ["  \u2068مديرية صحة الأنبار\u2069: at most 4"]


def test_events_stream() -> None:
    form = report_format("table", width=80)
    lines = form.lines(HEADER, map(form.event, repeat(EVENT)))
    assert [next(lines) for _ in range(200)]
