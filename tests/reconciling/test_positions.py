"""Positions as they are laid out before revisions are looked for."""

from claimtrack.model.claims import Claim
from claimtrack.model.quantities import Quantity
from claimtrack.reconciling import reconcile
from tests.reconciling.making import DAY, moves, question, said


def test_a_figure_recalled_as_first_is_first_where_it_was_stated_too() -> None:
    """A wire gives two; its later text of the same day recalls them as said at first."""

    def said(number: int, count: int, who: str, cue: str | None = None) -> Claim:
        return Claim(
            id=f"c{number}",
            question="q1",
            kind="killed",
            claimants=(who,),
            quantity=Quantity(count, count),
            stated_at="2024-01-24",
            revision_cue=cue,
        )

    claims = [said(1, 2, "police"), said(2, 2, "police", "initial"), said(3, 1, "police")]
    (question,) = reconcile("e1", claims).questions
    assert [p.claim for p in question.positions if p.standing] == ["c3"]


def test_a_source_inside_that_repeats_itself_changes_the_body_only_once() -> None:
    """A source in the police gives one, twice over; the police then correct it to none."""

    def said(number: int, who: str, count: int, cue: str | None = None) -> Claim:
        return Claim(
            id=f"c{number}",
            question="q1",
            kind="missing",
            claimants=(who,),
            quantity=Quantity(count, count),
            stated_at=None,
            revision_cue=cue,
        )

    claims = [
        said(1, "source in the police", 1),
        said(2, "source in the police", 1),
        said(3, "Police", 0, "correction"),
    ]
    (question,) = reconcile("e1", claims).questions
    assert len(question.revisions) == 1


def test_what_a_source_says_without_an_hour_it_says_at_the_hour_that_another_text_gives() -> None:
    claims = (
        said("Ministry", 50, "2024-03-01"),
        said("Ministry", 288, "2024-03-02"),
        said("Ministry", 233, "2024-03-02T07:00:00+05:30"),
        said("Ministry", 288, "2024-03-02T18:00:00+05:30"),
    )
    assert [(old, new) for old, new, _, _ in moves(*claims)] == [("c1", "c3"), ("c3", "c2")]


def test_a_day_comes_after_the_evening_before_in_every_zone() -> None:
    claims = (
        said("Police", 18, "2024-03-01T21:30:00-05:00"),
        said("Mayor", 19, "2024-03-02"),
    )
    latest = question(*claims).figures.latest
    assert latest is not None
    assert latest.claim == "c2"


def test_a_position_tells_what_became_of_it() -> None:
    found = question(
        said("A", 4, "2024-03-01", via=("AP",)),
        said("A", 4, "2024-03-02", via=("AP",), revision_cue="withdrawn"),
        said("A", 5, "2024-03-03", via=("AP",)),
        said("A", 6, "2024-03-04", via=("AP",)),
        said("A", 5, "2024-03-05", via=("Weekly",)),
    )
    assert [(p.claim, p.state) for p in found.positions] == [
        ("c1", "withdrawn"),
        ("c2", "withdrawn"),
        ("c3", "superseded"),
        ("c4", "standing"),
        ("c5", "stale"),
    ]
    assert [p.standing for p in found.positions] == [False, False, False, True, False]


def test_a_position_has_what_its_claim_measures() -> None:
    (held,) = question(said("A", 4, basis="estimate", hedge="feared")).positions
    assert (held.place, held.event_start, held.event_end) == ("Port Town", DAY, DAY)
    assert (held.basis, held.hedge) == ("estimate", "feared")
    (held,) = question(said("A", 4, place=None, place_text="the port")).positions
    assert held.place == "the port"


def test_a_question_has_its_places_each_once_however_it_is_spelled() -> None:
    found = question(
        said("A", 10, place="Al Qaim"), said("B", 9, place="al-Qa'im"), said("C", 3, place="Lesk")
    )
    assert set(found.places) == {"al-Qa'im", "Lesk"}


def test_a_withdrawal_says_in_its_figure_that_it_is_one() -> None:
    back = {"revision_cue": "withdrawn"}
    found = question(
        said("A", 4, basis="estimate", **back),
        said("B", None, statement="it withdrew its figure", **back),
        said("C", 4, denies=True, **back),
    )
    assert {p.claim: p.figure for p in found.positions} == {
        "c1": "withdraws 4 by estimate",
        "c2": "it withdrew its figure",
        "c3": "denies 4",
    }


def test_what_its_source_denies_since_is_withdrawn() -> None:
    found = question(said("A", 4, "2024-03-01"), said("A", 4, "2024-03-02", denies=True))
    assert [p.state for p in found.positions] == ["withdrawn", "standing"]
