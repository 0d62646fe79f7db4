"""Every key of every queue does on the full screen what it says, and no other key does anything."""

import asyncio
import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import OptionList

from claimtrack.model.review import CONFIRMATIONS, CONTESTED, PAIRS, PROPOSALS, QUEUES, Progress
from claimtrack.store import check, open_store
from claimtrack.tui.app import ReviewApp
from claimtrack.workflows.decide import decide
from claimtrack.workflows.resolve import resolve
from claimtrack.workflows.review import ReviewSession
from tests.tui.driving import PATIENCE, Driver, drive
from tests.tui.items import PROPOSAL, Held
from tests.workflows.reviewing import actions, claim, laid, status

DOUBTFUL = [
    claim("p", "police", 3, place="Karvala", event_start="2024-03-02", event_end="2024-03-02"),
    claim("q", "a vet", 4, place="Karvalla", event_start="2024-03-04", event_end="2024-03-04"),
]
SURE = [claim("a", "police", 3, confidence=0.95)]


def app(location: str, *queues: str, blind: bool = False) -> ReviewApp:
    begin = partial(ReviewSession, location, by="Bo", queues=queues or QUEUES, blind=blind)
    return ReviewApp(begin, by="Bo", blind=blind)


def pressed(location: str, *keys: str, queue: str = PROPOSALS, **options: Any) -> str:
    """Press keys one after the other; what is on screen then."""
    shown = []

    async def script(driver: Driver) -> None:
        for key in keys:
            await (driver.press(key) if len(key) == 1 or key in NAMED else driver.type(key))
        shown.append(driver.text)

    drive(app(location, queue, **options), script, size=(100, 40))
    return shown[0]


NAMED = ("enter", "escape", "tab", "down", "up", "ctrl+u", "pagedown", "home")


@pytest.fixture
def location(tmp_path: Path) -> str:
    return laid(tmp_path)


def test_a_accepts(location: str) -> None:
    assert "Accepted c4." in pressed(location, "a")
    assert status(location, "c4") == "accepted"
    assert actions(location) == [("Bo", "accept", "c4")]


def test_r_asks_why_and_rejects(location: str) -> None:
    assert "Rejected c4." in pressed(location, "r", "a rumour", "enter")
    with open_store(location) as store:
        (entry,) = store.journal.entries(action="reject")
    assert (entry.subject, entry.by, entry.note) == ("c4", "Bo", "a rumour")


def test_a_rejection_without_its_reason_goes_on_asking(location: str) -> None:
    shown = pressed(location, "r", "enter")
    assert "needs its reason" in shown
    assert "Reject c4" in shown
    assert actions(location) == []


def test_escape_takes_back_nothing_and_records_nothing(location: str) -> None:
    shown = pressed(location, "r", "a rumour", "escape")
    assert "Reject c4" not in shown
    assert actions(location) == []


def test_e_edits_fields_in_place(location: str) -> None:
    shown = pressed(location, "e", "tab", "tab", "ctrl+u", "at least 4", "enter")
    assert "Edited c4" in shown
    with open_store(location) as store:
        edited = store.claims.get("c4")
        (entry,) = store.journal.entries(action="edit")
    assert edited.figure == "at least 4"
    assert (entry.before or {})["low"] == 3
    assert check(location) == []


def test_an_edit_that_cannot_be_taken_leaves_the_form_open(location: str) -> None:
    shown = pressed(location, "e", "tab", "tab", "ctrl+u", "plenty of noise", "enter")
    assert "holds no figure" in shown
    assert "plenty of noise" in shown
    assert actions(location) == []


def test_known_names_are_offered_while_one_is_typed(location: str) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("e", "tab", "ctrl+u")
        await driver.type("hashd")
        await driver.until(lambda: driver.app.screen.query_one(OptionList).option_count > 0)
        await driver.press("down", "enter", "enter")
        assert "Edited c4" in driver.text

    drive(app(location, PROPOSALS), script)
    with open_store(location) as store:
        assert store.claims.get("c4").claimants == ("the Hashed",)


