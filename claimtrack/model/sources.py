"""Who speaks, and who relays."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

ARTICLE = "(article)"
"""The claimant of what a document asserts in its own voice."""

KINDS = ("government", "armed group", "medical", "media", "NGO", "witness", "police", "other")
"""What a source can be, once somebody has said so."""

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
"""Grades of a source in words (Admiralty code, NATO)."""

RELIABILITIES = tuple(RELIABILITY)
"""Grades of a source, from the best."""

RELATIONS = ("alias", "speaks-for", "part-of")
"""What one source can be to another: another name of it, its spokesperson, a part of it."""

_LEADING_ARTICLE = re.compile(r"^(?:the|an|a)\s+(?=\S)", re.IGNORECASE)
_NOT_WORD = re.compile(r"[^\w]+")


@lru_cache(maxsize=65536)
def slug_of(name: str) -> str:
    """The slug of a source: the same for spellings that differ only in case, marks or article.

    ``The Hashed`` and ``the hashed`` are ``hashed``; ``Médecins Sans Frontières`` is
    ``medecins-sans-frontieres``; names in other scripts keep their letters.

    Args:
        name: A source's name as somebody wrote it.

    Returns:
        Lower-case words joined by hyphens, never empty.
    """
    decomposed = unicodedata.normalize("NFKD", name.strip())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    plain = plain.replace("'", "").replace("’", "").replace("ʼ", "")
    plain = _LEADING_ARTICLE.sub("", plain)
    words = _NOT_WORD.sub("-", plain.casefold()).replace("_", "-").strip("-")
    return words or "source-" + "-".join(f"{ord(c):x}" for c in name.strip()[:8])


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who says or relays something.

    Attributes:
        slug: Its identifier on the screen, such as ``hashed``.
        name: The name it was first recorded under, verbatim.
        claims: How many claims it makes.
        relays: How many claims it relays.
        recorded_at: When this database learned of it, ISO 8601 in UTC.
        kind: One of `KINDS`, or None while nobody has said.
        reliability: One of `RELIABILITIES`, or None while nobody has graded it.
    """

    slug: str
    name: str
    claims: int = 0
    relays: int = 0
    recorded_at: str | None = None
    kind: str | None = None
    reliability: str | None = None
