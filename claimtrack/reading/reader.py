"""A document → its proposed claims: the steps of reading in order."""

from datetime import date

from claimtrack.model.claims import Claim
from claimtrack.model.dates import day_of
from claimtrack.model.documents import Document
from claimtrack.reading.assertions import assertions, harmful
from claimtrack.reading.attribution import attributions
from claimtrack.reading.dates import clocks_in, dates_in
from claimtrack.reading.drafts import Draft, Line, draft_of
from claimtrack.reading.findings import Finding, findings
from claimtrack.reading.followups import followups
from claimtrack.reading.items import row_of
from claimtrack.reading.lexicon import Lexicon, lexicon
from claimtrack.reading.mentions import known_places, mentioned
from claimtrack.reading.people import known_names
from claimtrack.reading.places import dateline_end, places_in
from claimtrack.reading.restatement import fold
from claimtrack.reading.sentences import Sentence, sentences
from claimtrack.reading.settle import settled
from claimtrack.reading.speakers import ARTICLE_VOICE, Memory, Speaker
from claimtrack.reading.tally import tally

_LEISURE = 3
"""Fewest different words of leisure that make a text one of leisure."""
_TELLING = frozenset({"say", "tell", "add", "report", "announce", "confirm", "state", "note",
                      "put", "estimate", "explain", "write", "inform", "record"})  # fmt: skip
"""Verbs after which a paragraph may go on with what was told."""
_REMEMBERED = 6
"""How many findings back an ``it was 17`` may lean."""


def read(document: Document, words: Lexicon | None = None) -> list[Claim]:
    """Propose the claims of a document.

    Args:
        document: Its ``text`` is read; its ``published`` anchors relative dates (None leaves them
            open); its ``publisher`` is who ``we`` is.
        words: The words to read with; those of ``lexicon/en.toml`` when None.

    Returns:
        Claims in text order, with status ``proposed``, their document, and a passage whose quote
        is ``document.text[start:end]``. Empty for a document without text.
    """
    text = document.text
    if not text:
        return []
    words = words or lexicon()
    if _of_leisure(text, words):
        return []
    anchor = day_of(document.published) if document.published else None
    lines = _lines(text, anchor, document.publisher, words)
    fatal = _fatal(f"{document.title or ''}\n{text}", words)
    drafts = tally(_drafts(lines, _context(text), words), words, fatal=fatal)
    return fold(settled(drafts, lines, document, anchor, words))


def _of_leisure(text: str, words: Lexicon) -> bool:
    """Whether a text is about sport, arts or trade, whose ``attacks`` and ``strikes`` hurt nobody.

    It is when it uses more different words of those pages than of reports on incidents, three at
    least.
    """
    used = _context(text)
    leisure = len(used & words.lists["topics.leisure"])
    return leisure >= _LEISURE and leisure > len(used & words.lists["topics.incident"])


def _fatal(text: str, words: Lexicon) -> bool:
    """Whether a title or text calls its event deadly."""
    lowered = text.lower()
    return any(
        phrase in lowered for table in words.kinds.values() for phrase in table.get("deadly", ())
    )


def _context(text: str) -> frozenset[str]:
    """The document's words, for kinds that are only read beside certain ones."""
    return frozenset(text.lower().replace(",", " ").replace(".", " ").split())


def _lines(text: str, anchor: date | None, publisher: str | None, words: Lexicon) -> list[Line]:
    """The sentences, each with its items, dates, places and speakers."""
    names = known_names(text, words)
    memory = Memory(publisher)
    lines: list[Line] = []
    for number, sentence in enumerate(sentences(text, words)):
        lines.append(_line(number, sentence, anchor, names, words, memory))
    known = known_places(place for line in lines for place in line.places)
    lines = [
        line._replace(places=mentioned(line.row, line.places, known, words, names, line.dateline))
        for line in lines
    ]
    return _carried(lines, publisher, words)


def _line(
    number: int,
    sentence: Sentence,
    anchor: date | None,
    names: frozenset[str],
    words: Lexicon,
    memory: Memory,
) -> Line:
    dates = dates_in(sentence.words, anchor)
    clocks = clocks_in(sentence.words)
    row = row_of(sentence.words, [(d.start, d.end) for d in dates] + clocks, words, names)
    speakers = attributions(row, words, memory)
    if not speakers:
        memory.mention(row, words)
    return Line(
        number, sentence, row, dates, places_in(row, words, names), speakers, None,
        dateline_end(sentence.words),
    )  # fmt: skip


def _carried(lines: list[Line], publisher: str | None, words: Lexicon) -> list[Line]:
    """Give sentences that name no speaker the one of the quotation they stand in."""
    voice = _own_voice(lines, publisher, words)
    made: list[Line] = []
    for n, line in enumerate(lines):
        carried = voice
        if not line.attributions and n:
            before = lines[n - 1]
            last = made[-1]
            speaking = _last_speaker(last) or last.carried or voice
            if _goes_on(before, line):
                carried = speaking
            elif speaking and not voice and _same_passage(before, line, words):
                carried = speaking._replace(inherited=True, presumed=True)
        made.append(line._replace(carried=carried))
    return made


