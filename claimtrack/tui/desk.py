"""The reviewer's desk: the item and its bars, and the keys."""

from asyncio import Future, Queue, get_running_loop, to_thread
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.timer import Timer

from claimtrack.errors import ClaimtrackError
from claimtrack.model.review import PATIENCE, Choice, Item, Progress
from claimtrack.render.review import end_line
from claimtrack.tui import bars
from claimtrack.tui.outcome import Outcome, failed
from claimtrack.tui.panes import item_lines
from claimtrack.tui.sheet import Sheet
from claimtrack.workflows.review import ReviewSession

if TYPE_CHECKING:
    from claimtrack.tui.app import ReviewApp

LOW = 36
"""Lines of a screen below which quotes come with less of their context."""

LEAVE = "q"
"""The key that leaves, also before the first item is there."""

_ASKING = frozenset(("help", "explain", "undo"))
"""Actions that may open a box and ask for nothing before."""

Begin = Callable[[Callable[[str], None]], ReviewSession]
"""Begins a session that tells what it looks for, where that takes a while."""

Pressed = tuple[str, str | None]
"""A key by its name, and the letter it stands for."""


class DeskScreen(Screen[None]):
    """The item with its bars; the desk on it is what takes the keys."""

    AUTO_FOCUS = "Desk"

    def __init__(self, begin: Begin, *, by: str, blind: bool) -> None:
        """Lay the screen out.

        Args:
            begin: Begins the session.
            by: Who decides.
            blind: Whether the session hides scores and recommendations.
        """
        super().__init__()
        self._begin, self._by, self._blind = begin, by, blind

    def compose(self) -> ComposeResult:
        """From top to bottom: how far the review is, what is asked, the item, the keys."""
        yield Sheet(name="progress")
        yield Sheet(name="title")
        yield Desk(self._begin)
        yield Sheet(name="told")
        yield Sheet(name="keys")

    def show(self, item: Item | None, progress: Progress | None, told: Outcome) -> None:
        """Show where things stand.

        Args:
            item: What is to be decided; None when nothing is left.
            progress: How far the review is; None before it was counted.
            told: What became of the last key.
        """
        above = partial(bars.progress_lines, progress, item, self._by, self._blind)
        title = bars.title_of(item) if item else end_line(progress)
        self._sheet("progress").show(above)
        self._sheet("title").show_lines([(title, "heading")])
        self._sheet("told").show_lines([*told, *bars.advice_lines(item)])
        self._sheet("keys").show(partial(bars.key_lines, bars.choices_of(item)))

    def show_progress(self, item: Item | None, progress: Progress) -> None:
        """Show how far the review is, now that more is counted."""
        if item is None:
            self._sheet("title").show_lines([(end_line(progress), "heading")])
        self._sheet("progress").show(
            partial(bars.progress_lines, progress, item, self._by, self._blind)
        )

    def show_working(self, what: str) -> None:
        """Show what is being looked for, where that takes a while."""
        self._sheet("told").show_lines([(f"{what} …", "muted")])

    def _sheet(self, name: str) -> Sheet:
        return self.query_one(f"#{name}", Sheet)


