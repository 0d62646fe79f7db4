"""Short ways to make claims and reconcile them."""

from dataclasses import replace
from typing import Any

from claimtrack.model.claims import Claim, Passage
from claimtrack.model.dates import Period
from claimtrack.model.documents import Document
from claimtrack.model.quantities import Quantity
from claimtrack.model.report import EventReport, QuestionReport
from claimtrack.model.told import Told
from claimtrack.reconciling import DEFAULT, reconcile

DAY = "2024-03-01"


def exactly(number: int) -> Quantity:
    return Quantity(number, number)


def at_least(number: int) -> Quantity:
    return Quantity(number, None)


def about(number: int) -> Quantity:
    return Quantity(number, number, approximate=True)


def said(
    who: str, figure: int | Quantity | None, when: str | None = DAY, /, **fields: Any
) -> Claim:
    """A claim that so many were killed in Port Town on 1 March 2024."""
    quantity = exactly(figure) if isinstance(figure, int) else figure
    given: dict[str, Any] = {
        "kind": "killed",
        "place": "Port Town",
        "period": Period(DAY, DAY),
        **fields,
    }
    if (quote := given.pop("quote", None)) is not None:
        given["passage"] = Passage(quote)
    if (publisher := given.pop("publisher", None)) is not None:
        given["document"] = Document(publisher=publisher, published=given.pop("published", when))
    return Claim(claimants=(who,), quantity=quantity, stated_at=when, **given)


def numbered(claims: list[Claim]) -> list[Claim]:
    """The claims as a database would hand them out: with IDs, in one event."""
    questions: dict[tuple[str, str | None], str] = {}
    return [
        replace(
            claim,
            id=f"c{number}",
            event="e1",
            question=questions.setdefault((claim.kind, claim.scope), f"q{len(questions) + 1}"),
        )
        for number, claim in enumerate(claims, 1)
    ]


def report(*claims: Claim, **options: Any) -> EventReport:
    """The report of one event; the claims become c1, c2, … in the order given.

    The options are what people told, and the rule for preferred figures.
    """
    rule = options.pop("rule", DEFAULT)
    return reconcile("e1", numbered(list(claims)), rule=rule, told=Told(**options))


def question(*claims: Claim, **options: Any) -> QuestionReport:
    """The report of the first question."""
    return report(*claims, **options).questions[0]


def moves(*claims: Claim, **options: Any) -> list[tuple[str, str, str, str]]:
    """The revisions of the first question: from, to, type, direction."""
    return [(r.from_, r.to, r.type, r.direction) for r in question(*claims, **options).revisions]


def quarrels(*claims: Claim) -> dict[tuple[str, ...], str]:
    """The discrepancies of the first question: claims, in the order of their IDs → type."""
    return {tuple(sorted(d.claims)): d.type for d in question(*claims).discrepancies}


def standing(*claims: Claim, **options: Any) -> list[str]:
    """The claims of the first question whose sources stand by them."""
    return sorted(p.claim for p in question(*claims, **options).positions if p.standing)
