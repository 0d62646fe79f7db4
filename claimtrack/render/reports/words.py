"""What terminal and Markdown say in the same words, so that both carry the same facts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from claimtrack.model.dates import Period, spoken_moment
from claimtrack.model.quantities import Quantity
from claimtrack.model.report import (
    ORIGINS_NAMED,
    WITHDRAWS,
    Check,
    Contested,
    Discrepancy,
    EventReport,
    FailedCheck,
    Figure,
    Position,
    QuestionReport,
    ReportHeader,
    Revision,
    SummaryLine,
    furthest_apart,
)

STATUSES = {
    "contested": "contested",
    "agreed": "agreed",
    "single-origin": "single origin",
    "resolved": "resolved",
}
"""A question's status in words."""

STATES = {
    "standing": "standing",
    "superseded": "superseded",
    "withdrawn": "withdrawn",
    "stale": "out of date",
}
"""What became of a position, in words."""

_DIFFERENCES = {
    "conflict": "conflict",
    "stale": "out of date",
    "scope": "not comparable",
    "bound": "compatible",
}
_CHECKS = {
    "part-exceeds-whole": "part exceeds whole",
    "sum": "sum",
    "unconfirmed": "grade 1 unconfirmed",
}

_NO_NUMBER = (None, None)

FIGURE = "Figure"
"""The heading of a column of figures; what is no count has another."""


def header_line(header: ReportHeader) -> str:
    """When the report was made, and what it could know."""
    made = f"Report of {_zoned(header.generated_at)}"
    if header.as_of:
        made += f", as known at {_zoned(header.as_of)}"
    if header.as_of_said:
        made += f", with what had been said by {_zoned(header.as_of_said)}"
    return made


def _zoned(moment: str) -> str:
    """A moment with its zone, which is UTC where none is given; a day is a day of UTC."""
    spoken = spoken_moment(moment)
    return spoken if spoken.endswith("UTC") or spoken[-6] in "+-" else f"{spoken} UTC"


PAIRS = 40
"""From so many differences on they are told figure by figure, and so many at most."""

SUMMARISED = 20
"""So many contested questions are told one by one above a report; the rest are counted."""


def summary(lines: Iterable[Contested]) -> Iterator[str]:
    """What is contested: how much, then the first `SUMMARISED` questions and checks, a line each.

    Args:
        lines: In any order; gone through once, and only those told one by one are kept.

    Yields:
        The counts, then the questions, then the checks; nothing where nothing is contested.
    """
    failed: list[FailedCheck] = []
    checks = 0

    def questions() -> Iterator[SummaryLine]:
        nonlocal checks
        for line in lines:
            if isinstance(line, SummaryLine):
                yield line
                continue
            checks += 1
            if checks <= SUMMARISED:
                failed.append(line)

    first, contested = furthest_apart(questions(), SUMMARISED)
    counts = []
    if contested:
        counts.append(f"{_counted(contested, 'contested question')}, those furthest apart first")
    if checks:
        counts.append(f"{_counted(checks, 'failed check')} across questions")
    if counts:
        yield "; ".join(counts)
    for line in first:
        asked = line.kind.replace("_", " ") + (f" ({line.scope})" if line.scope else "")
        figure = f" {bounds(line.low, line.high)}" if (line.low, line.high) != _NO_NUMBER else ""
        outlets = f"{_counted(line.relays, 'outlet')}, " if line.relays else ""
        origins = _named(line.origins, "origin", line.names)
        yield f"{line.event} {line.question}  {line.title}: {asked}{figure}, {outlets}{origins}"
    if contested > len(first):
        yield f"and {contested - len(first):,} more: report --status contested"
    for one in failed:
        kind = _CHECKS[one.check.type]
        asked = " ".join(one.check.questions)
        yield f"{one.event} {asked}  {one.title}: {kind}, {one.check.reason.removesuffix('.')}"
    if checks > len(failed):
        yield f"and {checks - len(failed):,} more failed checks"


def event_facts(event: EventReport) -> list[str]:
    """An event's ID, its place and date where the title lacks them, and its counts of claims."""
    facts = [event.id]
    if event.place and event.place not in event.title:
        facts.append(event.place)
    when = str(Period(event.start, event.end))
    if when not in event.title:
        facts.append(when)
    claims = "1 claim" if event.claims == 1 else f"{event.claims:,} claims"
    return [*facts, claims, f"{event.unreviewed:,} unreviewed"]


