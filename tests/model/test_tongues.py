from claimtrack.model.tongues import (
    countries_named,
    is_country,
    names_country,
    place_called,
    word_called,
)


def test_a_country_and_its_people_are_one_word_whatever_the_tongue() -> None:
    assert countries_named("health ministry of south korea") == "health ministry of south-korea"
    assert countries_named("south korean health ministry") == "south-korea health ministry"
    assert countries_named("ministere maroc") == countries_named("ministere moroccan")
    assert countries_named("ministry of russians") == "ministry of russians"


def test_only_the_word_that_stands_for_a_country_is_one() -> None:
    assert is_country("south-korea")
    assert not is_country("korean")
    assert not is_country("valencia")


def test_places_and_sites_have_their_english_names() -> None:
    assert place_called("maroc") == "morocco"
    assert place_called("corea del sur") == "south korea"
    assert place_called("genova") == "genoa"
    assert place_called("alma ata") == "almaty"
    assert place_called("port town") == "port town"
    assert word_called("ponte") == "bridge"
    assert word_called("selat") == "strait"
    assert word_called("tower") == "tower"
    assert word_called("utara") == word_called("northern") == "north"


def test_no_name_stands_for_two_countries() -> None:
    names = ["congolese", "guinean", "korean", "dominican", "sudanese", "south sudanese"]
    names += ["republic of the congo", "guinea bissau", "equatorial guinea", "republic of china"]
    names += ["people republic of china", "samoan", "american samoan"]
    assert len({countries_named(name) for name in names}) == len(names)


def test_countries_are_known_in_many_tongues_and_only_as_whole_words() -> None:
    for name in ("gambie", "kasachstan", "turchia", "jamaica", "giamaica", "siriya", "birmania"):
        assert names_country(name), name
    assert countries_named("ministry of papua nueva guinea") == "ministry of papua-new-guinea"
    assert countries_named("malian") != countries_named("somalian")
    assert not names_country("island")


def test_a_name_that_holds_that_of_a_country_may_be_none() -> None:
    assert countries_named("british columbia police") == "british columbia police"
    assert countries_named("british police") == "britain police"
    assert not names_country("new mexico")
    assert names_country("mexico")
