"""Where the noun phrases beside a verb begin and end, over the tags of a row."""

from claimtrack.reading.items import Row

NOUNS = frozenset("NpnPCMTBUOVS")
"""Tags that can stand in a noun phrase."""
TURNS = frozenset({"but", "while", "and", "whereas", "although", "though", "however"})
"""Words that turn to another speaker."""
_FINITE = frozenset("bvmrKVIJHsx")
LONGEST_SUBJECT = 14
"""Longest subject in tokens; a longer one is cut to its last phrase."""


def subject_before(row: Row, k: int) -> tuple[int, int] | None:
    """Tokens of the noun phrase before a verb, past auxiliaries and asides in commas."""
    j = k - 1
    while j >= 0 and row.tags[j] in "vmxr":
        j -= 1
    if j < 0 or row.tags[j] == "a":
        return None
    if row.tags[j] == "w":
        return row.items[j].start, row.items[j].end
    if row.tags[j] == "h":
        return row.items[j].start, row.items[j].end
    if row.tags[j] == "c" and j and (named := _named_inside(row, j - 1)):
        return named
    if row.tags[j] in "c)":
        opening = "(" if row.tags[j] == ")" else "c"
        back = next((m for m in range(j - 1, max(-1, j - 16), -1) if row.tags[m] == opening), None)
        if back is None or back == 0:
            return None
        inside = row.items[back + 1] if back + 1 < j else None
        if opening == "c" and inside is None:
            j = back - 1
        else:
            aside = row.tags[back + 1 : j]
            if (
                opening == "c"
                and (set("KIVs") & set(aside))
                and not (
                    aside[:1] in ("w", "i") or (inside and row.lows[inside.start] == "speaking")
                )
            ):
                return None
            if opening == "c" and inside and _is_name(row, back, j):
                return inside.start, row.items[j].start  # "the fire chief, Anil Rao, said"
            j = back - 1
        if row.tags[j] == "D":
            j -= 1
    end = row.items[j].end
    first = j
    while first >= 0 and (row.tags[first] in NOUNS or row.tags[first] in "oiaztfwh"):
        if row.tags[first] in "wh":
            break
        if row.tags[first] in "it" and row.lows[row.items[first].start] not in (
            "in", "at", "for", "on", "with", "from", "of", "to"
        ):  # fmt: skip
            break
        first -= 1
    first += 1
    while first <= j and row.tags[first] in "aoitfz":
        first += 1
    if first > j:
        return None
    start = row.items[first].start
    if end - start > LONGEST_SUBJECT:
        start = row.items[j].start
    return start, end


def _named_inside(row: Row, j: int) -> tuple[int, int] | None:
    """The name within one item that describes and names a person (``the governor, Ann Lee``)."""
    item = row.items[j]
    if item.tag not in "pn":
        return None
    for k in range(item.start + 1, item.end - 1):
        if row.lows[k] == "," and row.tokens[k + 1].capital:
            end = next((m for m in range(k + 1, item.end) if row.lows[m] == ","), item.end)
            return k + 1, end
    return None


def _is_name(row: Row, back: int, j: int) -> bool:
    """Whether an aside names whom the words before it only describe."""
    aside, before = row.items[back + 1 : j], row.items[back - 1]
    return (
        0 < len(aside) <= 3
        and all(item.tag in "Nnp" for item in aside)
        and _all_capital(row, aside[0].start, row.items[j].start)
        and not _all_capital(row, before.start, before.end)
    )


def _all_capital(row: Row, start: int, end: int) -> bool:
    words = [token for token in row.tokens[start:end] if token.text[0].isalpha()]
    if words and words[0].low == "the":
        words = words[1:]
    return bool(words) and all(token.capital for token in words)


def phrase_end(row: Row, k: int) -> int:
    """Token after the noun phrase that starts at an item."""
    j = k
    while j < len(row.tags) and (row.tags[j] in NOUNS or row.tags[j] in "oiazh"):
        if row.tags[j] == "i" and row.lows[row.items[j].start] not in ("in", "for", "at", "with",
                                                                       "from"):  # fmt: skip
            break
        j += 1
    while j > k and row.tags[j - 1] in "oia":
        j -= 1
    return row.items[j - 1].end if j > k else (row.items[k].start if k < len(row.items) else 0)


def inverted(row: Row, k: int) -> bool:
    """Whether a verb of saying stands before its subject: ``…,” said the official``."""
    at = row.items[k].start
    marks = "".join(row.lows[max(0, at - 2) : at])
    if any(mark in marks for mark in '"”’') and not marks[-1:].isalnum():
        return True
    if k == 0 or row.tags[k - 1] != "c":
        return False
    for j in range(k - 2, -1, -1):
        if row.tags[j] == "c":
            opener = row.items[j + 1] if j + 1 < k - 1 else None
            return not (opener and (opener.tag in "iw" or row.lows[opener.start] == "speaking"))
    return any(tag in "bvmKVGIJSL" for tag in row.tags[: k - 1])


def clause_start(row: Row, k: int) -> int:
    """First token of the clause that an item stands in."""
    for j in range(k - 1, -1, -1):
        if row.items[j].tag in "c:;":
            return row.items[j].end
    return 0


def goes_on(row: Row, end: int) -> bool:
    """Whether a finite verb follows a noun phrase: in ``said the army had left`` nobody says it.

    Args:
        row: The sentence.
        end: Token after the noun phrase.

    Returns:
        True where the noun phrase is the subject of what follows.
    """
    following = next((item for item in row.items if item.start >= end), None)
    return following is not None and following.tag in _FINITE and following.start <= end + 1


def trails(row: Row, k: int, stop: int, start: int) -> bool:
    """Whether the words of saying come after what is said.

    Args:
        row: The sentence.
        k: Item of the verb of saying.
        stop: Token after the words of saying.
        start: Their first token, the speaker included.

    Returns:
        True for ``…, police said``, False for ``Police said …``.
    """
    if start == 0 or all(not low[0].isalnum() for low in row.lows[:start]):
        return False
    if row.lows[start - 1] in TURNS or row.lows[start - 1] == ";":
        return False
    j = k + 1
    while j < len(row.tags) and row.items[j].start < stop:
        j += 1
    if j < len(row.tags) and row.tags[j] == "i":
        j += 1
        while j < len(row.tags) and row.tags[j] in "NpnTCozM":
            j += 1
    if j >= len(row.tags) or row.tags[j] in "cD":
        return True
    if row.tags[j] in "wai":
        return row.lows[row.items[j].start] != "that"
    return False
