"""The words of reading, loaded from ``lexicon/en.toml`` and folded into tables to look up in.

Adding a kind is adding a table under ``[kinds]``; nothing here names a kind.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from claimtrack.reading.forms import forms_of, plural_of

TAG_OF_ROLE = {
    "past": "K", "present": "V", "gerund": "G", "base": "B",
    "did": "I", "does": "J", "doing": "H", "do": "E",
    "passive": "L", "state": "S", "noun": "C", "nominal": "M", "toll": "O", "bare": "U",
    "agent": "Y", "self": "X", "bear": "W",
}  # fmt: skip
"""The tag character of each role that a kind word can play.

Transitive verbs give ``K`` (past, participle), ``V`` (present), ``G`` (gerund) and ``B`` (base);
intransitive ones ``I``, ``J``, ``H`` and ``E`` in the same order; ``L`` is a participle that only
works in the passive, ``S`` a state, ``C`` a noun that counts, ``M`` one followed by ``of``, ``O`` a
toll, ``U`` a noun that claims even without a number, ``Y`` words before the thing that did it,
``X`` what somebody did to himself, ``W`` a verb such as ``suffer`` whose object is the harm.
"""

Words = tuple[str, ...]


class KindWord(NamedTuple):
    """One role of one word or phrase in one kind.

    ``uncertain`` marks harm of open outcome (``shot``); ``heads`` are the only nouns that it
    counts, where the lexicon says so (``treat @patient``): a bare number is ``-``, any person
    ``someone``, and ``!hostage`` is a noun that it does not count.
    """

    kind: str
    role: str
    uncertain: bool = False
    heads: tuple[str, ...] = ()

    def counts(self, head: str, *, someone: bool) -> bool:
        """Whether its ``heads`` let it count a noun.

        Args:
            head: The lower-case noun, ``-`` for a bare number.
            someone: The noun is one for persons.

        Returns:
            True also where the lexicon names no heads.
        """
        if "!" + head in self.heads:
            return False
        if all(noun[0] == "!" for noun in self.heads):
            return True
        return head in self.heads or (someone and "someone" in self.heads)


class Asserting(NamedTuple):
    """A verb that makes an uncounted claim, and what must follow it.

    ``tail`` stands right after the verb (``call for``), or up to eight words later where it is
    ``apart`` (``describe ... as``); with ``objects`` one of the kind's ``objects`` is near.
    """

    kind: str
    lemma: str
    tail: tuple[str, ...] = ()
    apart: bool = False
    objects: bool = False


@dataclass(frozen=True, slots=True)
class PhraseTable:
    """Phrases of one or more words and what each stands for, looked up by their first word."""

    by_first: Mapping[str, tuple[tuple[Words, Any], ...]]

    def at(self, words: list[str], i: int) -> tuple[int, Any] | None:
        """The longest phrase that starts at a word.

        Args:
            words: The lower-case words of a sentence.
            i: Where to look.

        Returns:
            How many words it has and what it stands for, or None.
        """
        entries = self.by_first.get(words[i])
        if entries is None:
            return None
        left = len(words) - i
        for phrase, meaning in entries:
            size = len(phrase)
            if size == 1:
                return 1, meaning
            if size <= left and stands_at(words, i + 1, phrase[1:]):
                return size, meaning
        return None


def stands_at(words: list[str], i: int, phrase: Words) -> bool:
    """Whether a phrase stands at a word, any possessive for ``their``.

    Args:
        words: The lower-case words of a sentence.
        i: Where to look.
        phrase: The phrase's words.

    Returns:
        False where the sentence ends before the phrase does.
    """
    if i + len(phrase) > len(words):
        return False
    for k, want in enumerate(phrase, i):
        word = words[k]
        if word != want and not (
            (want == "their" and word in _POSSESSIVES)
            or (want == "oneself" and word in _REFLEXIVES)
        ):
            return False
    return True


_REFLEXIVES = frozenset({"himself", "herself", "themselves", "itself"})
_POSSESSIVES = frozenset({"his", "her", "their", "its", "our", "my", "your"})


def phrase_table(pairs: Iterable[tuple[str, Any]]) -> PhraseTable:
    """Build a table from phrases and meanings; the longest phrase of a first word comes first."""
    by_first: dict[str, dict[Words, Any]] = {}
    for text, meaning in pairs:
        words = tuple(text.lower().replace(",", " ,").split())
        by_first.setdefault(words[0], {}).setdefault(words, meaning)
    return PhraseTable(
        {
            first: tuple(sorted(phrases.items(), key=lambda item: -len(item[0])))
            for first, phrases in by_first.items()
        }
    )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that reading knows about words.

    Attributes:
        kind_words: Phrase → its roles in kinds, as a tuple of `KindWord`.
        around: Form of a verb → the words after its object, and what both claim.
        asserting: Form of a verb → the uncounted claims that it makes.
        words: Name of a closed class (``be``, ``preposition``) → its words.
        lists: Any other list of the lexicon by its dotted name (``speech.anonymous``).
        bounds: Phrase → the way it bounds the number beside it.
        numbers: Word → its value, for units, scales and collectives alike.
        vague: Phrase → its published lower bound.
        person_gender: Singular noun for a person → ``m``, ``f`` or an empty string.
        plural_persons: Plural nouns for persons.
        counted: Noun, singular or plural → the kinds that count it.
        speech: Form of a verb of saying → its lemma.
        kinds: The kinds' own tables, verbatim.
        phrases: Phrase lists by their dotted name, to look up in a sentence.
        openers: Words that can begin a quantity, digits apart.
    """

    kind_words: PhraseTable
    around: Mapping[str, tuple[tuple[Words, KindWord], ...]]
    asserting: Mapping[str, tuple[Asserting, ...]]
    words: Mapping[str, frozenset[str]]
    lists: Mapping[str, frozenset[str]]
    bounds: PhraseTable
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    collective: Mapping[str, int]
    vague: PhraseTable
    person_gender: Mapping[str, str]
    plural_persons: frozenset[str]
    counted: Mapping[str, tuple[str, ...]]
    speech: Mapping[str, str]
    kinds: Mapping[str, Mapping[str, Any]]
    phrases: Mapping[str, PhraseTable] = field(default_factory=dict)
    openers: frozenset[str] = frozenset()


