"""Relays: the outlet that was told, and whom an outlet quotes or cites."""

from claimtrack.reading.items import Row
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.speakers import (
    Attribution,
    Memory,
    Speaker,
    speaker_at,
    words_between,
)
from claimtrack.reading.subjects import phrase_end, subject_before, trails

_QUOTING = frozenset({"quoted", "cited", "quotes", "cites", "reported"})
_CITING = frozenset({"citing", "quoting"})
_AUDIENCE = frozenset({"reporters", "journalists", "media"})
_LONGEST_ASIDE = 12
_DETERMINERS = frozenset({"the", "a", "an", "local", "state", "national", "public", "'s"})


def told(row: Row, k: int, lexicon: Lexicon) -> tuple[tuple[str, ...], int]:
    """The outlet that was told (``told AFP``), and where the words of saying end.

    Args:
        row: The sentence.
        k: Item of the verb of saying.
        lexicon: Outlets, and the words that mark one.

    Returns:
        The outlet, or nothing (reporters in general are no outlet), and the token after it.
    """
    stop = row.items[k].end
    if lexicon.speech.get(row.lows[row.items[k].start]) not in ("tell", "inform"):
        return (), stop
    marks = lexicon.lists["speech.outlet_words"]
    end = stop
    while end < len(row.lows):
        low = row.lows[end]
        if low in _AUDIENCE:
            end += 1
            break
        opens = low in _DETERMINERS and (end == stop or low == "'s")
        if not (row.tokens[end].capital or opens or low in marks):
            break
        end += 1
    if row.lows[end : end + 1] in (["conference"], ["briefing"]):
        return (), end + 1
    heard = words_between(row, stop, end)
    words = set(heard.lower().split())
    outlets = {name.lower() for name in lexicon.lists["speech.outlets"]}
    if heard and (
        heard.lower().removeprefix("the ") in outlets
        or words & marks
        or any(name in heard.lower() for name in outlets if " " in name)
    ):
        return ((heard,) if words - {"reporters", "journalists"} else ()), end
    return (), stop


def quoted(row: Row, lexicon: Lexicon, memory: Memory) -> list[Attribution]:
    """Whom another quotes: ``X was quoted by Y as saying``, ``Y quoted X as saying``.

    Args:
        row: The sentence.
        lexicon: Who can speak.
        memory: Earlier speakers.

    Returns:
        Attributions to the one who is quoted; who quotes is in ``via``.
    """
    found = []
    for k, item in enumerate(row.items):
        if row.lows[item.start] not in _QUOTING:
            continue
        made = _passive(row, k, lexicon, memory) or _active(row, k, lexicon, memory)
        if made is not None:
            found.append(made)
    return found


def _passive(row: Row, k: int, lexicon: Lexicon, memory: Memory) -> Attribution | None:
    """``the governor was quoted as saying by ISNA``; ``Marr, quoted by ISNA, said``."""
    after = row.items[k].end
    saying = row.lows[after : after + 2] == ["as", "saying"]
    by = after + 2 if saying else after
    relay: tuple[str, ...] = ()
    end = by
    if row.lows[row.items[k].start] == "reported" and not saying:
        return None  # "deaths reported by the army" is no quotation
    if row.lows[by : by + 1] == ["by"]:
        at = _item_at(row, by + 1)
        end = phrase_end(row, at) if at is not None else by + 1
        relay = (words_between(row, by + 1, end),)
    elif not saying:
        return None
    if row.lows[end : end + 2] == ["as", "saying"]:
        end += 2
    first = k
    while first > 0 and row.tags[first - 1] in "bvmx":
        first -= 1
    aside = first > 0 and row.tags[first - 1] == "c"
    subject = subject_before(row, first - 1 if aside else first)
    speaker = speaker_at(row, *subject, lexicon, memory, relay, surely=True) if subject else None
    if subject is None or speaker is None:
        return None
    closing = _item_at(row, end + 1) if row.lows[end : end + 1] == [","] else None
    if aside and closing is not None and row.tags[closing] == "s":
        k, end = closing, row.items[closing].end
    return Attribution(speaker, subject[0], end, trails(row, k, end, subject[0]))


def _active(row: Row, k: int, lexicon: Lexicon, memory: Memory) -> Attribution | None:
    """``the agency quoted a local official as saying``."""
    subject = subject_before(row, k)
    end = phrase_end(row, k + 1) if k + 1 < len(row.items) else 0
    stop = end
    if row.lows[end : end + 1] == [","] and "," in row.lows[end + 1 : end + _LONGEST_ASIDE]:
        stop = row.lows.index(",", end + 1) + 1  # "quoted the owner, Ann Lee, as saying"
    if subject is None or row.lows[stop : stop + 2] != ["as", "saying"]:
        return None
    relay = (words_between(row, *subject),)
    speaker = speaker_at(row, row.items[k].end, end, lexicon, memory, relay, surely=True)
    return Attribution(speaker, subject[0], stop + 2, trailing=False) if speaker else None


def cited(
    row: Row, found: list[Attribution], lexicon: Lexicon, memory: Memory
) -> list[Attribution]:
    """Put whom a speaker cites in his place, and him in ``via`` (``the UN said, citing police``).

    Args:
        row: The sentence.
        found: Its attributions, in order.
        lexicon: Who can speak; papers (``citing hospital records``) cannot.
        memory: Earlier speakers.

    Returns:
        The attributions, those that cite somebody replaced.
    """
    for i in range(len(row.lows) - 1):
        if row.lows[i] not in _CITING or not found:
            continue
        at = _item_at(row, i + 1)
        end = phrase_end(row, at) if at is not None else i + 1
        if lexicon.lists["speech.papers"].intersection(row.lows[i + 1 : end]):
            continue
        source = speaker_at(row, i + 1, end, lexicon, memory)
        if source is None:
            continue
        behind = [n for n, a in enumerate(found) if a.start <= i]
        n = behind[-1] if behind else 0
        relay = found[n]
        chain = Speaker(
            source.claimants, source.anonymous, (*relay.speaker.claimants, *relay.speaker.via)
        )
        close = relay.end <= i <= relay.end + 1
        found[n] = relay._replace(speaker=chain, end=end if close else relay.end)
    return found


def _item_at(row: Row, token: int) -> int | None:
    """The item that a token stands in."""
    return next((n for n, item in enumerate(row.items) if item.start <= token < item.end), None)
