"""Counted noun phrases: a number, what it counts, and how much of the sentence that takes."""

from typing import NamedTuple

from claimtrack.model.quantities import Quantity
from claimtrack.reading.lexicon import KindWord, Lexicon
from claimtrack.reading.people import age_of
from claimtrack.reading.quantities import Amount, amount_at
from claimtrack.reading.tokens import Token

_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its", "another"})
_WORD_OF = frozenset({"reports", "report", "word", "sign", "signs", "indication", "record"})
_GENERIC = frozenset({"the", "of", "those", "these", "them", "his", "her", "their", "our", "own",
                      "its", "my", "a", "an", "whom", "all"})  # fmt: skip


class Counted(NamedTuple):
    """A counted noun phrase.

    Attributes:
        amount: The quantity and where it stands.
        end: Token after the phrase.
        head: Its head noun in lower case, empty for a bare number.
        described: The words between number and end, without articles.
        things: The kinds that count this noun, for things.
        within: Kind words inside the phrase (``two wounded men``).
        of_them: The phrase says ``of them``, ``of the victims``.
        person: The head, if any, can be a person.
        article: It is counted only by its indefinite article (``a drone``).
    """

    amount: Amount
    end: int
    head: str
    described: str
    things: tuple[str, ...] = ()
    within: tuple[KindWord, ...] = ()
    of_them: bool = False
    person: bool = True
    article: bool = False


_HARMED = frozenset({"hurt", "injured", "killed", "missing", "wounded"})


def counted_at(
    tokens: list[Token], lows: list[str], i: int, hidden: set[int], lexicon: Lexicon
) -> Counted | None:
    """The counted noun phrase that starts at a token.

    Args:
        tokens: A sentence's tokens.
        lows: Their lower-case forms.
        i: Where to look.
        hidden: Tokens of dates and times, where a phrase ends.
        lexicon: Nouns, numbers and closed classes.

    Returns:
        The phrase, or None where no count starts.
    """
    if lows[i] == "both" and i + 1 < len(lows) and lows[i + 1] in lexicon.plural_persons:
        return _head(tokens, lows, Amount(Quantity(2, 2), i, i, i + 1), i + 1, hidden, lexicon,
                     of_them=False)  # fmt: skip
    if lows[i] in _ARTICLES and (group := _group(tokens, lows, i, hidden, lexicon)):
        return group
    amount = amount_at(tokens, lows, i, lexicon)
    if amount is None or amount.first in hidden:
        return None
    if i and lows[i - 1] in ("how", "so", "too", "as", "not") and lows[amount.first] in ("many",):
        return None
    one = lows[amount.first] == "one"
    at, of_them = amount.end, False
    if amount.quantity.vague and lows[max(0, i - 2) : i] == ["latest", "in"]:
        return None  # "the latest in a string of kidnappings"
    if lows[amount.first] in ("many", "some") and lows[at : at + 1] == ["of"]:
        return None
    if amount.quantity.high == 0 and (reports := _no_reports(lows, at)):
        return Counted(amount, reports, "", "")
    if one and at < len(lows) and lows[at] in ("another", "day", "thing", "way", "more-"):
        return None
    if at + 1 < len(lows) and lows[at] == "of":
        if one and amount_at(tokens, lows, at + 1, lexicon):
            return None
        if lows[at + 1] in ("them", "whom", "those", "these") or (
            at + 2 < len(lows) and lows[at + 1] == "the" and lows[at + 2] in
            ("victims", "dead", "wounded", "injured", "deaths", "fatalities", "casualties",
             "killed", "missing")
        ):  # fmt: skip
            if lows[at + 2 : at + 3] and lows[at + 2] in ("deaths", "fatalities", "casualties"):
                return Counted(amount, at, "", "")
            # "23 of those killed were women"
            harmed = lows[at + 1] == "those" and not _HARMED.isdisjoint(lows[at + 2 : at + 3])
            named = lows[at + 1] == "the" or harmed
            kind = lexicon.kind_words.at(lows, at + 2) if named else None
            if kind is not None and kind[0] == 1:
                return Counted(amount, at + 3, "", "", within=kind[1], of_them=True)
            at += 2 if lows[at + 1] != "the" else 3
            if at < len(lows) and (lows[at] in lexicon.plural_persons):
                return Counted(amount, at + 1, lows[at], tokens[at].text, of_them=True)
            return Counted(amount, at, "", "", of_them=True)
        if whole := counted_at(tokens, lows, at + 1, hidden, lexicon):
            if whole.things and _launched(lows, whole.end, lexicon):
                return Counted(amount, at, whole.head, whole.described, whole.things, person=False)
            # "25 of 27 drones"
            if not whole.head and lexicon.kind_words.at([*lows[whole.end :], "."], 0):
                return Counted(amount, at + 1, "", "")  # "10 of the 26 deaths"
            return whole._replace(amount=amount) if whole.head else None
        if lows[at + 1] in ("its", "his", "her", "their", "our", "the", "my"):
            at += 2
            of_them = lows[at - 1] == "the"
        elif amount.quantity.vague and lows[at + 1][0].isalpha():
            at += 1  # "hundreds of apartment blocks"
    return _head(tokens, lows, amount, at, hidden, lexicon, of_them)


