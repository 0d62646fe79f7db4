import pytest

from claimtrack.model.claims import Claim
from claimtrack.model.dates import Period
from claimtrack.model.quantities import Quantity
from tests.reconciling.making import about, at_least, question, said

D1, D2, D3 = "2024-03-01", "2024-03-02", "2024-03-03"
UNCONFIRMED = " It has not been independently confirmed."
NOTHING_STANDS = " Nothing that was said on this stands."
NONE_CONFIRMED = " None of it has been independently confirmed."


def wording(*claims: Claim) -> str:
    return question(*claims).wording


def test_who_says_what_and_who_at_first_said_otherwise() -> None:
    claims = [
        said("the Hashed", 1),
        said("interior ministry official", 2, anonymous=True, revision_cue="initial"),
        said("source in the Hashed", 2, anonymous=True, revision_cue="initial"),
    ]
    assert wording(*claims) == (
        "The Hashed said one person was killed in Port Town; a source in the Hashed and "
        "an interior ministry official at first said two." + NONE_CONFIRMED
    )


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (said("A", 0), "A said no one was killed in Port Town."),
        (said("A", 1), "A said one person was killed in Port Town."),
        (said("A", 10), "A said 10 people were killed in Port Town."),
        (said("A", 1500), "A said 1,500 people were killed in Port Town."),
        (said("A", about(250)), "A said about 250 people were killed in Port Town."),
        (said("A", at_least(97)), "A said at least 97 people were killed in Port Town."),
        (
            said("A", Quantity(20, 30)),
            "A said between 20 and 30 people were killed in Port Town.",
        ),
        (said("A", Quantity(0, 20)), "A said between 0 and 20 people were killed in Port Town."),
        (said("A", Quantity(None, 40)), "A said at most 40 people were killed in Port Town."),
        (
            said("A", Quantity(None, 99), value_text="Fewer than 100"),
            "A said fewer than 100 people were killed in Port Town.",
        ),
        (
            said("A", Quantity(1501, None), value_text="more than 1,500"),
            "A said more than 1,500 people were killed in Port Town.",
        ),
        (
            said("A", Quantity(None, 8), value_text="under 9"),
            "A said under nine people were killed in Port Town.",
        ),
        (
            said("A", Quantity(None, 99), value_text="fewer than 100 dead"),
            "A said at most 99 people were killed in Port Town.",
        ),
        (
            said("A", Quantity(None, 99), value_text="more than 100"),
            "A said at most 99 people were killed in Port Town.",
        ),
        (
            said("A", Quantity(None, 50), value_text="fewer than 100"),
            "A said at most 50 people were killed in Port Town.",
        ),
        (
            said("A", Quantity(24, None, vague=True), value_text="dozens"),
            "A said “dozens” were killed in Port Town.",
        ),
        (said("A", 1, scope="children"), "A said one child was killed in Port Town."),
        (said("A", 1, scope="families"), "A said one family was killed in Port Town."),
        (
            said("A", 1, scope="members of the crew"),
            "A said one member of the crew was killed in Port Town.",
        ),
        (said("A", 1, scope="the captain"), "A said the captain was killed in Port Town."),
        (
            said("A", 1, scope="A 7-year-old boy"),
            "A said a 7-year-old boy was killed in Port Town.",
        ),
        (
            said("A", 1, scope="her son, Jordan Reeve"),
            "A said her son, Jordan Reeve, was killed in Port Town.",
        ),
        (
            said("A", 1, scope="Ann Reeve", persons=("Ann Reeve",)),
            "A said Ann Reeve was killed in Port Town.",
        ),
        (
            said("A", 2, scope="Ann Reeve, Jo Reeve", persons=("Ann Reeve", "Jo Reeve")),
            "A said two people (Ann Reeve, Jo Reeve) were killed in Port Town.",
        ),
        (
            said("A", 1, kind="detained", persons=("The captain",)),
            "A said the captain was detained in Port Town.",
        ),
        (
            said("A", 1, scope="he", persons=("Ann Reeve",)),
            "A said Ann Reeve was killed in Port Town.",
        ),
        (
            said("A", 1, scope="children", persons=("Ann Reeve",)),
            "A said one child was killed in Port Town.",
        ),
        (said("A", 1, persons=("passenger",)), "A said one person was killed in Port Town."),
        (said("A", 1, scope="he", persons=("he",)), "A said one person was killed in Port Town."),
        (said("A", 0, scope="children"), "A said no children were killed in Port Town."),
        (
            said("A", Quantity(None, 9000, approximate=True), value_text="nearly 9,000"),
            "A said nearly 9,000 people were killed in Port Town.",
        ),
        (
            said("A", Quantity(2, None, vague=True), value_text="Multiple"),
            "A said “multiple” people were killed in Port Town.",
        ),
        (
            said("A", Quantity(2, None, vague=True), value_text="a series of", kind="attacks"),
            "A said “a series of” attacks took place in Port Town.",
        ),
        (
            said("A", Quantity(1, None, vague=True), value_text="damage", kind="damage"),
            "A said there had been “damage” in Port Town.",
        ),
        (said("A", 2, scope="MSF staff"), "A said two MSF staff were killed in Port Town."),
        (
            said("A", 5, scope="including the attacker"),
            "A said five people, including the attacker, were killed in Port Town.",
        ),
        (
            said("A", 5, basis="identified"),
            "A said five people were killed in Port Town, counting only the identified.",
        ),
        (said("A", 3, kind="attacks"), "A said three attacks took place in Port Town."),
        (
            said("A", 7, kind="attacks", scope="hospitals"),
            "A said seven attacks (hospitals) took place in Port Town.",
        ),
        (
            said("A", 7, kind="attacks", scope="drone attacks"),
            "A said seven drone attacks took place in Port Town.",
        ),
        (said("A", 0, kind="shot_down"), "A said nothing was shot down in Port Town."),
        (said("A", 0, kind="damage"), "A said nothing was damaged in Port Town."),
        (said("A", 2, kind="shot_down"), "A said two objects were shot down in Port Town."),
        (said("A", 7, kind="damage"), "A said seven objects were damaged in Port Town."),
        (
            said("A", 2, kind="shot_down", scope="drones"),
            "A said two drones were shot down in Port Town.",
        ),
        (said("A", 4, kind="evicted"), "A said the number of “evicted” in Port Town was four."),
        (
            said("A", at_least(4), kind="evicted", scope="families", hedge="likely"),
            "A said the number of “evicted” (families) in Port Town was at least four (“likely”).",
        ),
        (said("A", 4, place=None), "A said four people were killed."),
    ],
)
def test_a_figure_in_words(claim: Claim, sentence: str) -> None:
    assert wording(claim) == sentence + UNCONFIRMED


