"""Which names of one event are one body, and who speaks for it at first or second hand.

A body and its named spokespeople are one source (docs/method.md, revisions); a source inside a
body is a source of its own that speaks for the body at second hand; an official who is not named
is a source of their own. Names are joined only with names of the same event, and only where
exactly one candidate fits: a wrong join would invent a revision, a missed one merely leaves two
rows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from claimtrack.model.claims import Claim
from claimtrack.model.sources import ARTICLE, slug_of
from claimtrack.model.tongues import is_country
from claimtrack.reconciling.acronyms import acronyms, glossed
from claimtrack.reconciling.folding import fold_words
from claimtrack.reconciling.institutions import canonical, offices
from claimtrack.reconciling.names import (
    ParsedName,
    Relation,
    body_key,
    body_key_of_employer,
    parse_name,
)
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


class Voice(NamedTuple):
    """Who is speaking in one claim.

    Attributes:
        body: Identifies the source; equal for all names of one body.
        slug: The source's public slug.
        name: The name as the claim gives it, or the publisher's for an article's own voice.
        label: One name for all that the body is called in this event, for sentences.
        inside: The body that the speaker is inside of, when that body speaks in this event too.
        whole: The body that the speaker's is a part of, as a human has stored it.
        names: All that the body is called in this event, and by aliases, for what is told of any.
    """

    body: str
    slug: str
    name: str
    label: str
    inside: str | None = None
    whole: str | None = None
    names: tuple[str, ...] = ()

    @property
    def root(self) -> str:
        """The origin that it has by the speaker alone.

        Neither a source inside a body nor a part of it is independent of that body, and nameless
        ones count once a name.
        """
        return self.whole or self.inside or self.body.partition(" @")[0]


class Bodies:
    """The bodies of one event, found from every name that its claims use.

    Args:
        claims: The claims of the event.
        aliases: Slug → slug of the body it is another name of, as a human has stored it.
        parts: Slug → slug of the body it is a part of, likewise.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        aliases: Mapping[str, str] | None = None,
        parts: Mapping[str, str] | None = None,
    ) -> None:
        self._aliases = aliases or {}
        used = Counter(
            [
                name if name != ARTICLE else _in_own_voice(claim)
                for claim in claims
                for name in claim.claimants
            ]
        )
        called = {slug_of(name): name for name in sorted(used)} if self._aliases else {}
        self._parsed = {name: self._parse(name) for name in sorted(used)}
        told = [(self._parsed[name].key, key) for name, key in self._meant(called)]
        parsed = tuple(self._parsed.values())
        self._root, self._people = _joined(parsed, _abroad(claims), tuple(told))
        self._speaking = {
            self._root[parsed.key]
            for parsed in self._parsed.values()
            if parsed.relation is not Relation.INSIDE
        }
        self._names = self._body_names(used)
        self._called = self._every_name()
        self._wholes = self._wholes_of(parts) if parts else {}
        self._voices: dict[str, Voice] = {}

    def voice(self, claim: Claim, name: str) -> Voice:
        """Who speaks when a claim names this claimant.

        Args:
            claim: One of the event's claims.
            name: One of its claimants.

        Returns:
            The voice; an article's own voice is its publisher's.
        """
        if name == ARTICLE:
            name = _in_own_voice(claim)
        named = not claim.anonymous  # and so the same in every claim, unless inside a body
        voice = self._voices.get(name) if named else None
        if voice is None:
            voice = self._voice(claim, name)
            if self._wholes:
                voice = voice._replace(whole=self._wholes.get(name))
            if named and name != ARTICLE and self._parsed[name].relation is not Relation.INSIDE:
                self._voices[name] = voice
        return voice

    def of(self, claim: Claim, name: str) -> str:
        """What identifies the source when a claim names this claimant, as `Voice.body` does."""
        return self.voice(claim, name).body

    def _voice(self, claim: Claim, name: str) -> Voice:
        if name == ARTICLE:  # a text of an unknown publisher speaks for itself alone
            text = claim.document.label if claim.document else ""
            return Voice(f"{ARTICLE} {text}", slug_of(ARTICLE), ARTICLE, ARTICLE)
        parsed = self._parsed[name]
        root = self._root[parsed.key]
        body = " ".join(root)
        if parsed.relation is Relation.INSIDE:
            own = f"inside:{' '.join(parsed.own)}"
            if root in self._speaking:
                return Voice(own, slug_of(name), name, name, body)
            return Voice(own + _relayed(claim), slug_of(name), name, name)
        if claim.anonymous and parsed.relation is Relation.ITSELF:
            body += _relayed(claim)
            employer = self._root.get(body_key_of_employer(name) or ())
            if employer in self._speaking and employer != root:
                inside = " ".join(employer)
                return Voice(body, slug_of(self._names[root]), name, self._names[root], inside)
        called = self._names[root]
        return Voice(body, slug_of(called), name, called, names=self._called[root])

    def _parse(self, name: str) -> ParsedName:
        """A name taken apart; one that people have given a body is that body, and nobody in it."""
        parsed = parse_name(name)
        if self._aliases and slug_of(name) in self._aliases:
            return parsed._replace(relation=Relation.ITSELF, person=())
        return parsed

    def _meant(self, called: Mapping[str, str]) -> Iterator[tuple[str, _Key]]:
        """Names with the body that people have said they are of.

        A slug has lost the capitals by which a name is told apart, so the name that somebody of the
        event speaks under goes before it.
        """
        for name in self._parsed if self._aliases else ():
            target = self._aliases.get(slug_of(name))
            if target is not None:
                known = parse_name(called.get(target, ""))
                itself = target in called and known.relation is not Relation.INSIDE
                yield name, known.key if itself else body_key(target.replace("-", " "))

    def _wholes_of(self, parts: Mapping[str, str]) -> dict[str, str]:
        """Name → the body that it is a part of in the end, where somebody has told one.

        What is told of one name of a body holds for all of them.
        """
        root_of = dict[str, _Key]()
        told = dict[_Key, str]()
        for name, parsed in self._parsed.items():
            for slug in (slug_of(name), self._aliases.get(slug_of(name))):
                if slug is None:
                    continue
                if parsed.relation is not Relation.INSIDE:
                    root_of[slug] = self._root[parsed.key]
                if slug in parts:
                    told.setdefault(self._root[parsed.key], slug)
        found = {}
        for name, parsed in self._parsed.items():
            slug = told.get(self._root[parsed.key])
            seen = set[str]()
            while slug is not None and slug in parts and slug not in seen:
                seen.add(slug)
                slug = self._aliases.get(parts[slug], parts[slug])
                slug = told.get(root_of[slug], slug) if slug in root_of else slug
            if slug is not None:
                found[name] = " ".join(root_of[slug]) if slug in root_of else f"whole:{slug}"
        return found

    def _every_name(self) -> dict[_Key, tuple[str, ...]]:
        """All names of each body, other names that people have told among them."""
        names: defaultdict[_Key, list[str]] = defaultdict(list)
        for name, parsed in self._parsed.items():
            names[self._root[parsed.key]].append(name)
            if self._aliases and (other := self._aliases.get(slug_of(name))):
                names[self._root[parsed.key]].append(other)
        return {root: tuple(every) for root, every in names.items()}

    def _body_names(self, used: Counter[str]) -> dict[_Key, str]:
        """The name of each body: its commonest own name, else that of whoever speaks for it."""
        names: defaultdict[_Key, list[tuple[bool, int, str]]] = defaultdict(list)
        for name, parsed in self._parsed.items():
            other = (
                parsed.relation is not Relation.ITSELF
                or parsed.key in self._people
                or slug_of(name) in self._aliases
            )
            names[self._root[parsed.key]].append((other, -used[name], name))
        return {root: min(found)[2] for root, found in names.items()}


