"""Average-link clustering of a sparse graph, under judgements.

Two clusters merge when the mean probability over *all* pairs between them reaches the threshold;
pairs that were never scored count as 0, so a chain of doubtful links holds nothing together.
Clusters merge in rounds, each with its nearest when the two choose each other. Average link is
reducible (Bruynooghe 1977; Murtagh 1983), so this ends in the same clusters as always merging the
nearest two of all, and it is a few passes over arrays instead of a loop over merges.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

NEVER = -(1 << 40)
"""The weight of a pair that a human called different: no mean can make up for it."""

AT_A_TIME = 1 << 20
"""Edges that are looked at together, about; it bounds memory."""

FEW = 1 << 12
"""Edges of which it takes longer to find out which are done with than to take them along."""

Longs = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class Edges(NamedTuple):
    """Pairs of nodes and the sum of the scores between the claims of the two, each pair once."""

    a: Longs
    b: Longs
    weight: Longs


def clustered(
    size: Longs,
    a: npt.NDArray[np.int32],
    b: npt.NDArray[np.int32],
    score: npt.NDArray[np.int16],
    never: Longs,
    threshold: float,
    key: npt.NDArray[np.uint64] | None = None,
    along: Longs | None = None,
) -> Longs:
    """Cluster nodes, a bounded number of edges at a time.

    The nodes are cut into stretches. Those that no edge joins with another stretch are clustered
    among themselves first, which average link allows: what becomes of two that choose each other
    depends on their own edges alone. Few edges are left then, and they are clustered as one.

    Args:
        size: How many claims each node stands for.
        a: One end of each edge.
        b: The other end; each pair of nodes at most once, no loops.
        score: The score of each pair of the two nodes' claims, 0 or more.
        never: Pairs of nodes that must stay apart, smaller first, in rows.
        threshold: The mean score from which clusters merge.
        key: What each node says, as a number, so that equally good merges are chosen between by
            what is said and not by how many other nodes there are; None takes the nodes' numbers.
        along: Where each node stands on a line on which edges are short, such as its day; None
            takes the nodes' numbers. It changes how much is left over, and of merges that are
            exactly as good as each other which comes first, but nothing else.

    Returns:
        For each node the smallest node of its cluster.
    """
    key = np.arange(len(size), dtype=np.uint64) if key is None else key
    a, b, score = _without(never, a, b, score, len(size))
    if len(a) <= AT_A_TIME:
        none = np.zeros(len(size), dtype=bool)
        return average_link(size, _weighed(size, a, b, score), threshold, key, none)[0]
    stretch = _stretches(np.arange(len(size)) if along is None else along, a)
    of = np.where(stretch[a] == stretch[b], stretch[a], np.int16(-1))
    held = np.zeros(len(size), dtype=bool)
    held[a[of < 0]] = held[b[of < 0]] = True
    label = np.arange(len(size), dtype=np.int64)
    local = np.zeros(len(size), dtype=np.int64)
    some = np.flatnonzero(of < 0)
    left = [_weighed(size, a[some], b[some], score[some])]
    for number in range(int(stretch.max(initial=-1)) + 1):
        nodes = np.flatnonzero(stretch == number)
        local[nodes] = np.arange(len(nodes))
        some = np.flatnonzero(of == number)
        own = _weighed(size, a[some], b[some], score[some])
        own = Edges(local[own.a], local[own.b], own.weight)
        found, rest = average_link(size[nodes], own, threshold, key[nodes], held[nodes])
        label[nodes] = nodes[found]
        left.append(Edges(nodes[rest.a], nodes[rest.b], rest.weight))
    if not held.any():
        return label
    size = np.bincount(label, weights=size, minlength=len(size)).astype(np.int64)
    none = np.zeros(len(size), dtype=bool)
    found, _ = average_link(size, _together(left), threshold, key, none)
    return found[label]


def _together(parts: list[Edges]) -> Edges:
    """Edges as one, the parts given up, so that they are not held twice."""
    a, b, weight = (np.concatenate(column) for column in zip(*parts, strict=True))
    parts.clear()
    return Edges(a, b, weight)


_PARTED = np.int16(-1)
"""The score of a pair that must stay apart, until it is weighed."""


def _without(
    never: Longs,
    a: npt.NDArray[np.int32],
    b: npt.NDArray[np.int32],
    score: npt.NDArray[np.int16],
    nodes: int,
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.int16]]:
    """The edges, with those that must stay apart scored so, whether or not they were scored."""
    if not len(never):
        return a, b, score
    pair = np.minimum(a, b).astype(np.int64) * nodes + np.maximum(a, b)
    free = ~np.isin(pair, never[:, 0] * nodes + never[:, 1])
    one, other = never.T.astype(np.int32)
    parted = np.full(len(never), _PARTED)
    return (
        np.concatenate([a[free], one]),
        np.concatenate([b[free], other]),
        np.concatenate([score[free], parted]),
    )


def _stretches(along: npt.NDArray[np.integer], a: npt.NDArray[np.int32]) -> npt.NDArray[np.int16]:
    """The stretch of each node; one holds about `AT_A_TIME` edges, or one place on the line."""
    places, at = np.unique(along, return_inverse=True)
    edges = np.zeros(len(places), dtype=np.int64)
    for begin in range(0, len(a), AT_A_TIME):
        edges += np.bincount(at[a[begin : begin + AT_A_TIME]], minlength=len(places))
    before = np.cumsum(edges) - edges
    return (before // AT_A_TIME).astype(np.int16)[at]


def _weighed(
    size: Longs,
    a: npt.NDArray[np.int32],
    b: npt.NDArray[np.int32],
    score: npt.NDArray[np.int16],
) -> Edges:
    """Edges with the sums of their scores."""
    one, other = np.minimum(a, b).astype(np.int64), np.maximum(a, b).astype(np.int64)
    weight = score * (size[one] * size[other])
    weight[score == _PARTED] = NEVER
    return Edges(one, other, weight)


def average_link(
    size: Longs,
    edges: Edges,
    threshold: float,
    key: npt.NDArray[np.uint64],
    held: Flags,
) -> tuple[Longs, Edges]:
    """Cluster nodes.

    Args:
        size: How many claims each node stands for.
        edges: Edges between nodes, the smaller node first, no loops.
        threshold: The mean score from which clusters merge.
        key: What chooses between equally good merges.
        held: Nodes that must not merge here, since some of their edges are not given.

    Returns:
        For each node the smallest node of its cluster; and the edges between clusters that may
        still matter where nodes are held.
    """
    label = np.arange(len(size), dtype=np.int64)
    size = size.astype(np.int64)
    a, b, weight = edges
    del edges  # of a million claims each copy of the edges counts
    any_held = bool(held.any())
    while len(a):
        mean = weight / (size[a] * size[b])
        chosen = _mutual(a, b, mean, threshold, key)
        if any_held:
            chosen = chosen[~(held[a[chosen]] | held[b[chosen]])]
        if not len(chosen):
            break
        into, gone = a[chosen], b[chosen]
        target = np.arange(len(size), dtype=np.int64)
        target[gone] = into
        size[into] += size[gone]
        label = target[label]
        if len(a) > FEW:
            # What has no strong edge now can get none later (reducibility), so it is done with.
            alive = held.copy()
            strong = mean >= threshold
            alive[a[strong]] = alive[b[strong]] = True
            kept = alive[a] & alive[b]
            a, b, weight = a[kept], b[kept], weight[kept]
            del strong, kept
        del mean
        a, b = target[a], target[b]
        a, b, weight = _relabelled(a, b, weight, len(size))
    return label, Edges(a, b, weight)


def _mutual(
    a: Longs,
    b: Longs,
    mean: npt.NDArray[np.float64],
    threshold: float,
    key: npt.NDArray[np.uint64],
) -> npt.NDArray[np.intp]:
    """Edges that both their ends prefer to all their other edges, and that reach the threshold.

    Ties are broken by a number that mixes the two nodes' keys, so the best edge of all is always
    mutual, and many equal edges are spread over all their nodes instead of all pointing at one.
    Nodes of one key say the same, and their own numbers decide.
    """
    best = np.full(len(key), threshold, dtype=np.float64)
    np.maximum.at(best, a, mean)
    np.maximum.at(best, b, mean)
    found = np.flatnonzero((mean == best[a]) & (mean == best[b]))
    one, other = a[found], b[found]
    if _each_once(one, other):
        return np.asarray(found, dtype=np.intp)
    chosen = _preferred(one, other, _mixed(key[one] * _ODD + key[other]), len(key))
    one, other = one[chosen], other[chosen]
    if not _each_once(one, other):
        number = (one * len(key) + other).astype(np.uint64) + np.uint64(1)
        chosen = chosen[_preferred(one, other, number, len(key))]
    return np.asarray(found[chosen], dtype=np.intp)


def _each_once(a: Longs, b: Longs) -> bool:
    """Whether no node is an end of two of these edges."""
    return bool(np.bincount(np.concatenate([a, b])).max(initial=0) <= 1)


_ODD = np.uint64(0x9E3779B97F4A7C15)
"""The increment of SplitMix64 (Steele 2014)."""


def _preferred(
    a: Longs, b: Longs, rank: npt.NDArray[np.uint64], nodes: int
) -> npt.NDArray[np.intp]:
    """The edges whose rank is the highest at both their ends."""
    first = np.zeros(nodes, dtype=np.uint64)
    np.maximum.at(first, a, rank)
    np.maximum.at(first, b, rank)
    return np.flatnonzero((rank == first[a]) & (rank == first[b]))


def _mixed(keys: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Keys scattered over all 64 bits, no two alike (the finaliser of SplitMix64, Steele 2014)."""
    mixed = (keys ^ (keys >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def _relabelled(a: Longs, b: Longs, weight: Longs, nodes: int) -> Edges:
    """Edges between the new clusters, parallel ones summed into one."""
    between = a != b
    key = np.minimum(a, b)[between] * nodes + np.maximum(a, b)[between]
    order = key.argsort(kind="stable")
    key, weight = key[order], weight[between][order]
    begins = np.ones(len(key), dtype=bool)
    np.not_equal(key[1:], key[:-1], out=begins[1:])
    first = np.flatnonzero(begins)
    key = key[first]
    total = np.add.reduceat(weight, first) if len(first) else weight[:0]
    return Edges(key // nodes, key % nodes, total)
