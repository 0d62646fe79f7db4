"""How each kind of decision is taken back: one small function a kind."""

from collections.abc import Callable
from typing import Any

from claimtrack.errors import UsageError
from claimtrack.matching import check_judgement
from claimtrack.model.claims import Withdrawal
from claimtrack.model.grouping import Judgement
from claimtrack.model.ids import letter_of, number_of
from claimtrack.model.journal import JournalEntry
from claimtrack.store.store import Store
from claimtrack.workflows.edit import rewrite
from claimtrack.workflows.name import require_no_circle

BECAUSE = "undone"
"""Why something was withdrawn that an undo took back."""


def take_back(store: Store, entry: JournalEntry, moment: str) -> bool:
    """Restore what stood before a decision.

    Args:
        store: The open database.
        entry: The decision; what was decided on the same thing later is taken back before.
        moment: Now, ISO 8601 in UTC.

    Returns:
        Whether the claims have to be grouped anew.

    Raises:
        UsageError: What stood before cannot be restored.
    """
    return TAKING_BACK[entry.action](store, entry, moment)


def _status(store: Store, entry: JournalEntry, _: str) -> bool:
    before, after = (entry.before or {})["status"], (entry.after or {})["status"]
    store.claims.set_status(entry.subject, before)
    return "rejected" in (before, after)


def _edit(store: Store, entry: JournalEntry, moment: str) -> bool:
    before = {name: value for name, value in (entry.before or {}).items() if name != "fingerprint"}
    rewrite(store, store.claims.get(entry.subject), before, moment)
    return False  # rewriting groups where it has to


def _grade(store: Store, entry: JournalEntry, _: str) -> bool:
    before = entry.before or {}
    if letter_of(entry.subject) == "c":
        store.claims.set_credibility(entry.subject, before.get("credibility"))
    else:
        store.sources.set_reliability(entry.subject, before.get("reliability"))
    return False


def _kind(store: Store, entry: JournalEntry, _: str) -> bool:
    store.sources.set_kind(entry.subject, (entry.before or {}).get("kind"))
    return False


def _judgement(store: Store, entry: JournalEntry, moment: str) -> bool:
    store.judgements.withdraw(entry.subject, Withdrawal(moment, BECAUSE))
    return entry.action != "unsure"


def _resolve(store: Store, entry: JournalEntry, moment: str) -> bool:
    store.findings.withdraw((entry.after or {})["finding"], Withdrawal(moment, BECAUSE))
    return False


def _withdraw(store: Store, entry: JournalEntry, _: str) -> bool:
    letter = letter_of(entry.subject)
    if letter == "j":
        again = store.judgements.get(entry.subject)
        said = Judgement(again.verdict, number_of(again.a, "c"), number_of(again.b, "c"))
        check_judgement(said, store.judgements.standing())
        store.judgements.withdraw(entry.subject, None)
        return again.verdict != "unsure"
    if letter == "f":
        store.findings.withdraw(entry.subject, None)
        return False
    store.claims.withdraw(entry.subject, None)
    return True


def _alias(store: Store, entry: JournalEntry, moment: str) -> bool:
    after, withdrawal = entry.after or {}, Withdrawal(moment, BECAUSE)
    if "relation" in after:
        store.sources.withdraw_link(_link_number(store, after), withdrawal)
        return False
    store.places.withdraw(_alias_number(store, after), withdrawal)
    return True


def _unalias(store: Store, entry: JournalEntry, _: str) -> bool:
    after = entry.after or {}
    if "relation" in after:
        two = str(after["source"]), str(after["target"])
        require_no_circle(store, two[0], str(after["relation"]), two[1])
        store.sources.withdraw_link(int(after["number"]), None)
        return False
    store.places.withdraw(int(after["number"]), None)
    return True


def _link_number(store: Store, after: Any) -> int:
    """The number of a link; entries of the first version do not tell it."""
    if "number" in after:
        return int(after["number"])
    from claimtrack.model.sources import slug_of

    wanted = (slug_of(after["source"]), after["relation"], slug_of(after["target"]))
    for link in store.sources.links():
        if (link.source, link.relation, link.target) == wanted and link.number is not None:
            return link.number
    raise _gone()


def _alias_number(store: Store, after: Any) -> int:
    """The number of a place's other name; entries of the first version do not tell it."""
    if "number" in after:
        return int(after["number"])
    for alias in store.places.find():
        if (alias.name, alias.place) == (after["name"], after["place"]) and alias.number:
            return alias.number
    raise _gone()


def _add(store: Store, entry: JournalEntry, moment: str) -> bool:
    store.claims.withdraw(entry.subject, Withdrawal(moment, BECAUSE))
    return True


def _confirm(store: Store, entry: JournalEntry, _: str) -> bool:
    before = entry.before or {}
    store.claims.supersede(entry.subject.split()[0], before.get("superseded_by"))
    return False


def _nothing(*_: object) -> bool:
    return False


def _gone() -> UsageError:
    return UsageError("It was taken back already.", "`claimtrack log` tells by whom.")


TAKING_BACK: dict[str, Callable[[Store, JournalEntry, str], bool]] = {
    "accept": _status,
    "reject": _status,
    "edit": _edit,
    "grade": _grade,
    "kind": _kind,
    "same": _judgement,
    "different": _judgement,
    "unsure": _judgement,
    "resolve": _resolve,
    "withdraw": _withdraw,
    "alias": _alias,
    "unalias": _unalias,
    "add": _add,
    "confirm": _confirm,
    "refuse": _nothing,
    "leave-open": _nothing,
    "note": _nothing,
}
"""Action → how it is taken back; every action of the journal that is a person's decision."""
