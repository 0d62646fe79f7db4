"""Reading a quote for what tells events apart: what happened, to what, by whom, and its rare words.

Numbers are left out on purpose, in digits and in words: rival figures are what the project is for,
so a figure must never separate two claims.
"""

import zlib
from collections.abc import Collection, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from claimtrack.matching.lexicon import GRADES, act_words, rarity_grades
from claimtrack.matching.speakers import SAYING, without_speakers
from claimtrack.model.letters import Folds, fold_letters
from claimtrack.model.sounds import sound_of

_BETWEEN = ',;:!?()[]{}"<>/|\\=+*&%$#@_'
_GAPS = Folds(dict.fromkeys(map(ord, _BETWEEN + "“”«»„…–—"), " "))
_ASCII_GAPS = bytes.maketrans(_BETWEEN.encode(), b" " * len(_BETWEEN))
"""Letters folded as in place names, and the marks between words as blanks."""

RAREST = 8
"""How many rare words of a quote are kept; quotes are sentences, and hold few names."""


BY_PLACE = 1 << 62
"""The bit of a set of meanings that no quote told but the name of the place: a church stands at
``St Mary's church``, whatever else was hit beside it."""


WIDE = 1 << 61
"""The bit of the acts of a claim on a whole country that tells of several places in it."""


class _Word(NamedTuple):
    """What one word says: its meaning, the pairs that it begins, its number if it is rare, or 0."""

    meaning: tuple[int, int] | None
    begins: list[tuple[str, bool, tuple[int, int]]] | None
    number: int
    sound: str


class Reading(NamedTuple):
    """What a quote says besides place, date and figure.

    Attributes:
        acts: What happened, as a set of bits (`claimtrack.matching.lexicon.meanings`).
        targets: What was hit.
        actors: Who did it.
        words: Rare words as numbers, the rarest first, at most `RAREST`.
    """

    acts: int
    targets: int
    actors: int
    words: list[int]


def read_quote(quote: str, sounds: Collection[str] = ()) -> Reading:
    """Read a quote.

    Args:
        quote: The verbatim sentence.
        sounds: The sounds of the claim's own place, which is compared by itself and must not
            count again as a rare word.

    Returns:
        Its meanings and rare words.
    """
    sets = [0, 0, 0]
    rare: set[int] = set()
    found: list[tuple[str, int, int]] = []
    written = words_of(quote)
    for at, word in enumerate(map(_KNOWN.get, written)):
        if word is _SILENT:
            continue
        meaning, begins, number, sound = word or _look_up(written[at])
        if meaning is not None:
            found.append((written[at], *meaning))
        if begins is not None and at + 1 < len(written):
            following = written[at + 1]
            for second, beginning, told in begins:
                if following == second or (beginning and following.startswith(second)):
                    found.append((written[at], *told))
        if number and sound not in sounds:
            rare.add(number)
    if found and not SAYING.isdisjoint(written):
        written = words_of(without_speakers(quote.lower()))
    for first, feature, bit in found:
        if first in written:
            sets[feature] |= bit
    return Reading(sets[0], sets[1], sets[2], sorted(rare)[:RAREST])


def words_of(text: str) -> list[str]:
    """The words of a text, folded, in order; numbers among them."""
    if text.isascii():  # bytes are translated ten times as fast, and most quotes are ASCII
        return text.lower().encode().translate(_ASCII_GAPS, b"'`.").decode().split()
    return fold_letters(text, _GAPS).split()


def rare_words(quote: str, numbers: Collection[int]) -> list[str]:
    """Those words of a quote whose numbers are among the given ones, in order, as folded."""
    found = dict.fromkeys(words_of(quote))
    known = ((word, (_KNOWN.get(word) or _look_up(word)).number) for word in found)
    return [word for word, number in known if number and number in numbers]


def words_worth(text: str) -> Iterator[tuple[int, float]]:
    """The words of a text that are worth something.

    Args:
        text: Any text.

    Yields:
        A word's number and its worth, above 0 and at most 1, as often as the word occurs.
    """
    for written in words_of(text):
        number = (_KNOWN.get(written) or _look_up(written)).number
        if number:
            yield number, float(WORTH[number >> _SHIFT])


def worth(numbers: npt.NDArray[np.int32]) -> npt.NDArray[np.float32]:
    """What words are worth, by their numbers; 0 for the number 0, which stands for no word."""
    return np.where(numbers == 0, np.float32(0), WORTH[numbers >> _SHIFT])


_SHIFT = 28
"""A word's number holds its grade above this bit, the rarest as 0, so that sorting finds those."""

WORTH = ((GRADES - np.arange(GRADES, dtype=np.float32)) / GRADES) ** 1.5
"""Worth by those upper bits; of the powers 1, 1.5 and 2 this found most incidents in articles that
rarity was not counted on."""

_SILENT = _Word(None, None, 0, "")
_KNOWN: dict[str, _Word] = {}
_MOST_KNOWN = 1 << 19
"""Words that are remembered; a language has fewer, typing errors have more."""


def _look_up(written: str) -> _Word:
    """What a word says, kept for the next time; `_SILENT` for one that says nothing."""
    known = act_words()
    meaning = known.whole.get(written)
    for length in range(3, len(written) + 1):
        meaning = known.stems.get(written[:length], meaning)
    begins = known.pairs.get(written)
    grade = rarity_grades().get(written, GRADES)
    if meaning is not None or len(written) < 3 or not written[0].isalpha():
        grade = 0
    if "-" in written and all(rarity_grades().get(part) == 0 for part in written.split("-")):
        grade = 0  # twenty-four is no rarer than twenty and four
    if written in known.halves:
        grade = 0
    word = _SILENT
    if grade or meaning is not None or begins is not None:
        scattered = zlib.crc32(written.encode()) & ((1 << _SHIFT) - 1) | 1
        number = (GRADES - grade) << _SHIFT | scattered if grade else 0
        word = _Word(meaning, begins, number, sound_of(written))
    if len(_KNOWN) >= _MOST_KNOWN:
        _KNOWN.clear()
    _KNOWN[written] = word
    return word
