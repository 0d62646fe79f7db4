"""Claims that are not counted: accusations, denials, demands, who did it, what was hit.

They are read only in documents that also report harm or attacks, since ``denied`` and ``accused``
fill the business and sports pages too. The words stand in the kinds' tables: ``verbs`` of saying
that make the claim, ``acts`` whose doer is responsible, ``hits`` whose object is the target.
"""

from collections.abc import Iterator

from claimtrack.reading.attribution import speaker_of
from claimtrack.reading.counted import Counted
from claimtrack.reading.drafts import Draft, Line
from claimtrack.reading.findings import Finding
from claimtrack.reading.items import Row
from claimtrack.reading.lexicon import Asserting, Lexicon, stands_at
from claimtrack.reading.speakers import (
    ARTICLE_VOICE,
    Attribution,
    Speaker,
    is_itself,
    names_nobody,
    words_between,
)
from claimtrack.reading.subjects import LONGEST_SUBJECT, subject_before

_BREAKS = frozenset({";", "—"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that"})
_NEAR, _LATER = 6, 9
"""How many words after a verb its object begins, and ends."""
_LONGEST = 220


def assertions(line: Line, found: list[Finding], lexicon: Lexicon) -> list[Draft]:
    """The claims of a sentence that carry a statement instead of a number.

    Args:
        line: The sentence, with its speakers.
        found: Its counted findings; what they count is no target beside them.
        lexicon: The kinds' tables.

    Returns:
        Drafts with a ``statement``, verbatim words of the sentence.
    """
    made = list(_said(line, lexicon))
    told = {draft.kind for draft in made}
    if "denial" not in told:
        made += _targets(line, found, lexicon)
    if not told & {"denial", "accusation"}:
        made += _acts(line, lexicon)
    if not made and not found:
        made += _statements(line, lexicon)
    unique: dict[tuple[str, str | None], Draft] = {}
    for draft in made:
        place = draft.place.name if draft.place else None
        unique.setdefault((draft.kind, place), draft)
    return list(unique.values())


def _draft(
    line: Line, kind: str, rule: str, at: int, start: int, said: Attribution | None
) -> Draft:
    speaker = (
        said.speaker if said else speaker_of(line.attributions, line.row, at) or line.carried
    ) or ARTICLE_VOICE
    return Draft(
        line, kind, rule, at, at, speaker, statement=_words(line, start), denies=kind == "denial"
    )


def _words(line: Line, start: int) -> str:
    """Verbatim words from a token to the end of its clause."""
    row, words = line.row, line.sentence.words
    end = start
    limit = row.tokens[min(start, len(row.tokens) - 1)].start + _LONGEST
    while end < len(row.tokens) and row.tokens[end].end <= limit:
        if end > start and (
            row.lows[end] in _BREAKS or any(a.start == end for a in line.attributions)
        ):
            break
        end += 1
    end = max(end, start + 1)
    return words[row.tokens[start].start : row.tokens[end - 1].end].strip(' ,.;:“”"') or words


def _said(line: Line, lexicon: Lexicon) -> Iterator[Draft]:
    """Claims that a verb makes by itself: accuse, deny, demand, describe, claim."""
    row = line.row
    for a in line.attributions:
        if a.reach and a.lemma == "claim" and _events(row.lows[: a.start], lexicon):
            at = _event_start(row, a.start, lexicon)
            yield _draft(line, "responsibility", "claimed", a.start, at, a)
    for k, item in enumerate(row.items):
        if item.tag not in "sr" or item.start + 1 >= len(row.lows):
            continue
        for made in lexicon.asserting.get(row.lows[item.start], ()):
            passive = row.tags[k - 1 : k] in ("b", "l") and row.lows[item.start][-3:] != "ing"
            if passive or not _followed(line, item.end, made, lexicon):
                continue
            said = _who(line, k, made, lexicon)
            if said is not None:
                yield _draft(line, made.kind, "said", item.start, item.end, said)


def _followed(line: Line, after: int, made: Asserting, lexicon: Lexicon) -> bool:
    """Whether the words after a verb make it the claim that it can be."""
    row, table = line.row, lexicon.kinds[made.kind]
    near = row.lows[after : after + _NEAR]
    first = near[len(made.tail) if not made.apart else 0 :]
    if not first or first[0] in (",", ".", "for", "by"):
        return False
    if set(table.get("never", ())).intersection(first[:2]):
        return False
    if made.objects:
        objects = set(table["objects"])
        if made.lemma == "call" and not set(table["verdicts"]) & set(row.lows[after : after + 10]):
            return False
        return bool(objects & set(near))
    if made.apart:
        later = range(after + 1, min(after + _LATER, len(row.lows)))
        at = next((k for k in later if stands_at(row.lows, k, made.tail)), None)
        if at is None or row.lows[at + 1 : at + 2] == ["number"]:
            return False
        objects = set(table.get("objects", ()))
        return not objects or near[0] in objects or made.lemma == "describe"
    if made.tail and tuple(near[: len(made.tail)]) != made.tail:
        return False
    if made.kind == "responsibility":
        needs = set(table["needs"])
        return bool(needs & set(near)) or (
            near[0] in lexicon.words["determiner"] and _events(near[:4], lexicon)
        )
    if made.lemma == "blame":
        return _blamed(line, after, lexicon)
    if made.kind == "characterisation":
        return _events(near, lexicon)
    return True


def _blamed(line: Line, after: int, lexicon: Lexicon) -> bool:
    """Whether somebody is blamed, and not the weather: a name, a body, or persons."""
    row = line.row
    doers = set(lexicon.kinds["responsibility"]["doers"]) | lexicon.lists["speech.bodies"]
    near = row.tokens[after : after + _LATER]
    return row.lows[after : after + 2] == ["each", "other"] or any(
        token.capital or token.low in doers or token.low in lexicon.plural_persons
        or token.low in lexicon.person_gender or token.low in lexicon.words["pronoun"]
        for token in near
    )  # fmt: skip


def _who(line: Line, k: int, made: Asserting, lexicon: Lexicon) -> Attribution | None:
    """Who makes a claim by a verb: its subject as far as the text names one."""
    row = line.row
    at = row.items[k].start
    known = next((a for a in line.attributions if a.start <= at < a.end), None)
    if known is not None:
        return known
    subject = subject_before(row, k)
    earlier = [a for a in line.attributions if a.start < at]
    pronoun = subject is not None and row.lows[subject[0]] in _PRONOUNS
    if subject is None or pronoun:
        # "… and demanded": the speaker goes on
        if row.tags[k - 1 : k] != "a" and not pronoun:
            return None
        if earlier:
            return earlier[-1]._replace(reach=0)
        speaker = line.carried if pronoun else None
        if speaker is None and not pronoun:
            verbs = [n for n, tag in enumerate(row.tags[:k]) if tag in "sKVI"]
            opening = subject_before(row, verbs[0]) if verbs else None
            speaker = _speaker(line, opening, lexicon)
        return Attribution(speaker, at, at + 1, False, lemma=made.lemma) if speaker else None
    speaker = _speaker(line, subject, lexicon)
    return Attribution(speaker, at, at + 1, False, lemma=made.lemma) if speaker else None


def _speaker(line: Line, subject: tuple[int, int] | None, lexicon: Lexicon) -> Speaker | None:
    """The name or body that a stretch of tokens is, else None."""
    if subject is None or subject[1] - subject[0] > LONGEST_SUBJECT:
        return None
    tokens = line.row.tokens[subject[0] : subject[1]]
    lows = line.row.lows[subject[0] : subject[1]]
    if lows[0] == "we":
        return line.carried or ARTICLE_VOICE
    if is_itself(lows, lexicon):
        return ARTICLE_VOICE
    if names_nobody(lows, lexicon):
        return line.carried
    if tokens[0].low in lexicon.lists["numbers.zero"] or not any(
        token.low in lexicon.lists["speech.bodies"] or token.low in lexicon.plural_persons
        or (token.capital and token.low not in ("the", "a", "an"))
        for token in tokens
    ):  # fmt: skip
        return None
    name = words_between(line.row, *subject)
    return Speaker((name,)) if name else None


def _events(lows: list[str], lexicon: Lexicon) -> bool:
    """Whether words name an attack."""
    return any(_is_event(lows, i, lexicon) for i in range(len(lows)))


def _is_event(lows: list[str], i: int, lexicon: Lexicon) -> bool:
    found = lexicon.kind_words.at(lows, i)
    return bool(found) and any(
        word.kind == "attacks" and word.role == "noun" for word in (found[1] if found else ())
    )


def _event_start(row: Row, before: int, lexicon: Lexicon) -> int:
    """The token of the last attack named before a token."""
    return next((i for i in range(before - 1, -1, -1) if _is_event(row.lows, i, lexicon)), 0)


def _targets(line: Line, found: list[Finding], lexicon: Lexicon) -> Iterator[Draft]:
    """``the strikes targeted the Brigades``; one for each place where several are named."""
    row = line.row
    counted = {f.verb for f in found}
    hits = set(lexicon.kinds.get("target", {}).get("hits", ()))
    doers = set(lexicon.kinds.get("responsibility", {}).get("doers", ()))
    for k, item in enumerate(row.items):
        if item.tag != "K" or row.lows[item.start] not in hits or item.start in counted:
            continue
        j = k - 1
        while j >= 0 and row.tags[j] in "vx":
            j -= 1
        before = row.items[j] if j >= 0 else None
        if before is None or k + 1 >= len(row.items) or row.tags[k + 1] not in "NnpMT":
            continue
        aimed = row.items[k + 1].holds
        if isinstance(aimed, Counted) and not aimed.article:
            continue
        spoken = line.carried is not None or bool(line.attributions)
        pronoun = row.lows[before.start] in ("they", "it", "we") and spoken
        does = set(row.lows[before.start : before.end]) & doers
        if not (pronoun or does or any(_is_event(row.lows, i, lexicon)
                                       for i in range(before.start, before.end))):  # fmt: skip
            continue
        first = _draft(line, "target", "hit", item.start, row.items[k + 1].start, None)
        after = [p for p in line.places if p.token > item.start]
        joined = [p for p in after if p.joined]
        if joined:
            for place in [p for p in after if p.joined or p is after[0]]:
                again = _draft(line, "target", "hit", item.start, row.items[k + 1].start, None)
                again.place = place
                yield again
        else:
            yield first


def _acts(line: Line, lexicon: Lexicon) -> Iterator[Draft]:
    """``US forces had carried out strikes``; ``attacks by militias``: who did it, says somebody."""
    row = line.row
    acts = [act.split() for act in lexicon.kinds.get("responsibility", {}).get("acts", ())]
    for k in range(1, len(row.lows)):
        speaker = speaker_of(line.attributions, row, k)
        if speaker is None:
            continue
        size = next((len(act) for act in acts if row.lows[k : k + len(act)] == act), 0)
        if size and _events(row.lows[k + size : k + size + 8], lexicon):
            yield _draft(line, "responsibility", "act", k, max(0, k - 3), None)
            return
        if row.lows[k] == "by" and k + 2 < len(row.lows) and _done_by(row, k, lexicon):
            yield _draft(line, "responsibility", "by", k, _event_start(row, k, lexicon), None)
            return


def _statements(line: Line, lexicon: Lexicon) -> Iterator[Draft]:
    """``the owner said the leak was under control``: what is said of an event beyond figures."""
    row = line.row
    phrases = [phrase.split() for phrase in lexicon.kinds.get("statement", {}).get("says", ())]
    for a in line.attributions:
        if a.trailing or a.reach or a.end >= len(row.lows):
            continue
        if any(
            row.lows[k : k + len(phrase)] == phrase
            for phrase in phrases for k in range(a.end, len(row.lows))
        ):  # fmt: skip
            yield _draft(line, "statement", "stated", a.start, a.end, a)
            return


def _done_by(row: Row, k: int, lexicon: Lexicon) -> bool:
    """Whether ``by`` names who is behind an attack named before it in the same clause."""
    doers = set(lexicon.kinds.get("responsibility", {}).get("doers", ()))
    start = k
    while start > 0 and row.lows[start - 1] not in (",", ";", ":"):
        start -= 1
    return _events(row.lows[start:k], lexicon) and bool(doers & set(row.lows[k + 1 : k + 6]))


def harmful(found: list[Finding]) -> bool:
    """Whether findings report harm or attacks, so that assertions are worth reading."""
    return any(finding.kind not in ("detained", "aboard", "rescued", "ill") for finding in found)
