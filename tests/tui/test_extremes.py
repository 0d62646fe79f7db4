"""Whatever the claim and the terminal: nothing is wider than the screen, nothing crashes."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.color import Color

from claimtrack.model.review import Item, ProposalItem, Rival
from claimtrack.render.layout import cells
from claimtrack.render.paper import Paper, pieces
from claimtrack.tui.app import ReviewApp, theme_for
from claimtrack.tui.panes import item_lines
from claimtrack.tui.sheet import Sheet, content
from tests.tui.driving import Driver, Size, drive
from tests.tui.items import ALIAS, PAIR, PROPOSAL, QUESTION, REVISION, Held, position, view

ARABIC = "القائم"
MANY = [f"the district council of place number {number}" for number in range(1, 13)]


def proposal(**fields: Any) -> ProposalItem:
    return replace(PROPOSAL, view=view("c17", **fields))


EXTREMES: dict[str, Item] = {
    "right to left": proposal(place=ARABIC, claimants=[f"محافظة {ARABIC}"], quote=f"قتل {ARABIC}."),
    "a quote of 5,000 characters": proposal(quote="A shell fell. " * 358),
    "one word of 5,000 characters": proposal(quote="boom" * 1250),
    "twelve claimants": replace(
        proposal(claimants=MANY),
        rivals=tuple(Rival(position(name, f"c{n}", n)) for n, name in enumerate(MANY, 40)),
    ),
    "wide letters": proposal(place="東京" * 30, quote="二人が死亡した。" * 40),
    "control characters": proposal(quote="One \x1b[31mred\x1b[0m word\x07 [bold]and[/bold] more."),
    "nothing known": replace(proposal(), title=None, rivals=(), notes=()),
    "pair": PAIR,
    "revision": REVISION,
    "alias": ALIAS,
    "question": QUESTION,
}


@pytest.mark.parametrize("name", EXTREMES)
@given(width=st.integers(40, 200), low=st.booleans())
@settings(max_examples=25, deadline=None)
def test_no_line_is_wider_than_the_screen(name: str, width: int, low: bool) -> None:
    for line in item_lines(EXTREMES[name], low, Paper(width, color=True)):
        text = "".join(piece for piece, _ in pieces(line))
        assert cells(text) <= width
        assert "\x1b" not in text


def shown(item: Item, size: Size, *keys: str) -> str:
    taken = []

    async def script(driver: Driver) -> None:
        await driver.until(lambda: "2 done" in driver.text)  # the bar grows when it is counted
        await driver.press(*keys)
        taken.append(driver.text)

    drive(ReviewApp(lambda: Held(item), by="Ana"), script, size)
    return taken[0]


@pytest.mark.parametrize("name", EXTREMES)
def test_at_60_columns_the_bars_stay_and_the_item_scrolls(name: str) -> None:
    text = shown(EXTREMES[name], (60, 24))
    assert "[q] leave" in text
    assert "2 done" in text
    assert shown(EXTREMES[name], (60, 24), "end").splitlines()[-1] == text.splitlines()[-1]


def test_a_bar_that_grows_while_the_screen_is_laid_out_is_seen_whole() -> None:
    async def script(driver: Driver) -> None:
        bar = driver.app.screen.query_one("#told", Sheet)
        bar.show_lines([("one", "")])
        driver.app.screen._clear_arrangement_cache()  # as happens when another part has changed
        driver.app.screen._refresh_layout()
        bar.show_lines([("one", ""), ("two", "")])
        await driver.settle()
        assert bar.size.height == 2

    drive(ReviewApp(lambda: Held(PROPOSAL), by="Ana"), script, (60, 24))


def test_the_end_of_a_long_quote_is_reached_by_scrolling() -> None:
    item = proposal(quote="A shell fell. " * 357 + "Then it was quiet.")
    assert "it was quiet" not in shown(item, (80, 24))
    assert "Others on q1" in shown(item, (80, 24), "end")


def test_words_of_a_text_are_never_taken_for_markup() -> None:
    assert "[bold]and[/bold]" in shown(EXTREMES["control characters"], (80, 24))


def test_boxes_fit_a_small_screen() -> None:
    assert "Enter takes it" in shown(PROPOSAL, (60, 16), "e")
    assert "Any key goes back" in shown(PAIR, (60, 16), "?")


def test_without_colour_nothing_is_coloured_and_the_quote_is_still_marked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ReviewApp(lambda: Held(PROPOSAL), by="Ana")
    coloured: list[str] = []
    text: list[str] = []

    async def script(driver: Driver) -> None:
        lines = app.screen._compositor.render_strips()
        for strip in lines:
            for segment in strip.apply_filter(app.get_line_filters()[-1], Color(0, 0, 0)):
                assert segment.style is not None
                both = (segment.style.color, segment.style.bgcolor)
                named = {color.name for color in both if color}
                coloured.extend(named - {"default"})
        text.append(driver.text)

    drive(app, script)
    assert coloured == []
    assert "»The health directorate" in text[0]


@pytest.mark.parametrize(
    ("environment", "theme"),
    [
        ({}, "textual-dark"),
        ({"COLORFGBG": "15;0"}, "textual-dark"),
        ({"COLORFGBG": "0;15"}, "textual-light"),
        ({"COLORFGBG": "0;default;15"}, "textual-light"),
        ({"CLAIMTRACK_THEME": "light", "COLORFGBG": "15;0"}, "textual-light"),
        ({"CLAIMTRACK_THEME": "plain"}, "ansi-dark"),
        ({"CLAIMTRACK_THEME": "mauve"}, "textual-dark"),
    ],
)
def test_the_colours_suit_the_terminal(environment: dict[str, str], theme: str) -> None:
    assert theme_for(environment) == theme


def test_painted_lines_come_apart_as_they_were_put_together() -> None:
    paper = Paper(color=True)
    line = f"a {paper.paint('b', 'alarm')}{paper.paint('c', 'quote')} d"
    assert list(pieces(line)) == [("a ", ""), ("b", "alarm"), ("c", "quote"), (" d", "")]
    assert content([line, "[e]"]).plain == "a bc d\n[e]"
