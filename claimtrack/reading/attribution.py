"""Who says what: the words of saying in a row of items, and the stretch that each governs."""

from claimtrack.reading.items import Row
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.relays import cited, quoted, told
from claimtrack.reading.speakers import (
    Attribution,
    Memory,
    Speaker,
    opening_subject,
    speaker_at,
    words_between,
)
from claimtrack.reading.subjects import (
    LONGEST_SUBJECT,
    NOUNS,
    TURNS,
    clause_start,
    goes_on,
    inverted,
    phrase_end,
    subject_before,
    trails,
)

_INVERTING = frozenset({"say", "add", "report", "announce", "note", "write", "explain",
                        "confirm", "warn", "state", "recall", "tweet", "insist"})  # fmt: skip
_SURELY = frozenset({"say", "tell", "add", "announce", "warn", "insist"})
"""Verbs whose subject speaks, whatever it is called."""
_LONGEST_CREDIT = 3
"""Longest credit at the end of a headline, in items."""
_OPENLY = _SURELY | {"put", "claim", "estimate", "confirm", "deny", "accuse", "blame", "reject",
                     "demand", "revise", "lower", "raise"}  # fmt: skip
"""Verbs beside which one capitalised word is a name that speaks: ``Belkar put its dead at 50``."""
_FIGURES = frozenset({"figure", "figures", "number", "toll", "count", "total", "tally", "estimate"})
_SHOWING = frozenset({"show", "list", "count", "record", "document"})
"""What papers and figures do: ``government data shows``."""
_TAKING_BACK = frozenset({"correct", "withdraw"})
_REPORTS = frozenset({"announcement", "claim", "report", "statement"})
_SILENT = frozenset({"call", "hold", "learn", "determine", "show", "post", "release", "comment",
                     "correct", "withdraw", "quote",
                     "echo", "describe"})  # fmt: skip


def attributions(row: Row, lexicon: Lexicon, memory: Memory) -> list[Attribution]:
    """The speakers of a sentence, in order.

    Args:
        row: The sentence in items.
        lexicon: Verbs of saying and who can speak.
        memory: Earlier speakers, to resolve pronouns; updated.

    Returns:
        Attributions by position; a speaker that the text does not have is never made up.
    """
    found: list[Attribution] = []
    for finder in (_by_colon, _by_credit, _according, _reports_of, quoted, _by_verbs):
        for attribution in finder(row, lexicon, memory):
            if not any(a.start < attribution.end and attribution.start < a.end for a in found):
                found.append(attribution)
    found.sort(key=lambda attribution: attribution.start)
    found = cited(row, found, lexicon, memory)
    for attribution in found:
        if not attribution.speaker.inherited:
            memory.remember(attribution.speaker, lexicon)
    return found


def speaker_of(found: list[Attribution], row: Row, token: int) -> Speaker | None:
    """Who says what stands at a token.

    A passive that reaches it comes first, then the words of saying before it, then those after
    it, unless a turn (``but``, ``while``) parts it from the former.

    Args:
        found: The sentence's attributions.
        row: The sentence.
        token: Where the figure stands.

    Returns:
        The speaker, or None when the sentence names none for it.
    """
    for attribution in found:
        if attribution.reach and attribution.start - attribution.reach <= token < attribution.start:
            return attribution.speaker
    usable = [a for a in found if not a.reach]
    before = [a for a in usable if not a.trailing and a.start <= token]
    after = [a for a in usable if a.trailing and a.start > token]
    if before and after and after[0].start > token:
        between = row.lows[before[-1].end : token]
        return (after[0] if TURNS.intersection(between) - {"and"} else before[-1]).speaker
    if before:
        return before[-1].speaker
    if after:
        return after[0].speaker
    behind = [a for a in usable if a.trailing and a.start <= token]
    return behind[-1].speaker if behind else None


def _by_colon(row: Row, lexicon: Lexicon, memory: Memory) -> list[Attribution]:
    """``Army: 140 injured``."""
    at = row.tags.find(":")
    tags = row.tags[:at].lstrip("()cD") if at > 0 else ""
    named = tags.partition("i")[0]  # "Town hall on FB: 4 dead"
    if not named or len(tags) > 4 or set(tags) - NOUNS - {"i"}:
        return []
    first = at - len(tags)
    start, end = row.items[first].start, row.items[first + len(named) - 1].end
    if not lexicon.lists["speech.bodies"].intersection(row.lows[start:end]):
        return []
    speaker = speaker_at(row, start, end, lexicon, memory)
    stop = row.items[at].end
    return [Attribution(speaker, start, stop, trailing=False)] if speaker else []


