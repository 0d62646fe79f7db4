"""The review session; the package's own page tells how a face drives it.

What only a decision needs is imported when one is made, so that the first item is there sooner.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claimtrack.errors import UsageError
from claimtrack.model.journal import JournalEntry
from claimtrack.model.review import (
    NO_ANSWER,
    PROPOSALS,
    QUEUES,
    Answer,
    Batch,
    Item,
    Left,
    Progress,
    Told,
)
from claimtrack.store import open_store
from claimtrack.store.store import Store
from claimtrack.workflows.review.blinding import blinded
from claimtrack.workflows.review.lanes import Lane, lane_of


class ReviewSession:
    """One person's way through what is to be decided.

    Attributes:
        item: What is on screen, None when nothing is left.
        by: Who decides.
        blind: Whether scores and recommendations are hidden.
    """

    def __init__(
        self,
        location: str,
        *,
        by: str,
        queues: Sequence[str] = QUEUES,
        blind: bool = False,
    ) -> None:
        """Begin a session; the first item is there when this returns.

        Args:
            location: The database.
            by: Who decides, kept with every decision.
            queues: Which queues to work through, in this order.
            blind: Hide scores and recommendations, so that they sway nobody.

        Raises:
            UsageError: There is no such queue.
            DatabaseError: The database cannot be opened.
        """
        for name in queues:
            if name not in QUEUES:
                raise UsageError(f"There is no queue {name!r}.", f"Name {', '.join(QUEUES)}.")
        self.location, self.by, self.blind = location, by, blind
        self.item: Item | None = None
        self._lanes: list[Lane] = [lane_of(name) for name in queues]
        self._made: list[tuple[str, str, list[int]]] = []
        with open_store(location) as store:
            self._began = self._looked = self._heeded = store.journal.last()
            self._advance(store)

    @property
    def can_undo(self) -> bool:
        """Whether this session has made a decision that it can take back."""
        return bool(self._made)

    def do(self, action: str, answer: Answer = NO_ANSWER, *, with_dependents: bool = False) -> Told:
        """Do what one of the item's choices says.

        Args:
            action: A choice's action.
            answer: What the choice asks for.
            with_dependents: For ``undo``: also take back what rests on it.

        Returns:
            What became of it, for the person at the keyboard.

        Raises:
            UsageError: It cannot be done here, something needed is missing, or it contradicts an
                earlier decision. Nothing was recorded.
            InputError: An edit would break a rule of the record. Nothing was recorded.
        """
        if action == "undo":
            return self.undo(with_dependents=with_dependents)
        item = self._on_screen()
        if action not in {choice.action for choice in item.choices}:
            raise UsageError(
                f"{action!r} is nothing that can be done here.",
                f"Choose {', '.join(choice.spelled for choice in item.choices)}.",
            )
        if action == "skip":
            return self.skip()
        if action == "note":
            return self.note(answer.reason or "")
        return self._decide(item, action, answer)

    def skip(self) -> Told:
        """Leave the item for later; it comes back in the next session."""
        item = self._on_screen()
        self._lane(item.queue).skip(item.subject)
        with open_store(self.location) as store:
            self._advance(store)
        return Told(f"Skipped {item.subject}.", done=False)

    def note(self, text: str) -> Told:
        """Keep a remark on the item, which stays on screen.

        Args:
            text: The remark.

        Raises:
            UsageError: It is blank.
        """
        from claimtrack.workflows.review.acting import take_note

        item = self._on_screen()
        with open_store(self.location, write=True) as store:
            number = take_note(store, item, text, by=self.by)
        self._made.append((item.queue, item.subject, [number]))
        with open_store(self.location) as store:
            self._show_again(store, item)
        return Told(f"Noted on {item.subject}.")

    def undo(self, *, with_dependents: bool = False) -> Told:
        """Take back the last decision of this session; what it was about is shown again.

        Args:
            with_dependents: Also take back what others decided in view of it.

        Returns:
            What was taken back; or, undone, what rests on it.
        """
        from claimtrack.workflows.undo import undo_entries

        if not self._made:
            return Told(
                "This session has nothing left to undo; `claimtrack undo` goes further back.",
                done=False,
            )
        queue, subject, numbers = self._made[-1]
        try:
            undone = undo_entries(
                self.location, numbers, by=self.by, with_dependents=with_dependents
            )
        except UsageError as error:
            self._made.pop()  # somebody else took it back, so it is not to be tried again
            return Told(error.message, done=False)
        if undone.resting:
            count = len(undone.resting)
            what = "1 decision rests" if count == 1 else f"{count} decisions rest"
            return Told(f"{what} on it.", done=False, resting=undone.resting)
        self._made.pop()
        for lane in self._lanes:
            lane.look_again()
        with open_store(self.location) as store:
            if self.item is not None:
                self._lane(self.item.queue).again(self.item.subject)
            self._lane(queue).again(subject)
            self._advance(store, back=True)
        return Told(f"Took back: {_taken_back(undone.entries, numbers, subject)}.")

    def batch(self, above: float | None = None) -> Batch:
        """Proposals that could be accepted all at once, to be shown before.

        Args:
            above: Those of this confidence or more; None for those of the document that the
                proposal on screen stands in.

        Returns:
            The proposals.

        Raises:
            UsageError: No proposal is on screen, or it stands in no document.
        """
        from claimtrack.workflows.review.batches import batch_above, batch_of_document

        with open_store(self.location) as store:
            if above is not None:
                return batch_above(store, above)
            return batch_of_document(store, self._on_screen())

    def accept_batch(self, batch: Batch) -> Told:
        """Accept proposals all at once, journaled as such; one undo takes them all back.

        Args:
            batch: As shown and agreed to; what was decided on or edited meanwhile is left alone.
        """
        from claimtrack.workflows.review.batches import accept_batch

        with open_store(self.location, write=True) as store:
            accepted, made = accept_batch(store, batch, by=self.by)
        if made:
            at_hand = self.item.subject if self.item is not None else ""
            subject = at_hand if at_hand in accepted else accepted[0]
            self._made.append((PROPOSALS, subject, made))
        with open_store(self.location) as store:
            if self.item is not None:
                self._show_again(store, self.item)
        left_alone = len(batch.claims) - len(accepted)
        also = f"; {left_alone} were decided on meanwhile and left alone" if left_alone else ""
        return Told(f"Accepted {len(accepted)} proposals{also}.", done=bool(made))

    def explain(self) -> tuple[str, ...]:
        """Why the item is asked about, and what speaks for and against, in sentences."""
        from claimtrack.workflows.review.explaining import sentences

        item = self._on_screen()
        if self.blind:
            return ("This session is blind: scores and recommendations are hidden.",)
        with open_store(self.location) as store:
            return tuple(sentences(store, item))

    def progress(self) -> Progress:
        """How much is left, and who has done how much since the session began.

        The first time, and where decisions have changed what there is to ask, the queues that were
        not reached yet are looked into: a third of a second where there are 100,000 claims.
        """
        from claimtrack.workflows.taking_back import TAKING_BACK

        with open_store(self.location) as store:
            self._heed(store)
            left = {lane.name: self._left(store, lane) for lane in self._lanes}
            undone = store.journal.undone()
            by = Counter(
                entry.by
                for entry in store.journal.entries(after=self._began)
                if entry.action in TAKING_BACK and entry.number not in undone
            )
        done = sum(len(numbers) for _, _, numbers in self._made)
        return Progress(left, done, dict(by))

    def _decide(self, item: Item, action: str, answer: Answer) -> Told:
        from claimtrack.workflows.review.acting import act, decided_meanwhile

        with open_store(self.location, write=True) as store:
            current = self._now(store, item)
            meanwhile = decided_meanwhile(store, item, current)
            made = [] if meanwhile else act(store, item, action, answer, by=self.by)
        if made:
            self._made.append((item.queue, item.subject, made))
        with open_store(self.location) as store:
            if action == "edit" or meanwhile:
                self._show_again(store, item)
            else:
                self._advance(store)
        if meanwhile:
            return Told(f"{meanwhile} Yours was not recorded.", done=False)
        return Told(_DONE[action].format(item.subject))

    def _advance(self, store: Store, *, back: bool = False) -> None:
        """Put the next item on screen, of the first queue that has one.

        Where a queue has come to its end, and anybody has decided anything since it was looked
        into, all are looked into once more: a decision may bring up something new to ask.

        Args:
            store: The open database.
            back: Whether an item that was decided on is shown again.
        """
        item, before = self._next(store), self.item
        ended = item is None or (before is not None and item.queue != before.queue)
        if ended and not back and store.journal.last() != self._looked:
            self._looked = store.journal.last()
            self._heed(store)
            if item is not None:  # it was taken, and is not to get lost
                self._lane(item.queue).again(item.subject)
            for lane in self._lanes:
                lane.look_again()
            item = self._next(store)
        self.item = blinded(item) if item is not None and self.blind else item

    def _next(self, store: Store) -> Item | None:
        found = (lane.next(store) for lane in self._lanes)
        return next((item for item in found if item is not None), None)

    def _heed(self, store: Store) -> None:
        """Let the queues know what was done since they last heard of it."""
        last = store.journal.last()
        if last > self._heeded:
            done = {entry.action for entry in store.journal.entries(after=self._heeded)}
            self._heeded = last
            for lane in self._lanes:
                lane.heed(done)

    def _show_again(self, store: Store, item: Item) -> None:
        """Put the item on screen as it is now, or the next one when it is settled."""
        current = self._now(store, item)
        if current is None:
            self._advance(store)
        else:
            self.item = current

    def _now(self, store: Store, item: Item) -> Item | None:
        """An item as it would be shown now."""
        current = self._lane(item.queue).item(store, item.subject)
        return blinded(current) if current is not None and self.blind else current

    def _on_screen(self) -> Item:
        if self.item is None:
            raise UsageError("Nothing is left to decide.", "Undo, or leave.")
        return self.item

    def _left(self, store: Store, lane: Lane) -> Left:
        left = lane.left(store)
        shown = self.item is not None and self.item.queue == lane.name != PROPOSALS
        return replace(left, number=left.number + 1) if shown else left

    def _lane(self, name: str) -> Lane:
        return next(lane for lane in self._lanes if lane.name == name)


_DONE = {
    "accept": "Accepted {}.",
    "edit": "Edited {}; accept it as it is now, or edit further.",
    "reject": "Rejected {}.",
    "same": "{} are the same event.",
    "different": "{} are different events.",
    "unsure": "{}: nobody can tell.",
    "confirm": "Confirmed {}.",
    "refuse": "Refused {}.",
    "resolve": "Recorded a finding on {}.",
    "leave-open": "Left {} open.",
}
"""What is said of a decision once it is stored."""


def _taken_back(entries: Sequence[JournalEntry], made: Sequence[int], subject: str) -> str:
    """What was taken back, in a few words: a batch by its number, what rested on it one by one."""
    own = [entry for entry in entries if entry.number in made]
    others = [f"{entry.action} {entry.subject}" for entry in entries if entry.number not in made]
    what = subject if len(own) == 1 else f"of {len(own):,} claims"
    return "; ".join([f"{own[0].action} {what}", *others] if own else others)
