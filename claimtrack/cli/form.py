"""The form that ``add``, ``edit`` and the review share: a prompt a field, names completed.

A name that ends in ``?`` is looked up instead of taken: those like it are listed and the field is
asked again. On a terminal with line editing, Tab does the same.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from claimtrack.cli.fields import figure_fields
from claimtrack.cli.output import tell
from claimtrack.errors import InputError
from claimtrack.model.claims import UNCOUNTED

EDITED = (
    "kind", "claimants", "figure", "statement", "scope", "basis", "place", "event_start",
    "event_end", "stated_at", "via", "hedge", "denies",
)  # fmt: skip
"""What an edit asks for, in order; an empty answer leaves the field as it is."""

EMPTY = "-"
"""The answer that empties a field."""

_QUESTIONS = {
    "kind": "What is claimed (killed, injured, …)",
    "claimants": "Who says it (several joined by |)",
    "figure": "The figure, in their words",
    "statement": "What they assert",
    "scope": "Who is counted, if not everyone (children, …)",
    "basis": "Basis (count, estimate, identified, presumed)",
    "place": "Where it happened",
    "event_start": "The day it happened, or the first day (2024-01-24)",
    "event_end": "The last day (2024-01-24)",
    "stated_at": "When they said it (2024-01-24)",
    "via": "Who relays it (several joined by |)",
    "hedge": "The verbatim hedge (alleged, …)",
    "denies": "Does the claim deny it (yes, no)",
    "quote": "The verbatim sentence",
}
_LISTS = ("claimants", "via")
_NAMED = {"claimants": "sources", "via": "sources", "place": "places"}
"""Field → the names that complete it."""

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
        InputError: An answer is no figure, or neither yes nor no.
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
        answer = _answered(location, name, _shown(record, name), read)
        if answer:
            changes |= _filled(name, answer)
    if adding and "event_start" in changes:
        changes.setdefault("event_end", changes["event_start"])
    return changes


def present(location: str, short_id: str) -> dict[str, Any]:
    """A stored claim as its record, for `ask` to show."""
    from claimtrack.model.records import to_record
    from claimtrack.store import open_store

    with open_store(location) as store:
        return to_record(store.claims.get(short_id))


def _answered(location: str, name: str, shown: str, read: Ask | None) -> str:
    question = f"{_QUESTIONS[name]} [{shown}]" if shown else _QUESTIONS[name]
    kind = _NAMED.get(name)
    with _completing(location, kind):
        while True:
            answer = (read or _prompt)(question).strip()
            if kind is None or not answer.endswith("?"):
                return answer
            found = _like(location, kind, answer.rstrip("? "))
            tell("  " + (" | ".join(found) if found else "No name is like that."))


def _prompt(question: str) -> str:
    import typer

    try:
        answer: str = typer.prompt(question, default="", show_default=False, err=True)
    except typer.Abort:  # Ctrl-C, or the end of what is typed
        raise KeyboardInterrupt from None
    return answer


def _shown(record: Mapping[str, Any], name: str) -> str:
    """What a field holds now, in a line."""
    if name == "figure":
        from claimtrack.model.quantities import Quantity

        low, high = record.get("low"), record.get("high")
        if low is None and high is None and not record.get("vague"):
            return ""
        return str(Quantity(low, high, record["approximate"], record["vague"]))
    value = record.get(name)
    if isinstance(value, list):
        return " | ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value or "")


def _filled(name: str, answer: str) -> dict[str, Any]:
    """The fields that an answer fills."""
    if answer == EMPTY:
        if name == "figure":
            return {"low": None, "high": None, "approximate": False, "vague": False}
        return {name: [] if name in _LISTS else None}
    if name == "figure":
        return figure_fields(answer)
    if name in _LISTS:
        from claimtrack.model.cell_lists import split_items

        return {name: split_items(answer)}
    if name == "denies":
        if answer.casefold() not in ("yes", "no"):
            raise InputError(f"{answer!r} is neither yes nor no.", "Answer yes or no.")
        return {name: answer.casefold() == "yes"}
    return {name: answer}


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
