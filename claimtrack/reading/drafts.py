"""A claim in the making: a finding with its speaker, before place, date and repetition."""

from dataclasses import dataclass, field
from typing import NamedTuple

from claimtrack.model.quantities import LARGEST, Quantity
from claimtrack.reading.attribution import speaker_of
from claimtrack.reading.dates import When
from claimtrack.reading.findings import Finding
from claimtrack.reading.followups import scope_of
from claimtrack.reading.items import Row
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.places import Place
from claimtrack.reading.sentences import Sentence
from claimtrack.reading.speakers import ARTICLE_VOICE, Attribution, Speaker

_CUE_TABLES = (("cues.initial", "initial"), ("cues.withdrawal", "withdrawn"))


class Line(NamedTuple):
    """A sentence with all that was made out in it.

    Attributes:
        number: Its position in the document.
        sentence: Its words and offsets.
        row: Its items.
        dates: Its date expressions.
        places: Its places.
        attributions: Who speaks in it.
        carried: Who speaks where it names nobody (an open quotation), or None.
        dateline: Offset in the sentence after its dateline, 0 where it has none.
    """

    number: int
    sentence: Sentence
    row: Row
    dates: list[When]
    places: list[Place]
    attributions: list[Attribution]
    carried: Speaker | None = None
    dateline: int = 0


@dataclass(slots=True)
class Draft:
    """What a claim will say.

    Attributes:
        line: The sentence it stands in.
        kind: Kind of claim.
        rule: The construction that found it.
        start: First token of what is claimed.
        verb: Token of the kind word.
        speaker: Who says it.
        quantity: The count, None for kinds that are not counted.
        value_text: The verbatim words of the count.
        statement: The asserted text, for kinds that are not counted.
        scope: Who is counted, when narrower than everyone.
        cue: Revision cue.
        basis: Basis of the count.
        persons: Those described one by one.
        finding: What it was made from, None for assertions.
        places: For an assertion, the places that it alone is about.
        again: Numbers of the lines that repeat it.
    """

    line: Line
    kind: str
    rule: str
    start: int
    verb: int
    speaker: Speaker
    quantity: Quantity | None = None
    value_text: str | None = None
    statement: str | None = None
    scope: str | None = None
    cue: str | None = None
    basis: str = "count"
    persons: tuple[str, ...] = ()
    finding: Finding | None = None
    place: Place | None = None
    denies: bool = False
    again: list[Line] = field(default_factory=list)


def draft_of(finding: Finding, line: Line, lexicon: Lexicon) -> Draft:
    """A draft of what a finding says, with its speaker.

    Args:
        finding: What a construction found.
        line: Its sentence.
        lexicon: For the groups that are always a scope.

    Returns:
        The draft; its speaker is the article where the sentence names nobody.
    """
    quantity, value = _quantity(finding, line)
    named = speaker_of(line.attributions, line.row, finding.start)
    return Draft(
        line,
        finding.kind,
        finding.rule,
        finding.start,
        finding.verb,
        named or line.carried or ARTICLE_VOICE,
        quantity,
        value,
        scope=finding.scope or _standing_scope(finding, line, lexicon),
        cue=finding.cue or _cue(finding, line, lexicon),
        basis=_basis(finding, line),
        denies=_denied(finding, line, lexicon),
        finding=finding,
    )


def _denied(finding: Finding, line: Line, lexicon: Lexicon) -> bool:
    """Whether a figure is only named to be denied: ``denied that 12 people had died``."""
    before = [a for a in line.attributions if a.start <= finding.start and not a.trailing]
    verb = before[-1].lemma if before else ""
    return any(
        made.kind == "denial" and not made.objects for made in lexicon.asserting.get(verb, ())
    )


def _cue(finding: Finding, line: Line, lexicon: Lexicon) -> str | None:
    """The revision cue of the words around a figure."""
    lows = line.row.lows
    for name, cue in _CUE_TABLES:
        if line.row.first(name, lexicon) < finding.verb + 8:
            return cue
    if finding.rule == "toll":
        for name, cue in (("cues.up", "up"), ("cues.down", "down")):
            table = lexicon.phrases[name]
            if any(
                table.at(lows, i) for i in range(finding.start, min(len(lows), finding.verb + 8))
            ):
                return cue
    return None


def _quantity(finding: Finding, line: Line) -> tuple[Quantity, str]:
    """The number of a finding: the count, the persons, or both summed."""
    tokens, words = line.row.tokens, line.sentence.words
    if not finding.counted and not finding.persons:
        span = tokens[finding.start].start, tokens[finding.end - 1].end
        return Quantity(1, None, vague=True), words[span[0] : span[1]]
    spans = [(c.amount.start, c.amount.end) for c in finding.counted]
    spans += [(p.start, p.end) for p in finding.persons]
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    value = words[tokens[first].start : tokens[last - 1].end]
    if len(finding.counted) == 1 and not finding.persons:
        return finding.counted[0].amount.quantity, value
    total = len(finding.persons) + sum(c.amount.quantity.low or 0 for c in finding.counted)
    return Quantity(min(total, LARGEST), min(total, LARGEST)), value


def _standing_scope(finding: Finding, line: Line, lexicon: Lexicon) -> str | None:
    """The scope of a count of a group that recorders always count apart (``civilians``)."""
    if len(finding.counted) != 1 or finding.persons:
        return None
    counted = finding.counted[0]
    if line.row.lows[finding.verb] == "among":
        return scope_of(counted) or None
    if counted.head in lexicon.lists["scopes.always"]:
        return scope_of(counted) or None
    return None


def _basis(finding: Finding, line: Line) -> str:
    if any(counted.amount.estimate for counted in finding.counted):
        return "estimate"
    near = line.row.lows[finding.verb : finding.verb + 3]
    around = line.row.lows[max(0, finding.verb - 2) : finding.verb + 1]
    if {"presumed", "feared", "believed"} & set(around) and {"dead", "drowned", "killed"} & set(
        near
    ):
        return "presumed"
    return "identified" if "identified" in around else "count"