def _own_voice(lines: list[Line], publisher: str | None, words: Lexicon) -> Speaker | None:
    """Who speaks where nobody is named: a text's ``Source:`` line, or its publisher.

    The publisher does where a text speaks of itself as ``we`` outside quotations, as statements
    do; a newspaper's ``we`` is the article.
    """
    for line in lines:
        if line.row.lows[:2] in (["source", ":"], ["sources", ":"]):
            name = line.sentence.words.partition(":")[2].strip(" .")
            if name and not _is_outlet(name, words):
                return Speaker((name,), inherited=True)
    if publisher is None or _is_outlet(publisher, words):
        return None
    for line in lines:
        if {"we", "our"} & set(line.row.lows) and not set('"“”') & set(line.sentence.words):
            return Speaker((publisher,))
    return None


def _is_outlet(name: str, words: Lexicon) -> bool:
    """Whether a name is that of a paper, an agency or a station."""
    parts = set(name.lower().split())
    return bool(
        parts & (words.lists["speech.mastheads"] | words.lists["speech.outlet_words"])
        or name.lower().removeprefix("the ") in words.lists["speech.outlets"]
    )


def _last_speaker(line: Line) -> Speaker | None:
    return line.attributions[-1].speaker._replace(inherited=True) if line.attributions else None


def _same_passage(before: Line, line: Line, words: Lexicon) -> bool:
    """Whether a sentence without a speaker still gives what the one before it was told.

    It does where it stands in the same paragraph and leans on that sentence: in its figures
    (``Another 23 …``, ``Two of them …``) or in the tense of reported speech (``had been``).
    Elsewhere the article's own voice returns. Whoever only denies or demands tells nothing on.
    """
    if line.sentence.paragraph != before.sentence.paragraph:
        return False
    told = before.attributions[-1].lemma in _TELLING if before.attributions else True
    leaning = words.lists["speech.leaning"]
    opening = line.row.lows[:3]
    return told and ("had" in line.row.lows or bool(leaning.intersection(opening)))


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a sentence goes on with what the speaker of the one before it says."""
    opened = before.sentence.words.count("“") > before.sentence.words.count("”")
    if opened or before.sentence.words.count('"') % 2:
        return True
    quoted = (
        line.sentence.words[:1] in '“"' and line.sentence.paragraph == before.sentence.paragraph
    )
    leans = line.row.lows[:1] in (["they"], ["it"]) and bool(before.attributions)
    # "According to X, the strikes … They hit …"; after "X said" a pronoun is mostly X himself
    leading = leans and before.row.lows[:2] == ["according", "to"]
    return bool(before.attributions or before.carried) and (quoted or leading)


def _drafts(lines: list[Line], context: frozenset[str], words: Lexicon) -> list[Draft]:
    """Every finding of every sentence as a draft, in text order."""
    drafts: list[Draft] = []
    before: list[Finding] = []
    by_line: list[tuple[Line, list[Finding]]] = []
    for line in lines:
        if line.sentence.words.endswith("?") or _habitual(line, words):
            continue
        found = followups(line.row, findings(line.row, words, context), before)
        found = [f for f in found if not _excused(f, line, words)]
        by_line.append((line, found))
        drafts += [draft_of(finding, line, words) for finding in found]
        before = [*before, *found][-_REMEMBERED:]
    if harmful([finding for _, found in by_line for finding in found]):
        for line, found in by_line:
            drafts += assertions(line, found, words)
    return _unpresumed(drafts)


def _unpresumed(drafts: list[Draft]) -> list[Draft]:
    """Leave a figure that somebody gives in so many words to him alone.

    Where it stands again beside a speaker who is merely presumed, the article repeats it.
    """
    given: set[tuple[object, ...]] = set()
    for draft in sorted(drafts, key=lambda d: d.speaker.presumed):
        figure = (draft.kind, draft.quantity, draft.statement, draft.scope)
        if draft.speaker.presumed and figure in given:
            draft.speaker = ARTICLE_VOICE
        given.add(figure)
    return drafts


def _habitual(line: Line, words: Lexicon) -> bool:
    """Whether a sentence speaks of every year, not of an event."""
    table = words.phrases["words.every"]
    return any(table.at(line.row.lows, i) for i in range(len(line.row.lows)))


def _excused(finding: Finding, line: Line, words: Lexicon) -> bool:
    """Whether the kind's own table says that such a sentence is not meant."""
    lowered = line.sentence.words.lower()
    return any(phrase in lowered for phrase in words.kinds[finding.kind].get("unless", ()))
