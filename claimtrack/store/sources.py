"""The sources: who says and who relays."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, distinct, func, select, update

from claimtrack.errors import UsageError
from claimtrack.model.aliases import SourceLink
from claimtrack.model.claims import Withdrawal
from claimtrack.model.sources import KINDS, RELIABILITIES, Source, slug_of
from claimtrack.store.links import Links
from claimtrack.store.publishers import Publisher, speaking
from claimtrack.store.statements import insert_rows, looked_up, next_number, table
from claimtrack.store.tables import CLAIMANT, VIA, ClaimRow, ClaimSourceRow, SourceRow

SOURCE, LINK, CLAIM = table(SourceRow), table(ClaimSourceRow), table(ClaimRow)
_EVERY = select(SOURCE)


class Sources:
    """The sources of an open database, what they are, and what they are to each other."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._links = Links(connection)

    def find(self) -> Iterator[Source]:
        """Every source with its counts of claims that stand, the busiest first."""
        said, relayed = self._counts()
        own = speaking(self._connection)
        rows = self._connection.execute(_EVERY)
        sources = [_source(row, said, relayed, own.pop(row[1], None)) for row in rows]
        sources += [_publisher(slug, publisher) for slug, publisher in own.items()]
        sources.sort(key=lambda source: (-source.claims, -source.relays, source.slug))
        return iter(sources)

    def names(self) -> list[str]:
        """The name of every source as it was first recorded, in that order."""
        rows = self._connection.execute(select(SOURCE.c.name).order_by(SOURCE.c.id))
        return list(rows.scalars())

    def slugs(self) -> list[tuple[str, str]]:
        """Slug and name of every source that a claim names, without counting what it says."""
        rows = self._connection.execute(select(SOURCE.c.slug, SOURCE.c.name).order_by(SOURCE.c.id))
        return [(slug, name) for slug, name in rows]

    def speaking(self) -> list[tuple[str, str]]:
        """Slug and name of every publisher that speaks in its own voice."""
        return [(slug, found.name) for slug, found in speaking(self._connection).items()]

    def get(self, slug: str) -> Source:
        """One source, which may be a publisher that speaks in its own voice.

        Args:
            slug: Its slug, or a name that has that slug.

        Raises:
            UsageError: There is none of that slug.
        """
        row = self._connection.execute(_EVERY.where(SOURCE.c.slug == slug_of(slug))).first()
        own = speaking(self._connection, (slug_of(slug),)).get(slug_of(slug))
        if row is not None:
            return _source(row, *self._counts(row[0]), own)
        if own is not None:
            return _publisher(slug_of(slug), own)
        raise _unknown(slug)

    def set_kind(self, slug: str, kind: str | None) -> None:
        """Record what a source is.

        Args:
            slug: Its slug, or a name that has that slug.
            kind: One of `claimtrack.model.sources.KINDS`; None takes it away.

        Raises:
            UsageError: There is no such source, or no such kind.
        """
        self._change(slug, "kind", kind, KINDS)

    def set_reliability(self, slug: str, reliability: str | None) -> None:
        """Grade a source, apart from what it says (Admiralty code, NATO).

        Args:
            slug: Its slug, or a name that has that slug.
            reliability: ``A`` reliable to ``E`` unreliable, ``F`` cannot be judged; None takes
                the grade away.

        Raises:
            UsageError: There is no such source, or no such grade.
        """
        self._change(slug, "reliability", reliability, RELIABILITIES)

    def grades(self) -> dict[str, str]:
        """Slug → reliability, for the sources that have been graded."""
        graded = select(SOURCE.c.slug, SOURCE.c.reliability)
        rows = self._connection.execute(graded.where(SOURCE.c.reliability.is_not(None)))
        return {row[0]: row[1] for row in rows}

    def kinds(self) -> dict[str, str]:
        """Slug → kind, for the sources of which somebody has said what they are."""
        told = select(SOURCE.c.slug, SOURCE.c.kind).where(SOURCE.c.kind.is_not(None))
        return {row[0]: row[1] for row in self._connection.execute(told)}

    def link(self, link: SourceLink) -> int:
        """Store what one source is to another; see `claimtrack.store.links.Links.add`."""
        self._enter(link.source, link.target)
        return self._links.add(link)

    def links(self, *, withdrawn: bool = False) -> Iterator[SourceLink]:
        """What sources are to each other; see `claimtrack.store.links.Links.find`."""
        return self._links.find(withdrawn=withdrawn)

    def aliases(self) -> dict[str, str]:
        """Slug → the body's slug; see `claimtrack.store.links.Links.aliases`."""
        return self._links.aliases()

    def parts(self) -> dict[str, str]:
        """Slug → the whole's slug; see `claimtrack.store.links.Links.parts`."""
        return self._links.parts()

    def withdraw_link(self, number: int, withdrawal: Withdrawal | None) -> None:
        """Take a link back; see `claimtrack.store.links.Links.withdraw`."""
        self._links.withdraw(number, withdrawal)

    def numbers_of(self, names: dict[str, str], *, recorded_at: str) -> dict[str, int]:
        """The number of each source, new ones stored on the way.

        Args:
            names: Slug → the name that a new source is recorded under, in order of appearance.
            recorded_at: When this database learned of them.

        Returns:
            Slug → number, for every slug asked for.
        """
        wanted = select(SOURCE.c.slug, SOURCE.c.id)
        found = dict(looked_up(self._connection, wanted, SOURCE.c.slug, names))
        new = [slug for slug in names if slug not in found]
        if new:
            first = next_number(self._connection, SOURCE)
            minted = dict(zip(new, range(first, first + len(new)), strict=True))
            rows = [
                (number, slug, names[slug], recorded_at, None, None)
                for slug, number in minted.items()
            ]
            insert_rows(self._connection, SOURCE, rows)
            found |= minted
        return found

    def _change(self, slug: str, column: str, value: str | None, allowed: Collection[str]) -> None:
        if value is not None and value not in allowed:
            raise UsageError(
                f"{value!r} is no {column} of a source.", f"It is one of {', '.join(allowed)}."
            )
        self._enter(slug)
        changed = self._connection.execute(
            update(SOURCE).where(SOURCE.c.slug == slug_of(slug)).values({column: value})
        )
        if changed.rowcount == 0:
            raise _unknown(slug)

    def _enter(self, *names: str) -> None:
        """Give a row to those that speak as publishers alone, before something is told of them."""
        wanted = {slug_of(name) for name in names}
        known = select(SOURCE.c.slug, SOURCE.c.id)
        wanted -= {s for s, _ in looked_up(self._connection, known, SOURCE.c.slug, list(wanted))}
        for slug, found in speaking(self._connection, wanted).items():
            self.numbers_of({slug: found.name}, recorded_at=found.recorded_at)

    def _counts(self, source: int | None = None) -> tuple[Counter[int], Counter[int]]:
        """How many claims that stand each source makes, and relays."""
        statement = (
            select(LINK.c.source_id, LINK.c.role, func.count(distinct(LINK.c.claim_id)))
            .join(CLAIM, CLAIM.c.id == LINK.c.claim_id)
            .where(CLAIM.c.withdrawn_at.is_(None))
            .group_by(LINK.c.source_id, LINK.c.role)
        )
        if source is not None:
            statement = statement.where(LINK.c.source_id == source)
        counts: dict[str, Counter[int]] = {CLAIMANT: Counter(), VIA: Counter()}
        for number, role, count in self._connection.execute(statement):
            counts[role][number] = count
        return counts[CLAIMANT], counts[VIA]


def _source(
    row: Sequence[Any], said: Counter[int], relayed: Counter[int], own: Publisher | None
) -> Source:
    number, slug, name, recorded_at, kind, reliability = row
    claims = said[number] + (own.claims if own else 0)
    return Source(slug, name, claims, relayed[number], recorded_at, kind, reliability)


def _publisher(slug: str, own: Publisher) -> Source:
    return Source(slug, own.name, own.claims, 0, own.recorded_at)


def _unknown(slug: str) -> UsageError:
    return UsageError(f"There is no source {slug!r}.", "`claimtrack sources` lists them.")
