"""The reviewer's desk: the item and its bars, and the keys."""

from asyncio import Future, Queue, create_task, get_running_loop, wait
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen

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

GLANCE = 0.05
"""Seconds that the next item is held back so that it and the counts are drawn at once."""

LEAVE = "q"
"""The key that leaves, also while something is looked for."""

_ASKING = frozenset(("help", "explain", "undo"))
"""Actions that may open a box and ask for nothing before."""

Begin = Callable[[], ReviewSession]
"""Begins a session."""

Pressed = tuple[str, str | None]
"""A key by its name, and the letter it stands for."""

Found = TypeVar("Found")


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
        """Show how far the review is, now that it is counted."""
        if item is None:
            self._sheet("title").show_lines([(end_line(progress), "heading")])
        self._sheet("progress").show(
            partial(bars.progress_lines, progress, item, self._by, self._blind)
        )

    def show_working(self) -> None:
        """Show that something takes a while."""
        self._sheet("told").show_lines([("Looking for what is to be decided …", "muted")])

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
        self._deciding = False

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
        if event.character == LEAVE and not self._deciding and self._pressed.empty():
            self.app.exit()
            return
        self._pressed.put_nowait((event.key, event.character))

    async def _work(self) -> None:
        """Begin the session, then do what the keys say, one after the other."""
        screen = cast(DeskScreen, self.screen)
        screen.show_working()
        try:
            session = await _beside(self._begin)
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
            self._deciding = True
            patience = self.set_timer(PATIENCE, screen.show_working, pause=_asks(choice))
            try:
                told = await doing.do(choice)
            except ClaimtrackError as error:
                told = failed(error)
            patience.stop()
            self._deciding = False
            if doing.asked:  # what was typed before the question came up was not meant for the desk
                self._pressed = Queue()
            if told is not None:
                await self._show(session, told)

    def _draw(self) -> None:
        item, low = self._shown, self.screen.size.height < LOW
        self.query_one("#item", Sheet).show(partial(item_lines, item, low) if item else _nothing)

    async def _show(self, session: ReviewSession, told: Outcome) -> None:
        """Show where things stand, and then how much is left, which may take longer to find."""
        counting = create_task(_beside(session.progress))
        if self._progress is not None:  # which takes longest for the first time
            await wait([counting], timeout=GLANCE)
        item = session.item
        if item is not self._shown or item is None:
            self._shown = item
            self._draw()
            self.scroll_home(animate=False)
        screen = cast(DeskScreen, self.screen)
        soon = counting.done()
        screen.show(item, counting.result() if soon else self._progress, told)
        self._progress = await counting
        if not soon:
            screen.show_progress(item, self._progress)


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


async def _beside(work: Callable[[], Found]) -> Found:
    """Wait for a thread that holds up nobody who leaves meanwhile, as those of asyncio would."""
    loop = get_running_loop()
    done: Future[Found] = loop.create_future()

    def run() -> None:
        try:
            settle = partial(done.set_result, work())
        except Exception as error:  # handed on, whatever it is, to whoever waits
            settle = partial(done.set_exception, error)
        with suppress(RuntimeError):  # the screen has left
            loop.call_soon_threadsafe(_unless_left, done, settle)

    Thread(target=run, daemon=True).start()
    return await done


def _unless_left(done: "Future[Found]", settle: Callable[[], None]) -> None:
    if not done.cancelled():
        settle()


def _asks(choice: Choice) -> bool:
    return choice.asks is not None or choice.action in _ASKING


def _nothing(_: object) -> tuple[str, ...]:
    return ("Everything decided is stored.",)
