"""Which part of a claimant's name is a person, and which their title."""

from claimtrack.model.letters import fold_letters
from claimtrack.reconciling.folding import POSSESSIVE, has_word
from claimtrack.reconciling.lexicon import word_set

_OF = frozenset({"da", "de", "del", "di", "do", "du"})
"""What no person's name begins with, though it may stand inside one."""

_MOST_NAMES = 4
"""Words of a person's name at most; more are a description."""


def titles_in(name: str) -> list[int]:
    """Where the titles stand among a name's words.

    Args:
        name: A name as written.

    Returns:
        The places of the words, counted from none.
    """
    spoken = fold_letters(POSSESSIVE.sub("", name)).split()
    return [n for n, word in enumerate(spoken) if word in word_set("names", "titles")]


def untitled(name: str) -> str:
    """What follows the titles that a name begins with, where it begins with some; else nothing.

    Two words or more without any title are a person's too: ``Jane Doe``.

    Args:
        name: A name as written.
    """
    spoken, found = name.split(), titles_in(name)
    if found == list(range(len(found))) and len(spoken) > len(found) + (not found):
        return " ".join(spoken[len(found) :])
    return ""


def person_after_title(name: str) -> tuple[str, str]:
    """A name up to its last title, and the person that follows: ``Port Town mayor``, ``Jane Doe``.

    ``Colonel Jane Doe of the coastguard`` has the person before the body.

    Args:
        name: A name as written.

    Returns:
        Both; the whole name and nothing where no person follows.
    """
    found = titles_in(name)
    if not found:
        return name, ""
    spoken = name.split()
    office, after = " ".join(spoken[: found[-1] + 1]), " ".join(spoken[found[-1] + 1 :])
    return (office, after) if after and is_person(after) else (name, "")


def is_person(text: str) -> bool:
    """Whether a text can be a person's name: few words, all capitalised, none of an institution.

    Args:
        text: Part of a name as written.
    """
    spoken = text.split()
    said = [word for word in spoken if word[0].isalpha()]
    return (
        0 < len(said) <= _MOST_NAMES
        and said[0] not in _OF
        and all(
            not word[0].islower()
            or word.startswith(("al-", "el-"))
            or word in word_set("names", "particles")
            for word in said
        )
        and not any(
            has_word(text, kind) for kind in ("institutions", "people", "official", "services")
        )
    )
