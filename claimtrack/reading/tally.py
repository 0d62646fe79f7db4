"""From findings to drafts that count nobody twice: single victims, parts and totals."""

from collections.abc import Iterable
from datetime import timedelta

from claimtrack.model.quantities import Quantity
from claimtrack.model.sources import ARTICLE
from claimtrack.reading.drafts import Draft
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.persons import Roll, Victim, mentions
from claimtrack.reading.speakers import ARTICLE_VOICE, names_nobody

_MAINLY = 5
_A_MONTH = timedelta(31)
_PREDICATES = frozenset({"passive", "intransitive", "active", "state", "verbless", "left",
                         "nominal", "attributive"})  # fmt: skip
_ALONE = frozenset({"person", "man", "woman", "boy", "girl", "child", "teen", "teenager"})


def tally(drafts: Iterable[Draft], lexicon: Lexicon, *, fatal: bool = False) -> list[Draft]:
    """Resolve single victims, fold their repetitions, and add totals of those told one by one.

    A single victim is a claim of one; the same person again, by the same claimant or in the
    article's voice, is a restatement. Harm of open outcome (``shot``) is dropped for whoever died;
    beside deaths it counts as casualties unless the text settles that it was survived. Where the
    text tells several victims of a kind and no count that covers them, their number is added as a
    lower bound, rule ``persons``.

    Args:
        drafts: In text order.
        lexicon: The kinds.
        fatal: The document calls the event deadly, so that the only victim of harm of open
            outcome died (rule ``outcome``).

    Returns:
        Drafts in text order.
    """
    drafts = list(drafts)
    away = _remote(drafts)
    rolls = {False: Roll(lexicon), True: Roll(lexicon)}
    who: list[tuple[Victim, ...]] = []
    for draft in drafts:
        roll = rolls[bool(lexicon.kinds[draft.kind].get("wrongdoers"))]
        if draft.finding is not None and _single(draft, lexicon):
            remote = draft.line.number in away
            who.append(
                roll.resolve(
                    draft.finding,
                    draft.line.row,
                    draft.line.number,
                    remote=remote,
                    apart=_apart(draft, lexicon),
                )
            )
        else:
            who.append(())
    deaths = bool(rolls[False].count("killed")) or any(
        d.kind == "killed" and d.quantity and (d.quantity.low or d.quantity.high) for d in drafts
    )
    if fatal and not deaths:
        _outcome(drafts, who)
    kept = _settled(drafts, who, deaths, lexicon)
    return _with_totals(kept, rolls, lexicon)


