"""A human's word on two claims or two events, and its taking back."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from claimtrack.errors import UsageError
from claimtrack.matching import check_judgement
from claimtrack.model.claims import Claim
from claimtrack.model.dates import now
from claimtrack.model.grouping import Judgement
from claimtrack.model.ids import letter_of, number_of
from claimtrack.model.journal import JournalEntry
from claimtrack.model.judgements import JudgementRecord
from claimtrack.model.selection import Selection
from claimtrack.store import open_store
from claimtrack.store.store import Store
from claimtrack.workflows.explain import explain_within
from claimtrack.workflows.group import group_within


@dataclass(frozen=True, slots=True)
class Judged:
    """Judgements as they were recorded, and the events that their claims are in now.

    Attributes:
        judgements: With their IDs.
        events: Claim → event, for every claim judged.
        moved: How many claims changed their event or question.
        entries: The numbers of the journal's new entries; they are taken back as one.
    """

    judgements: tuple[JudgementRecord, ...]
    events: dict[str, str | None]
    moved: int
    entries: tuple[int, ...]


def judge(
    location: str, verdict: str, one: str, other: str, *, by: str, note: str | None = None
) -> Judged:
    """Record that two claims, or two events, are the same event, different ones, or doubtful.

    An event is judged by the claim that it was founded on.

    Args:
        location: The database.
        verdict: ``same``, ``different`` or ``unsure``.
        one: A claim's or an event's ID.
        other: Another one's.
        by: Who judges.
        note: Their remark.

    Returns:
        The judgement, and where the two claims are now.

    Raises:
        UsageError: A claim is unknown, withdrawn or named twice, or the judgement contradicts
            earlier ones; the message shows the chain.
    """
    with open_store(location, write=True) as store:
        return judge_within(store, verdict, one, other, by=by, note=note)


def judge_within(
    store: Store, verdict: str, one: str, other: str, *, by: str, note: str | None = None
) -> Judged:
    """The same inside a transaction that is open already.

    Args:
        store: The open database.
        verdict: ``same``, ``different`` or ``unsure``.
        one: A claim's or an event's ID.
        other: Another one's.
        by: Who judges.
        note: Their remark.

    Returns:
        The judgement, and where the two claims are now.
    """
    pair = (_judged(store, one).id or "", _judged(store, other).id or "")
    return _record(store, [(verdict, *pair)], by=by, note=note)


def split(
    location: str, event: str, claims: Sequence[str], *, by: str, note: str | None = None
) -> Judged:
    """Part some claims from the rest of their event: they are the same, and the rest is different.

    One claim of the rest is judged, and then whichever else would go along.

    Args:
        location: The database.
        event: The event's ID.
        claims: The claims to part from it.
        by: Who judges.
        note: Their remark.

    Returns:
        The judgements, and where the claims are now.

    Raises:
        UsageError: A claim is not in the event, or none would remain.
    """
    with open_store(location, write=True) as store:
        members = _members(store, event)
        leaving = [short_id.strip().lower() for short_id in claims]
        for short_id in leaving:
            if short_id not in members:
                raise UsageError(
                    f"{short_id} is not in {event}.",
                    f"`claimtrack claims --event {event}` lists it.",
                )
        staying = [short_id for short_id in members if short_id not in leaving]
        if not staying:
            raise UsageError(
                f"No claim would remain in {event}.", "Name only the claims that do not belong."
            )
        together = [("same", leaving[0], also) for also in leaving[1:]]
        said = [("different", staying[0], leaving[0]), *together]
        first = store.journal.last() + 1
        done = _record(store, said, by=by, note=note, batch=first)
        while strays := [c for c in staying if _together(store, c, leaving[0])]:
            said = [("different", stray, leaving[0]) for stray in strays]
            more = _record(store, said, by=by, note=note, batch=first)
            done = Judged(
                (*done.judgements, *more.judgements),
                done.events | more.events,
                sum(not _together(store, claim, staying[0]) for claim in members),
                (*done.entries, *more.entries),
            )
        return done


def _together(store: Store, one: str, other: str) -> bool:
    """Whether two claims are in one event now."""
    return store.claims.get(one).event == store.claims.get(other).event


def _record(
    store: Store,
    said: Sequence[tuple[str, str, str]],
    *,
    by: str,
    note: str | None,
    batch: int | None = None,
) -> Judged:
    """Record judgements and carry them out.

    Args:
        store: The open database.
        said: Verdict and two claims of each.
        by: Who judges.
        note: Their remark.
        batch: The journal entry that they are taken back with; else the first of several.
    """
    moment = now()
    standing = store.judgements.standing()
    judgements, entries = [], []
    if batch is None and len(said) > 1:
        batch = store.journal.last() + 1
    for verdict, a, b in said:
        new = Judgement(verdict, number_of(a, "c"), number_of(b, "c"))
        check_judgement(new, standing)
        standing.append(new)
        seen = explain_within(store, a, b)
        features = {feature.name: feature.likeness for feature in seen.features}
        record = JudgementRecord(
            verdict, a, b, by=by, at=moment, note=note, score=seen.probability, features=features
        )
        record = replace(record, id=store.judgements.add(record))
        judgements.append(record)
        after = asdict(record)
        if batch is not None:
            after["batch"] = batch
        entry = JournalEntry(verdict, by, moment, record.id or "", after=after, note=note)
        entries.append(store.journal.add(entry))
    outcome = group_within(store)
    touched = dict.fromkeys(short_id for _, *pair in said for short_id in pair)
    events = {short_id: store.claims.get(short_id).event for short_id in touched}
    return Judged(tuple(judgements), events, outcome.moved, tuple(entries))


def _judged(store: Store, short_id: str) -> Claim:
    """The claim that an ID stands for in a judgement."""
    if letter_of(short_id) == "e":
        return store.claims.get(_members(store, short_id)[0])
    claim = store.claims.get(short_id)
    if claim.withdrawn is not None or claim.status == "rejected":
        state = "withdrawn" if claim.withdrawn is not None else "rejected"
        raise UsageError(
            f"{claim.id} was {state}, so there is nothing to judge.",
            f"`claimtrack show {claim.id}` tells why.",
        )
    return claim


def _members(store: Store, event: str) -> list[str]:
    """The claims of an event that count, the one it was founded on first."""
    chosen = Selection(event=store.events.get(event).id)
    found = [c.id or "" for c in store.claims.find(chosen) if c.status != "rejected"]
    if not found:
        raise UsageError(f"{event} has no claims left.", "`claimtrack events` lists those that do.")
    return found
