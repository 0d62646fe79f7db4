"""Judgements: kept with what was known, in force until they are taken back."""

from dataclasses import replace

import pytest

from claimtrack.errors import UsageError
from claimtrack.model.claims import Withdrawal
from claimtrack.model.grouping import Judgement
from claimtrack.model.judgements import JudgementRecord
from claimtrack.store import check, open_store
from tests.store.samples import killed, stored

GONE = Withdrawal("2024-02-03T00:00:00Z", "mistaken")


def _judged(verdict: str = "same", a: str = "c1", b: str = "c2", day: int = 1) -> JudgementRecord:
    return JudgementRecord(
        verdict,
        a,
        b,
        "Ada",
        f"2024-02-0{day}T00:00:00Z",
        "same night",
        0.7,
        {"place": 1.0, "à": None},
    )


@pytest.fixture
def judged(case: str) -> str:
    stored(case, killed(), killed(), killed())
    with open_store(case, write=True) as store:
        assert store.judgements.add(_judged()) == "j1"
        assert store.judgements.add(_judged("different", "c3", "c1", day=2)) == "j2"
    return case


def test_a_judgement_comes_back_as_it_was_given(judged: str) -> None:
    with open_store(judged) as store:
        assert store.judgements.get("j1") == replace(_judged(), id="j1")
        assert [one.id for one in store.judgements.find(claim="c3")] == ["j2"]
        with pytest.raises(UsageError, match="no judgement j9"):
            store.judgements.get("j9")
    assert check(judged) == []


def test_grouping_sees_the_judgements_in_force(judged: str) -> None:
    same, different = Judgement("same", 1, 2), Judgement("different", 3, 1)
    with open_store(judged, write=True) as store:
        assert store.judgements.standing() == [same, different]
        store.judgements.withdraw("j1", GONE)
        assert store.judgements.standing() == [different]
        assert store.judgements.standing("2024-02-01") == [same]
        assert store.judgements.standing("2024-02-02") == [same, different]
        assert store.judgements.standing("2024-02-03") == [different]
        assert [one.id for one in store.judgements.find()] == ["j2"]
        assert [one.withdrawn for one in store.judgements.find(withdrawn=True)] == [GONE, None]
        store.judgements.withdraw("j1", None)
        assert store.judgements.standing() == [same, different]
        with pytest.raises(UsageError, match="no judgement j9"):
            store.judgements.withdraw("j9", GONE)


def test_only_claims_that_stand_can_be_judged(judged: str) -> None:
    with open_store(judged, write=True) as store:
        store.claims.withdraw("c3", GONE)
        with pytest.raises(UsageError, match="no claim c9"):
            store.judgements.add(_judged(b="c9"))
        with pytest.raises(UsageError, match="c3 was withdrawn"):
            store.judgements.add(_judged(b="c3"))