_TRANSITIVE = {"base": "base", "present": "present", "past": "past", "gerund": "gerund"}
_REFLEXIVE = {"base": "self", "present": "self", "past": "self", "gerund": "self"}
_BEAR = {"base": "bear", "present": "bear", "past": "bear", "gerund": "bear"}
_INTRANSITIVE = {"base": "do", "present": "does", "past": "did", "gerund": "doing"}


def _with_heads(entry: str) -> tuple[str, tuple[str, ...]]:
    """An entry's words, and the only nouns it counts, in the singular and plural."""
    words, _, only = entry.partition(" @")
    return words, tuple(form for noun in only.split() for form in (noun, plural_of(noun)))


def _around(
    kinds: Mapping[str, Mapping[str, Any]],
) -> dict[str, tuple[tuple[Words, KindWord], ...]]:
    """Form of a verb → the words that follow its object, and what both claim."""
    found: dict[str, tuple[tuple[Words, KindWord], ...]] = {}
    for kind, table in kinds.items():
        for entry in table.get("around", ()):
            words, heads = _with_heads(entry)
            verb, _, tail = words.partition(" ... ")
            for form, texts in forms_of(verb).items():
                for text in texts:
                    word = KindWord(kind, _TRANSITIVE[form], heads=heads)
                    found[text] = (*found.get(text, ()), (tuple(tail.split()), word))
    return found


def _asserting(kinds: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[Asserting, ...]]:
    """Form of a verb → the uncounted claims that it makes."""
    found: dict[str, tuple[Asserting, ...]] = {}
    for kind, table in kinds.items():
        for entry in table.get("verbs", ()):
            words, _, only = entry.partition(" @")
            verb, apart, tail = words.partition(" ... ")
            if not apart:
                verb, _, tail = words.partition(" ")
            made = Asserting(
                kind, verb.partition(":")[0], tuple(tail.split()), bool(apart), only == "objects"
            )
            for text in (text for texts in forms_of(verb).values() for text in texts):
                found[text] = (*found.get(text, ()), made)
    return found


