from importlib.resources import files

import pytest

from claimtrack.matching.normalise import fold_place
from claimtrack.model.gazetteer import is_region, wholes_of
from claimtrack.model.sounds import sounds_together


@pytest.mark.parametrize(
    ("name", "wholes"),
    [
        ("bishoftu", {"ethiopia"}),
        ("mazar e sharif", {"balkh", "afghanistan"}),
        ("mazar i sharif", {"balkh", "afghanistan"}),
        ("tirana", {"albania"}),
        ("balkh", {"afghanistan"}),
    ],
)
def test_a_town_or_region_lies_in_its_region_and_country(name: str, wholes: set[str]) -> None:
    assert wholes <= wholes_of(name)


def test_who_names_a_town_without_a_word_more_means_a_large_one() -> None:
    assert wholes_of("paris") == {"ile de france", "france"}
    assert {"spain", "venezuela"} <= wholes_of("valencia")


def test_what_a_town_is_said_to_lie_in_tells_which_is_meant() -> None:
    assert wholes_of("valencia", ("venezuela",)) == {"carabobo", "venezuela"}
    assert wholes_of("paris", ("texas",)) == {"united states"}
    assert wholes_of("mosul", ("a region that no list knows",)) >= {"iraq"}
    assert wholes_of("paris", ("quarantine",)) >= {"france"}


def test_a_site_lies_in_what_its_town_lies_in() -> None:
    assert "kenya" in wholes_of("westgate mall", ("nairobi",))
    assert wholes_of("westgate mall") == set()


def test_a_region_is_what_no_town_is_called() -> None:
    assert is_region("kentucky")
    assert is_region("north sumatra")
    for name in ("aleppo", "mosul", "paris", "a name that no list knows"):
        assert not is_region(name)


def test_nothing_lies_in_itself() -> None:
    assert "aleppo" not in wholes_of("aleppo")


def test_every_line_is_found_and_folded_as_claims_are() -> None:
    text = (files("claimtrack.model") / "gazetteer.tsv").read_text(encoding="utf-8")
    names = [line.split("\t")[0] for line in text.splitlines()]
    assert names == sorted(names)
    told = {
        whole
        for line in text.splitlines()
        for whole in line.split("\t")[1].replace(";", ",").split(",")
    }
    assert [whole for whole in sorted(told) if fold_place(whole).name != whole] == []
    assert all(map(sounds_together, told))
