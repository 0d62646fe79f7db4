from claimtrack.matching import place_claim, reach, regroup
from claimtrack.model.grouping import MatchRow
from tests.matching.rows import numbered, row


def neighbourhood() -> list[MatchRow]:
    quote = "An air strike hit a market."
    rows = numbered(
        row(0, "Al Qaim", quote=quote),
        row(0, "al-Qa'im", quote=quote),
        row(0, "Qaim", quote="Warplanes bombed a bazaar."),
        row(0, "Hatra", quote=quote),
    )
    assigned = regroup(rows, next_event=1, next_question=1).assigned
    return [r._replace(event=assigned[r.claim][0]) for r in rows]


def test_a_new_claim_joins_the_event_that_regrouping_puts_it_in() -> None:
    others = neighbourhood()
    new = row(9, "Al-Qaem", quote="Jets struck a market.")
    placed = place_claim(new, others)
    everything = regroup([*others, new], next_event=50, next_question=50).assigned
    assert placed.event == everything[9][0] == 1
    assert placed.probability > 0.5


def test_a_new_claim_with_no_likely_neighbour_is_an_event_of_its_own() -> None:
    assert place_claim(row(9, "Tikrit"), neighbourhood()).event is None
    assert place_claim(row(9, "Tikrit"), []).event is None


def test_claims_out_of_reach_count_against_joining() -> None:
    new = row(9, "Al-Qaem", quote="Jets struck a market.")
    assert place_claim(new, neighbourhood(), {1: 40}).event is None


def test_a_claim_goes_with_its_article() -> None:
    others = [row(1, "Palu", document=5)._replace(event=3)]
    assert place_claim(row(2, None, None, document=5), others).event == 3


def test_neighbours_share_a_key_and_their_days_overlap() -> None:
    one, other = reach(row(1, "Al Qaim")), reach(row(2, "Qaem", "2024-01-25"))
    assert one.keys & other.keys
    assert one.first is not None
    assert one.last is not None
    assert one.first <= "2024-01-25" <= one.last


def test_what_names_no_place_or_day_reaches_nothing() -> None:
    nowhere = reach(row(1, None, None))
    assert nowhere.name is None
    assert not nowhere.keys
    assert nowhere.first is None
