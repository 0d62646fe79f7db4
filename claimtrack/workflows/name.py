"""What humans say of sources: how two relate, what each is; the grades of sources and claims."""

from collections.abc import Mapping

from claimtrack.errors import UsageError
from claimtrack.model.aliases import SourceLink
from claimtrack.model.claims import Withdrawal
from claimtrack.model.dates import now
from claimtrack.model.ids import letter_of
from claimtrack.model.journal import JournalEntry
from claimtrack.model.selection import Selection
from claimtrack.model.sources import KINDS, RELATIONS, slug_of
from claimtrack.model.told import Told
from claimtrack.reconciling import CONFIRMING, origins_beside
from claimtrack.store import open_store
from claimtrack.store.store import Store
from claimtrack.workflows.known import source_named
from claimtrack.workflows.refusals import refused_revisions


def relate_sources(
    location: str, source: str, relation: str, target: str, *, by: str, note: str | None
) -> None:
    """Record that a source is another name of a body, speaks for it, or is part of it.

    Args:
        location: The database.
        source: The one, by slug or name.
        relation: ``alias``, ``speaks-for`` or ``part-of``.
        target: The other.
        by: Who says so.
        note: Their remark.

    Raises:
        UsageError: A source is unknown, the relation is, it runs in a circle, or makes a part of a
            body the body itself.
    """
    with open_store(location, write=True) as store:
        relate_within(store, source, relation, target, by=by, note=note)


def relate_within(
    store: Store, source: str, relation: str, target: str, *, by: str, note: str | None = None
) -> int:
    """The same inside a transaction that is open already.

    Args:
        store: The open database.
        source: The one, by slug or name.
        relation: ``alias``, ``speaks-for`` or ``part-of``.
        target: The other.
        by: Who says so.
        note: Their remark.

    Returns:
        The number of the journal's entry.

    Raises:
        UsageError: As `relate_sources` has it.
    """
    moment = now()
    if relation not in RELATIONS:
        raise UsageError(
            f"{relation!r} is nothing that a source can be to another.",
            f"It is one of {', '.join(RELATIONS)}.",
        )
    for one in (source, target):
        source_named(store, one)
    try:
        link = SourceLink(source, relation, target, by=by, at=moment, note=note)
    except ValueError as error:
        raise _refused(error) from None
    require_no_circle(store, source, relation, target)
    number = store.sources.link(link)
    after = {"source": source, "relation": relation, "target": target, "number": number}
    entry = JournalEntry("alias", by, moment, f"source {source}", after=after, note=note)
    return store.journal.add(entry)


def require_no_circle(store: Store, source: str, relation: str, target: str) -> None:
    """Refuse that a body becomes a part of its own part, or of itself, whatever its names.

    Args:
        store: The open database.
        source: The one source, by slug or name.
        relation: What it is to be to the other.
        target: The other.

    Raises:
        UsageError: The one is a part of the other already, so that it is not the other itself, nor
            the other a part of it; the chain is shown.
    """
    bodies = store.sources.aliases()
    one, other = slug_of(source), slug_of(target)
    same = bodies.get(one, one) == bodies.get(other, other)
    if relation == "part-of" and same:
        raise UsageError(
            f"{target} is {source} already: {one} = {other}.",
            "Take that back first, if it is wrong.",
        )
    if not same:
        _require_no_part(store, target, source, bodies)
        if relation != "part-of":
            _require_no_part(store, source, target, bodies)


def _require_no_part(store: Store, part: str, whole: str, bodies: Mapping[str, str]) -> None:
    """Refuse where one body is a part of another, or of a part of it."""
    start, end = (bodies.get(slug, slug) for slug in (slug_of(part), slug_of(whole)))
    wholes: dict[str, list[str]] = {}
    for link in store.sources.links():
        if link.relation == "part-of":
            own, other = (bodies.get(slug, slug) for slug in (link.source, link.target))
            wholes.setdefault(own, []).append(other)
    ways, seen = [[start]], {start}
    for way in ways:
        if way[-1] == end:
            raise UsageError(
                f"{part} is a part of {whole} already: {' → '.join(way)}.",
                "Take one of these back first, if it is wrong.",
            )
        further = [one for one in wholes.get(way[-1], ()) if one not in seen]
        seen.update(further)
        ways.extend([*way, one] for one in further)


