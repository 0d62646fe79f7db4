"""The review session: what is asked, in which order, and what becomes of the answers."""

from pathlib import Path

import pytest

from claimtrack.errors import InputError, UsageError
from claimtrack.model.review import (
    CONFIRMATIONS,
    CONTESTED,
    PAIRS,
    PROPOSALS,
    QUEUES,
    AliasItem,
    Answer,
    PairItem,
    ProposalItem,
    QuestionItem,
    RevisionItem,
)
from claimtrack.store import check, open_store
from claimtrack.workflows.decide import decide
from claimtrack.workflows.judge import judge
from claimtrack.workflows.report import Asked, reported
from claimtrack.workflows.resolve import resolve
from claimtrack.workflows.review import ReviewSession
from claimtrack.workflows.undo import undo
from tests.workflows.reviewing import actions, claim, laid, status, subjects


@pytest.fixture
def location(tmp_path: Path) -> str:
    return laid(tmp_path)


def session(location: str, *queues: str, by: str = "Bo", blind: bool = False) -> ReviewSession:
    return ReviewSession(location, by=by, queues=queues or QUEUES, blind=blind)


def test_the_figures_furthest_apart_come_first_and_doubt_before_certainty(location: str) -> None:
    assert subjects(session(location, PROPOSALS)) == ["c4", "c3", "c1", "c2"]


def test_a_proposal_comes_with_what_others_say(location: str) -> None:
    item = session(location, PROPOSALS).item
    assert isinstance(item, ProposalItem)
    assert item.view.quote.endswith("(d).")
    (rival,) = item.rivals
    assert (rival.position.claim, rival.relation) == ("c5", "conflict")
    assert item.title == "Tarno, 2 March 2024"
    assert [choice.spelled for choice in item.choices[:3]] == ["[a]ccept", "[e]dit", "[r]eject"]


def test_only_equal_figures_of_others_are_said_to_agree(tmp_path: Path) -> None:
    said = [
        claim("a", "residents", 9, confidence=0.1),
        claim("b", "residents", 4),
        claim("c", "police", 9),
        claim("d", "a vet", 9, stated_at="2024-01-24"),
        claim("e", "a vet", 3, stated_at="2024-01-25"),
        claim("f", "a vet", 9, stated_at="2024-01-26"),
    ]
    reviewing = session(laid(tmp_path, said), PROPOSALS)
    seen = {}
    while isinstance(item := reviewing.item, ProposalItem):
        seen[item.subject] = {rival.position.claim: rival.relation for rival in item.rivals}
        reviewing.do("skip")
    assert seen["c1"] == {"c2": "own", "c3": None, "c4": None, "c5": "stale", "c6": None}
    assert seen["c4"]["c6"] == "own"


def test_enter_accepts_only_what_is_sure_and_uncontradicted(tmp_path: Path) -> None:
    alone = [claim("a", "police", 3, confidence=0.95), claim("b", "a vet", 3, confidence=0.5)]
    reviewing = session(laid(tmp_path, alone), PROPOSALS)
    advice = {}
    while reviewing.item is not None:
        advice[reviewing.item.subject] = reviewing.item.recommendation.action
        reviewing.do("skip")
    assert advice == {"c2": None, "c1": "accept"}


def test_enter_accepts_what_a_person_edited_for_that_reason_and_not_for_its_rule(
    tmp_path: Path,
) -> None:
    reviewing = session(laid(tmp_path, [claim("a", "police", 3, confidence=0.95)]), PROPOSALS)
    reviewing.do("edit", Answer(changes={"high": 4}))
    assert reviewing.item is not None
    advice = reviewing.item.recommendation
    assert (advice.action, advice.because) == ("accept", "Bo edited it, and nobody contradicts it.")
    reviewing.do("undo")
    assert "95%" in reviewing.item.recommendation.because


def test_enter_does_nothing_where_somebody_says_otherwise(location: str) -> None:
    item = session(location, PROPOSALS).item
    assert isinstance(item, ProposalItem)
    assert item.view.claim.confidence == 0.95
    assert not item.recommendation.strong


def test_decisions_are_stored_at_once_and_a_new_session_goes_on(location: str) -> None:
    first = session(location, PROPOSALS)
    assert first.do("accept").message == "Accepted c4."
    assert status(location, "c4") == "accepted"
    first.do("reject", Answer(reason="a rumour"))
    assert subjects(session(location, PROPOSALS)) == ["c1", "c2"]
    assert actions(location) == [("Bo", "accept", "c4"), ("Bo", "reject", "c3")]


