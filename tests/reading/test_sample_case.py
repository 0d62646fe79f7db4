"""The sample case that travels with the program is read as a careful person would read it.

None of its sentences may steer a rule: what fails here is to be mended by the construction it is
an instance of (names of several words with an article inside, ``there`` back to the place before,
an apposition behind a place, ``had spoken of``), never by its words.
"""

import tomllib
from pathlib import Path

import pytest

from claimtrack.model.claims import Claim
from claimtrack.model.documents import Document
from claimtrack.reading import read

CASE = Path(__file__).parents[2] / "fixtures" / "al_qaim"
ENTRIES = tomllib.loads((CASE / "case.toml").read_text("utf-8"))["document"]


def claims_of(entry: dict[str, str]) -> list[Claim]:
    text = (CASE / entry["file"]).read_text("utf-8")
    return read(Document(text=text, publisher=entry["publisher"], published=entry["published"]))


def gist(claim: Claim) -> "Gist":
    quantity = claim.quantity
    bounds = (quantity.low, quantity.high) if quantity else (None, None)
    return claim.kind, *bounds, claim.place, claim.period.start


NIGHT = "2024-01-24"
Gist = tuple[str, int | None, int | None, str | None, str | None]
EXPECTED: dict[str, dict[Gist, tuple[str, ...]]] = {
    "1-first-word.txt": {
        ("killed", 2, 2, "Al Qaim", NIGHT): ("official", "source in the Hashed"),
        ("injured", 2, 2, "Al Qaim", NIGHT): ("official", "source in the Hashed"),
    },
    "2-the-statement.txt": {
        ("killed", 1, 1, "Al Qaim", NIGHT): ("Hashed",),
        ("injured", 2, None, "Al Qaim", NIGHT): ("Hashed",),
        ("killed", 2, 2, "Al Qaim", NIGHT): ("interior ministry official", "source in the Hashed"),
        ("injured", 2, 2, "Al Qaim", NIGHT): ("interior ministry official", "source in the Hashed"),
        ("attacks", 151, None, None, "2023-10-15"): ("(article)",),
    },
    "3-the-broadcaster.txt": {
        ("killed", 1, 1, "al-Qa'im", NIGHT): ("Hashed",),
        ("injured", 2, 2, "al-Qa'im", NIGHT): ("Hashed",),
        ("killed", 2, 2, "Jurf al-Nasr", NIGHT): ("unnamed sources",),
    },
    "4-the-weeks-before.txt": {
        ("killed", 5, 5, "Jurf al-Sakhr", "2023-11-22"): ("group",),
        ("killed", 1, 1, "Hilla", "2023-12-26"): ("interior ministry official",),
        ("injured", 24, 24, "Hilla", "2023-12-26"): ("interior ministry official",),
        ("injured", 18, 18, "Hilla", "2023-12-26"): ("prime minister's office",),
        ("killed", 2, 2, "Baghdad", "2024-01-04"): ("Hashed",),
        ("injured", 7, 7, "Baghdad", "2024-01-04"): ("Hashed",),
    },
}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry["file"]))
def test_each_figure_is_found_with_its_place_its_day_and_its_speakers(
    entry: dict[str, str],
) -> None:
    found = claims_of(entry)
    for wanted, speakers in EXPECTED[entry["file"]].items():
        kind, low, high, place, day = wanted
        alike = [c for c in found if gist(c)[:3] == (kind, low, high) and c.period.start == day]
        if place is not None:
            alike = [c for c in alike if c.place == place]
        assert alike, f"{wanted} is not among {[gist(c) for c in found]}"
        named = " / ".join(alike[0].claimants)
        for speaker in speakers:
            assert speaker.lower() in named.lower(), f"{wanted}: {named}"


def test_the_first_figures_bear_their_cue() -> None:
    found = claims_of(ENTRIES[1])
    assert {c.revision_cue for c in found if c.kind == "killed" and gist(c)[1] == 2} == {"initial"}


def test_every_quote_stands_in_its_text() -> None:
    for entry in ENTRIES:
        for claim in claims_of(entry):
            assert claim.document is not None
            assert claim.passage is not None
            text = claim.document.text or ""
            assert text[claim.passage.start : claim.passage.end] == claim.passage.quote
