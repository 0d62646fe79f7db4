"""The short IDs of the screen: ``c17`` a claim, ``e3`` an event, ``q5`` a question, ``d2`` a text.

``j1`` is a judgement on two claims, ``f4`` a finding on a question.

A database numbers each kind of thing from 1 and never uses a number twice.
"""

import re

from claimtrack.errors import UsageError

NAMES = {
    "c": "claim",
    "e": "event",
    "q": "question",
    "d": "document",
    "j": "judgement",
    "f": "finding",
}
"""What each letter stands for."""

_FOUND = {
    "c": "`claimtrack claims` lists them",
    "e": "`claimtrack events` lists them",
    "q": "`claimtrack show e1` lists those of an event",
    "d": "`claimtrack documents` lists them",
    "j": "`claimtrack log` names them",
    "f": "`claimtrack log` names them",
}
"""Where a person finds the IDs of each letter."""

_SHAPE = re.compile(r"([a-z])([1-9]\d{0,17})", re.ASCII)


def number_of(short: str, letter: str) -> int:
    """The number behind a short ID.

    Args:
        short: Such as ``c17``.
        letter: The letter it must start with.

    Returns:
        Such as 17.

    Raises:
        UsageError: It is not an ID of that kind.
    """
    match = _SHAPE.fullmatch(short.strip().lower())
    if match is None or match[1] != letter:
        raise UsageError(
            f"{short!r} is not the ID of {_with_article(NAMES[letter])}.",
            f"IDs look like {letter}17; {_FOUND[letter]}.",
        )
    return int(match[2])


def letter_of(short: str) -> str | None:
    """The letter of a short ID, or None when the text is not one."""
    match = _SHAPE.fullmatch(short.strip().lower())
    return match[1] if match is not None and match[1] in NAMES else None


def _with_article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
