"""Speakers: who a stretch of a sentence names, and who spoke before."""

from dataclasses import dataclass, field
from typing import NamedTuple

from claimtrack.model.sources import ARTICLE
from claimtrack.reading.items import Row
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.subjects import TURNS, subject_before


class Speaker(NamedTuple):
    """Who says something, in the words of the text.

    ``inherited`` marks one that another sentence names, ``presumed`` one that merely goes on
    speaking in the paragraph, without a pronoun or an open quotation to say so.
    """

    claimants: tuple[str, ...]
    anonymous: bool = False
    via: tuple[str, ...] = ()
    inherited: bool = False
    presumed: bool = False


ARTICLE_VOICE = Speaker((ARTICLE,))


class Attribution(NamedTuple):
    """A speaker in a row.

    Attributes:
        speaker: Who.
        start: First token of the words of saying, the speaker included.
        end: Token after them.
        trailing: They stand after what is said (``…, police said``), else before it.
        reach: For passives (``given by a harbour official``) how far back they govern, in tokens;
            0 for no limit.
        lemma: The verb of saying.
    """

    speaker: Speaker
    start: int
    end: int
    trailing: bool
    reach: int = 0
    lemma: str = "say"


@dataclass(slots=True)
class Memory:
    """Who spoke last, carried from sentence to sentence.

    Attributes:
        publisher: Who ``we`` is.
        last: The last speaker, for pronouns and open quotations.
        person: The last one who is a person by his title or name, for ``he`` and ``she``.
        seen: All of them, in the order in which they first spoke.
    """

    publisher: str | None
    last: Speaker | None = None
    person: Speaker | None = None
    seen: list[Speaker] = field(default_factory=list)

    def remember(self, speaker: Speaker, lexicon: Lexicon) -> None:
        """Note that somebody spoke."""
        self.last = speaker._replace(inherited=False)
        if _personal(speaker, lexicon):
            self.person = self.last
        if self.last not in self.seen:
            self.seen.append(self.last)

    def mention(self, row: Row, lexicon: Lexicon) -> None:
        """Note whom a sentence without words of saying is about: ``he`` in the next is that one."""
        end = row.items[-1].end if row.items else 0
        subject = opening_subject(row, end, lexicon, self)
        if subject is not None and not subject.anonymous and _personal(subject, lexicon):
            self.person = subject


def _personal(speaker: Speaker, lexicon: Lexicon) -> bool:
    """Whether a speaker is one person: ``the mayor``, ``Ann Lee``, and no ministry."""
    words = speaker.claimants[0].split()
    if len(speaker.claimants) > 1 or not words:
        return False
    last = words[-1].lower()
    if last in lexicon.person_gender or last in lexicon.lists["titles.words"]:
        return True
    name = words[-1][:1].isupper() and not words[-1].isupper()
    return name and last not in lexicon.lists["speech.bodies"]


def words_between(row: Row, start: int, end: int) -> str:
    """The words between two tokens, as written, without marks around them.

    Args:
        row: The sentence.
        start: First token.
        end: Token after the last one.

    Returns:
        The words, blanks made single.
    """
    parts: list[str] = []
    for k in range(start, end):
        token = row.tokens[k]
        if parts and token.start > row.tokens[k - 1].end:
            parts.append(" ")
        parts.append(token.text)
    return " ".join("".join(parts).strip(" ,\"“”'‘’:;-–—[]()").split())


def speaker_at(
    row: Row,
    start: int,
    end: int,
    lexicon: Lexicon,
    memory: Memory,
    via: tuple[str, ...] = (),
    *,
    surely: bool = False,
) -> Speaker | None:
    """The speaker that a stretch of tokens names.

    Args:
        row: The sentence.
        start: First token of the stretch.
        end: Token after it.
        lexicon: Who can speak.
        memory: Earlier speakers, for pronouns and ``the official``.
        via: Who was told.
        surely: The verb beside it has only speakers as subjects (``said``).

    Returns:
        The speaker, or None when nobody there could speak.
    """
    while start < end and (
        row.lows[start] in lexicon.words["adverb"]
        or row.lows[start] in TURNS
        or row.lows[start] in ("-", "–", "—", ",", "because", "as", "after", "when", "since")
        or (not row.lows[start][0].isalnum() and row.lows[start][0] not in "@#")
    ):
        start += 1
    while end - 1 > start and row.lows[end - 1] in lexicon.words["adverb"]:
        end -= 1  # "the article wrongly said"
    lows = row.lows[start:end]
    if not lows:
        return None
    if lows[0] in ("he", "she", "it", "they") and len(lows) <= 2:
        quoted = row.lows[0] in ('"', "“")
        opening = None if quoted else opening_subject(row, start, lexicon, memory)
        if opening is not None and (lows[0] not in ("he", "she") or _personal(opening, lexicon)):
            return opening._replace(via=via)
        last = (memory.person if lows[0] in ("he", "she") else None) or memory.last
        return last._replace(inherited=True, via=via) if last else None
    if lows[0] in ("i", "me", "no", "nobody", "none", "neither"):
        return None
    if lows[0] == "we" or lows == ["our", "teams"]:
        if memory.publisher:
            return Speaker((memory.publisher,), via=via)
        return memory.last._replace(inherited=True, via=via) if memory.last else ARTICLE_VOICE
    if is_itself(lows, lexicon):
        return ARTICLE_VOICE
    if names_nobody(lows, lexicon):
        return memory.last._replace(inherited=True, via=via) if memory.last else None
    named = surely and (
        lows[0] in ("the", "a", "an", "one")
        or lows[0] in lexicon.words["possessive"]
        or _bare_name(row, start, end, lexicon)
    )
    if not named and not _can_speak(row, start, end, lexicon):
        return None
    names = _split(row, start, end, lexicon)
    names = [name for name in names if name]
    if not names:
        return None
    definite = _earlier(names, memory) if len(names) == 1 else None
    if definite is not None:
        return definite._replace(via=via or definite.via, inherited=False)
    proper = any(
        token.capital and token.low not in ("the", "a", "an")
        for token in row.tokens[start + 1 : end]
        if token.text[0].isalpha()
    )
    anonymous = bool(lexicon.lists["speech.anonymous"].intersection(lows)) and (
        not proper or lows[0] in ("a", "an", "one", "two", "several")
    )
    return Speaker(tuple(names), anonymous, via)


