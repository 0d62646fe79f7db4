"""Letters folded for comparing: small, Latin and without marks, roughly as newspapers write them.

The aim is not a standard: it is that a name in its own script meets the spellings that papers
give it. Scripts without a table here are read by the package anyascii.
"""

import re
import unicodedata

_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h",
    "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d",
    "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "و": "u", "ي": "i", "ى": "a", "ة": "ah", "ئ": "i", "ؤ": "u", "ء": "",
    "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ک": "k", "ی": "i", "ـ": "",
}  # fmt: skip

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ye",
    "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "yu", "я": "ya", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz",
}  # fmt: skip

_LATIN = {
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a",
    "ŋ": "ng", "ħ": "h", "ɓ": "b", "ɗ": "d", "ƙ": "k",
}  # fmt: skip

_LETTERS = str.maketrans(_ARABIC | _CYRILLIC | _LATIN)

_BALKAN = frozenset("đčćšž")
"""Beside other letters with marks, the first is Vietnamese, and a plain d."""

_ARABIC_ARTICLE = re.compile(r"\bال(?=\w{2})")


class Folds(dict[int, str]):
    """Letter → its fold, worked out when a letter is first met; given to ``str.translate``."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code).translate(_LETTERS))
        latin = parts.casefold().translate(_LETTERS)
        kept = (c for c in latin if c not in _APOSTROPHES and not unicodedata.combining(c))
        fold = self[code] = "".join(map(_latin, kept))
        return fold


def _latin(letter: str) -> str:
    """A letter or mark of another script as romanisations have it; others as they are."""
    if letter.isascii() or unicodedata.category(letter)[0] not in "LM":
        return letter
    from anyascii import anyascii  # slow to load, and seldom needed

    return "".join(c for c in anyascii(letter).lower() if c not in _APOSTROPHES)


_APOSTROPHES = frozenset("'’‘ʼʻʿʾ`´′ʹ.")
_FOLDS = Folds()


def fold_letters(text: str, folds: Folds = _FOLDS) -> str:
    """Lower-case Latin letters without marks, apostrophes or full stops; the words stay apart."""
    if text.isascii():
        return text.lower().translate(folds)
    plain = text.casefold()
    if "\u0627\u0644" in plain:
        plain = _ARABIC_ARTICLE.sub("", plain)
    if "đ" in plain and _BALKAN.issuperset(c for c in plain if not c.isascii()):
        plain = plain.replace("đ", "dj")
    if "ə" in plain:  # Azerbaijani, where c is what English writes j
        plain = plain.replace("c", "j")
    return plain.translate(folds)
