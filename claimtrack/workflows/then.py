"""What was known, or had been said, by some time.

Two clocks: when this database learned of a thing and when people decided (``--as-of``), and when
a source said it (``--as-of-said``); docs/method.md, rule 10.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from claimtrack.model.claims import Claim
from claimtrack.model.dates import instant
from claimtrack.model.findings import FindingRecord
from claimtrack.model.grouping import MatchRow
from claimtrack.model.ids import letter_of, number_of
from claimtrack.model.records import from_record, to_record
from claimtrack.model.selection import Selection
from claimtrack.store.store import Store
from claimtrack.workflows.edit import EDITABLE

_PAGE = 500
"""Claims read together."""


class Then:
    """The database as it could be seen at some time, and of it what had been said by some time.

    Args:
        store: The open database.
        as_of: What was recorded and decided by then, ISO 8601; a bare day includes it.
        said: What had been said by then, likewise.
    """

    def __init__(self, store: Store, as_of: str | None, said: str | None) -> None:
        self._store = store
        self._as_of = as_of
        self._known = None if as_of is None else instant(as_of, end=True)
        self._said = None if said is None else instant(said, end=True)
        self._before = {} if as_of is None else self._decided_since()
        self._replaced: Callable[[str], str | None] = cache(self._replacement)

    def claim(self, claim: Claim) -> Claim | None:
        """A claim as it stood then.

        Args:
            claim: As it stands now, withdrawn or rejected ones included.

        Returns:
            None where it was not known or not said yet, or was withdrawn or rejected by then.
        """
        if self._known is not None:
            if claim.recorded_at is None or instant(claim.recorded_at) > self._known:
                return None
            if claim.withdrawn is not None and instant(claim.withdrawn.at) > self._known:
                claim = replace(claim, withdrawn=None)
        was = self._before.get(claim.id or "", {})
        if was.get("status", claim.status) != claim.status:
            claim = replace(claim, status=was["status"])
        if "credibility" in was:
            claim = replace(claim, credibility=was["credibility"])
        if not was.keys().isdisjoint(EDITABLE):
            claim = _before_edits(claim, was)
        if claim.withdrawn is not None or claim.status == "rejected":
            return None
        if not self._had_been_said(claim):
            return None
        document = claim.document
        if document is not None and document.replaced_by is not None and document.id is not None:
            newer = self._replaced(document.id)
            if newer != document.replaced_by:
                claim = replace(claim, document=replace(document, replaced_by=newer))
        return claim

    def findings(self) -> dict[str, FindingRecord]:
        """Question → the finding in force then.

        A finding is no older than what it weighed: one that weighed a claim which had not been
        said yet answers nothing of that time, and no earlier one comes back for it.
        """
        found = self._store.findings.in_force(as_of=self._as_of)
        if self._said is None:
            return found
        return {
            question: record
            for question, record in found.items()
            if all(self._had_been_said(self._store.claims.get(claim)) for claim in record.inputs)
        }

    def _had_been_said(self, claim: Claim) -> bool:
        """Whether a claim is known to have been said by then; without a limit all has been."""
        if self._said is None:
            return True
        return claim.said_at is not None and instant(claim.said_at) <= self._said

    def grades(self) -> dict[str, str]:
        """Slug → reliability, for the sources that had been graded by then."""
        return self._told("reliability", self._store.sources.grades())

    def kinds(self) -> dict[str, str]:
        """Slug → kind, for the sources of which somebody had said by then what they are."""
        return self._told("kind", self._store.sources.kinds())

    def _told(self, name: str, now: Mapping[str, str]) -> dict[str, str]:
        """What had been told of sources by then, from what is told of them now."""
        told: dict[str, Any] = dict(now)
        for subject, was in self._before.items():
            if name in was and letter_of(subject) != "c":
                told[subject] = was[name]
        return {slug: value for slug, value in told.items() if value is not None}

    def changed(self) -> bool:
        """Whether anything was recorded or decided since, so that the grouping may have changed."""
        if self._known is None:
            return False
        known = self._known
        since = any(instant(moment) > known for moment in self._store.claims.moments())
        return bool(self._before) or since or self._judged_since()

    def events(self) -> Iterator[tuple[str, list[Claim]]]:
        """The events with their claims, grouped as they would have been grouped then.

        Grouping is a pure function of what was known and judged. Where neither has changed since,
        it is the present one.

        Yields:
            The event's ID and its claims.
        """
        rows, changed = [], False
        for claim in self._store.claims.find(Selection(withdrawn=True)):
            then = self.claim(claim)
            now = claim.withdrawn is None and claim.status != "rejected"
            if (then is not None or self._unsaid(claim)) != now:
                changed = True
            if then is not None and _row(then) != _row(claim):
                changed = True
            if then is not None:
                rows.append(_row(then))
        if changed or self._judged_since():
            rows = self._regrouped(rows)
        yield from self._with_claims(rows)

    def _unsaid(self, claim: Claim) -> bool:
        """Whether a claim was known and counted, and is left out only for not being said yet."""
        if self._said is None:
            return False
        return Then(self._store, self._as_of, None).claim(claim) is not None

    def _regrouped(self, rows: Sequence[MatchRow]) -> list[MatchRow]:
        from claimtrack.matching import regroup  # with numpy, only where something has changed

        next_event, next_question = self._store.events.numbers()
        grouping = regroup(
            rows,
            self._store.judgements.standing(self._as_of),
            next_event=next_event,
            next_question=next_question,
            aliases=self.places(),
            texts=self._store.documents.texts(),
        )
        placed = []
        for row in rows:
            event, question = grouping.assigned.get(row.claim, (row.event, row.question))
            placed.append(row._replace(event=event, question=question))
        return placed

    def _with_claims(self, rows: Sequence[MatchRow]) -> Iterator[tuple[str, list[Claim]]]:
        placed = sorted(
            (row.event, row.claim, row.question) for row in rows if row.event is not None
        )
        event, members = None, list[Claim]()
        for start in range(0, len(placed), _PAGE):
            page = placed[start : start + _PAGE]
            claims = {c.id: c for c in self._store.claims.numbered(sorted(n for _, n, _ in page))}
            for now, number, question in page:
                then = self.claim(claims[f"c{number}"])
                if then is None:
                    continue
                if now != event and members:
                    yield f"e{event}", members
                    members = []
                event = now
                members.append(replace(then, event=f"e{now}", question=f"q{question}"))
        if members:
            yield f"e{event}", members

    def _judged_since(self) -> bool:
        """Whether judgements or names of places have changed since."""
        judgements = self._store.judgements
        if judgements.standing(self._as_of) != judgements.standing():
            return True
        return any(
            self._in_force(alias.at, alias.withdrawn) != (alias.withdrawn is None)
            for alias in self._store.places.find(withdrawn=True)
        )

    def aliases(self) -> dict[str, str]:
        """Source slug → slug of the body that it was said to speak as by then."""
        steps = {
            link.source: link.target
            for link in self._store.sources.links(withdrawn=True)
            if link.relation != "part-of" and self._in_force(link.at, link.withdrawn)
        }
        found = {}
        for slug in steps:
            last, seen = slug, {slug}
            while (step := steps.get(last)) is not None and step not in seen:
                last = step
                seen.add(step)
            found[slug] = last
        return found

    def parts(self) -> dict[str, str]:
        """Source slug → slug of the body that it was said to be a part of by then."""
        told = [
            link
            for link in self._store.sources.links(withdrawn=True)
            if link.relation == "part-of" and self._in_force(link.at, link.withdrawn)
        ]
        return {link.source: link.target for link in reversed(told)}

    def places(self) -> dict[str, str]:
        """Place → the place that it was said to be another name of by then."""
        told = self._store.places.find(withdrawn=True)
        return {one.name: one.place for one in told if self._in_force(one.at, one.withdrawn)}

    def _in_force(self, made: str, withdrawn: Any) -> bool:
        if self._known is None:
            return withdrawn is None
        gone = withdrawn is not None and instant(withdrawn.at) <= self._known
        return instant(made) <= self._known and not gone

    def _decided_since(self) -> dict[str, dict[str, Any]]:
        """Subject → what stood before the decisions that were made on it since."""
        before: dict[str, dict[str, Any]] = {}
        for entry in self._store.journal.entries():  # newest first, so the oldest has the last word
            if self._known is None or instant(entry.at) <= self._known:
                continue
            for number in (entry.after or {}).get("entries", ()) if entry.action == "undo" else ():
                undone = self._store.journal.get(number)
                before.setdefault(undone.subject, {}).update(undone.after or {})
            before.setdefault(entry.subject, {}).update(entry.before or {})
        return before

    def _replacement(self, short_id: str) -> str | None:
        """The version that had replaced a document by then: the newest that was there."""
        newest, newer = None, self._store.documents.get(short_id).replaced_by
        while newer is not None:
            version = self._store.documents.get(newer)
            recorded, said = version.recorded_at, version.published or version.recorded_at
            unknown = self._known is not None and recorded and instant(recorded) > self._known
            unsaid = self._said is not None and said is not None and instant(said) > self._said
            if not (unknown or unsaid):
                newest = newer
            newer = version.replaced_by
        return newest


def _before_edits(claim: Claim, was: Mapping[str, Any]) -> Claim:
    """A claim with what it said before people corrected it."""
    own = {"id", "event", "question", "superseded_by", "recorded_at"}
    record = to_record(claim) | {n: was[n] for n in (*EDITABLE, "inherited") if n in was}
    said = from_record({name: value for name, value in record.items() if name not in own})
    kept = ("id", "external_id", "event", "question", "superseded_by", "recorded_at", "withdrawn",
            "credibility", "document")  # fmt: skip
    return replace(said, **{name: getattr(claim, name) for name in kept})


def _row(claim: Claim) -> MatchRow:
    """What grouping needs to know of a claim."""
    document = claim.document.id if claim.document else None
    return MatchRow(
        number_of(claim.id or "", "c"),
        claim.kind,
        claim.scope,
        claim.place,
        claim.period.start,
        claim.period.end,
        claim.said_at,
        claim.passage.quote if claim.passage else None,
        None if document is None else number_of(document, "d"),
        None if claim.event is None else number_of(claim.event, "e"),
        None if claim.question is None else number_of(claim.question, "q"),
    )
