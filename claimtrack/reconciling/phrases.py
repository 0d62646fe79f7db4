"""Words for figures and speakers, in plain and neutral English."""

from collections.abc import Sequence

from claimtrack.model.quantities import Quantity
from claimtrack.model.sources import ARTICLE
from claimtrack.reconciling.lexicon import word_set, words
from claimtrack.reconciling.positions import Held

_DIGITS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_BASES = {
    "estimate": "by an estimate",
    "identified": "counting only the identified",
    "presumed": "counting those presumed",
}
NAMED = 5
"""So many speakers are named in one clause; the rest are counted."""


def number(value: int) -> str:
    """A number in prose: words below ten, figures from there (the news agencies' rule)."""
    return _DIGITS[value] if 0 < value < len(_DIGITS) else f"{value:,}"


def figure(quantity: Quantity, value_text: str | None) -> str:
    """A figure in prose, its bounds spelled out.

    Args:
        quantity: The figure.
        value_text: Its verbatim words, quoted where they are vague.

    Returns:
        Such as ``two``, ``at least 97``, ``between 250 and 260``, ``about 253``, ``“dozens”``.
    """
    low, high = quantity.low, quantity.high
    if quantity.vague and value_text:
        return f"“{value_text}”"
    if low is None and high is None:
        return "an unstated number"
    about = "about " if quantity.approximate else ""
    if low == high:
        return about + (number(low) if low else "none")
    if high is None:
        return f"at least {about}{number(low or 0)}"
    if not low:
        return f"at most {about}{number(high)}"
    return f"{about}between {number(low)} and {number(high)}".replace(
        "about between", "between about"
    )


def assertion(held: Held, where: str = "") -> str:
    """What a position asserts, as a clause: ``two people were killed in Al Qaim``.

    Args:
        held: A position with a figure.
        where: The place and days to say, with a blank before, or nothing.

    Returns:
        The clause, with the basis where it is no plain count.
    """
    claim, quantity = held.claim, held.claim.quantity
    if quantity is None:
        return ""
    forms = words("wording")["kinds"].get(claim.kind)
    said = figure(quantity, claim.value_text)
    if forms is None:
        counted = f"{claim.kind}, {claim.scope}" if claim.scope else claim.kind
        return _with_basis(f"{said} ({counted}){where}", held)
    one, several, was, were = forms
    qualifier = ""
    if claim.scope and qualifies(claim.scope):
        qualifier = f", {claim.scope},"
    elif claim.scope:
        one, several = _singular(claim.scope), claim.scope
    if quantity.exact and quantity.low == 0:
        said = "no"
        one, several = several, several
        if several == "people":
            return _with_basis(f"no one {was}{where}", held)
    single = quantity.low == quantity.high == 1 and not quantity.vague
    noun, verb = (one, was) if single or quantity == Quantity(1, None) else (several, were)
    if quantity.vague:
        noun = claim.scope if claim.scope and not qualifier else ""
    noun += qualifier
    return _with_basis(" ".join(part for part in (said, noun, verb) if part) + where, held)


def qualifies(scope: str) -> bool:
    """Whether a scope widens or narrows everyone in passing: ``including the attacker``.

    Args:
        scope: A claim's scope.

    Returns:
        True for such a phrase, False for a population such as ``children``.
    """
    return scope.partition(" ")[0].casefold() in word_set("populations", "qualifiers")


def short_figure(held: Held) -> str:
    """A position's figure where what is counted has been said already: ``two``."""
    if held.claim.quantity is None:
        return ""
    told = figure(held.claim.quantity, held.claim.value_text)
    return told if held.claim.basis == "count" else f"{told} ({_BASES[held.claim.basis]})"


def speaker(held: Held) -> str:
    """A speaker's name inside a sentence: ``an interior ministry official``, ``the Hashed``."""
    name = held.voice.label
    if name == ARTICLE:
        return "a report without a publisher"
    first, _, rest = name.partition(" ")
    folded = [
        word.casefold().strip("’'s") if word.endswith("’s") else word.casefold()
        for word in name.split()
    ]
    if held.claim.anonymous or first == "The":
        if first.casefold() in word_set("wording", "lower"):
            first = first.casefold()
        name = f"{first} {rest}".strip()
        if first in ("a", "an", "the"):
            return name
        person = word_set("wording", "one_person")
        head = next((word for word in folded if word in person), None)
        return f"{'an' if first[0] in 'aeiouAEIOU' else 'a'} {name}" if head else name
    takes_article = not set(folded).isdisjoint(word_set("wording", "definite"))
    if (
        takes_article
        and first not in ("the", "a", "an")
        and not first.endswith(("’s", "'s"))
        and rest
    ):
        return f"the {name}"
    return name


def listed(names: Sequence[str]) -> str:
    """Names in a row: ``A, B and C``; beyond `NAMED`, the rest are counted."""
    shown = list(names)
    if len(shown) > NAMED:
        rest = len(shown) - NAMED + 1
        shown = [*shown[: NAMED - 1], f"{number(rest)} others"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _with_basis(clause: str, held: Held) -> str:
    basis = held.claim.basis
    return clause if basis == "count" else f"{clause}, {_BASES[basis]}"


def _singular(scope: str) -> str:
    """One of a population: ``child``, ``MSF staff member``, ``fighter``."""
    *before, last = scope.split()
    one = words("wording")["singular"].get(last.casefold())
    if one is None:
        one = last[:-1] if last.endswith("s") and not last.endswith("ss") else last
    return " ".join((*before, one))
