"""Lists on stdout: which columns show what, in whatever format was asked for."""

from collections.abc import Iterable
from itertools import chain, islice

from claimtrack.cli.output import in_color, in_unicode, tell, width, write_lines
from claimtrack.model.claims import Claim
from claimtrack.model.dates import spoken_moment
from claimtrack.model.records import to_record
from claimtrack.render.formats import list_format
from claimtrack.render.lists.interface import Column, Listing


def print_listing(listing: Listing, chosen: str, *, empty: str) -> None:
    """Write a list to stdout.

    Args:
        listing: The list.
        chosen: The format's name.
        empty: What to say on stderr when there is nothing to list.
    """
    rows = iter(listing.rows)
    first = list(islice(rows, 1))
    if not first:
        tell(empty)
        if chosen == "table":
            return
    form = list_format(chosen, width=width(), color=in_color(), unicode=in_unicode())
    write_lines(form.lines(Listing(listing.columns, chain(first, rows))))


_CLAIM_COLUMNS = (
    Column("id", "ID"),
    Column("event", "Event"),
    Column("kind", "Kind"),
    Column("figure", "Figure", justify="right"),
    Column("claimants", "Who", shorten=True),
    Column("via", "Via", shorten=True),
    Column("place", "Where", shorten=True),
    Column("when", "When"),
    Column("status", "Status"),
)


def claim_listing(claims: Iterable[Claim], chosen: str) -> Listing:
    """Claims as a list: whole records for machines, the gist in columns for people.

    Args:
        claims: The claims.
        chosen: The format's name.
    """
    row = to_record if chosen in ("json", "jsonl") else _gist
    return Listing(_CLAIM_COLUMNS, map(row, claims))


def _gist(claim: Claim) -> dict[str, object]:
    return {
        "id": claim.id,
        "event": claim.event,
        "kind": claim.kind if claim.scope is None else f"{claim.kind}: {claim.scope}",
        "figure": claim.figure,
        "claimants": claim.claimants,
        "via": claim.via,
        "place": claim.place,
        "when": spoken_moment(claim.period.start or claim.period.end),
        "status": claim.status,
    }
