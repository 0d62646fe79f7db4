"""The same figure by the same claimant, said again in one document, is one claim."""

from dataclasses import replace

from claimtrack.model.claims import Claim, Passage
from claimtrack.model.sources import ARTICLE


def fold(claims: list[Claim]) -> list[Claim]:
    """Fold repetitions into the first claim that says so.

    Args:
        claims: A document's claims in text order.

    Returns:
        The claims without repetitions; the further sentences stand in ``restated``.
    """
    kept: list[Claim] = []
    for claim in claims:
        for n, first in enumerate(kept):
            if _same(first, claim):
                kept[n] = _absorb(first, claim)
                break
        else:
            kept.append(claim)
    return kept


def _same(first: Claim, again: Claim) -> bool:
    """Whether two claims of a document say one thing by one claimant."""
    return (
        first.kind == again.kind
        and first.quantity == again.quantity
        and first.statement == again.statement
        and first.scope == again.scope
        and first.persons == again.persons
        and first.revision_cue == again.revision_cue
        and (first.place == again.place or not first.place or not again.place
             or "place" in again.inherited or "place" in first.inherited)
        and (first.claimants == again.claimants or again.claimants == (ARTICLE,)
             or first.claimants == (ARTICLE,))
        and first.passage != again.passage
    )  # fmt: skip


def _absorb(first: Claim, again: Claim) -> Claim:
    """The first claim with the other's sentence.

    A named speaker wins over the article's voice, and a place or day that a sentence states over
    one that the context gave.
    """
    assert again.passage is not None
    passages: tuple[Passage, ...] = (*first.restated, again.passage)
    if first.claimants == (ARTICLE,) and again.claimants != (ARTICLE,):
        first = replace(first, claimants=again.claimants, anonymous=again.anonymous, via=again.via)
    known = set(first.inherited)
    if "place" in known and again.place and "place" not in again.inherited:
        first = replace(first, place=again.place, place_text=again.place_text)
        known.discard("place")
    if "event_start" in known and again.period and "event_start" not in again.inherited:
        first = replace(first, period=again.period)
        known.discard("event_start")
    inherited = tuple(name for name in first.inherited if name in known)
    return replace(first, restated=passages, inherited=inherited)
