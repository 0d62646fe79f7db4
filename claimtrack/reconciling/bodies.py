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
from typing import NamedTuple

from claimtrack.model.claims import Claim
from claimtrack.model.sources import ARTICLE, slug_of
from claimtrack.model.tongues import is_country
from claimtrack.reconciling.folding import fold_words
from claimtrack.reconciling.institutions import canonical
from claimtrack.reconciling.joined_names import joined
from claimtrack.reconciling.names import Relation, body_key, body_key_of_employer, parse_name

_Key = tuple[str, ...]


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
        every = [
            name if name != ARTICLE else _in_own_voice(claim)
            for claim in claims
            for name in claim.claimants
        ]
        names = tuple(sorted(set(every)))
        told: dict[str, str] = {}
        for name in names if self._aliases else ():
            if (other := self._aliases.get(slug_of(name))) is not None:
                told[name] = other
        self._cast = cast = _cast(names, _abroad(claims), tuple(told.items()))
        self._parsed, self._root, self._names = cast.parsed, cast.root, cast.commonest(every)
        self._wholes = self._wholes_of(parts) if parts else {}
        # Where nobody has two names, who speaks is the same in every event with these names.
        self._voices = {} if parts or cast.several else cast.voices

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
            if root in self._cast.speaking:
                return Voice(own, slug_of(name), name, name, body)
            return Voice(own + _relayed(claim), slug_of(name), name, name)
        if claim.anonymous and parsed.relation is Relation.ITSELF:
            body += _relayed(claim)
            employer = self._root.get(body_key_of_employer(name) or ())
            if employer in self._cast.speaking and employer != root:
                inside = " ".join(employer)
                return Voice(body, slug_of(self._names[root]), name, self._names[root], inside)
        called = self._names[root]
        return Voice(body, slug_of(called), name, called, names=self._cast.called[root])

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


class _Cast:
    """What some names are to each other, in whichever event and however often they are used.

    Args:
        names: The names, in the order of the alphabet.
        abroad: Countries whose people are counted.
        told: Names with the slug of the body that people have said they are of.
    """

    def __init__(
        self, names: tuple[str, ...], abroad: frozenset[str], told: Mapping[str, str]
    ) -> None:
        self.parsed = {name: parse_name(name) for name in names}
        for name in told:  # it is that body, and nobody in it
            self.parsed[name] = self.parsed[name]._replace(relation=Relation.ITSELF, person=())
        every = tuple(self.parsed.values())
        meant = [(self.parsed[name].key, key) for name, key in self._meant(told)]
        self.root, people = joined(every, abroad, meant)
        #: The bodies that speak themselves.
        self.speaking = {self.root[p.key] for p in every if p.relation is not Relation.INSIDE}
        self._own: defaultdict[_Key, list[tuple[bool, str]]] = defaultdict(list)
        called: defaultdict[_Key, list[str]] = defaultdict(list)
        for name, parsed in self.parsed.items():
            other = parsed.relation is not Relation.ITSELF or parsed.key in people or name in told
            self._own[self.root[parsed.key]].append((other, name))
            called[self.root[parsed.key]] += [name, told[name]] if name in told else [name]
        #: All names of each body, other names that people have told among them.
        self.called = {root: tuple(names) for root, names in called.items()}
        #: Whether a body has several names.
        self.several = len(self._own) < len(names)
        self._only = {root: own[0][1] for root, own in self._own.items()}
        self.voices: dict[str, Voice] = {}

    def commonest(self, used: Sequence[str]) -> Mapping[_Key, str]:
        """The name of each body: its commonest own name, else that of whoever speaks for it."""
        if not self.several:
            return self._only
        times = Counter(used)
        return {
            root: min([(other, -times[name], name) for other, name in own])[2]
            for root, own in self._own.items()
        }

    def _meant(self, told: Mapping[str, str]) -> Iterator[tuple[str, _Key]]:
        """Names with the body that people have said they are of.

        A slug has lost the capitals by which a name is told apart, so the name that somebody of the
        event speaks under goes before it.
        """
        called = {slug_of(name): name for name in self.parsed} if told else {}
        for name, target in told.items():
            known = parse_name(called.get(target, ""))
            itself = target in called and known.relation is not Relation.INSIDE
            yield name, known.key if itself else body_key(target.replace("-", " "))


@lru_cache(maxsize=4096)
def _cast(
    names: tuple[str, ...], abroad: frozenset[str], told: tuple[tuple[str, str], ...]
) -> _Cast:
    """The same few names speak in event after event, so what they are is kept."""
    return _Cast(names, abroad, dict(told))


def _in_own_voice(claim: Claim) -> str:
    """Who speaks where a document does: its publisher, if anybody knows it."""
    return (claim.document and claim.document.publisher) or ARTICLE


def _abroad(claims: Iterable[Claim]) -> frozenset[str]:
    """The countries whose people some of the claims count: ``French nationals``."""
    scopes = {claim.scope for claim in claims if claim.scope}
    if not scopes:
        return frozenset()
    words = {word for scope in scopes for word in fold_words(scope)}
    words |= {word.removesuffix("s") for word in words}  # ``Peruvians``
    return frozenset(word for one in words for word in canonical((one,)) if is_country(word))


def _relayed(claim: Claim) -> str:
    """What tells one nameless source from another: the outlet that vouches for it.

    ``Officials`` in one paper and ``officials`` in another need not be the same people.
    """
    outlet = claim.via[0] if claim.via else claim.document.publisher if claim.document else None
    return f" @{slug_of(outlet)}" if outlet else ""
