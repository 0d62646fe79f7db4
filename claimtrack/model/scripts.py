"""Places and bodies in other scripts than Latin, by the names and in the order of English.

Letters alone (`claimtrack.model.letters`) tell that ``Одеса`` is Odesa and ``深圳`` Shenzhen, and
not that ``熊本`` is Kumamoto or ``دمشق`` Damascus. The list is ``scripts.tsv``: names of towns and
countries in their own and in other tongues' scripts, where letters do not tell, and all that are
written in Chinese, where no blank tells where a name ends. `docs/gazetteer.py` makes it.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from claimtrack.model.gazetteer import is_listed
from claimtrack.model.letters import fold_letters
from claimtrack.model.runs import longest_runs
from claimtrack.model.sorted_lines import told_of

_BETWEEN = re.compile(r"(\s*[,،，、;()/]\s*)")
_OTHER = re.compile(r"[\u0370-\u1dff\u1f00-\u1fff\u2e80-\ua71f\ua800-\uab2f\uab70-\ufefe]")
"""A letter of another script than Latin."""
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""A letter of Chinese, Japanese or Korean."""
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_ARTICLE = re.compile("^\u0627\u0644(?=\\w{2})")
_BODY_WORD = re.compile(r"[^\s,;:()«»“”„]+")
_MOST_WORDS = 5
"""Words of the longest phrase in the name of a body."""
_LONGEST = 12
"""Letters of the longest name looked for in what is written without blanks."""
_SHORTEST = 2


@lru_cache(maxsize=1 << 14)
def in_english(place: str) -> str:
    """A place with the names that English has for what is written in another script.

    Args:
        place: As written, such as ``東京都霞ケ関駅``.

    Returns:
        Such as ``霞ケ関 station, Tokyo``; the text itself where it is in Latin letters.
    """
    if place.isascii() or not _OTHER.search(place):
        return place
    parts = _BETWEEN.split(unicodedata.normalize("NFKC", place))
    parts[::2] = map(_part, parts[::2])
    return "".join(parts)


@lru_cache(maxsize=1 << 12)
def body_in_english(name: str) -> str:
    """The name of a body with English words for those written in another script than Latin.

    Args:
        name: As written, such as ``香港消防處`` or ``Министерство обороны России``.

    Returns:
        Such as ``Hong Kong fire department`` or ``defence ministry russia``, in the order of its
        own tongue; the name itself where it is in Latin letters.
    """
    if name.isascii() or not _OTHER.search(name):
        return name
    if not _EASTERN.search(name):
        return " ".join(_body_word_by_word(_BODY_WORD.findall(name)))
    text, words, unknown = unicodedata.normalize("NFKC", name), list[str](), ""
    while text:
        for length in range(min(len(text), _LONGEST), 0, -1):
            word = text[:length]
            if said := _words("bodies").get(word) or _place_alone(word):
                words += [_latin(unknown), said]
                unknown = ""
                break
        else:
            unknown, length = unknown + text[0], 1
        text = text[length:]
    return " ".join(filter(None, (*words, _latin(unknown))))


def _place_alone(word: str) -> str | None:
    """What English calls a place, unless it is told with what it is: ``熱海市`` is Atami's city."""
    name = word.casefold()
    own = _listed(name) if len(name) >= _SHORTEST else None
    if own is not None and (end := _last_end().search(name)) and end.start() >= _SHORTEST:
        return None if _listed(name[: end.start()]) else own
    return own


def _body_word_by_word(words: list[str]) -> Iterator[str]:
    """The English for the words of a body, the longest phrases first, places among them."""
    known = _phrases()
    runs = longest_runs(words, lambda run: known.get(" ".join(map(_plain, run))), _MOST_WORDS)
    for run, said in runs:
        yield said or _place_in_a_body(run[0])


