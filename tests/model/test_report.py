from claimtrack.model.report import SummaryLine, furthest_apart


def line(question: str, low: int, high: int, origins: int = 2) -> SummaryLine:
    return SummaryLine("e1", "Tarno", question, "killed", None, low, high, origins)


def test_the_questions_furthest_apart_come_first_then_those_of_most_origins() -> None:
    lines = [line("q1", 9, 10), line("q2", 1, 10), line("q3", 1, 10, 3), line("q4", 1, 10)]
    first, contested = furthest_apart(lines, 3)
    assert ([one.question for one in first], contested) == (["q3", "q2", "q4"], 4)
    assert furthest_apart([], 3) == ([], 0)
    assert furthest_apart(iter(lines[:1]), 3) == (lines[:1], 1)
