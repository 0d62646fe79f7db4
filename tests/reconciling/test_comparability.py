from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.claims import Claim
from claimtrack.model.dates import Period
from claimtrack.reconciling.bodies import Bodies
from claimtrack.reconciling.comparability import Frame, grows
from tests.reconciling.making import said


def differences(a: Claim, b: Claim, *others: Claim) -> tuple[str, ...]:
    claims = [a, b, *others]
    frame = Frame(claims, Bodies(claims))
    return frame.differences(frame.measure(a), frame.measure(b))


def over(start: str, end: str | None, **fields: str) -> Claim:
    who, when = fields.pop("who", "A"), fields.pop("when", "2024-03-10")
    return said(who, 1, when, **fields, period=Period(start, end))


def test_the_same_place_days_and_basis_are_comparable() -> None:
    assert differences(said("A", 1), said("B", 2)) == ()


def test_place_window_and_basis_are_named_in_this_order() -> None:
    a = said("A", 1)
    b = said("B", 2, place="Upland", basis="estimate", period=Period("2024-01-01", "2024-05-01"))
    assert differences(a, b) == ("place", "window", "basis")


def test_a_part_of_a_place_is_told_from_another_place() -> None:
    part = said("A", 1, place="northern Millton")
    assert differences(part, said("B", 1, place="Millton")) == ("part",)


def test_who_names_the_town_alone_speaks_of_the_spot_in_it() -> None:
    spot = said("A", 1, place="Harbour, Millton")
    assert differences(spot, said("B", 1, place="Millton")) == ()


def test_a_night_between_two_days_is_one_occurrence() -> None:
    a = over("2024-03-01", "2024-03-01")
    assert differences(a, over("2024-03-02", "2024-03-02", who="B")) == ()


def test_beside_a_long_count_those_of_one_occurrence_stay_one() -> None:
    night, day = over("2024-03-02", "2024-03-03"), over("2024-03-03", "2024-03-03", who="B")
    since = over("2024-03-03", "2024-12-03", who="C")
    assert differences(night, day, since) == ()
    assert differences(night, since, day) == ("window",)


def test_what_one_claimant_counts_over_growing_windows_is_told_apart_to_the_day() -> None:
    assert differences(over("2024-03-01", "2024-03-01"), over("2024-03-01", "2024-03-03")) == (
        "window",
    )


def test_who_goes_back_to_a_shorter_window_has_dated_one_occurrence_in_two_ways() -> None:
    night = over("2024-03-01", "2024-03-02", when="2024-03-02")
    assert differences(night, over("2024-03-01", "2024-03-01", when="2024-03-03")) == ()
    hour = "2024-03-02T20:00:00"
    night = over("2024-03-01", "2024-03-02", when=hour)
    assert differences(night, over("2024-03-01", "2024-03-01", when=hour)) == ()


def test_whose_days_are_known_is_not_taken_to_count_over_those_of_others() -> None:
    since = over("2024-03-01", None, when="2024-03-30")
    own = over("2024-03-01", "2024-03-20", when="2024-03-31")
    other = over("2024-03-01", "2024-03-10", who="B")
    assert differences(since, own, other) == ()
    assert differences(since, other, own) == ("window",)


def test_an_unknown_place_or_window_is_the_commonest() -> None:
    unknown = said("C", 1, place=None, period=Period())
    long = over("2024-03-01", "2024-03-20")
    assert differences(unknown, long, over("2024-03-01", "2024-03-20", who="B")) == ()


def test_a_start_alone_counts_up_to_the_day_of_saying_beside_longer_windows() -> None:
    since = over("2024-03-01", None)
    assert differences(since, over("2024-03-01", "2024-03-20", who="B")) == ("window",)


def test_a_window_grows_when_it_keeps_its_start_and_ends_later() -> None:
    claims = [over("2024-03-01", f"2024-03-{day}") for day in ("05", "09")]
    claims.append(over("2024-03-02", "2024-03-09"))
    frame = Frame(claims, Bodies(claims))
    short, long, other = (frame.measure(claim) for claim in claims)
    assert grows(short, long)
    assert not grows(long, short)
    assert not grows(short, other)


PERIODS = st.sampled_from(
    [
        Period(),
        Period("2024-03-01", "2024-03-01"),
        Period("2024-03-01", "2024-03-09"),
        Period("2024-03-02"),
        Period(None, "2024-03-09"),
    ]
)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.builds(
            lambda place, period, basis, who: said(who, 1, place=place, period=period, basis=basis),
            st.sampled_from([None, "Town", "Mill, Town", "Upland", "Town and Upland"]),
            PERIODS,
            st.sampled_from(["count", "estimate", "identified"]),
            st.sampled_from("AB"),
        ),
        min_size=2,
        max_size=6,
    )
)
def test_comparability_is_symmetric(claims: list[Claim]) -> None:
    frame = Frame(claims, Bodies(claims))
    for a, b in combinations(map(frame.measure, claims), 2):
        assert frame.differences(a, b) == frame.differences(b, a)


