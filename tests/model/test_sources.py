"""Who speaks."""

import pytest
from hypothesis import given

from claimtrack.model.sources import slug_of
from tests.strategies import texts


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("The Hashed", "hashed"),
        ("the hashed", "hashed"),
        ("Médecins Sans Frontières", "medecins-sans-frontieres"),
        ("Iraqi prime minister's office", "iraqi-prime-ministers-office"),
        ("(article)", "article"),
        ("الحشد الشعبي", "الحشد-الشعبي"),
        ("A.", "a"),
    ],
)
def test_spellings_of_one_name_share_a_slug(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@given(texts())
def test_every_name_has_a_slug_that_is_its_own_slug(name: str) -> None:
    slug = slug_of(name)
    assert slug
    assert " " not in slug
