"""The open database, as one object with a part for each kind of thing."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from claimtrack.store import uncollected

with uncollected():  # whoever imports this first loads SQLModel
    from claimtrack.store.claims import Claims
    from claimtrack.store.documents import Documents

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from claimtrack.store.events import Events
    from claimtrack.store.findings import Findings
    from claimtrack.store.journal import Journal
    from claimtrack.store.judgements import Judgements
    from claimtrack.store.match_index import MatchIndex
    from claimtrack.store.neighbourhood import Neighbourhood
    from claimtrack.store.places import Places
    from claimtrack.store.queues import Queues
    from claimtrack.store.sources import Sources


class Store:
    """What one command sees of the database, within its transaction.

    Parts that a command does not use are not loaded, since making a table class takes
    milliseconds.

    Attributes:
        connection: The connection that everything here works on; for this room alone.
        migrated: What was done to bring the file up to date, in a sentence; None when nothing was.
    """

    def __init__(self, connection: Connection, *, migrated: str | None = None) -> None:
        self.connection = connection
        self.migrated = migrated

    @cached_property
    def claims(self) -> Claims:
        """The claims, and what happens to them."""
        return Claims(self.connection)

    @cached_property
    def documents(self) -> Documents:
        """The texts that claims were found in."""
        return Documents(self.connection)

    @cached_property
    def sources(self) -> Sources:
        """Who says and who relays."""
        from claimtrack.store.sources import Sources

        return Sources(self.connection)

    @cached_property
    def events(self) -> Events:
        """The events and questions that grouping derived."""
        from claimtrack.store.events import Events

        return Events(self.connection)

    @cached_property
    def judgements(self) -> Judgements:
        """What people said of pairs of claims."""
        from claimtrack.store.judgements import Judgements

        return Judgements(self.connection)

    @cached_property
    def places(self) -> Places:
        """Other names of places."""
        from claimtrack.store.places import Places

        return Places(self.connection)

    @cached_property
    def findings(self) -> Findings:
        """What people found the answers to questions to be."""
        from claimtrack.store.findings import Findings

        return Findings(self.connection)

    @cached_property
    def match_index(self) -> MatchIndex:
        """The index by which grouping finds the neighbours of a claim, as it is filled."""
        from claimtrack.store.match_index import MatchIndex

        return MatchIndex(self.connection)

    @cached_property
    def neighbourhood(self) -> Neighbourhood:
        """What stands near a claim, as that index finds it; and what waits to be grouped."""
        from claimtrack.store.neighbourhood import Neighbourhood

        return Neighbourhood(self.connection)

    @cached_property
    def journal(self) -> Journal:
        """The journal of human actions."""
        from claimtrack.store.journal import Journal

        return Journal(self.connection)

    @cached_property
    def queues(self) -> Queues:
        """What waits for a person's decision."""
        from claimtrack.store.queues import Queues

        return Queues(self.connection)
