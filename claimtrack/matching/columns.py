"""Claims as columns of numbers, which is what the hot loops work on.

Rows are sorted by what they say, not by their numbers, so that everything computed from columns is
the same whatever order the claims arrived in.
"""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

from claimtrack.matching.normalise import Place, fold_place
from claimtrack.matching.readings import LAYOUT, reading_of
from claimtrack.model.grouping import MatchRow

LARGEST_ARTICLE = 60
"""Claims; a document with more of them is a list of incidents, not an article about one."""

NO_DOCUMENT = -1
NO_PLACE = -1

Name = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Columns:
    """Claims in columns; index i of each is one claim.

    Attributes:
        claim: The claim's number.
        place: Index of the place's name in ``places``, or `NO_PLACE`.
        within: Index of what the place is said to lie in, in ``withins``.
        span: A `claimtrack.matching.dates.Span`.
        start: First day; `claimtrack.matching.dates.NO_DAY` when undated.
        end: Last day.
        said: Day of saying.
        meanings: For each of `claimtrack.matching.lexicon.FEATURES` the set of meanings.
        words: Numbers of rare words, as many a claim, 0 where there are fewer.
        document: The article it stands in, or `NO_DOCUMENT`.
        places: A place of each distinct name.
        withins: What places are said to lie in; the first is nothing.
    """

    claim: Ints
    place: npt.NDArray[np.int32]
    within: npt.NDArray[np.int32]
    span: npt.NDArray[np.int8]
    start: npt.NDArray[np.int32]
    end: npt.NDArray[np.int32]
    said: npt.NDArray[np.int32]
    meanings: tuple[Ints, ...]
    words: npt.NDArray[np.int32]
    document: npt.NDArray[np.int32]
    places: tuple[Place, ...]
    withins: tuple[tuple[str, ...], ...]

    def __len__(self) -> int:
        return len(self.claim)


def columns_of(rows: Iterable[MatchRow], aliases: Mapping[str, str] | None = None) -> Columns:
    """Claims as columns, read once, without keeping the rows.

    Args:
        rows: The claims, in any order.
        aliases: Place → the place that it is another name of, both as written.

    Returns:
        The columns, sorted by content.
    """
    table = _PlaceTable(aliases or {})
    numbers, readings = array("q"), bytearray()
    places, withins, documents = (array("i") for _ in range(3))
    for row in rows:
        place, within = table.index(row.place)
        numbers.append(row.claim)
        places.append(place)
        withins.append(within)
        readings += reading_of(row)
        documents.append(NO_DOCUMENT if row.document is None else row.document)
    read = np.frombuffer(readings, dtype=LAYOUT)
    time = read["time"]
    columns = Columns(
        claim=np.array(numbers, dtype=np.int64),
        place=table.ranked(np.array(places, dtype=np.int32)),
        within=np.array(withins, dtype=np.int32),
        span=time[:, 0].astype(np.int8),
        start=time[:, 1],
        end=time[:, 2],
        said=time[:, 3],
        meanings=tuple(read["meanings"].T),
        words=read["words"],
        document=_articles(np.array(documents, dtype=np.int32)),
        places=table.places(),
        withins=table.withins(),
    )
    return take(columns, _content_order(columns))


def _articles(document: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """The documents of claims, without those that are lists of incidents."""
    known, inverse, size = np.unique(document, return_inverse=True, return_counts=True)
    known[size > LARGEST_ARTICLE] = NO_DOCUMENT
    return np.asarray(known[inverse], dtype=np.int32)


def take(columns: Columns, order: npt.NDArray[np.integer]) -> Columns:
    """The claims at the given indices, in that order."""
    return Columns(
        claim=columns.claim[order],
        place=columns.place[order],
        within=columns.within[order],
        span=columns.span[order],
        start=columns.start[order],
        end=columns.end[order],
        said=columns.said[order],
        meanings=tuple(column[order] for column in columns.meanings),
        words=columns.words[order],
        document=columns.document[order],
        places=columns.places,
        withins=columns.withins,
    )


def content_keys(columns: Columns) -> npt.NDArray[np.uint64]:
    """For each claim a number that depends on what it says and on nothing else.

    Claims that say the same have the same; others differ but for one chance in 2^64 or so.
    """
    names = np.array(
        [0, *(crc32(repr(_name(place)).encode()) for place in columns.places)], dtype=np.uint64
    )
    withins = np.array([crc32(repr(w).encode()) for w in columns.withins], dtype=np.uint64)
    key = names[columns.place + 1]
    parts = (columns.span, columns.start, columns.end, columns.said)
    for part in (withins[columns.within], *parts, *columns.meanings, *columns.words.T):
        key = (key ^ (key >> np.uint64(29))) * _ODD + part.astype(np.uint64)
    return key


_ODD = np.uint64(0xBF58476D1CE4E5B9)
"""The first multiplier of SplitMix64 (Steele 2014), which scatters numbers over all 64 bits."""


def _content_order(columns: Columns) -> npt.NDArray[np.intp]:
    """An order that depends on what claims say; their numbers break only the ties of equals."""
    words = columns.words.astype(np.int64).sum(axis=1)
    return np.lexsort(
        (
            columns.claim,
            words,
            *columns.meanings,
            columns.said,
            columns.end,
            columns.start,
            columns.place,
        )
    )


class _PlaceTable:
    """The distinct names of places, and what places lie in, numbered as they come."""

    def __init__(self, aliases: Mapping[str, str]) -> None:
        self._aliases = {fold_place(a).name: fold_place(b) for a, b in aliases.items()}
        self._by_text: dict[str | None, tuple[int, int]] = {None: (NO_PLACE, 0)}
        self._names: dict[Name, int] = {}
        self._within: dict[tuple[str, ...], int] = {(): 0}
        self._places: list[Place] = []

    def index(self, text: str | None) -> tuple[int, int]:
        """The numbers of the name that a text gives and of what the place lies in."""
        numbers = self._by_text.get(text)
        if numbers is None:
            place = fold_place(text)
            seen = {place.name}
            while place.name in self._aliases and self._aliases[place.name].name not in seen:
                place = self._aliases[place.name]
                seen.add(place.name)
            numbers = self._numbers(place) if place.words else (NO_PLACE, 0)
            self._by_text[text] = numbers
        return numbers

    def _numbers(self, place: Place) -> tuple[int, int]:
        number = self._names.setdefault(_name(place), len(self._names))
        if number == len(self._places):
            self._places.append(place)
        return number, self._within.setdefault(place.within, len(self._within))

    def places(self) -> tuple[Place, ...]:
        """A place of each name, in the order of the names' sounds."""
        return tuple(sorted(self._places, key=_name))

    def withins(self) -> tuple[tuple[str, ...], ...]:
        """What places lie in."""
        return tuple(self._within)

    def ranked(self, numbers: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
        """Numbers of names replaced by their ranks in `places`."""
        rank = np.full(len(self._places) + 1, NO_PLACE, dtype=np.int32)
        for position, place in enumerate(self.places()):
            rank[self._names[_name(place)]] = position
        return rank[numbers]


def _name(place: Place) -> Name:
    return place.sounds, tuple(member.sounds for member in place.members)
