"""What changed between two versions of a document, in terms of claims."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.model.claims import Claim
from claimtrack.model.sources import ARTICLE, slug_of


class Change(NamedTuple):
    """One line of a comparison.

    Attributes:
        sort: ``changed``, ``added``, ``gone`` or ``unchanged``.
        old: The claim of the older version, None when added.
        new: The claim of the newer version, None when gone.
        words: ``killed at Al Qaim: 2 → 1 (the Hashed)``.
    """

    sort: str
    old: Claim | None
    new: Claim | None
    words: str


def compare_versions(older: Sequence[Claim], newer: Sequence[Claim]) -> list[Change]:
    """Compare the claims of two versions of one document.

    Claims are paired by kind, scope, claimant and cue; among several, equal figures first, then
    the same place, then text order. White space and punctuation make no difference.

    Args:
        older: The claims of the earlier version.
        newer: The claims of the later version.

    Returns:
        Changes in the order of the newer version, then what is gone in the order of the older.
    """
    free = list(range(len(older)))
    pairs: dict[int, int] = {}
    for same in (_same_figure_and_place, _same_figure, _same_place, _same_question):
        for n, claim in enumerate(newer):
            if n in pairs:
                continue
            match = next((m for m in free if same(older[m], claim)), None)
            if match is not None:
                pairs[n] = match
                free.remove(match)
    changes = []
    for n, claim in enumerate(newer):
        if n not in pairs:
            changes.append(Change("added", None, claim, _words(claim, claim.figure)))
            continue
        old = older[pairs[n]]
        if _same_figure(old, claim):
            changes.append(Change("unchanged", old, claim, _words(claim, claim.figure)))
        else:
            changes.append(
                Change("changed", old, claim, _words(claim, f"{old.figure} → {claim.figure}"))
            )
    changes += [Change("gone", older[m], None, _words(older[m], older[m].figure)) for m in free]
    return changes


def _same_question(old: Claim, new: Claim) -> bool:
    return (
        old.kind == new.kind
        and (old.scope or "").casefold() == (new.scope or "").casefold()
        and {slug_of(name) for name in old.claimants} == {slug_of(name) for name in new.claimants}
        and old.revision_cue == new.revision_cue
    )


def _same_figure(old: Claim, new: Claim) -> bool:
    return (
        _same_question(old, new)
        and old.quantity == new.quantity
        and _plain(old.statement) == _plain(new.statement)
    )


def _same_place(old: Claim, new: Claim) -> bool:
    return _same_question(old, new) and _plain(old.place) == _plain(new.place)


def _same_figure_and_place(old: Claim, new: Claim) -> bool:
    return _same_figure(old, new) and _same_place(old, new)


def _plain(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", (text or "").casefold()))


def _words(claim: Claim, figure: str) -> str:
    what = f"{claim.kind} ({claim.scope})" if claim.scope else claim.kind
    where = f" at {claim.place}" if claim.place else ""
    said = "the article" if claim.claimants == (ARTICLE,) else ", ".join(claim.claimants)
    return f"{what.replace('_', ' ')}{where}: {figure} ({said})"
