"""Which decisions rest on which: what each settles, and what each was made in view of.

A decision rests on an earlier one when it was made in view of something that the earlier settled.
Whether a claim counts, what it says, whether it stands, and what it is grouped with are told apart,
so that a judgement rests on the edit of a claim and not on its acceptance, and a finding on both.
"""

from collections.abc import Iterable, Mapping, Sequence

from claimtrack.model.ids import letter_of
from claimtrack.model.journal import JournalEntry

_JUDGEMENTS = ("same", "different", "unsure")


def rests_on(later: JournalEntry, earlier: JournalEntry) -> bool:
    """Whether a decision was made in view of what an earlier one settled.

    Args:
        later: The later decision.
        earlier: The earlier one.
    """
    return not settled(earlier).isdisjoint(weighed(later))


def resting(chosen: Iterable[JournalEntry], later: Sequence[JournalEntry]) -> list[JournalEntry]:
    """All decisions that rest on the chosen ones, directly or by way of others.

    Args:
        chosen: Decisions that are to be taken back.
        later: The decisions in force, in any order; the chosen may be among them.

    Returns:
        The others that rest on them, the newest first.
    """
    fallen = {entry.number: entry for entry in chosen}
    own = set(fallen)
    for entry in sorted(later, key=_number):
        if entry.number not in fallen and any(
            _number(one) < _number(entry) and rests_on(entry, one) for one in fallen.values()
        ):
            fallen[entry.number] = entry
    return sorted((e for n, e in fallen.items() if n not in own), key=_number, reverse=True)


def settled(entry: JournalEntry) -> set[str]:
    """What a decision settles, as keys that name an aspect and a thing."""
    thing, after, before = entry.subject, entry.after or {}, entry.before or {}
    if entry.action in ("accept", "reject"):
        found = {f"status {thing}"}
        if "rejected" in (before.get("status"), after.get("status")):
            found.add(f"presence {thing}")
        return found
    if entry.action == "edit":
        return {f"content {thing}"}
    if entry.action == "add":
        return {f"content {thing}", f"presence {thing}", f"status {thing}"}
    if entry.action == "withdraw":
        return {f"presence {thing}"}
    if entry.action in _JUDGEMENTS:
        groups = {f"group {claim}" for claim in _pair(after)} if entry.action != "unsure" else set()
        return groups | {f"presence {thing}"}
    if entry.action == "resolve":
        return {f"finding {thing}", f"presence {after.get('finding')}"}
    if entry.action == "leave-open":
        return {f"finding {thing}"}
    return _of_kind(entry)


def weighed(entry: JournalEntry) -> set[str]:
    """What a decision was made in view of, in the keys of `settled`."""
    thing, after = entry.subject, entry.after or {}
    if entry.action in ("accept", "reject"):
        return {f"status {thing}", f"content {thing}", f"presence {thing}"}
    if entry.action == "edit":
        return {f"content {thing}", f"presence {thing}"}
    if entry.action == "withdraw":
        return {f"presence {thing}"}
    if entry.action in _JUDGEMENTS:
        return {f"{of} {claim}" for claim in _pair(after) for of in ("content", "presence")}
    if entry.action == "resolve":
        inputs = {
            f"{of} {claim}"
            for claim in after.get("inputs", ())
            for of in ("status", "content", "presence", "group")
        }
        return inputs | {f"finding {thing}"}
    if entry.action == "leave-open":
        return {f"finding {thing}"}
    if entry.action in ("confirm", "refuse"):
        claims = {
            f"{of} {claim}" for claim in thing.split() for of in ("content", "presence", "group")
        }
        return claims | _of_kind(entry)
    return _of_kind(entry)


def _of_kind(entry: JournalEntry) -> set[str]:
    """What both settles and weighs a thing of one kind: grades, names, confirmations."""
    after = entry.after or {}
    if entry.action == "grade":
        presence = {f"presence {entry.subject}"} if letter_of(entry.subject) == "c" else set()
        return {f"grade {entry.subject}"} | presence
    if entry.action == "kind":
        return {f"kind {entry.subject}"}
    if entry.action in ("alias", "unalias"):
        kind = entry.subject.partition(" ")[0]
        named = (after.get(name) for name in ("name", "place", "source", "target"))
        return {f"{kind} {name}" for name in named if name is not None}
    if entry.action in ("confirm", "refuse"):
        return {f"change {entry.subject}"}
    return set()


def _pair(after: Mapping[str, object]) -> list[str]:
    return [str(after[side]) for side in ("a", "b") if side in after]


def _number(entry: JournalEntry) -> int:
    return entry.number or 0
