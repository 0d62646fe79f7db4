"""What sources are to each other: one body at the end of every chain."""

import pytest

from claimtrack.errors import UsageError
from claimtrack.model.aliases import SourceLink
from claimtrack.model.claims import Withdrawal
from claimtrack.store import check, open_store
from claimtrack.store.store import Store
from tests.store.samples import NOW, killed, stored, tamper

GONE = Withdrawal("2024-02-03T00:00:00Z", "mistaken")


@pytest.fixture
def spoken(case: str) -> str:
    stored(case, killed(claimants=("The Hashed", "PMF", "Speaker Al-X", "Brigade 13")))
    return case


def _link(store: Store, source: str, relation: str, target: str) -> int:
    return store.sources.link(SourceLink(source, relation, target, "Ada", NOW))


def test_names_and_spokespeople_lead_to_the_body_and_parts_do_not(spoken: str) -> None:
    with open_store(spoken, write=True) as store:
        assert _link(store, "PMF", "alias", "the Hashed") == 1
        _link(store, "speaker-al-x", "speaks-for", "pmf")
        _link(store, "Brigade 13", "part-of", "hashed")
        assert store.sources.aliases() == {"pmf": "hashed", "speaker-al-x": "hashed"}
        assert [(link.source, link.relation, link.target) for link in store.sources.links()] == [
            ("pmf", "alias", "hashed"),
            ("speaker-al-x", "speaks-for", "pmf"),
            ("brigade-13", "part-of", "hashed"),
        ]
    assert check(spoken) == []


def test_a_link_is_taken_back_and_stays_to_be_seen(spoken: str) -> None:
    with open_store(spoken, write=True) as store:
        _link(store, "PMF", "alias", "Hashed")
        store.sources.withdraw_link(1, GONE)
        assert store.sources.aliases() == {}
        assert [link.withdrawn for link in store.sources.links(withdrawn=True)] == [GONE]
        _link(store, "PMF", "alias", "Brigade 13")
        with pytest.raises(UsageError, match="pmf speaks as brigade-13 already"):
            store.sources.withdraw_link(1, None)
        with pytest.raises(UsageError, match="number 9"):
            store.sources.withdraw_link(9, GONE)


def test_a_source_speaks_as_one_body_and_never_as_itself(spoken: str) -> None:
    with open_store(spoken, write=True) as store:
        _link(store, "PMF", "alias", "Hashed")
        with pytest.raises(UsageError, match="pmf speaks as hashed already"):
            _link(store, "PMF", "speaks-for", "Brigade 13")
        with pytest.raises(UsageError, match="pmf speaks as hashed already"):
            _link(store, "Hashed", "alias", "PMF")
        with pytest.raises(UsageError, match="no source 'nobody'"):
            _link(store, "nobody", "alias", "Hashed")


def test_a_circle_in_a_damaged_file_is_told_and_ends(spoken: str) -> None:
    with open_store(spoken, write=True) as store:
        _link(store, "PMF", "alias", "Hashed")
        _link(store, "Brigade 13", "alias", "PMF")
    tamper(spoken, "UPDATE source_link SET target_id = 4 WHERE id = 1")
    assert "Source pmf speaks as itself, by way of others." in check(spoken)
    with open_store(spoken) as store:
        assert set(store.sources.aliases()) == {"pmf", "brigade-13"}
