"""A sentence as a row of items, each with one tag character, for patterns to run over.

An item is a phrase: a counted noun phrase, a person, a kind word, an auxiliary, a mark. Dates,
times, quotation marks and adverbs are left out, so that a pattern sees ``N b K`` alike in ``two
men were killed`` and in ``“two men”, police said on Friday, were later killed``.

Tags: ``P`` counted persons, ``Q`` some of those counted before (``two of them``), ``T`` counted
things, ``p`` one person, ``n`` a name that may be a person's, ``h`` a pronoun, ``N`` other nouns
and unknown words, ``b`` be, ``v`` have, ``m`` modal, ``r`` remain and passive saying, ``l`` leave,
``s`` say, ``c`` comma, ``a`` and, ``w`` relative,
``o`` of, ``i`` other prepositions, ``t`` to, ``f`` from, ``u`` cause, ``z`` possessive s, ``D``
dash, ``(``, ``)``, ``:``, ``x`` not, ``e`` there; kind words as in `lexicon.TAG_OF_ROLE`.
"""

import math
from dataclasses import dataclass, field
from typing import NamedTuple

from claimtrack.reading.counted import Counted, counted_at, one_thing_at
from claimtrack.reading.lexicon import TAG_OF_ROLE, KindWord, Lexicon, stands_at
from claimtrack.reading.people import Person, person_at
from claimtrack.reading.tokens import Token, tokens


class Item(NamedTuple):
    """One phrase: its tag, its tokens, and what it holds (`Counted`, `Person`, kind words)."""

    tag: str
    start: int
    end: int
    holds: Counted | Person | tuple[KindWord, ...] | None = None


@dataclass(slots=True)
class Row:
    """A sentence in items.

    Attributes:
        tokens: Its tokens.
        lows: Their lower-case words.
        items: Its items, in order.
        tags: One character an item.
        firsts: What `first` found.
    """

    tokens: list[Token]
    lows: list[str]
    items: list[Item] = field(default_factory=list)
    tags: str = ""
    firsts: dict[str, float] = field(default_factory=dict)

    def first(self, name: str, lexicon: Lexicon) -> float:
        """The first token at which a phrase of a table stands.

        Args:
            name: The table's name in the lexicon.
            lexicon: The tables.

        Returns:
            A token, infinity for none; looked up once, for sentences of many figures.
        """
        if name not in self.firsts:
            at = lexicon.phrases[name].at
            here = (i for i in range(len(self.lows)) if at(self.lows, i))
            self.firsts[name] = next(here, math.inf)
        return self.firsts[name]


_MARKS = {",": "c", ";": "c", "-": "D", "–": "D", "—": "D", "--": "D", "(": "(", ")": ")",
          "[": "(", "]": ")", ":": ":", "/": "c", "+": "a", "•": "D", "…": "c"}  # fmt: skip
_SKIPPED = frozenset("\"“”‘’'«»*_~`´.!?")
_NOUNS_TOO = frozenset({
    "list", "lists", "count", "counts", "report", "reports", "record", "records", "call", "calls",
    "post", "posts", "document", "documents", "state", "states", "note", "notes", "release", "show",
    "shows",
})  # fmt: skip
_CLASSES = (
    ("b", "be"), ("v", "have"), ("m", "modal"), ("u", "cause"), ("a", "and"), ("w", "relative"),
    ("l", "leave"), ("r", "remain"),
)  # fmt: skip


_TENSED = frozenset({"present", "base", "does", "do"})
_TALLIES = frozenset({"number", "tally", "total", "count"})
_OBJECT = 12
"""Most tokens that an object between a verb and the words that go with it takes."""
_CLAUSE_ENDS = frozenset({".", ",", ";", ":", "who", "which", "that", "after", "when", "while"})


def row_of(
    words: str,
    skipped: list[tuple[int, int]],
    lexicon: Lexicon,
    names: frozenset[str],
) -> Row:
    """Cut a sentence into items.

    Args:
        words: The sentence.
        skipped: Offsets of dates and times in it, which no pattern shall see.
        lexicon: The words.
        names: Names that the document gives in full.

    Returns:
        The sentence's tokens, items and tags.
    """
    found = tokens(words)
    row = Row(found, [token.low for token in found])
    hidden = _hidden(found, skipped)
    i = 0
    while i < len(found):
        if i in hidden:
            i += 1
            continue
        item = _item_at(row, i, hidden, lexicon, names)
        if item is None:
            i += 1
            continue
        last = row.items[-1] if row.items else None
        if item.tag == "N" and last is not None and last.tag == "N" and last.end == item.start:
            row.items[-1] = Item("N", last.start, item.end)
        else:
            row.items.append(item)
        i = item.end
    row.tags = "".join(item.tag for item in row.items)
    return row


