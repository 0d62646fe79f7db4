"""The trusted constructor: the same objects, unchecked."""

import pickle
from dataclasses import FrozenInstanceError, fields

import pytest
from hypothesis import given, settings

from claimtrack.model.claims import Claim, Passage
from claimtrack.model.trusted import trusted
from tests.strategies import claims

make_claim = trusted(Claim)


@given(claim=claims())
@settings(deadline=None, max_examples=50)
def test_it_makes_what_the_class_itself_would_make(claim: Claim) -> None:
    made = make_claim(*(getattr(claim, one.name) for one in fields(claim)))
    assert type(made) is Claim
    assert made == claim
    assert hash(made) == hash(claim)
    assert repr(made) == repr(claim)
    assert make_claim(claim.kind, claim.claimants).status == "accepted"


def test_what_it_makes_is_frozen_and_was_not_checked() -> None:
    blank = trusted(Passage)("", 3, 1)
    with pytest.raises(ValueError, match="blank"):
        Passage("", 3, 1)
    with pytest.raises(FrozenInstanceError):
        blank.quote = "Two died."  # type: ignore[misc]


@given(claim=claims())
@settings(deadline=None, max_examples=50)
def test_a_claim_is_the_same_in_another_process(claim: Claim) -> None:
    sent = pickle.loads(pickle.dumps(claim))
    assert type(sent) is Claim
    assert sent == claim
