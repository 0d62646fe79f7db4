"""What each screen looks like, at two sizes, light and dark, as pictures.

``UPDATE_GOLDEN=1`` writes them anew.
"""

import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from claimtrack.model.review import Item
from claimtrack.tui.app import THEMES, ReviewApp
from tests.tui.driving import Driver, Size, drive
from tests.tui.items import ALIAS, PAIR, PROPOSAL, QUESTION, REVISION, Held

SNAPSHOTS = Path(__file__).parent / "snapshots"
SCREENS: dict[str, tuple[Item | None, Sequence[str]]] = {
    "proposal": (PROPOSAL, ()),
    "pair": (PAIR, ()),
    "revision": (REVISION, ()),
    "alias": (ALIAS, ()),
    "question": (QUESTION, ()),
    "edit": (PROPOSAL, "e"),
    "help": (PAIR, "?"),
    "explain": (PROPOSAL, "x"),
    "reject": (PROPOSAL, "r"),
    "batch": (PROPOSAL, "b"),
    "finding": (QUESTION, "f"),
    "end": (None, ()),
}
SIZES: tuple[Size, ...] = ((80, 24), (160, 48))


def picture(item: Item | None, keys: Sequence[str], size: Size, theme: str) -> str:
    """A screen as SVG; the same screen gives the same picture to the letter."""
    app = ReviewApp(lambda: Held(item), by="Ana")
    app.theme = THEMES[theme]
    taken: list[str] = []

    async def script(driver: Driver) -> None:
        await driver.press(*keys)
        while len(taken) < 2 or taken[-1] != taken[-2]:  # until styles, too, have come to rest
            await driver.pilot.pause(0.05)
            shown = driver.app.export_screenshot(title="claimtrack review", simplify=True)
            taken.append(re.sub(r"terminal-\d+", "terminal", shown))

    drive(app, script, size)
    return taken[-1]


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_looks_as_it_did(name: str, size: Size, theme: str) -> None:
    item, keys = SCREENS[name]
    shown = picture(item, keys, size, theme)
    golden = SNAPSHOTS / f"{name}-{size[0]}x{size[1]}-{theme}.svg"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")
