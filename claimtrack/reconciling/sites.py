"""Whether several sites of one town are one site that each source calls by another name.

``the works building`` and ``12 Mill Street`` may be. Nothing here knows a map: that nobody tells of
both, and that together they would hold more than the town, has to say so.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Set
from typing import NamedTuple

from claimtrack.model.tongues import kinds_of_site


class Counted(NamedTuple):
    """What somebody counts at a place.

    Attributes:
        place: The place.
        kind: What is counted.
        low: How many at least.
    """

    place: int
    kind: str
    low: int


def is_site(name: str) -> bool:
    """Whether a folded name is that of a building or an address, and no quarter or village."""
    words = name.split()
    return not kinds_of_site().isdisjoint(words) or any(map(str.isdigit, words))


def are_one(
    sites: Set[int],
    town: int,
    told: Iterable[tuple[int, str]],
    counted: Collection[Counted],
    *,
    shown: bool = False,
) -> bool:
    """Whether sites of a town cannot well be told apart.

    Who counts two mosques side by side tells of two. Where two sites have figures of one kind, they
    are one if the least of these together exceed all that anybody says of the town, and where of
    several kinds, for every kind that is told of the town.

    Args:
        sites: The places.
        town: What they lie in.
        told: Places with who names them.
        counted: The figures for everyone at these places and in the town.
        shown: Whether figures have to show it; not where the names are those of buildings, of
            which an event has one more often than of quarters.
    """
    who = [name for place, name in told if place in sites]
    if len(who) > len(set(who)):
        return False
    least: defaultdict[str, dict[int, int]] = defaultdict(dict)
    most: dict[str, int] = {}
    for place, kind, low in counted:
        if place in sites:
            least[kind][place] = min(low, least[kind].get(place, low))
        elif place == town:
            most[kind] = max(low, most.get(kind, 0))
    several = {kind: lows for kind, lows in least.items() if len(lows) > 1}
    exceeding = [sum(several[kind].values()) > most[kind] for kind in several if kind in most]
    return all(exceeding) and (bool(exceeding) if several else not shown)
