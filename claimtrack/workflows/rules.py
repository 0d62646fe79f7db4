"""What each rule proposed, and what became of it."""

from dataclasses import dataclass

from claimtrack.reading.confidence import CONFIDENCE, UNMEASURED, learned
from claimtrack.store import open_store
from claimtrack.workflows.decide import verdicts_by_rule


@dataclass(frozen=True, slots=True)
class RuleTally:
    """A rule and what reviewers made of its proposals.

    Attributes:
        rule: Its name.
        proposed: How many claims that stand it has proposed.
        accepted: How many of them were accepted as they were.
        corrected: How many were accepted after an edit; they count against the rule.
        rejected: How many were rejected.
        waiting: How many are still proposals.
        confidence: What its next proposal would carry, 0 to 1.
    """

    rule: str
    proposed: int
    accepted: int
    corrected: int
    rejected: int
    waiting: int
    confidence: float


def rules_of(location: str) -> list[RuleTally]:
    """Every rule that has proposed something in a database.

    Args:
        location: The database.

    Returns:
        The busiest first.

    Raises:
        DatabaseError: The database cannot be opened.
    """
    with open_store(location) as store:
        verdicts, counts = verdicts_by_rule(store), store.queues.by_rule()
    tallies = []
    for rule, (proposed, waiting) in counts.items():
        verdict = verdicts.get(rule)
        told = (verdict.accepted, verdict.corrected, verdict.rejected) if verdict else (0, 0, 0)
        measured = CONFIDENCE.get(rule, UNMEASURED)
        confidence = learned(measured, told[0], told[1] + told[2])
        tallies.append(RuleTally(rule, proposed, *told, waiting, confidence))
    return sorted(tallies, key=lambda tally: (-tally.proposed, tally.rule))
