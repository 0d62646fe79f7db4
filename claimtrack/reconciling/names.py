"""What a claimant's name says about who is speaking.

A name is a body (``Gaza Health Ministry``), somebody who speaks for one (``the ministry's
spokesman``, ``Merton police chief J. Doe``), or somebody inside one (``a source in the
ministry``). The rules look at the shape of the name alone; no body is known by name here.
"""

import re
import unicodedata
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from claimtrack.reconciling.lexicon import word_set, words


class Relation(Enum):
    """How the speaker stands to the body that the name mentions."""

    ITSELF = "itself"
    SPEAKS_FOR = "speaks for"
    INSIDE = "inside"


_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_GLOSS = re.compile(r"\s*\(([^()]*)\)")
_ACRONYM = re.compile(r"[A-Z][A-Z.]{1,7}")

_SPEAKER = r"spokes(?:man|men|woman|women|person|persons|people)"
_HEAD = r"(?:director(?:[ -]general)?|head|chief|commander|commissioner|chairman|chairwoman)"
_SOURCE = r"(?:sources?|insiders?)"
_INSIDE = re.compile(
    rf"^(?:[\w-]+\s+){{0,3}}?{_SOURCE}\s+(?:in|within|inside|at|from|of|close to|near)\s+(.+)$",
    re.I,
)
_INSIDE_SHORT = re.compile(rf"^(.+?)\s+{_SOURCE}$", re.I)
_SPEAKS_FOR = re.compile(rf"^(?:.*?\b)?{_SPEAKER}\s+(?:for|of)\s+(.+)$", re.I)
_SPEAKS_SHORT = re.compile(rf"^(.+?)\s+{_SPEAKER}\b.*$", re.I)
_STATEMENT = re.compile(
    r"^(?:an?\s+|the\s+)?(?:statement|communiqu[eé]|press release)\s+(?:by|from|of)\s+(.+)$", re.I
)
_STATEMENT_SHORT = re.compile(
    r"^(?:an?\s+)?(.+?)\s+(?:statement|communiqu[eé]|press release)$", re.I
)
_FORMER = re.compile(r"\b(?:former|ex)\b", re.I)
_MINISTER = re.compile(r"^((?:.*\b)?(?<!prime )minister)(?:\s+(?!of\b|for\b).*)?$", re.I)
_HEADS = re.compile(rf"^(?:.*,\s*)?(?:the\s+)?{_HEAD}\s+(?:of|at)\s+(.+)$", re.I)
_HEADS_SHORT = re.compile(rf"^(.+?)\s+{_HEAD}\b.*$", re.I)


class ParsedName(NamedTuple):
    """A claimant's name taken apart.

    Attributes:
        relation: Of the speaker to the body.
        words: The body's words, folded, in order.
        acronyms: Short forms that stand for the body: the name itself or a gloss in brackets.
        definite: Whether the name starts with ``the``: it may refer back to a longer one.
        own: The words of the whole name, folded and sorted: who exactly is speaking.
        key: The body's words likewise: ``Ministry of Health`` is ``health ministry``.
    """

    relation: Relation
    words: tuple[str, ...]
    acronyms: tuple[str, ...]
    definite: bool
    own: tuple[str, ...]
    key: tuple[str, ...]


def fold_words(text: str) -> tuple[str, ...]:
    """The words of a name without case, marks, possessives and small words.

    Args:
        text: A name as written, in any script.

    Returns:
        Its words in order, never none: small ones where nothing else is left, the whole text
        where it has no word at all.
    """
    decomposed = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", text))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    spellings, small = words("names")["spellings"], word_set("names", "small")
    every = tuple(spellings.get(word, word) for word in _WORD.findall(plain))
    return tuple(word for word in every if word not in small) or every or (plain,)


def has_word(name: str, kind: str) -> bool:
    """Whether a name has a word of a kind.

    Args:
        name: A name as written.
        kind: A list of the lexicon's names: ``institutions``, ``people``, ``official``.

    Returns:
        Whether it has one.
    """
    return not word_set("names", kind).isdisjoint(fold_words(name))


@lru_cache(maxsize=65536)
def parse_name(name: str) -> ParsedName:
    """Take a claimant's name apart.

    Args:
        name: As the claim gives it.

    Returns:
        Who speaks, and how they stand to which body.
    """
    stripped = name.strip()
    glosses = tuple(found.strip() for found in _GLOSS.findall(stripped))
    bare = _GLOSS.sub("", stripped).strip() or stripped
    relation, body = _relation(bare)
    short = tuple(g for g in glosses if _ACRONYM.fullmatch(g))
    if _ACRONYM.fullmatch(body.removeprefix("the ").removeprefix("The ")):
        short += (body.removeprefix("the ").removeprefix("The "),)
    body_words = fold_words(body)
    return ParsedName(
        relation,
        body_words,
        tuple(s.replace(".", "").casefold() for s in short),
        body.casefold().startswith("the "),
        tuple(sorted(set(fold_words(bare)))),
        tuple(sorted(set(body_words))),
    )


def _relation(name: str) -> tuple[Relation, str]:
    """The relation, and the part of the name that is the body."""
    if _FORMER.search(name):
        return Relation.ITSELF, name
    for pattern, relation in (
        (_STATEMENT, Relation.SPEAKS_FOR),
        (_STATEMENT_SHORT, Relation.SPEAKS_FOR),
        (_INSIDE, Relation.INSIDE),
        (_SPEAKS_FOR, Relation.SPEAKS_FOR),
        (_INSIDE_SHORT, Relation.INSIDE),
        (_SPEAKS_SHORT, Relation.SPEAKS_FOR),
        (_MINISTER, Relation.SPEAKS_FOR),
        (_HEADS, Relation.SPEAKS_FOR),
        (_HEADS_SHORT, Relation.SPEAKS_FOR),
    ):
        if match := pattern.match(name):
            body = _POSSESSIVE.sub("", match[1]).strip(" ,")
            if pattern is _HEADS_SHORT and not has_word(body, "institutions"):
                continue  # ``fire chief`` heads something; ``Boston chief Doe`` may be anything
            if pattern is _MINISTER:
                body = f"{body[: -len('minister')]}ministry"
            if body:
                return relation, body
    return Relation.ITSELF, name


def initials(name: tuple[str, ...]) -> str:
    """The first letters of a name's words: ``rsf`` for ``rapid support forces``."""
    return "".join(word[0] for word in name)
