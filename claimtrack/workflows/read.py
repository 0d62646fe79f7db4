"""Read texts and propose the claims they make."""

import os
import signal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import PurePath
from typing import Any

from claimtrack.errors import InputError, Problem, UsageError
from claimtrack.model.claims import Claim
from claimtrack.model.dates import now
from claimtrack.model.documents import Document
from claimtrack.model.journal import JournalEntry
from claimtrack.reading import html_document, is_english, jsonl_documents, text_document
from claimtrack.reading import read as propose
from claimtrack.reading.confidence import learned
from claimtrack.reading.versions import Change
from claimtrack.store import open_store
from claimtrack.store.store import Store
from claimtrack.workflows.decide import Verdicts, verdicts_by_rule
from claimtrack.workflows.files import STDIN, open_text
from claimtrack.workflows.group import Progress, group_within
from claimtrack.workflows.versions import older_version, says_the_same, take_over

_BATCH = 100
"""Documents stored in one transaction; an interrupted run keeps the batches it finished."""

_LONGEST = 5_000_000
"""Characters of one document; a whole archive in one file is not one document."""

_WORTH_A_PROCESS = 20
"""A batch of fewer documents is read sooner than another process starts."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one document gave.

    Attributes:
        document: The document, with its ID unless it was a dry run.
        claims: What it was found to claim, with IDs unless it was a dry run.
        known: It had been read before, so nothing was done.
        changes: What is different from the older version that it replaces.
    """

    document: Document
    claims: tuple[Claim, ...]
    known: bool = False
    changes: tuple[Change, ...] = ()

    @property
    def foreign(self) -> bool:
        """Whether the text is in another language than English, as far as can be told."""
        return not self.known and not is_english(self.document.text or "")


