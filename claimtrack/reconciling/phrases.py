"""Words for figures and speakers, in plain and neutral English."""

import re
from collections.abc import Iterable
from functools import lru_cache

from claimtrack.model.claims import Claim
from claimtrack.model.dates import bears_hour, spoken_day, spoken_moment
from claimtrack.model.quantities import Quantity
from claimtrack.model.sources import ARTICLE
from claimtrack.reconciling.folding import has_word
from claimtrack.reconciling.lexicon import word_set, words
from claimtrack.reconciling.names import parse_name
from claimtrack.reconciling.positions import Held, published_after, said_after

_DIGITS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_OWNED = re.compile(r"(?:[A-Z][\w-]*\s)*[A-Z][\w-]*['’]s\s(?!office)[a-z]|\w+['’]s\s")
"""Names that begin with whose they are: ``Sri Lanka's health ministry``."""
BASES = {
    "estimate": "by an estimate",
    "identified": "counting only the identified",
    "presumed": "counting those presumed",
}
"""What is said behind a figure that is no plain count."""
_GROUPED = re.compile(r"[1-9][\d,]{0,30}", re.ASCII)
NAMED = 5
"""So many names stand in one clause; of more, one name fewer, and the rest are counted."""


def number(value: int) -> str:
    """A number in prose: words below ten, figures from there (the news agencies' rule)."""
    return _DIGITS[value] if 0 < value < len(_DIGITS) else f"{value:,}"


def figure(quantity: Quantity, value_text: str | None) -> str:
    """A figure in prose, its bounds spelled out.

    Args:
        quantity: The figure.
        value_text: Its verbatim words, quoted where they are vague.

    Returns:
        Such as ``two``, ``at least 97``, ``between 250 and 260``, ``about 253``, ``nearly 9,000``,
        ``“dozens”``.
    """
    low, high = quantity.low, quantity.high
    if quantity.vague and value_text:
        return f"“{lowered(value_text)}”"
    if low is None and high is None:
        return "an unstated number"
    if value_text is not None and (bound := bounding(quantity, value_text)) is not None:
        return f"{bound[0]} {number(bound[1])}"
    about = "about " if quantity.approximate else ""
    if low == high:
        return about + (number(low) if low else "none")
    if high is None:
        return f"at least {about}{number(low or 0)}"
    if low is None:
        nearing = (value_text or "").partition(" ")[0].casefold() in word_set("wording", "nearing")
        return f"{'nearly ' if about and nearing else f'at most {about}'}{number(high)}"
    return f"{about}between {number(low)} and {number(high)}".replace(
        "about between", "between about"
    )


def bounding(quantity: Quantity, value_text: str | None) -> tuple[str, int] | None:
    """The words in which a bound was given, and its number: ``fewer than``, 100.

    Args:
        quantity: The figure.
        value_text: Its verbatim words.

    Returns:
        Both; None where it is no bound, or these words say more than the number.
    """
    low, high = quantity.low, quantity.high
    if value_text is None or quantity.approximate or (low is None) == (high is None):
        return None
    end, bound = ("low", low) if high is None else ("high", high)
    said, _, digits = value_text.casefold().rpartition(" ")
    if said not in words("wording")["bounds"][end] or not _GROUPED.fullmatch(digits):
        return None
    told = int(digits.replace(",", ""))
    return (said, told) if bound is not None and abs(told - bound) <= 1 else None


def lowered(text: str) -> str:
    """Words that opened a sentence, inside one: ``a boy``, ``multiple``; names stay as they are."""
    first, blank, rest = text.partition(" ")
    common = not blank or first.casefold() in word_set("wording", "describing")
    return f"{first.casefold()}{blank}{rest}" if common and first.istitle() else text


def qualifies(scope: str) -> bool:
    """Whether a scope widens or narrows everyone: ``including the attacker``, ``dead and missing``.

    Args:
        scope: A claim's scope.

    Returns:
        True for such a phrase, False for a population such as ``children``.
    """
    first, *others = scope.casefold().split() or [""]
    more = not word_set("populations", "wider").isdisjoint(others) and {"and", "or"} & set(others)
    return bool(more) or first in word_set("populations", "qualifiers")


def short_figure(held: Held) -> str:
    """A position's figure where what is counted has been said already: ``two``."""
    if held.claim.quantity is None:
        return ""
    told = figure(held.claim.quantity, held.claim.value_text)
    basis = "" if held.claim.basis == "count" else f" ({BASES[held.claim.basis]})"
    return f"{told}{basis}{hedged(held.claim, told)}"


