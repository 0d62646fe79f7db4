"""What waits for a person's decision, found by the database itself.

Only numbers are read here, so that a hundred thousand proposals cost one statement and a few bytes
each. How far apart figures are is measured by the gap that certainly is between them: the largest
lower bound over the smallest upper bound, one added to each so that zero counts. It is a ratio, so
that 1 against 2 weighs as much as 100 against 200; vague words and denials make no gap.
"""

from collections.abc import Sequence

from sqlalchemy import Connection

from claimtrack.model.grouping import Doubt
from claimtrack.store.connection import raw

_GAP = """
(max(CASE WHEN NOT vague AND NOT denies THEN coalesce(low, high) END) + 1.0)
/ (min(CASE WHEN NOT vague AND NOT denies THEN coalesce(high, low) END) + 1.0)
"""

_DISPUTED = f"""
SELECT question_id FROM claim
WHERE withdrawn_at IS NULL AND status != 'rejected' AND question_id IS NOT NULL
GROUP BY question_id
HAVING count(*) > 1 AND ({_GAP} > 1 OR min(denies) != max(denies))
ORDER BY coalesce({_GAP}, 1) DESC, count(*) DESC, question_id
"""

_PROPOSED_ON = """
SELECT id FROM claim WHERE question_id = ? AND status = 'proposed' AND withdrawn_at IS NULL
ORDER BY coalesce(confidence, 0), id
"""

_PROPOSED = """
SELECT id FROM claim WHERE status = 'proposed' AND withdrawn_at IS NULL
ORDER BY coalesce(confidence, 0), id
"""

_CHANGED = f"""
SELECT question_id FROM (
    SELECT question_id, {_GAP} AS apart
    FROM claim JOIN claim_source ON claim_id = claim.id AND role = 'claimant'
    WHERE withdrawn_at IS NULL AND status != 'rejected' AND question_id IS NOT NULL
    GROUP BY question_id, source_id
    HAVING count(*) > 1 AND ({_GAP} > 1 OR min(denies) != max(denies))
)
GROUP BY question_id ORDER BY coalesce(max(apart), 1) DESC, question_id
"""

_DOUBTFUL = """
SELECT claim_a, claim_b, max(likely) AS likely FROM doubt
JOIN claim AS one ON one.id = claim_a JOIN claim AS other ON other.id = claim_b
WHERE one.event_id != other.event_id
AND one.withdrawn_at IS NULL AND one.status != 'rejected'
AND other.withdrawn_at IS NULL AND other.status != 'rejected'
AND NOT EXISTS (
    SELECT 1 FROM judgement WHERE judgement.withdrawn_at IS NULL
    AND ((judgement.claim_a = doubt.claim_a AND judgement.claim_b = doubt.claim_b)
    OR (judgement.claim_a = doubt.claim_b AND judgement.claim_b = doubt.claim_a))
)
GROUP BY min(one.event_id, other.event_id), max(one.event_id, other.event_id)
ORDER BY abs(max(likely) - 500), claim_a, claim_b
"""


class Queues:
    """The decisions that an open database waits for, the most consequential first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def proposals(self, question: int | None = None) -> Sequence[int]:
        """The numbers of the proposed claims, those of the least confidence first.

        Args:
            question: Only those on the question of this number.
        """
        if question is None:
            return self._numbers(_PROPOSED)
        rows = raw(self._connection).execute(_PROPOSED_ON, (question,))
        return [row[0] for row in rows]

    def proposed(self) -> int:
        """How many claims are proposed and neither decided on nor withdrawn."""
        return self._numbers(
            "SELECT count(*) FROM claim WHERE status = 'proposed' AND withdrawn_at IS NULL"
        )[0]

    def disputed(self) -> Sequence[int]:
        """The numbers of the questions whose claims cannot all be true, going by their figures.

        Returns:
            Those whose figures lie furthest apart first; whether they are contested once scope,
            place and window are compared is for reconciling to say.
        """
        return self._numbers(_DISPUTED)

    def changed(self) -> Sequence[int]:
        """The numbers of the questions on which some source gave figures that differ.

        Returns:
            Those whose figures lie furthest apart first.
        """
        return self._numbers(_CHANGED)

    def doubtful(self) -> list[Doubt]:
        """Pairs of claims that may be of one event and are in two, nearest to even odds first.

        Of the pairs between two events it is the likeliest that nobody judged.
        """
        return list(map(Doubt._make, raw(self._connection).execute(_DOUBTFUL)))

    def by_rule(self) -> dict[str, tuple[int, int]]:
        """How much each rule has proposed: all that stands, and what is still to be decided on."""
        rows = raw(self._connection).execute(
            """SELECT rule, count(*), sum(status = 'proposed') FROM claim
               WHERE rule IS NOT NULL AND withdrawn_at IS NULL GROUP BY rule"""
        )
        return {rule: (proposed, waiting) for rule, proposed, waiting in rows}

    def _numbers(self, statement: str) -> list[int]:
        return [row[0] for row in raw(self._connection).execute(statement)]
