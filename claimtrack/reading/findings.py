"""What the constructions find in a sentence: a kind of event and what of it is counted."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from claimtrack.reading.counted import Counted
from claimtrack.reading.items import Item, Row
from claimtrack.reading.lexicon import KindWord, Lexicon
from claimtrack.reading.patterns import CONSTRUCTIONS, GENERAL, Construction
from claimtrack.reading.people import Person
from claimtrack.reading.refusals import refused

_SUBJECT_RULES = frozenset({"passive", "intransitive", "state", "shared", "borne", "reflexive",
                            "verbless"})  # fmt: skip


class Finding(NamedTuple):
    """What one construction found in a row, before anyone is asked who says it.

    Attributes:
        kind: The kind of claim.
        rule: The construction's name.
        counted: The counted phrases, in order.
        persons: The persons mentioned one by one, in order.
        start: First token of what is counted (of the kind word, where nothing is).
        end: Token after the last of both.
        verb: Token of the kind word.
        uncertain: Harm whose outcome is open.
        item: Index of the first counted item; that of the kind word where there is none.
        last_item: Index of the last item that belongs to it.
        scope: Who is counted, where the construction says that it is a part.
        cue: The revision cue that the construction itself gives.
        listed: It is one of several counts that one verb takes together.
        origin: First item of what stands beside the verb.
        last_subject: Its last item.
    """

    kind: str
    rule: str
    counted: tuple[Counted, ...]
    persons: tuple[Person, ...]
    start: int
    end: int
    verb: int
    uncertain: bool
    item: int
    last_item: int
    scope: str = ""
    cue: str = ""
    listed: bool = False
    origin: int = 0
    last_subject: int = 0


def findings(row: Row, lexicon: Lexicon, context: frozenset[str]) -> list[Finding]:
    """Everything that the constructions find in a row, each counted phrase once a kind.

    Args:
        row: The sentence in items.
        lexicon: The kinds.
        context: The document's words, for kinds that are read only in some texts.

    Returns:
        Findings in text order.
    """
    found: dict[tuple[int, str], Finding] = {}
    for construction in CONSTRUCTIONS:
        for i, tag in enumerate(row.tags):
            if tag not in construction.starts or _no_start(row, i):
                continue
            match = construction.pattern.match(row.tags, i)
            if match is None or refused(row, construction, match, i):
                continue
            for finding in _of_match(row, construction, match, lexicon, context):
                at = (finding.item, finding.kind)
                if at in found:
                    if _within(found[at], finding):
                        found[at] = finding  # the whole list, not its last member alone
                elif not _taken(found, finding):
                    found[at] = finding
    for i, item in enumerate(row.items):
        if isinstance(item.holds, Counted):
            if row.tags[max(0, i - 2) : i] == "eb":
                for kind, table in lexicon.kinds.items():
                    there = kind in item.holds.things and table.get("existential")
                    if there or item.holds.head in table.get("there", ()):
                        found[i, kind] = _alone(kind, "existential", item, i)
            for kind in item.holds.things if _struck(row, i) else ():
                if lexicon.kinds[kind].get("struck"):
                    found.setdefault((i, kind), _alone(kind, "against", item, i))
            for word in () if item.holds.of_them else item.holds.within:
                if (i, word.kind) not in found and word.role in ("past", "state"):
                    found[i, word.kind] = Finding(
                        word.kind, "attributive", (item.holds,), (), item.start, item.end,
                        item.start, word.uncertain, i, i,
                    )  # fmt: skip
    return sorted(_one_subject(row, found.values()), key=lambda f: (f.start, f.kind))


def _one(row: Row, i: int, person: Person) -> bool:
    """Whether a mention is of one person: ``they`` only beside one and no count of several."""
    if person.text.lower() not in ("they", "them", "themselves"):
        return True
    before = [item.holds for item in row.items[:i]]
    return any(isinstance(one, Person) and one.form != "pronoun" for one in before) and not any(
        isinstance(one, Counted) and one.amount.quantity.low != 1 for one in before
    )


def _within(old: Finding, new: Finding) -> bool:
    """Whether what stands beside one verb is part of a longer list beside it."""
    return (
        old.verb == new.verb and old.rule == new.rule and old.counted == new.counted
        and new.origin < old.origin <= new.last_subject
    )  # fmt: skip


def _alone(kind: str, rule: str, item: Item, i: int) -> Finding:
    """A finding of a counted phrase that needs no kind word beside it."""
    counted = (item.holds,) if isinstance(item.holds, Counted) else ()
    return Finding(kind, rule, counted, (), item.start, item.end, item.start, False, i, i)


def _struck(row: Row, i: int) -> bool:
    """``strikes against three facilities``: what stands behind an attack and a preposition."""
    if i < 2 or row.tags[i - 1] != "i" or row.lows[row.items[i - 1].start] not in ("on", "against"):
        return False
    holds = row.items[i - 2].holds
    return isinstance(holds, tuple) and any(
        isinstance(word, KindWord) and word.kind == "attacks" for word in holds
    )


def _one_subject(row: Row, found: Iterable[Finding]) -> list[Finding]:
    """Leave each verb the subject it belongs to.

    That is the nearest one that stands neither behind a preposition (``the girl shot at a home on
    Pine Street has died``) nor in an aside (``six others, two of them children, were hurt``);
    for what somebody did to himself, the one right before it, else the first.
    """
    by_verb: dict[tuple[int, str], list[Finding]] = {}
    for finding in found:
        by_verb.setdefault((finding.verb, finding.kind), []).append(finding)
    kept: list[Finding] = []
    for group in by_verb.values():
        if _being(row, _item_of(row, group[0].verb)):
            # "two gunmen killed a settler before being killed": the subject of the sentence
            first = min(f.origin for f in group)
            kept += [f for f in group if f.origin == first]
            continue
        subjects = [f for f in group if f.rule in _SUBJECT_RULES]
        subjects = [
            f for f in subjects
            if not any(g.origin < f.origin <= g.last_subject for g in subjects)
        ]  # fmt: skip
        kept_alone = {id(f) for f in subjects}
        group = [f for f in group if f.rule not in _SUBJECT_RULES or id(f) in kept_alone]
        if len({f.origin for f in subjects}) < 2:
            kept += group
            continue
        free = [
            f.origin for f in subjects
            if not (f.origin and row.tags[f.origin - 1] in "ioft") and row.tags[f.origin] != "Q"
        ] or [f.origin for f in subjects]  # fmt: skip
        antecedents = [
            f.origin for f in subjects
            if row.tags[f.last_subject + 1 : f.last_subject + 2] == "w"
            and "w" not in row.tags[f.last_subject + 2 : _item_of(row, f.verb)]
        ]  # fmt: skip
        if subjects[0].rule == "reflexive":
            chosen = _himself(row, subjects)
        else:
            chosen = max(antecedents or free)
        kept += [f for f in group if f.rule not in _SUBJECT_RULES or f.origin == chosen]
    return kept


def _being(row: Row, k: int) -> bool:
    """Whether a participle stands behind ``before being``."""
    return row.tags[max(0, k - 2) : k] == "wb" and row.lows[row.items[k - 1].start] == "being"


def _himself(row: Row, subjects: list[Finding]) -> int:
    """Who ``himself`` is: the one right before the verb, else the first of that gender."""
    verb = _item_of(row, subjects[0].verb)
    words = row.lows[row.items[verb].start : row.items[verb].end] if verb < len(row.items) else []
    gender = "m" if "himself" in words else "f" if "herself" in words else ""
    fitting = [f for f in subjects if f.persons and f.persons[0].gender in ("", gender)]
    surely = [f for f in fitting if gender and f.persons[0].gender == gender]
    beside = [f for f in fitting if f.last_subject + 1 == verb]
    chosen = beside or surely or fitting or subjects
    return min(f.origin for f in chosen)


def _item_of(row: Row, token: int) -> int:
    """The item that starts at a token."""
    return next((n for n, item in enumerate(row.items) if item.start == token), len(row.items))


def _no_start(row: Row, i: int) -> bool:
    """Whether an item cannot begin a construction: ``not 21``, ``a father of three``."""
    before = row.tags[max(0, i - 2) : i]
    if row.tags[i] == "n" and before[-1:] in "if" and before:
        return True
    return before[-1:] == "x" or (row.tags[i] == "P" and before[-1:] == "o" and before[:1] in "pn")


def _taken(found: dict[tuple[int, str], Finding], new: Finding) -> bool:
    """Whether a counted item of a finding already belongs to another of the same kind."""
    return any(
        old.kind == new.kind and old.start <= new.start and new.start < old.end
        and (old.counted or old.persons) and set(old.counted) & set(new.counted)
        for old in found.values()
    )  # fmt: skip


def _of_match(
    row: Row,
    construction: Construction,
    match: re.Match[str],
    lexicon: Lexicon,
    context: frozenset[str],
) -> list[Finding]:
    """The findings of one match: one for each kind word and, in lists of counts, each count."""
    groups = match.groupdict()
    made = []
    for name in ("k", "k3", "k2"):
        if not groups.get(name):
            continue
        at = match.start(name)
        roles = construction.roles
        if name == "k2":
            roles = frozenset({"past", "passive", "state", "did", "bare"})
        held = row.items[at].holds
        if not isinstance(held, tuple) or isinstance(held, (Counted, Person)):
            continue
        words = [word for word in held if isinstance(word, KindWord) and word.role in roles]
        after = row.lows[row.items[at].end : row.items[at].end + 6]
        for word in words:
            if word.role == "bear" and not set(word.heads) & set(after):
                continue  # "suffered a defeat"
            needed = lexicon.kinds[word.kind].get("context")
            if word.role == "noun" and word.heads:
                needed = word.heads
            if needed and not any(w in context or w + "s" in context for w in needed):
                continue
            if "q" not in groups:
                made.append(_bare(row, construction.name, word, at))
                continue
            first, last = match.span("q")
            made += _counted(row, construction.name, word, at, first, last, lexicon)
    return made


def _bare(row: Row, rule: str, word: KindWord, at: int) -> Finding:
    item = row.items[at]
    return Finding(
        word.kind, rule, (), (), item.start, item.end, item.start, word.uncertain, at, at
    )


def _counted(
    row: Row, rule: str, word: KindWord, at: int, first: int, last: int, lexicon: Lexicon
) -> list[Finding]:
    """Findings for what stands in a list beside a kind word."""
    chosen = [(i, row.items[i]) for i in range(first, last) if _fits(row, i, word, lexicon)]
    if not chosen:
        return []
    counts = [(i, item) for i, item in chosen if isinstance(item.holds, Counted)]
    people = [(i, item) for i, item in chosen if isinstance(item.holds, Person)]
    if people and word.role in ("noun", "toll", "agent"):
        return []
    if people and counts and chosen[0] == counts[0] and _names_them(counts, people):
        chosen, people = counts, []  # "two leaders, Ismail Shanab and Ismail Haniya"
    verb = row.items[at]
    groups: list[list[tuple[int, Item]]]
    # "a man and two children" is one count of three; "three Tunisians and three Algerians" two
    plain = all(
        isinstance(item.holds, Counted) and item.holds.amount.quantity.exact for _, item in counts
    )
    couple = any(one.holds.head == "couple" for _, one in counts if isinstance(one.holds, Counted))
    groups = (
        [chosen]
        if plain and (people or couple)
        else [[one] for one in counts] + ([people] * bool(people))
    )
    listed = len(groups) > 1
    made = []
    for group in groups:
        start = min(group[0][1].start, verb.start)
        end = max(group[-1][1].end, verb.end)
        made.append(
            Finding(
                word.kind, rule,
                tuple(item.holds for _, item in group if isinstance(item.holds, Counted)),
                tuple(item.holds for _, item in group if isinstance(item.holds, Person)),
                start, end, verb.start, word.uncertain, group[0][0], max(group[-1][0], at),
                _scope(group, listed=listed), listed=listed, origin=first, last_subject=last - 1,
            )
        )  # fmt: skip
    return made


def _names_them(counts: list[tuple[int, Item]], people: list[tuple[int, Item]]) -> bool:
    """Whether the names after a count only say who they are."""
    first = counts[0][1].holds
    return (
        len(counts) == 1
        and isinstance(first, Counted)
        and (first.amount.quantity.low or 0) >= len(people)
        and (first.amount.quantity.low or 0) > 1
        and all(isinstance(one.holds, Person) and one.holds.form == "name" for _, one in people)
    )


def _scope(group: list[tuple[int, Item]], *, listed: bool) -> str:
    """Who is counted by one member of a list of counts; nothing for a count that stands alone."""
    holds = group[0][1].holds
    if not listed or len(group) > 1 or not isinstance(holds, Counted) or holds.head in GENERAL:
        return ""
    return holds.described


def _fits(row: Row, i: int, word: KindWord, lexicon: Lexicon) -> bool:
    """Whether a kind counts what an item holds: persons, or the things its table names."""
    item, table = row.items[i], lexicon.kinds[word.kind]
    if isinstance(item.holds, Person):
        if table.get("crowds") or not _one(row, i, item.holds):
            return False
        return not table.get("counts") and (
            word.role == "bear" or word.counts(item.holds.role, someone=True)
        )
    if not isinstance(item.holds, Counted):
        return False
    counted = item.holds
    if word.heads and word.role not in ("bear", "noun"):
        someone = counted.head in lexicon.plural_persons or counted.head in lexicon.person_gender
        if not word.counts(counted.head or "-", someone=someone):
            return False
    if table.get("counts"):
        if not counted.head:  # "300 houses were destroyed and 1,200 damaged"
            return any(word.kind in lexicon.counted.get(low, ()) for low in row.lows[: item.start])
        return word.kind in counted.things and (not counted.article or bool(table.get("singular")))
    if not counted.person and word.role not in ("noun", "toll"):
        return False
    if word.role in ("noun", "bare"):
        return not counted.head or counted.of_them or counted.head not in lexicon.plural_persons
    return True