@pytest.mark.parametrize(
    ("name", "anonymous", "written"),
    [
        ("Interior ministry official", True, "An interior ministry official said"),
        ("Local officials", True, "Local officials said"),
        ("The Hashed", False, "The Hashed said"),
        ("A police spokesman", False, "A police spokesman said"),
        ("Gaza Health Ministry", False, "The Gaza Health Ministry said"),
        ("Maui County", False, "Maui County said"),
        ("Kataib Hezbollah", False, "Kataib Hezbollah said"),
        ("Gaza's health ministry", False, "Gaza's health ministry said"),
        ("Police", False, "Police said"),
        ("Army", False, "The army said"),
        ("Freedonian coast guard", False, "The Freedonian coast guard said"),
        ("New Freedonia's health ministry", False, "New Freedonia's health ministry said"),
        ("Public Prosecutor's office", False, "The Public Prosecutor's office said"),
        ("Police chief Jane Doe", False, "Police chief Jane Doe said"),
        ("Jane Doe, Port Town police", False, "Jane Doe (Port Town police) said"),
        ("Jane Doe, Movement for Lesk", False, "Jane Doe (Movement for Lesk) said"),
    ],
)
def test_a_speaker_in_words(name: str, anonymous: bool, written: str) -> None:
    assert wording(said(name, 2, anonymous=anonymous)).startswith(written)


