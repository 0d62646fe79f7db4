"""Two sites of one town that nobody can tell apart are one site under two names."""

import pytest

from claimtrack.reconciling.sites import Counted, are_one, is_site
from tests.reconciling.making import quarrels, said

TOWN, WORKS, STREET = 0, 1, 2
TOLD = ((WORKS, "police"), (STREET, "court"), (TOWN, "union"))


def figures(works: int, street: int, town: int, kind: str = "killed") -> list[Counted]:
    told = ((WORKS, works), (STREET, street), (TOWN, town))
    return [Counted(place, kind, low) for place, low in told]


def test_what_would_together_exceed_the_town_is_one_site() -> None:
    assert are_one({WORKS, STREET}, TOWN, TOLD, figures(22, 35, 39))
    assert not are_one({WORKS, STREET}, TOWN, TOLD, figures(15, 16, 32))


def test_of_a_site_the_least_that_was_said_counts_and_of_the_town_the_most() -> None:
    later = [Counted(WORKS, "killed", 5), Counted(TOWN, "killed", 41)]
    assert not are_one({WORKS, STREET}, TOWN, TOLD, [*figures(22, 35, 39), *later])


def test_sites_that_somebody_counts_side_by_side_are_two() -> None:
    both = (*TOLD, (WORKS, "court"))
    assert not are_one({WORKS, STREET}, TOWN, both, figures(22, 35, 39))


def test_where_nobody_counts_the_town_two_figures_are_of_two_sites() -> None:
    assert not are_one({WORKS, STREET}, TOWN, TOLD, figures(22, 35, 39)[:2])


def test_figures_of_different_kinds_tell_no_sites_apart() -> None:
    one_each = [Counted(WORKS, "killed", 86), Counted(STREET, "injured", 151)]
    assert are_one({WORKS, STREET}, TOWN, TOLD, one_each)


@pytest.mark.parametrize("name", ["mill street 12", "works building", "old bridge"])
def test_a_building_and_an_address_are_sites(name: str) -> None:
    assert is_site(name)
    assert not is_site("lower lesk")


def test_figures_for_one_site_under_two_names_and_for_its_town_contradict_each_other() -> None:
    claims = (
        said("Ministry", 22, "2024-03-01", place="Old Bridge, Port Town"),
        said("Fire brigade", 35, "2024-03-01", place="Mill viaduct, Port Town"),
        said("Prefecture", 39, "2024-03-01", place="Port Town"),
    )
    assert set(quarrels(*claims).values()) == {"conflict"}


def test_names_that_may_be_of_quarters_are_one_site_only_where_figures_show_it() -> None:
    assert not are_one({WORKS, STREET}, TOWN, TOLD, [], shown=True)
    assert are_one({WORKS, STREET}, TOWN, TOLD, figures(22, 35, 39), shown=True)
    claims = (
        said("Ministry", 64, "2024-03-01", place="Winter Rowan, Port Town"),
        said("Blogger", 301, "2024-03-02", place="Red Alder, Port Town"),
        said("Investigators", 64, "2024-03-03", place="Port Town"),
    )
    assert set(quarrels(*claims).values()) == {"conflict"}


def test_two_towns_of_a_region_are_not_one_site_though_its_own_figure_lags_behind() -> None:
    claims = (
        said("Governor", 64, "2024-03-01", place="Idlib"),
        said("Hospital", 65, "2024-03-02", place="Ariha, Idlib"),
        said("Doctors", 12, "2024-03-02", place="Saraqib, Idlib"),
    )
    assert set(quarrels(*claims).values()) == {"scope"}


def test_a_kind_that_nobody_tells_of_the_town_does_not_hold_two_names_apart() -> None:
    killed, injured = figures(88, 73, 88), figures(337, 392, 0, "injured")[:2]
    assert are_one({WORKS, STREET}, TOWN, TOLD, [*killed, *injured])
    assert not are_one({WORKS, STREET}, TOWN, TOLD, injured)
