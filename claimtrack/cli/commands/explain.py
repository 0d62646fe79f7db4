"""``claimtrack explain`` and ``claimtrack doubts``."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.options import AsJson, FormatName
from claimtrack.cli.output import pick_format, tell, write_lines

if TYPE_CHECKING:
    from claimtrack.model.explanation import Explanation


def explain(
    ctx: typer.Context,
    a: Annotated[str, typer.Argument(metavar="A", help="A claim, like c17.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another claim.")],
    format_name: FormatName = None,
    as_json: AsJson = False,
) -> None:
    """Say why two claims are, or are not, one event.

    Formats: table, json, md, csv. Each feature with both values and its weight in log-odds, the
    total, the thresholds, and any human judgement.
    """
    from claimtrack.cli.listings import print_listing
    from claimtrack.model.json_text import json_line
    from claimtrack.render.lists.interface import Column, Listing
    from claimtrack.workflows.explain import explain as reckon

    chosen = pick_format(format_name, as_json, ("table", "json", "md", "csv"))
    found = reckon(ctx.obj, a, b)
    if chosen == "json":
        write_lines([json_line(asdict(found))])
        return
    columns = (
        Column("name", "Feature"),
        Column("a", f"c{found.a}", shorten=True),
        Column("b", f"c{found.b}", shorten=True),
        Column("likeness", "Alike", justify="right"),
        Column("weight", "Weight", justify="right"),
    )
    rows = [
        {
            "name": feature.name,
            "a": feature.a,
            "b": feature.b,
            "likeness": "" if feature.likeness is None else f"{feature.likeness:.2f}",
            "weight": f"{feature.weight:+.2f}",
        }
        for feature in found.features
    ]
    rows.insert(0, {"name": f"before ({found.setting})", "weight": f"{found.base:+.2f}"})
    rows.append({"name": "total", "weight": f"{found.total:+.2f}"})
    print_listing(Listing(columns, rows), chosen, empty="")
    tell(_verdict(found))


def _verdict(found: "Explanation") -> str:
    chance = f"The probability that they are one event is {found.probability:.0%}"
    limits = f"claims are put together from {found.merge:.0%}, a human is asked from "
    said = f" A human judgement says: {found.verdict}." if found.verdict else ""
    if not found.compared and not found.verdict:
        said = (
            " But grouping compares no two claims whose places or days are not near, or not told; "
            "`same` puts them together."
        )
    return f"{chance}; {limits}{found.suggest:.0%}.{said}"


def doubts(
    ctx: typer.Context,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 20,
    format_name: FormatName = None,
    as_json: AsJson = False,
) -> None:
    """List pairs of claims that may be one event, strongest doubt first.

    Formats: table, json, jsonl, csv, md. `same`, `different` or `unsure` settles a pair.
    """
    from claimtrack.cli.listings import print_listing
    from claimtrack.render.formats import LIST_FORMATS
    from claimtrack.render.lists.interface import Column, Listing
    from claimtrack.workflows.explain import doubtful

    chosen = pick_format(format_name, as_json, LIST_FORMATS)
    columns = (
        Column("a", "A"),
        Column("b", "B"),
        Column("probability", "Probability", justify="right"),
    )
    rows = (
        {"a": f"c{pair.a}", "b": f"c{pair.b}", "probability": pair.likely / 1000}
        for pair in doubtful(ctx.obj, limit)
    )
    print_listing(Listing(columns, rows), chosen, empty="Nothing is in doubt.")
