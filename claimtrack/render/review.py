"""What a review asks, as lines of text: the same facts as the full screen, in reading order."""

from collections.abc import Iterator, Sequence

from claimtrack.model.dates import spoken_moment
from claimtrack.model.explanation import Explanation
from claimtrack.model.review import (
    AliasItem,
    Batch,
    Choice,
    ClaimView,
    Item,
    Left,
    PairItem,
    Progress,
    ProposalItem,
    QuestionItem,
    RevisionItem,
)
from claimtrack.render.comparing import RELATIONS, ComparingPage, alias_question, claim_facts
from claimtrack.render.details import speakers
from claimtrack.render.layout import (
    GAP,
    TextColumn,
    cells,
    hanging,
    wrap,
)
from claimtrack.render.page import Page
from claimtrack.render.paper import PIPE, Paper
from claimtrack.render.reports.terminal import question_lines

_INDENT = 2
_STRONGEST = 5
"""Features shown for and against a pair; ``explain`` tells them all."""


def item_lines(item: Item, paper: Paper = PIPE) -> Iterator[str]:
    """Everything that a reviewer is shown of one item, without the choices.

    Args:
        item: What is to be decided.
        paper: What to write on.

    Returns:
        Lines without their line ends.
    """
    page = _Page(paper)
    if isinstance(item, ProposalItem):
        yield from page.proposal(item)
    elif isinstance(item, PairItem):
        yield from page.pair(item)
    elif isinstance(item, RevisionItem):
        yield from page.revision(item)
    elif isinstance(item, AliasItem):
        yield from page.alias(item)
    elif isinstance(item, QuestionItem):
        yield from page.title(item.subject, f"contested {paper.dot} {item.title}")
        yield from question_lines(item.question, paper)
    for note in item.notes:
        yield ""
        yield from page.facts([(f"Note by {note.by}", note.note)])


def choice_lines(item: Item, paper: Paper = PIPE) -> Iterator[str]:
    """What can be done, with the keys, and what Enter does.

    Args:
        item: What is to be decided.
        paper: What to write on.

    Returns:
        Lines without their line ends.
    """
    yield from _in_lines([choice.spelled for choice in item.choices], paper)
    advice = item.recommendation
    if advice.strong:
        label = next(choice.label for choice in item.choices if choice.action == advice.action)
        yield from wrap(f"Enter alone: {label}. {advice.because}", paper.width)


def _in_lines(words: Sequence[str], paper: Paper) -> Iterator[str]:
    """Short texts side by side, each in one piece."""
    line = words[0]
    for word in words[1:]:
        if paper.width is not None and cells(line) + GAP + cells(word) > paper.width:
            yield line
            line = word
        else:
            line = f"{line}{' ' * GAP}{word}"
    yield line


def help_lines(choices: Sequence[Choice], paper: Paper = PIPE) -> Iterator[str]:
    """What each key does, in a sentence.

    Args:
        choices: Those of the item on screen.
        paper: What to write on.

    Returns:
        Lines without their line ends.
    """
    page = Page(paper)
    yield from page.facts([(choice.spelled, _HELP[choice.action]) for choice in choices])


def batch_lines(batch: Batch, paper: Paper = PIPE) -> Iterator[str]:
    """Proposals that are to be accepted all at once, a line each.

    Args:
        batch: The proposals.
        paper: What to write on.

    Returns:
        Lines without their line ends.
    """
    page = _Page(paper)
    yield page.clean(f"{batch.rule[:1].upper()}{batch.rule[1:]}: {len(batch.claims):,}")
    rows = []
    for claim in batch.claims:
        trust = "" if claim.confidence is None else f"{claim.confidence:.2f}"
        said = (f"{claim.kind.replace('_', ' ')}: {claim.figure}", speakers(claim))
        where = (claim.place or "", str(claim.period) if claim.period else "", trust)
        rows.append((claim.id or "", *(page.clean(cell) for cell in (*said, *where))))
    if rows:
        yield from page.table(_BATCH_COLUMNS, rows)


def progress_line(progress: Progress) -> str:
    """How much is left of each queue, and what was done, on one line."""
    left = ", ".join(f"{name} {_left(left)}" for name, left in progress.left.items())
    others = [f"{who} {count:,}" for who, count in sorted(progress.by.items())]
    by = f" ({', '.join(others)})" if len(others) > 1 else ""
    return f"Left: {left}. Done in this session: {progress.done:,}{by}."


def end_line(progress: Progress | None) -> str:
    """What to say where nothing is asked any more.

    Args:
        progress: How far the review is; None while that is not known.
    """
    skipped = progress is not None and any(left.number for left in progress.left.values())
    return "Nothing is left but what was skipped." if skipped else "Nothing is left."


def _left(left: Left) -> str:
    return f"{left.number:,}" if left.exact else f"at most {left.number:,}"


