from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.matching import cluster as clustering
from claimtrack.matching.cluster import NEVER, Edges, average_link, clustered

Scores = dict[tuple[int, int], int]


def cluster(
    nodes: int, edges: Scores, sizes: list[int] | None = None, threshold: int = 500
) -> list[int]:
    ends = np.array(list(edges), dtype=np.int64).reshape(-1, 2)
    weight = np.array(list(edges.values()), dtype=np.int64)
    size = np.array(sizes or [1] * nodes, dtype=np.int64)
    key = np.arange(nodes, dtype=np.uint64)
    joined = Edges(ends[:, 0], ends[:, 1], weight)
    label, _ = average_link(size, joined, threshold, key, np.zeros(nodes, dtype=bool))
    found: list[int] = label.tolist()
    return found


def greedy(nodes: int, edges: Scores, threshold: int) -> list[int]:
    """Average link as the books have it: always merge the two clusters with the highest mean."""
    clusters = [{n} for n in range(nodes)]
    while True:
        means = {
            (i, j): sum(edges.get((min(x, y), max(x, y)), 0) for x in a for y in b)
            / (len(a) * len(b))
            for i, a in enumerate(clusters)
            for j, b in enumerate(clusters[:i])
        }
        best = max(means, key=lambda pair: means[pair], default=None)
        if best is None or means[best] < threshold:
            return [min(next(c for c in clusters if n in c)) for n in range(nodes)]
        i, j = best
        clusters[j] |= clusters.pop(i)


def test_a_chain_of_links_does_not_hold_its_ends_together() -> None:
    chain = {(n, n + 1): 600 for n in range(6)}
    assert len(set(cluster(7, chain))) > 1


def test_a_clique_is_one_cluster() -> None:
    assert set(cluster(5, {(a, b): 600 for b in range(5) for a in range(b)})) == {0}


def test_no_mean_makes_up_for_a_pair_that_must_stay_apart() -> None:
    edges = {(a, b): 1000 for b in range(20) for a in range(b)} | {(0, 19): NEVER}
    label = cluster(20, edges)
    assert label[0] != label[19]


def test_sizes_count_every_pair() -> None:
    assert cluster(2, {(0, 1): 600 * 6}, [2, 3]) == [0, 0]
    assert cluster(2, {(0, 1): 400 * 6}, [2, 3]) == [0, 1]


def test_no_nodes_no_clusters() -> None:
    assert cluster(0, {}) == []


@settings(deadline=None, max_examples=80)
@given(st.integers(2, 9), st.integers())
def test_merging_in_rounds_ends_where_merging_one_by_one_does(nodes: int, seed: int) -> None:
    chance = Random(seed)
    pairs = [(a, b) for b in range(nodes) for a in range(b)]
    # Fine-grained weights, since equal means may be merged in either order.
    edges = {pair: chance.randrange(10**9) for pair in pairs if chance.random() < 0.7}
    assert cluster(nodes, edges, threshold=5 * 10**8) == greedy(nodes, edges, 5 * 10**8)


@pytest.mark.parametrize("at_a_time", [1, 20, 1000])
def test_stretches_change_nothing(monkeypatch: pytest.MonkeyPatch, at_a_time: int) -> None:
    monkeypatch.setattr(clustering, "AT_A_TIME", at_a_time)
    chance = Random(5)
    pairs = [(a, b) for b in range(60) for a in range(b) if b - a < 1 + chance.randrange(12)]
    edges = {pair: chance.randrange(1000) for pair in pairs}
    ends = np.array(pairs, dtype=np.int32)
    score = np.array(list(edges.values()), dtype=np.int16)
    parted = [*pairs[:3], (0, 59)]
    never = np.array(parted, dtype=np.int64)
    size = np.ones(60, dtype=np.int64)
    barred = edges | dict.fromkeys(parted, NEVER)
    found = clustered(size, ends[:, 0], ends[:, 1], score, never, 500).tolist()
    assert found == cluster(60, barred)
    assert all(found[a] != found[b] for a, b in parted)


def test_equally_good_merges_are_chosen_between_by_what_is_said() -> None:
    key = np.array([11, 22, 33], dtype=np.uint64)
    ends, score = np.array([[0, 1], [1, 2]]), np.array([700, 700], dtype=np.int16)
    never = np.zeros((0, 2), dtype=np.int64)
    size = np.ones(3, dtype=np.int64)
    alone = clustered(size, ends[:, 0], ends[:, 1], score, never, 600, key).tolist()
    size, key = np.ones(5, dtype=np.int64), np.append(np.array([5, 6], dtype=np.uint64), key)
    among = clustered(size, ends[:, 0] + 2, ends[:, 1] + 2, score, never, 600, key).tolist()
    assert among == [0, 1, *(label + 2 for label in alone)]


def test_nodes_that_say_the_same_are_merged_two_by_two() -> None:
    key = np.zeros(4, dtype=np.uint64)
    pairs = np.array([(a, b) for b in range(4) for a in range(b)])
    score = np.full(len(pairs), 900, dtype=np.int16)
    never, size = np.array([[0, 3]]), np.ones(4, dtype=np.int64)
    found = clustered(size, pairs[:, 0], pairs[:, 1], score, never, 600, key).tolist()
    assert found[0] != found[3]
