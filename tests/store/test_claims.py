"""Claims: found by what they say, changed by what people decide, never deleted."""

from typing import Any

import pytest

from claimtrack.errors import UsageError
from claimtrack.model.claims import Passage, Withdrawal
from claimtrack.model.dates import Period
from claimtrack.model.documents import Document
from claimtrack.model.fingerprints import fingerprint
from claimtrack.model.grouping import MatchRow
from claimtrack.model.selection import Selection
from claimtrack.store import open_store
from tests.store.samples import group, killed, stored


def _found(case: str, **asked: Any) -> list[str | None]:
    with open_store(case) as store:
        selection = Selection(**asked)
        found = [claim.id for claim in store.claims.find(selection)]
        assert store.claims.count(selection) == len(found)
        return found


def test_every_filter_of_a_selection_must_hold(case: str) -> None:
    stored(
        case,
        killed(place="Al Qaim", status="proposed", period=Period("2024-01-24")),
        killed(
            place="AL QAIM",
            claimants=("AFP", "The Hashed"),
            period=Period("2024-01-20", "2024-01-25"),
        ),
        killed(
            place="Jurf",
            via=("the hashed",),
            passage=Passage("Ärzte sagten zwei."),
            document=Document(title="A"),
        ),
    )
    assert _found(case) == ["c1", "c2", "c3"]
    assert _found(case, place="qaim") == ["c1", "c2"]
    assert _found(case, place="qaim", status="proposed") == ["c1"]
    assert _found(case, source="hashed") == ["c2"]
    assert _found(case, text="ärzte SAGTEN") == ["c3"]
    assert _found(case, document="d1") == ["c3"]
    assert _found(case, kind="injured") == []
    assert _found(case, limit=2) == ["c1", "c2"]


def test_since_and_until_keep_periods_that_reach_into_the_asked_one(case: str) -> None:
    stored(
        case,
        killed(period=Period("2024-01-24T23:30:00+03:00")),
        killed(period=Period("2024-01-20", "2024-01-25")),
        killed(period=Period(None, "2024-01-22")),
        killed(),
    )
    assert _found(case, since="2024-01-24") == ["c1", "c2"]
    assert _found(case, until="2024-01-24") == ["c1", "c2", "c3"]
    assert _found(case, since="2024-01-25", until="2024-01-25") == ["c2"]
    assert _found(case, since="2024-01-26") == []


def test_an_event_or_question_is_found_under_the_id_it_was_merged_into(case: str) -> None:
    stored(case, killed(), killed(), killed())
    group(case, [1, 2], [3])
    assert _found(case, event="e1") == ["c1", "c2"]
    assert _found(case, question="q2") == ["c3"]
    with pytest.raises(UsageError, match="no event e9"):
        _found(case, event="e9")


def test_many_claims_come_in_order_page_after_page(case: str) -> None:
    stored(case, *(killed(count) for count in range(1203)))
    with open_store(case) as store:
        found = list(store.claims.find())
    assert [claim.id for claim in found] == [f"c{number}" for number in range(1, 1204)]
    assert [claim.quantity.low for claim in found if claim.quantity] == list(range(1203))


def test_claims_may_be_changed_while_one_goes_through_them(case: str) -> None:
    stored(case, *(killed(status="proposed") for _ in range(700)))
    with open_store(case, write=True) as store:
        for claim in store.claims.find(Selection(status="proposed")):
            store.claims.set_status(claim.id or "", "accepted")
        assert store.claims.count(Selection(status="accepted")) == 700


def test_known_records_are_told_by_external_id_and_by_content(case: str) -> None:
    first, second = killed(1, external_id="a"), killed(2, external_id="b")
    stored(case, first, second, killed(3, external_id="b"))
    with open_store(case) as store:
        known = store.claims.known(["a", "b", "c"])
        assert known["a"] == [("c1", fingerprint(first))]
        assert [short for short, _ in known["b"]] == ["c2", "c3"]
        assert "c" not in known
        assert store.claims.known_fingerprints([fingerprint(second), "0" * 32]) == {
            fingerprint(second): ["c2"]
        }
        assert store.claims.known([]) == {}


def test_grouping_is_given_what_stands_and_the_day_it_was_said(case: str) -> None:
    paper = Document(title="A", published="2024-01-25")
    stored(
        case,
        killed(document=paper, place="Qaim", passage=Passage("Two died.")),
        killed(document=paper, stated_at="2024-01-24"),
        killed(status="rejected"),
        killed(withdrawn=Withdrawal("2024-02-01", "misread")),
    )
    with open_store(case) as store:
        first, second = store.claims.match_rows(["c1", "c2", "c3", "c4"])
        assert first == MatchRow(
            1, "killed", None, "Qaim", None, None, "2024-01-25", "Two died.", 1, None, None
        )
        assert second.said_at == "2024-01-24"
        assert list(store.claims.match_rows(["c2", "c3"])) == [second]


def test_a_decision_on_a_claim_is_stored(case: str) -> None:
    stored(case, killed(status="proposed"), killed())
    with open_store(case, write=True) as store:
        store.claims.set_status("c1", "rejected")
        store.claims.withdraw("c2", Withdrawal("2024-02-02", "a duplicate"))
        store.claims.supersede("c1", "c2")
    with open_store(case, write=True) as store:
        assert store.claims.get("c1").status == "rejected"
        assert store.claims.get("c1").superseded_by == "c2"
        assert store.claims.get("c2").withdrawn == Withdrawal("2024-02-02", "a duplicate")
        store.claims.withdraw("c2", None)
        store.claims.supersede("c1", None)
        assert store.claims.get("c2").withdrawn is None
        assert store.claims.get("c1").superseded_by is None


def test_claims_cannot_replace_each_other_in_a_circle(case: str) -> None:
    stored(case, killed(), killed(), killed())
    with open_store(case, write=True) as store:
        store.claims.supersede("c1", "c2")
        store.claims.supersede("c2", "c3")
        for new in ("c1", "c2", "c3"):
            with pytest.raises(UsageError, match="cannot replace"):
                store.claims.supersede("c3", new)


def test_an_unknown_claim_is_a_usage_error(case: str) -> None:
    with open_store(case, write=True) as store:
        with pytest.raises(UsageError, match="no claim c9"):
            store.claims.get("c9")
        with pytest.raises(UsageError, match="no claim c9"):
            store.claims.set_status("c9", "accepted")
        with pytest.raises(UsageError, match="no claim c9"):
            store.claims.supersede("c1", "c9")
        with pytest.raises(UsageError, match="no status"):
            store.claims.set_status("c9", "maybe")
        with pytest.raises(UsageError, match="not the ID of a claim"):
            store.claims.get("e1")


def test_a_claim_is_graded_apart_from_its_source_and_says_the_same(case: str) -> None:
    stored(case, killed())
    with open_store(case, write=True) as store:
        before = fingerprint(store.claims.get("c1"))
        store.claims.set_credibility("c1", 2)
        assert store.claims.get("c1").credibility == 2
        assert fingerprint(store.claims.get("c1")) == before
        store.claims.set_credibility("c1", None)
        assert store.claims.get("c1").credibility is None
        with pytest.raises(UsageError, match="7 is no grade"):
            store.claims.set_credibility("c1", 7)
        with pytest.raises(UsageError, match="no claim c9"):
            store.claims.set_credibility("c9", 1)
