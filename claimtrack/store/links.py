"""What sources are to each other, as people have told it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from claimtrack.errors import UsageError
from claimtrack.model.aliases import SourceLink
from claimtrack.model.claims import Withdrawal
from claimtrack.model.sources import slug_of
from claimtrack.store.decision_tables import SourceLinkRow
from claimtrack.store.decisions import set_withdrawal
from claimtrack.store.mapping import withdrawal_of
from claimtrack.store.selecting import SOURCE
from claimtrack.store.statements import insert_rows, looked_up, next_number, table

SOURCE_LINK = table(SourceLinkRow)

_ONE_VOICE = ("alias", "speaks-for")
"""Relations that make two names one source: a body and its spokespeople are one (docs/method.md).

A part of a body is a source of its own, though not independent of it.
"""

_ONE, _OTHER = SOURCE.alias(), SOURCE.alias()
_LINKS = (
    select(
        SOURCE_LINK.c.id,
        _ONE.c.slug,
        SOURCE_LINK.c.relation,
        _OTHER.c.slug,
        SOURCE_LINK.c.by,
        SOURCE_LINK.c.at,
        SOURCE_LINK.c.note,
        SOURCE_LINK.c.withdrawn_at,
        SOURCE_LINK.c.withdrawn_because,
    )
    .join_from(SOURCE_LINK, _ONE, _ONE.c.id == SOURCE_LINK.c.source_id)
    .join(_OTHER, _OTHER.c.id == SOURCE_LINK.c.target_id)
    .order_by(SOURCE_LINK.c.id)
)


class Links:
    """The links between the sources of an open database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, link: SourceLink) -> int:
        """Store what one source is to another.

        Args:
            link: Both sources, by slug or by a name that has that slug, and who says so; its own
                ``number`` and ``withdrawn`` are not looked at.

        Returns:
            Its number.

        Raises:
            UsageError: There is no such source; or the source speaks as another already, or the
                two would speak as each other.
        """
        wanted = [slug_of(link.source), slug_of(link.target)]
        columns = select(SOURCE.c.slug, SOURCE.c.id)
        numbers = dict(looked_up(self._connection, columns, SOURCE.c.slug, wanted))
        for slug, name in zip(wanted, (link.source, link.target), strict=True):
            if slug not in numbers:
                raise UsageError(
                    f"There is no source {name!r}.", "`claimtrack sources` lists them."
                )
        self._require_free(link)
        number = next_number(self._connection, SOURCE_LINK)
        source, target = (numbers[slug] for slug in wanted)
        row = (number, source, link.relation, target, link.by, link.at, link.note, None, None)
        insert_rows(self._connection, SOURCE_LINK, [row])
        return number

    def find(self, *, withdrawn: bool = False) -> Iterator[SourceLink]:
        """The links, in the order in which they were told.

        Args:
            withdrawn: Also those that were taken back.

        Yields:
            Each with its number.
        """
        statement = _LINKS
        if not withdrawn:
            statement = statement.where(SOURCE_LINK.c.withdrawn_at.is_(None))
        return map(_link, self._connection.execute(statement))

    def aliases(self) -> dict[str, str]:
        """Slug → slug of the body that it speaks as: another name of it, or its spokesperson.

        Aliases of aliases lead to the last.
        """
        steps = self._steps()
        return {slug: _path(steps, slug)[-1] for slug in steps}

    def parts(self) -> dict[str, str]:
        """Slug → slug of the body that it is a part of, the one told first where several are."""
        told = [link for link in self.find() if link.relation == "part-of"]
        return {link.source: link.target for link in reversed(told)}

    def withdraw(self, number: int, withdrawal: Withdrawal | None) -> None:
        """Take a link back, with time and reason; it stays, and can be seen on request.

        Args:
            number: The link's number.
            withdrawal: When and why; None undoes a withdrawal.

        Raises:
            UsageError: There is no such link; or it cannot hold again, since the source speaks as
                another by now.
        """
        row = self._connection.execute(_LINKS.where(SOURCE_LINK.c.id == number)).first()
        if row is None:
            raise UsageError(
                f"There is no link between sources of number {number}.",
                "`claimtrack log` names them.",
            )
        if withdrawal is None:
            self._require_free(_link(row))
        set_withdrawal(self._connection, SOURCE_LINK, number, withdrawal)

    def _require_free(self, new: SourceLink) -> None:
        """Refuse what would leave it open which body a source speaks as."""
        if new.relation not in _ONE_VOICE:
            return
        steps = self._steps(besides=new.number)
        slug, target = slug_of(new.source), slug_of(new.target)
        if slug in steps:
            raise UsageError(
                f"{slug} speaks as {steps[slug]} already.", "Take that back first, if it is wrong."
            )
        if slug in _path(steps, target):
            raise UsageError(
                f"{target} speaks as {slug} already.",
                "Take that back first, if it is the other way round.",
            )

    def _steps(self, besides: int | None = None) -> dict[str, str]:
        return {
            link.source: link.target
            for link in self.find()
            if link.relation in _ONE_VOICE and link.number != besides
        }


def _path(steps: Mapping[str, str], slug: str) -> list[str]:
    """A source and all that it leads to; only a damaged file has a circle, which ends it too."""
    path = [slug]
    while (step := steps.get(path[-1])) is not None and step not in path:
        path.append(step)
    return path


def _link(row: Sequence[Any]) -> SourceLink:
    number, source, relation, target, by, at, note, gone_at, because = row
    withdrawn = withdrawal_of(gone_at, because)
    return SourceLink(source, relation, target, by, at, note, number, withdrawn)
