"""Other names of places: one meaning at a time, in force until taken back."""

import pytest

from claimtrack.errors import UsageError
from claimtrack.model.aliases import PlaceAlias
from claimtrack.model.claims import Withdrawal
from claimtrack.store import open_store
from tests.store.samples import NOW

GONE = Withdrawal("2024-02-03T00:00:00Z", "mistaken")


def _alias(name: str, place: str) -> PlaceAlias:
    return PlaceAlias(name, place, "Ada", NOW, "as the gazetteer has it")


def test_other_names_are_kept_verbatim_until_taken_back(case: str) -> None:
    with open_store(case, write=True) as store:
        assert store.places.add_alias(_alias("Jurf al-Nasr", "Jurf al-Sakhr")) == 1
        store.places.add_alias(_alias("Bombay", "Mumbai"))
        assert store.places.aliases() == {"Jurf al-Nasr": "Jurf al-Sakhr", "Bombay": "Mumbai"}
        store.places.withdraw(2, GONE)
        assert [alias.name for alias in store.places.find()] == ["Jurf al-Nasr"]
        assert [alias.withdrawn for alias in store.places.find(withdrawn=True)] == [None, GONE]
        store.places.withdraw(2, None)
        assert store.places.aliases()["Bombay"] == "Mumbai"
        with pytest.raises(UsageError, match="number 9"):
            store.places.withdraw(9, GONE)


def test_the_other_names_of_one_place_are_found_with_all_that_leads_to_it(case: str) -> None:
    with open_store(case, write=True) as store:
        for name, place in (("A", "B"), ("B", "C"), ("D", "E")):
            store.places.add_alias(_alias(name, place))
        keyed = [(1, 1), (2, 1), (2, 2), (3, 2), (4, 3), (5, 3)]  # each name by its letter
        store.match_index.add_aliases(keyed)
        assert store.neighbourhood.aliases([3]) == {"A": "B", "B": "C"}
        assert store.neighbourhood.aliases([4, 9]) == {"D": "E"}
        store.places.withdraw(2, GONE)
        assert store.neighbourhood.aliases([2, 3]) == {"A": "B"}


def test_a_name_means_one_place_and_no_two_are_names_of_each_other(case: str) -> None:
    with open_store(case, write=True) as store:
        store.places.add_alias(_alias("A", "B"))
        store.places.add_alias(_alias("B", "C"))
        with pytest.raises(UsageError, match="of B already"):
            store.places.add_alias(_alias("a", "D"))
        with pytest.raises(UsageError, match="of C already"):
            store.places.add_alias(_alias("C", "A"))
        store.places.withdraw(1, GONE)
        store.places.add_alias(_alias("A", "D"))
        with pytest.raises(UsageError, match="of D already"):
            store.places.withdraw(1, None)
