"""No text makes reading fail, invent a quote, or take more than linear work."""

import random
import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.claims import Claim
from claimtrack.model.documents import Document
from claimtrack.reading import read
from claimtrack.reading.sentences import LONGEST
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


MUTATIONS: dict[str, Callable[[list[str], random.Random], list[str]]] = {
    "dropped": lambda told, luck: told[: (at := luck.randrange(len(told)))] + told[at + 1 :],
    "doubled": lambda told, luck: [*told, luck.choice(told)],
    "shuffled": lambda told, luck: luck.sample(told, len(told)),
    "capitals": lambda told, _: [sentence.upper() for sentence in told],
    "titles": lambda told, _: [sentence.title() for sentence in told],
    "small": lambda told, _: [sentence.lower() for sentence in told],
    "blanks": lambda told, luck: [re.sub(r"\s", luck.choice("\n\t\u00a0"), s) for s in told],
    "marks": lambda told, luck: [
        re.sub(r"[.,;:“”'’]", luck.choice(["", "–", ";"]), s) for s in told
    ],
    "cut": lambda told, luck: [s[: luck.randrange(len(s) + 1)] for s in told],
    "beheaded": lambda told, luck: [s[luck.randrange(len(s) + 1) :] for s in told],
}
POINTING = {"i", "we", "he", "she", "it", "they", "you", "me", "him", "her", "them", "us", "who"}


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(TEXTS), st.lists(st.sampled_from(sorted(MUTATIONS)), max_size=3),
       st.randoms(use_true_random=False))  # fmt: skip
def test_nobody_speaks_in_a_mutation_who_is_not_in_it(
    text: str, mutations: list[str], luck: random.Random
) -> None:
    for mutation in mutations:
        told = [part for part in re.split(r"(?<=[.!?])\s+", text) if part] or ["."]
        text = " ".join(MUTATIONS[mutation](told, luck))
    check(text)
    bare = _bare(text)
    for claim in read(Document(text=text, published="2024-05-15", publisher="Post")):
        assert claim.scope is None or claim.scope.lower() not in POINTING
        if claim.quantity and claim.quantity.low is not None:
            assert 0 <= claim.quantity.low <= (claim.quantity.high or claim.quantity.low)
        for name in claim.claimants:
            if name not in ("(article)", "Post"):
                assert _bare(name) in bare
                assert _bare(name) not in {"", *POINTING}
                assert "version" not in _bare(name).split()


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def test_a_thing_of_one_word_may_end_a_text() -> None:
    check("Officials counted two missile")
    check("Officials counted two missiles and 30 rockets")


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
     "police said ", "Two men were killed in Bar. ", "not 3, ", ".",
     "two men were killed and "],
)  # fmt: skip
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    short, long = piece * (6_000 // len(piece)), piece * (12_000 // len(piece))
    read(Document(text=short))
    small = calls_of(lambda: read(Document(text=short)))
    assert calls_of(lambda: read(Document(text=long))) <= 3 * small + 10_000


def test_a_line_without_an_end_is_read_in_pieces_of_bounded_length() -> None:
    text = "two men were killed and " * 500
    claims = read(Document(text=text))
    quotes = [p for claim in claims for p in (claim.passage, *claim.restated) if p is not None]
    assert len(quotes) > 400
    assert all(text[p.start : p.end] == p.quote and len(p.quote) <= LONGEST for p in quotes)
    # 74 calls a character when written
    assert calls_of(lambda: read(Document(text=text))) < 110 * len(text)


def test_importing_the_room_loads_no_patterns() -> None:
    code = "import sys, claimtrack.reading; print('claimtrack.reading.patterns' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
