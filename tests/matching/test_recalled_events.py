"""One text often recalls other events; being told together does not make them one.

A wrong merge here shows a discrepancy that does not exist, which is worse than a missed one.
"""

from collections.abc import Sequence

from claimtrack.matching import regroup
from claimtrack.model.grouping import MatchRow

RECALLED = [
    ("killed", "Jurf al-Sakhr", "2023-11-22", "Five were killed in a strike at Jurf al-Sakhr."),
    ("killed", "Hilla", "2023-12-26", "One person was killed in strikes at Hilla."),
    ("injured", "Hilla", "2023-12-26", "The office put the number of wounded at 18."),
    ("killed", "Baghdad", "2024-01-04", "Two people were killed in a strike in Baghdad."),
    ("injured", "Baghdad", "2024-01-04", "Two people were killed and seven injured there."),
]


def rows(told: Sequence[tuple[str, str, str, str]]) -> list[MatchRow]:
    return [
        MatchRow(number, kind, None, place, day, day, "2024-01-24", quote, 1)
        for number, (kind, place, day, quote) in enumerate(told, 1)
    ]


def test_events_weeks_apart_stay_apart_though_one_text_tells_them() -> None:
    events = {claim: place[0] for claim, place in regroup(rows(RECALLED)).assigned.items()}
    assert events[2] == events[3]
    assert events[4] == events[5]
    assert len({events[1], events[2], events[4]}) == 3


def test_two_towns_hit_in_one_night_stay_apart_though_one_text_tells_them() -> None:
    night = [
        ("killed", "Al Qaim", "2024-01-24", "Two people were killed in Al Qaim."),
        ("injured", "Al Qaim", "2024-01-24", "Two people were killed and two wounded in Al Qaim."),
        ("killed", "Jurf al-Nasr", "2024-01-24", "Two more died in Jurf al-Nasr, sources said."),
    ]
    events = {claim: place[0] for claim, place in regroup(rows(night)).assigned.items()}
    assert events[1] == events[2] != events[3]
