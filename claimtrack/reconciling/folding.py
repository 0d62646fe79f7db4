"""The words of names, folded for comparing."""

import re
import unicodedata

from claimtrack.model.scripts import body_in_english
from claimtrack.reconciling.lexicon import word_set, words

POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_LETTER = re.compile(r"(?<=\w )[A-Z](?=$|,|\s+[a-z(])")
"""A letter that tells one body from another: ``Group A``, and no initial of a person."""

_LETTERS = str.maketrans("ıłøđə", "ilode")
"""Letters that no mark sets apart from those of English."""


def fold_words(text: str) -> tuple[str, ...]:
    """The words of a name without case, marks, possessives and small words.

    Args:
        text: A name as written, in any script.

    Returns:
        Its words in order, never none: small ones where nothing else is left, the whole text
        where it has no word at all.
    """
    english = body_in_english(text)
    whole = _DOTTED.sub(lambda letters: letters[0].replace(".", ""), POSSESSIVE.sub("", english))
    decomposed = unicodedata.normalize("NFKD", whole)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    plain = plain.translate(_LETTERS)
    spellings, small = words("names")["spellings"], word_set("names", "small")
    if not text.isupper():
        small = small.difference(map(str.casefold, _LETTER.findall(text)))
    every = tuple(spellings.get(word, word) for word in _WORD.findall(plain))
    return tuple(word for word in every if word not in small) or every or (plain or text,)


def has_word(name: str, kind: str) -> bool:
    """Whether a name has a word of a kind.

    Args:
        name: A name as written.
        kind: A list of the lexicon's names: ``institutions``, ``people``, ``official``.

    Returns:
        Whether it has one.
    """
    return not word_set("names", kind).isdisjoint(fold_words(name))
