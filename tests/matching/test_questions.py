import pytest

from claimtrack.matching import regroup
from claimtrack.matching.questions import fold_scope
from tests.matching.rows import numbered, row


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MSF staff", "staff of MSF"),
        ("Women", "women"),
        ("child", "Children"),
        ("aid workers", "the aid worker"),
        (None, "people"),
    ],
)
def test_wordings_of_one_scope_meet(one: str | None, other: str | None) -> None:
    assert fold_scope(one) == fold_scope(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("children", "girls"), ("women", None), ("fighters", "civilians"), ("MSF staff", "UN staff")],
)
def test_different_scopes_stay_apart(one: str | None, other: str | None) -> None:
    assert fold_scope(one) != fold_scope(other)


def test_a_question_is_an_event_a_kind_and_a_scope() -> None:
    rows = numbered(
        row(0), row(0, kind="injured"), row(0, scope="staff of MSF"), row(0, scope="MSF staff")
    )
    grouping = regroup(rows, next_event=1, next_question=1)
    asked = [grouping.assigned[n][1] for n in (1, 2, 3, 4)]
    assert asked == [1, 2, 3, 3]
    assert grouping.questions[2] == (1, "injured", None)
    assert grouping.questions[3] == (1, "killed", "MSF staff")
