"""Group claims into events and questions, and remember which IDs they bear."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from claimtrack.model.grouping import MatchRow
from claimtrack.store import open_store
from claimtrack.store.match_index import IndexState
from claimtrack.store.store import Store

WORTH_THE_WHOLE = 200
"""A touched claim's neighbourhood takes about as long to group as so many claims do together with
all others (measured on a hundred thousand claims)."""


TOLD_EVERY = 5000
"""Claims between two words of progress."""

Progress = Callable[[int, int | None], None]

MANY_NAMES = 200
"""More new names of places than these are compared all at once, with all others."""


@dataclass(frozen=True, slots=True)
class GroupOutcome:
    """What grouping did.

    Attributes:
        claims: How many claims were looked at.
        events: How many events they form.
        moved: How many claims changed their event or question.
    """

    claims: int
    events: int
    moved: int


def group(
    location: str, *, everything: bool = False, on_progress: Progress | None = None
) -> GroupOutcome:
    """Group what has changed, or everything, in one transaction.

    Args:
        location: The database.
        everything: Regroup all claims, whether or not something near them has changed.
        on_progress: Told how many claims were taken in, of about how many.

    Returns:
        What changed.
    """
    with open_store(location, write=True) as store:
        return group_within(store, everything=everything, on_progress=on_progress)


def group_within(
    store: Store, *, everything: bool = False, on_progress: Progress | None = None
) -> GroupOutcome:
    """The same inside a transaction that is open already, as every decision needs it.

    Args:
        store: The open database.
        everything: As `group` has it.
        on_progress: As `group` has it.

    Returns:
        What changed.
    """
    # numpy and rapidfuzz load with matching, so only commands that group pay for them
    from claimtrack.matching import meaning_keys, regroup, settle, sought_anywhere

    around = store.neighbourhood
    places, waiting = around.renamed(), around.waiting()
    if not (everything or waiting or places):
        return GroupOutcome(0, 0, 0)
    state = make_index(store)
    known = state.last_claim
    # as after an upgrade that brought other rules
    whole = everything or not state.grouped or waiting * WORTH_THE_WHOLE > known
    claims: set[int] = set()
    if not whole:
        claims = around.touched()
        if places:
            told = around.aliases({key for place in places for key in meaning_keys(place)})
            claims |= around.claims_at(sought_anywhere(places, told))
        whole = len(claims) * WORTH_THE_WHOLE > known
    next_event, next_question = store.events.numbers()
    if whole:
        grouping = regroup(
            _told(around.every_row(), known, on_progress),
            store.judgements.standing(),
            next_event=next_event,
            next_question=next_question,
            aliases=store.places.aliases(),
            texts=store.documents.texts(),
        )
        changed = None
    else:
        grouping = settle(
            claims,
            around,
            next_event=next_event,
            next_question=next_question,
        )
        changed = {*grouping.events, *grouping.merged_events}
    moved = store.claims.assign(grouping)
    around.link(grouping.links, changed)
    around.doubt(grouping.doubts, grouping.weighed)
    around.settled()
    if not state.grouped:
        store.match_index.grouped()
    return GroupOutcome(len(grouping.assigned), len(grouping.events), moved)


def _told(rows: Iterable[MatchRow], total: int, on_progress: Progress | None) -> Iterator[MatchRow]:
    """The same rows, with progress told on the way."""
    for done, row in enumerate(rows, 1):
        yield row
        if on_progress is not None and done % TOLD_EVERY == 0:
            on_progress(done, total)


def make_index(store: Store) -> IndexState:
    """Take into the index of neighbours what it does not hold yet; make it anew by new rules.

    Args:
        store: The open database.

    Returns:
        How far it reached before.
    """
    from claimtrack.matching import located, meaning_keys, reading_of, rules, telling_words

    index = store.match_index
    state = index.state()
    if state.rules != rules():
        index.begin(rules())
        state = index.state()
    for rows in (index.edited(), index.new_claims()):
        index.add_claims((row.claim, reading_of(row), located(row)) for row in rows)
    if state.documents < state.last_document:
        index.add_texts((number, telling_words(text)) for number, text in index.new_texts())
    if state.aliases < state.last_alias:
        index.add_aliases(
            (key, number)
            for number, *both in index.new_aliases()
            for text in both
            for key in meaning_keys(text)
        )
    _compare_names(store)
    return state


def _compare_names(store: Store) -> None:
    """Compare the names of places that are new with all others."""
    from claimtrack.matching import alike_names, keys_of_name, like_name

    index = store.match_index
    new = index.names(compared=False)
    if len(new) > MANY_NAMES:
        index.add_near(alike_names(new + index.names(compared=True)))
    elif new:
        index.add_near(
            pair
            for name, text in new
            for pair in like_name(name, text, store.neighbourhood.named(keys_of_name(text)))
        )
