"""Where: the place names of a sentence, and the one that a claim is about."""

import re
from typing import NamedTuple

from claimtrack.reading.items import Row
from claimtrack.reading.lexicon import Lexicon

_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][A-Z.'’ -]{2,30}?|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})"
    r"(?:, (?P<within>[A-Z][\w. ]{1,25}?))?,?"
    r"(?: (?:\w{3,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2} \w{3,9}),?)?"
    r"\s*(?:\([^)\n]{2,24}\)\s*)?\s?(?:[–—]|--?(?=\s)|(?<=[A-Z]):(?=\s))"
)
_LABELS = frozenset({"UPDATE", "BREAKING", "CORRECTION", "EXCLUSIVE", "WATCH", "PHOTOS", "VIDEO",
                     "LIVE", "RELATED", "NOTE", "PREVIOUS", "READ MORE", "MORE"})  # fmt: skip
_DIRECTIONS = frozenset({"northern", "southern", "eastern", "western", "central", "north",
                         "south", "east", "west", "neighbouring", "neighboring", "downtown",
                         "north-western", "north-eastern", "south-western", "south-eastern",
                         "northwestern", "northeastern", "southwestern", "southeastern",
                         "northwest", "northeast", "southwest", "southeast", "nearby",
                         "rural", "coastal"})  # fmt: skip


_CLAUSE_MARKS = frozenset({",", ";", "and", "but", "while", "as", "that", "which", "who"})
_INSIDE = frozenset({"in", "at", "near", "across", "outside", "inside", "around", "off", "on"})
_PASSING = frozenset({"from", "to", "towards", "into"})
_PASSING_COST = 8
"""``taken to A from B``, and ``the capital`` beside a name, are so many words farther away."""
_CLAUSE_COST = 6
"""A mark between clauses counts as so many words of distance."""


class Place(NamedTuple):
    """A place that a text names: its plain name, the words around it, and its token.

    ``end`` is the token after it; ``joined`` marks one that adds to the place before it;
    ``generic`` one that only points back (``the base``); ``passing`` one that somebody or
    something comes from or goes to.
    """

    name: str
    text: str
    token: int
    joined: bool = False
    generic: bool = False
    end: int = 0
    passing: bool = False


def dateline_place(text: str) -> str | None:
    """The place of a dateline (``NYALA, Sudan, May 14 (Wire) -``), or None."""
    for line in text.split("\n", 6)[:6]:
        found = _DATELINE.match(line[:160])
        if found and (found["place"].isupper() or "(" in found[0] or found["within"]):
            place = found["place"].strip(" .")
            if place in _LABELS:
                continue
            if len(place) > 2:
                return place.title() if place.isupper() else place
    return None


def dateline_end(words: str) -> int:
    """Where the dateline that opens a sentence ends; 0 where none does."""
    found = _DATELINE.match(words[:160])
    if found and (found["place"].isupper() or "(" in found[0]):
        return found.end()
    return 0


def places_in(row: Row, lexicon: Lexicon, names: frozenset[str]) -> list[Place]:
    """The places that a sentence names after a preposition or a direction.

    Args:
        row: The sentence.
        lexicon: Prepositions, and words that mark a name as no place.
        names: Parts of persons' names in the document.

    Returns:
        Places in order; ``joined`` marks one that only adds to the place before it
        (``as well as in B``).
    """
    found: list[Place] = []
    lows, lists = row.lows, lexicon.lists
    i = 0
    while i < len(lows):
        low = lows[i]
        opens = low in lists["places.prepositions"] or low in _DIRECTIONS
        if not opens or (low == "of" and not _after_place_noun(row, i, lexicon)):
            if where := _before_where(row, i, lexicon, names):
                found.append(where)
                i = where.end
                continue
            behind = found and lows[i - 1 : i] == [","] and found[-1].end == i - 1
            if not behind and (generic := _generic(row, i, lexicon)):
                found.append(generic)
            i += 1
            continue
        start = i if low in _DIRECTIONS else i + 1
        at = start
        while at < len(lows) and at - start < 6 and not row.tokens[at].capital:
            if not (
                lows[at] in ("the", "a", "an", "of", "some")
                or lows[at] in _DIRECTIONS
                or lows[at] in lists["places.nouns"]
                or _describes_place(row, at, lexicon)
            ) or (lows[at] == "of" and at > start and not _after_place_noun(row, at, lexicon)):
                break
            at += 1
        end = run_of_capitals(row, at, lexicon)
        if end == at or not is_place(row, at, end, lexicon, names):
            i += 1
            continue
        if lows[end : end + 1] == ["and"] and end + 1 < len(lows) and row.tokens[end + 1].capital:
            second = run_of_capitals(row, end + 1, lexicon)
            if low not in _DIRECTIONS and is_place(row, end + 1, second, lexicon, names):
                end = second  # "in Iraq and Syria"
        stop = _noun_end(row, end, lexicon)
        if stop > end and lows[stop : stop + 1] == ["of"]:
            named = run_of_capitals(row, stop + 1, lexicon)
            if named > stop + 1 and is_place(row, stop + 1, named, lexicon, names):
                at, end = stop + 1, named  # "the Philippine island of Mindoro"
                stop = _noun_end(row, end, lexicon)
        owned = lows[stop : stop + 1] == ["'s"]
        if owned and (low not in _INSIDE or not _owns_thing(row, stop + 1, lexicon)):
            i = stop
            continue
        if any(low[-1].isdigit() for low in lows[at:stop]) and lows[stop : stop + 1] in (
            ["near"], ["at"], ["outside"], ["in"], ["between"]
        ):  # fmt: skip
            stop = max(stop, run_of_capitals(row, stop + 1, lexicon))  # "the A64 near Halden"
        name = text_between(row, at, stop)
        joined = bool(found) and lows[i - 1 : i] in (["and"], ["as"])
        passing = low in _PASSING
        found.append(
            Place(name, text_between(row, start, stop), at, joined, end=stop, passing=passing)
        )
        i = stop
    return found


