"""What looks like a construction by its tags, and is none by its words."""

import re

from claimtrack.reading.counted import Counted
from claimtrack.reading.items import Row
from claimtrack.reading.lexicon import KindWord
from claimtrack.reading.patterns import Construction
from claimtrack.reading.people import Person


def refused(row: Row, construction: Construction, match: re.Match[str], i: int) -> bool:
    """Whether the words of a match do not say what its tags allow.

    Args:
        row: The sentence in items.
        construction: The construction that matched.
        match: Where it matched the tags.
        i: Its first item.

    Returns:
        True for conditions, negations, wishes and verbs with another subject or object.
    """
    groups = match.groupdict()
    at = match.start("k") if groups.get("k") else match.start("k3")
    tags = row.tags
    if construction.name == "active":
        before = tags[:at].rstrip("x")[-1:]
        if tags[at] == "K" and before in ("b", "r", "l"):
            return True
        if tags[at] == "K" and before == "v" and tags[:at].rstrip("xv")[-1:] == "b":
            return True
        if before == "t" and tags[at] != "G":
            return True
    run = len(tags[:at]) - len(tags[:at].rstrip("vmrxbt"))
    for item in row.items[at - run : at]:
        if item.tag == "m" and row.lows[item.start] not in ("may", "might", "did", "do", "does",
                                                              "must", "have", "has"):  # fmt: skip
            return True
        if item.tag == "x" or (item.tag == "m" and row.lows[item.start].endswith("n't")):
            return True
    if at > 0 and construction.name in ("active", "intransitive"):
        left = row.items[at - 1]
        if left.tag == "x" or (left.tag == "m" and row.lows[left.start].endswith("n't")):
            return True
        if left.tag == "m" and row.lows[left.start] in ("would", "could", "will", "should", "can"):
            return True
    if construction.name == "count" and tags[i : at + 1] == "PPC":
        return row.lows[row.items[i].end - 1] != "of"  # "10 of the 26 deaths"
    if construction.name == "count" and tags[i : at + 1] == "PNC":
        between = row.items[at - 1]
        if between.end - between.start > 2:
            return True
    if construction.name == "toll" and row.lows[row.items[match.start("q") - 1].start] == "by":
        return True  # "lowers the toll by more than 100"
    if construction.name == "toll" and tags[at] != "O":
        tally = tags.find("O", i)
        if row.items[tally].holds:
            return True  # "the number of people killed in the bombings" counts no bombings
    if tags[at - 2 : at] == "wb" and i and tags[i - 1] in "KVG" and (
        row.lows[row.items[at - 1].start] == "being"
    ):  # fmt: skip
        return True  # "killed a settler before being killed": not the settler again
    if construction.name == "shared" and tags[at - 1] == "b":
        return row.lows[row.items[at - 1].start] != "being" or tags[at - 2] != "w"
    if construction.name == "state" and _other_verb(row, match.end("q"), at):
        return True
    if construction.name == "count" and tags[i + 1] in "CU" and at > i + 1 and not _zero(row, i):
        return True  # "no deaths or injuries", not "12 deaths and injuries"
    if construction.name == "put" and row.lows[row.items[at + 1].start] != "at":
        return True
    if construction.name == "shared" and tags[at - 1] == "w":
        link = row.lows[row.items[at - 1].start]
        if link not in ("but", "then"):
            return True
    if construction.name == "verbless" and tags[at] == "K" and _shooting(row, i, at):
        return True
    first = row.items[i]
    return i > 0 and row.lows[row.items[i - 1].start] in ("if", "unless") and first.tag != "K"


def _zero(row: Row, i: int) -> bool:
    """Whether an item counts nobody."""
    holds = row.items[i].holds
    return isinstance(holds, Counted) and holds.amount.quantity.high == 0


def _other_verb(row: Row, first: int, at: int) -> bool:
    """Whether a noun, no participle as in ``are staying in``, parts ``be`` from a state."""
    return any(
        item.tag == "N" and before.tag in "br"
        and not (item.end == item.start + 1 and row.lows[item.start].endswith("ing"))
        for before, item in zip(row.items[first:at], row.items[first + 1 : at], strict=False)
    )  # fmt: skip


def _shooting(row: Row, i: int, at: int) -> bool:
    """``The captain shot from 25 yards``: one definite person before an active verb."""
    person, verb = row.items[i].holds, row.items[at].holds
    return (
        (isinstance(person, Person)
        and person.form not in ("indefinite", "bare"))
        or (isinstance(person, Person) and bool(person.names) and isinstance(verb, tuple)
        and any(isinstance(word, KindWord) and word.uncertain for word in verb))
    )  # fmt: skip
