"""Whether two places of one name are two: what they are said to lie in tells."""

from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from claimtrack.matching.lexicon import place_words
from claimtrack.matching.wholes import Words, heard_of, keys_of, towns_in, widened
from claimtrack.model.gazetteer import is_listed, wholes_of
from claimtrack.model.tongues import american_states, countries_named, is_country, names_country


def lie_apart(
    withins: Sequence[Words],
    wholes: Mapping[str, Words],
    a: npt.NDArray[np.int32],
    b: npt.NDArray[np.int32],
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Whether two places are said to lie in different ones, as ``Springfield`` of two states.

    Args:
        withins: What places lie in; the first is nothing.
        wholes: What claims put these in, by key.
        a: Indices into these, one for each pair.
        b: Likewise.

    Returns:
        For each pair, and whether it is sure: of names that no gazetteer has, the one may well lie
        in the other.
    """
    result = np.zeros((2, len(a)), dtype=bool)
    both = np.flatnonzero((a > 0) & (b > 0) & (a != b))
    if len(both):
        met, which = np.unique(a[both].astype(np.int64) << 32 | b[both], return_inverse=True)
        found = []
        for pair in met.tolist():
            one, other = withins[pair >> 32], withins[pair & 0xFFFFFFFF]
            apart = not agree(widened(one, wholes), widened(other, wholes))
            found.append((apart, apart and _is_known(one) and _is_known(other)))
        result[:, both] = np.array(found)[which].T
    return result[0], result[1]


def _is_known(within: Words) -> bool:
    """Whether it is known where something lies: in a country, or in what the gazetteer has."""
    return any(names_country(name) or is_listed(name) for name in within)


def agree(one: Words, other: Words) -> bool:
    """Whether what two places lie in may be one.

    It has a name in common, or a side of one, or the one lies in the other by the gazetteer (a
    quarter of Ahmedabad, one of Gujarat). A region and a country of which that tells nothing do not
    contradict each other, but for the states of America: ``Paris, Texas`` is not ``Paris, France``.

    Args:
        one: What the one is said to lie in.
        other: What the other is.
    """
    if not heard_of(one).isdisjoint(keys_of(other)):
        return True
    if not heard_of(other).isdisjoint(keys_of(one)):
        return True
    if any(_lies_in(*pair) for pair in ((one, other), (other, one))):
        return True
    if any(_is_fuller(*pair) for x in one for y in other for pair in ((x, y), (y, x))):
        return True
    if towns_in(one) and towns_in(other):
        return False
    nations, others = _nations(one), _nations(other)
    return not (nations and others) or not nations.isdisjoint(others)


def _is_fuller(name: str, short: str) -> bool:
    """Whether a name is another and more: ``santiago de chile``, and not ``new york`` for York."""
    more = set(name.split()) - set(short.split())
    return set(short.split()) < set(name.split()) and more.isdisjoint(place_words().telling)


def _lies_in(inner: Words, outer: Words) -> bool:
    """Whether the gazetteer puts what a place lies in into what another does."""
    known = (wholes_of(name, inner[at + 1 :]) for at, name in enumerate(inner))
    return not heard_of(outer).isdisjoint(keys_of(chain.from_iterable(known)))


def _nations(within: Words) -> set[str]:
    """The countries that a place is said to lie in, that of an American state among them."""
    named = {countries_named(name) for name in within}
    nations = {name for name in named if is_country(name)}
    return nations if named.isdisjoint(american_states()) else nations | {"united-states"}
