"""Take claim records from a file: all of it or nothing, and the same file twice changes nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, TextIO

from claimtrack.errors import InputError, Problem
from claimtrack.exchange.interface import Format, Row
from claimtrack.model.claims import Claim
from claimtrack.model.dates import now
from claimtrack.model.documents import Document
from claimtrack.model.fingerprints import fingerprint
from claimtrack.model.journal import JournalEntry
from claimtrack.store import open_store
from claimtrack.store.store import Store
from claimtrack.workflows.edit import edited_from
from claimtrack.workflows.files import open_text
from claimtrack.workflows.group import Progress, group_within, make_index

_CHUNK = 2000
"""Rows looked up and stored at a time; bounds memory and the number of look-ups alike."""


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did: claims stored, rows known already, and events they are grouped into."""

    added: int
    known: int
    grouped: bool


def import_file(
    location: str,
    path: str,
    form: Format,
    *,
    by: str,
    grouped: bool = True,
    on_progress: Progress | None = None,
    on_grouping: Progress | None = None,
) -> ImportOutcome:
    """Store the claims of a file in one transaction.

    A row whose ``external_id`` is known with the same content is passed over; rows without one
    are told apart by their content. The same ID with other content is a problem, since
    overwriting would lose what was recorded first.

    Args:
        location: The database.
        path: The file, or ``-`` for standard input.
        form: Its format.
        by: Who imports it.
        grouped: Group the new claims at once.
        on_progress: Told how many rows are done.
        on_grouping: Told how many claims grouping has taken in, of about how many.

    Returns:
        What was stored and what was known.

    Raises:
        InputError: The file cannot be read or some rows are bad; all bad rows are listed, and
            nothing of the file is stored.
    """
    moment = now()
    with open_text(path) as stream, open_store(location, write=True) as store:
        intake = _Intake(store, moment)
        problems = _take_all(intake, form, stream, on_progress)
        if problems:
            raise InputError(
                f"{path} has {_counted(len(problems), 'problem')}; nothing of it was stored.",
                "Correct the rows listed and import the file again.",
                tuple(problems),
            )
        if not intake.rows:
            raise InputError(f"{path} holds no claim records.", "Check that it is the right file.")
        intake.link_successors()
        if intake.added:
            store.journal.add(
                JournalEntry("import", by, moment, path, after=intake.summary(), note=None)
            )
            make_index(store)
            if grouped:
                group_within(store, on_progress=on_grouping)
        return ImportOutcome(intake.added, intake.rows - intake.added, grouped)


def _take_all(
    intake: "_Intake", form: Format, stream: TextIO, on_progress: Progress | None
) -> list[Problem]:
    """Feed every row to the intake; after the first bad one, only look for further bad ones."""
    problems: list[Problem] = []
    done = 0
    for chunk in _chunks(form.read(stream)):
        for row in chunk:
            problems += row.problems
        if not problems:
            problems += intake.take(chunk)
        done += len(chunk)
        if on_progress is not None:
            on_progress(done, None)
    return problems


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rows = iter(rows)
    while chunk := list(islice(rows, _CHUNK)):
        yield chunk


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


