"""Whether, and which way, a figure moved between two statements of one source."""

from claimtrack.model.quantities import Quantity

UP, DOWN, NONE = "up", "down", "none"
"""The directions of a revision."""


ROUNDING = 20
"""``About 250`` and ``253`` are one figure of one source: a number called approximate stands for
those within a twentieth of it, and no further than what it is rounded to: ``about 246`` is not
``238``. Between sources the wider rule of `claimtrack.model.quantities` holds; here a source is
held to its own words, so ``about 500`` and then ``471`` is a change."""


def movement(old: Quantity | None, new: Quantity | None, *, told: bool = False) -> str | None:
    """Which way a figure moved.

    It did not move where the new words can be a closer or looser account of the old number:
    equal bounds, the same number with and without ``at least``, a range and a number within it,
    a rounded number and the one it rounds, a vague word and any number, unless a change is told and
    the two leave no number in common (``hundreds``, then *only* ``52``). It moved where the two
    cannot both hold, and where the number itself changed behind an open bound (``115``, then
    ``at least 97``; ``at least 12``, then ``14``): tolls are given as lower bounds while they
    are being counted, and a source that gives another number has changed its figure. Whether a
    floor below a number is a change or a looser account, no two figures tell; see `timeline.moved`.

    Args:
        old: The earlier figure.
        new: The later one.
        told: Whether it is told that the later follows the earlier, and so is no other rounding.

    Returns:
        ``up``, ``down``, ``none`` (it changed, but neither way), or None when it did not move.
    """
    if old is None or new is None or (old.low, old.high) == (new.low, new.high):
        return None
    if old.vague and new.vague:
        return _way(old.low or 0, new.low or 0)
    if old.vague or new.vague:
        return _apart(old, new) if told else None
    was, became = _number(old), _number(new)
    if not told and (old.approximate or new.approximate):
        apart, larger = abs(was - became), max(was, became)
        if old.approximate and apart <= _reach(was, larger):
            return None
        if new.approximate and apart <= _reach(became, larger):
            return None
    if was == became and not (_closed(old) and _closed(new)):
        return None
    if (way := _apart(old, new)) is not None:
        return way
    if _closed(old) and _closed(new):
        return _shifted(old, new)
    if (old.low is None) != (new.low is None):
        return None  # a ceiling and a floor that leave room for each other
    return _way(was, became)


def _apart(old: Quantity, new: Quantity) -> str | None:
    """Which way a figure moved whose two bounds leave no number in common."""
    if old.high is not None and new.low is not None and old.high < new.low:
        return UP
    if new.high is not None and old.low is not None and new.high < old.low:
        return DOWN
    return None


def _reach(number: int, larger: int) -> float:
    """How far from an approximate number the other may lie, the larger of the two known."""
    digits = str(number)
    zeros = len(digits) - len(digits.rstrip("0"))
    return min(larger / ROUNDING, float(10**zeros))


def _shifted(old: Quantity, new: Quantity) -> str | None:
    """Two closed intervals that overlap: nested ones tell the same, shifted ones moved."""
    lows, highs = _way(old.low or 0, new.low or 0), _way(old.high or 0, new.high or 0)
    return lows if lows == highs else None


def _closed(quantity: Quantity) -> bool:
    return quantity.low is not None and quantity.high is not None


def _number(quantity: Quantity) -> int:
    """The number in the words: 150 for ``more than 150`` (151 or more), 100 for ``below 100``."""
    low, high = quantity.low, quantity.high
    if low is None:
        high = high or 0
        return high + 1 if (high + 1) % 10 == 0 else high
    return low - 1 if high is None and low > 10 and (low - 1) % 10 == 0 else low


def _way(old: int, new: int) -> str:
    return UP if new > old else DOWN if new < old else NONE
