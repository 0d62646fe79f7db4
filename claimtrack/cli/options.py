"""Options that several commands share, and how they become what the workflows take."""

import inspect
from collections.abc import Callable
from copy import copy
from functools import wraps
from typing import Annotated, Any

import typer

from claimtrack.model.dates import check_moment, now
from claimtrack.model.selection import Selection

By = Annotated[
    str | None,
    typer.Option(
        "--by",
        envvar="CLAIMTRACK_USER",
        metavar="NAME",
        help="Who does this; else git's user name, else the system's.",
        show_envvar=True,
    ),
]
"""Who acts, kept in the journal."""

FormatName = Annotated[
    str | None, typer.Option("--format", "-f", metavar="FORMAT", help="The format to write.")
]
"""The format to write; each command says which it knows."""

AsJson = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
"""Short for ``--format json``."""


def moment(text: str | None) -> str | None:
    """Check a date or time given on the command line.

    Raises:
        typer.BadParameter: It is malformed or does not exist.
    """
    if text is None:
        return None
    try:
        return check_moment(text)
    except ValueError as error:
        raise typer.BadParameter(f"{error}.") from None


def moment_or_now(text: str | None) -> str | None:
    """Check a date or time given on the command line; the word ``now`` is this moment.

    Raises:
        typer.BadParameter: It is neither.
    """
    return now() if text == "now" else moment(text)


_SELECTING = {
    "kind": (str, typer.Option("--kind", help="Only claims of this kind, such as killed.")),
    "status": (str, typer.Option("--status", help="Only proposed, accepted or rejected claims.")),
    "place": (str, typer.Option("--place", help="Only places that contain these words.")),
    "source": (
        str,
        typer.Option("--source", help="Only claims by this source, by slug; not what it relays."),
    ),
    "document": (str, typer.Option("--document", help="Only claims of this document, like d2.")),
    "event": (str, typer.Option("--event", help="Only claims of this event, like e3.")),
    "question": (str, typer.Option("--question", help="Only claims of this question, like q5.")),
    "since": (
        str,
        typer.Option("--since", callback=moment, help="Only what happened on this day or later."),
    ),
    "until": (
        str,
        typer.Option("--until", callback=moment, help="Only what happened until this day."),
    ),
    "text": (str, typer.Option("--text", help="Only quotes that contain these words.")),
    "withdrawn": (bool, typer.Option("--withdrawn", help="Also claims that were taken back.")),
    "limit": (int, typer.Option("--limit", min=1, help="At most so many.")),
}


def selecting(*names: str, **helps: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options that choose claims, and hand them to it as one ``Selection``.

    The command takes a parameter ``selection``; Typer sees one option for each name instead, which
    is why the signature is rewritten here.

    Args:
        names: Which of the fields of `Selection` can be chosen by.
        helps: The help of some of them, where the command shows more than the chosen claims.

    Returns:
        The decorator.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def with_selection(**given: Any) -> None:
            chosen = {name: given.pop(name) for name in names}
            chosen = {name: value for name, value in chosen.items() if value is not None}
            command(selection=Selection(**chosen), **given)

        own = inspect.signature(command)
        kept = [p for name, p in own.parameters.items() if name != "selection"]
        added = [
            inspect.Parameter(
                name,
                inspect.Parameter.KEYWORD_ONLY,
                default=None,
                annotation=Annotated[_SELECTING[name][0] | None, _option(name, helps.get(name))],
            )
            for name in names
        ]
        parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in kept] + added
        with_selection.__signature__ = own.replace(  # type: ignore[attr-defined]
            parameters=parameters
        )
        with_selection.__annotations__ = {p.name: p.annotation for p in parameters}
        return with_selection

    return decorate


def _option(name: str, told: str | None) -> Any:
    """An option that chooses claims, with the help that a command has of its own for it."""
    option = copy(_SELECTING[name][1])
    option.help = told or option.help
    return option