def hedged(claim: Claim, told: str) -> str:
    """The hedge of a claim in its own words, as a bracket: `` (“feared”)``.

    A bracket is grammatical whatever the words are, and takes no side.

    Args:
        claim: The claim.
        told: What has been said of it; a hedge that is among these words is not said twice.

    Returns:
        The bracket with a blank before, or nothing.
    """
    hedge = claim.hedge
    if hedge is None or hedge.casefold() in told.casefold():
        return ""
    return f" (“{hedge}”)"


def opening(text: str) -> str:
    """A text as it opens a sentence."""
    return text[0].upper() + text[1:]


def on_day(said: str | None) -> str:
    """The day on which something was said, with its preposition: `` on 3 March 2024``."""
    return f" on {spoken_day(said)}" if said else ""


def by_the_hour(earlier: Held, later: Held) -> bool:
    """Whether two statements have to bear their hours, since their days do not tell the order.

    They are of one day, or their days run backwards because their zones differ.

    Args:
        earlier: The one that was said first.
        later: The other.

    Returns:
        Whether both hours are known, and needed.
    """
    if earlier.day is None or later.day is None or earlier.day < later.day:
        return False
    hours = bears_hour(earlier.said) and bears_hour(later.said)
    return hours and earlier.moment < later.moment


@lru_cache(maxsize=4096)
def at_hour(said: str | None) -> str:
    """The hour of a time, to stand behind its day: `` at 23:30 -05:00``."""
    return f" at {spoken_moment(said).split(' ', 3)[3]}"


def is_borrowed(echo: Held) -> bool:
    """Whether an echo is what a relay gave as its own, and not what it carried of its source."""
    newer = echo.superseded_by
    return newer is not None and newer.voice.body not in (echo.voice.body, echo.voice.inside)


def carrier(echo: Held) -> str:
    """Who repeats a figure that its source has changed: the one that brought it to us."""
    if is_borrowed(echo):
        return speaker(echo)
    return _named(echo.chain[-1] if echo.chain else ARTICLE, anonymous=False)


def carried(echo: Held) -> str:
    """What its carrier did: only a repetition that is later than the change is one ``still``."""
    newer = echo.superseded_by
    late = newer is not None and (said_after(echo, newer) or published_after(echo, newer))
    return "still carried" if late else "carried"


def came_late(echo: Held) -> bool:
    """Whether its source said it before the change, and only its carrier came after."""
    newer = echo.superseded_by
    return newer is not None and not is_borrowed(echo) and said_after(newer, echo)


def carried_on(echo: Held) -> str | None:
    """When its carrier had it: what was said before the change was published after it."""
    document = echo.claim.document
    return document.published if came_late(echo) and document else echo.said


def speaker(held: Held) -> str:
    """A speaker's name inside a sentence: ``an interior ministry official``, ``the Hashed``."""
    return _named(held.voice.label, held.claim.anonymous)


@lru_cache(maxsize=16384)
def _named(name: str, anonymous: bool) -> str:
    if name == ARTICLE:
        return "a report without a publisher"
    called, _, role = name.partition(",")
    person = bool(parse_name(name).person)
    if role and (person or not has_word(called, "institutions")):
        person = True
        name = f"{called} ({role.strip()})"  # ``Jane Doe, Port Town police`` would run on
    first, _, rest = name.partition(" ")
    folded = [
        word.casefold().strip("’'s") if word.endswith("’s") else word.casefold()
        for word in name.split()
    ]
    if anonymous or first == "The" or (rest and first in ("A", "An")):
        if first.casefold() in word_set("wording", "lower"):
            first = first.casefold()
        name = f"{first} {rest}".strip()
        if first in ("a", "an", "the"):
            return name
        one = word_set("wording", "one_person")
        head = next((word for word in folded if word in one), None)
        return f"{'an' if first[0] in 'aeiouAEIOU' else 'a'} {name}" if head else name
    if not rest and first.casefold() in word_set("wording", "bare"):
        return first.casefold()
    if not rest and first.casefold() in word_set("wording", "definite"):
        return f"the {first.casefold()}"
    takes_article = not set(folded).isdisjoint(word_set("wording", "definite"))
    if (
        takes_article
        and not person
        and first not in ("the", "a", "an")
        and not _OWNED.match(name)
        and rest
    ):
        return f"the {name}"
    return name


def listed(names: Iterable[str]) -> str:
    """Names in a row: ``A, B and C``; beyond `NAMED`, the rest are counted."""
    shown = list(names)
    if len(shown) == 1:
        return shown[0]
    if len(shown) > NAMED:
        rest = len(shown) - NAMED + 1
        shown = [*shown[: NAMED - 1], f"{number(rest)} others"]
    return f"{', '.join(shown[:-1])} and {shown[-1]}"
