"""Numbers with their bounds, as sources write them.

The conventions are those of the claim record: ``over 30`` is at least 31, ``up to 40`` at most 40,
``nearly 1,000`` at most 1,000 and approximate, ``dozens`` at least 24 and vague.
"""

import re
from typing import NamedTuple

from claimtrack.model.quantities import LARGEST, Quantity
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.tokens import Token

_DIGITS = re.compile(r"([~≈]?)(\d[\d,\u2009\u202f\u00a0 ]*(?:\.\d+)?)(bn|mn|[km])?(\+?)")
_THOUSANDS = re.compile(r"[,\u2009\u202f\u00a0 ]")


_WIDEST = 20
"""A range whose ends differ by more than this factor is none."""


class Amount(NamedTuple):
    """A quantity found in a sentence.

    ``end`` is the token after it; ``first`` the token of the number itself (after its bounds);
    ``estimate`` tells ``an estimated``, ``more`` tells ``another``.
    """

    quantity: Quantity
    start: int
    first: int
    end: int
    estimate: bool = False
    more: bool = False


def amount_at(tokens: list[Token], lows: list[str], i: int, lexicon: Lexicon) -> Amount | None:
    """The quantity that starts at a token, bounds included.

    Args:
        tokens: A sentence's tokens.
        lows: Their lower-case forms.
        i: Where to look.
        lexicon: Words for numbers and bounds.

    Returns:
        The amount, or None where there is no count (ages, times, money, scores, years …).
    """
    word = lows[i]
    if not (word in lexicon.openers or word[0].isdigit() or word[0] in "~≈" or "-" in word):
        return None
    ways: list[str] = []
    estimate = more = False
    at = i
    while at < len(lows):
        bound = lexicon.bounds.at(lows, at)
        if bound is None:
            break
        size, way = bound
        if way == "plus":
            break
        word = lows[at]
        if way == "exactly" and word in ("the", "these", "those", "his", "her", "their", "our",
                                         "its", "all", "both") and ways:  # fmt: skip
            break
        estimate = estimate or "estimated" in lows[at : at + size]
        more = more or word in ("another", "additional") or "additional" in lows[at : at + size]
        ways.append(way)
        at += size
        if len(ways) > 3 or ways[:1] == ["fewer_than"] != ways:
            return None  # "come under more than 150 attacks": the preposition bounds nothing
    if at < len(lows) and lows[at] == "between":
        return _between(tokens, lows, i, at, lexicon)
    found = _number(lows, at, lexicon)
    if found is None:
        return None
    low, high, vague, approximate, end = found
    if not vague and low != 0:
        following = _number(lows, end + 1, lexicon) if end + 1 < len(lows) else None
        if (
            following is not None
            and not following[2]
            and lows[end] in ("to", "-", "–", "—", "or")
            and low < following[0] <= _WIDEST * low  # else two numbers, such as a case's
            and (lows[end] != "or" or following[0] <= low * 2 + 1)
            and not (lows[i - 1 : i] == ["from"] and _moved(lows, i, following[4], lexicon))
        ):
            high, end = following[1] or following[0], following[4]
    if lows[at].endswith("+"):
        ways.append("at_least")
    if lows[end : end + 2] == ["or", "more"]:
        ways.append("at_least")
        end += 2
    elif lows[end : end + 2] == ["or", "so"]:
        ways.append("about")
        end += 2
    elif lows[end : end + 1] == ["+"]:
        ways.append("at_least")
        end += 1
    if not _counts(tokens, lows, i, at, end, lexicon, plain=not set(ways) - {"exactly"}):
        return None
    quantity = _bounded(low, high, vague, approximate, ways)
    if quantity is None:
        return None
    return Amount(quantity, i, at, end, estimate, more)


def _moved(lows: list[str], i: int, end: int, lexicon: Lexicon) -> bool:
    """Whether ``from 57 to 61`` tells of a figure that changed, not of a range of people."""
    change = lexicon.lists["cues.up"] | lexicon.lists["cues.down"]
    follows = lows[end] if end < len(lows) else ""
    return bool(change.intersection(lows[max(0, i - 6) : i])) or not follows[:1].isalpha()


