"""A box with fields to fill, known names offered while they are typed."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList

from claimtrack.errors import ClaimtrackError
from claimtrack.model.review import PATIENCE
from claimtrack.render.layout import clean
from claimtrack.tui.outcome import Outcome, failed
from claimtrack.tui.sheet import Sheet
from claimtrack.workflows.form import FormField

OFFERED = 5
"""Names offered at once."""

Given = TypeVar("Given")
Take = Callable[[Mapping[str, str]], Awaitable[Given]]
"""Takes what was typed; gives what becomes of it, or raises ClaimtrackError."""
Offer = Callable[[str, str], Sequence[str]]
"""What names are known of, and what was typed → names like it."""


class Form(ModalScreen[Given | None], Generic[Given]):
    """Asks for fields; stays open, with what was typed, until they can be taken or Escape.

    Enter takes what is there, from whichever field; Tab and the arrows go from field to field. From
    a field that has names to offer, the arrow down goes to them, and Enter picks one.
    """

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar = [
        Binding("escape", "give_up", show=False),
        Binding("down", "onward", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[tuple[FormField, str]],
        take: Take[Given],
        offer: Offer | None = None,
    ) -> None:
        """Make the form.

        Args:
            title: What stands in its border.
            fields: What is asked for, each with what it holds.
            take: Takes what was typed; may raise ClaimtrackError, which is shown.
            offer: Finds known names.
        """
        super().__init__()
        self._title, self._fields, self._take, self._offer = title, fields, take, offer
        self._by_name = {field.name: field for field, _ in fields}
        self._offered_to: Input | None = None

    def compose(self) -> ComposeResult:
        """The fields, the names offered, and a word on the field or on what is wrong."""
        with Vertical(classes="box") as box:
            box.border_title = clean(self._title)
            box.border_subtitle = "Enter takes it · Tab next field · Escape goes back"
            with VerticalScroll(can_focus=False):
                for field, held in self._fields:
                    with Horizontal(classes="field"):
                        yield Label(field.label)
                        entry = Input(held, id=field.name, compact=True, select_on_focus=False)
                        entry.cursor_blink = False
                        yield entry
            yield OptionList(compact=True)
            yield Sheet(name="hint")

    @property
    def typed(self) -> dict[str, str]:
        """Field → what stands in it."""
        return {
            field.name: self.query_one(f"#{field.name}", Input).value for field, _ in self._fields
        }

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what a field asks for when it is reached."""
        if isinstance(event.widget, Input):
            self._say([(self._field(event.widget).question, "muted")])
            self._offer_names(())

    @on(Input.Changed)
    async def offer_names(self, event: Input.Changed) -> None:
        """Offer known names like what stands in the field, or behind its last ``|``."""
        completes = self._field(event.input).completes
        last = event.value.rpartition("|")[2].strip()
        if not event.input.has_focus or completes is None or self._offer is None:
            return
        found = await asyncio.to_thread(self._offer, completes, last) if last else ()
        if event.input.has_focus and event.value == event.input.value:
            names = [name for name in found if name != last]
            self._offer_names(names[:OFFERED], event.input)

    @on(OptionList.OptionSelected)
    def pick(self, event: OptionList.OptionSelected) -> None:
        """Put an offered name into the field it is for."""
        name, field = str(event.option.prompt), self._offered_to
        if field is None:
            return
        before, bar, _ = field.value.rpartition("|")
        field.focus()
        field.value = f"{before.rstrip()} | {name}" if bar else name
        field.cursor_position = len(field.value)

    @on(Input.Submitted)
    async def take(self) -> None:
        """Hand over what was typed; say what is wrong with it, or close."""
        patience = self.set_timer(PATIENCE, partial(self._say, [("A moment …", "muted")]))
        try:
            told = await self._take(self.typed)
        except ClaimtrackError as error:
            self._say(failed(error))
        else:
            self.dismiss(told)
        finally:
            patience.stop()

    def action_give_up(self) -> None:
        """Close, and nothing is taken; from the names offered, go back to their field."""
        if isinstance(self.focused, OptionList) and self._offered_to is not None:
            self._offered_to.focus()
        else:
            self.dismiss(None)

    def action_onward(self) -> None:
        """From a field to the names it offers, else to the next field."""
        offered = self.query_one(OptionList)
        if offered.has_class("offering"):
            offered.highlighted = 0
            offered.focus()
        else:
            self.focus_next(Input)

    def _field(self, widget: Input) -> FormField:
        return self._by_name[widget.id or ""]

    def _say(self, sentences: Outcome) -> None:
        self.query_one("#hint", Sheet).show_lines(sentences)

    def _offer_names(self, names: Sequence[str], field: Input | None = None) -> None:
        offered = self.query_one(OptionList)
        offered.set_options(Content(name) for name in names)
        offered.set_class(bool(names), "offering")
        self._offered_to = field
