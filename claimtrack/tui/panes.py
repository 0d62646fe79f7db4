"""What is on screen of each kind of item, in panes that stand side by side where there is room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from claimtrack.model.dates import spoken_moment
from claimtrack.model.explanation import Explanation
from claimtrack.model.report import QuestionReport
from claimtrack.model.review import (
    AliasItem,
    ClaimView,
    Item,
    PairItem,
    ProposalItem,
    QuestionItem,
    RevisionItem,
    Rival,
)
from claimtrack.render.comparing import RELATIONS, ComparingPage, claim_facts
from claimtrack.render.layout import TextColumn, cells, hanging, wrap
from claimtrack.render.paper import Paper, isolated, pieces
from claimtrack.render.reports import words
from claimtrack.tui.sheet import Draw

SIDE = 34
"""Cells that a pane needs beside another: a claim's ID with a short name and a figure, or a few
words of a quote."""

LABELLED = 40
"""Cells that facts behind labels need: the longest label, and `layout.NARROW` beside it."""

SHORT = 120
"""Characters of context on either side of a quote where the screen is low: a line and a half."""

PROSE = 100
"""Cells a line of prose at most: longer lines are hard to follow, however wide the terminal."""

_TIMELINE = (
    TextColumn("Said when", firm=True, least=len("24 Jan 2024")),
    TextColumn("Figure"),
    TextColumn("Who"),
    TextColumn("Via"),
    TextColumn("Position", firm=True),
    TextColumn("Claim", firm=True),
)
_STYLES = {"conflict": "alarm", "stale": "caution"}
_BETWEEN = " │ "
_INDENT = "  "


@dataclass(frozen=True, slots=True)
class Pane:
    """A part of the screen.

    Attributes:
        title: What stands above it; empty for nothing.
        draw: Writes its lines for the width it gets.
        least: Cells that it needs to stand beside another.
    """

    title: str
    draw: Draw
    least: int = SIDE


Row = tuple[Pane, ...]
"""Panes beside each other, or below where there is no room."""


def item_lines(item: Item, low: bool, paper: Paper) -> Iterator[str]:
    """Everything that is shown of an item.

    Args:
        item: What is to be decided.
        low: Whether lines are few, so that quotes come with less of their context.
        paper: What to write on.

    Returns:
        Lines, none wider than the paper.
    """
    for number, row in enumerate(_rows(_shortened(item) if low else item)):
        if number:
            yield ""
        yield from _beside(row, paper)


def _rows(item: Item) -> list[Row]:
    """The panes of an item, in reading order."""
    if isinstance(item, ProposalItem):
        found = _proposal(item)
    elif isinstance(item, PairItem):
        found = _pair(item)
    elif isinstance(item, RevisionItem):
        found = _revision(item)
    elif isinstance(item, AliasItem):
        found = _alias(item)
    else:
        assert isinstance(item, QuestionItem)
        found = _question(item)
    if item.notes:
        notes = [(f"{note.by}, {spoken_moment(note.at)}", note.note) for note in item.notes]
        found.append((Pane("Notes", lambda paper: ComparingPage(paper).facts(notes)),))
    return found


def _proposal(item: ProposalItem) -> list[Row]:
    claim = item.view.claim
    facts = Pane(
        "As understood", lambda paper: ComparingPage(paper).facts(claim_facts(claim)), LABELLED
    )
    others = Pane(f"Others on {claim.question}", lambda paper: _rivals(item, paper))
    beside: Row = (facts, others) if item.rivals else (facts,)
    return [*_quotes(item.view), beside]


def _pair(item: PairItem) -> list[Row]:
    found: list[Row] = [
        (Pane("", lambda p: _side_by_side(p, item.one, item.other, item.differs)),),
        *_quotes(item.one, item.other),
    ]
    if item.reckoning is not None:
        found += _reckoning(item.reckoning)
    return found


def _revision(item: RevisionItem) -> list[Row]:
    return [
        (Pane("", lambda p: ComparingPage(_prose(p)).paragraph(item.revision.reason)),),
        (Pane("", lambda p: _side_by_side(p, item.old, item.new, item.differs)),),
        *_quotes(item.old, item.new),
    ]


def _alias(item: AliasItem) -> list[Row]:
    names = tuple(
        Pane(slug, _facts([("Name", name), ("Claims", f"{claims:,}")]))
        for slug, name, claims in zip((item.one, item.other), item.names, item.claims, strict=True)
    )
    return [
        (Pane("", lambda p: ComparingPage(_prose(p)).paragraph(item.because)),),
        names,
    ]


def _question(item: QuestionItem) -> list[Row]:
    asked = item.question
    in_words = Pane("In words", lambda p: ComparingPage(_prose(p)).paragraph(asked.wording))
    found: list[Row] = [
        (Pane("Who said what when", _timeline(asked)),),
        (Pane("Figures", _facts(words.figures(asked)), LABELLED), in_words),
    ]
    if asked.discrepancies:
        found.append((Pane("Where they differ", _differences(asked)),))
    if asked.revisions:
        found.append((Pane("Who changed", _changes(asked)),))
    return found


def _quotes(*views: ClaimView) -> list[Row]:
    """The quotes that there are, one row of them."""
    several = len(views) > 1
    row = tuple(
        Pane(f"{view.claim.id} in its text" if several else "In its text", _quote(view))
        for view in views
        if view.quote
    )
    return [row] if row else []


def _shortened(item: Item) -> Item:
    """An item whose quotes come with less of their context."""
    if isinstance(item, ProposalItem):
        return replace(item, view=_shortened_view(item.view))
    if isinstance(item, PairItem):
        return replace(item, one=_shortened_view(item.one), other=_shortened_view(item.other))
    if isinstance(item, RevisionItem):
        return replace(item, old=_shortened_view(item.old), new=_shortened_view(item.new))
    return item


def _shortened_view(view: ClaimView) -> ClaimView:
    before, after = view.before, view.after
    if len(before) > SHORT:
        before = "… " + before[-SHORT:].partition(" ")[2]
    if len(after) > SHORT:
        after = after[:SHORT].rpartition(" ")[0] + " …"
    return replace(view, before=before, after=after)


def _quote(view: ClaimView) -> Draw:
    def draw(paper: Paper) -> Iterator[str]:
        return ComparingPage(_prose(paper)).context(view.before, view.quote, view.after)

    return draw


def _facts(facts: Sequence[tuple[str, str | None]]) -> Draw:
    return lambda paper: ComparingPage(paper).facts(facts)


def _side_by_side(
    paper: Paper, one: ClaimView, other: ClaimView, differs: frozenset[str]
) -> Iterator[str]:
    return ComparingPage(paper).side_by_side(one.claim, other.claim, differs)


def _rivals(item: ProposalItem, paper: Paper) -> Iterator[str]:
    page = ComparingPage(paper)
    for rival in item.rivals:
        yield from _rival(rival, page)
    if item.unshown:
        yield f"{_INDENT}and {item.unshown:,} more"


def _rival(rival: Rival, page: ComparingPage) -> Iterator[str]:
    position, paper = rival.position, page.paper
    style = _STYLES.get(rival.relation or "", "muted")
    relation = RELATIONS.get(rival.relation or "", "agrees")
    who = page.clean(f"{position.name}: {position.figure}")
    label = f"{_INDENT}{position.claim:<5} "
    yield from hanging(label, paper.isolated(who), paper, style="muted")
    gone = "" if position.standing else ", superseded"
    when = f"said {spoken_moment(position.stated_at)}" if position.stated_at else "undated"
    told = f"{relation}; {when}{gone}"
    if rival.relation == "conflict":
        told = f"{told}. {rival.reason}"
    for line in wrap(page.clean(told), _room(paper, " " * len(label))):
        yield " " * len(label) + paper.paint(line, style)


def _reckoning(reckoning: Explanation) -> list[Row]:
    telling = sorted(reckoning.features, key=lambda feature: -abs(feature.weight))

    def side(sign: int) -> Draw:
        facts = [
            (feature.name, f"{feature.weight:+.1f}  {feature.values}")
            for feature in telling
            if feature.weight * sign > 0
        ]
        return _facts(facts or [("nothing", " ")])

    chance = f"{reckoning.probability:.0%} likely to be one event"
    asked = f"asked from {reckoning.suggest:.0%}, put together from {reckoning.merge:.0%}"
    return [
        (Pane("Speaks for one event", side(1)), Pane("Speaks against it", side(-1))),
        (Pane("", lambda p: ComparingPage(p).paragraph(f"{chance}; {asked}.")),),
    ]


def _timeline(question: QuestionReport) -> Draw:
    """Who said what when, the earliest first."""
    ordered = sorted(
        question.positions, key=lambda p: (p.stated_at is None, p.stated_at or "", p.claim)
    )

    def draw(paper: Paper) -> Iterator[str]:
        page = ComparingPage(paper)
        rows = [
            (
                spoken_moment(position.stated_at),
                page.clean(position.figure),
                page.clean(position.name),
                page.clean(", ".join(position.via)),
                "stands" if position.standing else "superseded",
                position.claim,
            )
            for position in ordered
        ]
        return page.table(_TIMELINE, rows)

    return draw


def _differences(question: QuestionReport) -> Draw:
    reasons = words.differences(question)

    def draw(paper: Paper) -> Iterator[str]:
        page = ComparingPage(_prose(paper))
        wide = max(len(reason.kind) for reason in reasons) + 2
        for reason in reasons:
            style = _STYLES.get(reason.type, "")
            label = f"{_INDENT}{reason.kind:<{wide}}"
            yield from hanging(label, page.clean(reason.said), page.paper, style=style)

    return draw


def _changes(question: QuestionReport) -> Draw:
    def draw(paper: Paper) -> Iterator[str]:
        page = ComparingPage(_prose(paper))
        for revision in question.revisions:
            name, move = words.revision_move(revision, question, paper.arrow)
            said = page.clean(f"{name}: {move}. {revision.reason}")
            yield from hanging(_INDENT, said, page.paper)

    return draw


def _beside(row: Row, paper: Paper) -> Iterator[str]:
    """The panes of a row beside each other; below each other where there is no room."""
    room = (paper.width or 0) - len(_BETWEEN) * (len(row) - 1)
    spare = room - sum(pane.least for pane in row)
    if len(row) == 1 or spare < 0:
        for number, pane in enumerate(row):
            if number:
                yield ""
            yield from _lines(pane, paper)
        return
    drawn = [pane.least + spare // len(row) for pane in row]
    columns = [
        list(_lines(pane, replace(paper, width=width)))
        for pane, width in zip(row, drawn, strict=True)
    ]
    between = paper.paint(_BETWEEN, "muted")
    for lines in zip_longest(*columns, fillvalue=""):
        padded = [
            isolated(line) + " " * (width - _cells(line))
            for line, width in zip(lines, drawn, strict=True)
        ]
        yield between.join(padded).rstrip()


def _lines(pane: Pane, paper: Paper) -> Iterator[str]:
    if pane.title:
        yield from _heading(pane.title, paper)
    yield from pane.draw(paper)


def _heading(title: str, paper: Paper) -> Iterator[str]:
    """A title with a line behind it."""
    *above, last = wrap(title, paper.width)
    for line in above:
        yield paper.paint(line, "strong")
    rest = max((paper.width or 0) - cells(last) - 1, 0)
    yield f"{paper.paint(last, 'strong')} {paper.paint(paper.dash * rest, 'muted')}"


def _cells(line: str) -> int:
    return sum(cells(text) for text, _ in pieces(line))


def _prose(paper: Paper) -> Paper:
    return paper if paper.width is None else replace(paper, width=min(paper.width, PROSE))


def _room(paper: Paper, indent: str) -> int | None:
    return None if paper.width is None else max(paper.width - len(indent), 2)
