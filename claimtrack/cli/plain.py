"""The review as line prompts: for any terminal, for screen readers, for pipes and scripts."""

from collections.abc import Sequence

from claimtrack.cli.output import in_color, in_unicode, width, write_lines
from claimtrack.errors import ClaimtrackError, InputError
from claimtrack.model.records import to_record
from claimtrack.model.review import Answer, Choice, Item, ProposalItem, Told
from claimtrack.render.layout import clean, wrap
from claimtrack.render.paper import Paper
from claimtrack.render.review import (
    batch_lines,
    choice_lines,
    end_line,
    help_lines,
    item_lines,
    progress_line,
)
from claimtrack.workflows.review import ReviewSession

YES, NO = "y", "n"


class PlainReview:
    """Asks one item after the other, until nothing is left, ``q``, or the end of the input.

    A letter is followed by Enter. What is no key of the item does nothing but name the keys.
    """

    def __init__(self, session: ReviewSession) -> None:
        """Take a session.

        Args:
            session: The session to drive.
        """
        self._session = session
        self._paper = Paper(width(), in_color(), in_unicode())
        self._shown: Item | None = None

    def run(self) -> None:
        """Ask until there is nothing to ask any more."""
        self._progress()
        try:
            while self._session.item is not None or self._session.can_undo:
                if not self._turn(self._session.item):
                    break
        except EOFError:
            self._say("")
        self._progress()

    def _turn(self, item: Item | None) -> bool:
        """Ask once; says whether to go on."""
        if item is None:
            return self._at_the_end()
        if item is not self._shown:
            write_lines(["", *item_lines(item, self._paper), "", *choice_lines(item, self._paper)])
            self._shown = item
        key = input("> ")
        chosen = next((choice for choice in item.choices if choice.key == key), None)
        if key == "" and item.recommendation.strong:
            chosen = next(c for c in item.choices if c.action == item.recommendation.action)
        if chosen is None:
            what = "Enter alone does nothing here." if key == "" else f"{key!r} does nothing here."
            self._say(what)
            write_lines(choice_lines(item, self._paper))
            return True
        if chosen.action == "leave":
            return False
        self._do(item, chosen)
        return True

    def _at_the_end(self) -> bool:
        """Nothing is left but to take something back, or to leave."""
        key = input(f"{end_line(self._session.progress())} [u]ndo, or [q] leave > ")
        if key == "u":
            self._undo()
        return key != "q"

    def _do(self, item: Item, chosen: Choice) -> None:
        try:
            if chosen.action == "help":
                write_lines(help_lines(item.choices, self._paper))
                self._progress()
            elif chosen.action == "explain":
                for sentence in self._session.explain():
                    self._say(sentence)
            elif chosen.action == "undo":
                self._undo()
            elif chosen.action == "batch":
                self._batch()
            else:
                self._say(self._session.do(chosen.action, self._asked(item, chosen)).message)
        except ClaimtrackError as error:
            problems = error.problems if isinstance(error, InputError) else ()
            for sentence in (error.message, *map(str, problems), error.hint):
                self._say(sentence)

    def _asked(self, item: Item, chosen: Choice) -> Answer:
        """What has to be asked before an action."""
        if chosen.asks == "reason":
            return Answer(reason=input("Why? "))
        if chosen.asks == "note":
            return Answer(reason=input("Note: ") or None)
        if chosen.asks == "finding":
            value = input("The figure found, such as 12 or at least 12 (Enter for none): ")
            verdict = input("The finding in words (Enter for none): ")
            return Answer(input("Why? "), value=value or None, verdict=verdict or None)
        if chosen.asks == "fields" and isinstance(item, ProposalItem):
            from claimtrack.cli.form import EMPTY, ask
            from claimtrack.workflows.form import EDITED

            self._say(f"Enter keeps a field, {EMPTY} empties it, a name with ? is looked up.")
            record = to_record(item.view.claim)
            location = self._session.location
            changes = ask(location, record, EDITED, lambda question: input(f"{question}: "))
            return Answer(changes=changes)
        return Answer()

    def _undo(self) -> None:
        told = self._session.undo()
        if told.resting and self._agreed(told):
            told = self._session.undo(with_dependents=True)
        self._say(told.message)

    def _agreed(self, told: Told) -> bool:
        for sentence in (told.message, *map(str, told.resting)):
            self._say(sentence)
        return input("Take these back too? [y]es, [n]o > ") == YES

    def _batch(self) -> None:
        what = input("Those of this [d]ocument, or those of a confidence such as 0.95 or more? > ")
        if what == "d":
            batch = self._session.batch()
        else:
            try:
                batch = self._session.batch(above=float(what))
            except ValueError:
                self._say("Nothing was accepted; answer d, or a number from 0 to 1.")
                return
        write_lines(batch_lines(batch, self._paper))
        if batch.claims and input(f"Accept all {len(batch.claims):,}? [y]es, [n]o > ") == YES:
            self._say(self._session.accept_batch(batch).message)
        else:
            self._say("Nothing was accepted.")

    def _progress(self) -> None:
        self._say(progress_line(self._session.progress()))

    def _say(self, text: str) -> None:
        write_lines(wrap(clean(text, unicode=self._paper.unicode), self._paper.width))


def run_plain(location: str, *, by: str, queues: Sequence[str], blind: bool) -> None:
    """Review by line prompts.

    Args:
        location: The database.
        by: Who decides.
        queues: Which queues, in order.
        blind: Hide scores and recommendations.
    """
    PlainReview(ReviewSession(location, by=by, queues=queues, blind=blind)).run()