class _Intake:
    """Stores the rows of one file, remembering how the file's IDs map to those of the database."""

    def __init__(self, store: Store, moment: str) -> None:
        self.rows = 0
        self.added = 0
        self._store = store
        self._moment = moment
        self._first: str | None = None
        self._last: str | None = None
        self._ids: dict[str, str] = {}  # the file's own claim IDs → ours
        self._successors: list[tuple[str, str]] = []  # our ID, the file's ID of what replaces it
        self._documents: dict[
            Document, dict[str | None, Document]
        ] = {}  # reference → own ID → ours
        self._seen: Counter[str] = Counter()  # rows without an ID per fingerprint
        self._stored: Counter[str] = Counter()  # how many of those were stored now
        self._edited = edited_from(store)  # what claims said before somebody corrected them

    def take(self, chunk: list[Row]) -> list[Problem]:
        """Store what is new in a chunk of good rows; returns the rows that clash."""
        claims = [row.claim for row in chunk if row.claim is not None]
        prints = [fingerprint(claim) for claim in claims]
        named = self._store.claims.known({c.external_id for c in claims if c.external_id})
        unnamed = self._store.claims.known_fingerprints(
            {p for p, c in zip(prints, claims, strict=True) if not c.external_id}
        )
        for mark, short_id, name in self._edited:
            if name is None:
                unnamed.setdefault(mark, []).append(short_id)
            elif name in named:
                named[name].append((short_id, mark))
        before = {p: len(ids) - self._stored[p] for p, ids in unnamed.items()}
        problems: list[Problem] = []
        fresh: list[tuple[Row, Claim]] = []
        here: dict[str, str] = {}  # the external IDs first met in this chunk → fingerprint
        for row, claim, mark in zip(chunk, claims, prints, strict=True):
            self.rows += 1
            name = claim.external_id
            if name is None:
                self._seen[mark] += 1
                ids = unnamed.get(mark, [])
                if self._seen[mark] <= before.get(mark, 0):
                    self._remember(row, ids[self._seen[mark] - 1])
                    continue
                self._stored[mark] += 1
            else:
                known = {print_: short for short, print_ in named.get(name, [])}
                if mark in known:
                    self._remember(row, known[mark])
                    continue
                if here.get(name) == mark:
                    continue
                if known or name in here:
                    problems.append(_clash(row, name, next(iter(known.values()), None)))
                    continue
                here[name] = mark
            fresh.append((row, self._with_document(row, claim)))
        if not problems:
            self._add(fresh)
        return problems

    def link_successors(self) -> None:
        """Translate the file's ``superseded_by`` into ours, once every row is known."""
        for ours, theirs in self._successors:
            if theirs in self._ids:
                self._store.claims.supersede(ours, self._ids[theirs])

    def summary(self) -> dict[str, Any]:
        """What the journal keeps of the import."""
        return {
            "claims": self.added,
            "first": self._first,
            "last": self._last,
            "known": self.rows - self.added,
        }

    def _add(self, fresh: list[tuple[Row, Claim]]) -> None:
        ids = self._store.claims.add([claim for _, claim in fresh], recorded_at=self._moment)
        for (row, _), short_id in zip(fresh, ids, strict=True):
            self._remember(row, short_id)
            if row.record.get("superseded_by"):
                self._successors.append((short_id, str(row.record["superseded_by"])))
        if ids:
            self._first = self._first or ids[0]
            self._last = ids[-1]
        self.added += len(ids)

    def _remember(self, row: Row, short_id: str) -> None:
        own = row.record.get("id")
        if own is not None:
            self._ids[str(own)] = short_id

    def _with_document(self, row: Row, claim: Claim) -> Claim:
        """The claim with its document: documents that the file tells apart by ID stay apart.

        The first of a reference is left to the store, which finds or makes it in bulk; only
        further ones, which are rare, are looked up here one by one.
        """
        if claim.document is None:
            return claim
        alike = self._documents.setdefault(claim.document, {})
        own = row.record["document"].get("id")
        if own not in alike:
            alike[own] = self._further(claim.document, len(alike)) if alike else claim.document
        document = alike[own]
        return claim if document is claim.document else replace(claim, document=document)

    def _further(self, bare: Document, held: int) -> Document:
        """The stored document of this reference that comes after so many others, or a new one."""
        stored = self._store.documents.by_reference(bare)
        while len(stored) <= held:
            stored.append(self._store.documents.add(bare, recorded_at=self._moment))
        return stored[held]


def _clash(row: Row, name: str, short_id: str | None) -> Problem:
    where = f"as {short_id}" if short_id else "further up in this file"
    return Problem(
        row.where, "external_id" if "external_id" in row.record else "id",
        f"{name!r} was recorded {where} with other content",
    )  # fmt: skip