def _hidden(found: list[Token], skipped: list[tuple[int, int]]) -> set[int]:
    """Tokens of dates and times, with the preposition before them."""
    hidden: set[int] = set()
    if not skipped:
        return hidden
    for start, end in skipped:
        inside = [n for n, token in enumerate(found) if token.start < end and token.end > start]
        hidden.update(inside)
        before = inside[0] - 1 if inside else -1
        while before >= 0 and found[before].low in (
            "on", "in", "at", "since", "by", "late", "early", "around", "about", "approximately",
            "shortly", "before", "after", "just", "from", "the", "pre", "until", "of", "this",
            "during", "night", "morning",
        ):  # fmt: skip
            hidden.add(before)
            before -= 1
        after = inside[-1] + 1 if inside else len(found)
        while after < len(found) and found[after].low in ("morning", "night", "evening",
                                                          "afternoon"):  # fmt: skip
            hidden.add(after)
            after += 1
    return hidden


def _item_at(
    row: Row, i: int, hidden: set[int], lexicon: Lexicon, names: frozenset[str]
) -> Item | None:
    low, words = row.lows[i], lexicon.words
    if low in _MARKS:
        return Item(_MARKS[low], i, i + 1)
    if low in _SKIPPED:
        return None
    if counted := counted_at(row.tokens, row.lows, i, hidden, lexicon):
        tag = "T" if not counted.person else "Q" if counted.of_them else "P"
        return Item(tag, i, counted.end, counted)
    if thing := one_thing_at(row.tokens, row.lows, i, lexicon):
        return Item("T", i, thing.end, thing)
    person = person_at(row.tokens, row.lows, i, lexicon, names)
    kind = _kind_at(row, i, lexicon)
    if person is not None and (
        person.form == "pronoun" or kind is None or kind.end < person.end
        or (kind.end == person.end and not (person.form == "bare" and kind.end > kind.start + 1))
    ):  # fmt: skip
        tag = "h" if person.form == "pronoun" else "p" if person.form != "name" else "n"
        if not (low in words["possessive"] and person.end == i + 1):
            return _apposed(row, Item(tag, i, person.end, person))
    if kind is not None:
        return kind
    if low == "'s":
        return _possessed(row, i, lexicon) or Item("z", i, i + 1)
    if low in ("north", "south", "east", "west") and row.lows[i + 1 : i + 2] == ["of"]:
        return Item("i", i, i + 2)
    if low in _TALLIES and row.lows[i + 1 : i + 2] == ["of"] and row.lows[i - 1 : i] != ["a"]:
        return Item("O", i, i + 2)  # "cut the number of people killed in the fire to 12"
    if low == "of":
        return Item("o", i, i + 1)
    if low == "to":
        return Item("t", i, i + 1)
    if low == "from":
        return Item("f", i, i + 1)
    if low == "there":
        return Item("e", i, i + 1)
    if low in ("not", "never", "n't"):
        return Item("x", i, i + 1)
    if low.endswith("n't"):
        return Item("m", i, i + 1)
    if low in ("called", "calling", "named") and _names_next(row, i):
        return Item("N", i, i + 1)
    if low in lexicon.speech and not row.tokens[i].capital:
        if row.items and row.items[-1].tag in "br" and not low.endswith("ing"):
            return Item("r", i, i + 1)
        if low in words["remain"] and _reduced(row, i, lexicon):
            return Item("r", i, i + 1)
        if low not in _NOUNS_TOO or _says(row, i, lexicon):
            return Item("s", i, i + 1)
    for tag, name in _CLASSES:
        if low in words[name]:
            return Item(tag, i, i + 1)
    named = low == "without" and row.tokens[i].capital and _names_next(row, i)
    if low in words["preposition"] and not named:  # ``Doctors Without Borders``
        return Item("i", i, i + 1)
    if low in words["adverb"]:
        return None
    return Item("N", i, i + 1)


