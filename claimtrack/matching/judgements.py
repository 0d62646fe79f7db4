"""What humans said about pairs of claims, and what follows from it.

``same`` runs on: what is the same as the same is the same. ``different`` holds between everything
the two are the same as. ``unsure`` says nothing about the grouping. A judgement that would make two
claims both the same and different is refused, with the chain that makes it so.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import pairwise

from claimtrack.errors import UsageError
from claimtrack.model.grouping import Judgement


class Verdicts:
    """The judgements on claims, as groups that must hold together and pairs kept apart.

    Args:
        judgements: Those that stand, in any order.

    Raises:
        UsageError: They contradict each other.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._linked: dict[int, set[int]] = {}
        self._parted: dict[int, set[int]] = {}
        for judgement in sorted(judgements, key=lambda j: (j.verdict != "same", j.a, j.b)):
            self.check(judgement)
            self._add(judgement)

    def check(self, new: Judgement) -> None:
        """Refuse a judgement that contradicts those that stand.

        Args:
            new: The judgement that somebody wants to make.

        Raises:
            UsageError: It joins a claim with itself, or it contradicts; the message shows the
                chain, the hint says what to withdraw.
        """
        if new.a == new.b:
            raise UsageError(
                f"c{new.a} is named twice.", "Name two claims to say whether they are one event."
            )
        if new.verdict == "different" and (chain := self._path(new.a, new.b)):
            self._refuse(new, [f"c{a} same c{b}" for a, b in pairwise(chain)])
        if new.verdict == "same":
            for one in sorted(self.same_as(new.a)):
                for other in sorted(self._parted.get(one, set()) & self.same_as(new.b)):
                    left, right = self._path(new.a, one), self._path(other, new.b)
                    said = [f"c{a} same c{b}" for a, b in pairwise(left)]
                    said.append(f"c{min(one, other)} different c{max(one, other)}")
                    said += [f"c{a} same c{b}" for a, b in pairwise(right)]
                    self._refuse(new, said)

    def same_as(self, claim: int) -> set[int]:
        """Every claim that is the same as this one, itself included."""
        seen, waiting = {claim}, [claim]
        while waiting:
            for other in self._linked.get(waiting.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return seen

    def groups(self) -> list[list[int]]:
        """The claims that must hold together, each group sorted."""
        found, seen = [], set[int]()
        for claim in sorted(self._linked):
            if claim not in seen:
                group = self.same_as(claim)
                seen |= group
                found.append(sorted(group))
        return found

    def parted(self) -> set[tuple[int, int]]:
        """Pairs that must stay apart, smaller first, with all that follows from ``same``."""
        return {
            (min(one, other), max(one, other))
            for a, others in self._parted.items()
            for b in others
            for one in self.same_as(a)
            for other in self.same_as(b)
        }

    def verdict(self, a: int, b: int) -> str | None:
        """``same`` or ``different`` where that was said or follows, else None."""
        group = self.same_as(a)
        if b in group:
            return "same"
        others = self.same_as(b)
        return "different" if any(self._parted.get(one, set()) & others for one in group) else None

    def _add(self, judgement: Judgement) -> None:
        kept = {"same": self._linked, "different": self._parted}.get(judgement.verdict)
        if kept is not None:
            kept.setdefault(judgement.a, set()).add(judgement.b)
            kept.setdefault(judgement.b, set()).add(judgement.a)

    def _path(self, start: int, goal: int) -> list[int]:
        """The shortest chain of ``same`` from one claim to another; empty when there is none."""
        before: dict[int, int | None] = {start: None}
        waiting = deque([start])
        while waiting:
            claim = waiting.popleft()
            if claim == goal:
                chain = []
                step: int | None = claim
                while step is not None:
                    chain.append(step)
                    step = before[step]
                return chain[::-1]
            for other in sorted(self._linked.get(claim, ())):
                if other not in before:
                    before[other] = claim
                    waiting.append(other)
        return []

    @staticmethod
    def _refuse(new: Judgement, said: Sequence[str]) -> None:
        raise UsageError(
            f"c{new.a} {new.verdict} c{new.b} contradicts {', '.join(said)}.",
            f"Withdraw one of them first: {' or '.join(said)}.",
        )


def check_judgement(new: Judgement, standing: Iterable[Judgement]) -> None:
    """Refuse a new judgement that contradicts those that stand.

    Args:
        new: The judgement that somebody wants to make.
        standing: Those in force.

    Raises:
        UsageError: It contradicts them; the message shows the chain.
    """
    Verdicts(standing).check(new)