def _between(
    tokens: list[Token], lows: list[str], i: int, at: int, lexicon: Lexicon
) -> Amount | None:
    """``between 8,000 and 10,000``."""
    first = _number(lows, at + 1, lexicon)
    if first is None or lows[first[4] : first[4] + 1] not in (["and"], ["to"]):
        return None
    second = _number(lows, first[4] + 1, lexicon)
    if second is None or first[2] or second[2] or first[0] > second[0]:
        return None
    if not _counts(tokens, lows, i, at + 1, second[4], lexicon, plain=False):
        return None
    return Amount(Quantity(first[0], second[0]), i, at + 1, second[4])


def _bounded(
    low: int, high: int | None, vague: bool, approximate: bool, ways: list[str]
) -> Quantity | None:
    """The quantity that a number and the words of bounding around it give."""
    if vague:
        if "at_most" in ways or "fewer_than" in ways:
            return Quantity(None, None, vague=True)
        return Quantity(low, None, vague=True)
    top = low if high is None else high
    if "at_least" in ways:
        return Quantity(low, None)
    if "more_than" in ways:
        return Quantity(min(low + 1, LARGEST), None)
    if "at_most" in ways:
        return Quantity(None, top)
    if "fewer_than" in ways:
        return Quantity(None, top - 1) if top else None
    if "nearly" in ways:
        return Quantity(None, top, approximate=True)
    return Quantity(low, top, approximate=approximate or "about" in ways)


def _number(
    lows: list[str], i: int, lexicon: Lexicon
) -> tuple[int, int | None, bool, bool, int] | None:
    """A bare number at a token: low, high, vague, approximate, the token after it."""
    if i >= len(lows):
        return None
    word = lows[i]
    if lows[i : i + 3] == ["half", "a", "million"]:
        return 500_000, None, False, False, i + 3
    if lows[i : i + 3] == ["half", "a", "dozen"]:
        return 6, None, False, False, i + 3
    if word[0].isdigit() or word[0] in "~≈":
        return _digits(lows, i, lexicon)
    vague = lexicon.vague.at(lows, i)
    if vague is not None and word != "some":
        size, least = vague
        plural = lows[i + size] + "s" if i + size < len(lows) else ""
        if lexicon.vague.at([plural], 0) and plural[:-1] in ("dozen", "hundred", "thousand"):
            # "several hundred" is at least what "hundreds" is
            least, size = lexicon.vague.by_first[plural][-1][1], size + 1
        return least, None, True, False, i + size
    for phrase in (["no", "one"], ["not", "one"], ["not", "a", "single"]):
        if lows[i : i + len(phrase)] == phrase:
            return 0, None, False, False, i + len(phrase)
    if word in lexicon.lists["numbers.zero"]:
        return 0, None, False, False, i + 1
    if word in ("a", "an") and i + 1 < len(lows):
        follow = lows[i + 1]
        scale = lexicon.collective.get(follow) if follow == "dozen" else lexicon.scales.get(follow)
        if scale is None or follow in ("k", "m", "bn", "mn"):
            return None
        if lows[i + 2 : i + 3] == ["of"]:
            return None
        return scale, None, False, False, i + 2
    return _words(lows, i, lexicon)


def _digits(lows: list[str], i: int, lexicon: Lexicon) -> tuple[int, None, bool, bool, int] | None:
    """A number in digits, with its scale; decimals only before one."""
    found = _DIGITS.fullmatch(lows[i])
    if found is None or len(found[2]) > 19:
        return None
    figures = _THOUSANDS.sub("", found[2])
    end = i + 1
    scale = lexicon.scales.get(found[3] or "", 1)
    if scale == 1 and end < len(lows) and lows[end] in ("hundred", "thousand", "million",
                                                        "billion", "lakh", "crore"):  # fmt: skip
        scale, end = lexicon.scales[lows[end]], end + 1
    elif scale == 1 and end < len(lows) and lows[end] == "dozen":
        scale, end = 12, end + 1
    whole, _, part = figures.partition(".")
    if part and scale == 1:
        if len(part) != 3 or len(whole) > 3:
            return None
        figures, part = whole + part, ""  # 1.200 as much of the world writes it
    value = round(float(figures) * scale) if part else int(figures) * scale
    if value > LARGEST:
        return None
    return value, None, False, bool(found[1]), end


