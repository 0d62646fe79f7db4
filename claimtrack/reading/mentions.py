"""Places that no preposition marks: ``Lesk is worst hit``, ``the quake rocked Oran``, known names.

A document names its places with a preposition somewhere. What it so named is a place wherever it
stands again; beside that only turns that places alone have make an unknown name one.
"""

from collections.abc import Iterable

from claimtrack.reading.items import Row
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.places import Place, is_place, run_of_capitals, text_between

_AUXILIARIES = frozenset({"has", "have", "had", "is", "was", "were", "been", "be", "are", "the",
                          "also", "among", "one", "of", "by", "being", "both"})  # fmt: skip
_APPOSED = 6
"""How many tokens after the comma a noun for places may stand: ``Derna, a port city on …``."""


def known_places(found: Iterable[Place]) -> frozenset[tuple[str, ...]]:
    """The names that a document's prepositions mark as places, as lower-case words.

    Args:
        found: Its places.

    Returns:
        The names of one to four words.
    """
    return frozenset(
        words
        for place in found
        for name in place.name.lower().split(" and ")
        if not (place.generic or place.passing) and 1 <= len(words := tuple(name.split())) <= 4
    )


def mentioned(
    row: Row,
    found: list[Place],
    known: frozenset[tuple[str, ...]],
    lexicon: Lexicon,
    names: frozenset[str],
    dateline: int = 0,
) -> list[Place]:
    """A sentence's places with those that no preposition marks.

    Args:
        row: The sentence.
        found: Its places behind prepositions.
        known: Names of places in the document.
        lexicon: Nouns for places, and the words that tell of places that were struck.
        names: Parts of persons' names in the document.
        dateline: Offset after the sentence's dateline, which is where it was written.

    Returns:
        All places, in order.
    """
    taken = {n for place in found for n in range(place.token, max(place.end, place.token + 1))}
    made = []
    i = 0
    while i < len(row.tokens):
        token = row.tokens[i]
        if i in taken or not token.capital or not token.text[0].isalpha() or token.start < dateline:
            i += 1
            continue
        end = run_of_capitals(row, i, lexicon)
        if end == i:
            i += 1
            continue
        if end not in taken and _stands_as_place(row, i, end, known, lexicon, names):
            stop = end
            while stop < len(row.lows) and row.lows[stop] in lexicon.lists["places.referring"]:
                stop += 1
            name = text_between(row, i, stop)
            made.append(Place(name, name, i, end=stop))
        i = end
    return sorted([*found, *made], key=lambda place: place.token)


def _stands_as_place(
    row: Row,
    i: int,
    end: int,
    known: frozenset[tuple[str, ...]],
    lexicon: Lexicon,
    names: frozenset[str],
) -> bool:
    """Whether a run of capitals is a place by its name or by the words beside it."""
    lists, lows = lexicon.lists, row.lows
    following = lows[end : end + 1]
    if following and following[0] in lists["speech.bodies"] - lists["places.referring"]:
        return False
    if tuple(lows[i:end]) in known:
        return _free(row, i, end, lexicon)
    if _opener(lows[i], lexicon) or not is_place(row, i, end, lexicon, names):
        return False
    if following and following[0] in lists["places.referring"]:
        return lows[end + 1 : end + 2] != ["of"]
    at = end
    while at < len(lows) and lows[at] in _AUXILIARIES:
        at += 1
    if at < len(lows) and lows[at] in lists["places.struck"]:
        return at > end or lows[at] in lists["places.suffering"]
    if i and lows[i - 1] in lists["places.striking"]:
        return not (end < len(lows) and lows[end][0].isalpha()) or (
            lows[end] in lexicon.words["preposition"] or lows[end] in lexicon.words["and"]
        )
    return following == [","] and _apposed(row, end + 1, lexicon)


def _free(row: Row, i: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a known name stands for itself: not ``Gaza war``, ``Mayor Springfield``."""
    if i and row.lows[i - 1] in lexicon.lists["titles.words"]:
        return False
    following = row.lows[end] if end < len(row.lows) else "."
    return not following[0].isalnum() or any(
        following in lexicon.words[name] for name in ("be", "preposition", "and", "relative")
    )


def _opener(low: str, lexicon: Lexicon) -> bool:
    """Whether a word is capital only because it opens its sentence."""
    return low in lexicon.lists["language.stop_words"] or any(
        low in lexicon.words[name] for name in ("preposition", "determiner", "relative", "adverb")
    )


def _apposed(row: Row, at: int, lexicon: Lexicon) -> bool:
    """``…, a town of 9,000``; ``…, the provincial capital``: what follows calls it a place."""
    if row.lows[at : at + 1] not in (["a"], ["an"], ["the"]):
        return False
    for low in row.lows[at + 1 : at + _APPOSED]:
        if low in lexicon.lists["places.referring"]:
            return True
        if not low.isalpha() or low in lexicon.words["preposition"]:
            return False
    return False