@pytest.mark.parametrize(
    ("place", "phrase"),
    [
        ("Al Qaim", "in Al Qaim"),
        ("Anbar province", "in Anbar province"),
        ("Houston area", "in the Houston area"),
        ("Houston suburb", "in a Houston suburb"),
        ("Ain Al Assad base", "at the Ain Al Assad base"),
        ("al-Ahli Arab Hospital, Gaza City", "at al-Ahli Arab Hospital, Gaza City"),
        ("Tarno island", "on Tarno island"),
        ("Philippine island", "on a Philippine island"),
        ("Iranian city", "in an Iranian city"),
        ("Salt Works Road", "on Salt Works Road"),
        ("the market", "at the market"),
        ("northern Gaza", "in northern Gaza"),
        ("hospital", "in hospital"),
        ("maternity hospital, Gaza City", "at a maternity hospital, Gaza City"),
        ("school in Port Town", "at a school in Port Town"),
        ("off Freedonia", "off Freedonia"),
        ("Port Town's southern suburbs", "in Port Town's southern suburbs"),
        ("Port Town suburb of Lesk", "in the Port Town suburb of Lesk"),
        ("Near Port Town", "near Port Town"),
        ("Port Town and surrounding districts", "in Port Town and surrounding districts"),
    ],
)
def test_a_place_in_words(place: str, phrase: str) -> None:
    assert (
        wording(said("A", 2, place=place))
        == f"A said two people were killed {phrase}.{UNCONFIRMED}"
    )


def test_one_word_for_an_institution_is_small_inside_a_sentence() -> None:
    told = wording(said("A", 5), said("Police", 3), said("Authorities", 4))
    assert "; the authorities said four; police said three." in told


def test_what_a_source_had_said_before_is_dated() -> None:
    assert wording(said("A", 58, D1), said("A", 79, D2), said("A", 71, D3)) == (
        "A said on 3 March 2024 that 71 people were killed in Port Town, having said 58 on "
        "1 March 2024 and 79 on 2 March 2024." + UNCONFIRMED
    )


def test_what_was_changed_within_one_day_is_told_with_its_hours() -> None:
    claims = [said("A", 12, "2024-03-03T08:00"), said("A", 10, "2024-03-03T18:00")]
    assert wording(*claims, said("B", 11, D3)).startswith(
        "A said on 3 March 2024 at 18:00 that 10 people were killed in Port Town, having said 12 "
        "on 3 March 2024 at 08:00; B said 11 on 3 March 2024."
    )
    assert "having said 12 on 3 March 2024." in wording(
        claims[0], said("A", 10, "2024-03-04T18:00")
    )


def test_days_that_run_backwards_by_their_zones_are_told_with_their_hours() -> None:
    claims = [said("A", 14, "2024-03-03T01:00Z"), said("A", 12, "2024-03-02T23:30-05:00")]
    assert wording(*claims).startswith(
        "A said on 2 March 2024 at 23:30 -05:00 that 12 people were killed in Port Town, having "
        "said 14 on 3 March 2024 at 01:00 UTC."
    )


def test_of_many_earlier_figures_the_first_and_the_last_are_told() -> None:
    told = wording(*(said("A", n, f"2024-03-{n:02d}") for n in range(1, 8)))
    assert (
        "having said one on 1 March 2024 and, after four other figures, six on 6 March 2024" in told
    )


def test_separate_sources_of_one_figure_are_counted() -> None:
    told = wording(said("A", 2), said("B", 2), said("C", 3))
    assert told == (
        "A and B said two people were killed in Port Town; C said three. "
        "Two separate sources give the figure of two."
    )


def test_separate_sources_are_counted_of_each_figure_alike() -> None:
    told = wording(*(said(who, n) for who, n in (("A", 3), ("B", 3), ("C", 5), ("D", 5), ("E", 9))))
    assert told.endswith("Two separate sources give the figure of three and two that of five.")


