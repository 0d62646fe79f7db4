"""What can go wrong, in words for the person at the keyboard.

Every error carries two sentences: what is wrong, and what to do about it. The kinds differ
only in whose fault it is; the command line turns each kind into its exit code.
"""

from dataclasses import dataclass


class ClaimtrackError(Exception):
    """Anything that stops a command and that its user can act on.

    Args:
        message: One sentence saying what is wrong.
        hint: One sentence saying what to do.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(ClaimtrackError):
    """The command was called in a way that makes no sense: an unknown ID, options that clash."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one place of an input file.

    Attributes:
        where: The place, such as ``row 17`` or ``line 3``.
        field: The field it is about, or None when it is about the whole row.
        message: What is wrong, without a full stop.
    """

    where: str
    field: str | None
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.where, self.field, self.message) if part)


class InputError(ClaimtrackError):
    """An input file or record is missing or bad; nothing of it was stored.

    Args:
        message: One sentence saying what is wrong.
        hint: One sentence saying what to do.
        problems: Every bad place found, in file order.
    """

    def __init__(self, message: str, hint: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message, hint)
        self.problems = problems


class DatabaseError(ClaimtrackError):
    """The database cannot be used: not SQLite, read-only, locked, or from a newer version."""