def _says(row: Row, i: int, lexicon: Lexicon) -> bool:
    """Whether a word that is a noun too is a verb here: ``the bulletin lists 2,122 dead``."""
    following = row.lows[i + 1 : i + 2]
    if row.lows[i - 1] in lexicon.lists["speech.papers"] and following in ([], [","], ["."]):
        return True  # "…, government data shows."
    credit = [item.tag for item in row.items[-2:]] in (["c", "N"], ["c", "n"], ["c", "p"])
    if credit and following in ([], ["."], ["from"]) and row.lows[i][-1] == "s":
        return True  # "…, our correspondent Ann Lee reports."
    return bool(
        row.items
        and row.items[-1].tag in "Nnph)"
        and following
        and (
            row.lows[i - 1] in ("we", "they")
            or following[0] in ("the", "it", "this")
            or following[0][0].isdigit()
            or following[0] in lexicon.numbers
            or following == ["that"]
        )
    )


def _reduced(row: Row, i: int, lexicon: Lexicon) -> bool:
    """``nine people believed trapped``: persons before a verb of saying, their state after it."""
    if not row.items or row.items[-1].tag not in "PpQ" or i + 1 >= len(row.lows):
        return False
    found = lexicon.kind_words.at(row.lows, i + 1)
    return found is not None and any(word.role in ("state", "past", "passive") for word in found[1])


def _names_next(row: Row, i: int) -> bool:
    """``a group called Dawn``, ``calling itself Dawn``: a name follows, nothing is said."""
    following = row.tokens[i + 1 : i + 2]
    return any(token.capital or token.low in ("itself", "themselves") for token in following)


def _apposed(row: Row, item: Item) -> Item:
    """``the pilot, a 52-year-old woman,``: one person, described after the comma.

    The description's age, role and gender join what is known of the person before the comma,
    whose item is taken back.
    """
    new = item.holds
    if len(row.items) < 2 or row.items[-1].tag != "c" or not isinstance(new, Person):
        return item
    old = row.items[-2].holds
    follows = row.lows[item.end] if item.end < len(row.lows) else "."
    if (
        not isinstance(old, Person)
        or old.form == "pronoun"
        or new.fresh
        or not _describes(old, new, follows in (",", ".", ";"))
        or (old.age is not None and new.age is not None)
    ):
        return item
    row.items.pop()
    first = row.items.pop()
    both = old._replace(
        end=item.end, names=old.names or new.names, age=old.age if old.age is not None else new.age,
        gender=old.gender or new.gender, role=old.role or new.role,
    )  # fmt: skip
    return Item(first.tag, first.start, item.end, both)


def _describes(old: Person, new: Person, closed: bool) -> bool:
    """Whether a mention after a comma only describes the person before it."""
    if new.names and not old.names:
        return new.form in ("bare", "name") and old.form in ("definite", "possessive", "indefinite")
    if new.form != "indefinite" or new.names:
        return False
    if old.names:
        return closed or bool(new.role)
    return closed and old.form in ("definite", "possessive") and new.age is not None


def _possessed(row: Row, i: int, lexicon: Lexicon) -> Item | None:
    """``Hale's mother``, ``the boy's father``: the owner becomes part of the person's words."""
    owner = row.items[-1] if row.items else None
    if owner is None or owner.tag not in "pnN" or owner.end != i or i + 1 >= len(row.lows):
        return None
    person = person_at(row.tokens, row.lows, i + 1, lexicon, frozenset())
    if person is None or person.form != "bare" or not person.role:
        return None
    row.items.pop()
    start = owner.start if owner.tag != "N" else max(owner.start, i - 2)
    words = " ".join(token.text for token in row.tokens[start:i])
    whole = person._replace(text=f"{words}'s {person.text}", start=start, form="possessive")
    if start > owner.start:
        row.items.append(Item("N", owner.start, start))
    return Item("p", start, person.end, whole)


