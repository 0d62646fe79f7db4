"""Words that make a name somebody else's than the one without them: ``rebel``, ``critics of``."""

from collections.abc import Set
from functools import cache

from claimtrack.reconciling.lexicon import word_set
from claimtrack.reconciling.names import body_key


def opposed(short: Set[str], long: Set[str]) -> bool:
    """Whether the words that a longer name has more make it somebody else.

    ``Anti-``, ``former``, ``critics`` and ``deserters`` always do. The words of a camp (``rebel``,
    ``opposition``) do beside an organ of state, which has no such camp, and beside a name that says
    nothing but what kind of institution it is; ``rebel Northern Brigade`` may be the ``Northern
    Brigade``.

    Args:
        short: The key of the shorter name.
        long: That of the longer one.

    Returns:
        Whether they do.
    """
    more = long - short
    if more & _stems("others"):
        return True
    if not more & _stems("camps"):
        return False
    of_state = _stems("official") | _stems("services")
    return not short.isdisjoint(of_state) or short <= word_set("names", "institutions")


@cache
def opposing() -> frozenset[str]:
    """All words, folded, that may make a name somebody else's."""
    return word_set("names", "others") | word_set("names", "camps")


@cache
def _stems(kind: str) -> frozenset[str]:
    """A list of the lexicon's names as the words of it stand in the keys of bodies."""
    return frozenset(stem for word in word_set("names", kind) for stem in body_key(word))
