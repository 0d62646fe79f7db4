"""Fingerprints: the same for the same content, whatever a database or a review added."""

from dataclasses import replace

import pytest

from claimtrack.model.claims import Claim, Passage, Withdrawal
from claimtrack.model.dates import Period
from claimtrack.model.documents import Document
from claimtrack.model.fingerprints import fingerprint, reference_fingerprint
from claimtrack.model.quantities import Quantity

CLAIM = Claim(
    kind="killed",
    claimants=("the ministry",),
    quantity=Quantity(2, 2),
    passage=Passage("Two died.", 0, 9),
    document=Document(title="A night", external_id="a1"),
    confidence=1.0,
)


def test_what_a_database_mints_and_a_review_changes_leaves_it_alone() -> None:
    stored = replace(
        CLAIM,
        id="c1",
        external_id="x",
        status="proposed",
        event="e1",
        question="q1",
        superseded_by="c2",
        recorded_at="2024-02-01",
        withdrawn=Withdrawal("2024-02-02", "misread"),
        document=Document(title="A night", external_id="a1", id="d3", recorded_at="2024-02-01"),
    )
    assert fingerprint(stored) == fingerprint(CLAIM)


@pytest.mark.parametrize(
    "changed",
    [
        replace(CLAIM, kind="injured"),
        replace(CLAIM, claimants=("the", "ministry")),
        replace(CLAIM, via=("AFP",)),
        replace(CLAIM, quantity=Quantity(2, 2, vague=True)),
        replace(CLAIM, quantity=Quantity(2, None)),
        replace(CLAIM, period=Period("2024-01-24")),
        replace(CLAIM, passage=Passage("Two died.", 1, 10)),
        replace(CLAIM, restated=(Passage("Two died."),)),
        replace(CLAIM, document=Document(title="A day")),
        replace(CLAIM, confidence=None),
    ],
)
def test_any_other_content_changes_it(changed: Claim) -> None:
    assert fingerprint(changed) != fingerprint(CLAIM)


def test_equal_numbers_of_different_types_make_no_difference() -> None:
    assert fingerprint(replace(CLAIM, confidence=1)) == fingerprint(CLAIM)
    assert fingerprint(replace(CLAIM, confidence=-0.0)) == fingerprint(replace(CLAIM, confidence=0))


def test_it_never_changes_between_versions_of_the_program() -> None:
    assert fingerprint(CLAIM) == "2e5858ed779094a6f49932fbdb25e7f0"


def test_a_reference_is_told_by_everything_but_id_and_text() -> None:
    bare = Document(title="A night", url="https://example.org/1")
    assert reference_fingerprint(replace(bare, id="d1", text="Two died.")) == reference_fingerprint(
        bare
    )
    assert reference_fingerprint(replace(bare, url=None)) != reference_fingerprint(bare)
