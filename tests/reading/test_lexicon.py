import tomllib
from importlib.resources import files

from claimtrack.model.claims import COUNTED, UNCOUNTED
from claimtrack.model.documents import Document
from claimtrack.reading.forms import forms_of, plural_of
from claimtrack.reading.lexicon import build, lexicon
from claimtrack.reading.reader import read


def raw() -> dict[str, dict[str, object]]:
    path = files("claimtrack.reading").joinpath("lexicon/en.toml")
    return tomllib.loads(path.read_text("utf-8"))


def test_every_kind_of_the_record_has_its_table() -> None:
    assert set(COUNTED) | set(UNCOUNTED) == set(lexicon().kinds)


def test_a_kind_is_added_by_data_alone() -> None:
    words = raw()
    words["kinds"]["vaccinated"] = {"transitive": ["vaccinate"], "noun": ["vaccination"]}
    document = Document(text="Nurses vaccinated 240 children. Officials reported 12 vaccinations.")
    claims = read(document, build(words))
    assert [(c.kind, c.quantity.low) for c in claims if c.quantity] == [
        ("vaccinated", 240), ("vaccinated", 12),
    ]  # fmt: skip
    assert read(document) == []


def test_verbs_and_nouns_are_inflected() -> None:
    assert forms_of("carry")["past"] == ("carried",)
    assert forms_of("slay:slew:slain:slaying")["past"] == ("slew", "slain")
    assert forms_of("lose their lives:lost their lives:lost their lives:losing their lives")[
        "present"
    ] == ("loses their lives",)
    assert plural_of("fatality") == "fatalities"
    assert plural_of("woman") == "women"
    assert plural_of("case of cholera") == "cases of cholera"
