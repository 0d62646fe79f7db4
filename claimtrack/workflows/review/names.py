"""Names that may be one source, as items of a review."""

from claimtrack import matching
from claimtrack.model.aliases import SourceLikeness
from claimtrack.model.review import CONFIRMATIONS, AliasItem
from claimtrack.store.store import Store
from claimtrack.workflows.review.choices import CHOICES


def suspected_names(store: Store) -> list[str]:
    """Pairs of sources that may be one, and that nobody has looked at.

    Args:
        store: The open database.

    Returns:
        Each as two slugs, the likeliest first.
    """
    answered = _answered(store)
    found = matching.likely_sources(store.sources.slugs())
    return [
        f"{pair.source} {pair.target}"
        for pair in found
        if frozenset((pair.source, pair.target)) not in answered
    ]


def alias_item(store: Store, subject: str) -> AliasItem | None:
    """Two names that may be one source; None once somebody has said.

    An alias goes from the name of fewer claims to that of more.

    Args:
        store: The open database.
        subject: Two slugs.

    Raises:
        UsageError: There is no such source.
    """
    if frozenset(subject.split()) in _answered(store):
        return None
    one, other = (store.sources.get(slug) for slug in subject.split())
    found: SourceLikeness | None = matching.likely_source(
        (one.slug, one.name), (other.slug, other.name)
    )
    if found is None:
        return None
    backwards = one.claims > other.claims if found.relation == "alias" else found.source != one.slug
    if backwards:
        one, other = other, one
    return AliasItem(
        queue=CONFIRMATIONS,
        subject=subject,
        choices=CHOICES[CONFIRMATIONS],
        notes=tuple(reversed(store.journal.standing(("note",), subject=subject))),
        one=one.slug,
        other=other.slug,
        names=(one.name, other.name),
        claims=(one.claims, other.claims),
        relation=found.relation,
        because=found.because,
        score=found.score,
    )


def _answered(store: Store) -> set[frozenset[str]]:
    """The pairs that a person has related, or refused to; and what already speaks as one."""
    said = {frozenset((link.source, link.target)) for link in store.sources.links()}
    said |= {frozenset(e.subject.split()) for e in store.journal.standing(("refuse",))}
    bodies = store.sources.aliases()
    for slug, body in bodies.items():
        said.add(frozenset((slug, body)))
        said |= {frozenset((slug, also)) for also, same in bodies.items() if same == body}
    return said