def _kind_words(kinds: Mapping[str, Mapping[str, Any]], ignored: Iterable[str]) -> PhraseTable:
    """Every phrase of every kind with all its roles; none for those to ignore."""
    found: dict[str, list[KindWord]] = {text.lower(): [] for text in ignored}

    def enter(text: str, word: KindWord) -> None:
        roles = found.setdefault(text.lower(), [])
        if word not in roles:
            roles.append(word)

    for kind, table in kinds.items():
        for name, names in (("transitive", _TRANSITIVE), ("uncertain", _TRANSITIVE),
                            ("intransitive", _INTRANSITIVE),
                            ("reflexive", _REFLEXIVE), ("bear", _BEAR)):  # fmt: skip
            for entry in table.get(name, ()):
                verb, heads = _with_heads(entry)
                for form, texts in forms_of(verb).items():
                    for text in texts:
                        enter(text, KindWord(kind, names[form], name == "uncertain", heads))
        for role in ("passive", "state", "toll", "bare", "agent"):
            for entry in table.get(role, ()):
                text, heads = _with_heads(entry)
                enter(text, KindWord(kind, role, heads=heads))
        for name, role in (("noun", "noun"), ("nominal", "nominal"),
                           ("uncertain_nominal", "nominal")):  # fmt: skip
            for entry in table.get(name, ()):
                text, _, only = entry.partition(" @")
                word = KindWord(kind, role, name.startswith("uncertain"), tuple(only.split()))
                enter(text, word)
                enter(plural_of(text), word)
    return phrase_table((text, tuple(roles)) for text, roles in found.items())


def _counted(kinds: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Nouns for things → the kinds that count them."""
    counted: dict[str, tuple[str, ...]] = {}
    for kind, table in kinds.items():
        for noun in table.get("counts", ()):
            for form in (noun, plural_of(noun)):
                counted[form] = (*counted.get(form, ()), kind)
    return counted


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The English lexicon, read once."""
    text = files("claimtrack.reading").joinpath("lexicon/en.toml").read_text(encoding="utf-8")
    return build(tomllib.loads(text))


def build(raw: Mapping[str, Any]) -> Lexicon:
    """A lexicon from the parsed contents of its file.

    Args:
        raw: The tables of ``lexicon/en.toml``, or of a file like it.

    Returns:
        The tables to look up in.
    """
    numbers, persons, kinds = raw["numbers"], raw["persons"], raw["kinds"]
    gender = {
        noun: mark
        for name, mark in (("either", ""), ("male", "m"), ("female", "f"))
        for noun in persons[name]
    }
    plurals = {plural_of(noun) for noun in gender} | set(persons["plural_only"])
    lists = {
        f"{section}.{name}": frozenset(word.lower() for word in value)
        for section, table in raw.items()
        if section not in ("kinds", "words")
        for name, value in table.items()
        if isinstance(value, list)
    }
    bodies = lists["speech.bodies"]
    lists["speech.bodies"] = bodies | {plural_of(noun) for noun in bodies}
    bounds = phrase_table((text, way) for way, texts in raw["bounds"].items() for text in texts)
    vague = phrase_table([*numbers["vague_phrases"].items(), *numbers["vague"].items()])
    openers = {
        *bounds.by_first, *vague.by_first, *numbers["units"], "a", "an", "half", "between",
        *(text.split()[0] for text in numbers["zero"]), "not",
    }  # fmt: skip
    speech = {
        text: verb.partition(":")[0]
        for verb in raw["speech"]["verbs"]
        for texts in forms_of(verb).values()
        for text in texts
    }
    return Lexicon(
        kind_words=_kind_words(kinds, raw["ignored"]["phrases"]),
        around=_around(kinds),
        asserting=_asserting(kinds),
        words={name: frozenset(words) for name, words in raw["words"].items()},
        lists=lists,
        bounds=bounds,
        numbers=numbers["units"],
        scales=numbers["scales"],
        collective=numbers["collective"],
        vague=vague,
        openers=frozenset(openers),
        person_gender=gender,
        plural_persons=frozenset(plurals),
        counted=_counted(kinds),
        speech=speech,
        kinds=kinds,
        phrases={
            name: phrase_table((word, word) for word in raw[name.split(".")[0]][name.split(".")[1]])
            for name in (
                "speech.according", "speech.outlets", "speech.on_condition", "hedges.words",
                "cues.initial", "cues.up", "cues.down", "cues.correction", "cues.withdrawal",
                "cues.previous", "cues.apart", "words.every",
            )
        },
    )  # fmt: skip
