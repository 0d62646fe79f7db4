"""What is fetched from a database around claims that arrived, and what of it was fetched so far."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from typing import Protocol

from claimtrack.matching.dates import Span
from claimtrack.matching.location import (
    Days,
    OtherNames,
    days_of,
    holding,
    keys_inside,
    keys_of_holding,
    keys_of_name,
    like_name,
    meaning_keys,
    name_key,
    name_of,
    sought,
    towns_around,
)
from claimtrack.matching.normalise import Place, fold_place
from claimtrack.matching.readings import time_of
from claimtrack.matching.texts import telling_words
from claimtrack.matching.wholes import towns_of
from claimtrack.model.grouping import Judgement, MatchRow, Sought
from claimtrack.model.tongues import names_country

ALIKE = 200
"""Documents, of those that share telling words with a new one the ones that share most, whose
texts are compared with it."""


class Surroundings(Protocol):
    """What a database can be asked about claims; numbers are those behind the short IDs."""

    def named(self, keys: Collection[int]) -> Iterable[tuple[int, str, str]]:
        """The names that are found under some keys: key, name, and the name as first written."""

    def aliases(self, keys: Collection[int]) -> dict[str, str]:
        """The other names of places that are found under some keys, and what leads on from them."""

    def near(self, names: Collection[str]) -> Mapping[str, str | None]:
        """The known names that some names are like, and as written where that tells a town."""

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


class View:
    """The claims that were taken in, with what is known of their articles and events.

    Args:
        around: Where they are fetched.

    Attributes:
        rows: The claims, by their numbers.
    """

    def __init__(self, around: Surroundings) -> None:
        self.rows: dict[int, MatchRow] = {}
        self._around = around
        self._others = OtherNames({})
        self._aliases: dict[str, str] = {}
        self._meanings: set[int] = set()
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

    def aliases(self) -> Mapping[str, str]:
        """What people told of the places of all claims that were taken in."""
        places = {row.place for row in self.rows.values()}
        self._learn(set().union(*map(meaning_keys, places)))
        return self._aliases

    def _learn(self, meanings: set[int]) -> None:
        """Fetch what people told of some places, by `meaning_keys`."""
        unknown = meanings - self._meanings
        if unknown:
            self._meanings |= unknown
            if told := self._around.aliases(unknown):
                self._aliases |= told
                self._others = OtherNames(self._aliases)

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
        self._learn(set(meaning_keys(text)))
        place = self._others.meant(text)
        name = name_of(place)
        if name is None:
            return set()
        alike = self._around.near([name])
        near = {name, *alike}
        if not alike and text is not None:  # no claim is about a place of that very name
            written = self._others.text_of(text)
            found = self._around.named(keys_of_name(written))
            near.update(other for _, other in like_name(name, written, found))
        own = alike.get(name)
        near |= self._held(place, alike.values() if own is None else [own])
        self._learn(set(map(name_key, near)))
        return near | self._others.of(near)

    def _held(self, place: Place, alike: Iterable[str | None]) -> set[str]:
        """The names of what a place holds, lies in or is beside, also by what fuller names say.

        Args:
            place: The place.
            alike: How names like its own are written that tell a town, its own alone if it does.
        """
        fuller = () if towns_of(place.within) else map(fold_place, filter(None, alike))
        inside, held = set[str](), set[str]()
        for one in (place, *fuller):
            inner, outer = holding(one, self._around.named(keys_of_holding(one)))
            inside |= inner
            held |= inner | outer
        if inside and not names_country(place.name):
            near = self._around.near(inside).items()
            held.update(name for name, told in near if told is None)  # it may be there too
            held.update(name for _, name, _ in self._around.named(keys_inside(inside)))
        if towns := towns_around(place):
            told_of = self._around.near(towns)
            wider = map(fold_place, filter(None, map(told_of.get, towns)))
            held.update(*map(towns_around, wider))
        return held

    def _documents_like(self, texts: Iterable[str]) -> set[int]:
        alike: set[int] = set()
        for text in texts:
            found = self._around.documents_with(telling_words(text))
            alike.update(number for number, _ in sorted(found, key=lambda one: -one[1])[:ALIKE])
        return alike
