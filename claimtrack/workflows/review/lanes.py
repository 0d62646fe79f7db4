"""The four queues: what each holds, in which order, and what of it is still to be decided.

A queue is looked into when it is reached or counted. Then it holds the IDs of what waits, and
nothing else; an item is made when it is shown, from what is stored at that moment, so what others
decided in the meantime is passed over.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from claimtrack.errors import UsageError
from claimtrack.model.ids import letter_of
from claimtrack.model.review import CONFIRMATIONS, CONTESTED, PAIRS, PROPOSALS, Item, Left
from claimtrack.store.store import Store
from claimtrack.workflows.review import items
from claimtrack.workflows.review.counting import ProposalCount
from claimtrack.workflows.review.names import alias_item, suspected_names

FEW = 40
"""Candidates up to which all are gone through to count exactly; each takes a few milliseconds."""

_REST = "rest"
"""Stands for all proposals on questions that nobody disputes."""

_NAMES = "names"
"""Stands for all pairs of names that may be one source."""

_HEEDLESS = frozenset(("accept", "note", "unsure"))
"""Actions that give no queue behind the one at hand more to ask, or less."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What fills a queue.

    Attributes:
        candidates: Finds what may have to be decided, the most consequential first.
        expand: The subjects behind one candidate.
        make: The item behind a subject, None when there is nothing to decide.
    """

    candidates: Callable[[Store], Sequence[int | str]]
    expand: Callable[[Store, int | str], Iterable[str]]
    make: Callable[[Store, str], Item | None]


class Lane:
    """One queue while a session works through it.

    Attributes:
        name: One of `claimtrack.model.review.QUEUES`.
    """

    def __init__(self, name: str, filling: Filling) -> None:
        """Set a queue up without looking into it.

        Args:
            name: Its name.
            filling: What fills it.
        """
        self.name = name
        self._filling = filling
        self._waiting: deque[int | str] | None = None
        self._subjects: deque[str] = deque()
        self._taken: set[str] = set()
        self._skipped: set[str] = set()
        self._count = ProposalCount()
        self._reached = self._sifted = False

    def next(self, store: Store) -> Item | None:
        """The next item; None when nothing is left but what was skipped."""
        self._reached = True
        while (subject := self._next_subject(store)) is not None:
            if subject not in self._skipped and (item := self.item(store, subject)) is not None:
                return item
        return None

    def item(self, store: Store, subject: str) -> Item | None:
        """The item of a subject as it is now; None when there is nothing to decide any more."""
        try:
            return self._filling.make(store, subject)
        except UsageError:  # what it is about has gone
            return None

    def look_again(self) -> None:
        """Forget what was found, since decisions have changed what there is to ask."""
        self._waiting, self._sifted = None, False
        self._subjects.clear()
        self._taken.clear()

    def heed(self, actions: Collection[str]) -> None:
        """Take notice of what was done, by anybody; what was counted may hold no more.

        Args:
            actions: The verbs of the journal's new entries.
        """
        if _HEEDLESS.issuperset(actions):
            return
        self._sifted = False
        if not self._reached:
            self.look_again()

    def again(self, subject: str) -> None:
        """Put a subject in front, to be shown next."""
        self._skipped.discard(subject)
        self._subjects.appendleft(subject)

    def skip(self, subject: str) -> None:
        """Leave a subject for the end of the session."""
        self._skipped.add(subject)

    def left(self, store: Store) -> Left:
        """How much is left, what was skipped included; the item on screen is not."""
        if self.name == PROPOSALS:
            return Left(self._count.now(store))
        waiting = self._looked_into(store)
        if not self._sifted and len(waiting) + len(self._subjects) <= FEW:
            self._sift(store, waiting)
        number = len(waiting) + len(self._subjects) + len(self._skipped)
        return Left(number, exact=not waiting)

    def _sift(self, store: Store, waiting: deque[int | str]) -> None:
        """Keep the subjects that there is something to decide about."""
        self._sifted = True
        found = (subject for one in waiting for subject in self._filling.expand(store, one))
        kept = dict.fromkeys(self._subjects)
        kept |= dict.fromkeys(subject for subject in found if subject not in self._taken)
        self._subjects = deque(
            subject
            for subject in kept
            if subject not in self._skipped and self.item(store, subject) is not None
        )
        waiting.clear()

    def _looked_into(self, store: Store) -> deque[int | str]:
        if self._waiting is None:
            self._waiting = deque(self._filling.candidates(store))
        return self._waiting

    def _next_subject(self, store: Store) -> str | None:
        waiting = self._looked_into(store)
        while waiting and not self._subjects:
            self._subjects.extend(self._filling.expand(store, waiting.popleft()))
        if not self._subjects:
            return None
        subject = self._subjects.popleft()
        self._taken.add(subject)
        return subject


def lane_of(name: str) -> Lane:
    """A queue by its name, one of `claimtrack.model.review.QUEUES`."""
    return Lane(name, _FILLINGS[name])


def _as_question(_: Store, number: int | str) -> list[str]:
    return [f"q{number}"]


def _as_pair(_: Store, claims: int | str) -> list[str]:
    return [str(claims)]


def _open_questions(store: Store) -> Sequence[int | str]:
    """Questions on which people contradict each other, and then the rest.

    Until those are done nothing is asked of the other proposals, however many there are.
    """
    return [*store.queues.disputed(), _REST]


def _proposals(store: Store, question: int | str) -> list[str]:
    found = store.queues.proposals(None if question == _REST else int(question))
    return [f"c{number}" for number in found]


def _pairs(store: Store) -> Sequence[str]:
    from claimtrack.workflows.explain import doubtful_within

    return [f"c{pair.a} c{pair.b}" for pair in doubtful_within(store)]


def _changed(store: Store) -> Sequence[int | str]:
    """Questions on which a source gave several figures, and then names that may be one source."""
    return [*store.queues.changed(), _NAMES]


def _suspicions(store: Store, question: int | str) -> list[str]:
    if question == _NAMES:
        return suspected_names(store)
    return [item.subject for item in items.revision_items(store, f"q{question}")]


def _suspicion(store: Store, subject: str) -> Item | None:
    if letter_of(subject.split()[0]) == "c":
        return items.revision_item(store, subject)
    return alias_item(store, subject)


def _disputed(store: Store) -> Sequence[int]:
    return store.queues.disputed()


_FILLINGS = {
    PROPOSALS: Filling(_open_questions, _proposals, items.proposal_item),
    PAIRS: Filling(_pairs, _as_pair, items.pair_item),
    CONFIRMATIONS: Filling(_changed, _suspicions, _suspicion),
    CONTESTED: Filling(_disputed, _as_question, items.question_item),
}
