from claimtrack.reading import is_english


def test_english_prose_is_english() -> None:
    assert is_english(
        "The police said that two men were killed in the town on Friday, and six hurt."
    )


def test_other_languages_are_not() -> None:
    assert not is_english(
        "Zwei Männer sind am Freitag bei einem Angriff auf die Stadt getötet worden."
    )
    assert not is_english(
        "قتل رجلان في هجوم على المدينة يوم الجمعة وأصيب ستة آخرون بجروح مختلفة هناك"
    )


def test_of_a_few_words_nothing_can_be_said() -> None:
    assert is_english("Deux morts")
