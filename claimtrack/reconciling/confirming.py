"""How many independent origins stand by the figure of one claim.

Only others who say the same confirm it (Admiralty code, NATO: 1 is confirmed by other independent
sources); that somebody speaks on the same question is not enough.
"""

from collections.abc import Sequence

from claimtrack.model.claims import Claim
from claimtrack.model.told import NOTHING, Told
from claimtrack.reconciling import positions, revisions
from claimtrack.reconciling.bodies import Bodies
from claimtrack.reconciling.comparability import Frame
from claimtrack.reconciling.folding import fold_words
from claimtrack.reconciling.ground import settle
from claimtrack.reconciling.origins import Origins
from claimtrack.reconciling.positions import Held

CONFIRMED = 1
"""The credibility of what other sources confirm."""

CONFIRMING = 2
"""Independent origins that confirm one another, at least."""


def origins_beside(short_id: str, claims: Sequence[Claim], told: Told = NOTHING) -> int:
    """Count the independent origins of what one claim says.

    Args:
        short_id: The claim.
        claims: The claims of its event, itself among them.
        told: What people have told of its sources, places and revisions.

    Returns:
        How many stand by the same figure for the same place, window and basis, or by the same
        words; 0 where its own source stands by it no more.
    """
    question = next(claim.question for claim in claims if claim.id == short_id)
    who = Bodies(claims, told.bodies, told.parts)
    frame = Frame(claims, who, told.places)
    held = positions.take([claim for claim in claims if claim.question == question], who, frame)
    settle(held, frame.places)
    revisions.trace(held, told.refused, frame.places)
    return origins_of(short_id, held)


def origins_of(short_id: str, held: Sequence[Held]) -> int:
    """The same, of the positions of its question, after `revisions.trace`."""
    own = {_said(one) for one in held if one.id == short_id and one.standing}
    return Origins(held).of([one for one in held if one.standing and _said(one) in own])


def _said(held: Held) -> tuple[object, ...]:
    """What two positions have in common that say the same."""
    if held.numeric:
        return held.bounds, held.measure
    told = held.claim.figure if held.quantity else held.claim.statement or ""
    return fold_words(told), held.measure, held.claim.denies