def test_what_is_not_comparable_is_told_with_its_place_days_or_basis() -> None:
    told = wording(
        said("A", 300, D3, period=Period("2024-01-01", "2024-03-03")),
        said("A", 200, D3, period=Period("2024-01-01", "2024-03-03"), basis="identified"),
        said("B", 9, D3, period=Period("2024-03-01", "2024-03-01")),
    )
    assert told == (
        "A said 300 people were killed in Port Town from 1 January 2024 to 3 March 2024; "
        "A said 200 people were killed in Port Town from 1 January 2024 to 3 March 2024, counting "
        "only the identified; B said nine people were killed in Port Town on 1 March 2024."
        + NONE_CONFIRMED
    )


def test_a_withdrawal_and_an_echo_are_told() -> None:
    told = wording(
        said("A", 10, D1, via=("AP",)),
        said("A", 10, D2, via=("AP",), revision_cue="withdrawn"),
        said("A", 10, D3, via=("Weekly",)),
    )
    assert told == (
        "A withdrew on 2 March 2024 the statement that 10 people were killed in Port Town; "
        "Weekly still carried the earlier figure of 10 on 3 March 2024." + NOTHING_STANDS
    )


def test_only_a_repetition_that_is_later_than_the_change_is_one_still() -> None:
    claims = [said("Ministry", 500, D1), said("Ministry", 471, D2)]
    assert wording(*claims, said("AFP", 500, D1, via=("Ministry",), publisher="AFP")).endswith(
        "; AFP carried the figure of 500 on 1 March 2024, which the ministry changed on "
        "2 March 2024." + UNCONFIRMED
    )
    assert wording(*claims, said("AFP", 500, D3, via=("Ministry",), publisher="AFP")).endswith(
        "; AFP still carried the earlier figure of 500 on 3 March 2024." + UNCONFIRMED
    )


def test_who_published_too_late_what_a_source_has_changed_carried_it_and_on_that_day() -> None:
    late = said("Ministry", 500, D1, publisher="Lesk Post", published=D3)
    assert wording(late, said("Ministry", 471, D2)).endswith(
        "; Lesk Post still carried the earlier figure of 500 on 3 March 2024." + UNCONFIRMED
    )


def test_a_withdrawn_figure_that_was_replaced_is_told_without_the_day_of_its_withdrawal() -> None:
    told = wording(said("A", 21, D2, revision_cue="withdrawn"), said("A", 11, D2), said("B", 9, D1))
    assert (
        "A said on 2 March 2024 that 11 people were killed in Port Town, having withdrawn 21;"
        in told
    )


def test_a_figure_that_was_withdrawn_and_given_again_was_withdrawn() -> None:
    back = said("A", 4, D2, revision_cue="withdrawn")
    assert wording(said("A", 4, D1), back, said("A", 4, D3)) == (
        "A said on 3 March 2024 that four people were killed in Port Town, having said four on "
        "1 March 2024 and withdrawn it on 2 March 2024." + UNCONFIRMED
    )
    assert wording(said("A", 4, D1), said("A", 5, D1), back, said("A", 6, D3)).startswith(
        "A said on 3 March 2024 that six people were killed in Port Town, having said four on "
        "1 March 2024 and five on 1 March 2024, and withdrawn four on 2 March 2024."
    )


def test_a_figure_taken_back_without_a_number_leaves_nothing() -> None:
    for back in (
        said("A", None, D2, statement="it withdrew its figure", revision_cue="withdrawn"),
        said(
            "A", Quantity(None, None, vague=True), D2, value_text="toll", revision_cue="withdrawn"
        ),
    ):
        told = wording(said("A", 10, D1), back)
        assert told == "A withdrew its figure on 2 March 2024." + NOTHING_STANDS


def test_a_vague_word_is_told_unless_its_own_speaker_gives_the_number() -> None:
    hundreds = Quantity(200, None, vague=True)
    claims = [said("A", 31), said("A", hundreds, value_text="hundreds")]
    assert wording(*claims) == "A said 31 people were killed in Port Town." + UNCONFIRMED
    other = said("B", hundreds, value_text="hundreds")
    assert wording(claims[0], other) == (
        "A said 31 people were killed in Port Town; B said “hundreds”." + NONE_CONFIRMED
    )


