"""Grouping a part: what arrived or changed, with its neighbourhood, however many claims there are.

The part is grouped by the same code as the whole, and made wide enough that the whole would give
the same. Average link merges whatever is nearest of all first. So an event whose claims are joined
to nothing outside the part by a likely pair never merges with anything outside, and events outside
go on as they were. Hence the part begins with what was touched, the events that it is in, and those
that a likely pair joins with it; and takes in every event that a likely pair joins with what
changed, until there is none. Which events likely pairs join is known from earlier groupings.

What no neighbourhood holds is left to grouping everything: the first word that one place lies in
another changes how all their claims compare; a key of names, or a word of texts, that has become
too common brings no two of them together any more.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from claimtrack.matching.block import candidates
from claimtrack.matching.columns import Columns, columns_of
from claimtrack.matching.dates import Span
from claimtrack.matching.doubts import doubts_between
from claimtrack.matching.grouping import (
    Groups,
    carried_out,
    cluster_units,
    evidence_of,
    links_between,
    named,
    prepared,
    scored,
    scored_pairs,
)
from claimtrack.matching.judgements import Verdicts
from claimtrack.matching.location import (
    Days,
    OtherNames,
    days_of,
    holding,
    keys_of_holding,
    keys_of_name,
    like_name,
    name_of,
    sought,
)
from claimtrack.matching.questions import Asked
from claimtrack.matching.readings import time_of
from claimtrack.matching.score import UNIT, ScoredPairs, weights
from claimtrack.matching.texts import telling_words
from claimtrack.model.grouping import Doubt, Grouping, Judgement, MatchRow, Sought

ALIKE = 200
"""Documents, of those that share telling words with a new one the ones that share most, whose
texts are compared with it."""

Flags = npt.NDArray[np.bool_]
Longs = npt.NDArray[np.int64]


class Surroundings(Protocol):
    """What a database can be asked about claims; numbers are those behind the short IDs."""

    def named(self, keys: Collection[int]) -> Iterable[tuple[int, str, str]]:
        """The names that are found under some keys: key, name, and the name as first written."""

    def near(self, name: str) -> Collection[str]:
        """The names that a name is like, itself among them; none for one that is not known."""

    def links(self, events: Collection[int]) -> Iterable[tuple[int, int]]:
        """Some events, each with one that a likely pair of claims joins with it."""

    def rows(self, claims: Collection[int]) -> Iterable[MatchRow]:
        """Some claims and those of their articles, without those that are not grouped."""

    def claims_at(self, sought: Iterable[Sought]) -> Set[int]:
        """The claims of some names on some days."""

    def claims_of_events(self, events: Collection[int]) -> Set[int]:
        """The claims of some events."""

    def claims_of_documents(self, documents: Collection[int]) -> Set[int]:
        """The claims of some documents."""

    def documents_with(self, words: Collection[int]) -> Iterable[tuple[int, int]]:
        """The documents that have some telling words, and how many of them."""

    def texts(self, documents: Collection[int]) -> Sequence[tuple[int, str]]:
        """The title and text of those of some documents whose text is known."""

    def judgements(self, claims: Collection[int]) -> Iterable[Judgement]:
        """The standing judgements on some claims, and on all that was judged the same as those."""


def settle(
    touched: Set[int],
    around: Surroundings,
    *,
    next_event: int,
    next_question: int,
    aliases: Mapping[str, str] | None = None,
) -> Grouping:
    """Group what was touched, and as much around it as that may change.

    Args:
        touched: Claims that arrived, that somebody judged, or in whose event one was taken back.
        around: Where their neighbours are found, these claims among them.
        next_event: The first event number that was never used.
        next_question: The first question number that was never used.
        aliases: Place → the place that it is another name of, both as written.

    Returns:
        The events and questions of the part; whatever it does not mention stays as it is.

    Raises:
        UsageError: The judgements contradict each other.
    """
    view = _View(around, aliases or {})
    view.take(touched)
    new = {claim for claim in touched if claim in view.rows}
    if not new:
        return Grouping({}, [], {})
    judged = Verdicts(view.judgements()).groups()
    bound = {claim for group in judged if not new.isdisjoint(group) for claim in group}
    view.look_around(new)
    near = compared = _Compared(view)
    pairs = near.pairs_of(new)
    met = view.events_of(near.joined(pairs, new))
    core = view.events_of(new | bound | near.nearest(pairs))
    while True:
        within = core | met | view.linked_with(core)
        if not compared.holds(within):
            compared = _Compared(view)
        part = compared.part(core, within)
        if not part.besides:
            break
        core = view.events_of(core | part.besides)
    asked = Asked()
    for _ in asked.passing(view.rows[claim] for claim in sorted(core)):
        pass
    groups = Groups(part.group, part.links, near.doubts(pairs, part))
    named_part = named(asked, part.claim, groups, next_event, next_question)
    here = named_part.assigned.items()
    elsewhere = {claim for claim, place in here if view.rows[claim][-3:-1] != place}
    return replace(named_part, weighed=new, moved=elsewhere)


class _View:
    """The rows that were fetched, and around which of them the neighbours are known."""

    def __init__(self, around: Surroundings, aliases: Mapping[str, str]) -> None:
        self.rows: dict[int, MatchRow] = {}
        self.aliases = aliases
        self._around = around
        self._others = OtherNames(aliases)
        self._in_article: dict[int, list[MatchRow]] = {}
        self._texts: dict[int, str] = {}
        self._opened: set[int] = set()
        self._whole: set[int] = set()
        self._in_event: dict[int, list[int]] = {}
        self._links: dict[int, set[int]] = {}
        self._asked: set[int] = set()
        self._judgements: set[Judgement] = set()

    def take(self, claims: Set[int]) -> None:
        """Take in claims that are not there yet, with all those of their articles."""
        unknown = claims - self.rows.keys()
        for row in self._around.rows(unknown) if unknown else ():
            if row.claim in self.rows:
                continue
            self.rows[row.claim] = row
            if row.document is not None:
                self._in_article.setdefault(row.document, []).append(row)
            if row.event is not None:
                self._in_event.setdefault(row.event, []).append(row.claim)

    def texts(self) -> Mapping[int, str]:
        """The texts of the documents of all claims that were taken in, as far as they are known."""
        closed = self._in_article.keys() - self._opened
        if closed:
            self._opened |= closed
            self._texts.update(self._around.texts(closed))
        return self._texts

    def events_of(self, claims: Set[int]) -> set[int]:
        """Some claims and all that are in an event with one of them, taken in."""
        self.take(claims)
        known = {claim for claim in claims if claim in self.rows}
        return known | self._claims_of(self._events(known))

    def linked_with(self, claims: Collection[int]) -> set[int]:
        """The claims of all events that likely pairs join with the events of some claims."""
        events = self._events(claims)
        unknown = events - self._links.keys()
        if unknown:
            self._links.update((event, set()) for event in unknown)
            for event, other in self._around.links(unknown):
                self._links[event].add(other)
        return self._claims_of({other for event in events for other in self._links[event]})

    def _events(self, claims: Iterable[int]) -> set[int]:
        return {event for claim in claims if (event := self.rows[claim].event) is not None}

    def _claims_of(self, events: set[int]) -> set[int]:
        unknown = events - self._whole
        if unknown:
            self._whole |= unknown
            self.take(self._around.claims_of_events(unknown))
        return {claim for event in events for claim in self._in_event.get(event, ())}

    def judgements(self) -> Set[Judgement]:
        """The standing judgements on all claims that were taken in."""
        unasked = self.rows.keys() - self._asked
        if unasked:
            self._asked |= unasked
            self._judgements.update(self._around.judgements(unasked))
        return self._judgements

    def look_around(self, claims: Collection[int]) -> None:
        """Take in everything that may be a neighbour of some claims, the first to be taken in."""
        alike = self._documents_like(self.texts().values())
        days: dict[str | None, set[Days]] = {}
        for claim in claims:
            row = self.rows[claim]
            mates = self._in_article.get(row.document or 0, ())
            places = {row.place} if row.place else {mate.place for mate in mates}
            own = {days_of(row)}
            if time_of(row).span is Span.UNDATED:
                own |= {days_of(mate) for mate in mates}
            for place in places - {None}:
                days.setdefault(place, set()).update(own - {None})  # type: ignore[arg-type]
        wanted: set[Sought] = set()
        for place, when in days.items():
            wanted.update(sought(name, day) for name in self._names_near(place) for day in when)
        if wanted:
            self.take(self._around.claims_at(wanted))
        if alike:
            self.take(self._around.claims_of_documents(alike))

    def _names_near(self, text: str | None) -> set[str]:
        place = self._others.meant(text)
        name = name_of(place)
        if name is None:
            return set()
        near = {name, *self._around.near(name)}
        if len(near) == 1 and text is not None:  # no claim is about a place of that very name
            written = self._others.text_of(text)
            found = self._around.named(keys_of_name(written))
            near.update(other for _, other in like_name(name, written, found))
        near |= holding(place, self._around.named(keys_of_holding(place)))
        return near | self._others.of(near)

    def _documents_like(self, texts: Iterable[str]) -> set[int]:
        alike: set[int] = set()
        for text in texts:
            found = self._around.documents_with(telling_words(text))
            alike.update(number for number, _ in sorted(found, key=lambda one: -one[1])[:ALIKE])
        return alike


class _Compared:
    """All claims that were taken in so far, ready to be compared.

    Args:
        view: What was taken in.
    """

    def __init__(self, view: _View) -> None:
        self._rows = view.rows
        self._verdicts = Verdicts(view.judgements())
        self._columns: Columns = columns_of(view.rows.values(), view.aliases)
        self._at = dict(zip(self._columns.claim.tolist(), range(len(self._columns)), strict=True))
        self._units, self._parted = prepared(self._columns, self._verdicts)
        self._evidence = evidence_of(self._units.columns, view.texts().items())

    def holds(self, claims: Set[int]) -> bool:
        """Whether all of some claims are among those compared."""
        return claims <= self._at.keys()

    def pairs_of(self, claims: set[int]) -> ScoredPairs:
        """The pairs of some claims with any other."""
        own = self._units_of(self._columns_of(claims))
        found = candidates(self._evidence)
        touching = (pairs.where(own[pairs.a] | own[pairs.b]) for pairs in found)
        return scored(touching, self._evidence, weights())

    def joined(self, pairs: ScoredPairs, claims: set[int]) -> set[int]:
        """Some claims, and those that a likely one of their pairs joins with them."""
        a, b, likely = pairs
        met = self._units_of(self._columns_of(claims))
        strong = likely >= weights().merge * UNIT
        met[a[strong]] = met[b[strong]] = True
        return claims.union(self._columns.claim[met[self._units.of]].tolist())

    def nearest(self, pairs: ScoredPairs) -> set[int]:
        """The claims of the pair that is the likeliest of all, if it is likely at all."""
        a, b, likely = pairs
        met = np.zeros(len(self._units.size), dtype=bool)
        if len(likely) and likely.max() >= weights().merge * UNIT:
            best = likely.argmax()
            met[[a[best], b[best]]] = True
        return set(self._columns.claim[met[self._units.of]].tolist())

    def part(self, core: set[int], within: set[int]) -> "_Part":
        """Some claims, clustered among others.

        Args:
            core: Some claims.
            within: These and all that a likely pair may join with one of them.
        """
        own = self._columns_of(core)
        units = np.flatnonzero(self._units_of(self._columns_of(within))).astype(np.int32)
        by = weights()
        a, b, likely = scored_pairs(self._evidence.only(units), by)
        a, b = units[a], units[b]
        label = cluster_units(self._units, (a, b, likely), self._parted, by)[self._units.of]
        group = carried_out(self._columns, label, self._parted, self._verdicts, within)
        with_core = np.zeros(len(group), dtype=bool)
        with_core[group[own]] = True
        besides = self._columns.claim[with_core[group] & ~own]
        group[~own] = self._events()[~own]
        touching = self._units_of(own)[a] | self._units_of(own)[b]
        joining = a[touching], b[touching], likely[touching]
        links = links_between(self._units, joining, group, by)
        return _Part(self._columns.claim[own], group[own], links, set(besides.tolist()))

    def doubts(self, pairs: ScoredPairs, part: "_Part") -> list[Doubt]:
        """The doubtful ones among the pairs of some claims, by the events that a part makes."""
        label = self._events()
        group = dict(zip(part.claim.tolist(), part.group.tolist(), strict=True))
        within = self._columns_of(group.keys())
        label[within] = [group[claim] for claim in self._columns.claim[within].tolist()]
        _, label = np.unique(label, return_inverse=True)
        return doubts_between(self._units, pairs, label, weights())

    def _events(self) -> Longs:
        """For each claim the event that it is in now, negated to be no group."""
        event = [-(self._rows[claim].event or 0) for claim in self._at]
        return np.array(event, dtype=np.int64)

    def _columns_of(self, claims: Set[int]) -> Flags:
        within = np.zeros(len(self._columns), dtype=bool)
        within[[self._at[claim] for claim in claims if claim in self._at]] = True
        return within

    def _units_of(self, columns: Flags) -> Flags:
        within = np.zeros(len(self._units.size), dtype=bool)
        within[self._units.of[columns]] = True
        return within


class _Part(NamedTuple):
    """The part as far as it reaches, clustered.

    Attributes:
        claim: Its claims.
        group: For each of them the group it is in.
        links: Pairs of groups, in rows, of which one is of the part and a likely pair joins them;
            one beside the part is its event's number, negated.
        besides: Claims beside the part with which some of it might merge.
    """

    claim: Longs
    group: Longs
    links: Longs
    besides: set[int]
