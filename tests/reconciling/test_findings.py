import pytest

from claimtrack.model.findings import Finding, FindingRecord
from claimtrack.model.quantities import Quantity
from tests.reconciling.making import exactly, question, said

EARLY, MADE, LATE = "2024-03-04T00:00:00Z", "2024-03-05T00:00:00Z", "2024-03-06T00:00:00Z"


def finding(
    quantity: Quantity | None = None, verdict: str | None = None, weighed: tuple[str, ...] = ()
) -> dict[str, FindingRecord]:
    made = Finding("q1", "the register was seen", "ann", MADE, quantity, verdict)
    return {"q1": FindingRecord("f1", made, weighed)}


def test_a_finding_resolves_a_contested_question() -> None:
    claims = [said("A", 1, recorded_at=EARLY), said("B", 2, recorded_at=EARLY)]
    assert question(*claims).status == "contested"
    resolved = question(*claims, findings=finding(exactly(1)))
    assert resolved.status == "resolved"
    assert resolved.finding is not None
    assert resolved.finding["because"] == "the register was seen"
    assert resolved.finding["reopened_by"] == []


def test_a_later_claim_that_contradicts_it_reopens_it() -> None:
    claims = [said("A", 1, recorded_at=EARLY), said("B", 2, recorded_at=LATE)]
    reopened = question(*claims, findings=finding(exactly(1)))
    assert reopened.status == "contested"
    assert reopened.finding is not None
    assert reopened.finding["reopened_by"] == ["c2"]


def test_within_one_second_the_claims_that_were_weighed_tell_the_order() -> None:
    claims = [said("A", 1, recorded_at=MADE), said("B", 2, recorded_at=MADE)]
    before = question(*claims, findings=finding(exactly(1), weighed=("c1", "c2")))
    assert before.status == "resolved"
    after = question(*claims, findings=finding(exactly(1), weighed=("c1",)))
    assert after.status == "contested"
    assert after.finding is not None
    assert after.finding["reopened_by"] == ["c2"]


def test_a_later_claim_that_fits_it_does_not() -> None:
    claims = [said("A", 1, recorded_at=EARLY), said("B", 1, recorded_at=LATE)]
    assert question(*claims, findings=finding(exactly(1))).status == "resolved"


def test_a_verdict_in_words_is_not_reopened_by_numbers() -> None:
    claims = [said("A", 1, recorded_at=EARLY), said("B", 2, recorded_at=LATE)]
    assert question(*claims, findings=finding(verdict="nobody can tell")).status == "resolved"


def test_taking_a_finding_back_restores_the_report() -> None:
    claims = [said("A", 1), said("B", 2)]
    assert question(*claims, findings={}) == question(*claims)


@pytest.mark.parametrize(("because", "verdict"), [("  ", "x"), ("seen", " "), ("seen", None)])
def test_a_finding_needs_a_rationale_and_something_found(because: str, verdict: str | None) -> None:
    with pytest.raises(ValueError, match=r"needed|rationale"):
        Finding("q1", because, "ann", MADE, None, verdict)
