"""Sentences with their offsets: the quotes that every proposal carries."""

import re
from typing import NamedTuple

from claimtrack.reading.lexicon import Lexicon

LONGEST = 800
"""Longest sentence in characters; a longer run is cut, so that no pattern sees a whole book."""

_PARAGRAPH = re.compile(r"\n[ \t\r\f\v]*\n\s*|\r?\n(?=\s*(?:[-*•–]\s|\d+[./)]\s|\[\d))")
_LINE = re.compile(r"\r?\n")
# the last alternative: a full stop whose blank was lost ("hospital.Police said")
_END = re.compile(
    r"([.!?…]+)([\"”’'»)\]]*)(?=\s|$)|(?<=[a-z]{3})([.!?])([\"”]?)(?=[A-Z][a-z]+[ ’'])"
)
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")


class Sentence(NamedTuple):
    """A stretch of the document; ``text[start:end] == words``, and its paragraph's number."""

    start: int
    end: int
    paragraph: int
    words: str


def sentences(text: str, lexicon: Lexicon) -> list[Sentence]:
    """Cut a text into sentences, in text order, blank ones left out.

    A paragraph ends at a blank line, before a list mark, and at a line break where lines are not
    wrapped (the next line does not go on in lower case after a long line without an end).

    Args:
        text: Any text.
        lexicon: For the abbreviations that end no sentence.

    Returns:
        The sentences; each one's ``words`` are ``text[start:end]``.
    """
    found: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        at = start
        for stop in _stops(text, start, end, lexicon):
            _add(found, text, at, stop, number)
            at = stop
        _add(found, text, at, end, number)
    return found


def _add(found: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        if text[start:cut].strip():
            found.append(Sentence(start, cut, paragraph, text[start:cut]))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        found.append(Sentence(start, end, paragraph, text[start:end]))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Stretches between blank lines and unwrapped line breaks."""
    found = []
    at = 0
    for gap in [*_PARAGRAPH.finditer(text), None]:
        end = gap.start() if gap else len(text)
        found += _lines(text, at, end)
        at = gap.end() if gap else end
    return found


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a block at its line breaks, except where a line is only wrapped."""
    breaks = [found.span() for found in _LINE.finditer(text, start, end)]
    edges = [start, *[b for _, b in breaks]]
    lengths = [a - edge for (a, _), edge in zip(breaks, edges, strict=False)]
    # prose set to a column: nearly every line that is broken ends near the same width
    wrapped = len(lengths) >= 2 and min(lengths) >= 45 and max(lengths) <= 120
    found = []
    at = start
    for (a, b), length in zip(breaks, lengths, strict=True):
        goes_on = text[b : b + 1].islower() and length >= 30
        ended = text[max(at, a - 2) : a].rstrip()[-1:] in (".", "!", "?", ":", "”", '"')
        if goes_on or (wrapped and not ended) or (wrapped and length >= 60):
            continue
        found.append((at, a))
        at = b
    found.append((at, end))
    return found


def _stops(text: str, start: int, end: int, lexicon: Lexicon) -> list[int]:
    """Where sentences end inside a paragraph."""
    always = lexicon.lists["abbreviations.always"]
    sometimes = lexicon.lists["abbreviations.sometimes"]
    capital = lexicon.lists["abbreviations.capital"]
    openers = lexicon.lists["abbreviations.openers"]
    stops = []
    for found in _END.finditer(text, start, end):
        stop = found.end()
        following = text[stop : stop + 24].lstrip()
        if not following:
            continue
        first = following.lstrip("\"“‘'«([")[:1]
        if not first or first.islower():
            continue
        if found[3]:
            stops.append(stop)
            continue
        if found[1] == ".":
            before = _WORD_BEFORE.search(text, max(start, found.start() - 20), found.start())
            if before and not found[2]:
                word = before[0].lower()
                opener = re.match(r"[^\W\d_]+", following)
                if word in sometimes and not (opener and opener[0].lower() in openers):
                    continue
                single = len(word) == 1 and word != "i"
                short = word in always or (word in capital and before[0][0].isupper())
                if (short or single) and word not in ("no", "al", "fig"):
                    continue
                if word in ("no", "al", "fig") and first.isdigit():
                    continue
        elif found[1][0] == "." and not found[2] and not first.isupper():
            continue  # an ellipsis in the middle of a quotation
        stops.append(stop)
    return stops
