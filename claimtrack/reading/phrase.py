"""A figure in words that stand alone, as a person types it: ``at least 12``, ``about a dozen``."""

import re

from claimtrack.model.quantities import LARGEST, Quantity
from claimtrack.reading.lexicon import lexicon
from claimtrack.reading.quantities import amount_at
from claimtrack.reading.tokens import tokens

_NUMBER = r"(\d{1,19}|\d{1,3}(?:,\d{3}){1,6})"
_DIGITS = re.compile(rf"{_NUMBER}(?:\s*(?:to|-|–|—)\s*{_NUMBER})?", re.ASCII)

_OPENING = ("(", '"', "“", "'", "‘")
"""Marks before a figure that leave it as it is; a sign of less does not."""


def quantity_in(phrase: str) -> Quantity | None:
    """The quantity that a phrase tells: it begins with it, and tells no other.

    Where a word before or after could change the figure, as in ``not 12``, ``-3`` or ``12, perhaps
    20``, nothing is guessed. Digits alone are a count, also where a text would mean a year or a
    score by them.

    Args:
        phrase: Words such as ``at least 12``, ``dozens`` or ``between 20 and 30``; who is counted
            may follow.

    Returns:
        Its bounds, or None where it holds no count, or more than one.
    """
    if (digits := _DIGITS.fullmatch(phrase.strip())) is not None:
        low, high = (_whole(end) for end in (digits[1], digits[2] or digits[1]))
        return Quantity(low, high) if low <= high <= LARGEST else None
    words, found = lexicon(), tokens(phrase)
    while found and found[0].text in _OPENING:
        found = found[1:]
    lows = [token.low for token in found]
    amount = amount_at(found, lows, 0, words) if found else None
    if amount is None:
        return None
    after = range(amount.end, len(lows))
    if "not" in lows[amount.end :] or any(lows[i][0].isdigit() for i in after):
        return None
    if any(amount_at(found, lows, i, words) is not None for i in after):
        return None
    return amount.quantity


def _whole(digits: str) -> int:
    return int(digits.replace(",", ""))
