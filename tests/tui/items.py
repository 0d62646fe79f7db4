"""One item of each kind, made by hand, and a session that holds it."""

from typing import Any

from claimtrack.model.explanation import Explanation, FeatureEvidence
from claimtrack.model.journal import JournalEntry
from claimtrack.model.records import from_record
from claimtrack.model.report import Discrepancy, Figure, Figures, Position, QuestionReport, Revision
from claimtrack.model.review import (
    CONFIRMATIONS,
    CONTESTED,
    PAIRS,
    PROPOSALS,
    QUEUES,
    AliasItem,
    ClaimView,
    Item,
    Left,
    PairItem,
    Progress,
    ProposalItem,
    QuestionItem,
    Recommendation,
    RevisionItem,
    Rival,
)
from claimtrack.workflows.review import ReviewSession
from claimtrack.workflows.review.choices import CHOICES


class Held(ReviewSession):
    """A session that holds one item and no database."""

    def __init__(self, item: Item | None) -> None:
        self.item, self.by, self.blind, self.location = item, "Ana", False, ""

    def progress(self) -> Progress:
        left = dict(zip(QUEUES, (Left(38), Left(12), Left(3), Left(8, exact=False)), strict=True))
        return Progress(left, 2, {"Ana": 2, "Bo": 5})

    def explain(self) -> tuple[str, ...]:
        return (
            "The rule 'passive' proposed it; its confidence was 95% then.",
            "Of what that rule proposed, reviewers accepted 41, corrected 2 and rejected 1.",
        )


def view(short_id: str, before: str = "", after: str = "", **fields: Any) -> ClaimView:
    """A claim in its context."""
    record = {"kind": "killed", "claimants": ["the mayor"], "low": 2, "high": 2} | fields
    claim = from_record(record)
    for name, value in (("id", short_id), ("event", "e1"), ("question", "q1")):
        object.__setattr__(claim, name, value)
    return ClaimView(claim, before, after)


QUOTE = "The health directorate of Tarno said three people, among them a child, had been killed."
DIRECTORATE = view(
    "c17",
    "TARNO — Shells fell on the market quarter on Saturday morning, and the hospital called for "
    "blood. Nobody has said who fired them. ",
    " Residents spoke of many more and said that some lay under the rubble. The mayor asked for "
    "machines to lift it.",
    claimants=["the health directorate of Tarno"],
    via=["Wire A"],
    low=3,
    high=3,
    value_text="three",
    place="Tarno",
    event_start="2024-03-02",
    event_end="2024-03-02",
    stated_at="2024-03-02",
    inherited=["place", "event_start", "event_end"],
    quote=QUOTE,
    rule="passive",
    confidence=0.95,
    document={"id": "d4", "title": "Shells fall on a market", "publisher": "Wire A"},
)


def position(source: str, claim: str, low: int, **fields: Any) -> Position:
    """What a source stands by."""
    told: dict[str, Any] = {
        "source": source.replace(" ", "-"), "name": source, "body": source, "claim": claim,
        "low": low, "high": low, "stated_at": "2024-03-02", "standing": True, "via": (),
        "unreviewed": False,
        "figure": str(low), "state": "standing",
    }  # fmt: skip
    return Position(**(told | fields))


APART = "3 and 40 are both said of all who were killed in Tarno on 2 March 2024."
RESIDENTS = position("residents", "c21", 40, figure="at least 40", high=None, via=("Daily B",))
MAYOR = position("the mayor", "c9", 9, stated_at="2024-03-03")
MAYOR_FIRST = position("the mayor", "c8", 2, standing=False)
DIRECTORATES = position("the health directorate of Tarno", "c17", 3, via=("Wire A",))

PROPOSAL = ProposalItem(
    queue=PROPOSALS,
    subject="c17",
    choices=CHOICES[PROPOSALS],
    recommendation=Recommendation("accept", "Its rule is right in 95% of cases."),
    notes=(JournalEntry("note", "Bo", "2024-03-04T09:30:00+00:00", "c17", note="Asked them."),),
    view=DIRECTORATE,
    title="Tarno, 2 March 2024",
    rivals=(
        Rival(RESIDENTS, "conflict", APART),
        Rival(MAYOR, "scope", "The mayor counts the whole district."),
        Rival(MAYOR_FIRST, "stale", "2 is what the mayor said before 9."),
    ),
    unshown=4,
)

NEARBY = view(
    "c30",
    "Nothing is left of the stalls. ",
    " He gave no names.",
    claimants=["a rescue worker"],
    via=["Daily B"],
    place="Tarno district",
    event_start="2024-03-03",
    event_end="2024-03-03",
    quote="A rescue worker said two people had died at the market.",
    anonymous=True,
)
PAIR = PairItem(
    queue=PAIRS,
    subject="c17 c30",
    choices=CHOICES[PAIRS],
    one=DIRECTORATE,
    other=NEARBY,
    differs=frozenset(("low", "high", "claimants", "via", "place", "event_start", "event_end")),
    reckoning=Explanation(
        17,
        30,
        "texts",
        -2.0,
        (
            FeatureEvidence("place", "Tarno", "Tarno district", 0.8, 2.4),
            FeatureEvidence("kind", "killed", "killed", 1.0, 0.6),
            FeatureEvidence("date", "2 March 2024", "3 March 2024", 0.5, -0.9),
        ),
        0.1,
        0.52,
        0.8,
        0.3,
    ),
)

REVISION = RevisionItem(
    queue=CONFIRMATIONS,
    subject="c8 c9",
    choices=CHOICES[CONFIRMATIONS],
    name="the mayor",
    old=view("c8", stated_at="2024-03-02", quote="Two are dead, the mayor said."),
    new=view("c9", stated_at="2024-03-03", low=9, high=9, quote="The mayor put the dead at nine."),
    revision=Revision(
        "the-mayor", "c8", "c9", "update", "up", "The mayor said 2 on 2 March and 9 on 3 March."
    ),
    differs=frozenset(("low", "high", "stated_at")),
)

ALIAS = AliasItem(
    queue=CONFIRMATIONS,
    subject="tarno-health-directorate health-directorate-of-tarno",
    choices=CHOICES[CONFIRMATIONS],
    one="tarno-health-directorate",
    other="health-directorate-of-tarno",
    names=("Tarno health directorate", "the health directorate of Tarno"),
    claims=(2, 11),
    relation="alias",
    because="The two names have the same words in another order.",
    score=0.93,
)

QUESTION = QuestionItem(
    queue=CONTESTED,
    subject="q1",
    choices=CHOICES[CONTESTED],
    title="Tarno, 2 March 2024",
    question=QuestionReport(
        id="q1",
        kind="killed",
        scope=None,
        status="contested",
        figures=Figures(3, None, Figure(9, 9, "c9"), Figure(9, 9, "c9", "most-origins")),
        origins=3,
        relays=2,
        positions=(DIRECTORATES, RESIDENTS, MAYOR, MAYOR_FIRST),
        discrepancies=(
            Discrepancy("conflict", ("c17", "c21"), APART),
            Discrepancy("stale", ("c8", "c17"), "2 is what the mayor said before 9."),
        ),
        revisions=(Revision("the-mayor", "c8", "c9", "update", "up", "Tolls rise."),),
        finding=None,
        wording="Residents said at least 40 people were killed in Tarno on 2 March 2024; the mayor "
        "said 9, having said 2 before; the health directorate of Tarno said 3.",
    ),
)
