from claimtrack.model.claims import Claim
from claimtrack.model.documents import Document
from claimtrack.reading import compare_versions, read


def claims(text: str) -> list[Claim]:
    return read(Document(text=text, published="2024-05-15"))


def test_a_changed_figure_is_told_in_words() -> None:
    older = claims("Two men were killed in Oran, the army said.")
    newer = claims("One man was killed in Oran, the army said.")
    assert [(c.sort, c.words) for c in compare_versions(older, newer)] == [
        ("changed", "killed at Oran: 2 → 1 (the army)")
    ]


def test_white_space_and_punctuation_are_no_change() -> None:
    older = claims("Two men were killed in Oran, the army said.")
    newer = claims("Two men were killed   in Oran , the army said !")
    assert [c.sort for c in compare_versions(older, newer)] == ["unchanged"]


def test_added_and_gone_claims_are_told_apart() -> None:
    older = claims("Two men were killed in Oran. The army arrested nine people.")
    newer = claims("Two men were killed in Oran. Six people were wounded.")
    changes = compare_versions(older, newer)
    assert [(c.sort, c.words.split(" ")[0]) for c in changes] == [
        ("unchanged", "killed"), ("added", "injured"), ("gone", "detained"),
    ]  # fmt: skip


def test_two_empty_versions_do_not_differ() -> None:
    assert compare_versions([], []) == []
