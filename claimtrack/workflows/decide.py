"""What a reviewer decides on proposals, and what is learned from it about the rules."""

from collections import Counter
from collections.abc import Sequence

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
    if status == "rejected" and not (because or "").strip():
        raise UsageError("A rejection needs its reason.", 'Give it with --because "…".')
    moment = now()
    with open_store(location, write=True) as store:
        for claim in [store.claims.get(short_id) for short_id in short_ids]:
            if claim.withdrawn is not None:
                raise UsageError(
                    f"{claim.id} was withdrawn, so there is nothing to decide.",
                    f"`claimtrack show {claim.id}` tells why.",
                )
            if claim.status != status:
                _change(store, claim, status, by, moment, because)
        group_within(store, everything=True)
        return [store.claims.get(short_id) for short_id in short_ids]


def verdicts_by_rule(store: Store) -> dict[str, tuple[int, int]]:
    """How often reviewers accepted and rejected what each rule proposed.

    Args:
        store: The open database.

    Returns:
        Rule → (accepted, rejected), from the journal, the last word on each claim counting.
    """
    decided: dict[str, tuple[str, str]] = {}
    for entry in store.journal.entries():  # the newest first
        if entry.action in ("accept", "reject") and entry.after and entry.after.get("rule"):
            decided.setdefault(entry.subject, (entry.after["rule"], entry.action))
    count = Counter(decided.values())
    rules = {rule for rule, _ in count}
    return {rule: (count[rule, "accept"], count[rule, "reject"]) for rule in sorted(rules)}


def _change(
    store: Store, claim: Claim, status: str, by: str, moment: str, because: str | None
) -> None:
    short_id = claim.id or ""
    store.claims.set_status(short_id, status)
    store.journal.add(
        JournalEntry(
            "accept" if status == "accepted" else "reject",
            by,
            moment,
            short_id,
            before={"status": claim.status},
            after={"status": status, "rule": claim.rule},
            note=because,
        )
    )
