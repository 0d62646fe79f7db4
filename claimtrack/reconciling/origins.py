"""How many independent roots a question's positions have, and how many relays carried them.

Corroboration needs different primary sources (docs/method.md, rule 3): outlets that quote one
claimant are one origin, near-identical copies of one text are one origin, and an outlet's own
voice adds none to a claimant whom the same outlet quotes with the same figure.
"""

from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import islice

from claimtrack.model.sources import ARTICLE
from claimtrack.reconciling.folding import fold_words
from claimtrack.reconciling.phrases import speaker
from claimtrack.reconciling.positions import Held

_ARTICLE = (ARTICLE,)
_NOBODY: frozenset[str] = frozenset()

COPY = 0.8
"""From this share of common words (Jaccard, 0 to 1) two quotes are one text."""

COPY_WORDS = 8
"""Shorter quotes are not compared: two reporters may put a bare figure in the same few words."""


class Origins:
    """The independent roots of one question.

    Args:
        positions: The question's positions, after `revisions.trace`.
    """

    def __init__(self, positions: Sequence[Held]) -> None:
        standing = [held for held in positions if held.standing]
        self._parent = {held.root: held.root for held in standing}
        relays = _NOBODY.union(*[held.relays for held in positions])
        #: Whether somebody who relays others speaks too.
        self.relayed_by_speakers = False
        if len(self._parent) > 1:
            self._join_relays(standing, relays)
            self._join_articles(standing)
            self._join_copies(standing)
        self._roots = {
            root: root if root == joined else self._find(joined)
            for root, joined in self._parent.items()
        }
        self._carriers = relays
        #: How many independent roots stand by a position.
        self.count = len(set(self._roots.values()))
        #: How many outlets relayed what others said.
        self.relays = len(relays)

    def of(self, positions: Sequence[Held]) -> int:
        """How many independent roots these standing positions have."""
        if self.count == 1 or len(positions) < 2:
            return 1 if positions else 0
        return len({self._roots[held.root] for held in positions})

    def names(self, positions: Sequence[Held]) -> tuple[str, ...]:
        """Who the independent roots are, in the order of saying.

        A root has the name of who spoke first, but for those who relay others or are inside a body.

        Args:
            positions: The question's positions.

        Returns:
            One name for each root.
        """
        if self.count == 1 and positions[0].standing and not self._derived(positions[0]):
            return (speaker(positions[0]),)
        named: dict[str, Held] = {}
        seen: set[str] = set()
        for held in positions:
            if held.standing and held.root not in seen:
                seen.add(held.root)
                root = self._roots[held.root]
                known = named.setdefault(root, held)
                if known is not held and self._derived(known) and not self._derived(held):
                    named[root] = held
        return tuple([speaker(held) for held in named.values()])

    def _derived(self, held: Held) -> bool:
        return held.voice.inside is not None or held.voice.slug in self._carriers

    def _join_relays(self, standing: Sequence[Held], relays: Set[str]) -> None:
        """An outlet that relays somebody's figure does not confirm it by saying it as well."""
        speakers = {held.voice.slug for held in standing}
        if speakers.isdisjoint(relays):
            return
        self.relayed_by_speakers = True
        relayed: defaultdict[tuple[str, object], set[str]] = defaultdict(set)
        for held in standing:
            for carrier in held.relays & speakers:
                relayed[carrier, held.bounds].add(held.root)
        for held in standing:
            for root in sorted(relayed.get((held.voice.slug, held.bounds), ())):
                self._join(held.root, root)

    def _join_articles(self, standing: Sequence[Held]) -> None:
        """A figure that an article asserts in its own voice is nobody's observation.

        It adds no origin to whoever else gives the figure, and several such articles are one.
        """
        own = [held for held in standing if held.claim.claimants == _ARTICLE]
        if not own:
            return
        first: dict[object, str] = {}
        for held in standing:
            if held.claim.claimants != _ARTICLE:
                first.setdefault(held.bounds, held.root)
        for held in own:
            self._join(first.setdefault(held.bounds, held.root), held.root)

    def _join_copies(self, standing: Sequence[Held]) -> None:
        """Near-identical sentences under different names are one text that travelled.

        Only sentences with the same figure are compared, and each distinct one once. Two that each
        name who speaks are two statements, however alike a reporter has worded them.
        """
        same: defaultdict[object, list[Held]] = defaultdict(list)
        for held in standing:
            if len(held.words) >= COPY_WORDS:
                same[held.bounds].append(held)
        for holders in same.values():
            if len(holders) > 1 and len({held.root for held in holders}) > 1:
                self._join_copies_of_one_figure(holders)

    def _join_copies_of_one_figure(self, holders: Sequence[Held]) -> None:
        texts: dict[frozenset[str], Held] = {}
        for held in holders:
            words = held.words
            known = texts.get(words)
            if known is not None:
                self._join(known.root, held.root)
                continue
            for other, like in islice(texts.items(), _COMPARED):
                if (
                    like.root != held.root
                    and (shared := len(words & other)) >= COPY * (len(words) + len(other) - shared)
                    and not (_names_its_own(held, like) and _names_its_own(like, held))
                ):
                    self._join(like.root, held.root)
                    break
            texts[words] = held

    def _find(self, root: str) -> str:
        while self._parent[root] != root:
            root = self._parent[root]
        return root

    def _join(self, a: str, b: str) -> None:
        a, b = sorted((self._find(a), self._find(b)))
        self._parent[b] = a


def _names_its_own(held: Held, other: Held) -> bool:
    """Whether a position's quote names its speaker by a word that the other's has not.

    One word is enough: a text that has named the ``Port Town Hospital`` goes on with ``the
    hospital``.
    """
    return not (held.words - other.words).isdisjoint(fold_words(held.voice.name))


_COMPARED = 64
"""Each sentence is compared with so many others of its figure at most, so that a question with
thousands of quotes stays linear."""
