"""Names that may be one source: an acronym, other word order, another spelling, a spokesperson.

What is found is asked, never taken for granted: two ministries of health are two sources, and so
are the police of two towns. So every word of a name has to be answered by a word of the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from claimtrack.model.aliases import SourceLikeness
from claimtrack.model.sources import slug_of

_SMALL = frozenset(
    "a an the of in for to and at on by s al el de la du des et y der die das und".split()
)
"""Words that names of institutions gain and lose; the articles of some languages beside them."""

_SPOKES = frozenset("spokesman spokeswoman spokesperson spokespeople spokesmen".split())

_INSIDE = frozenset(
    "source sources official officials member members resident residents witness witnesses".split()
)
"""Words for somebody inside a body, who does not speak as it (docs/method.md, revisions)."""

_SPELLED_ALIKE = 80
"""Likeness out of 100 (normalised edit distance) from which two words are spellings of one; below
it lie pairs such as north and south, and Lebanese and Chinese."""

_COMMON = 50
"""A word in more names than these finds no pairs, so that the work grows with the names alone."""

_ACRONYM, _ORDER, _SPEAKS, _SPELLING = 0.9, 0.95, 0.85, 0.7
"""How much each sign speaks for one source: set by hand, in the order of how seldom two bodies
share it; they only order the questions."""


def likely_sources(slugs: Iterable[tuple[str, str]]) -> list[SourceLikeness]:
    """Pairs of names that may be one source.

    Args:
        slugs: Each source's slug and name.

    Returns:
        The pairs, the likeliest first, then in the order of their slugs.
    """
    names = dict(slugs)
    keyed: defaultdict[str, list[str]] = defaultdict(list)
    for slug, name in names.items():
        for key in set(_keys(name)):
            keyed[key].append(slug)
    found = {}
    for sharing in keyed.values():
        if len(sharing) <= _COMMON:
            for one, other in combinations(sorted(sharing), 2):
                likeness = likely_source((one, names[one]), (other, names[other]))
                if likeness is not None:
                    found[one, other] = likeness
    return sorted(found.values(), key=lambda pair: (-pair.score, pair.source, pair.target))


def likely_source(one: tuple[str, str], other: tuple[str, str]) -> SourceLikeness | None:
    """What makes two names one source, if anything does.

    Args:
        one: A source's slug and name.
        other: Another's.

    Returns:
        The surest sign; None where there is none.
    """
    for (slug, name), (target, full) in ((one, other), (other, one)):
        if _is_acronym(name, full):
            because = f"{name} are the first letters of {full}."
            return SourceLikeness(slug, "alias", target, _ACRONYM, because)
        if _speaks_for(name, full):
            because = f"{name} seems to speak for {full}."
            return SourceLikeness(slug, "speaks-for", target, _SPEAKS, because)
    words, others = _words(one[1]), _words(other[1])
    if not words or not others or {*words, *others} & (_INSIDE | _SPOKES):
        return None
    if sorted(words) == sorted(others):
        because = f"{one[1]} and {other[1]} are the same words."
        return SourceLikeness(one[0], "alias", other[0], _ORDER, because)
    if _spelled_alike(words, others):
        because = f"{one[1]} and {other[1]} differ in spelling only."
        return SourceLikeness(one[0], "alias", other[0], _SPELLING, because)
    return None


def _keys(name: str) -> Iterator[str]:
    """What two names have to share to be compared at all."""
    every, words = _split(name), _words(name)
    yield from {f"word {word}" for word in words}
    yield from {f"start {len(words)} {word[:3]}" for word in words}
    for told in (every, words):
        if len(told) > 1:
            yield f"letters {_initials(told)}"
    if _looks_short(name):
        yield f"letters {name.replace('.', '').strip().casefold()}"


def _is_acronym(short: str, full: str) -> bool:
    """Whether a name is made of the first letters of another, small words counted or not."""
    if not _looks_short(short):
        return False
    letters = short.replace(".", "").strip().casefold()
    every, words = _split(full), _words(full)
    return any(len(told) > 1 and _initials(told) == letters for told in (every, words))


def _looks_short(name: str) -> bool:
    plain = name.replace(".", "").strip()
    return 2 <= len(plain) <= 6 and plain.isalpha() and plain.isupper()


def _speaks_for(name: str, body: str) -> bool:
    """Whether a name is that of another with a word for a spokesperson."""
    words, bodys = set(_words(name)), set(_words(body))
    return bool(words & _SPOKES) and words - _SPOKES == bodys and not bodys & _SPOKES


def _spelled_alike(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether every word has one that is the same or spelled much alike, one for one."""
    if len(words) != len(others):
        return False
    left = [word for word in others if word not in words]
    for word in words:
        if word in others:
            continue
        near = [
            other
            for other in left
            if len(word) > 3
            and word[0] == other[0]
            and not any(letter.isdigit() for letter in word + other)
            and fuzz.ratio(word, other) >= _SPELLED_ALIKE
        ]
        if not near:
            return False
        left.remove(max(near, key=lambda other: fuzz.ratio(word, other)))
    return not left


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _split(name: str) -> list[str]:
    """The words of a name without case and marks; the first article is left out."""
    return [word for word in slug_of(name.replace("'s", " ").replace("’s", " ")).split("-") if word]


def _words(name: str) -> list[str]:
    return [word for word in _split(name) if word not in _SMALL]
