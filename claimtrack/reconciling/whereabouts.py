"""A place inside a sentence: ``in Al Qaim``, ``at the Ain Al Assad base``, ``on Tarno island``."""

from functools import lru_cache

from claimtrack.model.place_order import BEHIND, SUBURB
from claimtrack.reconciling.lexicon import words


@lru_cache(maxsize=4096)
def whereabouts(place: str) -> str:
    """A place with its preposition, and with an article where it ends in a common noun.

    Names keep their form; only a common noun at the end, in small letters, asks for an article
    (``the Houston area``), unless it is one that follows a name bare (``Anbar province``).

    Args:
        place: A place as claims name it.

    Returns:
        The phrase.
    """
    known = words("wording")["places"]
    if place.partition(" ")[0].casefold() in known["where"]:
        return f"{place[0].lower()}{place[1:]}"
    named, *behind = BEHIND.sub(",", place).split(",", 1)
    *before, last = named.split() or [place]
    if not before and not behind:  # ``in hospital``
        return f"in {place}"
    if SUBURB.match(place):
        return f"in the {place.removeprefix('the ')}"
    noun = last.casefold() if before or last.islower() else ""
    preposition = next((one for one in ("at", "on") if noun in known[one]), "in")
    return f"{preposition} {_article(before, last, known)}{place}"


def _article(before: list[str], last: str, known: dict[str, list[str]]) -> str:
    """``the`` or ``a`` with a blank behind, or nothing."""
    if not last.islower() or not last.isalpha():
        return ""
    first = before[0] if before else last
    owned = any(word.endswith(("'s", "’s")) for word in before)
    if owned or "and" in before or first.casefold() in (*known["directions"], "a", "an", "the"):
        return ""
    if first.islower():
        return "an " if first[0] in "aeiou" else "a "
    national = len(before) == 1 and (
        first.casefold() in known["national"]
        or first.casefold().endswith(tuple(known["national_ends"]))
    )
    if national or last in known["one_of_many"]:
        return "an " if first[0] in "AEIOUaeiou" else "a "
    return "" if last in known["bare"] else "the "
