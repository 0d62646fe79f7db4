"""Why something is asked, in sentences."""

from collections.abc import Iterator

from claimtrack.model.explanation import Explanation
from claimtrack.model.review import AliasItem, Item, PairItem, ProposalItem, RevisionItem
from claimtrack.store.store import Store
from claimtrack.workflows.decide import Verdicts, verdicts_by_rule


def sentences(store: Store, item: Item) -> Iterator[str]:
    """Why an item is asked about, and what speaks for and against.

    Args:
        store: The open database.
        item: What is on screen.

    Yields:
        Sentences.
    """
    if isinstance(item, ProposalItem):
        yield from _proposal(store, item)
    elif isinstance(item, PairItem) and item.reckoning is not None:
        yield from _pair(item.reckoning)
    elif isinstance(item, RevisionItem):
        yield item.revision.reason
        yield "No text says that the one replaces the other; only the order of time suggests it."
        yield "Yes keeps the earlier claim on record as superseded by the later one."
    elif isinstance(item, AliasItem):
        yield item.because


def _proposal(store: Store, item: ProposalItem) -> Iterator[str]:
    claim = item.view.claim
    if claim.rule is None:
        yield "No rule proposed it; it was imported as a proposal."
    else:
        trust = "unknown" if claim.confidence is None else f"{claim.confidence:.0%}"
        said = verdicts_by_rule(store).get(claim.rule, Verdicts(0, 0, 0))
        yield f"The rule {claim.rule!r} proposed it; its confidence was {trust} then."
        if said == Verdicts(0, 0, 0):
            yield "Nobody has decided yet on anything that rule proposed."
        else:
            yield (
                f"Of what that rule proposed, reviewers accepted {said.accepted}, corrected "
                f"{said.corrected} and rejected {said.rejected}."
            )
    for rival in item.rivals:
        if rival.reason:
            yield rival.reason
    if item.recommendation.strong:
        yield item.recommendation.because


def _pair(reckoning: Explanation) -> Iterator[str]:
    yield (
        f"The probability that they are one event is {reckoning.probability:.0%}; claims are put "
        f"together from {reckoning.merge:.0%}, a human is asked from {reckoning.suggest:.0%}."
    )
    if reckoning.probability >= reckoning.merge:
        yield "They stand in two events all the same, since others of the two are less alike."
    yield (
        f"Before anything is compared the balance is {reckoning.base:+.2f}, where 0 is even odds; "
        "each of these adds to it or takes off."
    )
    for feature in sorted(reckoning.features, key=lambda feature: -abs(feature.weight)):
        if feature.weight:
            side = "for" if feature.weight > 0 else "against"
            name, weight = feature.name.capitalize(), abs(feature.weight)
            yield f"{name}: {weight:.2f} {side} it ({feature.values})."
