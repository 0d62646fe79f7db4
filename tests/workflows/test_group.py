"""Grouping a part gives what grouping everything gives, on a real database."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.model.aliases import PlaceAlias
from claimtrack.model.claims import Claim, Withdrawal
from claimtrack.model.records import from_record
from claimtrack.store import check, open_store
from claimtrack.store.store import Store
from claimtrack.workflows import group as grouping
from claimtrack.workflows.explain import doubtful, doubtful_within
from claimtrack.workflows.group import group_within
from claimtrack.workflows.judge import judge
from claimtrack.workflows.place_names import alias_place
from tests.bench.make_reports import reports
from tests.store.samples import NOW

TOWNS = ("Tarno", "Mosul", "Kharkiv", "Beit Hanoun", "Derna", "Goma")

Partition = set[frozenset[str]]

FEW = settings(
    derandomize=True,
    deadline=None,
    max_examples=5,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
"""Each example builds a database and groups it many times."""


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "case.db"
    with open_store(str(path), write=True):
        pass
    return path


@contextmanager
def database(empty: Path) -> Iterator[str]:
    """The location of a fresh database."""
    with TemporaryDirectory() as folder:
        yield str(shutil.copy(empty, Path(folder) / "case.db"))


@pytest.fixture
def in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Group parts, however few claims there are."""
    monkeypatch.setattr(grouping, "WORTH_THE_WHOLE", 0)


def partition(store: Store) -> Partition:
    events: dict[str | None, set[str]] = {}
    for claim in store.claims.find():
        if claim.status != "rejected":
            events.setdefault(claim.event, set()).add(claim.id or "")
    assert None not in events
    return {frozenset(claims) for claims in events.values()}


def changed_by_regrouping(case: str) -> tuple[Partition, Partition]:
    """The events as they are, and as grouping everything has them."""
    with open_store(case, write=True) as store:
        before = partition(store)
        group_within(store, everything=True)
        return before, partition(store)


def claims_of(count: int, seed: int) -> list[Claim]:
    """Claims in articles, as `tests.bench.make_reports` makes them up, in no order."""
    records: list[dict[str, Any]] = [dict(record) for record, _ in reports(count, seed)]
    Random(seed).shuffle(records)
    return [from_record(record) for record in records]


def add(case: str, claims: list[Claim]) -> list[str]:
    with open_store(case, write=True) as store:
        added = store.claims.add(claims, recorded_at=NOW)
        group_within(store)
        return added


@pytest.mark.usefixtures("in_parts")
@FEW
@given(seed=st.integers(0, 10**6))
@example(seed=51715)
def test_claims_that_come_one_by_one_are_grouped_as_if_all_came_at_once(
    empty: Path, seed: int
) -> None:
    with database(empty) as case:
        with open_store(case, write=True) as store:
            for claim in claims_of(40, seed):
                store.claims.add([claim], recorded_at=NOW)
                group_within(store)
        before, after = changed_by_regrouping(case)
        assert before == after
        assert check(case) == []


def claim_at(place: str, day: int) -> Claim:
    told = {"place": place, "event_start": f"2024-03-0{day}", "low": 3}
    return from_record({"kind": "killed", "claimants": ["police"], **told})


SITES = (
    "Rowan Mall, Lesk", "Rowan shopping centre, Lesk", "Rowan mall", "Rowan", "Lesk", "Freedonia",
    "Old Bridge, Lesk", "Mill Lane market", "Mill Lane, Lesk", "Lesk, Freedonia", "Lesk and Merton",
    "Merton, Lesk and nearby villages", "Merton", "Tarno", "Lesk port", "Old warehouse, Lesk port",
    "Hill school, Mill Lane", "Hill school", "Oak hall, Hill school, Mill Lane",
)  # fmt: skip


@pytest.mark.usefixtures("in_parts")
@settings(FEW, max_examples=20)
@given(told=st.lists(st.tuples(st.sampled_from(SITES), st.integers(1, 3)), min_size=2, max_size=25))
def test_sites_and_towns_that_are_told_one_by_one_are_grouped_as_if_all_were_told_at_once(
    empty: Path, told: list[tuple[str, int]]
) -> None:
    with database(empty) as case:
        # what lies in what is known: the first word of it is left to grouping everything
        add(case, [claim_at(site, day) for day in (1, 2, 3) for site in SITES if "," in site])
        for place, day in told:
            add(case, [claim_at(place, day)])
        before, after = changed_by_regrouping(case)
        assert before == after


KNOWN = (
    "Bishoftu", "Debre Zeit", "Oromia", "Ethiopia", "Bishoftu, Oromia", "Afghanistan", "Balkh",
    "Mazar-i-Sharif", "Camp Shaheen, Mazar-i-Sharif", "Balkh, Afghanistan", "Kunduz and Balkh",
    "Mazar-e Sharif and Balkh", "western Balkh", "Valencia", "Valencia, Venezuela", "Spain",
)  # fmt: skip


@pytest.mark.usefixtures("in_parts")
@settings(FEW, max_examples=20)
@given(told=st.lists(st.tuples(st.sampled_from(KNOWN), st.integers(1, 3)), min_size=2, max_size=25))
def test_towns_and_countries_of_the_gazetteer_are_grouped_alike_one_by_one_and_all_at_once(
    empty: Path, told: list[tuple[str, int]]
) -> None:
    with database(empty) as case:
        for place, day in told:
            add(case, [claim_at(place, day)])
        before, after = changed_by_regrouping(case)
        assert before == after


