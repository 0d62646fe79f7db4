"""What a reviewer decides on proposals, and what is learned from it about the rules."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.errors import UsageError
from claimtrack.model.claims import Claim
from claimtrack.model.dates import now
from claimtrack.model.journal import JournalEntry
from claimtrack.store import open_store
from claimtrack.store.store import Store
from claimtrack.workflows.group import group_within


def decide(
    location: str, short_ids: Sequence[str], status: str, *, by: str, because: str | None = None
) -> list[Claim]:
    """Accept or reject claims, all of them or none.

    Args:
        location: The database.
        short_ids: The claims' IDs.
        status: ``accepted`` or ``rejected``.
        by: Who decides.
        because: The reason; needed to reject.

    Returns:
        The claims as they stand now.

    Raises:
        UsageError: A claim is unknown or withdrawn, or a rejection has no reason.
    """
    with open_store(location, write=True) as store:
        decide_within(store, short_ids, status, by=by, because=because)
        return [store.claims.get(short_id) for short_id in short_ids]


def decide_within(
    store: Store,
    short_ids: Sequence[str],
    status: str,
    *,
    by: str,
    because: str | None = None,
    rule: str | None = None,
) -> list[int]:
    """The same inside a transaction that is open already.

    Args:
        store: The open database.
        short_ids: The claims' IDs.
        status: ``accepted`` or ``rejected``.
        by: Who decides.
        because: The reason; needed to reject.
        rule: By what rule the claims were decided on all at once, in words; None when each was
            looked at.

    Returns:
        The numbers of the journal's new entries; those of one call are taken back as one.

    Raises:
        UsageError: A claim is unknown or withdrawn, or a rejection has no reason.
    """
    if status == "rejected" and not (because or "").strip():
        raise UsageError("A rejection needs its reason.", 'Give it with --because "…".')
    moment = now()
    changing = []
    for claim in [store.claims.get(short_id) for short_id in dict.fromkeys(short_ids)]:
        if claim.withdrawn is not None:
            raise UsageError(
                f"{claim.id} was withdrawn, so there is nothing to decide.",
                f"`claimtrack show {claim.id}` tells why.",
            )
        if claim.status != status:
            changing.append(claim)
    first, numbers = store.journal.last() + 1, []
    for claim in changing:
        store.claims.set_status(claim.id or "", status)
        after: dict[str, object] = {"status": status, "rule": claim.rule}
        if len(changing) > 1:
            after["batch"] = first
        if rule is not None:
            after["by_rule"] = rule
        action = "accept" if status == "accepted" else "reject"
        before = {"status": claim.status}
        entry = JournalEntry(action, by, moment, claim.id or "", before, after, because)
        numbers.append(store.journal.add(entry))
    if any("rejected" in (claim.status, status) for claim in changing):
        group_within(store)  # only rejected claims are grouped otherwise
    return numbers


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What reviewers made of the proposals of one rule.

    Attributes:
        accepted: How many they accepted as they were.
        corrected: How many they accepted after an edit.
        rejected: How many they rejected.
    """

    accepted: int
    corrected: int
    rejected: int


def verdicts_by_rule(store: Store) -> dict[str, Verdicts]:
    """What reviewers made of what each rule proposed.

    Args:
        store: The open database.

    Returns:
        Rule → verdicts, from the journal; of each claim the last word that was not taken back.
    """
    decided: dict[str, tuple[str, str]] = {}
    for entry in store.journal.standing(("accept", "reject")):  # the newest first
        if entry.after and entry.after.get("rule"):
            decided.setdefault(entry.subject, (entry.after["rule"], entry.action))
    edited = {entry.subject for entry in store.journal.standing(("edit",))}
    count = Counter(
        (rule, "correct" if action == "accept" and subject in edited else action)
        for subject, (rule, action) in decided.items()
    )
    rules = {rule for rule, _ in count}
    return {
        rule: Verdicts(count[rule, "accept"], count[rule, "correct"], count[rule, "reject"])
        for rule in sorted(rules)
    }