class Desk(VerticalScroll):
    """Shows the item and does what the keys say; arrows and page keys scroll.

    Keys wait in a queue for whatever is being done, and what is stored or looked up is so in a
    thread: the screen stays alive, and no key is taken for an item that it was not meant for.

    Attributes:
        waiting: Whether everything is done and the next key is waited for.
    """

    def __init__(self, begin: Begin) -> None:
        """Take what begins the session.

        Args:
            begin: Begins it; called once the screen is there.
        """
        super().__init__()
        self.waiting = False
        self._begin = begin
        self._pressed: Queue[Pressed] = Queue()
        self._shown: Item | None = None
        self._progress: Progress | None = None
        self._looking = ""
        self._ahead = self._begun = False

    def compose(self) -> ComposeResult:
        """One sheet, as long as the item is."""
        yield Sheet(name="item")

    def on_resize(self) -> None:
        """Show more of the context, or less, when the screen grows or shrinks."""
        if self._shown is not None:
            self._draw()

    def on_mount(self) -> None:
        """Begin the session, and wait for keys."""
        self.run_worker(self._work())

    def on_key(self, event: events.Key) -> None:
        """Keep a key until its turn comes; those that scroll are taken before they come here."""
        if event.character == LEAVE and not self._begun:  # there is no decision to wait for yet
            self.app.exit()
            return
        self._pressed.put_nowait((event.key, event.character))

    async def _work(self) -> None:
        """Begin the session, then do what the keys say, one after the other."""
        screen = cast(DeskScreen, self.screen)
        screen.show_working("Looking for what is to be decided")
        patience = self._patience(paused=False)
        try:
            session = await _beside(partial(self._begin, self._hear))
            patience.stop()
            self._begun = True
            await self._show(session, [])
        except ClaimtrackError as error:
            cast("ReviewApp", self.app).fail(error)
            return
        from claimtrack.tui.doing import Doing  # with the boxes, none of which opens before a key

        doing = Doing(session, self.app)
        while True:
            self.waiting = self._pressed.empty()
            pressed = await self._pressed.get()
            self.waiting = False
            choice = chosen(session.item, *pressed)
            if choice is None:
                continue
            if choice.action == "leave":
                self.app.exit()
                return
            patience = self._patience(paused=_asks(choice))
            try:
                told = await doing.do(choice)
            except ClaimtrackError as error:
                told = failed(error)
            patience.stop()
            if doing.asked:  # what was typed before the question came up was not meant for the desk
                self._pressed = Queue()
            if told is not None:
                await self._show(session, told)

    def _patience(self, *, paused: bool) -> Timer:
        """Tells what is being looked for, again and again, until it is stopped."""
        self._looking = "Looking for what comes next"
        screen = cast(DeskScreen, self.screen)
        return self.set_interval(PATIENCE, lambda: screen.show_working(self._looking), pause=paused)

    def _hear(self, what: str) -> None:
        self._looking = what

    def _draw(self) -> None:
        item, low = self._shown, self.screen.size.height < LOW
        self.query_one("#item", Sheet).show(partial(item_lines, item, low) if item else _nothing)

    async def _show(self, session: ReviewSession, told: Outcome) -> None:
        if self._progress is not None:
            self._progress = await to_thread(session.progress)
        item = session.item
        if item is not self._shown or item is None:
            self._shown = item
            self._draw()
            self.scroll_home(animate=False)
        screen = cast(DeskScreen, self.screen)
        screen.show(item, self._progress, told)
        if self._progress is None:  # nobody waits for the first counting, which takes longest
            self._progress = await to_thread(session.progress)
            screen.show_progress(item, self._progress)
        if not self._ahead:
            self._look_ahead(session)

    def _look_ahead(self, session: ReviewSession) -> None:
        """Count what is not counted yet, and show it, while the next key is waited for.

        The thread is one that does not hold up leaving.
        """
        self._ahead = True
        loop = get_running_loop()

        def look() -> None:
            with suppress(ClaimtrackError, RuntimeError):  # gone or locked, or the screen has left
                found = session.look_ahead()
                progress = session.progress() if found else None
                loop.call_soon_threadsafe(self._looked_ahead, progress)

        Thread(target=look, daemon=True).start()

    def _looked_ahead(self, progress: Progress | None) -> None:
        self._ahead = False
        if progress is not None and self.is_running:
            self._progress = progress
            cast(DeskScreen, self.screen).show_progress(self._shown, progress)


def chosen(item: Item | None, key: str, letter: str | None) -> Choice | None:
    """What a key stands for, to the letter.

    Args:
        item: What is on screen.
        key: The key by its name.
        letter: The letter it stands for, if any.

    Returns:
        The choice; None where the key does nothing.
    """
    choices = bars.choices_of(item)
    if key == "enter":
        action = item.recommendation.action if item else None
        return next((choice for choice in choices if choice.action == action), None)
    return next((choice for choice in choices if choice.key == letter), None)


async def _beside(work: Callable[[], ReviewSession]) -> ReviewSession:
    """Wait for a thread that holds up nobody who leaves meanwhile, as those of asyncio would."""
    loop = get_running_loop()
    done: Future[ReviewSession] = loop.create_future()

    def run() -> None:
        try:
            settle = partial(_settle, done, work(), None)
        except Exception as error:  # handed on, whatever it is, to whoever waits
            settle = partial(_settle, done, None, error)
        with suppress(RuntimeError):  # the screen has left
            loop.call_soon_threadsafe(settle)

    Thread(target=run, daemon=True).start()
    return await done


def _settle(
    done: Future[ReviewSession], session: ReviewSession | None, error: Exception | None
) -> None:
    if done.cancelled():
        return
    if session is not None:
        done.set_result(session)
    elif error is not None:
        done.set_exception(error)


def _asks(choice: Choice) -> bool:
    return choice.asks is not None or choice.action in _ASKING


def _nothing(_: object) -> tuple[str, ...]:
    return ("Everything decided is stored.",)
