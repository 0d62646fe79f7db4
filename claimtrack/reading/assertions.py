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
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.speakers import ARTICLE_VOICE, Attribution, Speaker

_BREAKS = frozenset({";", "—"})
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
    made = [*_said(line, lexicon), *_targets(line, found, lexicon), *_acts(line, lexicon)]
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
    """Claims that a verb of saying makes by itself: accuse, deny, demand, describe, claim."""
    row = line.row
    by_verb = {verb: kind for kind, table in lexicon.kinds.items()
               for verb in table.get("verbs", ())}  # fmt: skip
    for a in line.attributions:
        kind = by_verb.get(a.lemma)
        if kind is None:
            continue
        after = next((k for k in range(a.start, min(a.end + 1, len(row.lows)))
                      if lexicon.speech.get(row.lows[k]) == a.lemma), a.end - 1) + 1  # fmt: skip
        if after >= len(row.lows):
            continue
        near = row.lows[after : after + 6]
        needs = lexicon.kinds[kind].get("needs")
        if a.reach and kind == "responsibility" and a.lemma == "claim":
            if _events(row.lows[: a.start], lexicon):
                yield _draft(line, kind, "claimed", a.start, _event_start(row, a.start, lexicon), a)
            continue
        if a.reach:
            continue
        if needs and not (set(needs) & set(near) or _events(near, lexicon)):
            continue
        if kind == "denial" and near[:1] and near[0] in lexicon.kinds[kind].get("never", ()):
            continue
        yield _draft(line, kind, "said", a.start, after, a)
    yield from _called(line, lexicon)


def _called(line: Line, lexicon: Lexicon) -> Iterator[Draft]:
    """``calls the claim not credible``."""
    row = line.row
    table = lexicon.kinds.get("denial", {})
    objects, verdicts = set(table.get("objects", ())), set(table.get("verdicts", ()))
    for k, low in enumerate(row.lows[:-3]):
        if low in ("calls", "called", "call", "dismissed", "dismisses", "rejected"):
            near = row.lows[k + 1 : k + 5]
            if not objects & set(near):
                continue
            if low.startswith("call") and not verdicts & set(row.lows[k + 1 : k + 10]):
                continue
            speaker = _subject_before(line, k, lexicon)
            if speaker is not None:
                yield _draft(line, "denial", "called", k, k + 1, speaker)


def _subject_before(line: Line, k: int, lexicon: Lexicon) -> Attribution | None:
    """The speaker whose name ends right before a token."""
    row = line.row
    start = k
    while start > 0 and row.lows[start - 1][0].isalnum() and k - start < 8:
        start -= 1
    words = row.tokens[start:k]
    if not words or not lexicon.lists["speech.bodies"].intersection(row.lows[start:k]):
        return None
    text = line.sentence.words[words[0].start : words[-1].end]
    return Attribution(Speaker((text,)), start, k, trailing=False, lemma="deny")


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
    for k, item in enumerate(row.items):
        if item.tag != "K" or row.lows[item.start] not in hits or item.start in counted:
            continue
        before = row.items[k - 1] if k else None
        if before is None or k + 1 >= len(row.items) or row.tags[k + 1] not in "NnpM":
            continue
        if isinstance(row.items[k + 1].holds, Counted):
            continue
        pronoun = row.lows[before.start] in ("they", "it") and line.carried is not None
        if not (pronoun or any(_is_event(row.lows, i, lexicon)
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