def test_what_is_only_feared_or_estimated_is_no_count() -> None:
    counted = said("A", 100)
    for hedge in ("feared", "presumed dead", "estimated"):
        assert differences(counted, said("B", 250, hedge=hedge)) == ("basis",)
    assert differences(counted, said("B", 250, hedge="unconfirmed")) == ()
    identified = said("B", 250, hedge="feared", basis="identified")
    assert differences(said("A", 250, basis="identified"), identified) == ()


def test_a_start_alone_takes_the_days_that_all_others_count_the_same_over() -> None:
    late = over("2024-03-01", None, when="2024-04-02")
    assert differences(late, over("2024-03-01", "2024-03-20", who="B")) == ()
    other = over("2024-03-01", "2024-03-25", who="C")
    assert differences(late, over("2024-03-01", "2024-03-20", who="B"), other) == ("window",)


def test_longer_windows_of_another_population_leave_a_start_alone_a_day() -> None:
    late = over("2024-03-01", None, when="2024-04-02")
    day = over("2024-03-01", "2024-03-01", who="B")
    children = over("2024-03-01", "2024-03-20", who="C", scope="children")
    assert differences(late, day, children) == ()


def test_a_shorter_window_told_later_is_no_count_taken_further() -> None:
    two_days = over("2024-03-01", "2024-03-03", when="2024-03-03")
    assert differences(two_days, over("2024-03-01", "2024-03-01", when="2024-03-04")) == ()
    assert differences(two_days, over("2024-03-01", "2024-03-01", when="2024-03-02")) == ("window",)


def test_two_windows_a_night_apart_date_one_occurrence() -> None:
    evening = over("2024-03-01", "2024-03-01", when="2024-03-02")
    assert differences(evening, over("2024-03-01", "2024-03-02", when="2024-03-03")) == ()


def test_a_source_that_counts_a_spot_and_its_town_in_one_hour_counts_two_under_all_its_names() -> (
    None
):
    hour = "2024-03-02T15:00"
    spot = said("Superintendent Jane Doe, Millton Police", 20, hour, place="Harbour Cafe, Millton")
    town = said("Millton Police", 34, hour, place="Millton")
    claims = [spot, town]
    frame = Frame(claims, Bodies(claims))
    assert frame.differences(frame.measure(spot), frame.measure(town)) == ("part",)


def test_one_figure_of_a_place_and_of_one_in_it_on_one_day_makes_them_one() -> None:
    wide, spot = said("A", 64, place="Spain"), said("B", 64, place="Port Town, Spain")
    there = said("C", 12, place="Lesk, Spain")
    assert differences(wide, spot, there) == ()
    assert differences(wide, said("B", 65, place="Port Town, Spain"), there) == ("part",)
    few = said("B", 2, place="Port Town, Spain")
    assert differences(said("A", 2, place="Spain"), few, there) == ("part",)


def test_the_one_town_that_is_named_is_not_the_region_where_a_flood_strikes_it() -> None:
    def pair(what: str) -> tuple[str, ...]:
        town = said("Council", 3, place="Izium, Kharkiv Oblast", quote=f"Three died in the {what}.")
        return differences(town, said("Services", 30, place="Kharkiv Oblast"))

    assert pair("floods") == ("part",)
    assert pair("strike") == ()


def test_a_month_told_of_one_occurrence_in_it_is_an_imprecise_day() -> None:
    month = over("2024-03-01", "2024-03-31", who="C")
    assert differences(month, over("2024-03-14", "2024-03-14")) == ()
    assert differences(month, over("2024-03-04", "2024-03-20")) == ("window",)
    assert differences(month, over("2024-04-02", "2024-04-02")) == ("window",)


def test_what_one_source_counts_side_by_side_is_a_part_and_a_whole() -> None:
    hour = "2024-03-02T16:00"
    town = said("A", 17, hour, place="Lesk, Upland")
    assert differences(town, said("A", 45, hour, place="Upland")) == ("part",)
    assert differences(town, said("A", 45, "2024-03-02T18:00", place="Upland")) == ()
    assert differences(town, said("B", 45, hour, place="Upland")) == ()


def test_a_text_that_tells_what_was_said_at_first_counts_nothing_side_by_side() -> None:
    now = said("A", 1, "2024-03-02", place="Lesk, Upland", publisher="Wire")
    beside = said("A", 2, "2024-03-02", place="Upland", publisher="Wire")
    assert differences(now, beside) == ("part",)
    assert differences(now, replace(beside, revision_cue="initial")) == ()
    assert differences(replace(now, revision_cue="correction"), beside) == ()


def test_who_tells_the_first_day_alone_tells_no_shorter_window() -> None:
    night = over("2024-03-01", "2024-03-02", when="2024-03-03")
    assert differences(night, over("2024-03-01", None, when="2024-03-03")) == ()


def test_days_of_one_population_make_no_count_of_another_grow() -> None:
    first = over("2024-03-01", "2024-03-01", when="2024-03-02", scope="villagers")
    both = over("2024-03-01", "2024-03-02", when="2024-03-02")
    assert differences(both, over("2024-03-01", "2024-03-03", who="B"), first) == ()
