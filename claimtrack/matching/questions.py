"""Questions: within an event, the claims of one kind about one group of people or things.

Scopes meet when they hold the same words, whatever their order and small words: ``MSF staff`` and
``staff of MSF``, ``Women`` and ``women``. Scopes that differ in a word stay apart, since a claim
about children is no claim about girls.
"""

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from claimtrack.matching.identity import NONE
from claimtrack.model.grouping import MatchRow
from claimtrack.model.letters import fold_letters

Longs = npt.NDArray[np.int64]
Kind = tuple[str, str | None]
"""A kind of claim and a folded scope."""

_WORD = re.compile(r"\w+")
_SMALL = frozenset(("of", "the", "a", "an", "from", "among", "in", "by", "s"))
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "families": "family",
    "policemen": "policeman", "servicemen": "serviceman", "firemen": "fireman",
}  # fmt: skip
_EVERYONE = frozenset(("person", "all", "total", "overall", "everyone"))


@lru_cache(maxsize=1 << 16)
def fold_scope(scope: str | None) -> str | None:
    """What a scope is compared by.

    Args:
        scope: As recorded, or None for everyone.

    Returns:
        Its words in the singular, sorted, without small ones; None for everyone.
    """
    if scope is None:
        return None
    words = {_singular(word) for word in _WORD.findall(fold_letters(scope))} - _SMALL
    if not words - _EVERYONE:
        return None
    return " ".join(sorted(words))


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


class Asked:
    """What each claim is about and which numbers it bears now, noted while the rows stream by."""

    def __init__(self) -> None:
        self._written: dict[Kind, int] = {}
        self._about: list[int] = []  # for each kind as written the number of the folded one
        self._folded: dict[Kind, int] = {}
        self._claim, self._event, self._question = array("q"), array("q"), array("q")
        self._kind = array("i")

    def passing(self, rows: Iterable[MatchRow]) -> Iterator[MatchRow]:
        """The same rows, noted on the way."""
        for row in rows:
            kind = self._written.get((row.kind, row.scope))
            if kind is None:
                kind = self._new(row.kind, row.scope)
            self._claim.append(row.claim)
            self._kind.append(kind)
            self._event.append(row.event or NONE)
            self._question.append(row.question or NONE)
            yield row

    def _new(self, kind: str, scope: str | None) -> int:
        self._about.append(self._folded.setdefault((kind, fold_scope(scope)), len(self._folded)))
        return self._written.setdefault((kind, scope), len(self._written))

    def claims(self) -> Longs:
        """The claims' numbers, in the order of the rows."""
        return np.array(self._claim, dtype=np.int64)

    def columns(self) -> tuple[Longs, Longs, Longs]:
        """For each claim its present event and question, and the number of its kind as written."""
        return (
            np.array(self._event, dtype=np.int64),
            np.array(self._question, dtype=np.int64),
            np.array(self._kind, dtype=np.int64),
        )

    def about(self) -> Longs:
        """For each kind as written a number that it shares with all whose scopes meet."""
        return np.array(self._about, dtype=np.int64)

    def wordings(self, question: Longs, kind: Longs) -> list[Kind]:
        """What each question asks, in words of its own claims.

        Args:
            question: For each claim its question, numbered from 0 without a gap.
            kind: For each claim the number of its kind as written.

        Returns:
            For each question its kind, and its scope as somebody wrote it; of several spellings
            the first by letters.
        """
        written = sorted(self._written, key=lambda about: (about[0], about[1] or ""))
        rank = np.empty(len(written), dtype=np.int64)
        rank[[self._written[about] for about in written]] = np.arange(len(written))
        first = np.full(int(question.max(initial=-1)) + 1, len(written), dtype=np.int64)
        np.minimum.at(first, question, rank[kind])
        return [
            (asked, None if fold_scope(scope) is None else scope)
            for asked, scope in map(written.__getitem__, first.tolist())
        ]
