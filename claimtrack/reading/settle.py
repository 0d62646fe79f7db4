"""Where and when each claim is, what hedges it, and how the document knows."""

from datetime import date

from claimtrack.model.claims import Claim, Passage
from claimtrack.model.documents import Document
from claimtrack.model.sources import ARTICLE
from claimtrack.reading.confidence import CONFIDENCE, UNMEASURED
from claimtrack.reading.drafts import Draft, Line
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.places import Place, dateline_place, nearest
from claimtrack.reading.setting import Setting, event_days, is_day_of_saying, own_day, said_there


def settled(
    drafts: list[Draft],
    lines: list[Line],
    document: Document,
    anchor: date | None,
    lexicon: Lexicon,
) -> list[Claim]:
    """Turn drafts into claims, in text order.

    Args:
        drafts: What was found, in any order.
        lines: The sentences.
        document: Where they stand.
        anchor: Publication date.
        lexicon: Cues and hedges.

    Returns:
        Proposed claims; what came from the context is named in ``inherited``.
    """
    by_line: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda d: (d.line.number, d.start, d.kind)):
        by_line.setdefault(draft.line.number, []).append(draft)
    setting = _opening(by_line, lines, document, anchor, lexicon)
    made = []
    for line in lines:
        here = by_line.get(line.number, [])
        for draft in here:
            made.append(_claim(draft, setting, document, lexicon))
        setting.remember(line, [draft.verb for draft in here], lexicon)
    return made


def _opening(
    by_line: dict[int, list[Draft]],
    lines: list[Line],
    document: Document,
    anchor: date | None,
    lexicon: Lexicon,
) -> Setting:
    """What holds before the text has said anything: its dateline, and its first day."""
    name = dateline_place(document.text or "")
    setting = Setting(anchor, Place(name, name, -1) if name else None)
    if not any(p for line in lines for p in line.places if not said_there(p, line)):
        # a last resort: "the government of Samara said", where the text names no other place
        setting.spoken = next((p for line in lines for p in line.places if not p.generic), None)
    beside = [own_day(d.line, d.verb, lexicon) for drafts in by_line.values() for d in drafts]
    for day in (*beside, *(d for line in lines for d in event_days(line, lexicon))):
        if day and day.first == day.last and day.leans is None and not day.since:
            setting.first = setting.resolved(day)
            break
    return setting


def _stated_at(draft: Draft, lexicon: Lexicon) -> str | None:
    for day in draft.line.dates:
        if day.first and day.first == day.last and is_day_of_saying(draft.line, day, lexicon):
            return day.first.isoformat()
    return None


def _claim(draft: Draft, setting: Setting, document: Document, lexicon: Lexicon) -> Claim:
    inherited = ["claimants"] if draft.speaker.inherited else []
    line = draft.line
    avoid = [(a.start, a.end) for a in line.attributions]
    own = draft.place or nearest(line.row, line.places, draft.verb, avoid)
    place = (setting.named(own) if own else None) or setting.place_for(line)
    if place is not None and place is not own:
        inherited.append("place")
    day = own_day(line, draft.verb, lexicon)
    period = setting.resolved(day) if day else setting.period_for(line)
    if period and day is None:
        inherited.append("event_start")
    sentence = draft.line.sentence
    via = draft.speaker.via
    if document.publisher and draft.speaker.claimants not in ((ARTICLE,), (document.publisher,)):
        via = tuple(dict.fromkeys((document.publisher, *via)))
    return Claim(
        kind=draft.kind,
        claimants=draft.speaker.claimants,
        quantity=draft.quantity,
        value_text=draft.value_text,
        statement=draft.statement,
        scope=draft.scope,
        persons=draft.persons,
        basis=draft.basis,
        anonymous=draft.speaker.anonymous,
        via=via,
        place=place.name if place else None,
        place_text=(own or place).text if place else None,
        period=period,
        stated_at=_stated_at(draft, lexicon),
        hedge=_hedge(draft, lexicon),
        denies=draft.denies,
        revision_cue=draft.cue,
        passage=Passage(sentence.words, sentence.start, sentence.end),
        restated=tuple(
            Passage(line.sentence.words, line.sentence.start, line.sentence.end)
            for line in draft.again
        ),
        document=document,
        status="proposed",
        inherited=tuple(inherited),
        rule=draft.rule,
        confidence=CONFIDENCE.get(draft.rule, UNMEASURED),
    )


def _hedge(draft: Draft, lexicon: Lexicon) -> str | None:
    """The words that hedge a claim, verbatim: those nearest before or in its verb group."""
    row = draft.line.row
    table = lexicon.phrases["hedges.words"]
    for i in range(max(0, draft.start - 5), min(len(row.lows), draft.verb + 2)):
        if found := table.at(row.lows, i):
            words = draft.line.sentence.words
            return words[row.tokens[i].start : row.tokens[i + found[0] - 1].end]
    return None
