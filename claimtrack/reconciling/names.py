"""What a claimant's name says about who is speaking.

A name is a body (``Gaza Health Ministry``), somebody who speaks for one (``the ministry's
spokesman``, ``Merton police chief J. Doe``), or somebody inside one (``a source in the
ministry``). The rules look at the shape of the name; only bodies that the whole field speaks of
are known by name, in the lexicon.
"""

import re
from collections.abc import Collection
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from claimtrack.model.gazetteer import is_listed
from claimtrack.model.tongues import is_country
from claimtrack.reconciling.folding import POSSESSIVE, fold_words, has_word
from claimtrack.reconciling.institutions import bears, canonical
from claimtrack.reconciling.lexicon import known_bodies, word_set
from claimtrack.reconciling.persons import is_person, person_after_title, titles_in, untitled


class Relation(Enum):
    """How the speaker stands to the body that the name mentions."""

    ITSELF = "itself"
    SPEAKS_FOR = "speaks for"
    INSIDE = "inside"


_GLOSS = re.compile(r"\s*\(([^()]*)\)")
_ACRONYM = re.compile(r"[A-Z][A-Z.]{1,7}")
_SPEAKER = (
    r"(?:spokes(?:man|men|woman|women|person|persons|people)|porte-parole|portavoz|vocer[oa]"
    r"|portavoce|porta-voz|sprecher(?:in)?|woordvoerder|juru bicara|sözcüsü)"
)
_OF = r"(?:of|at|for|de|del|de las?|de los|du|des|di|della?|d[ao]s?|der|von|van)"
_HEAD = (
    r"(?:(?:executive |managing )?director(?:[ -]general)?|general manager|secretary[ -]general"
    r"|head|chief(?! medical| prosecutor| justice)|commander"
    r"|commissioner|chair(?:man|person|woman)?|ceo|chief executive|coordinator|representative"
    r"|researcher|directeur|directrice|directora|direttore|diretora?|chef|jef[ea]|comandante"
    r"|commandant)"
)
_SOURCE = r"(?:sources?|insiders?)"
_INSIDE = re.compile(
    rf"^(?:[\w-]+\s+){{0,3}}?{_SOURCE}\s+(?:in|within|inside|at|from|of|close to|near)\s+(.+)$",
    re.I,
)
_INSIDE_SHORT = re.compile(rf"^(.+?)\s+{_SOURCE}$", re.I)
_SPEAKS_FOR = re.compile(rf"^(?:.*?\b)?{_SPEAKER}\s+{_OF}\s+(.+)$", re.I)
_SPEAKS_SHORT = re.compile(rf"^(.+?)\s+{_SPEAKER}\b.*$", re.I)
_STATEMENT = re.compile(
    r"^(?:an?\s+|the\s+)?(?:statement|communiqu[eé]|press release)\s+(?:by|from|of)\s+(.+)$", re.I
)
_STATEMENT_SHORT = re.compile(
    r"^(?:an?\s+)?(.+?)\s+(?:statement|communiqu[eé]|press release)$", re.I
)
_OF_A_FIRM = re.compile(r"\b(?:director[ -]general|ceo|chief executive)\b", re.I)
"""Heads of firms and agencies, never of towns."""
_FORMER = re.compile(r"\b(?:former|ex)\b", re.I)
_MINISTER = re.compile(r"^((?:.*\b)?(?<!prime )(?<!chief )minister)(?:\s+(?!of\b|for\b).*)?$", re.I)
_HEADS = re.compile(rf"^(?:the\s+)?(?:{_HEAD}|sheriff)\s+{_OF}\s+(.+)$", re.I)
_HEADS_SHORT = re.compile(rf"^(.+?)\s+{_HEAD}\b.*$", re.I)
_PRESIDES = re.compile(r"^(?:the\s+)?(?:(?:executive\s+)?vice[ -])?president\s+of\s+(.+)$", re.I)
"""Of a firm or society; that of a country is an office of its own."""
_LEADS = re.compile(r"^(?i:kepala|ketua|direktur|dirut)\s+(\S+)\s+([A-Z]\S+(?:\s+[A-Z]\S+){1,3})$")
"""Who heads a body, told before it and the person behind it: ``Kepala BNPB Jane Doe``."""
_ATTRIBUTE = re.compile(
    r"\b\w+-(?:affiliated|aligned|appointed|backed|based|controlled|held|led|run)\b", re.I
)
_ENDING = re.compile(r"(?:ish|ese)$")
_PLURAL = re.compile(r"(?<=[^siu])s$")
_GLOSSED = re.compile(r"^.*\S\s+([A-Z]{2,7})$")
_LEAST_STEM = 3
"""Letters that a word keeps at least when its ending is left out (``Iraq``, ``Iraqi``)."""