@pytest.mark.parametrize(
    ("scope", "clause"),
    [
        ("on the ground", "34 people on the ground were killed in Port Town"),
        ("in Port Town", "34 people in Port Town were killed"),
        ("Port Town", "34 people were killed in Port Town"),
        ("Mill Street fire", "34 people (Mill Street fire) were killed in Port Town"),
        ("named in court", "34 people (named in court) were killed in Port Town"),
        ("guests, without the staff", "34 guests, without the staff, were killed in Port Town"),
    ],
)
def test_a_scope_that_is_no_population_qualifies_the_people(scope: str, clause: str) -> None:
    assert wording(said("A", 34, scope=scope)) == f"A said {clause}.{UNCONFIRMED}"


def test_a_person_is_named_for_those_who_all_name_them() -> None:
    claims = [said(who, 1, persons=("the captain",)) for who in "AB"]
    assert wording(*claims).startswith("A and B said the captain was killed in Port Town.")
    assert wording(*claims, said("C", 1)).startswith("A, B and C said one person was killed in ")


def test_a_vague_number_of_a_population_takes_its_of() -> None:
    dozens = Quantity(24, None, vague=True)
    claim = said("A", dozens, value_text="dozens", scope="fighters")
    assert wording(claim) == f"A said “dozens” of fighters were killed in Port Town.{UNCONFIRMED}"


def test_everybody_has_a_day_of_their_own() -> None:
    assert wording(said("A", 3, D1), said("B", 3, D3)).startswith(
        "A said on 1 March 2024, and B on 3 March, that three people were killed in Port Town."
    )
    claims = [said("A", 3, D1), said("B", 3, D3), said("C", 3, D1), said("D", 3, None)]
    assert wording(*claims, said("E", 9, D2)).startswith(
        "A and C said on 1 March 2024, B on 3 March, and D at an unknown time, that three people "
        "were killed in Port Town; E said nine on 2 March 2024."
    )
    assert "; A said three on 1 March 2024, and B on 3 March. " in wording(
        *claims[:2], *(said(who, 9, D2) for who in "EFG")
    )
    assert "; A denied it on 1 March 2024, and B on 3 March." in wording(
        said("E", 9, D2), said("A", 9, D1, denies=True), said("B", 9, D3, denies=True)
    )


def test_a_day_of_another_year_bears_it() -> None:
    assert "A said on 1 March 2024, and B on 1 March 2025, that" in wording(
        said("A", 3, D1), said("B", 3, "2025-03-01")
    )


