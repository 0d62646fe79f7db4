"""Persons that a text names or describes one by one: names, ages, relations, pronouns."""

import re
from typing import NamedTuple

from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.tokens import Token

_AGE = re.compile(r"(\d{1,3}) ?-? ?(?:year|yr)s?[ -]*olds?|(\d{1,3}) ?(?:yo|y/o)")
_BABY = re.compile(r"(\d{1,3}) ?-? ?(?:month|week|day)s?[ -]*olds?")
_SPELLED = re.compile(r"([a-z]+(?:-[a-z]+)?)-(?:year|yr|month|week|day)s?-olds?")
_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "herself"})
_ARTICLES = frozenset({"a", "an", "the", "another", "one", "this", "that", "second", "third",
                       "fourth", "fifth", "other", "any", "each"})  # fmt: skip
_FRESH = frozenset({"another", "second", "third", "fourth", "fifth", "other"})


class Person(NamedTuple):
    """One mention of one person.

    Attributes:
        text: The words, without age in commas.
        start: First token.
        end: Token after the last one.
        names: Lower-case parts of the name; empty when the person is only described.
        gender: ``m``, ``f`` or empty.
        age: In years, or None.
        role: The noun that describes the person (``boy``, ``victim``), or empty.
        form: ``name``, ``indefinite``, ``definite``, ``possessive``, ``bare`` or ``pronoun``.
        fresh: The words say that this is another person (``another man``, ``a second victim``).
    """

    text: str
    start: int
    end: int
    names: tuple[str, ...] = ()
    gender: str = ""
    age: int | None = None
    role: str = ""
    form: str = "indefinite"
    fresh: bool = False


def age_of(low: str, lexicon: Lexicon) -> int | None:
    """The age that a token such as ``14-year-old`` or ``9yo`` states, in whole years."""
    if not low.endswith(("old", "olds", "o")):
        return None
    if found := _AGE.fullmatch(low):
        return int(found[1] or found[2])
    if _BABY.fullmatch(low):
        return 0
    if found := _SPELLED.fullmatch(low):
        word = found[1]
        tens, _, ones = word.partition("-")
        if tens in lexicon.numbers and (not ones or ones in lexicon.numbers):
            return lexicon.numbers[tens] + (lexicon.numbers[ones] if ones else 0)
    return None


