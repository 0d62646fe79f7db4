"""Counts with bounds, and how two of them compare.

A quantity is an inclusive interval of whole numbers; a missing end is unbounded. The published
lower bounds of vague words follow the practice of conflict recorders (a word is worth the
smallest number it can honestly mean), and are listed in ``docs/method.md``.
"""

from dataclasses import dataclass
from enum import Enum

LARGEST = 2**63 - 1
"""The largest count that can be stored (SQLite keeps integers in eight bytes)."""


class Comparison(Enum):
    """What two quantities are to each other; symmetric."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count as somebody gave it.

    Attributes:
        low: Smallest count it allows, 0 or more; None is unbounded.
        high: Largest count it allows; None is unbounded.
        approximate: The words said ``about``, ``roughly``, ``nearly``.
        vague: The words gave no number (``several``, ``dozens``).

    Raises:
        ValueError: A bound is negative or too large, low exceeds high, or both are missing though
            the quantity is not vague.
    """

    low: int | None
    high: int | None
    approximate: bool = False
    vague: bool = False

    def __post_init__(self) -> None:
        low, high = self.low, self.high
        if low is None and high is None and not self.vague:
            raise ValueError("low and high are both missing")
        for name, bound in (("low", low), ("high", high)):
            if bound is not None and not 0 <= bound <= LARGEST:
                raise ValueError(f"{name} is {bound}, which is not between 0 and {LARGEST}")
        if low is not None and high is not None and low > high:
            raise ValueError(f"low is {low}, above high {high}")

    @property
    def exact(self) -> bool:
        """Whether it is one number, given as a number."""
        return self.low is not None and self.low == self.high and not self.vague

    def __str__(self) -> str:
        """The bounds in plain words: ``12``, ``about 12``, ``at least 12``, ``0 to 30``."""
        low, high = self.low, self.high
        if low is None and high is None:
            return "an unstated number"
        about = "about " if self.approximate else ""
        if low == high:
            return f"{about}{low:,}"
        if high is None:
            return f"at least {about}{low:,}"
        if low is None:
            return f"at most {about}{high:,}"
        return f"{about}{low:,} to {high:,}"


def compare(a: Quantity, b: Quantity) -> Comparison:
    """Compare two quantities of the same thing; the order of the two makes no difference.

    Equal bounds are EQUAL. Intervals that share a number are COMPATIBLE, and so is any pair
    with a vague member, since a vague word never contradicts by itself (docs/method.md, rule 5).
    Two approximate figures, or an approximate and an exact one, that differ by no more than
    half a unit of the rounder figure's last significant digit, and by no more than a tenth of it,
    are COMPATIBLE too: ``about 250`` and ``253`` are one figure, ``about 1,000`` and ``1,482`` are
    not. Where three digits or more are told, it is a whole unit, since ``some 242,000`` may have
    left off the rest of 242,769. Everything else is APART.

    Args:
        a: One quantity.
        b: The other.

    Returns:
        How they compare.
    """
    if (a.low, a.high) == (b.low, b.high):
        return Comparison.EQUAL
    if a.vague or b.vague:
        return Comparison.COMPATIBLE
    return Comparison.APART if _below(a, b) or _below(b, a) else Comparison.COMPATIBLE


def _below(a: Quantity, b: Quantity) -> bool:
    """Whether the first ends before the second begins; a rounded bound reaches further."""
    if a.high is None or b.low is None:
        return False
    # In tenths, since halves of numbers of 17 digits are no floating ones.
    end = 10 * a.high + (_reach(a.high) if a.approximate else 0)
    return end < 10 * b.low - (_reach(b.low) if b.approximate else 0)


def _reach(bound: int) -> int:
    """How far a rounded bound reaches: 5 for 250 and 253, 100 for 1,000, 1,000 for 242,000.

    It is told in tenths: 50, 1,000 and 10,000.
    """
    if not bound:
        return 0
    unit = 1
    while bound % (unit * 10) == 0:
        unit *= 10
    return min(10 * unit if bound >= 100 * unit else 5 * unit, bound)
