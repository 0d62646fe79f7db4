"""Grouping a part: what arrived or changed, with its neighbourhood, however many claims there are.

The part is grouped by the same code as the whole, and made wide enough that the whole would give
the same. Average link merges whatever is nearest of all first. So an event whose claims are joined
to nothing outside the part by a likely pair never merges with anything outside, and events outside
go on as they were. Hence the part begins with what was touched and the events that it is in, and
takes in every event that a likely pair joins with what changed, until there is none.

What no neighbourhood holds is left to grouping everything: the first word that one place lies in
another changes how all their claims compare; a key of names, or a word of texts, that has become
too common brings no two of them together any more.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from claimtrack.matching.block import candidates
from claimtrack.matching.columns import Columns, columns_of
from claimtrack.matching.features import Evidence, Pairs
from claimtrack.matching.grouping import (
    carried_out,
    evidence_of,
    named,
    prepared,
    scored,
)
from claimtrack.matching.judgements import Verdicts
from claimtrack.matching.location import (
    Days,
    OtherNames,
    days_of,
    keys_sought,
    name_of,
    near_names,
    sought,
)
from claimtrack.matching.questions import Asked
from claimtrack.matching.score import UNIT, weights
from claimtrack.matching.texts import telling_words
from claimtrack.matching.units import Units
from claimtrack.model.grouping import Grouping, Judgement, MatchRow, Sought

ALIKE = 200
"""Documents, of those that share telling words with a new one the ones that share most, whose
texts are compared with it."""

Flags = npt.NDArray[np.bool_]


class Surroundings(Protocol):
    """What a database can be asked about claims; numbers are those behind the short IDs."""

    def names(self, keys: Collection[int]) -> Iterable[tuple[int, str]]:
        """The names that are found under some keys, as (key, name)."""

    def claims_at(self, sought: Iterable[Sought]) -> Collection[int]:
        """The claims of some names on some days."""

    def claims_of_events(self, events: Collection[int]) -> Collection[int]:
        """The claims of some events."""

    def claims_of_documents(self, documents: Collection[int]) -> Collection[int]:
        """The claims of some documents."""

    def documents_with(self, words: Collection[int]) -> Iterable[tuple[int, int]]:
        """The documents that have some telling words, and how many of them."""

    def texts(self, documents: Collection[int]) -> Sequence[tuple[int, str]]:
        """The title and text of those of some documents whose text is known."""

    def rows(self, claims: Collection[int]) -> Iterable[MatchRow]:
        """Some claims, without those that are not grouped."""


def settle(
    touched: Collection[int],
    around: Surroundings,
    judgements: Sequence[Judgement] = (),
    *,
    next_event: int,
    next_question: int,
    aliases: Mapping[str, str] | None = None,
) -> Grouping:
    """Group what was touched, and as much around it as that may change.

    Args:
        touched: Claims that arrived, that somebody judged, or in whose event one was taken back.
        around: Where their neighbours are found, these claims among them.
        judgements: Those that stand.
        next_event: The first event number that was never used.
        next_question: The first question number that was never used.
        aliases: Place → the place that it is another name of, both as written.

    Returns:
        The events and questions of the part; whatever it does not mention stays as it is.

    Raises:
        UsageError: The judgements contradict each other.
    """
    view, verdicts = _View(around, aliases or {}), Verdicts(judgements)
    view.take(touched)
    inside = {claim for claim in touched if claim in view.rows}
    moved = {view.rows[claim].event for claim in inside} - {None}
    fresh = set(inside) | view.claims_of_events(moved)
    while fresh:
        inside |= fresh
        view.look_around(fresh)
        part = _Part(view, inside, verdicts)
        fresh = _reached(part, view, touched, moved, verdicts) - inside
    asked = Asked()
    for _ in asked.passing(view.rows[claim] for claim in sorted(inside)):
        pass
    claim, group = part.columns.claim[part.inside], part.group[part.inside]
    return named(asked, claim, group, next_event, next_question)


def _reached(
    part: "_Part",
    view: "_View",
    touched: Collection[int],
    moved: Collection[int | None],
    verdicts: Verdicts,
) -> set[int]:
    """The claims of all events that a likely pair joins with what changed."""
    changed = part.changed(view.rows, touched, moved)
    met = part.columns.claim[part.joined_with(changed)].tolist()
    events = {view.rows[claim].event for claim in met} - {None}
    bound = {
        claim for group in verdicts.groups() if not part.claims.isdisjoint(group) for claim in group
    }
    view.take(bound)
    events |= {view.rows[claim].event for claim in bound if claim in view.rows} - {None}
    return set(met) | (bound & view.rows.keys()) | view.claims_of_events(events)


class _View:
    """The rows that were fetched, and around which of them the neighbours are known."""

    def __init__(self, around: Surroundings, aliases: Mapping[str, str]) -> None:
        self.rows: dict[int, MatchRow] = {}
        self.texts: dict[int, str] = {}
        self.aliases = aliases
        self._around = around
        self._others = OtherNames(aliases)
        self._asked: set[int] = set()
        self._opened: set[int] = set()
        self._in_article: dict[int, list[MatchRow]] = {}
        self._near: dict[str | None, set[str]] = {}

    def take(self, claims: Collection[int]) -> list[MatchRow]:
        """Fetch the rows of claims that were not asked for before, and of their articles."""
        found: list[MatchRow] = []
        wanted = set(claims) - self._asked
        while wanted:
            self._asked |= wanted
            rows = list(self._around.rows(wanted))
            found += rows
            self.rows.update((row.claim, row) for row in rows)
            opened = {row.document for row in rows if row.document is not None} - self._opened
            self._opened |= opened
            wanted = (
                set(self._around.claims_of_documents(opened)) - self._asked if opened else set()
            )
            self.texts.update(self._around.texts(opened) if opened else ())
        for row in found:
            if row.document is not None:
                self._in_article.setdefault(row.document, []).append(row)
        return found

    def claims_of_events(self, events: Collection[int | None]) -> set[int]:
        """The claims of some events that count, their rows fetched."""
        numbers = [event for event in events if event is not None]
        claims = self._around.claims_of_events(numbers) if numbers else ()
        self.take(claims)
        return {claim for claim in claims if claim in self.rows}

    def look_around(self, claims: Collection[int]) -> None:
        """Fetch everything that may be a neighbour of some claims."""
        days: dict[str | None, set[Days]] = {}
        documents = set()
        for claim in claims:
            row = self.rows[claim]
            mates = self._in_article.get(row.document or 0, ())
            documents.add(row.document)
            places = {row.place} if row.place else {mate.place for mate in mates}
            own = {days_of(row)}
            if row.event_start is None and row.event_end is None:
                own |= {days_of(mate) for mate in mates}
            for place in places - {None}:
                days.setdefault(place, set()).update(own - {None})  # type: ignore[arg-type]
        wanted: set[Sought] = set()
        for place, when in days.items():
            wanted.update(sought(name, day) for name in self._names_near(place) for day in when)
        if wanted:
            self.take(self._around.claims_at(wanted))
        alike = self._documents_like(documents & self.texts.keys())  # type: ignore[arg-type]
        if alike:
            self.take(self._around.claims_of_documents(alike))

    def _names_near(self, text: str | None) -> set[str]:
        near = self._near.get(text)
        if near is None:
            place = self._others.meant(text)
            near = near_names(place, self._around.names(keys_sought(place)))
            own = name_of(place)
            near |= self._others.of(near | {own} if own else near)
            self._near[text] = near
        return near

    def _documents_like(self, documents: Iterable[int]) -> set[int]:
        alike: set[int] = set()
        for document in documents:
            found = self._around.documents_with(telling_words(self.texts[document]))
            alike.update(number for number, _ in sorted(found, key=lambda one: -one[1])[:ALIKE])
        return alike


class _Part:
    """The part as far as it reaches, compared and clustered.

    Attributes:
        claims: The numbers of the claims in it.
        columns: Those claims and all their neighbours.
        inside: Which of the columns are in the part.
        group: For each of them the group it is in.
    """

    def __init__(self, view: _View, claims: set[int], verdicts: Verdicts) -> None:
        by = weights()
        self.claims = claims
        self.columns: Columns = columns_of(view.rows.values(), view.aliases)
        self.inside: Flags = np.isin(self.columns.claim, np.fromiter(claims, np.int64))
        units, parted = prepared(self.columns, verdicts)
        within = np.zeros(len(units.size), dtype=bool)
        within[units.of[self.inside]] = True
        evidence = evidence_of(units.columns, view.texts.items())
        a, b, likely = scored(_meeting(evidence, within), evidence, by)
        strong = likely >= by.merge * UNIT
        self._units, self._strong = units, (a[strong], b[strong])
        both = within[a] & within[b]
        pairs = a[both], b[both], likely[both]
        self.group = carried_out(self.columns, units, pairs, parted, verdicts, by, claims)

    def changed(
        self,
        rows: Mapping[int, MatchRow],
        touched: Collection[int],
        moved: Collection[int | None],
    ) -> Flags:
        """Which of the columns are in a group that is not an event as it was.

        Args:
            rows: The rows of the claims.
            touched: Claims whose groups count as changed, whatever they are.
            moved: Events whose claims do.
        """
        before: dict[int | None, int] = {}
        groups: dict[int, list[int]] = {}
        for claim, group in zip(
            self.columns.claim[self.inside].tolist(), self.group[self.inside].tolist(), strict=True
        ):
            groups.setdefault(group, []).append(claim)
            event = rows[claim].event
            before[event] = before.get(event, 0) + 1
        changed = []
        for members in groups.values():
            events = {rows[claim].event for claim in members}
            (first, *more) = events
            whole = first is not None and not more and before[first] == len(members)
            if not whole or first in moved or not set(members).isdisjoint(touched):
                changed += members
        return np.isin(self.columns.claim, np.array(changed, dtype=np.int64))

    def joined_with(self, changed: Flags) -> Flags:
        """Which of the columns are not in the part, though a likely pair joins them with these."""
        units: Units = self._units
        of_changed = np.zeros(len(units.size), dtype=bool)
        of_changed[units.of[changed]] = True
        a, b = self._strong
        met = of_changed.copy()
        met[b[of_changed[a]]] = True
        met[a[of_changed[b]]] = True
        return met[units.of] & ~self.inside


def _meeting(evidence: Evidence, within: Flags) -> Iterable[Pairs]:
    """The candidate pairs of which a unit is in the part."""
    for pairs in candidates(evidence):
        kept = within[pairs.a] | within[pairs.b]
        yield Pairs(pairs.a[kept], pairs.b[kept])
