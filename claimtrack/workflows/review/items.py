"""Making what is on screen from what is stored; None for what is no longer to be decided."""

from collections.abc import Sequence

from claimtrack.errors import UsageError
from claimtrack.model.claims import Claim
from claimtrack.model.journal import JournalEntry
from claimtrack.model.records import to_record
from claimtrack.model.review import (
    CONFIRMATIONS,
    CONTESTED,
    NO_RECOMMENDATION,
    PAIRS,
    PROPOSALS,
    ClaimView,
    PairItem,
    ProposalItem,
    QuestionItem,
    Recommendation,
    RevisionItem,
    Rival,
)
from claimtrack.store.store import Store
from claimtrack.workflows.context import context_of
from claimtrack.workflows.explain import explain_within
from claimtrack.workflows.review.choices import CHOICES
from claimtrack.workflows.rivals import event_report, question_of, rivals

SURE = 0.9
"""Confidence from which a proposal that nobody contradicts is recommended: of ten such, reviewers
would reject one at most (the confidence of a rule is its measured precision)."""

RIVALS = 12
"""Positions of others shown beside a proposal; more do not fit on a screen."""

COMPARED = (
    "kind", "scope", "low", "high", "approximate", "vague", "basis", "statement", "claimants",
    "via", "place", "event_start", "event_end", "stated_at", "denies",
)  # fmt: skip
"""Fields of the record in which two claims are compared on screen."""


def proposal_item(store: Store, subject: str) -> ProposalItem | None:
    """A proposed claim with its rivals; None once it is decided on or withdrawn."""
    claim = store.claims.get(subject)
    if claim.status != "proposed" or claim.withdrawn is not None:
        return None
    report = event_report(store, claim.event, claim.question)
    question = question_of(report, claim.question)
    others = rivals(claim, question) if question else []
    return ProposalItem(
        queue=PROPOSALS,
        subject=subject,
        choices=CHOICES[PROPOSALS],
        recommendation=_recommended(claim, others, store.journal.standing(("edit",), subject)),
        notes=_notes(store, subject),
        view=view_of(store, claim),
        title=report.title if report else None,
        rivals=tuple(others[:RIVALS]),
        unshown=max(len(others) - RIVALS, 0),
    )


def pair_item(store: Store, subject: str) -> PairItem | None:
    """Two claims that may be of one event; None once somebody has judged them, or one is gone."""
    one, other = (store.claims.get(short_id) for short_id in subject.split())
    if not (_counts(one) and _counts(other)) or one.event == other.event:
        return None
    if any({j.a, j.b} == {one.id, other.id} for j in store.judgements.find(claim=one.id)):
        return None
    reckoning = explain_within(store, one.id or "", other.id or "")
    if reckoning.verdict is not None:
        return None
    return PairItem(
        queue=PAIRS,
        subject=subject,
        choices=CHOICES[PAIRS],
        notes=_notes(store, subject),
        one=view_of(store, one),
        other=view_of(store, other),
        differs=_differing(one, other),
        reckoning=reckoning,
    )


def revision_items(store: Store, question: str) -> list[RevisionItem]:
    """The changes of position on a question that no text tells of and nobody has looked at."""
    short_id, event, _, _ = store.events.question(question)
    found = question_of(event_report(store, event, short_id), short_id)
    if found is None or not found.revisions:
        return []
    looked_at = {e.subject for e in store.journal.standing(("confirm", "refuse"))}
    names = {position.source: position.body for position in found.positions}
    items = []
    for revision in found.revisions:
        subject = f"{revision.from_} {revision.to}"
        old, new = store.claims.get(revision.from_), store.claims.get(revision.to)
        told = new.revision_cue or old.revision_cue or old.superseded_by is not None
        if told or subject in looked_at:
            continue
        items.append(
            RevisionItem(
                queue=CONFIRMATIONS,
                subject=subject,
                choices=CHOICES[CONFIRMATIONS],
                notes=_notes(store, subject),
                name=names.get(revision.source, revision.source),
                old=view_of(store, old),
                new=view_of(store, new),
                revision=revision,
                differs=_differing(old, new),
            )
        )
    return items


def revision_item(store: Store, subject: str) -> RevisionItem | None:
    """One such change of position, by its two claims; None once somebody has looked at it."""
    question = store.claims.get(subject.split()[0]).question
    items = revision_items(store, question) if question else []
    return next((item for item in items if item.subject == subject), None)


def question_item(store: Store, subject: str) -> QuestionItem | None:
    """A contested question; None once it is resolved, agreed, or left open as it is."""
    try:
        short_id, event, _, _ = store.events.question(subject)
    except UsageError:
        return None
    report = event_report(store, event, short_id)
    question = question_of(report, short_id)
    if report is None or question is None or question.status != "contested":
        return None
    for entry in store.journal.standing(("leave-open",), subject=short_id):
        if set((entry.after or {}).get("inputs", ())) >= {p.claim for p in question.positions}:
            return None
    return QuestionItem(
        queue=CONTESTED,
        subject=short_id,
        choices=CHOICES[CONTESTED],
        notes=_notes(store, short_id),
        title=report.title,
        question=question,
    )


def view_of(store: Store, claim: Claim) -> ClaimView:
    """A claim with its quote in its context."""
    return ClaimView(claim, *context_of(store, claim))


def _recommended(
    claim: Claim, others: Sequence[Rival], edits: Sequence[JournalEntry]
) -> Recommendation:
    """Acceptance, where a person or a trustworthy rule made the claim and nobody says otherwise."""
    if any(rival.relation == "conflict" for rival in others):
        return NO_RECOMMENDATION
    if edits:  # the rule's precision says nothing of what a person changed
        return Recommendation("accept", f"{edits[0].by} edited it, and nobody contradicts it.")
    if claim.confidence is None or claim.confidence < SURE:
        return NO_RECOMMENDATION
    return Recommendation("accept", f"Its rule is right in {claim.confidence:.0%} of cases.")


def _notes(store: Store, subject: str) -> tuple[JournalEntry, ...]:
    return tuple(reversed(store.journal.standing(("note",), subject=subject)))


def _differing(one: Claim, other: Claim) -> frozenset[str]:
    a, b = to_record(one), to_record(other)
    return frozenset(name for name in COMPARED if a[name] != b[name])


def _counts(claim: Claim) -> bool:
    return claim.withdrawn is None and claim.status != "rejected"