@pytest.mark.usefixtures("in_parts")
@FEW
@given(seed=st.integers(0, 10**6), chance=st.randoms(use_true_random=False))
def test_decisions_are_carried_out_as_grouping_everything_does(
    empty: Path, seed: int, chance: Random
) -> None:
    with database(empty) as case:
        ids = add(case, claims_of(50, seed))
        for verdict in ("same", "different", "unsure", "same"):
            with suppress(UsageError):  # it contradicts the others
                judge(case, verdict, *chance.sample(ids, 2), by="Ana")
        with open_store(case, write=True) as store:
            store.judgements.withdraw("j1", Withdrawal(NOW, "misread"))
            for short_id in chance.sample(ids, 3):
                store.claims.withdraw(short_id, Withdrawal(NOW, "misread"))
            store.claims.set_status(ids[0], "rejected")
            group_within(store)
        before, after = changed_by_regrouping(case)
        assert before == after


@pytest.mark.usefixtures("in_parts")
def test_an_alias_brings_the_claims_of_two_names_together_and_taking_it_back_parts_them(
    empty: Path,
) -> None:
    with database(empty) as case:
        told = {"kind": "killed", "claimants": ["police"], "event_start": "2024-01-24"}
        names = ("Jurf al-Sakhr", "Tall Afra", "Tarno")
        add(case, [from_record({**told, "place": name, "low": 3}) for name in names])
        alias_place(case, "Tall Afra", "Jurf al-Sakhr", by="Ana", note=None)
        before, after = changed_by_regrouping(case)
        assert before == after == {frozenset(("c1", "c2")), frozenset(("c3",))}
        with open_store(case, write=True) as store:
            store.places.withdraw(1, Withdrawal(NOW, "another town"))
            group_within(store)
            assert len(partition(store)) == 3


def test_only_what_changed_is_looked_at_again(empty: Path, in_parts: None) -> None:
    with database(empty) as case:
        told = {"kind": "killed", "claimants": ["police"], "low": 3}
        day = {"event_start": "2024-01-24"}
        add(case, [from_record({**told, **day, "place": town}) for town in TOWNS])
        with open_store(case, write=True) as store:
            assert group_within(store).claims == 0
            store.claims.add([from_record({**told, **day, "place": "Tarno"})], recorded_at=NOW)
            assert group_within(store).claims == 2
            assert group_within(store, everything=True).claims == 7


def test_the_index_is_made_anew_by_new_rules(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with database(empty) as case:
        add(case, claims_of(30, 1))
        with open_store(case, write=True) as store:
            store.match_index.begin("rules of another version")
            assert list(store.match_index.new_claims())
        monkeypatch.setattr(grouping, "WORTH_THE_WHOLE", 0)
        add(case, claims_of(10, 2))
        before, after = changed_by_regrouping(case)
        assert before == after


@pytest.mark.usefixtures("in_parts")
@FEW
@given(seed=st.integers(0, 10**6))
@example(seed=73)
def test_doubtful_pairs_are_those_that_grouping_everything_finds(empty: Path, seed: int) -> None:
    """But for one between two events that were made anew: of those the likeliest alone was kept."""
    with database(empty) as case, open_store(case, write=True) as store:
        for claim in claims_of(40, seed):
            store.claims.add([claim], recorded_at=NOW)
            group_within(store)
        before = between_events(store)
        group_within(store, everything=True)
        everything = between_events(store)
        assert before <= everything
        assert len(everything - before) <= 1


def between_events(store: Store) -> set[tuple[str | None, ...]]:
    """The pairs of events that somebody should be asked about."""
    event = {claim.id: claim.event or "" for claim in store.claims.find()}
    return {
        tuple(sorted((event[f"c{doubt.a}"], event[f"c{doubt.b}"])))
        for doubt in doubtful_within(store)
    }


def test_a_judged_pair_is_in_doubt_no_more_until_that_is_taken_back(empty: Path) -> None:
    with database(empty) as case:
        add(case, claims_of(200, 3))
        (doubt, *_) = doubtful(case)
        for number, verdict in enumerate(("same", "different", "unsure"), 1):
            judge(case, verdict, f"c{doubt.a}", f"c{doubt.b}", by="Ana")
            assert all({doubt.a, doubt.b} != {found.a, found.b} for found in doubtful(case))
            with open_store(case, write=True) as store:
                store.judgements.withdraw(f"j{number}", Withdrawal(NOW, "misread"))
                group_within(store)
            assert doubt in doubtful(case)


def test_what_other_rules_grouped_is_grouped_anew(empty: Path) -> None:
    with database(empty) as case:
        known = add(case, claims_of(30, 1))
        with open_store(case, write=True) as store:
            store.match_index.begin("rules of another version")
            new = store.claims.add(claims_of(1, 2), recorded_at=NOW)
            assert group_within(store).claims == len(known) + len(new)


def test_another_name_of_a_place_that_no_claim_is_about_groups_nothing(empty: Path) -> None:
    with database(empty) as case:
        add(case, claims_of(30, 1))
        with open_store(case, write=True) as store:
            store.places.add_alias(PlaceAlias("Noplace", "Nowhere at all", "Ana", NOW))
            assert group_within(store).claims == 0
