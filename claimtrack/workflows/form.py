"""The form that ``add``, ``edit`` and both faces of the review share: what is asked, what it fills.

What is typed is words; what it fills are fields of the claim record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claimtrack.errors import InputError
from claimtrack.model.cell_lists import split_items
from claimtrack.model.claims import BASES
from claimtrack.model.dates import check_moment
from claimtrack.model.quantities import Quantity

SOURCES, PLACES = "sources", "places"
"""What names are known of."""

_LISTS = ("claimants", "via")
_MOMENTS = ("event_start", "event_end", "stated_at")
_YES_OR_NO = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class FormField:
    """One thing that a form asks for.

    Attributes:
        name: The field of the claim record; ``figure`` stands for the bounds and their words.
        label: What to write beside it where there is little room.
        question: What to ask for.
        completes: `SOURCES` or `PLACES` where known names are offered, None elsewhere.
    """

    name: str
    label: str
    question: str
    completes: str | None = None


FIELDS = {
    field.name: field
    for field in (
        FormField("kind", "Kind", "What is claimed (killed, injured, …)"),
        FormField("claimants", "Said by", "Who says it (several joined by |)", SOURCES),
        FormField("figure", "Figure", "The figure, in their words"),
        FormField("statement", "Statement", "What they assert"),
        FormField("scope", "Scope", "Who is counted, if not everyone (children, …)"),
        FormField("basis", "Basis", "Basis (count, estimate, identified, presumed)"),
        FormField("place", "Place", "Where it happened", PLACES),
        FormField("event_start", "First day", "The day it happened, or the first day (2024-01-24)"),
        FormField("event_end", "Last day", "The last day (2024-01-24)"),
        FormField("stated_at", "Said when", "When they said it (2024-01-24)"),
        FormField("via", "Via", "Who relays it (several joined by |)", SOURCES),
        FormField("hedge", "Hedge", "The verbatim hedge (alleged, …)"),
        FormField("denies", "Denies it", "Does the claim deny it (yes, no)"),
        FormField("quote", "Quote", "The verbatim sentence"),
    )
}
"""Name → what is asked for, in the order to ask."""

EDITED = tuple(name for name in FIELDS if name != "quote")
"""What an edit asks for, in order: what was understood, not what was quoted."""


def shown(record: Mapping[str, Any], name: str) -> str:
    """What a field holds, in a line, as `filled` would take it.

    Args:
        record: A claim record, or the fields of one that are known.
        name: One of `FIELDS`.

    Returns:
        The words; empty for nothing.
    """
    if name == "figure":
        low, high = record.get("low"), record.get("high")
        if low is None and high is None and not record.get("vague"):
            return ""
        if record.get("vague") and record.get("value_text"):
            return str(record["value_text"])
        vague, approximate = record.get("vague", False), record.get("approximate", False)
        return str(Quantity(low, high, approximate, vague))
    value = record.get(name)
    if isinstance(value, list):
        return " | ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value or "")


def filled(name: str, words: str) -> dict[str, Any]:
    """The fields of the claim record that an answer fills.

    Args:
        name: One of `FIELDS`.
        words: The answer; blank empties the field.

    Returns:
        Field → value.

    Raises:
        InputError: The words hold no figure, are no date, no basis, or neither yes nor no.
    """
    words = words.strip()
    if not words:
        return emptied(name)
    if name == "figure":
        return figure_fields(words)
    if name in _LISTS:
        return {name: split_items(words)}
    if name == "denies":
        if words.casefold() not in _YES_OR_NO:
            raise InputError(f"{words!r} is neither yes nor no.", "Answer yes or no.")
        return {name: _YES_OR_NO[words.casefold()]}
    if name in _MOMENTS:
        try:
            return {name: check_moment(words)}
        except ValueError as error:
            raise InputError(f"{error}.", "Give the day, or the day and the time.") from None
    if name == "basis" and words not in BASES:
        raise InputError(f"{words!r} is no basis.", f"It is one of {', '.join(BASES)}.")
    return {name: words}


def emptied(name: str) -> dict[str, Any]:
    """The fields that are emptied with one of `FIELDS`."""
    if name == "figure":
        bounds: dict[str, Any] = {"low": None, "high": None, "value_text": None}
        return bounds | {"approximate": False, "vague": False}
    if name == "denies":
        return {name: False}
    return {name: [] if name in _LISTS else None}


def figure_fields(words: str) -> dict[str, Any]:
    """The fields that a figure in words fills, as reading would.

    Args:
        words: Such as ``at least 12``.

    Returns:
        ``low``, ``high``, ``approximate``, ``vague`` and ``value_text``.

    Raises:
        InputError: The words hold no figure, or more than one, or deny it.
    """
    from claimtrack.reading.phrase import quantity_in

    quantity = quantity_in(words)
    if quantity is None:
        raise InputError(
            f"{words!r} holds no figure that is clear by itself.",
            'Give a number, words such as "at least 12" or dozens, or --low and --high.',
        )
    return {
        "low": quantity.low,
        "high": quantity.high,
        "approximate": quantity.approximate,
        "vague": quantity.vague,
        "value_text": words,
    }
