"""One event's report, written by hand, with something of everything that a report can hold."""

from typing import Any

from claimtrack.model.report import (
    Check,
    Discrepancy,
    EventReport,
    Figure,
    Figures,
    Position,
    QuestionReport,
    ReportHeader,
    Revision,
)

HEADER = ReportHeader("2024-02-01T10:00:00+00:00", as_of="2024-01-25T12:00")
MOST_ORIGINS = "the value that the most independent origins stand by"


def position(name: str, claim: str, low: int | None, high: int | None, **other: Any) -> Position:
    """A position; a standing, unreviewed one relayed by AFP where nothing else is said."""
    fields: dict[str, Any] = {
        "source": name.removeprefix("the ").lower().replace(" ", "-"),
        "stated_at": "2024-01-24",
        "body": name,
        "standing": True,
        "via": ("AFP",),
        "unreviewed": True,
        "figure": str(low),
        "state": "standing" if other.get("standing", True) else "superseded",
        **other,
    }
    return Position(name=name, claim=claim, low=low, high=high, **fields)


KILLED = QuestionReport(
    id="q5",
    kind="killed",
    scope=None,
    status="contested",
    figures=Figures(1, 2, Figure(1, 1, "c7"), Figure(1, 1, "c7", MOST_ORIGINS)),
    origins=2,
    relays=3,
    positions=(
        position("the Hashed", "c7", 1, 1, stated_at="2024-01-24T12:00", via=("AFP", "CGTN")),
        position("source in the Hashed", "c8", 2, 2, standing=False),
        position("interior ministry official", "c9", 2, 2),
        position("مديرية صحة الأنبار", "c12", None, 4, figure="at most 4", via=("日本放送協会",)),
        position("Kataib [bold]Hezbollah[/bold]", "c14", 1, 1, stated_at=None, via=()),
    ),
    discrepancies=(
        Discrepancy(
            "conflict",
            ("c7", "c9"),
            "The Hashed stands by 1 and the interior ministry official by 2 for the same place "
            "and day, which cannot both be true.",
        ),
        Discrepancy("stale", ("c8", "c7"), "2 is an earlier figure; the Hashed has since said 1."),
        Discrepancy("stale", ("c8", "c14"), "2 is an earlier figure; the Hashed has since said 1."),
        Discrepancy("bound", ("c9", "c12"), "At most 4 leaves room for 2."),
        Discrepancy("scope", ("c7", "c14"), "Members of one brigade are not everyone killed."),
    ),
    revisions=(
        Revision(
            "source-in-the-hashed",
            "c8",
            "c7",
            "correction",
            "down",
            "A source inside the Hashed had said 2 at first, at second hand.",
        ),
        Revision("hashed", "c7", "c7", "scope-change", "none", "Another place is counted."),
    ),
    finding=None,
    wording=(
        "The Hashed said one person was killed at Al Qaim; an interior ministry official and a "
        "source in the Hashed at first said two. None of it has been independently confirmed."
    ),
    origin_names=("the Hashed", "an interior ministry official"),
    circles=(("AFP", "CGTN"),),
)

INJURED = QuestionReport(
    id="q6",
    kind="injured",
    scope="members of the Hashed",
    status="agreed",
    figures=Figures(2, None, Figure(2, None, "c10"), Figure(2, 2, "c11", MOST_ORIGINS)),
    origins=1,
    relays=0,
    positions=(
        position("the Hashed", "c10", 2, None, figure="others"),
        position("interior ministry official", "c11", 2, 2, unreviewed=False),
    ),
    discrepancies=(),
    revisions=(),
    finding=None,
    wording="The Hashed said others were wounded; an interior ministry official said two.",
)

RESPONSIBILITY = QuestionReport(
    id="q7",
    kind="responsibility",
    scope=None,
    status="resolved",
    figures=Figures(None, None, None, None),
    origins=1,
    relays=1,
    positions=(
        position(
            "the United States Central Command",
            "c15",
            None,
            None,
            figure="its aircraft struck three sites | that a militia used",
            unreviewed=False,
        ),
    ),
    discrepancies=(),
    revisions=(),
    finding={
        "id": "f1",
        "low": None,
        "high": None,
        "verdict": "US Central Command",
        "because": "its own statement",
        "by": "rana",
        "at": "2024-01-25T09:00:00+00:00",
        "reopened_by": [],
    },
    wording="The United States Central Command said its aircraft struck three sites.",
)

EVENT = EventReport(
    id="e3",
    title="Al Qaim, 24 January 2024",
    place="Al Qaim",
    start="2024-01-24",
    end="2024-01-24",
    claims=9,
    unreviewed=7,
    questions=(KILLED, INJURED, RESPONSIBILITY),
    checks=(Check("part-exceeds-whole", ("c7", "c13"), "5 children are more than 1 in all."),),
)

BARE_EVENT = EventReport("e4", "e4", None, None, None, 1, 0, (), ())
