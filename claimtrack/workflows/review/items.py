"""Making what is on screen from what is stored; None for what is no longer to be decided."""

from collections.abc import Sequence

from claimtrack.errors import UsageError
from claimtrack.model.claims import Claim
from claimtrack.model.journal import JournalEntry
from claimtrack.model.records import to_record
from claimtrack.model.report import EventReport, QuestionReport
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
from claimtrack.model.selection import Selection
from claimtrack.reconciling import reconcile
from claimtrack.store.store import Store
from claimtrack.workflows.context import context_of
from claimtrack.workflows.explain import explain_within
from claimtrack.workflows.review.choices import CHOICES

SURE = 0.9
"""Confidence from which a proposal that nobody contradicts is recommended: of ten such, reviewers
would reject one at most (the confidence of a rule is its measured precision)."""

RIVALS = 12
"""Positions of others shown beside a proposal; more do not fit on a screen."""

MANY = 500
"""Claims of an event above which only the question at hand is reconciled, to stay quick."""

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
    question = _question(report, claim.question)
    rivals = _rivals(claim, question) if question else []
    return ProposalItem(
        queue=PROPOSALS,
        subject=subject,
        choices=CHOICES[PROPOSALS],
        recommendation=_recommended(claim, rivals),
        notes=_notes(store, subject),
        view=view_of(store, claim),
        title=report.title if report else None,
        rivals=tuple(rivals[:RIVALS]),
        unshown=max(len(rivals) - RIVALS, 0),
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
    found = _question(event_report(store, event, short_id), short_id)
    if found is None or not found.revisions:
        return []
    looked_at = {e.subject for e in store.journal.standing(("confirm", "refuse"))}
    names = {position.source: position.name for position in found.positions}
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
    question = _question(report, short_id)
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


def event_report(store: Store, event: str | None, question: str | None) -> EventReport | None:
    """The report of an event, or of the one question where the event is large.

    Args:
        store: The open database.
        event: Its ID.
        question: The question at hand.

    Returns:
        The report; None where there is nothing left to report on.
    """
    if event is None:
        return None
    chosen = Selection(event=event)
    if store.claims.count(chosen) > MANY:
        chosen = Selection(question=question, limit=MANY)
    claims = [claim for claim in store.claims.find(chosen) if claim.status != "rejected"]
    if not claims:
        return None
    return reconcile(
        event,
        claims,
        bodies=store.sources.aliases(),
        grades=store.sources.grades(),
        findings=store.findings.in_force([c.question for c in claims if c.question]),
    )


def view_of(store: Store, claim: Claim) -> ClaimView:
    """A claim with its quote in its context."""
    return ClaimView(claim, *context_of(store, claim))


def _question(report: EventReport | None, short_id: str | None) -> QuestionReport | None:
    questions = report.questions if report else ()
    return next((one for one in questions if one.id == short_id), None)


def _rivals(claim: Claim, question: QuestionReport) -> list[Rival]:
    """What others say on the question, the gravest first, then those who stand by theirs."""
    related: dict[str, tuple[str, str]] = {}
    for revision in question.revisions:
        if claim.id == revision.from_:
            related[revision.to] = ("later", revision.reason)
        elif claim.id == revision.to:
            related[revision.from_] = ("earlier", revision.reason)
    for found in reversed(question.discrepancies):
        if claim.id in found.claims:
            other = next(one for one in found.claims if one != claim.id)
            related[other] = (found.type, found.reason)
    rivals = [
        Rival(position, *related.get(position.claim, (None, "")))
        for position in question.positions
        if position.claim != claim.id
    ]
    return sorted(rivals, key=lambda r: (_GRAVITY.index(r.relation), not r.position.standing))


_GRAVITY = ("conflict", "stale", "earlier", "later", "scope", "bound", None)


def _recommended(claim: Claim, rivals: Sequence[Rival]) -> Recommendation:
    """Acceptance, where the rule is trustworthy and nobody says otherwise."""
    sure = claim.confidence is not None and claim.confidence >= SURE
    if not sure or any(rival.relation == "conflict" for rival in rivals):
        return NO_RECOMMENDATION
    return Recommendation("accept", f"Its rule is right in {claim.confidence:.0%} of cases.")


def _notes(store: Store, subject: str) -> tuple[JournalEntry, ...]:
    return tuple(reversed(store.journal.standing(("note",), subject=subject)))


def _differing(one: Claim, other: Claim) -> frozenset[str]:
    a, b = to_record(one), to_record(other)
    return frozenset(name for name in COMPARED if a[name] != b[name])


def _counts(claim: Claim) -> bool:
    return claim.withdrawn is None and claim.status != "rejected"
