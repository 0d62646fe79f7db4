"""Which of the names that speak in one event are names of one body."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from claimtrack.model.tongues import is_country
from claimtrack.reconciling.acronyms import acronyms, glossed
from claimtrack.reconciling.institutions import offices
from claimtrack.reconciling.names import ParsedName, Relation
from claimtrack.reconciling.other_names import (
    of_a_body,
    of_a_country,
    of_a_region,
    one_person,
    spelled_otherwise,
)
from claimtrack.reconciling.shorter_names import shortened

_Key = tuple[str, ...]

_FORMER = frozenset({"ex", "former"})
"""First words of who speaks for a body no more."""


def joined(
    parsed: tuple[ParsedName, ...], abroad: frozenset[str], told: Sequence[tuple[_Key, _Key]]
) -> tuple[Mapping[_Key, _Key], frozenset[_Key]]:
    """Find the names of one body.

    What people have told of a name goes before what its shape may tell of it.

    Args:
        parsed: The names of an event, taken apart.
        abroad: The countries whose people its claims count.
        told: Keys of names with the key of the body that people have said they are of.

    Returns:
        The key of each name → the key that stands for all names of its body; and which keys are
        those of a person who has no other.
    """
    parent = {key: key for key in (*[one.key for one in parsed], *[body for _, body in told])}
    if len(parent) == 1:
        return parent, frozenset()

    def root(key: _Key) -> _Key:
        while parent[key] != key:
            key = parent[key]
        return key

    def join(key: _Key, other: _Key) -> bool:
        a, b = root(key), root(other)
        if a != b:
            parent[a] = b
        return a != b

    settled = {key for key, _ in told}
    people = _people(parsed)
    for short, long in (*told, *people, *glossed(parsed)):
        join(short, long)
    every = [
        *spelled_otherwise(parsed),
        *shortened(parsed),
        *of_a_country(parsed, abroad),
        *of_a_region(parsed),
        *of_a_body(parsed),
        *acronyms(parsed),
    ]
    meant = [(short, longer) for short, longer in every if short not in settled]
    joining = True
    while joining:  # what a name can stand for may turn out to be one body by what others do
        news = [
            join(short, longer[0])
            for short, longer in meant
            if len({root(long) for long in longer}) == 1
        ]
        joining = any(news)
    spokes = {name.key for name in parsed if name.relation is Relation.SPEAKS_FOR}
    alone = frozenset(short for short, _ in people if short not in spokes)
    return {key: root(key) for key in parent}, alone


def _people(names: Iterable[ParsedName]) -> list[tuple[_Key, _Key]]:
    """Pairs of names of one person, who may speak for a body: first the one without it.

    ``Jane Doe``, and ``Doe`` or ``Jane`` where there is one only, is the ``Coastguard spokeswoman
    Jane Doe``; so is whoever bears another title and the same name of two words or more.
    """
    names = [n._replace(person=_unarticled(n.person), words=_unarticled(n.words)) for n in names]
    named = sorted({(n.person, n.key) for n in names if n.person})
    pairs = []
    told = {(n.person or n.words, n.key) for n in names if n.words[0] not in _FORMER}
    for said, key in sorted(told):
        first = not is_country(" ".join(said))  # ``Israel`` is no Israel Katz
        same = {
            other: person
            for person, other in named
            if other != key
            and (
                _ends(person, said)
                or _ends(said, person)
                or (first and person[: len(said)] == said)
            )
        }
        if len(set(same.values())) == 1:
            pairs += [(key, other) for other in same]
        elif said in same.values():
            pairs += [(key, other) for other, person in same.items() if person == said]
    for (one, key), (person, other) in combinations(named, 2):
        if key == other:
            continue
        holder = _one_holder(one, person) and set(key) & set(other) & offices()
        if holder or one_person(one, person):
            pairs.append((key, other))
    return pairs


def _unarticled(name: _Key) -> _Key:
    """The words of a name but for the article in an Arabic one: ``al-Doe`` is ``Doe``."""
    return tuple(word for word in name if word not in ("al", "el")) or name


def _ends(name: _Key, last: _Key) -> bool:
    return name[-len(last) :] == last


def _one_holder(one: _Key, other: _Key) -> bool:
    """Whether two who hold one office may be one person whose first name is spelled in two ways."""
    return len(one) > 1 < len(other) and one[-1] == other[-1] and one[0][:3] == other[0][:3]