def _written(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


def _plain(word: str) -> str:
    """A word without marks, and without the article in Arabic."""
    letters = unicodedata.normalize("NFKD", word).casefold()
    return _ARTICLE.sub("", "".join(c for c in letters if not unicodedata.combining(c)))


def _place_in_a_body(word: str) -> str:
    """What English calls a place, in whatever case a body's name has it: ``Харьковской``."""
    written = _written(word)
    stem, forms = _uninflected(written) if _CYRILLIC.match(written) else (written, [])
    alone = [written, stem, *forms]
    for name in alone:
        if (said := _listed(name) or _listed(_ARTICLE.sub("", name))) is not None:
            return said
    return next(filter(is_listed, map(fold_letters, alone)), fold_letters(stem))


def _uninflected(word: str) -> tuple[str, list[str]]:
    """A place's name without what makes an adjective of it, and what it may be in other cases."""
    adjectives: list[str] = _table()["adjectives"]
    forms = [
        word.removesuffix(end) + ending
        for ending, ends in _table()["inflected"].items()
        for end in ends
        if word.endswith(end) and len(word) > len(end) + _SHORTEST
    ]
    return next((word.removesuffix(end) for end in adjectives if word.endswith(end)), word), forms


@cache
def _phrases() -> dict[str, str]:
    """What is written in words that stand apart → the English for it."""
    found = _words("bodies").items()
    return {" ".join(map(_plain, other.split())): english for other, english in found}


def _latin(text: str) -> str:
    return text if text.isascii() else fold_letters(text)


def _part(part: str) -> str:
    """What stands between two commas."""
    if not _OTHER.search(part):
        return part
    if (whole := _called(part)) is not None:
        return whole
    if _EASTERN.search(part):
        smallest_last = [name for word in part.split() for name in _apart(word)]
        return ", ".join(reversed(smallest_last))
    return _word_by_word(part.split())


def _word_by_word(words: list[str]) -> str:
    """The words with the longest names among them as English has them: ``قضاء صور``."""
    runs = longest_runs(words, lambda run: _called(" ".join(run)), len(words))
    return " ".join(name or run[0] for run, name in runs)


def _apart(text: str) -> list[str]:
    """The names in a text without blanks, the largest place first; a site is told by its end."""
    found = list[str]()
    while text:
        for length in range(min(len(text), _LONGEST), _SHORTEST - 1, -1):
            if (name := _called(text[:length])) is not None:
                break
        else:
            # A name that no list has ends behind what tells that it is a town or region, if any.
            end = _first_end().search(text, _SHORTEST)
            if end is None or end.end() == len(text):
                return [*found, _site(text)]
            name, length = text[: end.start()], end.end()
        found.append(name)
        text = text[length:]
    return found


def _site(text: str) -> str:
    for ending, kind in _words("sites").items():
        if text.endswith(ending) and text != ending:
            return f"{text.removesuffix(ending)} {kind}"
    end = _last_end().search(text)
    return text[: end.start()] if end and end.start() >= _SHORTEST else text


def _called(name: str) -> str | None:
    """What English calls a place, or the same without an article or a word for what it is."""
    name = name.casefold()
    own = _listed(name) or _listed(_ARTICLE.sub("", name))
    if own is None and (end := _last_end().search(name)) and end.start() >= _SHORTEST:
        own = _listed(name[: end.start()])
    return own


def _listed(name: str) -> str | None:
    return _words("places").get(name) or told_of("scripts.tsv", name)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("claimtrack.model") / "scripts.toml").read_text(encoding="utf-8"))


@cache
def _words(section: str) -> dict[str, str]:
    """What is written → the English for it, the longest first."""
    found = {other: name for name, others in _table()[section].items() for other in others}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


@cache
def _first_end() -> re.Pattern[str]:
    return re.compile("|".join(_ends()))


@cache
def _last_end() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_ends())})$")


def _ends() -> list[str]:
    ends: list[str] = _table()["ends"]
    return sorted(ends, key=len, reverse=True)
