"""Words, numbers and marks of a sentence, with their offsets in it."""

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    \d{1,3}[ ]?-?[ ]?(?:year|yr|month|week|day)s?[ ]?-?[ ]?olds?\b          # ages: 14-year-old
  | \d{1,3}[ ]?(?:yo|y/o)\b
  | \d{1,2}[:.]\d\d(?:[ ]?[ap]\.?m\b\.?)?(?!\d)(?=[ ]?[ap]\.?m\b|:|[^\d.%]|$)(?<=[:\d.m])(?<!\.\d\d)
  | \d+(?!(?:bn|mn|[km])\b)[^\W\d_]\w*                                          # 7th, 13abc
  | [~≈]?[$€£¥]?\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3})+(?:\.\d+)?(?!\d)       # 1,700
  | [~≈]?[$€£¥]?\d{1,3}(?:[ ]\d{3})+(?![\d,.])                               # 12 000
  | [~≈]?[$€£¥]?\d+(?:\.\d+)?(?:(?:bn|mn|[km])\b)?\+?(?:-[^\W\d_]+)*%?      # 6.4, 1.2m, 7+
  | (?:[^\W\d_]\.){2,}                                                       # a.m., U.S.
  | ['’]s\b
  | [^\W\d_]+-?\d[\w-]*                                                     # A64, MH17
  | [^\W\d_]+(?:['’](?!s\b)[^\W\d_]+|[-‑](?:[^\W\d_]+|\d+))*                  # words
  | [@\#]\w+
  | --+ | [^\w\s]
  | \w+
    """,
    re.VERBOSE,
)


# Arabic names keep a small article in the middle of a sentence, before a sun letter assimilated
_ARTICLED = re.compile(r"(?:al|el|ul|a[dnrstz]|ash|ath|adh)[-‑]['’ʿ]?[^\W\d_a-z]")


class Token(NamedTuple):
    """A word, number or mark; ``start`` and ``end`` are offsets in the sentence."""

    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it is written as a name: ``Qaim``, and ``al-Qaim`` after its article."""
        return self.text[:1].isupper() or _ARTICLED.match(self.text) is not None


def tokens(sentence: str) -> list[Token]:
    """The tokens of a sentence, in order; blanks are left out.

    Args:
        sentence: Its words, verbatim.

    Returns:
        Tokens whose ``text`` is ``sentence[start:end]``; ``low`` is its lower case with straight
        apostrophes and without the last full stop of an abbreviation.
    """
    found = []
    for match in _TOKEN.finditer(sentence):
        text = match[0]
        low = text.lower().replace("’", "'")
        if len(low) > 2 and low[-1] == "." and low[0].isalpha():
            low = low[:-1]
        found.append(Token(text, low, match.start(), match.end()))
    return found