def unrelate_sources(
    location: str, source: str, target: str, relation: str | None, *, because: str, by: str
) -> list[str]:
    """Take back what one source is to another; it stays on record, with the reason.

    Args:
        location: The database.
        source: The one, by slug or name.
        target: The other.
        relation: Only ``alias``, ``speaks-for`` or ``part-of``; None for whatever was told.
        because: The reason.
        by: Who takes it back.

    Returns:
        The relations that were taken back, in the order in which they had been told.

    Raises:
        UsageError: Nothing of the kind was told of the two, or the reason is blank.
    """
    if not because.strip():
        raise UsageError("A withdrawal needs its reason.", 'Give it with --withdraw "…".')
    moment, two = now(), (slug_of(source), slug_of(target))
    with open_store(location, write=True) as store:
        told = [
            link
            for link in store.sources.links()
            if (link.source, link.target) == two and relation in (None, link.relation)
        ]
        if not told:
            raise UsageError(
                f"{source} was never said to be {relation or 'anything'} to {target}.",
                "`claimtrack log` tells what was said of sources.",
            )
        first = store.journal.last() + 1
        for link in told:
            store.sources.withdraw_link(link.number or 0, Withdrawal(moment, because.strip()))
            after = {
                "source": link.source,
                "relation": link.relation,
                "target": link.target,
                "number": link.number,
                "batch": first,
            }
            subject = f"source {link.source}"
            store.journal.add(
                JournalEntry("unalias", by, moment, subject, after=after, note=because)
            )
    return [link.relation for link in told]


def grade(location: str, thing: str, given: str, *, by: str, note: str | None) -> None:
    """Grade a source or a claim, apart from each other (Admiralty code, NATO).

    Args:
        location: The database.
        thing: A source's slug, or a claim's ID.
        given: ``A`` to ``F`` for a source, ``1`` to ``6`` for a claim.
        by: Who grades.
        note: Their remark.

    Raises:
        UsageError: There is no such thing or grade, or 1 (confirmed) is given to a claim that
            no other independent origin stands by.
    """
    moment = now()
    change: tuple[dict[str, int | str | None], dict[str, int | str | None]]
    with open_store(location, write=True) as store:
        if letter_of(thing) == "c":
            before = store.claims.get(thing).credibility
            number = int(given) if given in tuple("123456") else None
            if number is None:
                raise UsageError(f"{given!r} is no grade of a claim.", "It is one of 1 to 6.")
            if number == 1:
                _require_second_origin(store, thing)
            store.claims.set_credibility(thing, number)
            change = {"credibility": before}, {"credibility": number}
            subject = thing
        else:
            graded = source_named(store, thing)
            subject = graded.slug
            store.sources.set_reliability(subject, given.upper())
            change = {"reliability": graded.reliability}, {"reliability": given.upper()}
        store.journal.add(
            JournalEntry("grade", by, moment, subject, before=change[0], after=change[1], note=note)
        )


def set_kind(location: str, source: str, kind: str, *, by: str, note: str | None) -> str:
    """Record what a source is: a government, an armed group, a hospital, an outlet.

    Args:
        location: The database.
        source: The source, by slug or name.
        kind: One of `claimtrack.model.sources.KINDS`, in any case, its words parted as one likes.
        by: Who says so.
        note: Their remark.

    Returns:
        The kind as it is written in the lists.

    Raises:
        UsageError: There is no such source, or no such kind.
    """
    meant = next((one for one in KINDS if slug_of(one) == slug_of(kind)), kind)
    with open_store(location, write=True) as store:
        before = source_named(store, source)
        store.sources.set_kind(before.slug, meant)
        store.journal.add(
            JournalEntry(
                "kind",
                by,
                now(),
                before.slug,
                before={"kind": before.kind},
                after={"kind": meant},
                note=note,
            )
        )
    return meant


def _require_second_origin(store: Store, short_id: str) -> None:
    """Refuse to call a claim confirmed while nobody independent says the same."""
    claim = store.claims.get(short_id)
    if claim.event is None:
        origins = 1
    else:
        chosen = Selection(event=claim.event)
        ((_, members),) = store.events.claims_by_event(chosen)
        told = Told(
            bodies=store.sources.aliases(),
            parts=store.sources.parts(),
            places=store.places.aliases(),
            refused=refused_revisions(store),
        )
        origins = origins_beside(short_id, members, told)
    if origins < CONFIRMING:
        raise UsageError(
            f"No second independent origin stands by what {short_id} says, so it is not confirmed.",
            "Grade it 2 (probably true), or record who else says so.",
        )


def _refused(error: ValueError) -> UsageError:
    return UsageError(f"It was not recorded: {error}.", "Name two different things.")
