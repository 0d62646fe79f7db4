"""Events: summed up from their claims, streamed one at a time, found through merges."""

import pytest

from claimtrack.errors import UsageError
from claimtrack.model.claims import Withdrawal
from claimtrack.model.dates import Period
from claimtrack.model.grouping import Event
from claimtrack.model.selection import Selection
from claimtrack.store import open_store
from tests.store.samples import group, killed, stored


def test_an_event_is_summed_up_from_the_claims_that_stand(case: str) -> None:
    stored(
        case,
        killed(place="Qaim", status="proposed", period=Period("2024-01-24")),
        killed(place="Al Qaim", period=Period("2024-01-24T10:00", "2024-01-24T12:00")),
        killed(place="Al Qaim", period=Period("2024-01-23")),
        killed(place="Nowhere", status="rejected"),
        killed(place="Nowhere", withdrawn=Withdrawal("2024-02-02", "misread")),
    )
    group(case, [1, 2, 3, 4, 5])
    with open_store(case) as store:
        assert list(store.events.find()) == [
            Event("e1", "Al Qaim", "2024-01-23", "2024-01-24", 3, 1, ("killed",))
        ]


def test_a_selection_picks_events_but_tells_of_all_their_claims(case: str) -> None:
    stored(case, killed(place="Qaim"), killed(place="Jurf"), killed(place="Jurf"))
    group(case, [1, 2], [3])
    with open_store(case) as store:
        chosen = Selection(place="qaim")
        assert [(event.id, event.claims) for event in store.events.find(chosen)] == [("e1", 2)]
        assert store.events.count(chosen) == 1
        told = [
            (event, [c.id for c in claims])
            for event, claims in store.events.claims_by_event(chosen)
        ]
        assert told == [("e1", ["c1", "c2"])]
        assert [event.id for event in store.events.find(Selection(limit=1))] == ["e1"]


def test_an_event_that_lost_its_claims_is_not_listed_but_can_be_asked_for(case: str) -> None:
    stored(case, killed(), killed())
    group(case, [1], [2])
    with open_store(case, write=True) as store:
        store.claims.set_status("c2", "rejected")
        assert [event.id for event in store.events.find()] == ["e1"]
        assert store.events.get("e2").claims == 0
        with pytest.raises(UsageError, match="no event e9"):
            store.events.get("e9")
        with pytest.raises(UsageError, match="no question q9"):
            store.events.question("q9")


def test_claims_come_event_by_event_in_order_however_many(case: str) -> None:
    stored(case, *(killed(count) for count in range(650)))
    members = [range(number, 651, 130) for number in range(1, 131)]
    group(case, *members)
    with open_store(case) as store:
        told = [(event, [c.id for c in claims]) for event, claims in store.events.claims_by_event()]
    assert told == [
        (f"e{event}", [f"c{claim}" for claim in claims]) for event, claims in enumerate(members, 1)
    ]


def test_withdrawn_claims_come_along_when_asked_for(case: str) -> None:
    stored(case, killed(), killed(withdrawn=Withdrawal("2024-02-02", "misread")))
    group(case, [1, 2])
    with open_store(case) as store:
        ((_, standing),) = store.events.claims_by_event()
        ((_, every),) = store.events.claims_by_event(Selection(withdrawn=True))
    assert [len(standing), len(every)] == [1, 2]
