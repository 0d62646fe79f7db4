"""What people have said of a source stands beside what it says, under whichever name it speaks."""

from tests.reconciling.making import question, said

ALIASES = {"moh": "port-health-ministry"}
CLAIMS = (said("Port health ministry", 30, "2024-03-01"), said("MoH", 32, "2024-03-02"))


def test_the_grade_shown_is_the_best_of_a_body_s_names_and_the_one_that_is_weighed() -> None:
    grades = {"moh": "A", "port-health-ministry": "D"}
    report = question(*CLAIMS, rule="best-graded", bodies=ALIASES, grades=grades)
    shown = [one.assessment and one.assessment.reliability for one in report.positions]
    assert shown == ["A", "A"]
    assert report.figures.preferred is not None
    assert "a source graded A" in (report.figures.preferred.rule or "")


def test_a_kind_is_that_of_the_name_before_that_of_others() -> None:
    kinds = {"moh": "media", "port-health-ministry": "government"}
    report = question(*CLAIMS, bodies=ALIASES, kinds=kinds)
    assert [one.assessment and one.assessment.kind for one in report.positions] == [
        "government",
        "media",
    ]


def test_of_whom_nobody_said_anything_nothing_is_shown() -> None:
    assert [one.assessment for one in question(*CLAIMS).positions] == [None, None]