def test_a_rejection_without_its_reason_leaves_the_item(location: str) -> None:
    reviewing = session(location, PROPOSALS)
    with pytest.raises(UsageError, match="needs its reason"):
        reviewing.do("reject")
    assert reviewing.item is not None
    assert reviewing.item.subject == "c4"
    assert actions(location) == []


def test_what_is_no_choice_here_is_refused(location: str) -> None:
    with pytest.raises(UsageError, match="'same' is nothing"):
        session(location, PROPOSALS).do("same")
    with pytest.raises(UsageError, match="no queue 'sorrows'"):
        session(location, "sorrows")


def test_an_edit_is_shown_again_and_keeps_what_was_said_before(location: str) -> None:
    reviewing = session(location, PROPOSALS)
    reviewing.do("edit", Answer(changes={"low": 4, "high": 4}))
    assert isinstance(reviewing.item, ProposalItem)
    assert reviewing.item.view.claim.figure == "4"
    reviewing.do("accept")
    with open_store(location) as store:
        assert store.claims.get("c4").figure == "4"
        edit = next(iter(store.journal.entries(action="edit")))
    assert (edit.before or {})["low"] == 3
    assert (edit.after or {}) == {"low": 4, "high": 4}
    assert check(location) == []


def test_an_edit_that_breaks_a_rule_changes_nothing(location: str) -> None:
    reviewing = session(location, PROPOSALS)
    with pytest.raises(InputError):
        reviewing.do("edit", Answer(changes={"low": 9, "high": 4}))
    with pytest.raises(UsageError, match="cannot be edited"):
        reviewing.do("edit", Answer(changes={"quote": "other words"}))
    with pytest.raises(UsageError, match="Nothing of c4"):
        reviewing.do("edit", Answer(changes={"low": 3}))
    assert actions(location) == []


def test_an_edited_place_takes_the_claim_to_another_event(location: str) -> None:
    reviewing = session(location, PROPOSALS)
    changes = {"place": "Al Qaim", "event_start": "2024-01-24", "event_end": "2024-01-24"}
    reviewing.do("edit", Answer(changes=changes))
    with open_store(location) as store:
        assert store.claims.get("c4").event == store.claims.get("c1").event


def test_undo_goes_back_as_far_as_the_session(location: str) -> None:
    reviewing = session(location, PROPOSALS)
    reviewing.do("accept")
    reviewing.do("reject", Answer(reason="a rumour"))
    assert reviewing.do("undo").message == "Took back: reject c3."
    assert reviewing.item is not None
    assert reviewing.item.subject == "c3"
    assert status(location, "c3") == "proposed"
    reviewing.do("undo")
    assert reviewing.item.subject == "c4"
    assert not reviewing.do("undo").done
    assert subjects(reviewing) == ["c4", "c3", "c1", "c2"]
    assert [action for _, action, _ in actions(location)] == ["accept", "reject", "undo", "undo"]


def test_a_decision_made_meanwhile_is_seen_and_not_overwritten(location: str) -> None:
    reviewing = session(location, PROPOSALS)
    decide(location, ["c4"], "rejected", by="Cleo", because="a drill")
    told = reviewing.do("accept")
    assert not told.done
    assert "c4 was decided meanwhile by Cleo: reject. Yours was not recorded." in told.message
    assert status(location, "c4") == "rejected"
    assert reviewing.item is not None
    assert reviewing.item.subject == "c3"


def test_what_was_edited_meanwhile_is_shown_anew(location: str) -> None:
    reviewing, other = session(location, PROPOSALS), session(location, PROPOSALS, by="Cleo")
    other.do("edit", Answer(changes={"low": 5, "high": 5}))
    assert not reviewing.do("accept").done
    assert isinstance(reviewing.item, ProposalItem)
    assert reviewing.item.view.claim.figure == "5"
    assert reviewing.do("accept").done


def test_undo_says_what_rests_on_it_and_takes_it_along_when_asked(location: str) -> None:
    reviewing = session(location, PROPOSALS)
    reviewing.do("accept")
    with open_store(location) as store:
        question = store.claims.get("c4").question or ""
    resolve(location, question, quantity=None, verdict="three", because="morgue", by="Cleo")
    told = reviewing.do("undo")
    assert not told.done
    assert [(entry.action, entry.by) for entry in told.resting] == [("resolve", "Cleo")]
    assert status(location, "c4") == "accepted"
    assert reviewing.do("undo", with_dependents=True).done
    assert status(location, "c4") == "proposed"
    with open_store(location) as store:
        assert store.findings.in_force() == {}


