"""Sources: counted by the claims that stand."""

import pytest

from claimtrack.errors import UsageError
from claimtrack.model.claims import Withdrawal
from claimtrack.model.sources import Source
from claimtrack.store import open_store
from tests.store.samples import NOW, killed, stored


def test_sources_are_counted_and_the_busiest_comes_first(case: str) -> None:
    stored(
        case,
        killed(claimants=("MSF", "msf"), via=("AFP",)),
        killed(claimants=("The Hashed",), via=("AFP", "Reuters")),
        killed(claimants=("the Hashed",)),
        killed(claimants=("the Hashed",), withdrawn=Withdrawal(NOW, "misread")),
    )
    with open_store(case) as store:
        assert list(store.sources.find()) == [
            Source("hashed", "The Hashed", 2, 0, NOW),
            Source("msf", "MSF", 1, 0, NOW),
            Source("afp", "AFP", 0, 2, NOW),
            Source("reuters", "Reuters", 0, 1, NOW),
        ]
        assert store.sources.get("hashed") == store.sources.get("The Hashed")
        assert store.sources.get("hashed").claims == 2
        with pytest.raises(UsageError, match="no source"):
            store.sources.get("nobody")


def test_a_source_is_given_a_kind_and_a_grade(case: str) -> None:
    stored(case, killed(claimants=("MSF",)), killed(claimants=("the ministry",)))
    with open_store(case, write=True) as store:
        store.sources.set_kind("MSF", "NGO")
        store.sources.set_reliability("msf", "B")
        assert store.sources.get("msf") == Source("msf", "MSF", 1, 0, NOW, "NGO", "B")
        assert store.sources.grades() == {"msf": "B"}
        store.sources.set_reliability("msf", None)
        assert store.sources.grades() == {}
        with pytest.raises(UsageError, match="'club' is no kind"):
            store.sources.set_kind("msf", "club")
        with pytest.raises(UsageError, match="'G' is no reliability"):
            store.sources.set_reliability("msf", "G")
        with pytest.raises(UsageError, match="no source"):
            store.sources.set_kind("nobody", "NGO")