def is_itself(lows: list[str], lexicon: Lexicon) -> bool:
    """Whether a document speaks of itself: ``an earlier version of this article``.

    Args:
        lows: The lower-case words of a phrase.
        lexicon: What documents call themselves.

    Returns:
        False for the words of somebody else: ``the army's version``, ``the official story``.
    """
    own = lexicon.lists["speech.itself"].intersection(lows)
    if not own or "'s" in lows or lexicon.lists["speech.bodies"].intersection(lows) - own:
        return bool(own and {"this", "our", "my"}.intersection(lows))
    return bool(
        own & {"version", "headline", "caption"}
        or {"this", "our", "my", "earlier", "previous", "online"}.intersection(lows)
        or (lows[-1] in ("article", "story") and len(lows) <= 2)
    )


def names_nobody(lows: list[str], lexicon: Lexicon) -> bool:
    """Whether a phrase is made of words that only point or count: ``another``, ``two others``.

    Args:
        lows: Its lower-case words.
        lexicon: Those words, and the numbers.

    Returns:
        True where it has no word that says who is meant.
    """
    pointing = lexicon.lists["speech.nobody"]
    return all(low in pointing or low in lexicon.numbers or low.isdigit() for low in lows)


def _bare_name(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a stretch is one capitalised word that is a name: ``Petrov said``."""
    low = row.lows[start]
    return (
        end - start == 1
        and row.tokens[start].capital
        and low.isalpha()
        and low not in lexicon.openers
        and not any(
            low in lexicon.words[name]
            for name in ("pronoun", "possessive", "determiner", "relative", "preposition", "adverb")
        )
    )


def _can_speak(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a stretch is a name, a body or a person, and not a thing or half a clause."""
    lows = row.lows[start:end]
    bodies = lexicon.lists["speech.bodies"]
    named = any(
        token.capital and (k > 0 or start > 0 or token.low in bodies or len(lows) > 1)
        for k, token in enumerate(row.tokens[start:end])
        if token.text[0].isalpha() and token.low not in ("the", "a", "an")
    )
    last = row.tokens[end - 1]
    return (
        (named or bool(bodies.intersection(lows)) or lows[0][0] == "@")
        and _names_somebody(row, start, end, lexicon)
        and (
            last.capital
            or last.low in bodies
            or last.low in lexicon.person_gender
            or last.low in lexicon.plural_persons
            or last.text[0] in "@)0123456789"
        )
    )


def _names_somebody(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the head of a phrase, before its prepositions, is a body, a person or a name."""
    head = start
    while head < end and (head == start or row.lows[head] not in lexicon.words["preposition"]):
        head += 1
    lows = row.lows[start:head]
    return bool(
        lexicon.lists["speech.bodies"].intersection(lows)
        or lexicon.plural_persons.intersection(lows)
        or any(low in lexicon.person_gender or low[0] == "@" for low in lows)
        or any(token.capital and token.low not in ("the", "a", "an", "its", "his", "her", "their")
               for token in row.tokens[start:head])
    )  # fmt: skip


def _earlier(names: list[str], memory: Memory) -> Speaker | None:
    """``the official``, ``the statement``, ``the group``: whoever was so called before."""
    words = names[0].lower().split()
    if len(words) != 2 or words[0] != "the":
        return None
    if words[1] == "statement":
        return memory.last
    for speaker in reversed(memory.seen):
        for name in speaker.claimants:
            if name.lower().split()[-1:] == words[1:] and len(name.split()) > 2:
                return speaker
    return None


def _split(row: Row, start: int, end: int, lexicon: Lexicon) -> list[str]:
    """Several speakers joined by ``and``; one body with ``and`` in its name stays one."""
    bodies = lexicon.lists["speech.bodies"]
    for k in range(start + 1, end - 1):
        if row.lows[k] != "and":
            continue
        left, right = row.lows[start:k], row.lows[k + 1 : end]
        if right[0] in ("a", "an", "the", "one", "another") or (
            bodies.intersection(left) and bodies.intersection(right) and left[-1] in bodies
        ):
            return [words_between(row, start, k), *_split(row, k + 1, end, lexicon)]
    return [words_between(row, start, end)]


def opening_subject(row: Row, before: int, lexicon: Lexicon, memory: Memory) -> Speaker | None:
    """The noun phrase that opens the sentence, when it can speak.

    Args:
        row: The sentence.
        before: Token that the phrase must stand before.
        lexicon: Who can speak.
        memory: Earlier speakers.

    Returns:
        The speaker, or None.
    """
    for k, tag in enumerate(row.tags):
        if row.items[k].start >= before:
            return None
        if tag in "svmbKIVr":
            subject = subject_before(row, k)
            if subject is None or row.lows[subject[0]] in ("he", "she", "it", "they", "who"):
                return None
            return speaker_at(row, *subject, lexicon, memory)
    return None
