"""How alike the texts of documents are, by their most telling words.

Each text is kept as a sketch: its `LONGEST` heaviest words, a word weighing its rarity times one
plus the logarithm of how often it occurs. Likeness is the cosine of two sketches. Only texts that
share one of their heaviest words are compared.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

import numpy as np
import numpy.typing as npt

from claimtrack.matching.words import words_worth

LONGEST = 48
"""Words a sketch holds. On the articles that rarity was counted on, halves apart, 48 words find
incidents as well as whole texts do (B-cubed F1 .98 for both)."""

HEAVIEST = 16
"""Words of a sketch that bring two texts together."""

CROWD = 60
"""How many of the texts that share a word, nearest in time, a text is compared with."""

LEAST = 0.06
"""Texts less alike than this count as not alike at all; at random two reports reach 0.02."""

AT_A_TIME = 1 << 16

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Texts:
    """Sketches of documents, and the pairs of them that are alike.

    Attributes:
        document: Numbers of the documents that have a sketch, sorted.
        pair: Pairs of positions in ``document``, packed into one number, sorted.
        likeness: Of each pair, `LEAST` to 1.
    """

    document: npt.NDArray[np.int64]
    pair: npt.NDArray[np.int64]
    likeness: npt.NDArray[np.float32]

    def between(
        self, a: npt.NDArray[np.int32], b: npt.NDArray[np.int32]
    ) -> npt.NDArray[np.float32]:
        """The likeness of pairs of documents.

        Args:
            a: Document numbers.
            b: Document numbers.

        Returns:
            0 to 1, 0 for texts that are not alike; NaN where one has no sketch or both are one.
        """
        result = np.full(len(a), np.nan, dtype=np.float32)
        if not len(self.document):
            return result
        at_a, at_b = (np.searchsorted(self.document, side) for side in (a, b))
        last = len(self.document) - 1
        at_a, at_b = np.minimum(at_a, last), np.minimum(at_b, last)
        known = (self.document[at_a] == a) & (self.document[at_b] == b) & (a != b)
        result[known] = 0
        if len(self.pair):
            key = np.minimum(at_a, at_b) << 32 | np.maximum(at_a, at_b)
            at = np.minimum(np.searchsorted(self.pair, key), len(self.pair) - 1)
            found = known & (self.pair[at] == key)
            result[found] = self.likeness[at[found]]
        return result

    def alike(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """The pairs of documents that are alike, as their numbers."""
        return self.document[self.pair >> 32], self.document[self.pair & 0xFFFFFFFF]


def compare_texts(texts: Iterable[tuple[int, str]], day: Mapping[int, int]) -> Texts:
    """Sketch texts and compare those that share a heavy word.

    Args:
        texts: Document number and text, each document once.
        day: Document → the day it was published.

    Returns:
        The sketches' documents and how alike they are.
    """
    numbers: list[int] = []
    sketches: list[list[tuple[int, float]]] = []
    for number, text in texts:
        numbers.append(number)
        sketches.append(_sketch(text))
    order = sorted(range(len(numbers)), key=numbers.__getitem__)
    words = np.zeros((len(numbers), LONGEST), dtype=np.int64)
    weights = np.zeros((len(numbers), LONGEST), dtype=np.float32)
    for row, position in enumerate(order):
        for column, (word, weight) in enumerate(sketches[position]):
            words[row, column], weights[row, column] = word, weight
    document = np.array(sorted(numbers), dtype=np.int64)
    days = np.array([day.get(number, 0) for number in document.tolist()], dtype=np.int64)
    pair = _sharing(words[:, :HEAVIEST], days)
    likeness = np.zeros(len(pair), dtype=np.float32)
    for start in range(0, len(pair), AT_A_TIME):
        some = pair[start : start + AT_A_TIME]
        a, b = some >> 32, some & 0xFFFFFFFF
        for column in range(LONGEST):
            equal = (words[b] == words[a, column][:, None]) & (words[b] != 0)
            likeness[start : start + AT_A_TIME] += weights[a, column] * (equal * weights[b]).sum(1)
    kept = likeness >= LEAST
    return Texts(document, pair[kept], likeness[kept])


def telling_words(text: str) -> list[int]:
    """The numbers of the words that bring a text together with others."""
    return [word for word, _ in _sketch(text)[:HEAVIEST]]


def _sketch(text: str) -> list[tuple[int, float]]:
    """The heaviest words of a text with their weights, heaviest first, scaled to length 1."""
    count = Counter(words_worth(text))
    heavy = sorted(
        ((word, worth * (1 + log(n))) for (word, worth), n in count.items()),
        key=lambda item: (-item[1], item[0]),
    )[:LONGEST]
    length = sum(weight * weight for _, weight in heavy) ** 0.5
    return [(word, weight / length) for word, weight in heavy]


def _sharing(words: npt.NDArray[np.int64], days: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Packed pairs of rows that share a word and, where many do, are near in time."""
    row = np.repeat(np.arange(len(words)), words.shape[1])[words.ravel() != 0]
    word = words.ravel()[words.ravel() != 0]
    order = np.lexsort((row, days[row], word))
    row, word = row[order], word[order]
    found = [np.zeros(0, dtype=np.int64)]
    for reach in range(1, CROWD + 1):
        near = np.flatnonzero(word[reach:] == word[:-reach])
        if not len(near):
            break
        a, b = row[near], row[near + reach]
        found.append(np.minimum(a, b) << 32 | np.maximum(a, b))
    return np.unique(np.concatenate(found))
