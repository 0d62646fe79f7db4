from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.reading.lexicon import lexicon
from claimtrack.reading.sentences import LONGEST, sentences


def split(text: str) -> list[str]:
    return [sentence.words for sentence in sentences(text, lexicon())]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "Sgt. J. Lee spoke at 4:17 a.m. to U.S. troops. Maj. Gen. Ray left."
    assert split(text) == ["Sgt. J. Lee spoke at 4:17 a.m. to U.S. troops.", "Maj. Gen. Ray left."]


def test_an_abbreviation_before_a_common_opener_ends_one() -> None:
    assert len(split("It began at 4 a.m. The police came.")) == 2


def test_a_quotation_keeps_its_closing_mark() -> None:
    assert split("“It fell.” He left.") == ["“It fell.”", "He left."]


def test_wrapped_lines_are_one_sentence_and_headlines_are_not() -> None:
    assert len(split("Two dead in crash\nPolice named them.")) == 2
    assert len(split("The flood came in the night and took the\nbridge with it.")) == 1


def test_a_lost_blank_after_a_full_stop_is_found() -> None:
    assert len(split("He was taken to hospital.Police said no more.")) == 2


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400))
def test_sentences_are_stretches_of_the_text_in_order(text: str) -> None:
    end = 0
    for sentence in sentences(text, lexicon()):
        assert text[sentence.start : sentence.end] == sentence.words
        assert sentence.words.strip()
        assert end <= sentence.start
        assert sentence.end - sentence.start <= LONGEST
        end = sentence.end
