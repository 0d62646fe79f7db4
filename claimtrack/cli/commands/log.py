"""``claimtrack log``."""

from typing import Annotated

import typer

from claimtrack.cli.options import AsJson, FormatName, moment
from claimtrack.cli.output import pick_format
from claimtrack.model.journal import JournalEntry


def log(
    ctx: typer.Context,
    by: Annotated[str | None, typer.Option("--by", help="Only what this person did.")] = None,
    action: Annotated[
        str | None, typer.Option("--action", help="Only this kind of action, such as import.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", callback=moment, help="Only from this time on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", callback=moment, help="Only until this time.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="At most so many.")] = None,
    format_name: FormatName = None,
    as_json: AsJson = False,
) -> None:
    """Show every human action, newest first.

    What was undone stays, and is marked. Formats: table, json, jsonl, csv, md.
    """
    from claimtrack.cli.listings import print_listing
    from claimtrack.render.formats import LIST_FORMATS
    from claimtrack.render.lists.interface import Column, Listing
    from claimtrack.store import open_store

    chosen = pick_format(format_name, as_json, LIST_FORMATS)
    with open_store(ctx.obj) as store:
        entries = store.journal.entries(limit, by=by, action=action, since=since, until=until)
        undone = store.journal.undone()
        rows = (
            {name: getattr(entry, name) for name in _FIELDS}
            | {"set": _set(entry), "why": _why(entry), "undone_by": undone.get(entry.number or 0)}
            for entry in entries
        )
        columns = tuple(Column(key, heading) for key, heading in _SHOWN)
        print_listing(Listing(columns, rows), chosen, empty="Nothing was done that fits.")


_SHOWN = (
    ("number", "No."),
    ("at", "When"),
    ("by", "Who"),
    ("action", "What"),
    ("subject", "To what"),
    ("set", "Set to"),
    ("why", "Why"),
    ("undone_by", "Undone by"),
)


def _set(entry: JournalEntry) -> str | None:
    """What was set, with what stood before: ``B (was C)``; None where the verb tells it all."""
    from claimtrack.render.reports.words import bounds

    before, after = entry.before or {}, entry.after or {}
    match entry.action:
        case "grade" | "kind":
            return ", ".join(_moved(before.get(name), value) for name, value in after.items())
        case "edit":
            changed = (name for name in after if name != "inherited")
            return ", ".join(f"{name} {_moved(before.get(name), after[name])}" for name in changed)
        case "resolve":
            return f"{after['finding']}: {after['verdict'] or bounds(after['low'], after['high'])}"
        case "same" | "different" | "unsure":
            return f"{after['a']}, {after['b']}"
        case "alias" | "unalias":
            return after.get("place") or f"{after['relation']} {after['target']}"
    return None


def _moved(before: object, after: object) -> str:
    from claimtrack.render.lists.interface import cell_text

    told = cell_text(after) or "nothing"
    return told if before is None else f"{told} (was {cell_text(before)})"


def _why(entry: JournalEntry) -> str | None:
    """The reason that a person gave; else what claims of a batch had in common."""
    rule = (entry.after or {}).get("by_rule")
    return entry.note or (f"by rule: {rule}" if rule else None)


_FIELDS = ("number", "at", "by", "action", "subject", "note", "before", "after")
