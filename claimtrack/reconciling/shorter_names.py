"""Names of one event that are shorter than another one and may stand for it."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from claimtrack.model.tongues import is_country
from claimtrack.reconciling.institutions import canonical
from claimtrack.reconciling.lexicon import word_set
from claimtrack.reconciling.names import ParsedName
from claimtrack.reconciling.opposing import opposed

_Key = tuple[str, ...]


def shortened(names: Iterable[ParsedName]) -> list[tuple[_Key, list[_Key]]]:
    """Shortened names with the longer names that each can stand for.

    Args:
        names: The names of the event, taken apart.

    Returns:
        The names with the others, those of most words first.
    """
    every = {(name.key, canonical(name.words), name.definite) for name in names}
    by_word: defaultdict[str, set[tuple[_Key, tuple[str, ...]]]] = defaultdict(set)
    for key, words, _ in every:
        for word in key:
            by_word[word].add((key, words))
    found = []
    for key, words, definite in sorted(every, key=lambda one: (-len(one[0]), one)):
        longer = {
            other
            for other, in_order in by_word[min(key, key=lambda w: len(by_word[w]))]
            if len(other) > len(key) and _shortens(set(key), words, definite, set(other), in_order)
        }
        if longer:
            found.append((key, sorted(longer)))
    return found


def _shortens(
    short: set[str],
    words: tuple[str, ...],
    definite: bool,
    long: set[str],
    in_order: tuple[str, ...],
) -> bool:
    """Whether a shorter name can stand for a longer one.

    It is the end of the longer one (``Jane Doe`` for ``Governor Jane Doe``, ``Vale`` for ``mining
    company Vale``) or all of it but a common noun (``Wagner`` for ``Wagner Group``), or keeps its
    words of institution (``the ministry`` for ``Gaza Health Ministry``), all but a second one
    (``Upland Fire Service`` for ``Upland Fire Service and Civil Defence``); where it has none, it
    is two words of it side by side (``Islamic Resistance`` for ``Islamic Resistance in Iraq``), or
    its beginning with an article that refers back (``the Hashed`` for ``Hashed al-Shaabi``).
    """
    if not short < long or opposed(short, long) or _elsewhere(words, in_order):
        return False
    if in_order[-len(words) :] == words and (
        len(words) > 1 or words == in_order or in_order[-2] in word_set("names", "apposed")
    ):
        return True
    first = in_order[: len(words)] == words
    if first and word_set("names", "apposed").issuperset(in_order[len(words) :]):
        return not any(map(is_country, words))  # ``Wagner`` for ``Wagner Group``
    if (long - short) & word_set("names", "people"):
        return False
    institutions = long & word_set("names", "institutions")
    # of several institutions those told in the plural are what the other is for: ``hospitals``
    institutions = {word for word in institutions if f"{word}s" not in in_order} or institutions
    if institutions:
        service = short & word_set("names", "services")
        return (
            institutions <= short
            or (bool(service) and institutions - short <= word_set("names", "forms"))
            # of two that go together
            or (first and bool(short & institutions) and not short <= institutions)
        )
    return _within(words, in_order) or (definite and first)


def _elsewhere(words: tuple[str, ...], in_order: tuple[str, ...]) -> bool:
    """Whether a longer name is of another place, whose name has that of the shorter one's in it.

    ``New York police`` are not the ``York police``, and the ``US embassy in Syria`` is not the
    ``Syrian embassy``, though it may be the ``US embassy``.
    """
    abroad = {word for word in in_order if is_country(word)} - set(words)
    if abroad and any(map(is_country, words)) and in_order[: len(words)] != words:
        return True
    parts, institutions = word_set("names", "parts"), word_set("names", "institutions")
    return any(
        part in parts and part not in words and place in words and place not in institutions
        for part, place in pairwise(in_order)
    )


def _within(words: tuple[str, ...], in_order: tuple[str, ...]) -> bool:
    """Whether two words or more stand side by side in a longer name."""
    count = len(words)
    return count > 1 and any(
        in_order[start : start + count] == words for start in range(len(in_order) - count + 1)
    )
