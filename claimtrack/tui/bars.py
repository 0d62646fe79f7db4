"""What stands around the item: who and how far above it, what was done and the keys below."""

from collections.abc import Iterable, Iterator, Sequence

from claimtrack.model.review import (
    AliasItem,
    Choice,
    Item,
    Left,
    PairItem,
    Progress,
    ProposalItem,
    QuestionItem,
    RevisionItem,
)
from claimtrack.render.comparing import alias_question
from claimtrack.render.layout import cells, clean, shortened
from claimtrack.render.paper import Paper, isolated
from claimtrack.tui.outcome import Painted
from claimtrack.workflows.review.choices import AT_THE_END, EVERYWHERE

GAP = "  "
"""What stands between two parts of a bar."""

Part = list[Painted]
"""What is not to be parted, in pieces of one style each."""


def choices_of(item: Item | None) -> tuple[Choice, ...]:
    """What can be done with an item, or when nothing is left."""
    return item.choices if item else AT_THE_END


def progress_lines(
    progress: Progress | None, item: Item | None, by: str, blind: bool, paper: Paper
) -> Iterator[str]:
    """Who is reviewing, what is left of each queue, and what was done.

    Args:
        progress: How far the review is; None before it began.
        item: What is on screen.
        by: Who decides.
        blind: Whether scores are hidden.
        paper: What to write on.

    Returns:
        One line, or several where there is no room.
    """
    parts = [[(isolated(clean(by)), "strong")]]
    if blind:
        parts.append([("blind", "caution")])
    for name, left in progress.left.items() if progress else ():
        here = item is not None and item.queue == name
        text = f"{name} {_left(left)}"
        parts.append([(f" {text} ", "here")] if here else [(text, "")])
    if progress:
        parts.append([(f"{progress.done:,} done", "")])
        others = {who: count for who, count in progress.by.items() if who != by}
        parts += ([(f"{isolated(clean(who))} {count:,}", "muted")] for who, count in others.items())
    yield from _flowing(parts, paper)


def title_of(item: Item) -> str:
    """What is asked, in a line."""
    if isinstance(item, ProposalItem):
        kind = item.view.claim.kind.replace("_", " ")
        where = f" · {item.title}" if item.title else ""
        return f"{item.subject} · proposal: {kind}{where}"
    if isinstance(item, PairItem):
        return f"{item.subject.replace(' ', ' and ')} · one event, or two?"
    if isinstance(item, RevisionItem):
        old, new = item.subject.split()
        return f"{old} to {new} · did {item.name} change position?"
    if isinstance(item, AliasItem):
        return alias_question(item.names, item.relation)
    assert isinstance(item, QuestionItem)
    scope = f": {item.question.scope}" if item.question.scope else ""
    kind = item.question.kind.replace("_", " ")
    return f"{item.subject} · contested: {kind}{scope} · {item.title}"


def key_lines(choices: Sequence[Choice], paper: Paper) -> Iterator[str]:
    """The keys, each marked in its word.

    Args:
        choices: What can be done.
        paper: What to write on.

    Returns:
        As few lines as hold them.
    """
    own = [choice for choice in choices if choice not in EVERYWHERE]
    rest = [choice for choice in choices if choice in EVERYWHERE]
    together = list(_flowing(map(_key, (*own, *rest)), paper))
    if len(together) == 1:
        yield from together
        return
    yield from _flowing(map(_key, own), paper)
    yield from _flowing(map(_key, rest), paper)


def advice_lines(item: Item | None) -> list[Painted]:
    """What Enter does, if anything."""
    if item is None or not item.recommendation.strong:
        return []
    advice = item.recommendation
    label = next(choice.label for choice in item.choices if choice.action == advice.action)
    return [(f"Enter: {label}. {advice.because}", "good")]


def _left(left: Left) -> str:
    return f"{left.number:,}" if left.exact else f"≤{left.number:,}"


def _key(choice: Choice) -> Part:
    """A choice's label with its key made to stand out."""
    before, _, rest = choice.spelled.partition("[")
    return [(before, ""), (f"[{choice.key}]", "strong"), (rest.partition("]")[2], "")]


def _flowing(parts: Iterable[Part], paper: Paper) -> Iterator[str]:
    """Parts on as few lines as hold them; one that is wider than a line is cut."""
    width = paper.width or 80
    line, used = "", 0
    for part in parts:
        room = sum(cells(text) for text, _ in part)
        if used and used + len(GAP) + room > width:
            yield line
            line, used = "", 0
        if room > width:
            part, room = [(shortened("".join(text for text, _ in part), width, "…"), "")], width
        painted = "".join(paper.paint(text, style) for text, style in part)
        line = f"{line}{GAP}{painted}" if used else painted
        used += room + (len(GAP) if used else 0)
    yield line