def question_title(question: QuestionReport) -> str:
    """What the question asks: the kind, and the scope where there is one."""
    kind = question.kind.replace("_", " ").capitalize()
    return f"{kind}: {question.scope}" if question.scope else kind


def question_facts(question: QuestionReport) -> list[str]:
    """The question's ID, and that none of its claims was reviewed where that is so."""
    if question.positions and all(position.unreviewed for position in question.positions):
        return [question.id, "unreviewed"]
    return [question.id]


def figures(question: QuestionReport) -> list[tuple[str, str]]:
    """The three figures and the count of voices, each with its label."""
    said = question.figures
    facts = []
    if said.low is not None or said.high is not None:
        facts.append(("Range", _range(question)))
    if said.latest is not None:
        facts.append(("Latest", _figure(said.latest, question)))
    if said.preferred is not None:
        rule = f", rule {said.preferred.rule}" if said.preferred.rule else ""
        facts.append(("Preferred", _figure(said.preferred, question) + rule))
    return [*facts, ("Voices", _voices(question))]


def bounds(low: int | None, high: int | None) -> str:
    """Two bounds in words."""
    return "no number" if low is None and high is None else str(Quantity(low, high))


def _range(question: QuestionReport) -> str:
    """The range in words; one number that everybody rounds stays rounded."""
    low, high = question.figures.low, question.figures.high
    words = {p.figure for p in question.positions if p.standing and (p.low, p.high) == (low, high)}
    return words.pop() if low == high and len(words) == 1 else bounds(low, high)


def _figure(figure: Figure, question: QuestionReport) -> str:
    """A figure as its claim words it, with the bounds of a word that is no number."""
    told = bounds(figure.low, figure.high)
    said = next((p.figure for p in question.positions if p.claim == figure.claim), told)
    if said != told and not any(letter.isdigit() for letter in said):
        said = f"“{said}”, {told}"
    return f"{said} ({figure.claim})"


def _voices(question: QuestionReport) -> str:
    sources = len({position.source for position in question.positions})
    counts = [_counted(sources, "source")]
    if question.relays:
        counts.append(_counted(question.relays, "relay"))
    counts.append(_named(question.origins, "independent origin", question.origin_names))
    told = [", ".join(counts)]
    for *others, last in question.circles:
        told.append(f"{', '.join(others)} and {last} relay each other in a circle")
    return "; ".join(told)


def _named(number: int, noun: str, names: Sequence[str]) -> str:
    """How many there are, and who the first `ORIGINS_NAMED` of them are."""
    shown = list(names[:ORIGINS_NAMED])
    if shown and (more := number - len(shown)) > 0:
        shown[-1] += f" and {more:,} more"
    return _counted(number, noun) + (f": {', '.join(shown)}" if shown else "")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def position_headings(question: QuestionReport) -> tuple[str, ...]:
    """The columns of a question's table; the third is `FIGURE` where everybody counts.

    A column of places follows it where more than one is named.
    """
    counted = all(p.low is not None or p.high is not None for p in question.positions)
    what = FIGURE if counted else "Statement"
    where = ("Place",) if len(question.places) > 1 else ()
    return ("Source", "Via", what, *where, "Said when", "Position", "Claim")


def position_rows(question: QuestionReport) -> Iterator[tuple[str, ...]]:
    """The positions under `position_headings`; unreviewed is said where only some are."""
    several = len(question.places) > 1
    mixed = not all(position.unreviewed for position in question.positions)
    for position in question.positions:
        standing = STATES.get(position.state, position.state)
        if position.unreviewed and mixed:
            standing += ", unreviewed"
        yield (
            _source(position),
            ", ".join(position.via),
            position.figure,
            *([position.place or ""] if several else ()),
            spoken_moment(position.stated_at),
            standing,
            position.claim,
        )


def withdraws(position: Position) -> bool:
    """Whether a position takes a figure back, rather than being the figure that was taken back."""
    return position.state == "withdrawn" and position.figure.startswith(WITHDRAWS)