def _owns_thing(row: Row, at: int, lexicon: Lexicon) -> bool:
    """``at Dravia's power network``, against ``in Oran's hospital`` and ``in Roe's office``."""
    following = row.lows[at : at + 1]
    return bool(following) and not (
        following[0] in lexicon.lists["speech.bodies"]
        or following[0] in lexicon.lists["persons.either"]
    )


def _noun_end(row: Row, end: int, lexicon: Lexicon) -> int:
    """Where the nouns for places behind a name end: ``Bor district``, ``Oran shopping mall``."""
    nouns, lows = lexicon.lists["places.nouns"], row.lows
    stop = end
    while stop < len(lows) and lows[stop] in nouns:
        stop += 1
    if stop == end and lows[end : end + 1] and lows[end] in lexicon.lists["places.modifiers"]:
        while stop < len(lows) and lows[stop] in lexicon.lists["places.modifiers"]:
            stop += 1
        stop = stop + 1 if lows[stop : stop + 1] and lows[stop] in nouns else end
    return stop


def _before_where(row: Row, i: int, lexicon: Lexicon, names: frozenset[str]) -> Place | None:
    """``the convoy reached Tafel, where …``: a name that ``where`` goes back to."""
    if not row.tokens[i].capital or (i and row.tokens[i - 1].capital):
        return None
    end = run_of_capitals(row, i, lexicon)
    if row.lows[end : end + 2] != [",", "where"] or not is_place(row, i, end, lexicon, names):
        return None
    name = text_between(row, i, end)
    return Place(name, name, i, end=end)


def _describes_place(row: Row, at: int, lexicon: Lexicon) -> bool:
    """Whether a word stands before a noun for places: ``the old quarter of``, ``remote``."""
    ahead = row.lows[at + 1 : at + 4]
    return row.lows[at].isalpha() and any(
        low in lexicon.lists["places.nouns"] and not row.tokens[at + 1 + n].capital
        and all(word.isalpha() and word not in lexicon.words["preposition"] and word != "and"
                for word in ahead[:n])
        for n, low in enumerate(ahead)
    )  # fmt: skip


def _generic(row: Row, i: int, lexicon: Lexicon) -> Place | None:
    """``the base``, ``the same town``: a place named before."""
    lows = row.lows
    if lows[i] != "the" or i + 1 >= len(lows):
        return None
    at = i + 2 if lows[i + 1] in ("same", "whole", "entire") and i + 2 < len(lows) else i + 1
    if lows[at] not in lexicon.lists["places.referring"] or (
        at + 1 < len(lows)
        and (lows[at + 1] in ("of", "'s") or lows[at + 1] in lexicon.lists["speech.bodies"])
    ):
        return None
    name = run_of_capitals(row, at + 2, lexicon) if lows[at + 1 : at + 2] == [","] else at + 2
    if name > at + 2:  # "the capital, Buenos Aires"
        return Place(text_between(row, at + 2, name), text_between(row, i, name), at + 2, end=name)
    return Place(lows[at], text_between(row, i, at + 1), at, generic=True)


