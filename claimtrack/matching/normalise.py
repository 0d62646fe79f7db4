"""Folding place names, so that spellings of one name meet.

Four folds of rising boldness: the *name* (case, marks, articles and generic words gone), the
*sound* (what transliterations of one name share: ``q/k``, ``ou/u``, ``-iyah/-iya`` …), the *plain*
sound (without letters that are heard or not, as the h of ``Lahore``), and its *skeleton*, the
consonants, which hold still when vowels are written by ear.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claimtrack.matching.lexicon import place_words
from claimtrack.model.letters import fold_letters
from claimtrack.model.place_order import listed, ordered
from claimtrack.model.sounds import sound_of
from claimtrack.model.tongues import (
    is_known,
    kinds_of_site,
    place_called,
    whole_called,
    word_called,
)

_PARTS = re.compile(r"[,;()/\[\]]| [-–—] ")
_WORD = re.compile(r"[^\W_]+")
_GLUED_ARTICLE = re.compile(r"^al(?=[^aeioul]\w{3})")
"""Aleppo has none, Alqaim has; that Albany loses its own is no harm, since it always does."""

_WEAK = str.maketrans("jv", "iu", "h")
_SOFT = str.maketrans("v", "b", "hxgjmn")
_VOWELS = str.maketrans("", "", "aiu")
_CONFUSED = str.maketrans("zcxjghdpfm", "sssskktbbn", "v")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Place:
    """A place as written, folded for comparing.

    Attributes:
        words: The words of the name itself, folded; empty for a place that says nothing
            (``the city``, ``there``).
        sounds: The same words by their sound.
        within: What stands after commas or in brackets, each folded: ``("illinois",)``.
        members: The single places, when the text lists several (``A, B and C``); else empty.
    """

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    within: tuple[str, ...] = ()
    members: tuple["Place", ...] = ()

    @property
    def name(self) -> str:
        """The words as one string."""
        return " ".join(self.words)

    @property
    def sound(self) -> str:
        """The sounds run together."""
        return "".join(self.sounds)

    @property
    def plain(self) -> str:
        """The plain sound."""
        return plain_sound(self.sound)

    @property
    def skeletons(self) -> tuple[str, str]:
        """The skeletons of the sound and of the plain sound."""
        return skeleton(self.sound), skeleton(self.plain)


NOWHERE = Place((), ())
"""The place of a claim that names none."""


@lru_cache(maxsize=1 << 16)
def fold_place(text: str | None) -> Place:
    """Fold a place name.

    Args:
        text: As written, such as ``near al-Qa'im, Iraq``; None and blank are nowhere.

    Returns:
        Its folds. Text that lists several places (``A, B and C``) is a place of its own, made of
        its members, so that it never stands for one of them.
    """
    if text is None:
        return NOWHERE
    plain = fold_letters(ordered(text))
    parts = [part for part in (p.strip() for p in _PARTS.split(plain)) if part]
    if not parts:
        return NOWHERE
    names, wider = listed(parts)
    found = {place for name in names if (place := _single((name,))).words}
    if len(found) < 2:
        return _single((names[0], *wider))
    members = tuple(sorted(found, key=lambda place: place.name))
    words = tuple(word for member in members for word in member.words)
    return Place(words, tuple(map(sound_of, words)), _within(wider), members)


@lru_cache(maxsize=1 << 16)
def plain_sound(sound: str) -> str:
    """A sound without h, with j, y and i as one, and w, v and u: ``Abuja`` and ``Abuya`` meet."""
    return _DOUBLED.sub(r"\1", sound.translate(_WEAK))


def consonants(sound: str) -> str:
    """The consonants of a sound."""
    return sound.translate(_VOWELS)


def skeleton(sound: str) -> str:
    """The consonants of a sound, those that are easily taken for each other written as one."""
    return _DOUBLED.sub(r"\1", consonants(sound).translate(_CONFUSED))


def soft_skeleton(sound: str) -> str:
    """The skeleton without what is heard as kh, ch, sh, g or j, without m and n, with v as b."""
    return skeleton(sound.translate(_SOFT))


def _single(parts: tuple[str, ...]) -> Place:
    head, *rest = parts
    words = tuple(_called(" ".join(_words(head))).split())
    return Place(words, tuple(map(sound_of, words)), _within(rest))


def _called(name: str) -> str:
    """The English name of a place, and that of a city in it: ``Leninakan airport``."""
    town = " ".join(town_in(name.split()))
    if (called := place_called(town)) != town:
        return f" {name} ".replace(f" {town} ", f" {called} ").strip()
    return place_called(name)


def _within(parts: Iterable[str]) -> tuple[str, ...]:
    """What a place is said to lie in, folded; Kabul too, where that is ``Kabul airport``."""
    names = (name for part in parts if (name := " ".join(_words(part))))
    wholes = [_called(whole_called(name)) for name in names]
    implied = (" ".join(town_in(name.split())) for name in wholes)
    return tuple(dict.fromkeys((*wholes, *filter(None, implied))))


@cache
def kind_sounds() -> frozenset[str]:
    """The words for what a site is, by their sounds."""
    return frozenset(map(sound_of, kinds_of_site()))


def town_in(name: Sequence[str]) -> Sequence[str]:
    """What is left of a name without the words before or behind it for what a site is.

    Args:
        name: Folded words, such as those of ``Kabul airport``.

    Returns:
        Such as those of ``Kabul``; none where the name has no such words, or no others, or is not
        the same without them (``Cape Town``).
    """
    if " ".join(name) in place_words().whole:
        return ()
    kinds = kinds_of_site()
    start, end = 0, len(name)
    while start < end and name[start] in kinds:
        start += 1
    while end > start and name[end - 1] in kinds:
        end -= 1
    return name[start:end] if end - start < len(name) else ()


def _words(part: str) -> tuple[str, ...]:
    """The words of a name without what stands before, after and between every name."""
    known = place_words()
    words = _WORD.findall(part)
    while words and (words[0] in known.leading or _is_direction(words)):
        words = words[1:]
    words = [w for i, w in enumerate(words) if w not in known.articles or i == len(words) - 1]
    words = [word if is_known(word) else _GLUED_ARTICLE.sub("", word) for word in words]
    while len(words) > 1 and _is_generic(words[-1]) and " ".join(words) not in known.whole:
        words = words[:-1]
    while len(words) > 1 and _is_generic(words[0]):
        words = words[2:] if len(words) > 2 and words[1] in known.joints else words[1:]
    if len(words) == 1:
        return () if words[0] in known.generic or words[0] in known.vague else (words[0],)
    called = [known.spelled.get(word) or word_called(word) for word in words]
    return tuple(sorted(called, key=lambda word: word not in known.sides))  # ``Upland Barat``


def _is_generic(word: str) -> bool:
    """Whether a word tells what a place is, and no more: ``province``, ``Provinz``."""
    return word in place_words().generic or word_called(word) in place_words().generic


def _is_direction(words: list[str]) -> bool:
    return len(words) > 2 and words[0] in place_words().directions and words[1] == "of"
