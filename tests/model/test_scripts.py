from importlib.resources import files

import pytest

from claimtrack.model.scripts import body_in_english, in_english


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("熊本", "Kumamoto"),
        ("熊本県", "Kumamoto"),
        ("東京都霞ケ関駅", "霞ケ関 station, Tokyo"),
        ("東京都千代田区 霞ケ関駅", "霞ケ関 station, Chiyoda, Tokyo"),
        ("四川汶川县", "汶川, Sichuan"),
        ("香港大埔", "Tai Po, Hong Kong"),
        ("花蓮縣", "Hualien City"),
        ("دمشق", "Damascus"),
        ("ریف دمشق", "ریف Damascus"),
        ("Гянджа", "Ganja"),
        ("Αίγυπτος", "Egypt"),
        ("תל אביב", "Tel Aviv"),
        ("กรุงเทพมหานคร", "Bangkok"),
    ],
)
def test_a_place_has_its_english_name_and_the_english_order(written: str, english: str) -> None:
    assert in_english(written) == english


def test_what_letters_tell_stays_as_it_is_written() -> None:
    for place in ("Port Town", "Utøya", "Мариуполь", "Донецьк", "თბილისი"):
        assert in_english(place) == place


def test_what_stands_in_latin_beside_another_script_stays() -> None:
    assert in_english("長沙 (Hunan province)") == "Changsha (Hunan province)"


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("香港消防處", "Hong Kong fire department"),
        ("熊本県警", "Kumamoto prefectural police"),
        ("서울소방재난본부", "seoul fire disaster headquarters"),
        ("外交部", "foreign ministry"),
        ("Port Town police", "Port Town police"),
        ("МЧС России", "emergency ministry russia"),
        ("Харьковская областная прокуратура", "kharkov regional prosecutor"),
        ("прокуратура Дагестана", "prosecutor dagestan"),
        ("وزارة الصحة في غزة", "ministry health fi Gaza"),
        ("Министерство (MIA)", "ministry mia"),
    ],
)
def test_a_body_in_another_script_is_told_in_english(written: str, english: str) -> None:
    assert body_in_english(written) == english


def test_the_list_is_sorted_by_its_bytes_and_names_each_once() -> None:
    lines = (files("claimtrack.model") / "scripts.tsv").read_bytes().split(b"\n")
    names = [line.split(b"\t")[0] for line in lines if line]
    assert names == sorted(set(names))
    assert all(line.count(b"\t") == 1 for line in lines if line)
