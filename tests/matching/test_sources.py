"""Names that may be one source, and names that only look so."""

import pytest

from claimtrack.matching import likely_source, likely_sources
from claimtrack.model.sources import slug_of


def relation(one: str, other: str) -> tuple[str, str] | None:
    """Which of two names would be what to the other, by name."""
    named = {slug_of(name): name for name in (one, other)}
    found = likely_source((slug_of(one), one), (slug_of(other), other))
    return None if found is None else (named[found.source], found.relation)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("MSF", "Médecins Sans Frontières", ("MSF", "alias")),
        ("Syrian Observatory for Human Rights", "SOHR", ("SOHR", "alias")),
        ("I.D.F.", "Israel Defense Forces", ("I.D.F.", "alias")),
        ("Gaza Health Ministry", "health ministry in Gaza", ("Gaza Health Ministry", "alias")),
        ("Ministry of Health", "the Health Ministry", ("Ministry of Health", "alias")),
        ("Hashed al-Shaabi", "Hashd al-Shaabi", ("Hashed al-Shaabi", "alias")),
        ("IDF spokesperson", "the IDF", ("IDF spokesperson", "speaks-for")),
        (
            "spokesman for Marsa police",
            "Marsa police",
            ("spokesman for Marsa police", "speaks-for"),
        ),
    ],
)
def test_names_of_one_source(one: str, other: str, expected: tuple[str, str]) -> None:
    assert relation(one, other) == expected
    assert relation(other, one) is not None
    assert likely_sources([(slug_of(name), name) for name in (one, other)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North Gaza police", "South Gaza police"),
        ("Lebanese health ministry", "Gaza health ministry"),
        ("police", "Marsa police"),
        ("source in the Hashed", "the Hashed"),
        ("ministry officials", "ministry official"),
        ("MSF", "Marsa police"),
        ("AFP", "AP"),
        ("Unit 731", "Unit 732"),
        ("2nd Brigade", "3rd Brigade"),
    ],
)
def test_names_of_two_sources(one: str, other: str) -> None:
    assert relation(one, other) is None


def test_many_names_are_compared_only_where_they_share_something() -> None:
    names = [f"Station {n} of the Coast Guard" for n in range(300)] + [
        "MSF",
        "Medecins sans frontieres",
    ]
    found = likely_sources([(slug_of(name), name) for name in names])
    assert [(pair.source, pair.target) for pair in found] == [("msf", "medecins-sans-frontieres")]