class ParsedName(NamedTuple):
    """A claimant's name taken apart.

    Attributes:
        relation: Of the speaker to the body.
        words: The body's words, folded, in order.
        acronyms: Other names that stand for the body: the name itself where it is an acronym, and
            what stands in brackets.
        definite: Whether the name starts with ``the``: it may refer back to a longer one.
        own: The words of the whole name, folded and sorted: who exactly is speaking.
        key: The body's words likewise: ``Ministry of Health`` is ``health ministry``, and words
            that mean one thing in such names are one (``army``, ``armed forces``).
        person: The name of the person who speaks, where there is one beside the body or the title.
    """

    relation: Relation
    words: tuple[str, ...]
    acronyms: tuple[str, ...]
    definite: bool
    own: tuple[str, ...]
    key: tuple[str, ...]
    person: tuple[str, ...] = ()


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
    relation, body, person = _spoken_for(bare)
    short = tuple(g for g in glosses if g[:1].isupper() and not _is_country(g))
    if (glossed := _GLOSSED.match(body.removeprefix("the ").removeprefix("The "))) is not None:
        short += (glossed[1],)  # ``the security service FSB``, ``UN OCHA``
    if _ACRONYM.fullmatch(body.removeprefix("the ").removeprefix("The ")):
        short += (body.removeprefix("the ").removeprefix("The "),)
    body_words = fold_words(body)
    return ParsedName(
        relation,
        body_words,
        tuple(" ".join(fold_words(s)) for s in short),
        body.casefold().startswith("the "),
        tuple(sorted(set(fold_words(bare)))),
        body_key(" ".join((body, *(g for g in glosses if _is_country(g)))), person),
        person,
    )


def _is_country(gloss: str) -> bool:
    """Whether what stands in brackets behind a body is its country: ``(Lebanon)``."""
    found = canonical(fold_words(gloss))
    return len(found) == 1 and is_country(found[0])


def body_key(body: str, person: Collection[str] = ()) -> tuple[str, ...]:
    """What identifies a body, whatever the order and the forms of its words.

    Args:
        body: Its name, without whoever speaks for it.
        person: Words of it that are a person's name and have one form: ``Peters``, ``Petersen``.

    Returns:
        Its words, folded and sorted, never none.
    """
    folded = _called(fold_words(_ATTRIBUTE.sub(_camp, body)))
    every = {word if word in person else _singular(word) for word in canonical(folded)}
    if every & word_set("names", "services"):
        every -= word_set("names", "forms") - {"county"}  # ``Sheriff's Office``, ``fire station``
    if "county" in every:
        every.discard("municipality")  # the mayor of a county
    narrower = every - word_set("names", "municipal")
    if len(narrower) > 1:
        every = narrower
    elif narrower and "city" in every:
        every = {*narrower, "municipality"}  # ``Port City said``
    stems = {word if word in person else _stem(word) for word in every}
    return tuple(sorted(stems or set(folded)))


def _camp(attribute: re.Match[str]) -> str:
    """What an attribute leaves of itself: its camp, if it tells one (``rebel-run``)."""
    by, _, _ = attribute[0].casefold().partition("-")
    return by if by in word_set("names", "camps") | word_set("names", "others") else ""


def _called(folded: tuple[str, ...]) -> tuple[str, ...]:
    """What a body that the whole field speaks of is called here, whatever it was called."""
    return _known_bodies().get(folded, folded)


@cache
def _known_bodies() -> dict[tuple[str, ...], tuple[str, ...]]:
    return {
        fold_words(other): fold_words(name)
        for name, others in known_bodies().items()
        for other in others
    }


def body_key_of_employer(name: str) -> tuple[str, ...] | None:
    """What identifies the body that nameless people are of, where their name says one.

    Args:
        name: Such as ``a Taliban official``, ``interior ministry officials``.

    Returns:
        The body's key, or None where nothing but people is named.
    """
    spoken = fold_words(name)
    body = [word for word in spoken if word not in word_set("names", "people")]
    if not body or len(body) == len(spoken):
        return None
    return body_key(" ".join(word for word in body if word not in word_set("names", "rank")))


def _singular(word: str) -> str:
    """A word without the ending of its plural: ``Railways``, ``Emergencies``."""
    if len(word) <= _LEAST_STEM + 1 or is_country(word):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else _PLURAL.sub("", word)


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """A word without the ending that makes a country a people: ``russia`` and ``russian``."""
    if word in _no_country() or is_country(word):
        return word
    stem = _ENDING.sub("", word).rstrip("aeiouynv")
    return stem if len(stem) >= _LEAST_STEM else word


@lru_cache(maxsize=1)
def _no_country() -> frozenset[str]:
    return word_set("names", "institutions") | word_set("names", "people")