def known_names(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Lower-case parts of the names that a document gives in full, to know them again alone.

    A name in full is two or three capitalised words with an age after them, or before them, or
    of which no part is a body, an outlet or a place word.
    """
    found: set[str] = set()
    for match in _FULL_NAME.finditer(text):
        parts = [part.lower().strip(".") for part in match[0].split()]
        while parts and parts[0] in lexicon.lists["titles.words"]:
            parts = parts[1:]
        if parts and not any(_no_name(part, lexicon) or _closed(part, lexicon) for part in parts):
            found.update(part for part in parts if len(part) > 2)
    return frozenset(found)


_FULL_NAME = re.compile(
    r"\b(?:[A-Z][\w’'-]+ ){1,3}(?:[A-Z]\. )?[A-Z][\w’'-]+(?=, (?:(?:aged? )?\d{1,2}\b|an? \d))"
    r"|\b[A-Z][a-z’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+(?=, (?:the |an? )?[a-z]+ (?:of|in|at|for)\b)"
    r"|(?<=year-old )(?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+"
    r"|\b[A-Z][a-z’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+(?= (?:was|died|said|told|has|had|is|and)\b)"
    r"|\b(?:identified as|named|named as|called) (?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+"
)


def _no_name(part: str, lexicon: Lexicon) -> bool:
    """Whether a word marks a capitalised run as a body, a place or an outlet, not a person."""
    lists = lexicon.lists
    return (
        part in lists["speech.bodies"]
        or part in lists["speech.outlet_words"]
        or part in lists["places.nouns"]
        or part in lists["places.not_places"]
        or part in lexicon.plural_persons
        or part in lists["names.not_names"]
    )


def _closed(part: str, lexicon: Lexicon) -> bool:
    """Whether a word is one of grammar's (``will``, ``said``), no name unless beside one."""
    return any(part in words for words in lexicon.words.values())


def person_at(
    tokens: list[Token], lows: list[str], i: int, lexicon: Lexicon, names: frozenset[str]
) -> Person | None:
    """The mention of one person that starts at a token, age and name beside it included.

    Args:
        tokens: The sentence.
        lows: Its lower-case words.
        i: Where to look.
        lexicon: Words for persons.
        names: Names that the document gives in full (`known_names`).

    Returns:
        The mention, or None.
    """
    low = lows[i]
    if low in lexicon.words["pronoun"]:
        gender = "m" if low in _MALE else "f" if low in _FEMALE else ""
        return Person(tokens[i].text, i, i + 1, gender=gender, form="pronoun")
    if described := _described(tokens, lows, i, lexicon):
        return described
    return _named(tokens, lows, i, lexicon, names)


def _described(tokens: list[Token], lows: list[str], i: int, lexicon: Lexicon) -> Person | None:
    """``the 14-year-old boy``, ``his wife``, ``a man``, ``Teen``; a name may follow."""
    at, form, fresh = i, "bare", False
    if not lows[i][0].isalnum() or lows[i] in lexicon.words["preposition"]:
        return None
    if lows[at] in _ARTICLES:
        form = "definite" if lows[at] in ("the", "this", "that") else "indefinite"
        fresh = lows[at] in _FRESH
        at += 1
        if at < len(lows) and lows[at] in _FRESH:
            fresh, at = True, at + 1
    elif lows[at] in lexicon.words["possessive"]:
        form, at = "possessive", at + 1
    if fresh and i + 1 < len(lows) and lows[i] == "another" and at == i + 1:
        following = lows[at] if at < len(lows) else "."
        if lows[i - 1 : i] != ["one"] and not (
            following[0].isalnum() and _modifier(following, lexicon)
        ):
            return Person(tokens[i].text, i, at, form=form, fresh=True)
    age: int | None = None
    head, gender, end = "", "", at
    for j in range(at, min(at + 7, len(lows))):
        low = lows[j]
        found = age_of(low, lexicon)
        if found is not None:
            if age is not None:
                break
            age, end = found, j + 1
            head = head or "year-old"
            continue
        if low in lexicon.person_gender:
            head, end = low, j + 1
            gender = lexicon.person_gender[low] or gender
            continue
        if head and head != "year-old":
            break
        if not _modifier(low, lexicon):
            break
        if form == "bare" and age is None and tokens[j].capital is False and j > at:
            break
    if not head or (form == "bare" and end > at + 4 and age is None):
        return None
    if end < len(lows) and (
        lows[end] in lexicon.plural_persons or (form == "bare" and _harm(lows, end, lexicon))
    ):
        return None  # "minor injuries"
    people: tuple[str, ...] = ()
    stop = end
    if end < len(lows) and tokens[end].capital and lows[end] not in lexicon.words["relative"]:
        stop = _name_end(tokens, lows, end, lexicon)
        people = _parts(lows[end:stop], lexicon)
        if not people:
            stop = end
    elif end + 1 < len(lows) and lows[end] == "," and form != "pronoun":
        stop = _name_end(tokens, lows, end + 1, lexicon)
        people = _parts(lows[end + 1 : stop], lexicon)
        if len(people) < 2 or not (
            stop < len(lows) and lows[stop] in (",", ".", ";", "and", "was", "(", "in", "at", "on")
        ):
            people, stop = (), end
    first = i if form != "bare" else at
    last = stop if people else end
    later, stop = _age_after(tokens, lows, last)
    return Person(
        _words(tokens, first, last), i, stop, people, gender,
        age if age is not None else later, head if head != "year-old" else "", form, fresh,
    )  # fmt: skip


def _harm(lows: list[str], i: int, lexicon: Lexicon) -> bool:
    """Whether a noun that is harm by itself (``injuries``) stands at a token."""
    found = lexicon.kind_words.at(lows, i)
    return found is not None and any(word.role in ("noun", "bare") for word in found[1])


def _named(
    tokens: list[Token], lows: list[str], i: int, lexicon: Lexicon, names: frozenset[str]
) -> Person | None:
    """``John Doe, 34,``, ``Police Chief Ann Lee``, ``Roupe``."""
    if not tokens[i].capital:
        return None
    end = _name_end(tokens, lows, i, lexicon)
    if end == i:
        return None
    parts = _parts(lows[i:end], lexicon)
    if not parts:
        return None
    age, last = _age_after(tokens, lows, end)
    known = any(part in names for part in parts) or (
        not (
            i
            and (
                lows[i - 1] in lexicon.words["preposition"]
                or lows[i - 1] == "the"
                or (tokens[i - 1].capital and i > 1)
            )
        )
        and _suffers(lows, end, lexicon)
    )
    if age is None and not known:
        return None
    return Person(_words(tokens, i, end), i, last, parts, "", age, "", "name")


def _suffers(lows: list[str], i: int, lexicon: Lexicon) -> bool:
    """Whether what follows a name happens to persons only: ``died``, ``was shot``."""
    at = i
    while at < min(len(lows), i + 3) and (
        lows[at] in lexicon.words["be"] or lows[at] in lexicon.words["have"]
        or lows[at] in lexicon.words["adverb"]
    ):  # fmt: skip
        at += 1
    found = lexicon.kind_words.at(lows, at) if at < len(lows) else None
    return found is not None and any(
        word.kind in ("killed", "injured") and word.role in ("did", "past", "passive")
        and (word.role == "did" or at > i)
        for word in found[1]
    )  # fmt: skip


def _name_end(tokens: list[Token], lows: list[str], i: int, lexicon: Lexicon) -> int:
    """Where a run of capitalised words that starts at a token ends."""
    at = i
    while at < len(tokens) and at - i < 6:
        token = tokens[at]
        if token.capital and token.text[0].isalpha():
            if lows[at] in lexicon.words["preposition"] or lows[at] in lexicon.words["determiner"]:
                break
            if at == i and lows[at] in lexicon.words["and"]:
                break
        elif not (
            at > i
            and lows[at] in ("de", "del", "la", "van", "von", "al", "el", "bin", "ibn", ".", "da",
                             "“", "”", '"', "jr", "sr")
            and at + 1 < len(tokens)
            and tokens[at + 1].capital
            and (lows[at] != "." or len(lows[at - 1]) <= 3)
        ):  # fmt: skip
            break
        at += 1
    return at


def _parts(lows: list[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The parts of a name without titles; empty when it is no person's name."""
    parts = [low for low in lows if low[0].isalpha()]
    while parts and parts[0].rstrip(".") in lexicon.lists["titles.words"]:
        parts = parts[1:]
    if not parts or any(_no_name(part, lexicon) for part in parts) or _closed(parts[0], lexicon):
        return ()
    return tuple(part for part in parts if len(part) > 1 and part not in ("jr", "sr"))


def _age_after(tokens: list[Token], lows: list[str], i: int) -> tuple[int | None, int]:
    """An age in commas or brackets after a person, and the token after it."""
    if i + 1 < len(lows) and lows[i] in (",", "(", "-", "–", "—"):
        at = i + 1
        if lows[at] in ("age", "aged") and at + 1 < len(lows):
            at += 1
        if lows[at].isdigit() and len(lows[at]) <= 3 and int(lows[at]) < 120:
            closes = lows[at + 1] if at + 1 < len(lows) else "."
            if closes == "," and at + 2 < len(lows) and tokens[at + 2].capital:
                return int(lows[at]), at + 1  # the comma parts it from the next name of a list
            if closes in (",", ")", "-", "–", "—"):
                return int(lows[at]), at + 2
            if closes in (".", ";", "was", "died", "and", "of", "who", "has", "had", "is", "in"):
                return int(lows[at]), at + 1
    elif i + 1 < len(lows) and lows[i] == "aged" and lows[i + 1].isdigit() and len(lows[i + 1]) < 4:
        return int(lows[i + 1]), i + 2
    return None, i


def _modifier(low: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand between an article and the noun."""
    if not low[0].isalnum():
        return low == "-"
    return not (
        low in lexicon.words["be"]
        or low in lexicon.words["have"]
        or low in lexicon.words["modal"]
        or low in lexicon.words["preposition"]
        or low in lexicon.words["relative"]
        or low in lexicon.words["and"]
        or low in lexicon.words["pronoun"]
        or low in lexicon.words["possessive"]
        or low in ("of", "not", "to")
        or low in lexicon.words["determiner"]
        or low in lexicon.speech
        or low in lexicon.plural_persons
    )


def _words(tokens: list[Token], start: int, end: int) -> str:
    """The verbatim-looking words between two tokens, blanks made single."""
    text = ""
    previous = None
    for token in tokens[start:end]:
        if previous is not None and token.start > previous.end:
            text += " "
        text += token.text
        previous = token
    return text