def _launched(lows: list[str], i: int, lexicon: Lexicon) -> bool:
    """Whether ``of 27 drones launched by …`` counts the whole too."""
    found = lexicon.kind_words.at(lows, i) if i < len(lows) else None
    return (
        found is not None
        and any(word.role == "past" for word in found[1])
        and (lows[i + found[0] : i + found[0] + 1] in (["by"], ["at"], ["from"], ["against"]))
    )


def _no_reports(lows: list[str], at: int) -> int:
    """The token after ``reports of`` in ``no immediate reports of casualties``, else 0."""
    for j in range(at, min(at + 3, len(lows) - 1)):
        if lows[j] in _WORD_OF and lows[j + 1] == "of":
            return j + 2
    return 0


def _group(
    tokens: list[Token], lows: list[str], i: int, hidden: set[int], lexicon: Lexicon
) -> Counted | None:
    """``a family of five``, ``a group of 12 hikers``, ``the couple``: a group and its size."""
    for at in (i + 1, i + 2):
        if lows[at : at + 1] == ["couple"] and lows[at + 1 : at + 2] != ["of"]:
            follows = lows[at + 1] if at + 1 < len(lows) else ""
            if follows in lexicon.plural_persons or follows in lexicon.scales:
                return None
            return Counted(Amount(Quantity(2, 2), i, at, at + 1), at + 1, "couple", "couple")
        if at + 2 < len(lows) and lows[at] in lexicon.lists["persons.companies"] and (
            lows[at + 1] == "of"
        ):  # fmt: skip
            amount = amount_at(tokens, lows, at + 2, lexicon)
            if amount is None or amount.quantity.vague:
                return None
            amount = amount._replace(start=i)
            return _head(tokens, lows, amount, amount.end, hidden, lexicon, of_them=False)
        if not lows[i + 1 : i + 2] or not lows[i + 1][0].isalpha():
            return None
    return None


def one_thing_at(tokens: list[Token], lows: list[str], i: int, lexicon: Lexicon) -> Counted | None:
    """``a drone``, ``a MiG fighter jet``: one countable thing with the indefinite article.

    Args:
        tokens: A sentence's tokens.
        lows: Their lower-case forms.
        i: Where to look.
        lexicon: The countable things.

    Returns:
        A count of one, marked as counted by its article only, or None.
    """
    if lows[i] not in ("a", "an"):
        return None
    for j in range(i + 1, min(i + 5, len(lows))):
        if found := thing_at(lows, j, lexicon):
            size, things = found
            if size == 1 and lows[j] in lexicon.person_gender:
                return None  # "a suicide bomber"
            following = lows[j + size] if j + size < len(lows) else ""
            if following in lexicon.person_gender or following in lexicon.lists["speech.bodies"]:
                return None
            end = j + size
            if end < len(lows) and (more := thing_at(lows, end, lexicon)):
                end, things = end + more[0], more[1]
            amount = Amount(Quantity(1, 1), i, i, i + 1)
            words = " ".join(token.text for token in tokens[i + 1 : end])
            head = " ".join(lows[j:end])
            return Counted(amount, end, head, words, things, person=False, article=True)
        if not lows[j][0].isalnum() or lows[j] in lexicon.words["preposition"]:
            return None
    return None


