"""Leaving out of a quote who speaks in it, and to whom.

``The fire service said`` tells of no fire, and ``the Israeli army said`` not of who fired. Rival
claims on one event are made by the very parties to it, so what a speaker is called must not count
as what happened.
"""

import re

SAYING = frozenset(
    "according add added adds announced announces condemned condemns confirmed confirms count"
    " counted counts denied denies estimated estimates gave give gives listed lists lowered lowers"
    " mourned mourns published put puts raised raises recorded records reported reports revised"
    " revises said say says speak speaks spoke tell tells told updated updates withdrew"
    " wrote".split()
)
"""Words that somebody speaks by; a quote without any holds no speaker."""

_SAYING = re.compile(
    rf"\b(?:{'|'.join(sorted(SAYING, reverse=True))})\b"
    r"(?:\s+(?:\w+\s+)?(?:reporters|journalists)\b)?"
)
_HAPPENED = re.compile(
    r"\b(?:are|been|dead|deaths|died|fled|had|has|have|hit|hurt|injured|is|killed|missing|struck"
    r"|was|were|wounded)\b"
)
"""Words that stand in what is told, and not in what a speaker is called."""

_ENDS = re.compile(r"[,;.]")
_MARKS = ',;:.!?”"'
_LONGEST = 90
"""Letters of what a speaker is called; what is longer tells something."""


def without_speakers(quote: str) -> str:
    """A quote without those who speak in it.

    Args:
        quote: A sentence in small letters.

    Returns:
        What is left of it: ``seven people were found dead in lesk`` of ``seven people were found
        dead in lesk, the fire service said``.
    """
    left, at = "", 0
    for saying in _SAYING.finditer(quote):
        begin, end = saying.span()
        clause = max(at, *(1 + quote.rfind(mark, at, begin) for mark in _MARKS))
        speaker = quote[clause:begin]
        if saying[0] == "according" or (clause and not speaker.strip()):
            ends = _ENDS.search(quote, end)  # ``, said the mayor of Lesk``; ``according to police``
            end = ends.start() if ends else len(quote)
        elif len(speaker) > _LONGEST or _HAPPENED.search(speaker):
            continue
        else:
            begin = clause
        if begin >= at:
            left, at = left + quote[at:begin], end
    return left + quote[at:]
