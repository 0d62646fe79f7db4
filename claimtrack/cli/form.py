"""The form that ``add``, ``edit`` and the review share: a prompt a field, names completed.

A name that ends in ``?`` is looked up instead of taken: those like it are listed and the field is
asked again. On a terminal with line editing, Tab does the same. What cannot be taken is asked for
again at once, so that nothing else has to be typed twice.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from claimtrack.cli.output import tell
from claimtrack.errors import InputError
from claimtrack.model.claims import UNCOUNTED
from claimtrack.workflows.form import FIELDS, emptied, filled, shown

_NEEDED = ("kind", "claimants", "figure", "statement")
"""What no claim can be recorded without; which of the last two depends on its kind."""

EMPTY = "-"
"""The answer that empties a field."""

Ask = Callable[[str], str]


def ask(
    location: str, record: Mapping[str, Any], names: Sequence[str], read: Ask | None = None
) -> dict[str, Any]:
    """Ask for fields of a claim record, one by one.

    Args:
        location: The database, whose names complete what is typed.
        record: The fields that are known; shown where there is something to show.
        names: The fields to ask for, in order; ``figure`` asks for the bounds in words.
        read: Asks one question and gives the answer; the terminal's prompt if None.

    Returns:
        The fields that were answered.

    Raises:
        KeyboardInterrupt: The answers ended.
    """
    changes: dict[str, Any] = {}
    adding = "id" not in record
    for name in names:
        kind = changes.get("kind", record.get("kind"))
        counted = kind not in UNCOUNTED
        if (name == "figure" and not counted) or (name == "statement" and counted):
            continue
        if adding and record.get(name):
            continue
        needed = adding and name in _NEEDED
        changes |= _taken(location, name, shown(record, name), read, needed=needed)
    if adding and "event_start" in changes:
        changes.setdefault("event_end", changes["event_start"])
    return changes


def present(location: str, short_id: str) -> dict[str, Any]:
    """A stored claim as its record, for `ask` to show."""
    from claimtrack.model.records import to_record
    from claimtrack.store import open_store

    with open_store(location) as store:
        return to_record(store.claims.get(short_id))


def _taken(
    location: str, name: str, held: str, read: Ask | None, *, needed: bool
) -> dict[str, Any]:
    """The fields that an answer fills, asked for until there is one that can be taken."""
    while True:
        answer = _answered(location, name, held, read)
        if not answer and (held or not needed):
            return {}
        if not answer:
            tell("That is needed; Ctrl-C leaves without recording anything.")
            continue
        try:
            return emptied(name) if answer == EMPTY else filled(name, answer)
        except InputError as error:
            tell(f"{error.message} {error.hint}")


def _answered(location: str, name: str, held: str, read: Ask | None) -> str:
    field = FIELDS[name]
    question = f"{field.question} [{held}]" if held else field.question
    kind = field.completes
    with _completing(location, kind):
        while True:
            answer = (read or _prompt)(question).strip()
            if kind is None or not answer.endswith("?"):
                return answer
            found = _like(location, kind, answer.rstrip("? "))
            tell("  " + (" | ".join(found) if found else "No name is like that."))


def _prompt(question: str) -> str:
    try:
        if sys.stdin.isatty() and sys.stdout.isatty():  # or Python reads without line editing
            return input(f"{question}: ")
        import typer

        answer: str = typer.prompt(question, default="", show_default=False, err=True)
    except (EOFError, RuntimeError):  # the end of what is typed; Typer's own kind of it
        raise KeyboardInterrupt from None
    return answer


def _like(location: str, kind: str, typed: str) -> list[str]:
    from claimtrack.workflows.completing import names_like

    return names_like(location, kind, typed)


@contextmanager
def _completing(location: str, kind: str | None) -> Iterator[None]:
    """Let Tab complete names while a field is asked for, where the terminal can."""
    try:
        import readline
    except ImportError:  # some systems come without
        yield
        return
    if kind is None:
        yield
        return
    before = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(partial(_completion, location, kind))
    readline.set_completer_delims("|")
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before[0])
        readline.set_completer_delims(before[1])


def _completion(location: str, kind: str, typed: str, number: int) -> str | None:
    """The completion of a number, as readline asks for them one by one."""
    found = _like(location, kind, typed.strip())
    return found[number] if number < len(found) else None
