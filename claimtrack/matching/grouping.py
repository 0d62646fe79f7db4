"""The whole way from claims and judgements to events and questions."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from claimtrack.matching.block import candidates, interval
from claimtrack.matching.cluster import AT_A_TIME, clustered
from claimtrack.matching.columns import NO_DOCUMENT, Columns, columns_of, content_keys
from claimtrack.matching.doubts import doubts_between
from claimtrack.matching.features import Evidence, Pairs, features, settings
from claimtrack.matching.identity import keep_numbers
from claimtrack.matching.judgements import Verdicts
from claimtrack.matching.places import neighbours
from claimtrack.matching.questions import Asked
from claimtrack.matching.score import UNIT, ScoredPairs, Weights, log_odds, probability, weights
from claimtrack.matching.texts import compare_texts
from claimtrack.matching.units import Units, units_of
from claimtrack.matching.words import worth
from claimtrack.model.grouping import Doubt, Grouping, Judgement, MatchRow

FAINTEST = 50
"""Thousandths; a pair less likely than this counts like one that was never compared."""

Longs = npt.NDArray[np.int64]


def regroup(
    rows: Iterable[MatchRow],
    judgements: Sequence[Judgement] = (),
    *,
    next_event: int = 1,
    next_question: int = 1,
    aliases: Mapping[str, str] | None = None,
    texts: Iterable[tuple[int, str]] = (),
) -> Grouping:
    """Decide which claims are of one event, and which answer one question.

    A pure function of what the claims say and what humans judged: neither the order of the rows
    nor the present events change which claims end up together. The present numbers only decide
    what the groups are called (`claimtrack.matching.identity`).

    Args:
        rows: The claims, each number once.
        judgements: Those that stand.
        next_event: The first event number that was never used.
        next_question: The first question number that was never used.
        aliases: Place → the place that it is another name of, both as written.
        texts: Document → its text with its title, for the documents whose text is known.

    Returns:
        Events and questions, with their numbers.

    Raises:
        UsageError: The judgements contradict each other.
    """
    verdicts = Verdicts(judgements)
    asked = Asked()
    columns = columns_of(asked.passing(rows), aliases)
    found = cluster(columns, texts, verdicts, weights())
    return named(asked, columns.claim, found, next_event, next_question)


class Groups(NamedTuple):
    """Claims in groups.

    Attributes:
        of: The group of each claim.
        links: Pairs of groups, in rows, that a pair joins which is likely enough to merge them; an
            event that none of these claims is in is its number, negated.
        doubts: Of the doubtful pairs of claims between two groups the likeliest.
    """

    of: Longs
    links: Longs
    doubts: Sequence[Doubt]


def named(
    asked: Asked, claim: Longs, groups: Groups, next_event: int, next_question: int
) -> Grouping:
    """Give groups of claims, and the questions in them, their numbers.

    Args:
        asked: What the claims are about, and the numbers that they bear now.
        claim: The claims' numbers, all that `asked` has noted.
        groups: What they were put in.
        next_event: The first event number that was never used.
        next_question: The first question number that was never used.

    Returns:
        Events and questions, with their numbers.
    """
    order = np.argsort(claim)
    claim, group = claim[order], groups.of[order]
    by_claim = np.argsort(asked.claims())
    present_event, present_question, kind = (column[by_claim] for column in asked.columns())
    event, merged_events = keep_numbers(claim, group, present_event, next_event)
    about = asked.about()[kind]
    question, merged_questions = keep_numbers(
        claim, event * (int(about.max(initial=0)) + 1) + about, present_question, next_question
    )
    numbers, first, of = np.unique(question, return_index=True, return_inverse=True)
    events = dict(zip(numbers.tolist(), event[first].tolist(), strict=True))
    questions = {
        number: (events[number], *words)
        for number, words in zip(numbers.tolist(), asked.wordings(of, kind), strict=True)
    }
    places = {number: (event, number) for number, event in events.items()}
    return Grouping(
        assigned=dict(zip(claim.tolist(), map(places.__getitem__, question.tolist()), strict=True)),
        events=np.unique(event).tolist(),
        questions=questions,
        merged_events=merged_events,
        merged_questions=merged_questions,
        links=_linked_events(group, event, groups.links),
        doubts=groups.doubts,
    )


def _linked_events(group: Longs, event: Longs, links: Longs) -> list[tuple[int, int]]:
    groups, first = np.unique(group, return_index=True)
    known = event[first][np.searchsorted(groups[:-1], links)]
    linked = np.sort(np.where(links < 0, -links, known), axis=1)
    linked = np.unique(linked[linked[:, 0] != linked[:, 1]], axis=0)
    return list(zip(linked[:, 0].tolist(), linked[:, 1].tolist(), strict=True))


def cluster(
    columns: Columns, texts: Iterable[tuple[int, str]], verdicts: Verdicts, by: Weights
) -> Groups:
    """Group claims into events.

    Args:
        columns: The claims.
        texts: Texts of documents.
        verdicts: What humans judged.
        by: The weights and thresholds.

    Returns:
        The groups, each called by the smallest index of its claims.
    """
    units, parted = prepared(columns, verdicts)
    pairs = scored_pairs(evidence_of(units.columns, texts, columns), by)
    label = cluster_units(units, pairs, parted, by)[units.of]
    label = carried_out(columns, label, parted, verdicts)
    links, doubts = links_between(units, pairs, label, by), doubts_between(units, pairs, label, by)
    return Groups(label, links, doubts)


def links_between(units: Units, pairs: ScoredPairs, label: Longs, by: Weights) -> Longs:
    """Pairs of groups that a pair of units joins which is likely enough to merge them.

    Args:
        units: The units.
        pairs: Their pairs, as `scored` gives them.
        label: The group of each claim.
        by: The weights and thresholds.

    Returns:
        Two groups a row.
    """
    a, b, likely = pairs
    group = units.groups(label)
    found = [np.zeros((0, 2), dtype=np.int64)]
    for begin in range(0, len(a), AT_A_TIME):
        some = slice(begin, begin + AT_A_TIME)
        strong = likely[some] >= by.merge * UNIT
        one, other = group[a[some][strong]], group[b[some][strong]]
        apart = one != other
        found.append(np.stack([one[apart], other[apart]], axis=1))
    return np.unique(np.concatenate(found), axis=0)


def carried_out(
    columns: Columns,
    label: Longs,
    parted: list[tuple[int, int]],
    verdicts: Verdicts,
    only: Collection[int] | None = None,
) -> Longs:
    """Clusters as what humans judged has them.

    Args:
        columns: The claims.
        label: For each of them its cluster by scores.
        parted: Pairs of claims that must stay apart.
        verdicts: What humans judged.
        only: The claims that are grouped, the others being there to be compared with; None is all.

    Returns:
        For each claim the smallest index of those in its event.
    """
    label = _smallest(label)
    groups = verdicts.groups()
    if not groups:
        return label
    index = {
        claim: at
        for at, claim in enumerate(columns.claim.tolist())
        if only is None or claim in only
    }
    together = [[index[claim] for claim in group if claim in index] for group in groups]
    return _joined(label, together, parted)


def prepared(columns: Columns, verdicts: Verdicts) -> tuple[Units, list[tuple[int, int]]]:
    """The units of claims under judgements.

    Args:
        columns: The claims.
        verdicts: What humans judged.

    Returns:
        The units, and the pairs of claims that must stay apart, as indices.
    """
    barred = verdicts.parted()
    index: dict[int, int] = {}
    if barred:
        index = dict(zip(columns.claim.tolist(), range(len(columns)), strict=True))
    parted = [(index[x], index[y]) for x, y in sorted(barred) if x in index and y in index]
    alone = sorted({i for pair in parted for i in pair})
    return units_of(columns, np.array(alone, dtype=np.int64)), parted


def cluster_units(
    units: Units, pairs: ScoredPairs, parted: list[tuple[int, int]], by: Weights
) -> Longs:
    """Cluster units by the scores of their pairs.

    Args:
        units: The units.
        pairs: As `scored_pairs` gives them.
        parted: Pairs of claims that must stay apart.
        by: The weights and thresholds.

    Returns:
        For each unit the smallest unit of its cluster.
    """
    never = np.zeros((0, 2), dtype=np.int64)
    if parted:
        never = np.unique(np.sort(units.of[np.array(parted, dtype=np.int64)], axis=1), axis=0)
    key, (day, _) = content_keys(units.columns), interval(units.columns)
    return clustered(units.size, *pairs, never, by.merge * UNIT, key, day)


def evidence_of(
    columns: Columns, texts: Iterable[tuple[int, str]], claims: Columns | None = None
) -> Evidence:
    """What units are compared by.

    Args:
        columns: The units.
        texts: Document → its text.
        claims: The claims that the units hold, of which each may tell what its place lies in; None
            where each unit is one claim.

    Returns:
        The units with the likeness of their places and of their texts.
    """
    day = dict(zip(columns.document.tolist(), columns.said.tolist(), strict=True))
    day.pop(NO_DOCUMENT, None)
    wanted = ((number, text) for number, text in texts if number in day)
    near = neighbours(columns.places, _said_to_lie_in(columns if claims is None else claims))
    value = worth(columns.words) ** 2
    length = np.sqrt(value.sum(axis=1))
    return Evidence(columns, near, compare_texts(wanted, day), value, length)


def _said_to_lie_in(columns: Columns) -> list[list[tuple[str, ...]]]:
    """For each name of a place all that its claims say it lies in, each once."""
    said: list[list[tuple[str, ...]]] = [[] for _ in columns.places]
    told = columns.within > 0
    both = np.unique(columns.place[told].astype(np.int64) << 32 | columns.within[told])
    for pair in both[both >= 0].tolist():
        said[pair >> 32].append(columns.withins[pair & 0xFFFFFFFF])
    return said


def scored_pairs(evidence: Evidence, by: Weights) -> ScoredPairs:
    """Every candidate pair that is not all too unlikely, with its probability in thousandths."""
    return scored(candidates(evidence), evidence, by)


def scored(some: Iterable[Pairs], evidence: Evidence, by: Weights) -> ScoredPairs:
    """Those of some pairs that are not all too unlikely, with their probabilities.

    Args:
        some: Pairs of units.
        evidence: What they are compared by.
        by: The weights.

    Returns:
        Both ends of each pair, and its probability in thousandths.
    """
    found = [(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.int16))]
    for pairs in some:
        if not len(pairs):
            continue
        total = log_odds(features(evidence, pairs), settings(evidence, pairs), by)
        likely = probability(total)
        kept = likely >= FAINTEST
        found.append((pairs.a[kept].astype(np.int32), pairs.b[kept].astype(np.int32), likely[kept]))
    a, b, likely = (np.concatenate(column) for column in zip(*found, strict=True))
    return a, b, likely


def _joined(
    label: Longs, groups: Sequence[Sequence[int]], parted: Sequence[tuple[int, int]]
) -> Longs:
    """Clusters with every judged ``same`` carried out, as whole clusters where nothing forbids it.

    Where a ``different`` stands between two of the clusters, only the judged claims themselves
    move, into the first of the clusters that no ``different`` keeps them from.
    """
    for group in groups:
        clusters = sorted({int(label[i]) for i in group})
        if len(clusters) < 2:
            continue
        inside = np.flatnonzero(np.isin(label, clusters))
        held = set(inside.tolist())
        if not any(a in held and b in held for a, b in parted):
            label[inside] = clusters[0]
            continue
        moved = set(group)
        barred = {b for a, b in parted if a in moved} | {a for a, b in parted if b in moved}
        barred_clusters = {int(label[i]) for i in barred if i not in moved}
        free = [c for c in clusters if c not in barred_clusters]
        rest = [i for i in group if not free or label[i] != free[0]]
        label[rest] = free[0] if free else min(group)
    return _smallest(label)


def _smallest(label: Longs) -> Longs:
    """The same clusters, each named by its smallest member."""
    order = np.argsort(label, kind="stable")
    first = np.flatnonzero(np.diff(label[order], prepend=-1))
    smallest = order[first]
    result = np.empty_like(label)
    result[order] = np.repeat(smallest, np.diff(np.append(first, len(label))))
    return result
