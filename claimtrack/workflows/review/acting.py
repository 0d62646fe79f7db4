"""Carrying a decision out, and finding out whether somebody else was faster."""

from claimtrack.errors import UsageError
from claimtrack.model.dates import now
from claimtrack.model.fingerprints import fingerprint
from claimtrack.model.journal import JournalEntry
from claimtrack.model.review import (
    AliasItem,
    Answer,
    Item,
    PairItem,
    ProposalItem,
    QuestionItem,
    RevisionItem,
)
from claimtrack.store.store import Store
from claimtrack.workflows.decide import decide_within
from claimtrack.workflows.edit import edit_within
from claimtrack.workflows.judge import judge_within
from claimtrack.workflows.name import relate_within
from claimtrack.workflows.resolve import resolve_within


def decided_meanwhile(store: Store, shown: Item, current: Item | None) -> str | None:
    """Who decided on an item since it was shown, in a sentence.

    Args:
        store: The open database, in the transaction that would decide.
        shown: The item as it was on screen.
        current: The same as it is now; None when there is nothing to decide any more.

    Returns:
        What happened; None when nothing has that matters.
    """
    if current is not None and _same(shown, current):
        return None
    entry = _culprit(store, shown)
    if entry is None:
        return f"{shown.subject} is no longer as it was shown."
    return f"{shown.subject} was decided meanwhile by {entry.by}: {entry.action}."


def act(store: Store, item: Item, action: str, answer: Answer, *, by: str) -> list[int]:
    """Carry a decision out.

    Args:
        store: The open database, in a writing transaction.
        item: What is decided on.
        action: The action of one of its choices.
        answer: What was asked for.
        by: Who decides.

    Returns:
        The numbers of the journal's new entries, one at least.

    Raises:
        UsageError: Something needed is missing, or the decision contradicts an earlier one.
        InputError: An edit would break a rule of the record.
    """
    if isinstance(item, ProposalItem):
        return _on_proposal(store, item, action, answer, by)
    if isinstance(item, PairItem):
        a, b = item.subject.split()
        return list(judge_within(store, action, a, b, by=by, note=answer.reason).entries)
    if isinstance(item, RevisionItem | AliasItem):
        return [_on_suspicion(store, item, action, answer, by)]
    assert isinstance(item, QuestionItem)
    return [_on_question(store, item, action, answer, by)]


def take_note(store: Store, item: Item, text: str, *, by: str) -> int:
    """Keep a remark on an item.

    Args:
        store: The open database, in a writing transaction.
        item: What it is about.
        text: The remark.
        by: Whose it is.

    Returns:
        The number of the journal's entry.

    Raises:
        UsageError: The remark is blank.
    """
    if not text.strip():
        raise UsageError("The note is blank.", "Type it behind the prompt.")
    return store.journal.add(JournalEntry("note", by, now(), item.subject, note=text.strip()))


def _on_proposal(
    store: Store, item: ProposalItem, action: str, answer: Answer, by: str
) -> list[int]:
    if action == "edit":
        changes = dict(answer.changes)
        return [edit_within(store, item.subject, changes, by=by, note=answer.reason)]
    status = {"accept": "accepted", "reject": "rejected"}[action]
    return decide_within(store, [item.subject], status, by=by, because=answer.reason)


def _on_suspicion(
    store: Store, item: RevisionItem | AliasItem, action: str, answer: Answer, by: str
) -> int:
    if isinstance(item, AliasItem) and action == "confirm":
        return relate_within(store, item.one, item.relation, item.other, by=by, note=answer.reason)
    before = after = None
    if isinstance(item, RevisionItem) and action == "confirm":
        old, new = item.subject.split()
        before = {"superseded_by": store.claims.get(old).superseded_by}
        after = {"superseded_by": new}
        store.claims.supersede(old, new)
    entry = JournalEntry(action, by, now(), item.subject, before, after, answer.reason)
    return store.journal.add(entry)


def _on_question(store: Store, item: QuestionItem, action: str, answer: Answer, by: str) -> int:
    if action == "leave-open":
        claims = list(dict.fromkeys(position.claim for position in item.question.positions))
        entry = JournalEntry(
            action, by, now(), item.subject, after={"inputs": claims}, note=answer.reason
        )
        return store.journal.add(entry)
    quantity = None
    if answer.value:
        from claimtrack.reading.phrase import quantity_in

        quantity = quantity_in(answer.value)
        if quantity is None:
            raise UsageError(
                f"{answer.value!r} holds no figure that is clear by itself.",
                'Give a number or words such as "at least 12".',
            )
    _, number = resolve_within(
        store,
        item.subject,
        quantity=quantity,
        verdict=answer.verdict,
        because=answer.reason or "",
        by=by,
    )
    return number


def _same(shown: Item, current: Item) -> bool:
    """Whether what was decided on is still what was shown; who is grouped with it may change."""
    if isinstance(shown, ProposalItem) and isinstance(current, ProposalItem):
        return fingerprint(shown.view.claim) == fingerprint(current.view.claim)
    if isinstance(shown, QuestionItem) and isinstance(current, QuestionItem):
        return shown.question.positions == current.question.positions
    return True


def _culprit(store: Store, shown: Item) -> JournalEntry | None:
    """The newest decision on an item that stands."""
    if isinstance(shown, PairItem):
        claims = set(shown.subject.split())
        for judgement in store.judgements.find(claim=shown.one.claim.id):
            if {judgement.a, judgement.b} == claims:
                found = store.journal.entries(1, subject=judgement.id)
                return next(iter(found), None)
    subjects = [shown.subject, *shown.subject.split()]
    entries = [e for subject in subjects for e in store.journal.entries(1, subject=subject)]
    return max(entries, key=lambda entry: entry.number or 0, default=None)
