import re

import pytest
from rich.cells import cell_len

from claimtrack.model.claims import Claim, Passage, Withdrawal
from claimtrack.model.dates import Period
from claimtrack.model.documents import Document
from claimtrack.model.quantities import Quantity
from claimtrack.model.sources import Source
from claimtrack.render.details import claim_lines, document_lines, source_lines
from claimtrack.render.paper import Paper

QUOTE = "The hospital in الأنبار said two [bold]people[/bold] had died."
CLAIM = Claim(
    id="c7",
    kind="killed",
    claimants=("the hospital",),
    quantity=Quantity(2, 2),
    value_text="two",
    via=("AFP",),
    place="Al Qaim",
    period=Period("2024-01-24", "2024-01-24"),
    passage=Passage(QUOTE, 10, 10 + len(QUOTE)),
    restated=(Passage("Two, the hospital said again."),),
    document=Document(id="d2", publisher="AFP", published="2024-01-24"),
    inherited=("place",),
    rule="passive",
    confidence=0.9,
    withdrawn=Withdrawal("2024-02-01", "entered twice"),
    external_id="x-1",
)


def test_a_claim_is_told_whole() -> None:
    text = "\n".join(claim_lines(CLAIM, "Before it.", QUOTE, "After it."))
    for said in (
        "c7", "killed: 2", "the hospital", "AFP", "Al Qaim (from the context)", "24 January 2024",
        "rule passive, confidence 0.90", "entered twice", "x-1", "Two, the hospital said again.",
        f"Before it. »{QUOTE}« After it.",
    ):  # fmt: skip
        assert said in text


@pytest.mark.parametrize("width", [24, 60, 80, 200])
def test_a_claim_fits_the_terminal(width: int) -> None:
    lines = list(claim_lines(CLAIM, "Before. " * 20, QUOTE * 5, "After. " * 20, Paper(width)))
    assert max(cell_len(line) for line in lines) <= width


@pytest.mark.parametrize("width", [24, 60, 200])
def test_only_the_quote_is_highlighted_in_its_context(width: int) -> None:
    paper = Paper(width, color=True)
    lines = list(claim_lines(CLAIM, "Before »it« all.", QUOTE, "After it.", paper))
    marked = "".join(re.findall(r"\x1b\[7m(.*?)\x1b", "\n".join(lines)))
    assert re.sub(r"\s", "", marked) == re.sub(r"\s", "", f"»{QUOTE}«")
    assert marked.startswith("»")
    assert marked.endswith("«")


def test_a_claim_without_a_quote_has_no_context() -> None:
    claim = Claim(kind="denial", claimants=("(article)",), statement="nothing happened")
    text = "\n".join(claim_lines(claim))
    assert "the document itself" in text
    assert "»" not in text


def test_a_document_is_told_with_its_text() -> None:
    text = "One.\n\nTwo is long enough to be wrapped."
    document = Document(id="d2", title="A night", url="https://example.org/a", text=text)
    lines = list(document_lines(document, Paper(22)))
    assert lines[0] == "d2 · A night"
    assert lines[-4:] == ["One.", "", "Two is long enough to", "be wrapped."]


def test_a_source_is_told() -> None:
    source = Source("hashed", "the Hashed", claims=1200)
    assert list(source_lines(source))[:2] == ["hashed · the Hashed", "  Claims  1,200"]