def test_of_very_many_speakers_few_are_named_and_the_others_have_their_first_and_last_day() -> None:
    names = ("Ann", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus")
    assert wording(*(said(who, 3, f"2024-03-0{n}") for n, who in enumerate(names, 1))).startswith(
        "Ann said on 1 March 2024, Ben on 2 March, Cleo on 3 March, Dan on 4 March, and three "
        "others from 5 March to 7 March, that three people were killed in Port Town."
    )


def test_of_very_many_figures_the_rest_are_counted() -> None:
    claims = [said(who, n) for n, who in enumerate("ABCDEFG", 1)]
    assert "; one other figure was given. " in wording(*claims)
    assert "; two other figures were given. " in wording(*claims, said("H", 8))
    denial = said("The army", None, statement="that anybody died", denies=True)
    told = wording(*claims, denial)
    assert "the army denied" in told
    assert "; one other figure was given" in told


def test_statements_are_dated_and_the_same_words_told_once() -> None:
    told = [
        said(who, None, day, kind="demand", statement="the strikes must end")
        for who, day in (("A", D1), ("B", D3))
    ]
    assert wording(*told) == ("A said on 1 March 2024, and B on 3 March: “the strikes must end”.")
    many = [said(who, None, kind="demand", statement=f"{who} first") for who in "ABCDEFGH"]
    assert wording(*many).endswith("; two other statements were made.")


def test_a_denial_is_told_as_one() -> None:
    assert wording(said("A", 3), said("B", 3, denies=True)) == (
        "A said three people were killed in Port Town; B denied it." + NONE_CONFIRMED
    )


def test_a_denial_names_the_figure_denied_unless_it_is_the_only_one_told() -> None:
    assert wording(said("A", 3), said("B", 5, denies=True)) == (
        "A said three people were killed in Port Town; B denied the figure of five."
        + NONE_CONFIRMED
    )
    assert wording(said("A", 3), said("B", 1, denies=True), said("C", 4)).startswith(
        "C said four people were killed in Port Town; A said three; B denied the figure of one."
    )
    assert wording(said("A", 0), said("B", 0, denies=True), said("C", 4)).endswith(
        "B denied that no one was killed." + NONE_CONFIRMED
    )
    assert wording(said("B", 5, denies=True)) == (
        "B denied that five people were killed in Port Town." + UNCONFIRMED
    )


def test_statements_are_quoted() -> None:
    claims = [
        said("A", None, kind="responsibility", statement="it fired the rockets."),
        said("B", None, kind="responsibility", statement="it had a part in it", denies=True),
    ]
    assert wording(*claims) == (
        "A said: “it fired the rockets”; B denied: “it had a part in it”." + NONE_CONFIRMED
    )
    demand = said("A", None, kind="demand", statement="the strikes must end")
    assert wording(demand) == "A said: “the strikes must end”."


def test_no_word_leans() -> None:
    told = wording(said("A", 3, D1), said("A", 2, D2), said("B", 9), said("C", 3, denies=True))
    for word in ("claimed", "admitted", "conceded", "insisted", "only", "staggering"):
        assert word not in told


@pytest.mark.parametrize(
    ("fields", "clause"),
    [
        ({"hedge": "feared"}, "40 people were killed (“feared”) in Port Town"),
        ({"hedge": "probably"}, "40 people were killed (“probably”) in Port Town"),
        (
            {"hedge": "alleged", "scope": "children"},
            "40 children were killed (“alleged”) in Port Town",
        ),
        (
            {"hedge": "might", "basis": "estimate"},
            "40 people were killed (“might”) in Port Town, by an estimate",
        ),
        ({"hedge": "thought", "kind": "attacks"}, "40 attacks took place (“thought”) in Port Town"),
    ],
)
def test_a_hedge_is_told_in_the_words_of_its_source(fields: dict[str, str], clause: str) -> None:
    assert wording(said("Mayor", 40, **fields)) == f"Mayor said {clause}.{UNCONFIRMED}"


def test_a_hedge_that_the_figure_has_already_is_not_said_twice() -> None:
    dozens = Quantity(24, None, vague=True)
    assert wording(said("A", dozens, value_text="possibly dozens", hedge="possibly")) == (
        "A said “possibly dozens” were killed in Port Town." + UNCONFIRMED
    )


def test_each_has_the_hedge_with_which_it_last_gave_the_figure() -> None:
    claims = [said("A", 12, D1, hedge="possibly"), said("A", 12, D2), said("B", 12, D2)]
    assert wording(*claims).startswith(
        "A and B said on 2 March 2024 that 12 people were killed in Port Town."
    )
    assert wording(said("A", 12), said("B", 12, hedge="unconfirmed"), said("C", 9)).startswith(
        "B said 12 people were killed (“unconfirmed”) in Port Town; A said 12; C said nine."
    )


def test_the_hedge_of_an_earlier_figure_and_of_a_statement_is_told() -> None:
    assert wording(said("A", 40, D1, hedge="up to"), said("A", 12, D2)).startswith(
        "A said on 2 March 2024 that 12 people were killed in Port Town, having said "
        "40 (“up to”) on 1 March 2024."
    )
    fired = said("A", None, kind="responsibility", statement="B fired it", hedge="likely")
    assert wording(fired) == "A said: “B fired it” (“likely”)." + UNCONFIRMED


def test_a_month_is_told_as_one_and_who_names_no_days_is_given_none() -> None:
    month, season = Period("2024-03-01", "2024-03-31"), Period("2024-01-01", "2024-06-30")
    told = wording(
        said("Ministry", 40, period=month),
        said("Army", 90, period=season),
        said("Council", 12, period=Period()),
    )
    assert "in March 2024" in told
    assert "from 1 January 2024 to 30 June 2024" in told
    assert "the council said 12" in told
    assert told.count("from ") + told.count("in March") == 2
