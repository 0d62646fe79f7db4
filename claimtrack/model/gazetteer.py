"""Which towns and regions lie in which regions and countries, as far as the program has a map.

The list is ``gazetteer.tsv``: a name by its sound, then what lies around each place of that name,
from the nearest outwards. `docs/gazetteer.py` makes it of what GeoNames tells
(https://www.geonames.org, CC BY 4.0).
"""

from collections.abc import Iterable
from functools import lru_cache

from claimtrack.model.sorted_lines import told_of
from claimtrack.model.sounds import sounds_together
from claimtrack.model.tongues import names_country

Wholes = tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def wholes_of(name: str, within: Wholes = ()) -> frozenset[str]:
    """What a place is known to lie in, and what that lies in.

    Args:
        name: Of a town or region, folded or by its sounds.
        within: What the place is said to lie in, folded, the nearest first.

    Returns:
        Districts, regions and countries, folded; of several places of one name what any of them
        lies in, unless what is said tells which it is.
    """
    found = set[str]()
    for at, one in enumerate((name, *within)):
        wider = set(within[at:])
        chains = _chains(sounds_together(one))
        meant = [chain for chain in chains if not (wider | _around(wider)).isdisjoint(chain)]
        # Not of what is like a town elsewhere: ``Krymsk, Kuban`` lies not where a Coban does.
        sure = wider | _around(filter(is_region, wider))
        if not meant and not any(map(names_country, sure)):
            meant = [*chains]
        found.update(*meant)
    return frozenset(found - {name})


def _around(names: Iterable[str]) -> set[str]:
    """What lies around any place of some names."""
    return {whole for name in names for chain in _chains(sounds_together(name)) for whole in chain}


def is_listed(name: str) -> bool:
    """Whether a folded name is that of a town or region in the list."""
    return bool(_chains(sounds_together(name)))


def is_region(name: str) -> bool:
    """Whether a folded name is that of a region alone, with nothing around it but its country."""
    chains = _chains(sounds_together(name))
    return bool(chains) and all(len(chain) == 1 for chain in chains)


@lru_cache(maxsize=1 << 16)
def _chains(sound: str) -> tuple[Wholes, ...]:
    """What lies around each place of a name, each from the nearest outwards."""
    told = told_of("gazetteer.tsv", sound)
    return tuple(tuple(chain.split(",")) for chain in told.split(";")) if told else ()
