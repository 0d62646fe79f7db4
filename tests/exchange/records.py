"""A plain record to change, and claims as they are when a database exports them."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from claimtrack.model.claims import Claim
from claimtrack.model.documents import Document
from claimtrack.model.quantities import Quantity
from claimtrack.model.records import to_record
from tests.strategies import claims


def exported() -> st.SearchStrategy[Claim]:
    """Any claims, with the fields that a database adds."""
    return st.builds(
        replace,
        claims(),
        id=st.just("c7"),
        event=st.none() | st.just("e3"),
        question=st.none() | st.just("q5"),
        superseded_by=st.none() | st.just("c9"),
        recorded_at=st.just("2024-02-01T10:00:00+00:00"),
    )


def example(**changes: Any) -> dict[str, Any]:
    """The record of a plain claim, with some fields changed."""
    claim = Claim(
        kind="killed",
        claimants=("the ministry", "a doctor"),
        quantity=Quantity(12, 12),
        document=Document(publisher="The Daily", published="2024-01-24"),
    )
    return {**to_record(claim), **changes}
