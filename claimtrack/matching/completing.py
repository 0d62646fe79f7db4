"""Known names that somebody may mean by what they have typed so far."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from claimtrack.model.sources import slug_of

LIKE = 70
"""Likeness out of 100 from which a name is offered: below it, rapidfuzz's weighted ratio finds
names that share little but their length (looked at on the names of the sample case)."""


def nearest_names(typed: str, names: Iterable[str], limit: int) -> list[str]:
    """The names that are like what was typed.

    Args:
        typed: The beginning of a name, some word of it, or a misspelling.
        names: The known names.
        limit: At most so many.

    Returns:
        Names that begin so first, then those with a word that does, then those spelled much
        alike; each in the order given where two are equally like.
    """
    wanted, known = _plain(typed), {name: _plain(name) for name in names}
    begins = [name for name, told in known.items() if told.startswith(wanted)]
    inside = [name for name, told in known.items() if f" {wanted}" in told]
    alike = process.extract(wanted, known, scorer=fuzz.WRatio, limit=limit, score_cutoff=LIKE)
    ordered = dict.fromkeys([*begins, *inside, *(name for _, _, name in alike)])
    return list(ordered)[:limit]


def _plain(name: str) -> str:
    """A name without case, marks and leading article."""
    return slug_of(name).replace("-", " ") if name.strip() else ""
