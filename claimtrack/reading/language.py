"""A cheap test whether a text is English at all."""

import re

from claimtrack.reading.lexicon import lexicon

SHARE = 0.12
"""Least share of stop words; English prose has 0.25 to 0.45, other languages below 0.08."""

_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Whether a text reads like English, by its share of the commonest English words.

    Args:
        text: Any text; the first 20,000 characters are looked at.

    Returns:
        True also for texts of fewer than 12 words, of which nothing can be said.
    """
    found = _WORD.findall(text[:20_000].lower())
    if len(found) < 12:
        return True
    stop_words = lexicon().lists["language.stop_words"]
    return sum(word in stop_words for word in found) >= SHARE * len(found)
