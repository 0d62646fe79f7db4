from claimtrack.model.runs import longest_runs


def test_the_longest_known_run_goes_before_a_shorter_one_and_unknown_words_stand_alone() -> None:
    known = {"red cross": "RC", "red": "R", "cross": "C"}
    runs = longest_runs("the red cross of red town".split(), lambda r: known.get(" ".join(r)), 3)
    assert [(" ".join(run), said) for run, said in runs] == [
        ("the", None), ("red cross", "RC"), ("of", None), ("red", "R"), ("town", None),
    ]  # fmt: skip


def test_no_words_have_no_runs_and_none_is_longer_than_asked_for() -> None:
    assert list(longest_runs([], lambda _: "x", 3)) == []
    assert [run for run, _ in longest_runs(["a", "b"], lambda _: "x", 1)] == [["a"], ["b"]]
