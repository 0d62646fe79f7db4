"""Positions as they are laid out before revisions are looked for."""

from claimtrack.model.claims import Claim
from claimtrack.model.quantities import Quantity
from claimtrack.reconciling import reconcile


def test_a_figure_recalled_as_first_is_first_where_it_was_stated_too() -> None:
    """A wire gives two; its later text of the same day recalls them as said at first."""

    def said(number: int, count: int, who: str, cue: str | None = None) -> Claim:
        return Claim(
            id=f"c{number}",
            question="q1",
            kind="killed",
            claimants=(who,),
            quantity=Quantity(count, count),
            stated_at="2024-01-24",
            revision_cue=cue,
        )

    claims = [said(1, 2, "police"), said(2, 2, "police", "initial"), said(3, 1, "police")]
    (question,) = reconcile("e1", claims).questions
    assert [p.claim for p in question.positions if p.standing] == ["c3"]