def _kind_at(row: Row, i: int, lexicon: Lexicon) -> Item | None:
    """A kind word or phrase that starts at a token."""
    found = lexicon.kind_words.at(row.lows, i)
    if (found is None or found[0] == 1) and row.lows[i] in lexicon.around:
        found = _around_at(row, i, lexicon) or found
    if found is None:
        return None
    size, roles = found
    token = row.tokens[i]
    if size == 1 and token.capital and i > 0 and _in_name(row, i):
        return None
    played = {word.role for word in roles}
    last = row.items[-1] if row.items else None
    if "agent" in played and last is not None and last.tag == "P" and last.end == i:
        # "two attacks on the base" counts attacks; "attacks on two bases" counts bases
        if (alone := lexicon.kind_words.at(row.lows[i : i + 1], 0)) is None:
            return None
        size, roles = alone
        played = {word.role for word in roles}
    if not roles or (played <= _TENSED and i and _noun_next(row.lows[i - 1], lexicon)):
        return Item("N", i, i + size)  # "the floods", "his shelter"
    if played == {"nominal"} and row.lows[i] in lexicon.words["remain"] and (
        row.lows[i + size : i + size + 1] != ["of"]
    ):  # fmt: skip
        return None  # "the gunman remains at large"
    if "noun" in played and [item.tag for item in row.items[-2:]] == ["P", "N"]:
        return Item("C", i, i + size, roles)  # "a series of escalatory attacks"
    if "noun" in played and last is not None and last.tag in "PQ" and last.end == i:
        return Item("C", i, i + size, roles)
    if "nominal" in played and row.lows[i + size : i + size + 1] == ["of"]:
        return Item("M", i, i + size, roles)
    if "bare" in played and last is not None and (
        last.tag in "ua" or [item.tag for item in row.items[-2:]] == ["e", "b"]
    ):  # fmt: skip
        return Item("U", i, i + size, roles)
    tags = {TAG_OF_ROLE[word.role]: word for word in roles}
    for tag in "XWKLIVJGHSCOUYMBE":
        if tag in tags:
            if tag == "C" and "M" in tags and "U" not in tags:
                return Item("C", i, i + size, roles)
            return Item(tag, i, i + size, roles)
    return None


def _noun_next(low: str, lexicon: Lexicon) -> bool:
    """Whether a noun follows a word, and no verb."""
    return low in lexicon.words["determiner"] or low in lexicon.words["possessive"]


def _around_at(row: Row, i: int, lexicon: Lexicon) -> tuple[int, tuple[KindWord, ...]] | None:
    """``forced 300 people from their homes``: a verb and words that stand around its object."""
    lows = row.lows
    begins = i + 1 < len(lows) and _object_begins(row, i + 1, lexicon)
    for tail, word in lexicon.around[lows[i]]:
        for j in range(i + 1, min(i + 1 + _OBJECT, len(lows))):
            if lows[j] in _CLAUSE_ENDS:
                break
            if lows[j] == tail[0] and _tail_at(lows, j, tail) and (begins or j == i + 1):
                return 1, (word,)
    return None


def _tail_at(lows: list[str], j: int, tail: tuple[str, ...]) -> bool:
    """Whether the words after an object stand at a token; ``*`` is up to four words."""
    if "*" not in tail:
        return stands_at(lows, j, tail)
    gap = tail.index("*")
    after = j + gap
    return stands_at(lows, j, tail[:gap]) and any(
        stands_at(lows, k, tail[gap + 1 :]) for k in range(after, min(after + 5, len(lows)))
    )


def _object_begins(row: Row, i: int, lexicon: Lexicon) -> bool:
    """Whether a verb's object can begin at a token."""
    low, words = row.lows[i], lexicon.words
    return (
        low[0].isdigit() or low in lexicon.openers or low in words["determiner"]
        or low in words["possessive"] or low in words["pronoun"] or low in lexicon.person_gender
        or low in lexicon.plural_persons or row.tokens[i].capital
    )  # fmt: skip


def _in_name(row: Row, i: int) -> bool:
    """Whether a capitalised word stands inside a run of capitals in an ordinary sentence."""
    capitals = sum(token.capital for token in row.tokens if token.text.isalpha())
    letters = sum(token.text.isalpha() for token in row.tokens)
    if capitals * 2 > letters:
        return False  # a headline in capitals
    before = row.tokens[i - 1]
    after = row.tokens[i + 1] if i + 1 < len(row.tokens) else None
    return (before.capital and before.text.isalpha() and i > 1) or bool(after and after.capital)