def _source(position: Position) -> str:
    """A source's name, with what people have said of it and its claim: ``A (media, graded B2)``.

    The letter is the source's grade and the number the claim's, as the Admiralty code writes them.
    """
    if position.assessment is None:
        return position.name
    kind, reliability, credibility = position.assessment
    grade = f"{reliability or ''}{credibility or ''}"
    who = "" if reliability else "claim "
    known = [*([kind] if kind else []), *([f"{who}graded {grade}"] if grade else [])]
    return f"{position.name} ({', '.join(known)})"


@dataclass(frozen=True, slots=True)
class Reason:
    """Something found about claims, in words.

    Attributes:
        type: Its type in the report record.
        kind: The same in words.
        said: Why, with the claims it is about.
    """

    type: str
    kind: str
    said: str


def differences(question: QuestionReport) -> list[Reason]:
    """Where positions differ; what is said of several pairs alike is said once, with each pair.

    Of more than `PAIRS` differences one stands for all between the same two figures, and beyond so
    many the rest are counted.
    """
    if len(question.discrepancies) <= PAIRS:
        return _reasons(question.discrepancies, _DIFFERENCES)
    figure = {position.claim: position.figure for position in question.positions}
    alike: dict[object, list[Discrepancy]] = {}
    for one in question.discrepancies:
        alike.setdefault((one.type, frozenset(map(figure.get, one.claims))), []).append(one)
    told = [_folded(same) for same in list(alike.values())[:PAIRS]]
    if untold := sum(len(same) for same in list(alike.values())[PAIRS:]):
        more = f"{_counted(untold, 'more pair')} between other figures: report --json has them all."
        told.append(Reason("", "and", more))
    return told


def _folded(same: Sequence[Discrepancy]) -> Reason:
    """The first of the differences between the same two figures, and how many more there are."""
    first = same[0]
    pair = "/".join(first.claims)
    if more := len(same) - 1:
        pair += f" and {_counted(more, 'more pair')} of these figures"
    return Reason(first.type, _DIFFERENCES[first.type], f"{first.reason} ({pair})")


def checks(event: EventReport) -> list[Reason]:
    """Where questions of one event contradict each other, and whether a finding settles it."""
    failed = _reasons([one for one in event.checks if not one.settled], _CHECKS)
    settled = _reasons([one for one in event.checks if one.settled], _CHECKS)
    return failed + [replace(one, said=f"{one.said}, settled by a finding") for one in settled]


def _reasons(found: Sequence[Discrepancy | Check], kinds: Mapping[str, str]) -> list[Reason]:
    about: dict[tuple[str, str], list[str]] = {}
    for one in found:
        about.setdefault((one.type, one.reason), []).append("/".join(one.claims))
    return [
        Reason(type_, kinds.get(type_, type_), f"{reason} ({'; '.join(claims)})")
        for (type_, reason), claims in about.items()
    ]


def revision_move(revision: Revision, question: QuestionReport, arrow: str) -> tuple[str, str]:
    """Who moved, and how.

    Args:
        revision: A change of position.
        question: The question it belongs to, where the figures behind its claims stand.
        arrow: What stands between the old figure and the new one.

    Returns:
        The source's name in this event, to be isolated where letters are reordered; and the
        move in words: old and new figure, direction, kind of change, and both claims.
    """
    figure = {position.claim: position.figure for position in question.positions}
    names = {position.source: position.body for position in question.positions}
    old = figure.get(revision.from_, revision.from_)
    new = figure.get(revision.to, revision.to)
    direction = "" if revision.direction == "none" else f"{revision.direction}, "
    kind = "change of scope" if revision.type == "scope-change" else revision.type
    move = f"{old} {arrow} {new} ({direction}{kind}; {revision.from_} {arrow} {revision.to})"
    return names.get(revision.source, revision.source), move


def finding_facts(finding: Mapping[str, Any]) -> str:
    """A human's finding with its ID: what, by whom, when and why, and what opened it again.

    Args:
        finding: As the report's record has it.
    """
    low, high = finding["low"], finding["high"]
    figure = [] if low is None and high is None else [bounds(low, high)]
    verdict = [finding["verdict"]] if finding["verdict"] else []
    found = ", ".join([*figure, *verdict])
    by = f"found by {finding['by']} on {spoken_moment(finding['at'])}"
    told = f"{found} ({finding['id']}), {by}: {finding['because']}."
    again = finding["reopened_by"]
    return f"{told} Opened again by {', '.join(again)}." if again else told