def test_doubtful_pairs_are_judged_side_by_side(tmp_path: Path) -> None:
    location = laid(tmp_path, DOUBTFUL)
    reviewing = session(location, PAIRS)
    item = reviewing.item
    assert isinstance(item, PairItem)
    assert item.reckoning is not None
    assert "place" in item.differs
    assert item.recommendation.action is None
    subject = item.subject
    reviewing.do("different")
    assert actions(location)[-1][:2] == ("Bo", "different")
    assert subject not in subjects(session(location, PAIRS))
    assert reviewing.do("undo").message == f"Took back: different {subject}."
    assert reviewing.item is not None
    assert reviewing.item.subject == subject


def test_a_pair_judged_meanwhile_names_who_judged(tmp_path: Path) -> None:
    location = laid(tmp_path, DOUBTFUL)
    reviewing = session(location, PAIRS)
    assert reviewing.item is not None
    judge(location, "unsure", *reviewing.item.subject.split(), by="Cleo")
    assert "decided meanwhile by Cleo: unsure" in reviewing.do("same").message


def test_a_suspected_revision_is_confirmed_or_refused_once(location: str) -> None:
    reviewing = session(location, CONFIRMATIONS)
    item = reviewing.item
    assert isinstance(item, RevisionItem)
    assert (item.subject, item.name, item.revision.direction) == ("c1 c2", "the Hashed", "down")
    reviewing.do("confirm")
    with open_store(location) as store:
        assert store.claims.get("c1").superseded_by == "c2"
    assert session(location, CONFIRMATIONS).item is None
    reviewing.do("undo")
    with open_store(location) as store:
        assert store.claims.get("c1").superseded_by is None
    reviewing.do("refuse")
    assert session(location, CONFIRMATIONS).item is None


