"""Claims in words a fact at a time, and side by side; what both faces of a review draw with."""

from collections.abc import Iterator, Sequence

from claimtrack.model.claims import Claim
from claimtrack.model.dates import spoken_moment
from claimtrack.render.details import speakers
from claimtrack.render.layout import TextColumn, row_lines, rule, widths
from claimtrack.render.page import Fact, Page

_INDENT = 2

RELATIONS = {
    "conflict": "conflict",
    "stale": "out of date",
    "scope": "not comparable",
    "bound": "compatible",
    "earlier": "same source, earlier",
    "later": "same source, later",
    "own": "same source",
    "unlike": "another figure",
}
"""What a position is to a claim, in words; where neither holds, the two agree."""


def alias_question(names: tuple[str, str], relation: str) -> str:
    """What is asked about two names.

    Args:
        names: The one, and the other that it may belong to.
        relation: ``alias`` or ``speaks-for``.
    """
    one, other = names
    if relation == "speaks-for":
        return f"Does {one} speak for {other}?"
    return f"Is {one} another name of {other}?"


_FIELDS_OF = {
    "Claim": frozenset(("kind", "low", "high", "approximate", "vague", "statement", "denies")),
    "Scope": frozenset(("scope",)),
    "Basis": frozenset(("basis",)),
    "Said by": frozenset(("claimants",)),
    "Via": frozenset(("via",)),
    "Said when": frozenset(("stated_at",)),
    "Place": frozenset(("place",)),
    "Happened": frozenset(("event_start", "event_end")),
}
"""Label of `claim_facts` → the record's fields behind it."""


class ComparingPage(Page):
    """A page with tables, such as that of two claims side by side."""

    def side_by_side(self, one: Claim, other: Claim, differs: frozenset[str]) -> Iterator[str]:
        """Two claims, a fact a row; those that differ are marked.

        Args:
            one: A claim.
            other: Another.
            differs: Names of the record's fields in which they do.

        Returns:
            Lines.
        """
        columns = (
            TextColumn(""),
            TextColumn(one.id or ""),
            TextColumn(other.id or ""),
        )
        left, right = dict(claim_facts(one)), dict(claim_facts(other))
        rows = []
        for label in left:
            if left[label] or right[label]:
                mark = "* " if differs & _FIELDS_OF.get(label, frozenset()) else "  "
                said = (left[label] or "-", right[label] or "-")
                rows.append((mark + label, *(self.clean(cell) for cell in said)))
        yield from self.table(columns, rows)
        yield f"{' ' * _INDENT}* differs"

    def table(
        self, columns: Sequence[TextColumn], rows: Sequence[tuple[str, ...]]
    ) -> Iterator[str]:
        """A table; its rows are marked that differ or contradict.

        Args:
            columns: Its columns.
            rows: Their cells, cleaned.

        Returns:
            Lines, indented.
        """
        width = self.paper.width
        drawn = widths(columns, rows, None if width is None else max(width - _INDENT, 2))
        margin = " " * _INDENT
        headings = [column.heading for column in columns]
        for line in row_lines(headings, columns, drawn, self.paper, style="muted"):
            yield margin + line
        yield margin + rule(drawn, self.paper)
        for row in rows:
            style = "caution" if row[0].startswith("*") or "conflict" in row[-1] else ""
            for line in row_lines(row, columns, drawn, self.paper, style=style):
                yield margin + line


def claim_facts(claim: Claim) -> list[Fact]:
    """What a reviewer needs to know of a claim, fields from its context marked as such.

    Args:
        claim: A stored claim.

    Returns:
        Label and what stands behind it, None where the claim does not tell; the labels are the
        same for every claim.
    """
    inherited = frozenset(claim.inherited)

    def marked(name: str, said: str | None) -> str | None:
        return f"{said} (from the context)" if said and name in inherited else said

    quantity = claim.quantity
    kind = claim.kind.replace("_", " ")
    words = claim.value_text if claim.value_text != claim.figure else None
    proposed = claim.rule
    if claim.rule is not None and claim.confidence is not None:
        proposed = f"rule {claim.rule}, confidence {claim.confidence:.2f}"
    when = claim.period
    return [
        ("Claim", f"{'denies ' if claim.denies else ''}{kind}: {claim.figure}"),
        ("Bounds", str(quantity) if quantity and str(quantity) != claim.figure else None),
        ("In words", words),
        ("Scope", marked("scope", claim.scope)),
        ("Persons", ", ".join(claim.persons) or None),
        ("Basis", claim.basis if claim.basis != "count" else None),
        ("Said by", marked("claimants", speakers(claim))),
        ("Via", marked("via", ", ".join(claim.via) or None)),
        ("Said when", marked("stated_at", spoken_moment(claim.said_at))),
        ("Place", marked("place", claim.place)),
        ("Happened", marked("event_start", str(when) if when else None)),
        ("Hedge", claim.hedge),
        ("Cue", claim.revision_cue),
        ("Text", claim.document.label if claim.document else None),
        ("Proposed by", proposed),
    ]