def test_b_shows_a_batch_asks_and_accepts_it_by_rule(location: str) -> None:
    assert "c2" in pressed(location, "b", "c", "0.9", "enter")
    assert actions(location) == []
    assert "Accepted 2 proposals." in pressed(location, "b", "c", "0.9", "enter", "y")
    assert {status(location, one) for one in ("c2", "c4")} == {"accepted"}
    assert status(location, "c1") == "proposed"


def test_a_batch_that_is_not_agreed_to_accepts_nothing(location: str) -> None:
    assert "Nothing was accepted." in pressed(location, "b", "c", "0.9", "enter", "n")
    assert "is no number" in pressed(location, "b", "c", "most", "enter")
    assert "stands in no document" in pressed(location, "b", "d")
    assert actions(location) == []


@pytest.mark.parametrize(("key", "action"), [("y", "same"), ("n", "different"), ("m", "unsure")])
def test_pairs_are_judged(tmp_path: Path, key: str, action: str) -> None:
    location = laid(tmp_path, DOUBTFUL)
    assert "one event, or two?" in pressed(location, queue=PAIRS)
    pressed(location, key, queue=PAIRS)
    assert [made[:2] for made in actions(location)] == [("Bo", action)]


@pytest.mark.parametrize(
    ("names", "asked", "key", "made"),
    [
        (("MSF", "Médecins Sans Frontières"), "Is MSF another name of Médecins", "y", "alias"),
        (("MSF", "Médecins Sans Frontières"), "Is MSF another name of Médecins", "n", "refuse"),
        (
            ("a police spokesman", "police"),
            "Does a police spokesman speak for police?",
            "y",
            "alias",
        ),
    ],
)
def test_names_are_asked_about(
    tmp_path: Path, names: tuple[str, str], asked: str, key: str, made: str
) -> None:
    location = laid(tmp_path, [claim(who, who, 3) for who in (*names, names[1])])
    assert asked in pressed(location, queue=CONFIRMATIONS)
    pressed(location, key, queue=CONFIRMATIONS)
    assert [action for _, action, _ in actions(location)] == [made]


@pytest.mark.parametrize(("key", "action"), [("y", "confirm"), ("n", "refuse")])
def test_suspected_revisions_are_confirmed_or_refused(location: str, key: str, action: str) -> None:
    assert "did the Hashed change position?" in pressed(location, queue=CONFIRMATIONS)
    pressed(location, key, queue=CONFIRMATIONS)
    assert actions(location) == [("Bo", action, "c1 c2")]


def test_f_asks_for_a_finding_and_records_it(location: str) -> None:
    shown = pressed(location, "f", "3", "tab", "tab", "seen by us", "enter", queue=CONTESTED)
    assert "Recorded a finding on q2." in shown
    with open_store(location) as store:
        (finding,) = store.findings.in_force().values()
    assert str(finding.finding.quantity) == "3"


def test_a_finding_without_a_reason_is_not_taken(location: str) -> None:
    shown = pressed(location, "f", "3", "enter", queue=CONTESTED)
    assert "Finding q2" in shown
    assert actions(location) == []


def test_o_leaves_a_question_open_with_a_note(location: str) -> None:
    shown = pressed(location, "o", "ask again", "enter", queue=CONTESTED)
    assert "Left q2 open." in shown
    assert actions(location) == [("Bo", "leave-open", "q2")]


def test_s_skips_and_u_takes_back(location: str) -> None:
    assert "c3 · proposal" in pressed(location, "s")
    assert "nothing left to undo" in pressed(location, "u")
    shown = pressed(location, "a", "a", "u")
    assert "Took back: accept c3." in shown
    assert "c3 · proposal" in shown
    assert (status(location, "c4"), status(location, "c3")) == ("accepted", "proposed")


def test_undo_of_what_others_built_on_asks_first(location: str) -> None:
    shown = []

    async def script(driver: Driver) -> None:
        await driver.press("a")
        resolve(location, "q2", quantity=None, verdict="three", because="seen", by="Cleo")
        await driver.press("u")
        shown.append(driver.text)
        await driver.press("n")
        assert status(location, "c4") == "accepted"
        await driver.press("u", "y")
        assert status(location, "c4") == "proposed"

    drive(app(location, PROPOSALS), script)
    assert "resolve q2, by Cleo" in shown[0]