def _apart(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a sentence says that it tells of another event (``in a separate incident``)."""
    table, lows = lexicon.phrases["cues.apart"], draft.line.row.lows
    return any(table.at(lows, i) for i in range(len(lows)))


def _remote(drafts: list[Draft]) -> set[int]:
    """Sentences that tell of another time: more than a month from the text's first dated claim."""
    days = {
        d.line.number: found for d in drafts
        if (found := next((w for w in d.line.dates if w.first and not w.since), None))
    }  # fmt: skip
    main = next((w for w in days.values() if w.first == w.last), None)
    if main is None or main.first is None:
        return set()
    first = main.first
    return {
        number for number, w in days.items()
        if w.first and w.last
        and (w.last < first - _A_MONTH or w.first > first + _A_MONTH)
    }  # fmt: skip


def _single(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a draft is about persons told one by one."""
    finding = draft.finding
    if finding is None or lexicon.kinds[draft.kind].get("counts"):
        return False
    if finding.persons:
        return True
    if len(finding.counted) != 1 or finding.rule not in _PREDICATES:
        return False
    counted = finding.counted[0]
    return (
        counted.amount.quantity.exact
        and counted.amount.quantity.low == 1
        and not counted.of_them
        and (not counted.head or counted.head in lexicon.person_gender)
        and counted.head in _ALONE | {"person"}
    )


def _outcome(drafts: list[Draft], who: list[tuple[Victim, ...]]) -> None:
    """In a text about a deadly event, its only victim, shot or stabbed, is the one who died."""
    open_ = [
        (draft, victims) for draft, victims in zip(drafts, who, strict=True)
        if draft.finding is not None and draft.kind == "injured" and victims
    ]  # fmt: skip
    victims = {v.number for _, told in open_ for v in told}
    counts = [
        d for d in drafts if d.kind in ("injured", "killed") and d not in [o for o, _ in open_]
    ]
    if len(victims) != 1 or counts:
        return
    for draft, told in open_:
        assert draft.finding is not None
        if draft.finding.uncertain:
            draft.kind, draft.rule = "killed", "outcome"
            told[0].kinds.add("killed")


def _settled(
    drafts: list[Draft], who: list[tuple[Victim, ...]], deaths: bool, lexicon: Lexicon
) -> list[tuple[Draft, tuple[Victim, ...]]]:
    """Fold repeated victims and settle harm whose outcome the text tells elsewhere."""
    kept: list[tuple[Draft, tuple[Victim, ...]]] = []
    hurt = {
        v.number for draft, victims in zip(drafts, who, strict=True) for v in victims
        if draft.finding is not None and draft.kind == "injured"
        and (not draft.finding.uncertain or _lived(draft, lexicon))
    }  # fmt: skip
    for draft, victims in zip(drafts, who, strict=True):
        finding = draft.finding
        if finding is None or not victims:
            if finding is not None and finding.uncertain and deaths:
                draft.kind = "casualties"
            kept.append((draft, ()))
            continue
        if draft.kind == "injured":
            alive = tuple(v for v in victims if "killed" not in v.kinds)
            if len(alive) < len(victims):
                if not alive:
                    continue
                victims = alive
            if finding.uncertain and deaths and not any(v.number in hurt for v in victims):
                draft.kind = "casualties"
        told = len(mentions(finding, draft.line.row))
        draft.persons = tuple(victim.text for victim in victims)
        if told and len(finding.counted) <= 1 and len(victims) != told:
            draft.quantity = Quantity(len(victims), len(victims))
        earlier = next((k for k, v in kept if _repeats(k, v, draft, victims)), None)
        if earlier is None:
            kept.append((draft, victims))
        elif earlier.line is not draft.line:
            earlier.again.append(draft.line)
            if earlier.speaker.claimants == (ARTICLE,):
                earlier.speaker = draft.speaker
    return kept


def _lived(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether the sentence settles that harm of open outcome was survived."""
    words = draft.line.sentence.words.lower()
    return any(phrase in words for phrase in lexicon.kinds[draft.kind].get("lived", ()))


def _repeats(
    earlier: Draft, known: tuple[Victim, ...], draft: Draft, victims: tuple[Victim, ...]
) -> bool:
    """Whether a draft only says again what an earlier one said of the same victims."""
    if earlier.kind != draft.kind or not known:
        return False
    numbers = {victim.number for victim in victims}
    if not numbers <= {victim.number for victim in known}:
        return False
    said = (earlier.speaker.claimants, draft.speaker.claimants)
    return said[0] == said[1] or (ARTICLE,) in said


def _with_totals(
    kept: list[tuple[Draft, tuple[Victim, ...]]], rolls: dict[bool, Roll], lexicon: Lexicon
) -> list[Draft]:
    """Name the scope of parts, and add how many victims a text tells one by one."""
    made = [draft for draft, _ in kept]
    for kind in {draft.kind for draft, victims in kept if victims}:
        roll = rolls[bool(lexicon.kinds[kind].get("wrongdoers"))]
        told = _of_this_event([v for v in roll.count(kind) if not _is_part(v, kept)])
        whole = max(
            (_size(draft) for draft, _ in kept if draft.kind == kind and not draft.scope),
            default=0,
        )
        for draft, victims in kept:
            part = max(len(victims), _size(draft)) < max(len(told), whole)
            described = draft.finding is not None and draft.finding.persons
            named = [one for one in draft.persons if not names_nobody(one.lower().split(), lexicon)]
            if draft.kind == kind and described and part and not draft.scope:
                draft.scope = ", ".join(named) or None
        if len(told) > max(whole, 1):
            made.append(_total(kind, told, [d for d, v in kept if v and d.kind == kind]))
    return made


def _of_this_event(victims: list[Victim]) -> list[Victim]:
    """The victims that one total may count.

    Only whoever is named in full: two descriptions may be one person, two full names are not. Left
    out is whoever comes as ``another man``, or is told once in a text that tells of somebody else
    five times over: mostly the victims of other events, as 358 reports on shootings show.
    """
    most = max((len(victim.mentions) for victim in victims), default=0)
    return [
        v for v in victims
        if len(v.names) > 1 and not v.fresh and (most < _MAINLY or len(v.mentions) > 1)
    ]  # fmt: skip


def _is_part(victim: Victim, kept: list[tuple[Draft, tuple[Victim, ...]]]) -> bool:
    """Whether a victim is only told as part of a count (``including a 9-year-old girl``)."""
    held = [draft for draft, victims in kept if victim in victims]
    return bool(held) and all(draft.rule == "subset" for draft in held)


def _size(draft: Draft) -> int:
    quantity = draft.quantity
    if quantity is None or draft.cue in ("withdrawn", "previous", "initial"):
        return 0
    return quantity.low if quantity.low is not None else quantity.high or 0


def _total(kind: str, told: list[Victim], singles: list[Draft]) -> Draft:
    """The distinct victims of a kind as a lower bound, at the sentence that tells the last."""
    last = singles[-1]
    speakers = {draft.speaker.claimants for draft in singles}
    return Draft(
        last.line,
        kind,
        "persons",
        last.start,
        last.verb,
        last.speaker if len(speakers) == 1 else ARTICLE_VOICE,
        Quantity(len(told), None),
        last.value_text,
        persons=tuple(dict.fromkeys(victim.text for victim in told)),
        finding=last.finding,
    )
