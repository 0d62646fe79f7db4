"""What others say on the question that a claim answers."""

from collections.abc import Sequence

from claimtrack.model.claims import Claim
from claimtrack.model.report import EventReport, Position, QuestionReport
from claimtrack.model.review import Rival
from claimtrack.model.selection import Selection
from claimtrack.model.told import Told
from claimtrack.reconciling import reconcile
from claimtrack.store import open_store
from claimtrack.store.store import Store
from claimtrack.workflows.refusals import refused_revisions

MANY = 500
"""Claims of an event above which only the question at hand is reconciled, to stay quick."""

_GRAVITY = ("conflict", "stale", "earlier", "later", "scope", "bound", "unlike", "own", None)


def rivals_of(location: str, short_id: str) -> tuple[Claim, str, Sequence[Rival]]:
    """A stored claim, its event in words, and what others say.

    Args:
        location: The database.
        short_id: The claim's ID.

    Returns:
        The claim, the event's title, and the other positions, those it contradicts first.
    """
    with open_store(location) as store:
        claim = store.claims.get(short_id)
        report = event_report(store, claim.event, claim.question)
        asked = question_of(report, claim.question)
        return claim, report.title if report else "", rivals(claim, asked) if asked else ()


def rivals(claim: Claim, question: QuestionReport) -> list[Rival]:
    """Other positions on a question, seen from one claim.

    Args:
        claim: One of the question's claims.
        question: Its report.

    Returns:
        The gravest differences first, then those who stand by what they said.
    """
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
    mine = [position for position in question.positions if position.claim == claim.id]
    others = [
        Rival(position, *(related.get(position.claim) or (_unrelated(position, mine), "")))
        for position in question.positions
        if position.claim != claim.id
    ]
    return sorted(others, key=lambda r: (_GRAVITY.index(r.relation), not r.position.standing))


def _unrelated(position: Position, mine: Sequence[Position]) -> str | None:
    """What a position is to one's own of which the report has nothing to say.

    It is silent on what a source said besides, on what is superseded, and on most pairs where there
    are hundreds of positions; so its silence alone is no agreement.
    """
    if any(position.source == own.source for own in mine):
        return "own"
    alike = any((position.low, position.high) == (own.low, own.high) for own in mine)
    return None if alike else "unlike"


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
    told = Told(
        bodies=store.sources.aliases(),
        parts=store.sources.parts(),
        places=store.places.aliases(),
        grades=store.sources.grades(),
        findings=store.findings.in_force([c.question for c in claims if c.question]),
        refused=refused_revisions(store),
    )
    return reconcile(event, claims, told=told)


def question_of(report: EventReport | None, short_id: str | None) -> QuestionReport | None:
    """One question of an event's report, None where the report has no such question."""
    questions = report.questions if report else ()
    return next((one for one in questions if one.id == short_id), None)
