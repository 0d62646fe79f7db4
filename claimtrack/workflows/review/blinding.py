"""What a blind session hides: whatever the program thinks of the matter."""

from dataclasses import replace

from claimtrack.model.review import (
    NO_RECOMMENDATION,
    AliasItem,
    ClaimView,
    Item,
    PairItem,
    ProposalItem,
    RevisionItem,
)


def blinded(item: Item) -> Item:
    """An item without scores, rules and recommendation.

    Args:
        item: What would be on screen.

    Returns:
        The same for somebody who is to make up their own mind.
    """
    item = replace(item, recommendation=NO_RECOMMENDATION)
    if isinstance(item, ProposalItem):
        return replace(item, view=_plain(item.view))
    if isinstance(item, PairItem):
        return replace(item, one=_plain(item.one), other=_plain(item.other), reckoning=None)
    if isinstance(item, RevisionItem):
        return replace(item, old=_plain(item.old), new=_plain(item.new))
    if isinstance(item, AliasItem):
        return replace(item, score=None)
    return item


def _plain(view: ClaimView) -> ClaimView:
    return replace(view, claim=replace(view.claim, rule=None, confidence=None))
