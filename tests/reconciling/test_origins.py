from claimtrack.model.quantities import Quantity
from tests.reconciling.making import question, said

QUOTE = "The blast at the northern market of Port Town killed ten people and broke every window."


def test_outlets_that_quote_one_claimant_are_one_origin() -> None:
    report = question(*(said("Ministry", 10, via=(outlet,)) for outlet in "ABCDE"))
    assert (report.origins, report.relays) == (1, 5)
    assert report.status == "single-origin"


def test_different_claimants_are_different_origins() -> None:
    report = question(said("Ministry", 10), said("Hospital", 10))
    assert (report.origins, report.relays) == (2, 0)
    assert report.status == "agreed"


def test_a_vague_word_is_a_voice_beside_a_number() -> None:
    dozens = Quantity(24, None, vague=True)
    report = question(said("Police", 31), said("Union", dozens, value_text="dozens"))
    assert (report.origins, report.status) == (2, "agreed")
    assert report.figures.preferred is not None
    assert (
        report.figures.preferred.rule
        == "most-origins: 1 of 1 origin with a comparable figure stands by it"
    )


def test_a_denial_of_another_figure_supports_none() -> None:
    report = question(said("Police", 3), said("Militia", 5, denies=True))
    assert report.status == "single-origin"


def test_an_outlet_that_repeats_what_it_relays_adds_no_origin() -> None:
    report = question(
        said("Ministry", 10, via=("AFP",)), said("AFP", 10), said("(article)", 10, publisher="AFP")
    )
    assert report.origins == 1


def test_a_circle_of_relays_is_one_origin() -> None:
    report = question(said("A", 10, via=("B",)), said("B", 10, via=("A",)))
    assert report.origins == 1
    assert report.circles == (("A", "B"),)
    assert report.wording.endswith("A and B relay each other in a circle.")


def test_a_circle_may_be_long_and_what_leads_into_it_is_no_part_of_it() -> None:
    report = question(
        said("Ministry", 10, via=("A",)),
        said("A", 10, via=("B",)),
        said("B", 10, via=("C",)),
        said("C", 10, via=("A",)),
    )
    assert report.circles == (("A", "B", "C"),)


def test_outlets_that_carry_each_other_with_different_figures_are_no_circle() -> None:
    report = question(said("A", 10, via=("B",)), said("B", 9, via=("A",)))
    assert report.circles == ()


def test_every_origin_is_named_once_in_the_order_of_saying() -> None:
    report = question(
        *(said("Health Ministry", 10, via=(outlet,)) for outlet in "ABC"),
        *(said("Hospital", 9, "2024-03-02", via=(outlet,)) for outlet in "DE"),
        said("A", 10),
    )
    assert (report.origins, report.relays) == (2, 5)
    assert report.origin_names == ("the Health Ministry", "Hospital")


def test_a_publisher_that_relays_is_shown_as_a_relay() -> None:
    report = question(
        said("Ministry", 10, via=("AFP",), publisher="Daily"),
        said("Hospital", 10, publisher="Weekly"),
        said("AFP", 10, publisher="AFP"),
    )
    assert {p.source: p.via for p in report.positions} == {
        "ministry": ("AFP", "Daily"),
        "hospital": ("Weekly",),
        "afp": (),
    }


def test_an_article_in_its_own_voice_confirms_nobody() -> None:
    report = question(said("Ministry", 10), said("(article)", 10, publisher="Daily"))
    assert report.origins == 1


def test_near_identical_sentences_are_one_text_that_travelled() -> None:
    copied = QUOTE.replace("broke", "shattered")
    assert question(said("A", 10, quote=QUOTE), said("B", 10, quote=copied)).origins == 1


def test_sentences_that_each_name_who_speaks_are_two_statements_however_alike() -> None:
    told = "{} said that ten people were killed in the attack on the northern market on Friday."
    police, hospital = told.format("Port police"), told.format("City hospital")
    both = said("Port police", 10, quote=police), said("City hospital", 10, quote=hospital)
    assert question(*both).origins == 2
    shorter = told.format("The police"), told.format("The hospital")
    both = said("Port police", 10, quote=shorter[0]), said("City hospital", 10, quote=shorter[1])
    assert question(*both).origins == 2
    taken = said("Port police", 10, quote=police), said("City hospital", 10, quote=police)
    assert question(*taken).origins == 1


def test_short_sentences_and_other_figures_are_not_taken_for_copies() -> None:
    assert question(said("A", 10, quote="Ten died."), said("B", 10, quote="Ten died.")).origins == 2
    assert question(said("A", 10, quote=QUOTE), said("B", 11, quote=QUOTE)).origins == 2


def test_a_source_inside_a_body_is_not_independent_of_it() -> None:
    assert question(said("Northern Brigades", 1), said("Northern Brigades source", 1)).origins == 1


def test_what_was_withdrawn_is_no_origin() -> None:
    report = question(said("A", 10, revision_cue="withdrawn"), said("B", 8))
    assert report.origins == 1
