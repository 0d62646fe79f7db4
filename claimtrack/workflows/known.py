"""What is asked for by name must be known: a mistyped filter would find nothing, in silence."""

from collections.abc import Iterable, Sequence

from claimtrack import matching
from claimtrack.errors import UsageError
from claimtrack.model.claims import COUNTED, STATUSES, UNCOUNTED, Claim
from claimtrack.model.selection import Selection
from claimtrack.model.sources import ARTICLE, Source, slug_of
from claimtrack.store.store import Store

_NEAREST = 3
"""So many known names are offered for one that is not."""


def require_known(store: Store, selection: Selection) -> None:
    """Refuse a selection that names what nobody has recorded.

    A kind that reading knows may be asked for before a claim has it; a free one, once a claim does.

    Args:
        store: The open database.
        selection: Its IDs of events and questions are not looked at: selecting follows them.

    Raises:
        UsageError: Its kind, status, source or document is unknown; the nearest known are named.
    """
    kind, status = selection.kind, selection.status
    if kind is not None and kind not in (*COUNTED, *UNCOUNTED):
        kinds = list(dict.fromkeys((*COUNTED, *UNCOUNTED, *store.claims.kinds())))
        if kind not in kinds:
            near = _nearest(kind, kinds) or f"It is one of {', '.join(kinds)}."
            raise UsageError(f"There is no kind {kind!r}.", near)
    if status is not None and status not in STATUSES:
        raise UsageError(
            f"{status!r} is no status of a claim.", f"Choose one of {', '.join(STATUSES)}."
        )
    if selection.document is not None:
        store.documents.get(selection.document)
    if selection.source is not None:
        source_named(store, selection.source)


def source_named(store: Store, name: str) -> Source:
    """A source that somebody names.

    Args:
        store: The open database.
        name: Its slug, or a name that has that slug.

    Raises:
        UsageError: There is none of that slug; the nearest known are named.
    """
    try:
        return store.sources.get(name)
    except UsageError as unknown:
        known = dict([*store.sources.slugs(), *store.sources.speaking()])
        near = _nearest(name, known.values(), slugs=True)
        raise UsageError(
            unknown.message, f"{near} {unknown.hint}" if near else unknown.hint
        ) from None


def sources_of(store: Store, claim: Claim) -> list[Source]:
    """Who makes a stored claim and who relays it, each once.

    Args:
        store: The open database.
        claim: The claim; where its document speaks itself, its publisher does.
    """
    names = [*claim.claimants, *claim.via]
    if ARTICLE in claim.claimants and claim.document and claim.document.publisher:
        names[names.index(ARTICLE)] = claim.document.publisher
    slugs = dict.fromkeys(map(slug_of, names))
    return [store.sources.get(slug) for slug in slugs]


def _nearest(typed: str, known: Iterable[str], *, slugs: bool = False) -> str:
    """The known names that are like what was typed, as a question; empty where none is."""
    found: Sequence[str] = matching.nearest_names(typed, known, _NEAREST)
    if slugs:
        found = [slug_of(name) for name in found]
    return f"Did you mean {' or '.join(found)}?" if found else ""
