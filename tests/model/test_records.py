"""The claim record."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from claimtrack.model.claims import Claim
from claimtrack.model.dates import Period
from claimtrack.model.records import FIELDS, BadRecordError, from_record, to_record
from tests.strategies import claims

GOOD: dict[str, Any] = {"kind": "killed", "claimants": ["the Hashed"], "low": 1, "high": 1}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(claims())
def test_a_claim_survives_being_a_record(claim: Claim) -> None:
    record = json.loads(json.dumps(to_record(claim)))
    assert tuple(record) == FIELDS
    assert from_record(record) == claim


def test_an_imported_record_keeps_its_own_id_as_external_id() -> None:
    assert from_record({**GOOD, "id": "hashed-1"}).external_id == "hashed-1"
    assert from_record({**GOOD, "id": 17}).external_id == "17"
    assert from_record({**GOOD, "id": "c1", "external_id": None}).external_id is None


def test_blank_texts_count_as_absent() -> None:
    claim = from_record({**GOOD, "scope": " ", "quote": "", "via": [" ", "AFP "]})
    assert (claim.scope, claim.passage, claim.via) == (None, None, ("AFP",))


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"claimants": None}, "claimants", "needs its speaker"),
        ({"claimants": []}, "claimants", "needs its speaker"),
        ({"claimants": "the Hashed"}, "claimants", "not a list"),
        ({"kind": None}, "kind", "is missing"),
        ({"low": 3, "high": 1}, "low", "above high"),
        ({"low": "two"}, "low", "not a whole number"),
        ({"low": 1.5}, "low", "not a whole number"),
        ({"low": True}, "low", "not a whole number"),
        ({"low": None, "high": None}, "low", "is needed"),
        ({"event_start": "2024-02-30"}, "event_start", "does not exist"),
        ({"event_start": "2024-01-02", "event_end": "2024-01-01"}, "event_start", "comes after"),
        ({"stated_at": "yesterday"}, "stated_at", "not a date"),
        ({"event_start": "2024-01-01", "event_end": "soon"}, "event_end", "not a date"),
        ({"status": "maybe"}, "status", "not one of"),
        ({"basis": "guess"}, "basis", "not one of"),
        ({"revision_cue": "hm"}, "revision_cue", "not one of"),
        ({"vague": "yes"}, "vague", "neither true nor false"),
        ({"colour": "red"}, "colour", "is not a field"),
        ({"document": {"published": "2024-13-01"}}, "document", "does not exist"),
        ({"document": {"author": "X"}}, "document", "not a field of a document"),
        ({"quote": "a", "start": 3}, "start", "together"),
        ({"start": 3, "end": 4}, "start", "need a quote"),
        ({"restated": [{"start": 1}]}, "restated", "no quote"),
        ({"confidence": 2}, "confidence", "between 0 and 1"),
        ({"confidence": "high"}, "confidence", "not a number"),
    ],
)
def test_a_record_that_breaks_a_rule_is_refused_by_field(
    changes: dict[str, Any], field: str | None, said: str
) -> None:
    with pytest.raises(BadRecordError) as caught:
        from_record({**GOOD, **changes})
    assert any(name == field and said in text for name, text in caught.value.problems), (
        caught.value.problems
    )


def test_every_broken_rule_of_a_record_is_named_at_once() -> None:
    with pytest.raises(BadRecordError) as caught:
        from_record({"low": "x", "stated_at": 3, "document": 5})
    assert [name for name, _ in caught.value.problems] == [
        "low",
        "stated_at",
        "kind",
        "claimants",
        "document",
    ]


@pytest.mark.parametrize(
    ("given", "period"),
    [
        ({"event_start": "2003-08"}, Period("2003-08-01", "2003-08-31")),
        ({"event_start": "2003-08", "event_end": "2003-09"}, Period("2003-08-01", "2003-09-30")),
        ({"event_start": "2003-08-04", "event_end": "2003-08"}, Period("2003-08-04", "2003-08-31")),
        ({"event_start": "2003-08", "event_end": "2003-08-20"}, Period("2003-08-01", "2003-08-20")),
        ({"event_end": "2003"}, Period(None, "2003-12-31")),
    ],
)
def test_a_month_in_which_something_happened_becomes_its_days(
    given: dict[str, str], period: Period
) -> None:
    record = {"kind": "killed", "claimants": ["police"], "low": 3, **given}
    assert from_record(record).period == period


def test_a_month_in_which_something_was_said_is_refused() -> None:
    record = {"kind": "killed", "claimants": ["police"], "low": 3, "stated_at": "2003-08"}
    with pytest.raises(BadRecordError, match="2003-08"):
        from_record(record)