def _spoken_for(name: str) -> tuple[Relation, str, tuple[str, ...]]:
    """The relation, the part of the name that is the body, and the person beside it.

    ``Jane Doe, spokeswoman for the coastguard`` and ``the coastguard's spokeswoman, Jane Doe`` are
    a role and a person, either way round; ``Port Town mayor Jane Doe`` is an office and a person,
    and speaks for the office.
    """
    if _FORMER.search(name):
        return Relation.ITSELF, name, ()
    if (led := _LEADS.match(name)) and is_person(led[2]):
        return Relation.SPEAKS_FOR, led[1], fold_words(led[2])
    first, _, second = (part.strip() for part in name.partition(","))
    if second.replace(".", "").upper() in word_set("names", "letters"):
        name, second = first, ""
    role, _, body = (part.strip() for part in second.partition(","))
    if body and titles_in(role) and is_person(untitled(first)):
        second = body if _is_body(body) else f"{role} of {body}"  # ``Jane Doe, mayor, Port Town``
        name = f"{first}, {second}"
    if second and _is_body(second):
        holder = untitled(first) or person_after_title(first)[1]
        if is_person(holder):  # ``Jane Doe, the coastguard``, ``Finance Minister Jane Doe, …``
            return Relation.SPEAKS_FOR, second, fold_words(holder)
    titled = bool(second and titles_in(first)) and is_person(untitled(first))
    if titled and is_person(second) and not titles_in(second):
        office = first.removesuffix(untitled(first))  # ``Gov. Jane Doe, Freedonia``
        body = f"{second} {office}" if has_word(office, "official") else second
        return Relation.SPEAKS_FOR, body, fold_words(untitled(first))
    if titled and titles_in(second):
        first = untitled(first)  # ``Gen. Doe, mayor``
    for role, person in ((second, first), (first, second)):
        if role and person:
            relation, body = _relation(role)
            if relation is Relation.SPEAKS_FOR:
                office, master = person_after_title(body)
                if master:  # ``spokesman for Mayor Jane Doe`` speaks for her
                    return relation, office, fold_words(master)
                return relation, body, fold_words(person) if is_person(person) else ()
            if is_person(person) and titles_in(role) and not _is_seat(person, role):
                return Relation.SPEAKS_FOR, role, fold_words(person)
    relation, body = _relation(name)
    if relation is Relation.INSIDE:
        return relation, body, ()
    named, of, member_of = name.partition(" of ")
    if relation is Relation.ITSELF and of and is_person(untitled(named)):
        titles = named[: len(named) - len(untitled(named))]
        body = f"{titles}{member_of}" if has_word(titles, "official") else member_of
        return Relation.SPEAKS_FOR, body, fold_words(untitled(named))
    office, person = person_after_title(name)
    if person and relation is Relation.ITSELF and _names_a_body(office):
        return Relation.SPEAKS_FOR, office, fold_words(person)
    if second and not person and is_person(untitled(first)):
        person = untitled(first)  # ``Jane Doe, adviser to the mayor`` speaks for herself
    return relation, body, fold_words(person) if person else ()


def _is_seat(text: str, body: str) -> bool:
    """Whether what follows a body is where it sits: ``Office of the Coroner, Port Town``."""
    town = " ".join(word for word in fold_words(text) if word not in word_set("names", "municipal"))
    return has_word(body, "institutions") and is_listed(town)


def _is_body(text: str) -> bool:
    """Whether what follows a person's name is the body that they belong to."""
    if _ACRONYM.fullmatch(text):
        return True
    known = has_word(text, "institutions") and not has_word(text, "people")
    return known and not titles_in(text) and _relation(text)[0] is Relation.ITSELF


def _names_a_body(office: str) -> bool:
    """Whether an office is told with its body: ``Port Town mayor``, and ``chief constable``.

    The second is of a police force, whichever it is; ``sheriff`` alone may be one of several.
    """
    titles = [word.casefold() for word in office.replace(".", "").split()]
    known = word_set("names", "titles")
    return not known.issuperset(titles) or (
        bears(titles, "services") and word_set("names", "services").isdisjoint(titles)
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
        (_PRESIDES, Relation.SPEAKS_FOR),
        (_HEADS_SHORT, Relation.SPEAKS_FOR),
    ):
        if match := pattern.match(name):
            body = POSSESSIVE.sub("", match[1]).strip(" ,")
            if (
                pattern is _HEADS_SHORT
                and not _OF_A_FIRM.search(name)
                and not has_word(body, "institutions")
                and not _ACRONYM.fullmatch(body)
            ):
                continue  # ``fire chief`` heads something; ``Boston chief Doe`` may be anything
            if pattern is _PRESIDES and _is_state(body):
                continue
            if pattern is _MINISTER:
                body = f"{body[: -len('minister')]}ministry"
            if body:
                return relation, body
    return Relation.ITSELF, name


def _is_state(body: str) -> bool:
    """Whether who presides over it presides over a country: ``the Republic of Freedonia``."""
    spoken = canonical(fold_words(body))
    return "republic" in spoken or any(map(is_country, spoken))


def initials(name: tuple[str, ...]) -> str:
    """The first letters of a name's words: ``rsf`` for ``rapid support forces``."""
    return "".join(word[0] for word in name)