def _by_credit(row: Row, lexicon: Lexicon, memory: Memory) -> list[Attribution]:
    """``Blast in market kills 12: police``, as headlines end."""
    at = max(row.tags.rfind(":"), row.tags.rfind("D"))
    tags = row.tags[at + 1 :]
    if at < 1 or not tags or len(tags) > _LONGEST_CREDIT or set(tags) - NOUNS - {"z"}:
        return []
    start, end = row.items[at].end, row.items[-1].end
    bodies = lexicon.lists["speech.bodies"]
    if end < len(row.lows) or not bodies.intersection(row.lows[start:end]):
        return []
    speaker = speaker_at(row, start, end, lexicon, memory)
    return [Attribution(speaker, row.items[at].start, end, trailing=True)] if speaker else []


def _according(row: Row, lexicon: Lexicon, memory: Memory) -> list[Attribution]:
    """``according to X``, at either end of what is said."""
    found = []
    table = lexicon.phrases["speech.according"]
    for i in range(len(row.lows)):
        phrase = table.at(row.lows, i)
        if phrase is None:
            continue
        start = i + phrase[0]
        end = start
        while end < len(row.lows) and end - start < LONGEST_SUBJECT + 4:
            low = row.lows[end]
            if low in (",", ";", ".", ":", "—", "–", "who", "which", "that", "as", "when", "while",
                       "where", "after", "before", "\"", "”", "(") or (
                low in lexicon.words["be"] or (low in lexicon.speech and end > start
                and low not in ("count", "report", "reports", "record", "records", "post", "state",
                                "document", "documents", "release", "statement"))
            ):  # fmt: skip
                break
            end += 1
        speaker = speaker_at(row, start, end, lexicon, memory)
        if speaker:
            trailing = i > 0 and not _opens(row, i)
            found.append(Attribution(speaker, i, end, trailing, lemma="say"))
    return found


def _opens(row: Row, i: int) -> bool:
    """Whether a token opens its sentence or clause."""
    return all(not low[0].isalnum() for low in row.lows[:i]) or row.lows[i - 1] in (
        ";", "but", "and", ":"
    )  # fmt: skip


def _reports_of(row: Row, _lexicon: Lexicon, _memory: Memory) -> list[Attribution]:
    """``unconfirmed reports of 7 killed``: the reports are all the source there is."""
    found = []
    for i in range(1, len(row.lows) - 1):
        if row.lows[i] in ("reports", "rumours", "rumors") and row.lows[i + 1] in ("of", "that"):
            start = i
            while start > 0 and row.lows[start - 1] in (
                "unconfirmed", "media", "local", "early", "initial", "conflicting", "several",
                "unverified", "some", "news", "multiple", "first", "preliminary",
            ):  # fmt: skip
                start -= 1
            if start < i:
                speaker = Speaker((words_between(row, start, i + 1),), anonymous=True)
                found.append(Attribution(speaker, start, i + 2, trailing=False))
    return found


def _by_verbs(row: Row, lexicon: Lexicon, memory: Memory) -> list[Attribution]:
    """Speakers beside verbs of saying."""
    found: list[Attribution] = []
    for k, item in enumerate(row.items):
        lemma = lexicon.speech.get(row.lows[item.start], "")
        if item.tag in "sr" and lemma and k + 1 < len(row.items):
            after = row.items[k + 1]
            if after.tag == "i" and row.lows[after.start] == "by":
                end = phrase_end(row, k + 2)
                start_at = row.items[k + 2].start if k + 2 < len(row.items) else end
                speaker = speaker_at(row, start_at, end, lexicon, memory)
                if speaker:
                    reach = item.start - clause_start(row, k)
                    found.append(Attribution(speaker, item.start, end, True, max(reach, 1), lemma))
                continue
        if item.tag != "s" or (lemma in _SILENT and not _tells(row, k, lemma, lexicon)):
            continue
        if item.start and row.lows[item.start - 1] in lexicon.words["possessive"]:
            continue  # "its report that 20 had died"
        counts = row.tags[k + 1 : k + 2] in ("P", "Q")
        if lemma == "give" and not (
            counts or _FIGURES.intersection(row.lows[item.end : item.end + 5])
        ):
            continue  # "the dam gave way"
        if lemma == "claim" and {"life", "lives"}.intersection(row.lows[item.end : item.end + 4]):
            continue
        attribution = _at_verb(row, k, lemma, lexicon, memory, found)
        if attribution is not None:
            found.append(attribution)
    return found