class _Page(ComparingPage):
    def proposal(self, item: ProposalItem) -> Iterator[str]:
        claim = item.view.claim
        place = f" {self.paper.dot} {item.title}" if item.title else ""
        yield from self.title(claim.id or "", f"proposal{place}")
        yield from self.quote(item.view)
        yield ""
        yield from self.facts(claim_facts(claim))
        if item.rivals:
            yield ""
            yield from self.rivals(item)

    def rivals(self, item: ProposalItem) -> Iterator[str]:
        question = item.view.claim.question
        yield self.paper.paint(self.clean(f"Others on {question}"), "strong")
        rows = [
            (
                rival.position.claim,
                self.clean(rival.position.name),
                self.clean(rival.position.figure),
                spoken_moment(rival.position.stated_at),
                "stands" if rival.position.standing else "superseded",
                RELATIONS.get(rival.relation or "", "agrees"),
            )
            for rival in item.rivals
        ]
        yield from self.table(_RIVAL_COLUMNS, rows)
        if item.unshown:
            yield f"{' ' * _INDENT}and {item.unshown:,} more"
        for rival in item.rivals:
            if rival.relation == "conflict":
                label = f"{' ' * _INDENT}{rival.position.claim}  "
                yield from hanging(label, self.clean(rival.reason), self.paper, style="alarm")

    def pair(self, item: PairItem) -> Iterator[str]:
        yield from self.title(item.subject.replace(" ", ", "), "one event, or two?")
        yield ""
        yield from self.side_by_side(item.one.claim, item.other.claim, item.differs)
        for view in (item.one, item.other):
            yield from self.quote(view, label=view.claim.id or "")
        if item.reckoning is not None:
            yield ""
            yield from self.features(item.reckoning)

    def features(self, reckoning: Explanation) -> Iterator[str]:
        chance = f"{reckoning.probability:.0%} likely to be one event"
        yield from wrap(self.clean(chance), self.paper.width)
        telling = sorted(reckoning.features, key=lambda f: -abs(f.weight))
        for feature in telling[:_STRONGEST]:
            if feature.weight:
                side = "for" if feature.weight > 0 else "against"
                label = f"{' ' * _INDENT}{side:<9}"
                words = f"{feature.name} {feature.weight:+.1f}: {feature.values}"
                yield from hanging(label, self.clean(words), self.paper, style="muted")

    def revision(self, item: RevisionItem) -> Iterator[str]:
        old, new = item.subject.split()
        asked = f"did {item.name} change from {old} to {new}?"
        yield from self.title(f"{old}, {new}", asked)
        yield from self.paragraph(item.revision.reason)
        yield ""
        yield from self.side_by_side(item.old.claim, item.new.claim, item.differs)
        for view in (item.old, item.new):
            yield from self.quote(view, label=view.claim.id or "")

    def alias(self, item: AliasItem) -> Iterator[str]:
        one, other = (self.paper.isolated(self.clean(name)) for name in item.names)
        for line in wrap(alias_question((one, other), item.relation), self.paper.width):
            yield self.paper.paint(line, "heading")
        yield from self.facts(
            [(item.one, f"{item.claims[0]:,} claims"), (item.other, f"{item.claims[1]:,} claims")]
        )
        yield from self.paragraph(item.because)

    def quote(self, view: ClaimView, label: str = "") -> Iterator[str]:
        if view.quote:
            yield ""
            if label:
                yield self.paper.paint(label, "strong")
            yield from self.context(view.before, view.quote, view.after)


_RIVAL_COLUMNS = (
    TextColumn("Claim", firm=True),
    TextColumn("Who"),
    TextColumn("Figure"),
    TextColumn("Said when", firm=True, least=len("24 Jan 2024")),
    TextColumn("Position", firm=True),
    TextColumn("To this", firm=True),
)
_BATCH_COLUMNS = (
    TextColumn("Claim", firm=True),
    TextColumn("What"),
    TextColumn("Said by"),
    TextColumn("Place"),
    TextColumn("Happened"),
    TextColumn("Sure", firm=True),
)
_HELP = {
    "accept": "the claim says what the quote says",
    "edit": "correct a field; what it said before is kept",
    "reject": "the claim does not say what the quote says; a reason is asked for",
    "batch": "accept several at once, after they are shown",
    "same": "both speak of one event",
    "different": "they speak of two events",
    "unsure": "nobody can tell; it is not asked again",
    "confirm": "yes, it is so",
    "refuse": "no, it is not so",
    "resolve": "record what you find to be the answer, and why",
    "leave-open": "leave it open until somebody says something new; a note is asked for",
    "skip": "leave it for another session",
    "undo": "take back the last decision of this session",
    "note": "keep a remark on it",
    "explain": "why it is asked, and what speaks for and against",
    "help": "this list",
    "leave": "leave; everything decided is stored already",
}
