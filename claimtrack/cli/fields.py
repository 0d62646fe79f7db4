"""The options that say what a claim is, shared by ``add`` and ``edit``."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import typer

from claimtrack.errors import InputError, UsageError
from claimtrack.workflows.form import figure_fields

_OPTIONS: dict[str, tuple[Any, Any]] = {
    "kind": (str, typer.Option("--kind", help="What is claimed, such as killed.")),
    "claimant": (
        list[str],
        typer.Option("--claimant", help="Who says it; give it again for more."),
    ),
    "value": (
        str,
        typer.Option("--value", help='The figure in words: 12, "at least 12", dozens.'),
    ),
    "low": (int, typer.Option("--low", min=0, help="Smallest count, inclusive.")),
    "high": (int, typer.Option("--high", min=0, help="Largest count, inclusive.")),
    "approximate": (bool, typer.Option("--approximate/--exact", help="About so many.")),
    "vague": (bool, typer.Option("--vague/--numeric", help="Words without a number.")),
    "statement": (
        str,
        typer.Option("--statement", help="The assertion, for kinds that are not counted."),
    ),
    "scope": (str, typer.Option("--scope", help="Who is counted: children, …")),
    "basis": (str, typer.Option("--basis", help="count, estimate, identified or presumed.")),
    "via": (list[str], typer.Option("--via", help="Who relays it, nearest first.")),
    "anonymous": (bool, typer.Option("--anonymous/--named", help="Unnamed claimant.")),
    "place": (str, typer.Option("--place", help="Where it happened.")),
    "on": (
        str,
        typer.Option("--on", metavar="DATE", help="The day it happened, 2024-01-24."),
    ),
    "event_start": (
        str,
        typer.Option("--from", metavar="DATE", help="The first day, for a span of days."),
    ),
    "event_end": (
        str,
        typer.Option("--to", metavar="DATE", help="The last day, for a span of days."),
    ),
    "said": (str, typer.Option("--said", metavar="TIME", help="When the claimant said it.")),
    "hedge": (str, typer.Option("--hedge", help="The verbatim hedge: alleged, …")),
    "denies": (bool, typer.Option("--denies/--asserts", help="The claim denies the thing.")),
    "cue": (
        str,
        typer.Option("--cue", help="initial, correction, withdrawn, previous, up or down."),
    ),
}

_NAMES = {"claimant": "claimants", "said": "stated_at", "cue": "revision_cue"}
"""Option → field of the claim record, where the two have different names."""


def describing(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that describe a claim, and hand it the fields that were given.

    The command takes a parameter ``fields``, from field of the claim record to its value; Typer
    sees one option for each field instead, which is why the signature is rewritten here.

    Args:
        command: The command.

    Returns:
        The command as Typer is to see it.
    """

    @wraps(command)
    def with_fields(**given: Any) -> None:
        chosen = {name: given.pop(name) for name in _OPTIONS}
        command(fields=_as_fields(chosen), **given)

    own = inspect.signature(command)
    kept = [p for name, p in own.parameters.items() if name != "fields"]
    added = [
        inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind | None, o]
        )
        for name, (kind, o) in _OPTIONS.items()
    ]
    parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in kept]
    with_fields.__signature__ = own.replace(  # type: ignore[attr-defined]
        parameters=parameters[:-1] + added + parameters[-1:]
    )
    return with_fields


def _as_fields(chosen: dict[str, Any]) -> dict[str, Any]:
    given = {name: value for name, value in chosen.items() if value not in (None, [])}
    day, words = given.pop("on", None), given.pop("value", None)
    fields = {_NAMES.get(name, name): value for name, value in given.items()}
    if day is not None:
        fields = {"event_start": day, "event_end": day} | fields
    if words is not None and not {"low", "high"} & fields.keys():
        try:
            return figure_fields(words) | fields
        except InputError as error:
            raise UsageError(error.message, error.hint) from None
    if words is not None:
        _require_one_figure(words, fields.get("low"), fields.get("high"))
        fields["value_text"] = words
    return fields


def _require_one_figure(words: str, low: int | None, high: int | None) -> None:
    """Refuse words that tell another figure than the bounds beside them.

    Words without a number (``dozens``), and rounded ones, leave the bounds to whoever records them.

    Raises:
        UsageError: They are two figures, or the number in the words cannot be understood.
    """
    from claimtrack.reading.phrase import quantity_in

    told = quantity_in(words)
    if told is None and not any(letter.isdigit() for letter in words):
        return
    if told is None or not (told.vague or told.approximate or (told.low, told.high) == (low, high)):
        raise UsageError(
            f"--value {words!r} is another figure than --low and --high give.",
            "Give the words alone, or bounds that say the same.",
        )
