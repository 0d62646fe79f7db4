"""Figures that lean on another figure: parts of it, the same elsewhere, and what it replaces.

``27, among them five children``; ``92 in A and 36 in B``; ``eleven, not 21``; ``137, down from
143``; ``it was 17``.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest

from claimtrack.reading.counted import Counted
from claimtrack.reading.findings import Finding
from claimtrack.reading.items import Item, Row
from claimtrack.reading.lexicon import KindWord
from claimtrack.reading.patterns import GENERAL
from claimtrack.reading.people import Person

_SEVERITIES = frozenset({"seriously", "critically", "severely", "badly", "gravely", "slightly",
                         "lightly"})  # fmt: skip
_IN = frozenset({"in", "at", "near", "from", "across", "on", "around"})
_EARLIER = frozenset({"earlier", "previous", "initial", "original", "first", "preliminary"})
_WERE = re.compile(r"[vm]{0,2}b")
_AMONG = re.compile(r"[PT][vmx]{0,2}b?(r)(P)")
_APPOSED = re.compile(r"(?<=[cD(])Q[Np](?:[cD)]|$)")
_OF_ALL = re.compile(r"o(P)[KSLN]?c$")
_SCOPE = 5
"""Most words of a scope that a sentence spells out."""
_NEAR, _FAR = 8, 24
"""How many items apart a figure and the one it replaces may stand; far where words tie them."""
_UP = frozenset({"up", "higher", "rising", "risen", "rose", "increased"})
_DOWN = frozenset({"down", "lower", "lowered", "reduced", "revised", "cut"})
_FIGURES = frozenset({"figure", "number", "toll", "count", "total", "tally", "estimate"})


def followups(row: Row, found: Sequence[Finding], before: Sequence[Finding]) -> list[Finding]:
    """Add to a sentence's findings those that lean on them, or on the sentence before.

    Args:
        row: The sentence.
        found: What the constructions found in it.
        before: What was found last in the sentences before it.

    Returns:
        All findings of the sentence, in text order; a corrected or moved figure bears its cue.
    """
    made = list(found)
    used = {f.item for f in found} | {n for f in found for n in _items_of(row, f)}
    for i, item in enumerate(row.items):
        if item.tag not in "PpnQ":
            continue
        governing = _governing(made, i)
        if _of_kind(row, made, i):
            used.add(i)
            continue
        if i in used:
            _reclaim(row, made, governing, i)
            continue
        new = (
            _further_part(row, made, i)
            or _part(row, governing, i)
            or _replaced(row, made, i)
            or _elsewhere(row, governing, i)
            or _echo(row, made, before, i)
        )
        if new is not None:
            made.append(new)
            used.add(i)
    return sorted(made, key=lambda f: (f.start, f.kind))


def _reclaim(row: Row, made: list[Finding], governing: Finding | None, i: int) -> None:
    """``among them four children swept away``: a part, not a claim of its own."""
    if governing is None or governing.item == i:
        return
    part = _part(row, governing, i)
    if part is None:
        return
    for n, finding in enumerate(made):
        if finding.item == i and finding.rule == "verbless" and finding.kind != governing.kind:
            made[n] = part


def scope_of(counted: Counted) -> str:
    """What a counted phrase counts when that is narrower than everyone, else empty."""
    words = counted.described
    return "" if counted.head in GENERAL and len(words.split()) <= 1 else words


def _items_of(row: Row, finding: Finding) -> list[int]:
    held = {*map(id, finding.counted), *map(id, finding.persons)}
    return [n for n, item in enumerate(row.items) if id(item.holds) in held]


def _governing(found: list[Finding], i: int) -> Finding | None:
    """The finding that a figure at an item may lean on: the nearest before it, else around it."""
    earlier = [f for f in found if f.item < i and f.counted and not f.cue]
    if earlier:
        return max(earlier, key=lambda f: f.item)
    return None


def _like(row: Row, rule: str, governing: Finding, i: int, scope: str, cue: str = "") -> Finding:
    item = row.items[i]
    counted = (item.holds,) if isinstance(item.holds, Counted) else ()
    persons = (item.holds,) if isinstance(item.holds, Person) else ()
    return Finding(
        governing.kind, rule, counted, persons, item.start, item.end, item.start,
        governing.uncertain, i, i, scope, cue,
    )  # fmt: skip


def _part(row: Row, governing: Finding | None, i: int) -> Finding | None:
    """``including five children``, ``two of them children``, ``among the dead were two``."""
    item = row.items[i]
    if i >= 2 and row.tags[i - 1] in "bu":
        back = i - 2
        while back >= 0 and row.tags[back] in "N":
            back -= 1
        for word in _kinds_at(row, i - 2):
            opened = "among" in row.lows[row.items[max(0, back)].start : item.start]
            the = row.lows[row.items[i - 2].start - 1 : row.items[i - 2].start] == ["the"]
            if word.role in ("state", "past", "noun") and (opened or the) and (
                row.tags[i - 1] == "u" or opened
            ):  # fmt: skip
                fake = Finding(word.kind, "subset", (), (), 0, 0, 0, word.uncertain, 0, 0)
                return _like(row, "subset", fake, i, _scope_at(item))
    if governing is None:
        return None
    before = row.lows[max(0, item.start - 2) : item.start]
    marked = before[-1:] in (["including"], ["incl"]) or before in (
        ["among", "them"], ["among", "whom"], ["of", "whom"], ["incl", "."]
    )  # fmt: skip
    holds = item.holds
    if isinstance(holds, Counted) and holds.of_them and row.tags[i - 1 : i] in ("c", "D", "("):
        grave = row.lows[item.end : item.end + 1]
        if grave and grave[0] in _SEVERITIES:
            return _like(row, "subset", governing, i, grave[0])
        marked = bool(holds.head)
    if isinstance(holds, Person) and holds.form in ("definite", "possessive") and not holds.names:
        return None  # "two of the crew, including the captain"
    if isinstance(holds, Counted) and holds.of_them and _APPOSED.match(row.tags, i):
        return _like(row, "subset", governing, i, _what_they_were(row, i + 1))
    return _like(row, "subset", governing, i, _scope_at(item)) if marked else None


def _further_part(row: Row, made: list[Finding], i: int) -> Finding | None:
    """``including two officers and a nurse``; ``six are among the 18 dead``; ``of the 33, 20``."""
    tags = row.tags
    if tags[i + 1 : i + 2] not in ("b", "v", "m", "I", "K", "L", "S"):
        j = i - 1 - len(tags[:i]) + len(tags[:i].rstrip("ca"))
        before = next((f for f in made if f.item == j and f.rule == "subset"), None)
        if before is not None and j < i - 1:
            return _like(row, "subset", before, i, _scope_at(row.items[i]))
    if (among := _AMONG.match(tags, i)) and row.lows[row.items[among.start(1)].start] == "among":
        whole = next((f for f in made if f.item == among.start(2)), None)
        if whole is not None:
            return _like(row, "subset", whole, i, _scope_at(row.items[i]))
    if (of_all := _OF_ALL.search(tags[:i])) and tags[i + 1 : i + 2] == "b":
        whole = next((f for f in made if f.item == of_all.start(1)), None)
        if whole is not None:
            return _like(row, "subset", whole, i, _what_they_were(row, i + 2))
    return None


def _of_kind(row: Row, made: list[Finding], i: int) -> bool:
    """``two of the dead were children``: a part of what the noun itself names."""
    item = row.items[i]
    holds = item.holds
    if not isinstance(holds, Counted) or not (holds.of_them and holds.within):
        return False
    if row.lows[item.start] == "all":
        return False
    if (were := _WERE.match(row.tags, i + 1)) and _tells_who(row, were.end()):
        word = holds.within[0]
        whole = Finding(word.kind, "subset", (), (), 0, 0, 0, word.uncertain, 0, 0)
        made[:] = [f for f in made if f.item != i]
        made.append(_like(row, "subset", whole, i, _what_they_were(row, were.end())))
        return True
    return False


def _tells_who(row: Row, k: int) -> bool:
    """Whether a part is told by what it was (``children``, ``from one family``) or where found."""
    if k >= len(row.items):
        return False
    low = row.lows[row.items[k].start]
    last = row.lows[row.items[k].end - 1]
    plural = last.endswith("s") or last in ("children", "women", "men", "people")
    return row.tags[k] in "pPr" or low == "from" or (row.tags[k] in "Nn" and plural)


_ALSO = ("boys", "children", "girls", "men", "women")


def _what_they_were(row: Row, i: int) -> str:
    """The words after ``were`` that say who a part are: ``children``, ``from one family``."""
    words: list[str] = []
    told = row.tokens[row.items[i].start :] if i < len(row.items) else ()
    for token, after in zip_longest(told, told[1:]):
        ends = token.low in ("and", "who", "while", "but")
        if ends and token.low == "and" and after is not None and after.low in _ALSO:
            ends = False  # "women and children"
        if not token.text[0].isalnum() or ends or len(words) == _SCOPE:
            break
        words.append(token.text)
    return " ".join(words)


def _scope_at(item: Item) -> str:
    if isinstance(item.holds, Counted):
        return scope_of(item.holds)
    return item.holds.text if isinstance(item.holds, Person) else ""


def _kinds_at(row: Row, i: int) -> list[KindWord]:
    holds = row.items[i].holds
    if isinstance(holds, tuple) and not isinstance(holds, (Counted, Person)):
        return list(holds)
    return []


def _replaced(row: Row, made: list[Finding], i: int) -> Finding | None:
    """``not 21``, ``down from 143``, ``from 12 to 15``; the figure that stands gets its cue."""
    item = row.items[i]
    if not isinstance(item.holds, Counted) or item.holds.head not in GENERAL:
        return None
    tag = row.tags[i - 1 : i]
    words = row.lows[max(0, item.start - 4) : item.start]
    figure = words[-1:] == ["of"] and bool(_FIGURES & set(words) and _EARLIER & set(words))
    reach = _FAR if figure else _NEAR
    near = [n for n, f in enumerate(made) if f.counted and abs(f.item - i) <= reach and not f.cue]
    if not near:
        return None
    if figure:
        n = max(near, key=lambda n: (made[n].item < i, made[n].item))
        fell = _low(made[n].counted[0]) < _low(item.holds)
        standing, old = ("down" if fell else "up"), "previous"
    elif tag == "x" or words[-2:] in (["rather", "than"], ["instead", "of"]):
        n = max(near, key=lambda n: (made[n].item < i, made[n].item))
        standing, old = "correction", "withdrawn"
    elif tag == "f" or words[-2:] in (["compared", "with"], ["compared", "to"]):
        n = min(near, key=lambda n: abs(made[n].item - i))
        change = set(words)
        standing = "up" if change & _UP else "down" if change & _DOWN else ""
        if not standing:
            beside = made[n].item == i + 2 and row.tags[i + 1] == "t"
            if not beside and row.tags[made[n].item + 1 : i] not in ("f", "cf"):
                return None
            standing = _direction(item.holds, made[n])
        old = "previous"
    else:
        return None
    governing = made[n]
    made[n] = governing._replace(cue=standing)
    return _like(row, "revision", governing, i, governing.scope, old)


def _direction(old: Counted, standing: Finding) -> str:
    """Whether the figure that stands is above or below the one it replaces."""
    return "up" if _low(standing.counted[0]) > _low(old) else "down"


def _low(counted: Counted) -> int:
    quantity = counted.amount.quantity
    return quantity.low if quantity.low is not None else quantity.high or 0


def _elsewhere(row: Row, governing: Finding | None, i: int) -> Finding | None:
    """``and 36 in Rukum West``: the same kind, at another place."""
    item = row.items[i]
    if governing is None or not isinstance(item.holds, Counted) or item.holds.head not in (
        "", "others", "more"
    ):  # fmt: skip
        return None
    if row.tags[i - 1 : i] not in ("a", "c") or row.tags[i + 1 : i + 2] != "i":
        return None
    follows = row.items[i + 1]
    if row.lows[follows.start] not in _IN or i - governing.item > 12:
        return None
    place = row.tokens[follows.end : follows.end + 3]
    if not any(token.capital for token in place):
        return None
    return _like(row, "ellipsis", governing, i, governing.scope)


def _echo(row: Row, made: list[Finding], before: Sequence[Finding], i: int) -> Finding | None:
    """``police now say it was 17``; ``the figure of 21 was given by …``."""
    item = row.items[i]
    if not before or not isinstance(item.holds, Counted) or item.holds.head or made:
        return None
    words = row.lows[max(0, item.start - 3) : item.start]
    if (
        words == ["should", "have", "been"]
        or words[-2:] in (["it", "was"], ["it", "is"], ["it", "at"])
        or (words[-1:] in (["is"], ["was"], ["at"]) and _FIGURES.intersection(words))
    ):
        # "the count" of a text that counts the dead is theirs
        of_dead = (
            [f for f in before if f.kind == "killed"]
            if "it" not in row.lows[item.start - 4 : item.start]
            else []
        )
        last = (of_dead or list(before))[-1]
        return _like(row, "echo", last, i, last.scope, "correction")
    if words[-1:] == ["of"] and _FIGURES.intersection(words):
        low = _low(item.holds)
        same = [f for f in before if f.counted and _low(f.counted[0]) == low]
        governing = (same or list(before))[-1]
        return _like(row, "echo", governing, i, "", "withdrawn" if same else "")
    return None
