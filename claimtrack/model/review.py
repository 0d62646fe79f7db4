"""What a reviewer is shown and what can be answered; both faces of a review draw these."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from claimtrack.model.claims import Claim
from claimtrack.model.explanation import Explanation
from claimtrack.model.journal import JournalEntry
from claimtrack.model.report import Position, QuestionReport, Revision

PROPOSALS, PAIRS, CONFIRMATIONS, CONTESTED = "proposals", "pairs", "confirmations", "contested"
QUEUES = (PROPOSALS, PAIRS, CONFIRMATIONS, CONTESTED)
"""The queues, in the order in which they are worked: what a claim says is settled before what it
is compared with, and questions come last, since a finding weighs all that."""

PATIENCE = 0.7
"""Seconds of waiting after which the full screen says so: within one a person's thought is not
interrupted (Nielsen 1993, Usability Engineering, response times)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be done with what is on screen.

    Attributes:
        key: The letter that does it, exactly.
        label: What it does, in words that contain the letter, or start with another.
        action: Its name for `ReviewSession.decide`, or one of the session's own verbs.
        asks: What has to be asked first: ``reason``, ``fields``, ``finding``, ``note``; None when
            the key alone does it.
    """

    key: str
    label: str
    action: str
    asks: str | None = None

    @property
    def spelled(self) -> str:
        """The label with its key marked: ``[a]ccept``, ``[t] note``."""
        before, found, after = self.label.partition(self.key)
        return f"{before}[{self.key}]{after}" if found else f"[{self.key}] {self.label}"


def distinct(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices, when no two of them share a key.

    Raises:
        ValueError: Two do.
    """
    kept = tuple(choices)
    for key, times in Counter(choice.key for choice in kept).items():
        if times > 1:
            clashing = ", ".join(choice.label for choice in kept if choice.key == key)
            raise ValueError(f"the key {key!r} stands for several choices: {clashing}")
    return kept


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What the program would do, if it is sure enough to say so.

    Attributes:
        action: The action that Enter takes; None where Enter does nothing.
        because: Why, in a sentence; empty without an action.
    """

    action: str | None = None
    because: str = ""

    @property
    def strong(self) -> bool:
        """Whether Enter has an action."""
        return self.action is not None


NO_RECOMMENDATION = Recommendation()


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its quote in its context.

    Attributes:
        claim: The claim; its ``inherited`` names the fields that only its context states.
        before: The text that stands before the quote, where the text is known.
        after: The text that stands after it.
    """

    claim: Claim
    before: str = ""
    after: str = ""

    @property
    def quote(self) -> str:
        """The verbatim quote; empty where the claim has none."""
        return self.claim.passage.quote if self.claim.passage else ""


@dataclass(frozen=True, slots=True)
class Rival:
    """Another position on the question that a claim answers.

    Attributes:
        position: Who says what, and whether it still stands.
        relation: ``conflict``, ``stale``, ``scope`` or ``bound``; ``earlier``, ``later`` or ``own``
            for the same source's own; ``unlike`` where the figures differ and the report says no
            more; None where the two agree.
        reason: Why, in a sentence; empty where they agree.
    """

    position: Position
    relation: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to decide.

    Attributes:
        queue: One of `QUEUES`.
        subject: What it is about: ``c17``, ``c3 c9``, ``q5``, ``hashed popular-forces``.
        choices: What can be done, in the order to show them; keys are distinct.
        recommendation: What Enter does, if anything.
        notes: Remarks that reviewers left on it, oldest first.
    """

    queue: str
    subject: str
    choices: tuple[Choice, ...]
    recommendation: Recommendation = NO_RECOMMENDATION
    notes: tuple[JournalEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalItem(Item):
    """A proposed claim, with what others say on the question it answers.

    Attributes:
        view: The claim in its context.
        title: Its event, in words; None while it is in none.
        rivals: Other positions, those it contradicts first; at most a screenful.
        unshown: How many more there are.
    """

    view: ClaimView
    title: str | None = None
    rivals: tuple[Rival, ...] = ()
    unshown: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PairItem(Item):
    """Two claims of different events that may speak of one.

    Attributes:
        one: The claim recorded first.
        other: The other.
        differs: Names of the record's fields in which the two differ.
        reckoning: The features for and against; None in a blind session.
    """

    one: ClaimView
    other: ClaimView
    differs: frozenset[str] = frozenset()
    reckoning: Explanation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionItem(Item):
    """A change of position that no text tells of; only the order of time suggests it.

    Attributes:
        name: The source, by name.
        old: What it said.
        new: What it said later.
        revision: How the report would tell the change.
        differs: Names of the record's fields in which the two differ.
    """

    name: str
    old: ClaimView
    new: ClaimView
    revision: Revision
    differs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasItem(Item):
    """Two names that may be one source.

    Attributes:
        one: The slug that would become another name of the other.
        other: The other's slug.
        names: Both names, verbatim.
        claims: How many claims each makes.
        relation: What the one would be to the other: ``alias``, ``speaks-for``.
        because: What suggests it, in a sentence.
        score: How alike the two are, 0 to 1; None in a blind session.
    """

    one: str
    other: str
    names: tuple[str, str]
    claims: tuple[int, int]
    relation: str
    because: str
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionItem(Item):
    """A contested question, as the report has it.

    Attributes:
        title: Its event, in words.
        question: Its positions, discrepancies and revisions.
    """

    title: str
    question: QuestionReport


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked for before an action.

    Attributes:
        reason: Why; a rejection and a finding need it.
        changes: Field of the claim record → its new value, for ``edit``.
        value: The figure found, in words or digits.
        verdict: The finding in words, where no number fits.
    """

    reason: str | None = None
    changes: Mapping[str, Any] = field(default_factory=dict)
    value: str | None = None
    verdict: str | None = None


NO_ANSWER = Answer()


@dataclass(frozen=True, slots=True)
class Batch:
    """Proposals to be accepted all at once.

    Attributes:
        rule: What they have in common, in words; kept in the journal.
        claims: The proposals as they were shown.
    """

    rule: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What became of an action.

    Attributes:
        message: In a sentence or two, for the person at the keyboard.
        done: Whether something was recorded.
        resting: Decisions that rest on what was to be undone; nothing was undone then.
    """

    message: str
    done: bool = True
    resting: Sequence[JournalEntry] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """How much of a queue is left.

    Attributes:
        number: How many.
        exact: Whether exactly so many; else at most.
    """

    number: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a review is.

    Attributes:
        left: Queue → what is left of it.
        done: How many decisions this session has made and not undone, each claim of a batch one.
        by: Person → decisions since the session began, on this database.
    """

    left: Mapping[str, Left]
    done: int
    by: Mapping[str, int]
