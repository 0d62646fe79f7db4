"""Average-link clustering of a sparse graph, under judgements.

Two clusters merge when the mean probability over *all* pairs between them reaches the threshold;
pairs that were never scored count as 0, so a chain of doubtful links holds nothing together.
Clusters merge in rounds, each with its nearest when the two choose each other. Average link is
reducible (Bruynooghe 1977; Murtagh 1983), so this ends in the same clusters as always merging the
nearest two of all, and it is a few passes over arrays instead of a loop over merges.
"""

import numpy as np
import numpy.typing as npt

NEVER = -(1 << 40)
"""The weight of a pair that a human called different: no mean can make up for it."""

AT_A_TIME = 1 << 20

Longs = npt.NDArray[np.int64]


def clustered(
    size: Longs,
    a: npt.NDArray[np.int32],
    b: npt.NDArray[np.int32],
    score: npt.NDArray[np.int16],
    never: Longs,
    threshold: float,
    key: npt.NDArray[np.uint64] | None = None,
) -> Longs:
    """Cluster nodes, a bounded number of edges at a time.

    No cluster reaches beyond what strong edges connect, so what they do not connect is clustered
    apart, in any portions.

    Args:
        size: How many claims each node stands for.
        a: One end of each edge.
        b: The other end; each pair of nodes at most once, no loops.
        score: The score of each pair of the two nodes' claims.
        never: Pairs of nodes that must stay apart, smaller first, in rows.
        threshold: The mean score from which clusters merge.
        key: What each node says, as a number, so that equally good merges are chosen between by
            what is said and not by how many other nodes there are; None takes the nodes' numbers.

    Returns:
        For each node the smallest node of its cluster.
    """
    key = np.arange(len(size), dtype=np.uint64) if key is None else key
    strong = score >= threshold
    component = _components(len(size), a[strong], b[strong])
    home = component[a]
    portion = (np.cumsum(np.bincount(home, minlength=len(size))) // AT_A_TIME).astype(np.int16)
    which = np.where(home == component[b], portion[home], np.int16(-1))
    del home
    label = np.arange(len(size), dtype=np.int64)
    barred = never[:, 0] * len(size) + never[:, 1]
    for number in range(int(which.max(initial=-1)) + 1):
        some = np.flatnonzero(which == number)
        low = np.minimum(a[some], b[some]).astype(np.int64)
        high = np.maximum(a[some], b[some]).astype(np.int64)
        free = ~np.isin(low * len(size) + high, barred)
        low, high, weight = low[free], high[free], score[some][free].astype(np.int64)
        weight *= size[low] * size[high]
        nodes = np.unique(np.concatenate([low, high]))
        known = np.isin(never, nodes).all(axis=1)
        low, high = np.append(low, never[known, 0]), np.append(high, never[known, 1])
        weight = np.append(weight, np.full(known.sum(), NEVER))
        low, high = np.searchsorted(nodes, low), np.searchsorted(nodes, high)
        label[nodes] = nodes[average_link(size[nodes], low, high, weight, threshold, key[nodes])]
    return label


def _components(
    nodes: int, a: npt.NDArray[np.int32], b: npt.NDArray[np.int32]
) -> npt.NDArray[np.int32]:
    """For each node the smallest node that edges connect it with.

    Every round hangs each end's root under the smaller one of the two, and shortens the paths.
    """
    root = np.arange(nodes, dtype=np.int32)
    while True:
        one, other = root[a], root[b]
        apart = one != other
        if not apart.any():
            return root
        a, b, one, other = a[apart], b[apart], one[apart], other[apart]
        np.minimum.at(root, np.maximum(one, other), np.minimum(one, other))
        while (root[root] != root).any():
            root = root[root]


def average_link(
    size: Longs,
    a: Longs,
    b: Longs,
    weight: Longs,
    threshold: float,
    key: npt.NDArray[np.uint64],
) -> npt.NDArray[np.int64]:
    """Cluster nodes.

    Args:
        size: How many claims each node stands for.
        a: One end of each edge.
        b: The other end; each pair of nodes at most once, no loops.
        weight: The sum of the scores between the two nodes' claims.
        threshold: The mean score from which clusters merge.
        key: What chooses between equally good merges.

    Returns:
        For each node the smallest node of its cluster.
    """
    label = np.arange(len(size), dtype=np.int64)
    size = size.astype(np.int64)
    a, b = np.minimum(a, b), np.maximum(a, b)
    while len(a):
        mean = weight / (size[a] * size[b])
        chosen = _mutual(a, b, mean, threshold, key)
        if not len(chosen):
            break
        into, gone = a[chosen], b[chosen]
        target = np.arange(len(size), dtype=np.int64)
        target[gone] = into
        size[into] += size[gone]
        label = target[label]
        # What has no strong edge now can get none later (reducibility), so it is done with.
        alive = np.zeros(len(size), dtype=bool)
        strong = mean >= threshold
        alive[a[strong]] = alive[b[strong]] = True
        kept = alive[a] & alive[b]
        a, b, weight = _relabelled(target[a[kept]], target[b[kept]], weight[kept], len(size))
    return label


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
    chosen = _preferred(one, other, _mixed(key[one] * _ODD + key[other]), len(key))
    ends = np.concatenate([one[chosen], other[chosen]])
    if np.bincount(ends).max(initial=0) > 1:
        one, other = one[chosen], other[chosen]
        number = (one * len(key) + other).astype(np.uint64) + np.uint64(1)
        chosen = chosen[_preferred(one, other, number, len(key))]
    return np.asarray(found[chosen], dtype=np.intp)


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


def _relabelled(a: Longs, b: Longs, weight: Longs, nodes: int) -> tuple[Longs, Longs, Longs]:
    """Edges between the new clusters, parallel ones summed into one."""
    low, high = np.minimum(a, b), np.maximum(a, b)
    between = low != high
    key = low[between] * nodes + high[between]
    order = np.argsort(key, kind="stable")
    key, weight = key[order], weight[between][order]
    first = np.flatnonzero(np.diff(key, prepend=-1))
    key = key[first]
    total = np.add.reduceat(weight, first) if len(first) else weight[:0]
    return key // nodes, key % nodes, total
