"""What became of a key, in sentences with their styles."""

from claimtrack.errors import ClaimtrackError, InputError
from claimtrack.model.review import Told

Painted = tuple[str, str]
"""A text and its style."""

Outcome = list[Painted]
"""Sentences with their styles."""


def told_of(told: Told | None) -> Outcome | None:
    """What became of an action, with its style."""
    return None if told is None else [(told.message, "good" if told.done else "caution")]


def failed(error: ClaimtrackError) -> Outcome:
    """What is wrong and what to do, with their styles."""
    problems = error.problems if isinstance(error, InputError) else ()
    return [(error.message, "alarm"), *((str(one), "alarm") for one in problems), (error.hint, "")]
