"""Doing what a key says: asking what has to be asked first, then telling what became of it."""

from asyncio import to_thread
from collections.abc import Mapping
from functools import partial
from typing import Any

from textual.app import App
from textual.screen import Screen

from claimtrack.errors import UsageError
from claimtrack.model.records import to_record
from claimtrack.model.review import Answer, Choice, ProposalItem, Told
from claimtrack.render.review import batch_lines, help_lines
from claimtrack.tui import bars
from claimtrack.tui.form import Form, Given, Take
from claimtrack.tui.outcome import Outcome, told_of
from claimtrack.tui.page import ANY, YES_OR_NO, Keys, Page
from claimtrack.workflows.completing import names_like
from claimtrack.workflows.form import EDITED, FIELDS, FormField, filled, shown
from claimtrack.workflows.review import ReviewSession

_FINDING = (
    FormField("value", "Figure", "The figure found, such as 12 or at least 12; may be empty"),
    FormField("verdict", "In words", "The finding in words, where no figure fits; may be empty"),
    FormField("reason", "Why", "What it rests on; needed"),
)
_REASON = (FormField("reason", "Why", "Kept with the rejection; needed"),)
_NOTE = (FormField("reason", "Note", "Kept with your name and the time"),)
_CONFIDENCE = (
    FormField("above", "Confidence", "From 0 to 1, such as 0.95: those as sure or more"),
)

_WHICH = (
    "Accept all proposals of this document, or all of some confidence or more?",
    "They are shown before anything is done, and kept in the journal as accepted together.",
)


class Doing:
    """Does what the keys say in one session.

    Attributes:
        asked: Whether the last thing done had to ask something first.
    """

    def __init__(self, session: ReviewSession, app: App[None]) -> None:
        """Take what is driven.

        Args:
            session: The session.
            app: Where boxes are opened.
        """
        self.asked = False
        self._session, self._app = session, app

    async def do(self, choice: Choice) -> Outcome | None:
        """Do what a choice says.

        Args:
            choice: One of those on screen.

        Returns:
            What became of it; None when there is nothing to say.

        Raises:
            ClaimtrackError: It could not be done; nothing was recorded.
        """
        self.asked = False
        item = self._session.item
        if choice.action == "help":
            await self._open(Page("Keys", partial(help_lines, bars.choices_of(item)), ANY))
            return None
        if choice.action == "explain":
            sentences = await to_thread(self._session.explain)
            await self._open(Page("Why this is asked", sentences, ANY))
            return None
        if choice.action == "undo":
            return told_of(await self._undo())
        if choice.asks == "batch":
            return told_of(await self._batch())
        if choice.asks is not None:
            return told_of(await self._open(self._form(choice)))
        return told_of(await to_thread(self._session.do, choice.action))

    async def _undo(self) -> Told | None:
        told = await to_thread(self._session.undo)
        if not told.resting:
            return told
        sentences = [told.message, *map(str, told.resting), "Take these back too?"]
        if await self._open(Page("Undo", sentences, YES_OR_NO)) != "y":
            return Told("Nothing was taken back.", done=False)
        return await to_thread(self._session.undo, with_dependents=True)

    async def _batch(self) -> Told | None:
        """Ask which, show them, ask again, and only then accept them."""
        keys = Keys("dc", "this [d]ocument  by [c]onfidence  Escape goes back")
        which = await self._open(Page("Accept several at once", _WHICH, keys))
        above = None
        if which == "c":
            above = await self._open(Form("Accept by confidence", _blank(_CONFIDENCE), _number))
        if which is None or (which == "c" and above is None):
            return None
        batch = await to_thread(self._session.batch, above)
        if not batch.claims:
            return Told(f"There are no such proposals: {batch.rule}.", done=False)
        question = Keys("yn", f"Accept all {len(batch.claims):,}?  [y]es  [n]o")
        page = Page("Accept several at once", partial(batch_lines, batch), question)
        if await self._open(page) != "y":
            return Told("Nothing was accepted.", done=False)
        return await to_thread(self._session.accept_batch, batch)

    def _form(self, choice: Choice) -> Form[Told]:
        session, item = self._session, self._session.item
        assert item is not None
        title = f"{choice.label.capitalize()} {item.subject}"
        if choice.asks == "fields" and isinstance(item, ProposalItem):
            record = to_record(item.view.claim)
            fields = [(FIELDS[name], shown(record, name)) for name in EDITED]
            offer = partial(names_like, session.location)
            return Form(title, fields, self._edit(choice, dict(_named(fields))), offer)
        asked = {"finding": _FINDING, "reason": _REASON}.get(choice.asks or "", _NOTE)
        return Form(title, _blank(asked), self._answer(choice))

    def _answer(self, choice: Choice) -> Take[Told]:
        async def take(typed: Mapping[str, str]) -> Told:
            given: dict[str, Any] = {name: words.strip() or None for name, words in typed.items()}
            return await to_thread(self._session.do, choice.action, Answer(**given))

        return take

    def _edit(self, choice: Choice, held: Mapping[str, str]) -> Take[Told]:
        async def take(typed: Mapping[str, str]) -> Told:
            changes: dict[str, Any] = {}
            for name, words in typed.items():
                if words.strip() != held[name].strip():
                    changes |= filled(name, words)
            return await to_thread(self._session.do, choice.action, Answer(changes=changes))

        return take

    async def _open(self, box: Screen[Given]) -> Given | None:
        self.asked = True
        return await self._app.push_screen_wait(box)


async def _number(typed: Mapping[str, str]) -> float:
    try:
        return float(typed["above"])
    except ValueError:
        raise UsageError(
            f"{typed['above']!r} is no number.", "Give one from 0 to 1, such as 0.95."
        ) from None


def _blank(fields: tuple[FormField, ...]) -> list[tuple[FormField, str]]:
    return [(field, "") for field in fields]


def _named(fields: list[tuple[FormField, str]]) -> list[tuple[str, str]]:
    return [(field.name, held) for field, held in fields]
