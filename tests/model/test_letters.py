import pytest

from claimtrack.model.letters import fold_letters


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Utøya", "utoya"),
        ("Đakovica", "djakovica"),
        ("Đà Nẵng", "da nang"),
        ("Gəncə", "ganja"),
        ("Одеса", "odesa"),
        ("ढाका", "dhaka"),
        ("서울", "seoul"),
        ("გორი", "gori"),
        ("くまもと", "kumamoto"),
        ("深圳", "shenzhen"),
        ("№ 5", "no 5"),
    ],
)
def test_every_script_is_folded_to_small_latin_letters(written: str, folded: str) -> None:
    assert fold_letters(written) == folded
