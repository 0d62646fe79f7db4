import pytest

from claimtrack.model.place_order import listed, ordered


@pytest.mark.parametrize(
    ("text", "site_first"),
    [
        ("Port Town's southern suburbs", "southern suburbs, Port Town"),
        ("Port Town, southern suburbs", "southern suburbs, Port Town"),
        ("the Port Town suburb of Lesk", "Lesk, Port Town"),
        ("Port Town neighbourhood of Mill Lane", "Mill Lane, Port Town"),
        ("school in Port Town, Freedonia", "school, Port Town, Freedonia"),
        ("burial site near Lesk", "burial site, Lesk"),
        ("Atlantic Ocean off the coast of Lesk", "Atlantic Ocean, Lesk"),
        ("Gulf of Mexico, off Lesk", "Gulf of Mexico, off Lesk"),
        ("off the southwest coast of Freedonia", "off Freedonia"),
        ("off the Freedonian coast", "off Freedonian"),
        ("au large de la Gambie", "off Gambie"),
        ("Frente a las costas de Lesk", "off Lesk"),
        ("près d’Alep, Syrie", "near Alep, Syrie"),
        ("Ferry off Lesk", "Ferry, Lesk"),
        ("Linxia Hui Autonomous Prefecture, Gansu", "Linxia Prefecture, Gansu"),
    ],
)
def test_the_site_comes_before_what_it_lies_in(text: str, site_first: str) -> None:
    assert ordered(text) == site_first


@pytest.mark.parametrize(
    "text",
    [
        "St Mary's hospital",
        "Lesk children's hospital, Port Town",
        "Lesk's Quay Square",
        "al-Qa'im",
        "Lesk, central Freedonia",
        "south of Lesk",
        "Lesk, Merton and Upper Mill",
        "Ivory Coast",
        "Gold Coast, Queensland",
        "Cape Coast",
        "Tibet Autonomous Region",
        "Autonomous Region of Madeira",
        "مدينة",
        "",
    ],
)
def test_what_is_one_name_stays_as_it_is(text: str) -> None:
    assert ordered(text) == text


@pytest.mark.parametrize(
    ("parts", "names", "wholes"),
    [
        (["Lesk", "Merton and Mill Vale"], ["Lesk", "Merton", "Mill Vale"], []),
        (["Lesk et Merton"], ["Lesk", "Merton"], []),
        (["Penha e Alemão"], ["Penha", "Alemão"], []),
        (["Lesk station", "platforms 4 and 5"], ["Lesk station"], ["platforms 4 and 5"]),
        (["Mazar e Sharif"], ["Mazar e Sharif"], []),
        (["Bosnie et Herzégovine"], ["Bosnie et Herzégovine"], []),
        (["Lesk & Merton", "Freedonia"], ["Lesk", "Merton"], ["Freedonia"]),
        (["Lesk and two nearby villages", "Freedonia"], ["Lesk"], ["Freedonia"]),
        (["São Tomé and Príncipe"], ["São Tomé and Príncipe"], []),
        (["Lesk", "Bosnia and Herzegovina"], ["Lesk"], ["Bosnia and Herzegovina"]),
        (["Lesk", "Freedonia"], ["Lesk"], ["Freedonia"]),
        ([], [], []),
    ],
)
def test_a_list_is_taken_apart_by_its_and(
    parts: list[str], names: list[str], wholes: list[str]
) -> None:
    assert listed(parts) == (names, wholes)
