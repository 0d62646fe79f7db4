"""Publishers that speak in their own voice are sources, though no claim names them."""

import pytest

from claimtrack.errors import UsageError
from claimtrack.model.aliases import SourceLink
from claimtrack.model.claims import Withdrawal
from claimtrack.model.documents import Document
from claimtrack.model.selection import Selection, selects
from claimtrack.model.sources import ARTICLE, Source
from claimtrack.store import open_store
from tests.store.samples import NOW, killed, stored


@pytest.fixture
def spoken(case: str) -> str:
    """A publisher that speaks, one that also relays, and one that only quotes."""
    daily, wire = Document(publisher="The Daily"), Document(publisher="Wire")
    gone = Withdrawal(NOW, "misread")
    stored(
        case,
        killed(claimants=(ARTICLE,), document=daily),
        killed(claimants=(ARTICLE,), document=Document(publisher="the daily"), withdrawn=gone),
        killed(claimants=(ARTICLE,), document=wire),
        killed(claimants=("MSF",), via=("Wire",), document=Document(publisher="Herald")),
    )
    return case


def test_a_publisher_in_its_own_voice_is_listed_and_counted(spoken: str) -> None:
    with open_store(spoken) as store:
        found = {source.slug: source for source in store.sources.find()}
        assert found["daily"] == Source("daily", "The Daily", 1, 0, NOW)
        assert found["wire"] == Source("wire", "Wire", 1, 1, NOW)
        assert "herald" not in found
        assert store.sources.get("The Daily") == found["daily"]
        assert dict(store.sources.speaking()) == {"daily": "The Daily", "wire": "Wire"}


def test_it_can_be_filtered_by_in_the_store_and_out_of_it(spoken: str) -> None:
    with open_store(spoken) as store:
        every = list(store.claims.find())
        for name, ids in (("The Daily", ["c1"]), ("wire", ["c3"]), ("herald", []), ("msf", ["c4"])):
            chosen = Selection(source=name)
            assert [claim.id for claim in store.claims.find(chosen)] == ids
            assert [claim.id for claim in every if selects(chosen, claim)] == ids


def test_it_can_be_graded_and_linked(spoken: str) -> None:
    with open_store(spoken, write=True) as store:
        store.sources.set_reliability("The Daily", "B")
        store.sources.set_kind("daily", "media")
        assert store.sources.get("daily") == Source("daily", "The Daily", 1, 0, NOW, "media", "B")
        store.sources.link(SourceLink("daily", "alias", "wire", by="Ana", at=NOW))
        assert store.sources.aliases() == {"daily": "wire"}
        with pytest.raises(UsageError, match="no source 'herald'"):
            store.sources.set_reliability("herald", "B")