def nearest(row: Row, found: list[Place], token: int, avoid: list[tuple[int, int]]) -> Place | None:
    """The place that a claim at a token is about: the nearest, in its own clause first.

    Args:
        row: The sentence.
        found: The places of its sentence.
        token: Where the claim's verb stands.
        avoid: Stretches of tokens to leave out, such as the words of saying.

    Returns:
        The place, or None.
    """
    usable = [p for p in found if not any(start <= p.token < end for start, end in avoid)]
    if not usable:
        return None

    def cost(place: Place) -> tuple[int, int]:
        first, last = sorted((place.token, token))
        breaks = sum(low in _CLAUSE_MARKS for low in row.lows[first:last])
        away = _PASSING_COST * (place.passing + place.generic)
        return breaks * _CLAUSE_COST + away + last - first, place.token

    return min(usable, key=cost)


def _after_place_noun(row: Row, i: int, lexicon: Lexicon) -> bool:
    before = row.lows[i - 1] if i else ""
    return before in lexicon.lists["places.nouns"] or before in _DIRECTIONS or before in (
        "residents", "people", "outside", "outskirts", "south", "north", "east", "west", "village",
        "city", "town", "bombardment", "bombardments", "bombing", "shelling", "edge", "heart",
        "centre", "center", "part", "parts", "area", "areas", "neighbourhood", "coast", "off",
    )  # fmt: skip


def run_of_capitals(row: Row, at: int, lexicon: Lexicon) -> int:
    """Where a run of capitalised words ends; days and the titles of persons are no part of it.

    Args:
        row: The sentence.
        at: Its first token.
        lexicon: Names of days and months, titles.

    Returns:
        The token after it; ``at`` where none starts there.
    """
    end = at
    while end < len(row.tokens):
        token = row.tokens[end]
        if token.low in lexicon.lists["dates.names"] or (
            end > at and token.low in lexicon.lists["titles.short"]
        ):
            break
        if token.capital and token.text[0].isalpha():
            end += 1
        elif (
            end > at
            and token.low in ("al", "de", "del", "la", "le", "el", "upon", "'s", "of", ".", "-")
            and end + 1 < len(row.tokens)
            and row.tokens[end + 1].capital
            and (token.low not in (".", "'s", "of") or (token.low == "." and
                 len(row.tokens[end - 1].low) <= 3) or (token.low == "'s" and row.lows[end + 1] in
                 ("bazar", "island", "bay", "point", "landing", "creek", "town", "wood")))
        ):  # fmt: skip
            end += 1
        else:
            break
    return end


def is_place(row: Row, at: int, end: int, lexicon: Lexicon, names: frozenset[str]) -> bool:
    """Whether a run of capitals can be a place and is no person, body or date.

    Args:
        row: The sentence.
        at: Its first token.
        end: The token after it.
        lexicon: Words that mark a name as no place.
        names: Parts of persons' names in the document.

    Returns:
        True where nothing speaks against it.
    """
    lows = row.lows[at:end]
    refused = lexicon.lists["places.not_places"]
    following = row.lows[end] if end < len(row.lows) else ""
    if any(low in refused for low in lows) or lows[0] in lexicon.speech:
        return False
    modifiers = lexicon.lists["places.modifiers"]
    if len(lows) > 1 and lows[-1] in ("centre", "center") and lows[-2] not in modifiers:
        return False  # "Emergency Operations Center" is a body
    if following in ("hospital", "clinic", "university", "newspaper", "police", "court"):
        return False
    if lows[0] in lexicon.lists["titles.words"] and lows[0] != "st":
        return False
    months = lexicon.lists["names.not_names"]
    if len(lows) == 1 and lows[0] in months and lows[0] not in (
        "metro", "county", "north", "south", "east", "west", "downtown", "white", "red"
    ):  # fmt: skip
        return False
    if all(low in names for low in lows if low[0].isalpha()):
        return False
    return not (lows[0] in lexicon.words["pronoun"] or lows[0] in lexicon.words["possessive"])


def text_between(row: Row, start: int, end: int) -> str:
    """The words between two tokens, as written, blanks made single.

    Args:
        row: The sentence.
        start: First token.
        end: Token after the last one.

    Returns:
        The words.
    """
    parts: list[str] = []
    for k in range(start, end):
        token = row.tokens[k]
        if parts and token.start > row.tokens[k - 1].end:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts).strip()
