"""Driving the full screen without a terminal: keys in, screens out."""

import asyncio
from collections.abc import Awaitable, Callable

from textual.pilot import Pilot

from claimtrack.tui.app import ReviewApp
from claimtrack.tui.desk import Desk

PATIENCE = 30
"""Seconds until a screen that does not come to rest counts as hanging."""

Size = tuple[int, int]


class Driver:
    """Presses keys and waits until each has been dealt with."""

    def __init__(self, app: ReviewApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        await self.pilot.press(*("space" if letter == " " else letter for letter in text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until the next key is waited for: by the desk, or by a box over it."""
        await self.pilot.pause()
        await self.until(lambda: not self.app.is_running or self._at_rest())

    async def until(self, there: Callable[[], bool]) -> None:
        """Wait until something is there, such as names that are looked up while one types."""
        async with asyncio.timeout(PATIENCE):
            while not there():
                await asyncio.sleep(0.005)
                await self.pilot.pause()

    def _at_rest(self) -> bool:
        if len(self.app.screen_stack) > 1:
            return self.app.focused is not None
        return self.app.screen.query_one(Desk).waiting

    @property
    def text(self) -> str:
        """What is on the screen, as text."""
        _, height = self.app.size
        strips = self.app.screen._compositor.render_strips()
        lines = ["".join(segment.text for segment in strip) for strip in strips]
        assert len(lines) == height
        return "\n".join(line.rstrip() for line in lines)


def drive(
    app: ReviewApp, script: Callable[[Driver], Awaitable[None]], size: Size = (80, 24)
) -> None:
    """Run the application while a script presses its keys."""

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            await script(driver)

    asyncio.run(run())
