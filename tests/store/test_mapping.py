"""Rows and model: nothing is lost on the way through the database."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.claims import Claim, Withdrawal
from claimtrack.model.documents import Document
from claimtrack.model.fingerprints import fingerprint
from claimtrack.model.records import from_record, to_record
from claimtrack.model.selection import Selection
from claimtrack.store import check, open_store
from claimtrack.store.mapping import claim_of, claim_row, document_number
from claimtrack.store.selecting import CLAIM
from tests.store.samples import NOW, killed
from tests.strategies import claims


def _minted(claim: Claim) -> Claim:
    """A claim as it comes back, without what the database minted."""
    document = claim.document and replace(claim.document, id=None, recorded_at=None)
    return replace(claim, id=None, recorded_at=None, document=document)


@given(given_claims=st.lists(claims(), min_size=1, max_size=4))
@settings(deadline=None, max_examples=40)
def test_a_claim_comes_back_from_the_database_as_it_went_in(
    template: Path, given_claims: list[Claim]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        case = f"{folder}/case.db"
        shutil.copy(template, case)
        with open_store(case, write=True) as store:
            ids = store.claims.add(given_claims, recorded_at=NOW)
        with open_store(case) as store:
            found = list(store.claims.find())
        assert [claim.id for claim in found] == ids
        assert [_minted(claim) for claim in found] == given_claims
        assert check(case) == []


@given(claim=claims())
@settings(deadline=None, max_examples=60)
def test_a_record_has_the_same_fingerprint_before_and_after_its_way_through_a_row(
    claim: Claim,
) -> None:
    row = claim_row(claim, number=1, document=7 if claim.document else None, recorded_at=NOW)
    documents = {7: claim.document} if claim.document else {}
    back = claim_of(row, (claim.claimants, claim.via), documents)
    assert fingerprint(back) == row[2] == fingerprint(claim)


def test_a_row_has_a_value_for_every_column() -> None:
    assert len(claim_row(killed(), number=1, document=None, recorded_at=NOW)) == len(CLAIM.c)


def test_a_record_survives_the_database_field_by_field(case: str) -> None:
    record = to_record(killed(scope="children", persons=("Marwan A.",), external_id="x1"))
    with open_store(case, write=True) as store:
        store.claims.add([from_record(record)], recorded_at=NOW)
        back = to_record(store.claims.get("c1"))
    assert back == record | {"id": "c1", "recorded_at": NOW}


def test_a_withdrawal_comes_back(case: str) -> None:
    taken_back = Withdrawal("2024-02-02T00:00:00Z", "a misreading")
    with open_store(case, write=True) as store:
        store.claims.add([killed(withdrawn=taken_back)], recorded_at=NOW)
        assert store.claims.get("c1").withdrawn == taken_back
        assert list(store.claims.find()) == []
        assert [c.id for c in store.claims.find(Selection(withdrawn=True))] == ["c1"]


def test_an_id_of_another_shape_is_no_document_number() -> None:
    assert document_number(Document(id="d12")) == 12
    for foreign in (None, "12", "c12", "d0", "d-1", "dx", "d²"):
        assert document_number(Document(id=foreign)) is None
