"""The four queues: what each holds, in which order, and what of it is still to be decided.

A queue is looked into when it is reached, or before, by a thread that looks ahead. Then it holds
the IDs of what waits, and nothing else; an item is made when it is shown, from what is stored at
that moment, so what others decided in the meantime is passed over.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from threading import RLock

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

_PAIRLESS = _HEEDLESS | {"reject", "confirm", "refuse", "resolve", "leave-open", "grade"}
"""Actions that make no pair doubtful; one with a claim that was rejected is passed over."""

Tell = Callable[[str], None]
"""Told what is being done, where that takes a while."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What fills a queue, and when that has to be done again.

    Attributes:
        candidates: Finds what may have to be decided, the most consequential first.
        expand: The subjects behind one candidate; None where each candidate is a subject.
        make: The item behind a subject, None when there is nothing to decide.
        heedless: Actions after which the candidates need not be looked for again.
        dear: Whether looking takes so long that it is done again only at the queue's end.
    """

    candidates: Callable[[Store, Tell], Sequence[int | str]]
    expand: Callable[[Store, int | str], Iterable[str]] | None
    make: Callable[[Store, str], Item | None]
    heedless: frozenset[str] = _HEEDLESS
    dear: bool = False


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
        self._reached = self._moved = False
        self._looking = RLock()  # who reaches a queue that is being looked into waits for the rest

    @property
    def is_dear(self) -> bool:
        """Whether looking into the queue may take long."""
        return self._filling.dear

    @property
    def is_counted(self) -> bool:
        """Whether the queue was looked into, as far as that pays."""
        waiting = self._waiting
        if self.name == PROPOSALS:
            return True
        return waiting is not None and (
            self._filling.expand is None or not waiting or len(waiting) > FEW
        )

    def next(self, store: Store, tell: Tell) -> Item | None:
        """The next item; None when nothing is left but what was skipped."""
        self._reached = True
        while (subject := self._next_subject(store, tell)) is not None:
            if subject not in self._skipped and (item := self.item(store, subject)) is not None:
                return item
        return None

    def item(self, store: Store, subject: str) -> Item | None:
        """The item of a subject as it is now; None when there is nothing to decide any more."""
        try:
            return self._filling.make(store, subject)
        except UsageError:  # what it is about has gone
            return None

    def look_ahead(self, store: Store, tell: Tell) -> None:
        """Look into the queue before it is reached, so that what it holds is counted."""
        with self._looking:
            waiting = self._looked_into(store, tell)
            if self._filling.expand is None or len(waiting) > FEW:
                return
            found = [subject for one in waiting for subject in self._filling.expand(store, one)]
            known = {*self._subjects, *self._taken, *self._skipped}
            self._subjects.extend(
                subject
                for subject in found
                if subject not in known and self.item(store, subject) is not None
            )
            waiting.clear()

    def look_again(self) -> None:
        """Forget what was found, since decisions have changed what there is to ask."""
        with self._looking:
            if self._filling.dear and (self._waiting or self._subjects or not self._moved):
                return
            self._forget()

    def heed(self, actions: Collection[str]) -> None:
        """Take notice of what was done, by anybody; what was counted ahead may hold no more.

        Args:
            actions: The verbs of the journal's new entries.
        """
        if self._filling.heedless.issuperset(actions):
            return
        self._moved = True
        if not self._reached and not self._filling.dear:
            with self._looking:
                self._forget()

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
        waiting = self._waiting
        if waiting is None:
            return Left(None)
        number = len(waiting) + len(self._subjects) + len(self._skipped)
        return Left(number, exact=not waiting or self._filling.expand is None)

    def _looked_into(self, store: Store, tell: Tell) -> deque[int | str]:
        with self._looking:
            if self._waiting is None:
                self._moved = False
                self._waiting = deque(self._filling.candidates(store, tell))
            return self._waiting

    def _forget(self) -> None:
        self._waiting = None
        self._subjects.clear()
        self._taken.clear()

    def _next_subject(self, store: Store, tell: Tell) -> str | None:
        with self._looking:
            if not self._subjects:
                waiting, expand = self._looked_into(store, tell), self._filling.expand
                while waiting and not self._subjects:
                    one = waiting.popleft()
                    self._subjects.extend([str(one)] if expand is None else expand(store, one))
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


def _open_questions(store: Store, _: Tell) -> Sequence[int | str]:
    """Questions on which people contradict each other, and then the rest.

    Until those are done nothing is asked of the other proposals, however many there are.
    """
    return [*store.queues.disputed(), _REST]


def _proposals(store: Store, question: int | str) -> list[str]:
    found = store.queues.proposals(None if question == _REST else int(question))
    return [f"c{number}" for number in found]


def _pairs(store: Store, _: Tell) -> Sequence[str]:
    from claimtrack.workflows.explain import doubtful_within

    return [f"c{pair.a} c{pair.b}" for pair in doubtful_within(store)]


def _changed(store: Store, _: Tell) -> Sequence[int | str]:
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


def _disputed(store: Store, _: Tell) -> Sequence[int]:
    return store.queues.disputed()


_FILLINGS = {
    PROPOSALS: Filling(_open_questions, _proposals, items.proposal_item),
    PAIRS: Filling(_pairs, None, items.pair_item, heedless=_PAIRLESS, dear=True),
    CONFIRMATIONS: Filling(_changed, _suspicions, _suspicion),
    CONTESTED: Filling(_disputed, _as_question, items.question_item),
}