@dataclass(slots=True)
class ReadOutcome:
    """What a whole run of reading gave: its documents in order, and the lines it had to skip."""

    readings: list[Reading] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def claims(self) -> Iterator[Claim]:
        """Every proposal, in the order of the documents."""
        return (claim for reading in self.readings for claim in reading.claims)


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of what is to be read.

    Attributes:
        described: Publisher, title, URL and date of a single document.
        updates: The ID of the document that it is a newer version of.
        accept: Store the claims as accepted instead of proposed.
        jobs: How many processes read; None for one a processor.
    """

    described: Document = field(default_factory=Document)
    updates: str | None = None
    accept: bool = False
    jobs: int | None = None


def dry_run(paths: Sequence[str], given: Given) -> ReadOutcome:
    """Read files and store nothing.

    Args:
        paths: Files, or ``-`` for standard input.
        given: What is known beforehand.

    Returns:
        The proposals, without IDs.

    Raises:
        InputError: A file cannot be read.
        UsageError: Something is given beforehand though there are several documents.
    """
    outcome = ReadOutcome()
    documents = iter(_documents(paths, given, outcome.problems))
    with ExitStack() as stack:
        pool = _Pool(given.jobs, stack)
        while batch := list(islice(documents, _BATCH)):
            for document, claims in zip(batch, pool.proposals(batch), strict=True):
                outcome.readings.append(Reading(document, tuple(claims)))
    return outcome


def read(
    location: str,
    paths: Sequence[str],
    given: Given,
    *,
    by: str,
    on_progress: Progress | None = None,
) -> ReadOutcome:
    """Read files, store the documents and their proposals, and group these.

    Args:
        location: The database.
        paths: Files, or ``-`` for standard input.
        given: What is known beforehand.
        by: Who reads.
        on_progress: Told how many documents are done.

    Returns:
        What was read, with IDs; documents that had been read before are marked and passed over.

    Raises:
        InputError: A file cannot be read.
        UsageError: Something is given beforehand though there are several documents.
    """
    outcome = ReadOutcome()
    documents = iter(_documents(paths, given, outcome.problems))
    with ExitStack() as stack:
        pool = _Pool(given.jobs, stack)
        while batch := list(islice(documents, _BATCH)):
            with open_store(location, write=True) as store:
                outcome.readings += _store_batch(store, batch, pool, given, by)
            if on_progress is not None:
                on_progress(len(outcome.readings), None)
    if any(reading.claims for reading in outcome.readings):
        with open_store(location, write=True) as store:
            group_within(store)
    return outcome


class _Pool:
    """Reads documents, in several processes when there are many; started when first needed."""

    def __init__(self, jobs: int | None, stack: ExitStack) -> None:
        self._jobs = jobs or os.cpu_count() or 1
        self._stack = stack
        self._executor: Executor | None = None

    def proposals(self, documents: Sequence[Document]) -> Iterable[list[Claim]]:
        """What each document claims, in their order."""
        if self._jobs == 1 or len(documents) < _WORTH_A_PROCESS:
            return map(propose, documents)
        if self._executor is None:
            deaf = partial(signal.signal, signal.SIGINT, signal.SIG_IGN)  # who waits for it hears
            pool = ProcessPoolExecutor(self._jobs, initializer=deaf)
            self._executor = self._stack.enter_context(pool)
        return self._executor.map(propose, documents, chunksize=5)


def _store_batch(
    store: Store, batch: Sequence[Document], pool: _Pool, given: Given, by: str
) -> list[Reading]:
    fresh = [n for n, document in enumerate(batch) if _known(store, document) is None]
    found = dict(zip(fresh, pool.proposals([batch[n] for n in fresh]), strict=True))
    verdicts = verdicts_by_rule(store)
    readings = []
    for n, document in enumerate(batch):
        known = _known(store, document)  # asked again: a text may stand twice in one batch
        if known is not None:
            readings.append(Reading(known, (), known=True))
        else:
            claims = [_with_what_was_learned(claim, verdicts) for claim in found[n]]
            readings.append(_store(store, document, claims, given, by))
    return readings


def _store(
    store: Store, document: Document, found: Sequence[Claim], given: Given, by: str
) -> Reading:
    older = older_version(store, document, given.updates)
    if older is not None and says_the_same(older, document):
        return Reading(older, (), known=True)
    moment = now()
    stored = store.documents.add(document, recorded_at=moment)
    status = "accepted" if given.accept else "proposed"
    claims = [replace(claim, document=stored, status=status) for claim in found]
    ids = store.claims.add(claims, recorded_at=moment)
    recorded = [
        replace(claim, id=short_id, recorded_at=moment)
        for claim, short_id in zip(claims, ids, strict=True)
    ]
    changes = take_over(store, older, stored, recorded) if older is not None else []
    after: dict[str, Any] = {"claims": len(ids), "status": status}
    if ids:
        after |= {"first": ids[0], "last": ids[-1]}
    if older is not None:
        after["replaces"] = older.id
    store.journal.add(JournalEntry("read", by, moment, stored.id or "", after=after))
    return Reading(stored, tuple(recorded), changes=tuple(changes))


def _with_what_was_learned(claim: Claim, verdicts: Mapping[str, Verdicts]) -> Claim:
    """A proposal whose confidence takes in what reviewers decided on others of its rule."""
    if claim.rule is None or claim.rule not in verdicts or claim.confidence is None:
        return claim
    said = verdicts[claim.rule]
    wrong = said.corrected + said.rejected
    return replace(claim, confidence=learned(claim.confidence, said.accepted, wrong))


def _known(store: Store, document: Document) -> Document | None:
    """The stored document of the same text from the same publisher and address, if there is one.

    The same text elsewhere is another document: who repeats whom is what reports are about.
    """
    digest = store.documents.sha256_of(document.text or "")
    for stored in store.documents.by_sha256(digest):
        if (stored.publisher, stored.url) == (document.publisher, document.url):
            return stored
    return None


def _documents(paths: Sequence[str], given: Given, problems: list[Problem]) -> Iterable[Document]:
    """The documents of all files; what is given beforehand may describe only a single one."""
    single = given.described != Document() or given.updates is not None
    if single and (len(paths) > 1 or _suffix(paths[0]) == ".jsonl"):
        raise UsageError(
            "--published, --publisher, --url, --title and --updates are for a single document.",
            "Read one file at a time, or give a .jsonl file with these fields in each line.",
        )
    for path in paths:
        yield from _documents_of(path, given.described, problems)


def _documents_of(path: str, known: Document, problems: list[Problem]) -> Iterator[Document]:
    suffix = _suffix(path)
    with open_text(path) as stream:
        if suffix == ".jsonl":
            for found in jsonl_documents(stream):
                if isinstance(found, Problem):
                    problems.append(replace(found, where=f"{path} {found.where}"))
                else:
                    yield found
            return
        text = stream.read(_LONGEST + 1)
    if len(text) > _LONGEST:
        raise InputError(
            f"{path} is longer than {_LONGEST:,} characters, more than any article has.",
            "Split it, or give its articles as lines of a .jsonl file.",
        )
    if not text.strip():
        raise InputError(f"{path} is empty.", "Give a file with something in it.")
    make = html_document if suffix in (".html", ".htm") else text_document
    document = make(
        text,
        publisher=known.publisher,
        title=known.title,
        url=known.url,
        published=known.published,
    )
    if not (document.text or "").strip():
        raise InputError(
            f"{path} holds no text of an article.",
            "Save the page again when it has loaded, or copy its text into a .txt file.",
        )
    yield document


def _suffix(path: str) -> str:
    if path == STDIN:
        return ".txt"
    suffix = PurePath(path).suffix.lower()
    if suffix not in (".txt", ".md", ".html", ".htm", ".jsonl", ""):
        raise InputError(
            f"{path} is of a kind that cannot be read.",
            "Give a .txt, .md, .html or .jsonl file, or pipe the text in with `-`.",
        )
    return suffix