def _words(lows: list[str], i: int, lexicon: Lexicon) -> tuple[int, None, bool, bool, int] | None:
    """A number in words: ``two dozen``, ``twenty-one``, ``three hundred and five``."""
    total = current = 0
    at = i
    while at < len(lows):
        value = _unit(lows[at], lexicon)
        if value is not None:
            if current % 100 and not (current % 10 == 0 and value < 10 and current % 100 >= 20):
                break
            current += value
        elif at > i and lows[at] in lexicon.scales and len(lows[at]) > 2:
            scale = lexicon.scales[lows[at]]
            if scale == 100:
                current = max(current, 1) * 100
            else:
                total, current = total + max(current, 1) * scale, 0
        elif at > i and lows[at] == "dozen":
            return max(current, 1) * 12, None, False, False, at + 1
        elif (
            lows[at] == "and"
            and at > i
            and lows[at - 1] in lexicon.scales
            and at + 1 < len(lows)
            and _unit(lows[at + 1], lexicon) is not None
        ):
            pass
        else:
            break
        at += 1
    if at == i:
        return None
    return total + current, None, False, False, at


def _unit(word: str, lexicon: Lexicon) -> int | None:
    """``seven``, ``twenty``, ``twenty-one``."""
    if word in lexicon.numbers:
        return lexicon.numbers[word]
    tens, hyphen, ones = word.replace("‑", "-").partition("-")
    if hyphen and tens in lexicon.numbers and ones in lexicon.numbers:
        high, low = lexicon.numbers[tens], lexicon.numbers[ones]
        if high >= 20 and 0 < low < 10:
            return high + low
    return None


def _counts(
    tokens: list[Token],
    lows: list[str],
    start: int,
    first: int,
    end: int,
    lexicon: Lexicon,
    *,
    plain: bool,
) -> bool:
    """Whether a number counts something, and is no age, time, sum, score, year or name."""
    before = lows[start - 1] if start else ""
    after = lows[end] if end < len(lows) else ""
    if after in lexicon.lists["guards.after"] or after in ("%", "/", "°", "'", "”x"):
        return False
    if before == "/" and start > 1 and lows[start - 2].isdigit():
        return False
    if before in ("$", "€", "£", "¥", "#", "@", "§", "+") or "$" in lows[first]:
        return False
    if plain and before in lexicon.lists["guards.before"]:
        return False
    digits = lows[first][0].isdigit()
    if digits and plain and end - first == 1 and lows[first] in lexicon.lists["guards.numbers"]:
        return after in lexicon.plural_persons
    if digits and before == "to" and start > 1 and lows[start - 2].isdigit() and (
        lows[start - 3 : start - 2] != ["from"]
    ):  # fmt: skip
        return False
    if digits and plain and after in ("-", "–", ":") and end + 1 < len(lows):
        if lows[end + 1][0].isdigit():
            return False
        if after == ":" and end - start == 1 and start > 0:
            return True
    if (
        digits
        and plain
        and before in (":", "-", "–")
        and start > 1
        and lows[start - 2][0].isdigit()
    ):
        return False
    if digits and plain and end - first == 1 and len(lows[first]) == 4 and "," not in lows[first]:
        value = int(lows[first]) if lows[first].isdigit() else 0
        if 1900 <= value <= 2100:
            return False
    # a name with a number in it: "Falcon 9", "Apollo 11"
    return not (
        digits
        and plain
        and start > 1
        and tokens[start - 1].capital
        and tokens[start - 1].text.isalpha()
        and before not in ("the", "and", "in", "of", "where", "when", "an", "a")
        and _proper_before(tokens, start - 1)
    )


def _proper_before(tokens: list[Token], i: int) -> bool:
    """Whether a capitalised word is no sentence opener and so part of a name."""
    return i > 0 and tokens[i - 1].text not in (".", ":", "”", '"', "—", "-", "]", ")", "/")
