"""Grouping a part: what arrived or changed, with its neighbourhood, however many claims there are.

The part is grouped by the same code as the whole, and made wide enough that the whole would give
the same. Average link merges whatever is nearest of all first. So whole events come out by
themselves as they do among all claims, and what they do not merge with has no part in it. The
part, the core below, is what was touched with its events. It is clustered among all that a likely
pair joins with it, known from earlier groupings. Whatever merges with some of it is made part of
it, until nothing does. Events that were there to be compared with stay as they were: had they
come out otherwise, then by the chance of a tie, since nothing of theirs has changed.

What no neighbourhood holds is left to grouping everything: the first word that one place lies in
another changes how all their claims compare, and it may be told of days far off; a key of names, or
a word of texts, that has become too common brings no two of them together any more.
"""

from collections.abc import Set
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from claimtrack.matching.block import candidates
from claimtrack.matching.columns import Columns, columns_of
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
from claimtrack.matching.questions import Asked
from claimtrack.matching.score import UNIT, ScoredPairs, weights
from claimtrack.matching.surroundings import Surroundings, View
from claimtrack.model.grouping import Doubt, Grouping

Flags = npt.NDArray[np.bool_]
Longs = npt.NDArray[np.int64]


def settle(
    touched: Set[int],
    around: Surroundings,
    *,
    next_event: int,
    next_question: int,
) -> Grouping:
    """Group what was touched, and as much around it as that may change.

    Args:
        touched: Claims that arrived, that somebody judged, or in whose event one was taken back.
        around: Where their neighbours are found, these claims among them.
        next_event: The first event number that was never used.
        next_question: The first question number that was never used.

    Returns:
        The events and questions of the part; whatever it does not mention stays as it is.

    Raises:
        UsageError: The judgements contradict each other.
    """
    view = View(around)
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


class _Compared:
    """All claims that were taken in so far, ready to be compared.

    Args:
        view: What was taken in.
    """

    def __init__(self, view: View) -> None:
        self._rows = view.rows
        self._verdicts = Verdicts(view.judgements())
        self._columns: Columns = columns_of(view.rows.values(), view.aliases())
        self._at = dict(zip(self._columns.claim.tolist(), range(len(self._columns)), strict=True))
        self._units, self._parted = prepared(self._columns, self._verdicts)
        texts = view.texts().items()
        self._evidence = evidence_of(self._units.columns, texts, self._columns)

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
