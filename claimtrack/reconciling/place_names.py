"""Whether two folded names of places are spellings of one."""

import re
from collections.abc import Set
from difflib import SequenceMatcher

from claimtrack.model.sounds import sounds_together
from claimtrack.model.tongues import countries_named, is_country, kinds_of_site
from claimtrack.reconciling.lexicon import word_set

SAME_SPELLING = 0.8
"""From this ratio (difflib, 0 to 1) two spellings are one name. Transliterations of one name
(``Al Qaim``, ``Al Qaem``) lie above it, neighbouring districts' names below."""

SAME_SOUND = 0.65
"""The same where their consonants are equal: vowels are written by ear."""

SAME_BONES = 0.55
"""The same where many are: ``Turaymisah`` and ``Tremseh``."""

_MANY = 4
"""Consonants; two names that have so many in one order are seldom of two places."""

_VOWELS = re.compile(r"[aeiouyw]+|h$")
_DOUBLE = re.compile(r"(.)\1+")


def _skeleton(name: str) -> str:
    alike = name.replace(" ", "").replace("q", "k").replace("x", "ks")
    alike = alike.replace("g", "h")  # Cyrillic Г is both
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", alike))


def _sides(name: str) -> set[str]:
    """The words that make a name that of a part; a ``central station`` is none of a centre."""
    words, kinds = name.split(), kinds_of_site()
    return {
        word
        for at, word in enumerate(words)
        if word in word_set("places", "parts")
        and (
            word != "central"
            or kinds.isdisjoint((*words[max(at - 1, 0) : at], *words[at + 1 : at + 2]))
        )
    }


def same_name(a: str, b: str) -> bool:
    """Whether two folded names are spellings of one.

    Args:
        a: A folded name.
        b: Another.

    Returns:
        True for equal names, near spellings, names that differ in what kind of site they say it is,
        and names of which one has all the words of the other, unless what it has more makes it a
        part (``northern``).
    """
    if a == b:
        return True
    if not a or not b or (is_nation(a) and is_nation(b)):
        return False
    if sounds_together(a) == sounds_together(b):
        return True
    a, b = countries_named(a), countries_named(b)  # ``Israeli embassy``, ``embassy of Israel``
    a_words, b_words = set(a.split()), set(b.split())
    if _sides(a) != _sides(b):
        return False
    if a_words <= b_words or b_words <= a_words:
        return not (is_nation(a) or is_nation(b))  # ``Mexico City`` is not Mexico
    own, others = a_words - kinds_of_site(), b_words - kinds_of_site()
    if own and others and (own <= others or others <= own):
        return True
    if own and others and not (is_nation(a) or is_nation(b)):
        a, b = _only(own, a), _only(others, b)  # ``Raba Square`` may be spelled ``Rabaa``
    alike = SequenceMatcher(None, a, b, autojunk=False).ratio()
    if (bones := _skeleton(a)) != _skeleton(b):
        return alike >= SAME_SPELLING
    return alike >= (SAME_BONES if len(bones) >= _MANY else SAME_SOUND)


def _only(words: Set[str], name: str) -> str:
    """A name without its other words."""
    return " ".join(word for word in name.split() if word in words)


def is_nation(name: str) -> bool:
    """Whether a folded name of a place is that of a country."""
    return is_country(name.replace(" ", "-"))
