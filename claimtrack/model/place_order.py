"""A place as people write it, put in one order: the site first, what it lies in behind commas.

``Beirut's southern suburbs``, ``southern suburbs of Beirut`` told as ``Beirut, southern suburbs``,
``the Damascus suburb of Douma``, ``school in Port Town``: all name a smaller place and the one that
holds it. ``Yushu Tibetan Autonomous Prefecture`` is the prefecture of Yushu. What lies off a coast
is told by what the coast is of: ``off the coast of Freedonia``.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from claimtrack.model.gazetteer import wholes_of
from claimtrack.model.letters import fold_letters
from claimtrack.model.scripts import in_english
from claimtrack.model.tongues import joined_names, kinds_of_site, words_around, words_beside

BEHIND = re.compile(r"(?<=\w) (?:at|in|inside|near|off|outside) (?=\w)")
"""Words between a site and what it lies in."""
_OWNED = re.compile(r"(?:the )?((?:[A-Z][\w-]*\s)*[A-Z][\w-]*)['’]s ([a-z].*)")
SUBURB = re.compile(
    r"(?:the )?((?:[A-Z][\w'’-]*\s)+)(?:\w+ )?(?:suburb|district|neighbou?rhood|quarter) of (\S.*)"
)
"""A place that is told by what it is a suburb of: that, and its own name."""
_COAST = re.compile(
    r"(?:off |near |along )?(?:the )?(?:[\w-]+ )?(?:coasts?|shores?|waters) (?:of|off) (?=\S)",
    re.IGNORECASE,
)
_SEASIDE = ("coast", "shore", "waters")
"""What a place has in it that is worth a search for a coast."""
_WATERS = re.compile(r"(?:off )?(?:the )?(?!ivory|gold|cape)(\w+) (?:coast|waters)", re.IGNORECASE)
_AUTONOMOUS = re.compile(
    r"(?<=\w )(?<!and )(?!of )\w+ autonomous (?=prefecture|county|region|banner)", re.IGNORECASE
)
"""Whose a prefecture is, between its name and what it is."""
_BETWEEN_SIDES = re.compile(r"\b(north|south)[- ](east|west)", re.IGNORECASE)
"""``South-eastern`` is one word, as ``southeastern`` is."""
_NUMBER = re.compile(r"\((\d+)\)")
"""A number in brackets is part of a name: ``Port Vale (4)``."""
_AND = re.compile(r"\s+(?:and|et|und|y|e|&|و)\s+")
_COMMAS = str.maketrans("،，", ",,")
_SAINT = re.compile(r"(?:St|Saint)\b")


@lru_cache(maxsize=1 << 16)
def ordered(text: str) -> str:
    """The same place with the site first, and commas before what it lies in.

    Args:
        text: Such as ``Beirut's southern suburbs``.

    Returns:
        Such as ``southern suburbs, Beirut``; the text itself where it says no more than a name.
    """
    text = _BETWEEN_SIDES.sub(r"\1\2", text)
    written = _NUMBER.sub(r"\1", _ashore(in_english(text)).translate(_COMMAS))
    written = _AUTONOMOUS.sub("", written)
    parts = [part.strip() for part in BEHIND.sub(",", written).split(",")]
    if (owned := _OWNED.fullmatch(parts[0])) and not _SAINT.match(parts[0]):
        parts[:1] = [owned[2], owned[1]]
    elif suburb := SUBURB.fullmatch(parts[0]):
        parts[:1] = [suburb[2], suburb[1].strip()]
    elif len(parts) == 2 and parts[0][:1].isupper() and parts[1].islower() and parts[1].isascii():
        parts.reverse()  # ``Port Town, southern suburbs``
    return ", ".join(part for part in parts if part)


def _ashore(text: str) -> str:
    """What lies off a coast as ``off`` what it is the coast of; ``au large de Lesk`` too."""
    low = text.casefold()
    if not _begin_beside().isdisjoint(low.split()):  # few places take a search for them
        text = _beside().sub(lambda match: f"{words_beside()[match[1].casefold()]} ", text, count=1)
    if not any(word in low for word in _SEASIDE):
        return text
    text = _COAST.sub("off ", text, count=1)
    if waters := _WATERS.fullmatch(text):
        return f"off {waters[1]}"
    return text


@cache
def _begin_beside() -> frozenset[str]:
    """The words that begin what other tongues say for ``near`` and ``off``."""
    return frozenset(words.split()[0] for words in words_beside())


@cache
def _beside() -> re.Pattern[str]:
    longest_first = sorted(words_beside(), key=lambda words: (-len(words), words))
    article = r"(?:(?:la|le|les|el|los|las|il|der|dem|den) |l['’])?"
    return re.compile(rf"\b({'|'.join(longest_first)}) ?{article}(?=\w)", re.IGNORECASE)


def listed(parts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Take a list of places apart, told by an *and* in what stands between commas.

    Args:
        parts: What stands between the commas of an ordered place, in any case.

    Returns:
        The names of the list, or the one name where there is no list, and what follows: what all
        of that lies in. Who adds what lies around without a name (``A and nearby towns``) tells of
        one place.
    """
    for at in range(len(parts) - 1, -1, -1):
        names = [name for name in _AND.split(parts[at]) if name.strip()]
        if (
            len(names) > 1
            and not any(map(str.isdigit, names))
            and not any(map(_is_kind, names[1:]))  # ``Hill School and College``
            and not _is_one(fold_letters(parts[at].strip()))
        ):
            every = [*parts[:at], *names]
            named = [
                name for name in every if not words_around().issuperset(fold_letters(name).split())
            ]
            return named or every[:1], list(parts[at + 1 :])
    return list(parts[:1]), list(parts[1:])


def _is_kind(name: str) -> bool:
    """Whether a name is one word for what kind of site it is."""
    return fold_letters(name).strip() in kinds_of_site()


def _is_one(name: str) -> bool:
    """Whether a folded name that holds an *and* is of one place: ``mazar e sharif``."""
    return name in joined_names() or bool(wholes_of(name))