def test_t_keeps_a_note(location: str) -> None:
    shown = pressed(location, "t", "asked them", "enter")
    assert "Noted on c4." in shown
    assert "asked them" in shown
    assert actions(location) == [("Bo", "note", "c4")]


def test_x_explains_and_the_question_mark_lists_the_keys(location: str) -> None:
    assert "Why this is asked" in pressed(location, "x")
    assert "this list" in pressed(location, "?")
    assert "this list" not in pressed(location, "?", "escape")
    assert actions(location) == []


def test_q_leaves_and_everything_is_stored(location: str) -> None:
    review = app(location, PROPOSALS)

    async def script(driver: Driver) -> None:
        await driver.press("a", "q")

    drive(review, script)
    assert review.failure is None
    assert not review.interrupted
    assert status(location, "c4") == "accepted"


def test_stray_keys_do_nothing(location: str) -> None:
    before = pressed(location)
    strays = [*"ACEwzyn1 /.,;", "enter", "escape", "tab", "pagedown", "home"]
    assert pressed(location, *strays) == before
    assert actions(location) == []


def test_enter_acts_only_when_the_recommendation_is_strong(tmp_path: Path) -> None:
    location = laid(tmp_path, SURE)
    assert "Enter: accept." in pressed(location)
    assert "Accepted c1." in pressed(location, "enter")


def test_a_blind_session_shows_no_scores_and_enter_does_nothing(tmp_path: Path) -> None:
    location = laid(tmp_path, SURE)
    shown = pressed(location, "enter", blind=True)
    assert "Enter:" not in shown
    assert "confidence" not in shown
    assert "blind" in shown
    assert actions(location) == []


def test_at_the_end_undo_still_works(tmp_path: Path) -> None:
    location = laid(tmp_path, SURE)
    assert "Nothing is left but what was skipped." in pressed(location, "s")
    assert "Nothing is left." in pressed(location, "a")
    assert "c1 · proposal" in pressed(location, "u") or status(location, "c1") == "accepted"


def test_what_another_person_decided_meanwhile_is_told(location: str) -> None:
    shown = []

    async def script(driver: Driver) -> None:
        decide(location, ["c4"], "rejected", by="Cleo", because="a rumour")
        await driver.press("a")
        shown.append(driver.text)

    drive(app(location, PROPOSALS), script, size=(100, 40))
    assert "decided meanwhile by Cleo: reject" in shown[0]
    assert status(location, "c4") == "rejected"


def test_keys_typed_ahead_are_done_in_order_and_none_gets_lost(location: str) -> None:
    async def script(driver: Driver) -> None:
        await driver.pilot.press(*"aaaa")
        await driver.settle()

    drive(app(location, PROPOSALS), script)
    assert [subject for _, _, subject in actions(location)] == ["c4", "c3", "c1", "c2"]


class Slow(Held):
    """A session whose counting takes until it is told to go on."""

    def __init__(self, go_on: threading.Event) -> None:
        super().__init__(PROPOSAL)
        self._go_on = go_on

    def progress(self) -> Progress:
        self._go_on.wait(PATIENCE)
        return super().progress()


@pytest.mark.parametrize(
    ("what", "shown"),
    [("first item", "Looking for what is to be decided"), ("counts", "c17 · proposal")],
)
def test_q_leaves_at_once_while_something_is_looked_for(what: str, shown: str) -> None:
    go_on = threading.Event()

    def begin() -> ReviewSession:
        if what == "first item":
            go_on.wait(PATIENCE)
        return Slow(go_on)

    async def run() -> None:
        waiting = ReviewApp(begin, by="Bo")
        async with waiting.run_test() as pilot:
            driver = Driver(waiting, pilot)
            await driver.until(lambda: shown in driver.text)
            await pilot.press("q")
            await driver.until(lambda: not waiting.is_running)
            assert not go_on.is_set()

    asyncio.run(run())
    go_on.set()


def test_a_session_that_cannot_begin_says_why(location: str) -> None:
    review = app(location, "sorrows")

    async def script(driver: Driver) -> None:
        assert not driver.app.is_running

    drive(review, script)
    assert "no queue 'sorrows'" in str(review.failure)
