"""``claimtrack alias``."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.options import By
from claimtrack.cli.output import moved, tell
from claimtrack.cli.who import person
from claimtrack.errors import UsageError

if TYPE_CHECKING:
    from claimtrack.workflows.place_names import Named


def alias(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="place|source", help="What the names are of.")],
    a: Annotated[
        str | None, typer.Argument(metavar="[A]", help="A name; for a source also its slug.")
    ] = None,
    b: Annotated[
        str | None, typer.Argument(metavar="[B]", help="The name of the place or body meant.")
    ] = None,
    relation: Annotated[
        str | None,
        typer.Option(
            "--as",
            help="For sources: A is an alias of B (if not said), speaks-for B, is part-of B.",
        ),
    ] = None,
    file: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="Names from CSV or JSONL: name, place, note."),
    ] = None,
    gazetteer: Annotated[
        bool,
        typer.Option("--gazetteer", help="Towns with several names here, as GeoNames has them."),
    ] = False,
    withdraw: Annotated[
        str | None,
        typer.Option("--withdraw", metavar="WHY", help="Take back what was told of A (and B)."),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="WHY", help="A remark.")] = None,
    by: By = None,
) -> None:
    """Say that two names are one place, or how two sources relate.

    Spellings that differ only in transliteration meet by themselves; this is for names that no
    spelling reveals. --from and --gazetteer are for places.
    """
    from claimtrack.workflows import name, place_names

    whole = (file is not None) + gazetteer + (withdraw is not None)
    between = what == "source" and withdraw is not None
    fits = (between or what == "place") and (b is not None) == between
    if whole > 1 or (whole and (not fits or (a is None) != (withdraw is None))):
        raise UsageError(
            "These options do not go together.",
            "Say `alias place --from FILE`, `alias place --gazetteer`, "
            "`alias place A --withdraw WHY` or `alias source A B --withdraw WHY`.",
        )
    if file is not None:
        _tell(place_names.alias_places_from(ctx.obj, file, by=person(by)))
    elif gazetteer:
        _tell(place_names.alias_places_by_gazetteer(ctx.obj, by=person(by)))
    elif withdraw is not None and what == "source":
        gone = name.unrelate_sources(
            ctx.obj, a or "", b or "", relation, because=withdraw, by=person(by)
        )
        tell(f"{a}: no longer {' or '.join(gone)} {b}.")
    elif withdraw is not None:
        changed = place_names.withdraw_alias(ctx.obj, a or "", because=withdraw, by=person(by))
        tell(f"{a} is a name of its own again; {moved(changed)}")
    elif what not in ("place", "source") or a is None or b is None:
        raise UsageError(
            f"{what!r} with these names says nothing.",
            "Say `alias place A B` or `alias source A B`.",
        )
    elif what == "place":
        changed = place_names.alias_place(ctx.obj, a, b, by=person(by), note=note)
        tell(f"{a} is {b} from now on; {moved(changed)}")
    else:
        said = relation or "alias"
        name.relate_sources(ctx.obj, a, said, b, by=person(by), note=note)
        tell(f"{a}: {said} {b} from now on.")


def _tell(named: "Named") -> None:
    known = f"; {named.known:,} known already" if named.known else ""
    tell(f"{named.told:,} names told{known}; {moved(named.moved)}")
