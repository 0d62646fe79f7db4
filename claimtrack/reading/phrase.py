"""A figure in words that stand alone, as a person types it: ``at least 12``, ``about a dozen``."""

from claimtrack.model.quantities import Quantity
from claimtrack.reading.lexicon import lexicon
from claimtrack.reading.quantities import amount_at
from claimtrack.reading.tokens import tokens


def quantity_in(phrase: str) -> Quantity | None:
    """The first quantity of a phrase.

    Args:
        phrase: Words such as ``at least 12``, ``dozens`` or ``between 20 and 30``.

    Returns:
        Its bounds, or None where it holds no count.
    """
    words = lexicon()
    found = tokens(phrase)
    lows = [token.low for token in found]
    amounts = (amount_at(found, lows, i, words) for i in range(len(found)))
    return next((amount.quantity for amount in amounts if amount is not None), None)
