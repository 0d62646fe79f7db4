"""No text makes reading fail, invent a quote, or take more than linear work."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.claims import Claim
from claimtrack.model.documents import Document
from claimtrack.reading import read
from tests.reading.scoring import PASSAGES

TEXTS = [path.read_text("utf-8") for path in sorted(PASSAGES.glob("*.txt"))]
PIECES = [
    "two", "men", "were", "killed", "and", ",", "(", "“", "”", "\"", "the", "a 14-year-old boy",
    "He", "shot himself", "at least", "12", "12,000", "said", "according to", "police", ".", "\n",
    "death toll", "of", "in Oran", "on Friday", "not", "who", "himself", "no one", "between", "'s",
    "more than", "including", "down from", "it was", "%", "$", "was", "had been", "found dead",
]  # fmt: skip


def check(text: str) -> None:
    for claim in read(Document(text=text, published="2024-05-15", publisher="Post")):
        assert claim.status == "proposed"
        passages = [claim.passage, *claim.restated]
        for passage in passages:
            assert passage is not None
            assert text[passage.start : passage.end] == passage.quote


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_any_text_is_read_and_quoted_from(text: str) -> None:
    check(text)


@settings(deadline=None, max_examples=80)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_any_mixture_of_the_words_of_claims_is_read(text: str) -> None:
    check(text)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_mutations_of_the_passages_are_read(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    at = data.draw(st.integers(0, len(text)))
    size = data.draw(st.integers(0, 40))
    put = data.draw(st.text(max_size=12))
    check(text[:at] + put + text[at + size :])


def calls_of(action: Callable[[], list[Claim]]) -> int:
    """How many Python and C functions an action calls."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "piece",
    ["word ", "1", "(", "two men, ", "a man and ", "two were ", "\"", "Aa ", "a man who was ",
     "police said ", "Two men were killed in Bar. ", "not 3, ", "."],
)  # fmt: skip
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    short, long = piece * (6_000 // len(piece)), piece * (12_000 // len(piece))
    read(Document(text=short))
    small = calls_of(lambda: read(Document(text=short)))
    assert calls_of(lambda: read(Document(text=long))) <= 3 * small + 10_000


def test_importing_the_room_loads_no_patterns() -> None:
    code = "import sys, claimtrack.reading; print('claimtrack.reading.patterns' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
