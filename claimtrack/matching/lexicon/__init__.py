"""The words that matching knows, read from the files of this folder on first use."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words of place names that carry little; `places.toml` says what each list is for."""

    leading: frozenset[str]
    directions: frozenset[str]
    articles: frozenset[str]
    generic: frozenset[str]
    joints: frozenset[str]
    vague: frozenset[str]
    whole: frozenset[str]
    telling: frozenset[str]
    sides: frozenset[str]
    separate: frozenset[str]
    spelled: dict[str, str]


@dataclass(frozen=True, slots=True)
class ActWords:
    """What `acts.toml` holds, laid out for reading a text word by word.

    A meaning is a pair (feature, bit): the feature is an index into `FEATURES`, the bit stands for
    the entry in that feature's set.

    Attributes:
        whole: Word → meaning.
        stems: Beginning of a word → meaning.
        pairs: First word → the (second word or its beginning, whether a beginning, meaning).
        halves: The words of pairs, which are no rare words by themselves.
    """

    whole: dict[str, tuple[int, int]]
    stems: dict[str, tuple[int, int]]
    pairs: dict[str, list[tuple[str, bool, tuple[int, int]]]]
    halves: set[str]


FEATURES = ("acts", "targets", "actors")
"""The tables of `acts.toml`, in the order in which they are numbered."""


@cache
def act_words() -> ActWords:
    """The entries of `acts.toml`."""
    table = load("acts.toml")
    words = ActWords({}, {}, {}, set())
    for feature, name in enumerate(FEATURES):
        for number, entries in enumerate(table[name].values()):
            meaning = (feature, 1 << number)
            for entry in entries:
                first, _, second = entry.partition(" ")
                if second:
                    following = (second.rstrip("*"), second.endswith("*"), meaning)
                    words.pairs.setdefault(first, []).append(following)
                    words.halves.update((first, following[0]))
                elif first.endswith("*"):
                    words.stems[first[:-1]] = meaning
                else:
                    words.whole[first] = meaning
    return words


def meanings(feature: str, mask: int) -> list[str]:
    """The names of the entries whose bits are set.

    Args:
        feature: One of `FEATURES`.
        mask: The set, a bit an entry.

    Returns:
        Such as ``["airstrike", "shelling"]``.
    """
    return [name for number, name in enumerate(load("acts.toml")[feature]) if mask >> number & 1]


GRADES = 8
"""Grades of rarity; a word of grade n is worth (n / `GRADES`) to the power 1.5, the rarest 1."""


@cache
def rarity_grades() -> dict[str, int]:
    """Word → grade of rarity, 0 for one that tells no two events apart; the rarest are absent."""
    grades = {
        word: int(grade.removeprefix("grade"))
        for grade, words in load("rarity.toml").items()
        for word in words.split()
    }
    return grades | dict.fromkeys(load("words.toml")["common"].split(), 0)


@cache
def place_words() -> PlaceWords:
    """The lists of `places.toml`."""
    table = dict(load("places.toml"))
    groups = table.pop("spelled")
    spelled = {other: word for word, others in groups.items() for other in others}
    lists = {name: frozenset(words) for name, words in table.items()}
    return PlaceWords(**lists, spelled=spelled)


@cache
def load(name: str) -> dict[str, Any]:
    """One file of this folder as a table."""
    return load_table(f"lexicon/{name}")


@cache
def load_table(name: str) -> dict[str, Any]:
    """One file of the matching folder as a table; shared, so not to be changed."""
    return tomllib.loads(files("claimtrack.matching").joinpath(name).read_text(encoding="utf-8"))
