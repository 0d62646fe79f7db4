"""What is counted, where and by what basis, as a clause in plain and neutral English."""

from claimtrack.model.claims import Claim
from claimtrack.model.quantities import Quantity
from claimtrack.reconciling.lexicon import word_set, words
from claimtrack.reconciling.phrases import BASES, figure, hedged, lowered, qualifies
from claimtrack.reconciling.positions import Held

_ONE = Quantity(1, 1)
_ONE_OR_MORE = Quantity(1, None)


def assertion(held: Held, where: str = "", *, named: bool = True) -> str:
    """What a position asserts, as a clause: ``two people were killed in Al Qaim``.

    Args:
        held: A position with a figure.
        where: The place and days to say, with a blank before, or nothing.
        named: Whether to say who the one person is, where the claim tells.

    Returns:
        The clause, with the basis where it is no plain count.
    """
    claim, quantity = held.claim, held.claim.quantity
    if quantity is None:
        return ""
    clause = _clause(claim, quantity, where, individual(claim) if named else None)
    return clause if claim.basis == "count" else f"{clause}, {BASES[claim.basis]}"


def individual(claim: Claim) -> str | None:
    """The one person that a claim counts, where it names or describes them and no population."""
    if len(claim.persons) != 1 or claim.quantity != _ONE:
        return None
    if claim.scope and not _stands_for_another(claim.scope):
        return None
    return claim.persons[0] if _individuals(claim, claim.persons[0]) else None


def _clause(claim: Claim, quantity: Quantity, where: str, person: str | None) -> str:
    forms = words("wording")["kinds"].get(claim.kind)
    said = figure(quantity, claim.value_text)
    scope = claim.scope
    if scope and (_stands_for_another(scope) or _is_place(scope, claim.place)):
        scope = None
    scope = scope or person
    if scope and claim.place and claim.place.casefold() in scope.casefold():
        where = ""
    behind = f"{hedged(claim, said)}{where}"
    if quantity.vague and quantity.low == 1:  # the kind named without a number: "injuries"
        return f"there had been {said}{behind}"
    if forms is None:  # nobody knows whether a kind that was made up is a noun or a verb
        whom = f" ({scope})" if scope else ""
        return f"the number of “{claim.kind}”{whom}{where} was {said}{hedged(claim, said)}"
    one, several, was, were = forms
    aside = ""
    if scope and qualifies(scope):
        aside = f", {scope},"
    elif scope and _individuals(claim, scope):
        if quantity.exact and quantity.low == 1:
            return f"{lowered(scope)}{',' if ',' in scope else ''} {was}{behind}"
        aside = f" ({scope})"
    elif scope and scope.partition(" ")[0].casefold() in word_set("wording", "behind"):
        aside = f" {scope}"
    elif scope and (not _is_plural(scope) or _befalls(claim.kind, several, scope)):
        aside = f" ({scope})"
    elif scope:
        comma = "," if "," in scope else ""
        one, several = f"{singular(scope)}{comma}", f"{scope}{comma}"
    if quantity.exact and quantity.low == 0:
        if several == "people":
            return f"no one{aside} {was}{behind}"
        if several == "objects":
            return f"nothing{aside} {was}{behind}"
        return f"no {several}{aside} {were}{behind}"
    single = quantity.low == 1 and (quantity.high == 1 or quantity == _ONE_OR_MORE)
    noun, verb = (one, was) if single and not quantity.vague else (several, were)
    if quantity.vague and not _needs_noun(claim.value_text):
        if noun == scope and (claim.value_text or "").endswith("s"):
            said = f"{said} of"  # ``dozens`` of children
        elif not aside and noun != scope:
            noun = ""
    return " ".join(filter(None, (said, f"{noun}{aside}", verb))) + behind


def _befalls(kind: str, several: str, scope: str) -> bool:
    """Whether a scope is what an event befalls, and not a kind of event: ``hospitals`` attacked."""
    return kind in word_set("wording", "happening") and several not in scope.casefold().split()


def _is_place(scope: str, place: str | None) -> bool:
    """Whether a scope says no more than the place does: ``Mill Vale province``."""
    return scope.casefold() in (place or "").casefold()


def _is_plural(scope: str) -> bool:
    """Whether a scope is a noun in the plural: ``children``, ``members of the crew``."""
    parts = scope.partition(",")[0].split()
    noun = parts[_head(scope) - 1].casefold() if parts else ""
    return noun.endswith(("s", "men", "ese")) or noun in words("wording")["singular"]


def _head(scope: str) -> int:
    """How many words there are up to the noun of a scope: three in ``local staff members of``."""
    parts = scope.partition(",")[0].split()
    behind = word_set("wording", "behind")
    return next((i for i, part in enumerate(parts) if i and part.casefold() in behind), len(parts))


def singular(scope: str) -> str:
    """One of a population, by the regular rules of English plurals.

    Args:
        scope: Such as ``children``, ``MSF staff``, ``members of the Hashed``.

    Returns:
        Such as ``child``, ``MSF staff member``, ``member of the Hashed``.
    """
    noun = _head(scope)
    parts = scope.split()
    parts[noun - 1] = _one(parts[noun - 1])
    return " ".join(parts)


def _one(noun: str) -> str:
    known = words("wording")["singular"].get(noun.casefold())
    if known is not None:
        return str(known)
    if noun.endswith("men"):
        return f"{noun[:-3]}man"
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us")) else noun


def _stands_for_another(scope: str) -> bool:
    """Whether a scope is a pronoun, whose person the claim does not tell."""
    return scope.replace("’", "'").partition("'")[0].casefold() in word_set("wording", "pronouns")


def _individuals(claim: Claim, scope: str) -> bool:
    """Whether a scope names or describes those counted one by one, rather than a population."""
    if scope.partition(" ")[0].casefold() in word_set("wording", "describing"):
        return True
    return bool(claim.persons) and any(letter.isupper() for letter in scope)


def _needs_noun(value_text: str | None) -> bool:
    said = (value_text or "").casefold()
    return said.endswith(" of") or said in word_set("wording", "determiners")
