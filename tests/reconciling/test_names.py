import pytest

from claimtrack.reconciling.folding import fold_words, has_word
from claimtrack.reconciling.names import Relation, parse_name


@pytest.mark.parametrize(
    ("name", "relation", "words"),
    [
        ("Gaza Health Ministry", Relation.ITSELF, ("gaza", "health", "ministry")),
        ("the health ministry's spokesman Dr. Doe", Relation.SPEAKS_FOR, ("health", "ministry")),
        ("Jane Doe, spokeswoman for the Coastguard", Relation.SPEAKS_FOR, ("coastguard",)),
        ("Merton police chief J. Doe", Relation.SPEAKS_FOR, ("merton", "police")),
        ("director of St Mary Hospital", Relation.SPEAKS_FOR, ("st", "mary", "hospital")),
        ("Health Minister Jane Doe", Relation.SPEAKS_FOR, ("health", "ministry")),
        ("a source in the Northern Brigades", Relation.INSIDE, ("northern", "brigades")),
        ("two senior sources close to the army", Relation.INSIDE, ("army",)),
        ("Army source", Relation.INSIDE, ("army",)),
        ("Prime minister of Freedonia", Relation.ITSELF, ("prime", "minister", "freedonia")),
        (
            "former Health Minister Jane Doe",
            Relation.ITSELF,
            ("former", "health", "minister", "jane", "doe"),
        ),
        ("Unnamed sources", Relation.INSIDE, ("unnamed",)),
        ("Interior ministry official", Relation.ITSELF, ("interior", "ministry", "official")),
    ],
)
def test_a_name_is_taken_apart_by_its_shape(
    name: str, relation: Relation, words: tuple[str, ...]
) -> None:
    parsed = parse_name(name)
    assert (parsed.relation, parsed.words) == (relation, words)


def test_an_acronym_is_known_by_its_capitals_or_as_a_gloss() -> None:
    assert parse_name("the RSF").acronyms == ("rsf",)
    assert parse_name("Rapid Support Forces (RSF)").acronyms == ("rsf",)
    assert parse_name("Jane Doe (army chief)").acronyms == ()


def test_words_lose_case_marks_possessives_and_small_words() -> None:
    assert fold_words("Médecins’s Office of the Ministry") == ("medecins", "office", "ministry")
    assert fold_words("Ministry of Defense") == fold_words("ministry of defence")


def test_a_name_without_words_of_its_own_keeps_what_it_has() -> None:
    assert fold_words("The The") == ("the", "the")
    assert fold_words("???") == ("???",)
    assert fold_words("'s") == ("'s",)


def test_a_kind_of_word_is_found_in_a_name() -> None:
    assert has_word("Maui Police Department", "official")
    assert not has_word("Médecins Sans Frontières", "official")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jane Doe, secretário de Justiça de Lesk", "Secretaria de Justiça de Lesk"),
        ("Jane Doe, conselleira de Sanidade", "Consellería de Sanidade"),
        ("Sağlık Bakanı Jane Doe", "Sağlık Bakanlığı"),
        ("Freedonian Prime Ministry", "Office of the Prime Minister of Freedonia"),
        ("Directorate of Health in Lesk", "Lesk Health Department"),
        ("Lesk's General Directorate of Health", "Lesk Health Department"),
        ("Lesk Office of the Chief Medical Examiner", "Lesk medical examiner"),
        ("Gobierno de la Ciudad de Lesk", "Lesk city government"),
        ("Lesk Regional State government", "Lesk Regional Government"),
        ("وزارة الصحة اللبنانية", "Lebanese Ministry of Health"),
        ("Міністерство внутрішніх справ України", "Ukrainian Interior Ministry"),
        ("Kementerian Kesehatan", "Health Ministry"),
        ("Lesk Prefecture", "Lesk prefectural government"),
        ("Lesk prefect's office", "Governor of Lesk"),
        ("BC Coroners Service", "British Columbia Coroners Service"),
    ],
)
def test_a_body_is_known_by_its_offices_and_in_other_tongues(one: str, other: str) -> None:
    assert parse_name(one).key == parse_name(other).key
