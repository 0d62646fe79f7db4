"""Checks: a sound database passes, and each kind of damage is told."""

from pathlib import Path

import pytest

from claimtrack.errors import DatabaseError
from claimtrack.model.claims import Passage
from claimtrack.model.documents import Document
from claimtrack.model.findings import Finding
from claimtrack.model.judgements import JudgementRecord
from claimtrack.model.quantities import Quantity
from claimtrack.store import check, open_store
from tests.store.samples import NOW, group, killed, tamper


@pytest.fixture
def full(case: str) -> str:
    """A database with something of everything."""
    with open_store(case, write=True) as store:
        paper = store.documents.add(Document(title="A", text="Älter: two died."), recorded_at=NOW)
        quoted = killed(
            document=paper, passage=Passage("two died.", 7, 16), restated=(Passage("died", 11, 15),)
        )
        store.claims.add([quoted, killed(3), killed(4)], recorded_at=NOW)
        store.claims.supersede("c2", "c3")
    group(case, [1, 2], [3])
    with open_store(case, write=True) as store:
        store.judgements.add(JudgementRecord("same", "c1", "c2", "Ada", NOW))
        store.findings.add(Finding("q1", "the list", "Ada", NOW, Quantity(2, 2)))
    return case


def test_a_sound_database_has_no_faults(full: str) -> None:
    assert check(full) == []


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE claim SET low = 1 WHERE id = 2", "c2 does not say what it said"),
        ("UPDATE claim SET low = 9, high = 3 WHERE id = 2", "c2 cannot be read"),
        ("UPDATE claim SET persons = '[' WHERE id = 2", "c2 cannot be read"),
        ("UPDATE document SET text = 'Two died, elsewhere.'", "c1 quotes d1 where"),
        ("UPDATE document SET text = 'Two died, elsewhere.'", "not the one whose SHA-256"),
        ("DELETE FROM claim_source WHERE claim_id = 3", "c3 has no claimant"),
        ("DELETE FROM source", "refers to a source that is not there"),
        ("DELETE FROM document", "refers to a document that is not there"),
        ("UPDATE claim SET superseded_by = 2 WHERE id = 3", "c2 is replaced by itself"),
        ("UPDATE event SET merged_into = 3 - id", "e1 is merged into itself"),
        ("UPDATE event SET merged_into = 1 WHERE id = 2", "c3 is in event e2, which was merged"),
        ("UPDATE claim SET question_id = 1 WHERE id = 3", "c3 answers question q1, which is not"),
        ("UPDATE claim SET question_id = NULL WHERE id = 3", "c3 is in an event or a question"),
        ("UPDATE document SET replaced_by = 1", "d1 is replaced by itself"),
        ("UPDATE judgement SET claim_b = 1", "j1 does not judge two claims"),
        ("UPDATE judgement SET verdict = 'maybe'", "j1 does not judge two claims"),
        ("UPDATE finding SET low = NULL, high = NULL", "f1 has no rationale, or finds nothing"),
        ("UPDATE source SET reliability = 'Z'", "Source ministry is of a kind or a grade"),
        ("UPDATE claim SET credibility = 9 WHERE id = 2", "c2 cannot be read"),
    ],
)
def test_damage_is_told(full: str, damage: str, said: str) -> None:
    tamper(full, damage)
    assert any(said in told for told in check(full))


def test_a_damaged_file_is_told(full: str) -> None:
    path = Path(full)
    content = bytearray(path.read_bytes())
    content[4096 * 3 :] = b"\xff" * (len(content) - 4096 * 3)
    path.write_bytes(content)
    try:
        told = check(full)
    except DatabaseError as error:
        told = [error.message]
    assert any("damaged" in sentence for sentence in told)
