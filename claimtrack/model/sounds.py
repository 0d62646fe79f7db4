"""How the words of names sound, so that transliterations of one name meet."""

import re
from functools import lru_cache

_SOUND_RULES = (
    ("dsch", "j"), ("dzh", "j"), ("tsch", "x"), ("shch", "x"), ("sch", "x"), ("tch", "x"),
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("bh", "b"), ("zh", "j"),
    ("dj", "j"), ("dz", "j"), ("sh", "x"), ("ch", "x"), ("ck", "k"), ("ks", "x"), ("ce", "se"),
    ("ci", "si"), ("c", "k"), ("q", "k"), ("tz", "ts"), ("ou", "u"), ("oo", "u"), ("awa", "ava"),
    ("awe", "ave"), ("awi", "avi"), ("awo", "avo"), ("awu", "avu"), ("aw", "au"), ("w", "v"),
    ("e", "i"), ("y", "i"), ("o", "u"), ("ai", "i"), ("au", "u"),
)  # fmt: skip
"""Spellings that newspapers' transliterations use for one sound; applied in this order."""

_DOUBLED = re.compile(r"(.)\1+")
_FINAL_H = re.compile(r"(?<=[aiu])h$")


@lru_cache(maxsize=1 << 18)
def sound_of(word: str) -> str:
    """One folded word by its sound: ``qaem`` and ``qaim`` are ``kaim``, ``iyah`` is ``ia``."""
    sound = word
    for spelling, letter in _SOUND_RULES:
        if spelling in sound:
            sound = sound.replace(spelling, letter)
    return _FINAL_H.sub("", _DOUBLED.sub(r"\1", sound))


def sounds_together(name: str) -> str:
    """The sounds of all words of a folded name, run together: ``alkaim`` for ``al qaem``."""
    return "".join(map(sound_of, name.split()))
