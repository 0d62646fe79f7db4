from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.claims import BASES, CUES, Claim
from claimtrack.model.dates import Period
from claimtrack.model.quantities import Quantity
from claimtrack.model.report import EventReport
from claimtrack.reconciling import reconcile
from tests import strategies as wild
from tests.reconciling.making import numbered, report, said


def test_the_title_is_the_commonest_spelling_and_the_days_in_words() -> None:
    found = report(
        said("A", 1, place="al-Qa'im"),
        said("B", 1, place="Al Qaim"),
        said("C", 1, place="Al Qaim", period=Period("2024-03-02", "2024-03-02")),
    )
    assert found.title == "Al Qaim, 1 to 2 March 2024"
    assert (found.place, found.start, found.end) == ("Al Qaim", "2024-03-01", "2024-03-02")


def test_an_event_of_unknown_place_and_time_says_so() -> None:
    assert report(said("A", 1, place=None, period=Period())).title == "Place unknown, undated"


def test_claims_and_proposals_are_counted() -> None:
    found = report(said("A", 1), said("B", 1, status="proposed"))
    assert (found.claims, found.unreviewed) == (2, 1)
    assert [p.unreviewed for p in found.questions[0].positions] == [False, True]


def test_questions_come_in_the_order_of_their_kinds_and_everyone_before_parts() -> None:
    found = report(
        said("A", None, kind="denial", statement="x"),
        said("A", 1, scope="children"),
        said("A", 1, kind="injured"),
        said("A", 1, kind="evicted"),
        said("A", 1),
    )
    assert [(q.kind, q.scope) for q in found.questions] == [
        ("killed", None),
        ("killed", "children"),
        ("injured", None),
        ("denial", None),
        ("evicted", None),
    ]


def test_every_claim_and_claimant_is_a_position() -> None:
    joint = replace(said("A", 1), claimants=("A", "B"))
    (question,) = report(joint, said("C", 2)).questions
    assert sorted((p.claim, p.source) for p in question.positions) == [
        ("c1", "a"), ("c1", "b"), ("c2", "c"),
    ]  # fmt: skip


def test_several_statements_by_several_sources_rest_on_one_origin_each() -> None:
    one, other = (
        said(who, None, kind="accusation", statement=f"{whom} did it")
        for who, whom in (("A", "B"), ("B", "A"))
    )
    assert report(one, other).questions[0].status == "single-origin"
    assert report(one, replace(one, claimants=("C",))).questions[0].status == "agreed"


DAYS = ("2024-03-01", "2024-03-02", "2024-03-02T09:00", "2024-03-02T18:00", "2024-03-05")
SOURCES = (
    "Police",
    "the police",
    "Gaza Health Ministry",
    "the ministry",
    "source in the police",
    "(article)",
)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    low = draw(st.integers(0, 12))
    figures = (
        Quantity(low, low),
        Quantity(low, None),
        Quantity(low, low + 3),
        Quantity(low, None, vague=True),
        Quantity(low, low, approximate=True),
    )
    return said(
        draw(st.sampled_from(SOURCES)),
        draw(st.sampled_from(figures)),
        draw(st.none() | st.sampled_from(DAYS)),
        kind=draw(st.sampled_from(["killed", "missing"])),
        scope=draw(st.sampled_from([None, None, "children"])),
        via=draw(st.sampled_from([(), ("AP",), ("AFP", "Weekly")])),
        place=draw(
            st.sampled_from(["Port Town", "Port Town", "Upland", "Port Town and Upland", None])
        ),
        period=draw(
            st.sampled_from(
                [Period("2024-03-01", "2024-03-01"), Period("2024-01-01", "2024-03-01"), Period()]
            )
        ),
        basis=draw(st.sampled_from(BASES)),
        denies=draw(st.sampled_from([False, False, False, True])),
        anonymous=draw(st.booleans()),
        revision_cue=draw(st.sampled_from([None, None, *CUES])),
    )


@settings(deadline=None, max_examples=60)
@given(st.lists(claims(), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_the_claims_does_not_change_the_report(
    made: list[Claim], chance: object
) -> None:
    known = numbered(made)
    shuffled = list(known)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert reconcile("e1", shuffled) == reconcile("e1", known)


@settings(deadline=None, max_examples=60)
@given(st.lists(claims(), min_size=1, max_size=10), st.integers(0, 9))
def test_a_restatement_changes_no_figure(made: list[Claim], which: int) -> None:
    known = numbered(made)
    first = known[which % len(known)]
    again = replace(first, id="c99")
    before, after = reconcile("e1", known), reconcile("e1", [*known, again])
    for old, new in zip(before.questions, after.questions, strict=True):
        assert (old.figures.low, old.figures.high) == (new.figures.low, new.figures.high)
        for one, other in (
            (old.figures.latest, new.figures.latest),
            (old.figures.preferred, new.figures.preferred),
        ):
            assert (one and (one.low, one.high)) == (other and (other.low, other.high))
        assert old.origins == new.origins
        assert len(old.revisions) == len(new.revisions)


@settings(deadline=None, max_examples=60)
@given(st.lists(claims(), min_size=1, max_size=12))
def test_a_report_keeps_its_promises(made: list[Claim]) -> None:
    known = numbered(made)
    of = {claim.id: claim for claim in known}
    for question in reconcile("e1", known).questions:
        stands = {(p.claim, p.source): p.standing for p in question.positions}
        assert len(question.positions) == sum(
            len(c.claimants) for c in known if c.question == question.id
        )
        for found in question.discrepancies:
            assert len(set(found.claims)) == 2
            up = [any(ok for (claim, _), ok in stands.items() if claim == c) for c in found.claims]
            assert all(up) or found.type == "stale"
            one, other = (of[c] for c in found.claims)
            vague = any(c.quantity is not None and c.quantity.vague for c in (one, other))
            if found.type == "conflict" and one.denies == other.denies:
                assert not vague
        for revision in question.revisions:
            assert revision.from_ != revision.to
        assert question.wording.endswith(".")
        low, high = question.figures.low, question.figures.high
        assert low is None or high is None or low <= high


@settings(deadline=None, max_examples=60)
@given(st.lists(wild.claims(), min_size=1, max_size=5))
def test_no_claims_make_it_fail(made: list[Claim]) -> None:
    assert isinstance(reconcile("e1", numbered(made)), EventReport)