def _in_own_voice(claim: Claim) -> str:
    """Who speaks where a document does: its publisher, if anybody knows it."""
    return (claim.document and claim.document.publisher) or ARTICLE


def _abroad(claims: Iterable[Claim]) -> frozenset[str]:
    """The countries whose people some of the claims count: ``French nationals``."""
    scopes = {claim.scope for claim in claims if claim.scope}
    words = {word for scope in scopes for word in fold_words(scope)}
    words |= {word.removesuffix("s") for word in words}  # ``Peruvians``
    return frozenset(word for one in words for word in canonical((one,)) if is_country(word))


def _relayed(claim: Claim) -> str:
    """What tells one nameless source from another: the outlet that vouches for it.

    ``Officials`` in one paper and ``officials`` in another need not be the same people.
    """
    outlet = claim.via[0] if claim.via else claim.document.publisher if claim.document else None
    return f" @{slug_of(outlet)}" if outlet else ""


@lru_cache(maxsize=4096)
def _joined(
    parsed: tuple[ParsedName, ...],
    abroad: frozenset[str] = frozenset(),
    told: tuple[tuple[_Key, _Key], ...] = (),
) -> tuple[Mapping[_Key, _Key], frozenset[_Key]]:
    """Body words → the words that stand for all names of that body; and which are a person's.

    The same few names speak in event after event, so the answer is kept. What people have told of
    a name goes before what its shape may tell of it.
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
        joined = [
            join(short, longer[0])
            for short, longer in meant
            if len({root(long) for long in longer}) == 1
        ]
        joining = any(joined)
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
