from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.matching.lexicon import meanings
from claimtrack.matching.words import read_quote, words_of


def test_what_happened_to_what_by_whom_is_read_from_the_words() -> None:
    read = read_quote("Coalition warplanes bombed a crowded bazaar near the air base.")
    assert "airstrike" in meanings("acts", read.acts)
    assert "market" in meanings("targets", read.targets)
    assert meanings("actors", read.actors) == ["coalition"]


def test_an_arrest_of_the_heart_is_none() -> None:
    assert not read_quote("Six people died of cardiac arrest.").acts
    assert meanings("acts", read_quote("Six people were under arrest.").acts) == ["arrest"]


def test_figures_leave_no_trace() -> None:
    few = read_quote("Twelve people, or 12, were killed at Grenholm Quay.")
    many = read_quote("Ninety people, or 90, were killed at Grenholm Quay.")
    assert few == many


def test_rare_words_are_kept_and_common_ones_are_not() -> None:
    assert read_quote("Police said people were killed on Monday.").words == []
    assert len(read_quote("Police said Oyelaran was killed on Monday.").words) == 1


def test_the_place_of_the_claim_itself_is_no_rare_word() -> None:
    assert read_quote("Two died at Tabqa.", ("tabka",)).words == []


@settings(deadline=None, max_examples=100)
@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_plain_letters_take_a_short_cut_to_the_same_words(text: str) -> None:
    assert words_of(text) == words_of(text + " ü")[:-1]