def _head(
    tokens: list[Token],
    lows: list[str],
    amount: Amount,
    at: int,
    hidden: set[int],
    lexicon: Lexicon,
    of_them: bool,
) -> Counted | None:
    """Find the head noun of a counted phrase after its number."""
    words = lexicon.words
    end, head, within = at, "", []
    things: tuple[str, ...] = ()
    sure, person = False, True
    j = at
    while j < min(at + 7, len(lows)) and j not in hidden:
        low = lows[j]
        if low == "," and 0 < j - at < 4 and not sure:
            break
        if not (low[0].isalnum()):
            break
        if j > at and low[0].isdigit() and age_of(low, lexicon) is None:
            break
        if low in lexicon.plural_persons or low in lexicon.person_gender:
            if sure and low in ("more", "others"):
                break
            end, head, sure, person = j + 1, low, True, True
            things = lexicon.counted.get(low, ())
            j += 1
            continue
        counted = thing_at(lows, j, lexicon)
        if low in lexicon.lists["guards.after"] and not sure and not (counted and j > at):
            return None
        if low in lexicon.lists["persons.animals"]:
            end, head, person, sure = j + 1, low, False, True
            j += 1
            continue
        if counted:
            size, things = counted
            end, head, sure, person = j + size, " ".join(lows[j : j + size]), True, False
            j += size
            continue
        if sure:
            break
        kind = lexicon.kind_words.at(lows, j)
        if kind is not None:
            following = lows[j + kind[0]] if j + kind[0] < len(lows) else ""
            beyond = lows[j + 2] if j + 2 < len(lows) else ""
            if kind[0] == 1 and beyond in lexicon.plural_persons and (
                following.isalpha() and all(word.role in ("noun", "nominal") for word in kind[1])
            ):  # fmt: skip
                j += 2  # "15 detention centre officers"
                continue
            if kind[0] == 1 and (
                following in lexicon.plural_persons
                or following in lexicon.person_gender
                or following in lexicon.counted
            ):
                within += kind[1]
                j += 1
                continue
            break
        if (
            low in words["be"] or low in words["have"] or low in words["modal"]
            or low in words["preposition"] or low in words["relative"] or low in words["and"]
            or low in words["pronoun"] or low in ("of", "to", "not", "there", "s", "'s")
            or low in words["leave"] or low in words["cause"]
            or (low in words["possessive"] and j > at) or low in words["determiner"]
        ):  # fmt: skip
            break
        if low in words["adverb"] or (low in lexicon.speech and j == at):
            break
        if low in words["remain"]:
            break
        end, head = j + 1, low
        j += 1
    if head and not sure and not _plural(tokens, head, end, amount):
        head, end = "", at
    if not head:
        end = amount.end
    described = " ".join(tokens[k].text for k in range(at, end) if lows[k] not in _GENERIC)
    return Counted(amount, end, head, described, things, tuple(within), of_them, person)


def _plural(tokens: list[Token], head: str, end: int, amount: Amount) -> bool:
    """Whether an unknown word can be the noun after a number."""
    if amount.quantity.high == 1 and amount.quantity.low == 1:
        return tokens[end - 1].capital or (
            end - amount.end <= 2 and not head.endswith(("ed", "ing", "ly"))
        )
    return head.endswith("s") or tokens[end - 1].capital or head in ("cattle", "livestock")


def thing_at(lows: list[str], j: int, lexicon: Lexicon) -> tuple[int, tuple[str, ...]] | None:
    """A countable thing of the lexicon, two words before one.

    Args:
        lows: A sentence's lower-case words.
        j: Where to look.
        lexicon: The countable things.

    Returns:
        How many words it has and the kinds that count it, or None.
    """
    pair = lows[j : j + 2]
    if len(pair) == 2 and (kinds := lexicon.counted.get(" ".join(pair))):
        return 2, kinds
    if lows[j] in lexicon.counted:
        following = lows[j + 1] if j + 1 < len(lows) else ""
        kind = lexicon.kind_words.at(lows, j)
        if kind is not None and kind[0] > 1:
            return None
        if following in lexicon.plural_persons:
            return None
        return 1, lexicon.counted[lows[j]]
    return None
