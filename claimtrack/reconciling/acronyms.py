"""Names of one event that are told by letters: ``FSB`` and ``Federal Security Service``."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations, pairwise

from claimtrack.reconciling.names import ParsedName, body_key, initials
from claimtrack.reconciling.opposing import opposing

_Key = tuple[str, ...]


def glossed(names: Iterable[ParsedName]) -> list[tuple[_Key, _Key]]:
    """Pairs of names that bear one acronym: ``FSB``, ``Federal Security Service (FSB)``.

    Where two say different things before it (``Dallas PD``, ``Houston PD``), it tells of none.

    Args:
        names: The names of the event, taken apart.

    Returns:
        The keys of two names each.
    """
    bearing: defaultdict[str, set[_Key]] = defaultdict(set)
    before: defaultdict[str, list[set[str]]] = defaultdict(list)
    for name in names:
        for acronym in {*name.acronyms, " ".join(name.words)}:
            bearing[acronym].add(name.key)
            if name.words[-1:] == (acronym,):
                before[acronym].append(set(name.words[:-1]))
    return [
        pair
        for acronym, keys in bearing.items()
        if all(one <= other or other <= one for one, other in combinations(before[acronym], 2))
        for pair in pairwise(sorted(keys))
    ]


def acronyms(names: Collection[ParsedName]) -> list[tuple[_Key, list[_Key]]]:
    """Acronyms with the names that each abbreviates by its letters.

    Args:
        names: The names of the event, taken apart.

    Returns:
        Names with the longer ones that each can stand for.
    """
    full: defaultdict[str, set[_Key]] = defaultdict(set)
    ends: defaultdict[str, set[_Key]] = defaultdict(set)
    for name in names:
        letters = initials(name.words)
        if len(letters) > 1:
            full[letters].add(name.key)
        for start in range(1, len(letters) - 1):
            if name.words[start - 1] in opposing():
                break
            ends[letters[start:]].add(name.key)  # ``DPS`` for ``Texas Department of Public Safety``
    for letters in ends.keys() - full.keys():
        full[letters] = ends[letters]
    short = {(name.acronyms[0], name.key) for name in names if name.words == name.acronyms}
    found = [(key, sorted(full[letters])) for letters, key in sorted(short) if full[letters]]
    return found + _beside_more(names, full)


def _beside_more(
    names: Collection[ParsedName], full: Mapping[str, set[_Key]]
) -> list[tuple[_Key, list[_Key]]]:
    """Names of an acronym and more, ``WSA Freedonia``, with those that say both in full.

    Args:
        names: The names of the event, taken apart.
        full: Letters with the names that they abbreviate.
    """
    told = {letters for name in names for letters in name.acronyms}
    lettered = {(letters, name.key) for name in names for letters in name.acronyms}
    lettered |= {(letters, key) for letters in told for key in full.get(letters, ())}
    found: defaultdict[_Key, set[_Key]] = defaultdict(set)
    for name in names:
        for letters, whole in lettered:
            rest = [word for word in name.words if word != letters]
            beside = 0 < len(rest) < len(name.words) and name.key != whole
            if beside and {*body_key(" ".join(rest))} < set(whole):
                found[name.key].add(whole)
    return [(key, sorted(longer)) for key, longer in sorted(found.items())]
