"""A place as people write it, put in one order: the site first, what it lies in behind commas.

``Beirut's southern suburbs``, ``southern suburbs of Beirut`` told as ``Beirut, southern suburbs``,
``the Damascus suburb of Douma``, ``school in Port Town``: all name a smaller place and the one that
holds it.
"""

import re
from functools import lru_cache

_BEHIND = re.compile(r"(?<=\w) (?:at|in|inside|near|off|outside) (?=\w)")
_OWNED = re.compile(r"(?:the )?((?:[A-Z][\w-]*\s)*[A-Z][\w-]*)['’]s ([a-z].*)")
_SUBURB = re.compile(
    r"(?:the )?((?:[A-Z][\w'’-]*\s)+)(?:\w+ )?(?:suburb|district|neighbou?rhood|quarter) of (\S.*)"
)
_SAINT = re.compile(r"(?:St|Saint)\b")


@lru_cache(maxsize=1 << 16)
def ordered(text: str) -> str:
    """The same place with the site first, and commas before what it lies in.

    Args:
        text: Such as ``Beirut's southern suburbs``.

    Returns:
        Such as ``southern suburbs, Beirut``; the text itself where it says no more than a name.
    """
    parts = [part.strip() for part in _BEHIND.sub(",", text).split(",")]
    if (owned := _OWNED.fullmatch(parts[0])) and not _SAINT.match(parts[0]):
        parts[:1] = [owned[2], owned[1]]
    elif suburb := _SUBURB.fullmatch(parts[0]):
        parts[:1] = [suburb[2], suburb[1].strip()]
    elif len(parts) == 2 and parts[0][:1].isupper() and parts[1].islower() and parts[1].isascii():
        parts.reverse()  # ``Port Town, southern suburbs``
    return ", ".join(part for part in parts if part)
