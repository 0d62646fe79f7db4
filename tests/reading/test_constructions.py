"""Sentences of every counted kind, in the file beside this one, and what they are read to claim."""

from pathlib import Path

import pytest

from claimtrack.model.claims import Claim
from claimtrack.model.documents import Document
from claimtrack.reading import read

SENTENCES = [
    line
    for line in Path(__file__).with_name("constructions.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def figure(claim: Claim) -> str:
    quantity = claim.quantity
    if quantity is None:
        return claim.kind
    if quantity.vague:
        value = f"v{quantity.low}"
    elif quantity.exact:
        value = str(quantity.low)
    else:
        low, high = quantity.low, quantity.high
        value = f"{'' if low is None else low}..{'' if high is None else high}"
    return f"{claim.kind} {'~' if quantity.approximate else ''}{value}"


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_claims_what_it_says_and_nothing_else(line: str) -> None:
    text, _, said = line.partition("=>")
    wanted = [figure.strip() for figure in said.split(";") if figure.strip()]
    may = {figure.removesuffix("?") for figure in wanted if figure.endswith("?")}
    must = sorted(figure for figure in wanted if not figure.endswith("?"))
    found = sorted(figure(c) for c in read(Document(text=text.strip(), published="2024-05-15")))
    assert [f for f in found if f not in may or f in must] == must