def test_a_refused_revision_is_none_in_the_report_from_then_on(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(as_of: str | None = None) -> list[tuple[str, str]]:
        with reported(location, Asked(as_of=as_of), lambda event: event) as (_, events):
            found = [r for event in events for q in event.questions for r in q.revisions]
        return [(revision.from_, revision.to) for revision in found]

    assert told() == [("c1", "c2")]
    reviewing = session(location, CONFIRMATIONS)
    monkeypatch.setattr("claimtrack.workflows.review.acting.now", lambda: "2999-01-02T00:00:00Z")
    reviewing.do("refuse")
    assert (told(), told("2999-01-01"), told("2999-01-02")) == ([], [("c1", "c2")], [])
    monkeypatch.setattr("claimtrack.workflows.undo.now", lambda: "2999-01-03T00:00:00Z")
    reviewing.do("undo")
    assert (told(), told("2999-01-02"), told("2999-01-03")) == ([("c1", "c2")], [], [("c1", "c2")])


def test_names_that_may_be_one_source_are_asked_about(tmp_path: Path) -> None:
    sources = ("Médecins Sans Frontières", "MSF", "Médecins Sans Frontières", "AFP")
    location = laid(tmp_path, [claim(str(n), who, 3) for n, who in enumerate(sources)])
    reviewing = session(location, CONFIRMATIONS)
    item = reviewing.item
    assert isinstance(item, AliasItem)
    assert (item.one, item.relation, item.other) == ("msf", "alias", "medecins-sans-frontieres")
    assert item.claims == (1, 2)
    reviewing.do("refuse")
    assert session(location, CONFIRMATIONS).item is None
    reviewing.do("undo")
    reviewing.do("confirm")
    with open_store(location) as store:
        assert store.sources.aliases() == {"msf": "medecins-sans-frontieres"}
    assert session(location, CONFIRMATIONS).item is None
    assert actions(location)[-1] == ("Bo", "alias", "source msf")


def test_a_contested_question_is_resolved_or_left_open(location: str) -> None:
    reviewing = session(location, CONTESTED)
    item = reviewing.item
    assert isinstance(item, QuestionItem)
    assert item.question.status == "contested"
    with pytest.raises(UsageError, match="holds no figure"):
        reviewing.do("resolve", Answer(value="plenty of cake", reason="morgue"))
    reviewing.do("resolve", Answer(value="at least 3", reason="morgue"))
    assert isinstance(reviewing.item, QuestionItem)
    reviewing.do("leave-open", Answer(reason="the hospital answers on Monday"))
    assert reviewing.item is None
    assert session(location, CONTESTED).item is None
    undo(location, by="Bo")
    assert isinstance(session(location, CONTESTED).item, QuestionItem)


def test_a_question_left_open_is_asked_again_when_somebody_else_speaks(tmp_path: Path) -> None:
    location = laid(tmp_path)
    reviewing = session(location, CONTESTED)
    while reviewing.item is not None:
        reviewing.do("leave-open", Answer(reason="wait"))
    laid(tmp_path, [claim("z", "the hospital", 70)])
    assert session(location, CONTESTED).item is not None


def test_what_a_decision_brings_up_is_asked_in_the_same_session(location: str) -> None:
    reviewing = session(location, PROPOSALS, CONFIRMATIONS)
    reviewing.do("skip")
    reviewing.do("skip")
    reviewing.do("reject", Answer(reason="misread"))
    reviewing.do("skip")
    assert reviewing.item is None
    reviewing.do("undo")
    reviewing.do("accept")
    assert isinstance(reviewing.item, RevisionItem)
    assert reviewing.item.subject == "c1 c2"


def test_notes_stay_with_their_item(location: str) -> None:
    reviewing = session(location, PROPOSALS)
    reviewing.do("note", Answer(reason="ask the desk in Baghdad"))
    assert reviewing.item is not None
    assert reviewing.item.subject == "c4"
    again = session(location, PROPOSALS).item
    assert again is not None
    assert [(note.by, note.note) for note in again.notes] == [("Bo", "ask the desk in Baghdad")]
    with pytest.raises(UsageError, match="blank"):
        reviewing.do("note")


def test_a_batch_is_one_decision_by_rule(location: str) -> None:
    reviewing = session(location, PROPOSALS)
    batch = reviewing.batch(above=0.9)
    assert [c.id for c in batch.claims] == ["c2", "c4"]
    decide(location, ["c2"], "rejected", by="Cleo", because="a drill")
    told = reviewing.accept_batch(batch)
    assert told.message == "Accepted 1 proposals; 1 were decided on meanwhile and left alone."
    assert status(location, "c2") == "rejected"
    with open_store(location) as store:
        entry = next(iter(store.journal.entries(action="accept")))
    assert (entry.after or {})["by_rule"] == "all proposals of confidence 0.9 or more"
    assert reviewing.do("undo").message == "Took back: accept c4."
    assert status(location, "c4") == "proposed"


def test_a_batch_counts_by_its_claims_and_is_taken_back_whole(location: str) -> None:
    reviewing = session(location, PROPOSALS)
    reviewing.do("skip")
    at_hand = reviewing.item
    assert at_hand is not None
    assert reviewing.accept_batch(reviewing.batch(above=0.0)).message == "Accepted 4 proposals."
    assert reviewing.progress().done == 4
    assert reviewing.do("undo").message == "Took back: accept of 4 claims."
    assert reviewing.item is not None
    assert reviewing.item.subject == at_hand.subject
    assert reviewing.progress().done == 0


def test_a_blind_session_shows_no_scores(tmp_path: Path) -> None:
    sure = laid(tmp_path, [claim("a", "police", 3, confidence=0.99)])
    item = session(sure, PROPOSALS, blind=True).item
    assert isinstance(item, ProposalItem)
    assert item.recommendation.action is None
    assert item.view.claim.confidence is None
    blind = session(sure, PROPOSALS, blind=True)
    assert "blind" in blind.explain()[0]
    assert blind.do("accept").done


def test_progress_counts_what_is_left_and_who_did_what(location: str) -> None:
    reviewing = session(location)
    assert reviewing.progress().left[PROPOSALS].number == 4
    reviewing.do("accept")
    decide(location, ["c1"], "accepted", by="Cleo")
    progress = reviewing.progress()
    assert progress.left[PROPOSALS].number == 2
    assert (progress.done, progress.by) == (1, {"Bo": 1, "Cleo": 1})


def test_every_item_can_be_explained(location: str, tmp_path: Path) -> None:
    (tmp_path / "doubtful").mkdir()
    doubtful = laid(tmp_path / "doubtful", DOUBTFUL)
    for reviewing in (session(location), session(doubtful, PAIRS)):
        while reviewing.item is not None:
            assert all(sentence.endswith(".") for sentence in reviewing.explain())
            reviewing.do("skip")


DOUBTFUL = [
    claim("p", "police", 3, place="Karvala", event_start="2024-03-02", event_end="2024-03-02"),
    claim("q", "a vet", 4, place="Karvalla", event_start="2024-03-04", event_end="2024-03-04"),
    claim("r", "the mayor", 5, place="Mellin", event_start="2023-05-01", event_end="2023-05-01"),
]
