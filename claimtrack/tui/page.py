"""A box with something to read, and perhaps a question that a key answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from claimtrack.render.layout import clean, wrap
from claimtrack.render.paper import Paper
from claimtrack.tui.sheet import Draw, Sheet


@dataclass(frozen=True, slots=True)
class Keys:
    """What closes a page.

    Attributes:
        letters: The keys that answer; empty where any key but those that scroll closes it.
        spelled: What stands below the page.
    """

    letters: str
    spelled: str


ANY = Keys("", "Any key goes back")
YES_OR_NO = Keys("yn", "[y]es [n]o")


class Page(ModalScreen[str | None]):
    """Shows lines; gives the key that answers, None for Escape."""

    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, title: str, draw: Draw | Sequence[str], keys: Keys) -> None:
        """Make the page.

        Args:
            title: What stands in its border.
            draw: Writes its lines; or sentences, each to stand on lines of its own.
            keys: What closes it.
        """
        super().__init__()
        self._title, self._keys = title, keys
        self._draw = draw if callable(draw) else _Sentences(tuple(draw))

    def compose(self) -> ComposeResult:
        """The lines, and what closes the page."""
        with Vertical(classes="box") as box:
            box.border_title = clean(self._title)
            box.border_subtitle = self._keys.spelled.replace("[", r"\[")
            with VerticalScroll():
                yield Sheet(self._draw)

    def on_key(self, event: events.Key) -> None:
        """Close on the keys that do; scrolling takes its own before they come here."""
        event.stop()
        if event.key == "escape" or not self._keys.letters:
            self.dismiss(None)
        elif event.character is not None and event.character in self._keys.letters:
            self.dismiss(event.character)


@dataclass(frozen=True, slots=True)
class _Sentences:
    sentences: tuple[str, ...]

    def __call__(self, paper: Paper) -> Iterator[str]:
        for number, sentence in enumerate(self.sentences):
            if number:
                yield ""
            yield from wrap(clean(sentence), paper.width)
