"""Whether two names of several words are told apart by the words in which they differ.

``Khan Younis`` and ``Khan Sheikhoun``, ``San Salvador`` and ``San Miguel`` share a word that many
names share; compared as wholes they look alike. So the words that both have are laid aside, and the
rest has to be alike by itself.
"""

from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from claimtrack.matching.lexicon import place_words
from claimtrack.matching.normalise import consonants, plain_sound, skeleton, soft_skeleton
from claimtrack.model.sounds import sound_of

ALIKE = 0.68
"""Words of two names that are less alike than this are different words."""

SHORT = 2
"""Consonants; words with so few that differ in one are different words."""

FAINT = 2
"""Letters; words so short are prepositions and articles of some tongue, and tell nothing."""

Words = tuple[str, ...]


def differ(one: Words, other: Words) -> bool:
    """Whether two names share a word and are different by the rest.

    Args:
        one: The folded words of a name, two or more.
        other: Those of another.

    Returns:
        Whether both have words of their own that are not alike. Where one name holds all words of
        the other it may be a fuller form of it; where they share none, the whole has to decide.
    """
    if _told_apart(one, other):
        return True
    left, right = _loud(one), _loud(other)
    shared = 0
    for same in (_sound_equal, _alike):
        for word in tuple(left):
            match = next((m for m in right if same(word, m)), None)
            if match is not None:
                left.remove(word)
                right.remove(match)
                shared += 1
    if not (shared and left and right):
        return False
    return not _alike("".join(left), "".join(right))


def _loud(words: Words) -> list[str]:
    """The words that tell something, if two or more do."""
    loud = [word for word in words if len(word) > FAINT or word.isdigit()]
    return loud if len(loud) > 1 else list(words)


def _told_apart(one: Words, other: Words) -> bool:
    """Whether both have a word that tells namesakes apart, and not the same."""
    telling = place_words().telling
    mine, others = telling.intersection(one), telling.intersection(other)
    return bool(mine and others and mine != others)


def _sound_equal(one: str, other: str) -> bool:
    return sound_of(one) == sound_of(other)


@lru_cache(maxsize=1 << 18)
def _alike(one: str, other: str) -> bool:
    """Whether two words are spellings of one."""
    known = place_words()
    if one in known.telling or other in known.telling or not (one.isalpha() and other.isalpha()):
        return one == other
    short, long = sorted((one, other), key=len)
    if len(short) > FAINT and long.removesuffix(short) in known.articles:  # Ezzor is ez-Zor
        return True
    sounds = sound_of(one), sound_of(other)
    bones = [skeleton(sound) for sound in sounds]
    if bones[0] == bones[1] and len(bones[0]) > SHORT:
        return True
    plain = plain_sound(sounds[0]), plain_sound(sounds[1])
    if min(len(consonants(sound)) for sound in plain) <= SHORT:
        begins = plain[0].startswith(plain[1]) or plain[1].startswith(plain[0])
        soft = soft_skeleton(sounds[0]) == soft_skeleton(sounds[1])
        if not (begins or soft or any(skeleton(a) == skeleton(b) for a, b in (sounds, plain))):
            return False
    by_sound = Levenshtein.normalized_similarity(*plain)
    by_letters = JaroWinkler.normalized_similarity(one, other)
    return (by_sound + by_letters) / 2 >= ALIKE
