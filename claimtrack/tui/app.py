"""The application: one screen, in the colours that suit the terminal."""

import os
from collections.abc import Mapping
from typing import ClassVar

from textual.app import App
from textual.binding import Binding

from claimtrack.errors import ClaimtrackError
from claimtrack.tui.desk import Begin, DeskScreen

THEMES = {"dark": "textual-dark", "light": "textual-light", "plain": "ansi-dark"}
"""What ``$CLAIMTRACK_THEME`` may say → Textual's name of it; plain takes the terminal's colours."""

_LIGHT_BACKGROUNDS = ("7", "15")  # white and bright white, of the sixteen colours


class ReviewApp(App[None]):
    """A review on the full screen.

    Attributes:
        failure: What went wrong, None while nothing has.
        interrupted: Whether the reviewer broke off with Ctrl-C.
    """

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = [
        Binding("ctrl+q", "quit", show=False, priority=True),
        Binding("ctrl+c", "interrupt", show=False),
    ]
    CSS = """
    DeskScreen { layout: vertical; background: $background; }
    #progress { background: $panel; padding: 0 1; }
    #title { padding: 0 1; }
    Desk { padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable; height: 1fr; }
    #told { padding: 0 1; }
    #keys { background: $panel; padding: 0 1; }
    Page, Form { align: center middle; background: $background 60%; }
    .box {
        width: 90%; max-width: 100; height: auto; max-height: 90%;
        border: round $primary; padding: 0 1; background: $surface;
    }
    .box VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    .field { height: auto; layout: horizontal; }
    .field Label { width: 14; color: $text-muted; }
    .field Input { width: 1fr; }
    .field Input:focus { background: $primary-muted; text-style: bold; }
    .field:focus-within Label { color: $text; text-style: bold; }
    Form OptionList { height: auto; max-height: 5; display: none; border: none; padding: 0 1; }
    Form OptionList.offering { display: block; }
    """

    def __init__(self, begin: Begin, *, by: str, blind: bool = False) -> None:
        """Set the application up; the session begins when it runs.

        Args:
            begin: Begins the session.
            by: Who decides.
            blind: Whether the session hides scores and recommendations.
        """
        # Textual decides here, by the kind of colours, whether NO_COLOR means greys or none at all
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.failure: Exception | None = None
        self.interrupted = False
        self.theme = theme_for(os.environ, no_color=self.no_color)
        self._desk = DeskScreen(begin, by=by, blind=blind)

    def get_default_screen(self) -> DeskScreen:
        """The only screen beside the boxes that are opened over it."""
        return self._desk

    def fail(self, error: ClaimtrackError) -> None:
        """Leave, since the session cannot begin."""
        self.failure = error
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """Leave on a mistake of the program; the command line tells of it, without a traceback."""
        super()._handle_exception(error)
        self._exit_renderables.clear()
        self.failure = self.failure or error

    def action_interrupt(self) -> None:
        """Break off; everything decided is stored."""
        self.interrupted = True
        self.exit()


def theme_for(environment: Mapping[str, str], *, no_color: bool = False) -> str:
    """The colours to draw in.

    Args:
        environment: The environment; ``CLAIMTRACK_THEME`` is light, dark or plain; many terminals
            tell their background in ``COLORFGBG`` (rxvt's manual), as the last of its numbers.
        no_color: Whether colours are not wanted at all.

    Returns:
        The name of one of Textual's themes.
    """
    if no_color:
        return THEMES["plain"]
    if (chosen := environment.get("CLAIMTRACK_THEME")) in THEMES:
        return THEMES[chosen]
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return THEMES["light" if background in _LIGHT_BACKGROUNDS else "dark"]