def _antecedent(
    row: Row, k: int, lexicon: Lexicon, memory: Memory, found: list[Attribution]
) -> Speaker | None:
    """Whom ``who said`` goes back to: a body or person right before it, else who spoke last."""
    head = next((j for j in range(k - 1, -1, -1) if row.tags[j] == "w"), 0)
    link = row.lows[row.items[head].start]
    head -= 1 if head and row.tags[head - 1] == "c" else 0
    inner = subject_before(row, head) if head else None
    if inner and (
        link == "who" or lexicon.lists["speech.bodies"].intersection(row.lows[inner[0] : inner[1]])
    ):
        speaker = speaker_at(row, *inner, lexicon, memory)
        if speaker is not None and not speaker.inherited:
            return speaker
    if found:
        return found[-1].speaker
    last = row.items[head - 1] if head else None
    return speaker_at(row, last.start, last.end, lexicon, memory) if last else None


def _tells(row: Row, k: int, lemma: str, lexicon: Lexicon) -> bool:
    """``official figures show``, ``radio withdrew its report``: said without a verb of saying."""
    end = row.items[k].end
    if lemma in _TAKING_BACK and (_FIGURES | _REPORTS).intersection(row.lows[end : end + 4]):
        return True
    subject = subject_before(row, k) if lemma in _SHOWING else None
    return subject is not None and bool(
        lexicon.lists["speech.papers"].intersection(row.lows[subject[0] : subject[1]])
    )


def _at_verb(
    row: Row, k: int, lemma: str, lexicon: Lexicon, memory: Memory, found: list[Attribution]
) -> Attribution | None:
    """The attribution that a verb of saying makes with the noun before or after it."""
    verb = row.items[k]
    before = row.items[k - 1] if k else None
    following = row.tags[k + 1 : k + 2]
    participle = row.lows[verb.start].endswith("ing")
    if (
        lemma in _INVERTING
        and not participle
        and following
        and following in NOUNS | {"h"}
        and inverted(row, k)
        and not goes_on(row, end := phrase_end(row, k + 1))
    ):
        speaker = speaker_at(row, row.items[k + 1].start, end, lexicon, memory)
        if speaker:
            opens = k == 0 or all(tag in "()cD" for tag in row.tags[:k])
            return Attribution(speaker, verb.start, end, not opens, lemma=lemma)
    if before is None or (lemma == "speak" and row.lows[verb.end : verb.end + 1] != ["of"]):
        return None
    via, stop = told(row, k, lexicon)
    subject = subject_before(row, k)
    if (
        lemma in _SHOWING
        and subject
        and row.lows[subject[1] - 1] in lexicon.lists["places.referring"]
    ):
        return None  # "that state has recorded ten deaths"
    if subject is None:
        # "…, saying 27 people had died": the speaker, or the subject, of what stands before
        if participle and k >= 1 and row.tags[k - 1] in "ca":
            if found:
                return Attribution(found[-1].speaker, verb.start, stop, False, lemma=lemma)
            speaker = opening_subject(row, verb.start, lexicon, memory)
            if speaker:
                return Attribution(speaker, verb.start, stop, False, lemma=lemma)
        # "… and said it had shot down": the speaker goes on
        if row.tags[k - 1] in "a" and found:
            return Attribution(found[-1].speaker, verb.start, stop, False, lemma=lemma)
        return None
    if row.lows[subject[0]] in ("who", "which", "that") and subject[1] == subject[0] + 1:
        speaker = _antecedent(row, k, lexicon, memory, found)
    else:
        if row.lows[subject[0]] in ("he", "she", "it", "they") and found:
            speaker = found[-1].speaker  # "the mayor said, adding that she had heard …"
        else:
            surely = lemma in _SURELY or (lemma in _OPENLY and subject[1] == subject[0] + 1)
            speaker = speaker_at(row, *subject, lexicon, memory, via, surely=surely)
    if speaker is None:
        return None
    if via and not speaker.via:
        speaker = speaker._replace(via=via)
    return Attribution(speaker, subject[0], stop, trails(row, k, stop, subject[0]), lemma=lemma)
