"""Victims told one by one: which mentions are the same person, and how many there are.

A mention is resolved against the victims so far by name, age, gender and role, the latest
first; an indefinite description that nothing contradicts is the same person again (headline, lead
and body of a report introduce one victim three times).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimtrack.reading.counted import Counted
from claimtrack.reading.findings import Finding
from claimtrack.reading.items import Row
from claimtrack.reading.lexicon import Lexicon
from claimtrack.reading.people import Person

_YOUNG = frozenset({"boy", "girl", "child", "baby", "toddler", "infant", "kid", "son", "daughter",
                    "preschooler", "newborn", "grandson", "granddaughter"})  # fmt: skip
_TEEN = frozenset({"teen", "teenager", "sophomore", "freshman"})
_OLD = frozenset({"man", "woman", "father", "mother", "grandfather", "grandmother", "husband",
                  "wife", "officer", "deputy", "trooper", "adult", "dad", "mom", "uncle", "aunt",
                  "gentleman", "lady", "businessman", "teacher"})  # fmt: skip
_RELATIONS = frozenset({"father", "mother", "husband", "wife", "son", "daughter", "brother",
                        "sister", "grandfather", "grandmother", "uncle", "aunt", "nephew", "niece",
                        "cousin", "boyfriend", "girlfriend", "grandson", "granddaughter",
                        "stepfather", "stepmother", "stepson", "stepdaughter"})  # fmt: skip


_COMPANIONS = frozenset({"passenger", "driver", "pilot"})
_PRONOUNS = frozenset({"he", "she", "him", "her", "they", "them", "himself", "herself"})
_ALIKE = (
    frozenset({"father", "husband", "grandfather", "stepfather", "uncle", "boyfriend"}),
    frozenset({"mother", "wife", "grandmother", "stepmother", "aunt", "girlfriend"}),
    frozenset({"son", "brother", "grandson", "nephew", "stepson", "cousin"}),
    frozenset({"daughter", "sister", "granddaughter", "niece", "stepdaughter", "cousin"}),
)
"""Relations of one generation: one man is his wife's husband and his son's father."""


@dataclass(slots=True)
class Victim:
    """One person whom a document says something happened to.

    Attributes:
        number: Position in order of first mention.
        text: The best words for the person: a name, else the first description.
        names: Lower-case parts of the name.
        gender: ``m``, ``f`` or empty.
        ages: Ages stated.
        roles: Nouns used.
        wrongdoer: Described as a suspect or attacker.
        fresh: First mentioned as another (``another man``), which is often of another event.
        bare: Last mentioned without an article, as headlines do.
        line: Where last mentioned.
        kinds: What is said to have happened.
        mentions: Sentences and tokens where mentioned.
        remote: Only told of another time than the rest of the text.
    """

    number: int
    text: str
    names: tuple[str, ...] = ()
    gender: str = ""
    ages: set[int] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    wrongdoer: bool = False
    bare: bool = False
    fresh: bool = False
    line: int = 0
    kinds: set[str] = field(default_factory=set)
    mentions: set[tuple[int, int]] = field(default_factory=set)
    remote: bool = True


@dataclass(slots=True)
class Roll:
    """The victims of a document, by mention."""

    lexicon: Lexicon
    victims: list[Victim] = field(default_factory=list)

    def resolve(
        self, finding: Finding, row: Row, line: int, *, remote: bool = False, apart: bool = False
    ) -> tuple[Victim, ...]:
        """The victims that a finding is about.

        Args:
            finding: A finding with persons, or with a count of exactly one.
            row: Its sentence.
            line: The sentence's number.
            remote: The sentence tells of another time than the rest of the text.
            apart: The sentence says that it tells of another event.

        Returns:
            One victim for each person mentioned, all different.
        """
        chosen: list[Victim] = []
        for person in mentions(finding, row):
            victim = self._known(person, line, chosen, apart=apart) or self._new(person)
            self._learn(victim, person, line)
            victim.kinds.add(finding.kind)
            victim.remote = victim.remote and (remote or apart)
            chosen.append(victim)
        return tuple(chosen)

    def count(self, kind: str) -> list[Victim]:
        """The victims of a kind; whoever died is counted among the killed alone."""
        victims = [v for v in self.victims if kind in v.kinds and not v.remote]
        if kind == "injured":
            return [v for v in victims if "killed" not in v.kinds]
        return victims

    def _known(
        self, person: Person, line: int, chosen: Sequence[Victim], *, apart: bool
    ) -> Victim | None:
        mentioned = [v for v in self.victims if (line, person.start) in v.mentions]
        if mentioned and mentioned[0] not in chosen:
            return mentioned[0]
        if person.fresh or (apart and person.form != "pronoun"):
            return None
        fitting = [v for v in self.victims if v not in chosen and self._fits(v, person, line)]
        if not fitting:
            return None
        named = [v for v in fitting if person.names and set(person.names) & set(v.names)]
        aged = [v for v in fitting if person.age is not None and person.age in v.ages]
        return max(named or aged or fitting, key=lambda v: (v.line, -v.number))

    def _fits(self, victim: Victim, person: Person, line: int) -> bool:
        """Whether nothing speaks against a mention being a victim."""
        if person.form == "pronoun":
            return not (person.gender and victim.gender and person.gender != victim.gender)
        if person.gender and victim.gender and person.gender != victim.gender:
            return False
        if person.names and victim.names:
            return _same_name(victim.names, person.names)
        if person.age is not None and victim.ages and person.age not in victim.ages:
            return False
        if self._suspect(person) != victim.wrongdoer and person.role and victim.roles:
            return False
        if not _same_age_group(victim, person):
            return False
        if person.form == "possessive" and person.role in _COMPANIONS:
            return person.role in victim.roles
        if person.form == "possessive" and person.role in _RELATIONS:
            # "killed his wife": she is not whoever else the sentence names
            return _same_relation(victim.roles, person.role) and (
                victim.line != line or person.role in victim.roles
            )
        if person.age is not None and person.age in victim.ages:
            return True
        if victim.line != line or person.form not in ("indefinite", "bare", "name"):
            return True
        # two descriptions in one sentence are two persons, unless the second names the first, or
        # the first is a headline run into the sentence
        return bool(person.names and not victim.names) or (victim.bare and person.age is not None)

    def _suspect(self, person: Person) -> bool:
        return person.role in self.lexicon.lists["persons.suspect"]

    def _new(self, person: Person) -> Victim:
        victim = Victim(len(self.victims), person.text, fresh=person.fresh)
        self.victims.append(victim)
        return victim

    def _learn(self, victim: Victim, person: Person, line: int) -> None:
        if person.names and len(person.names) >= len(victim.names):
            if not victim.names or len(person.names) > len(victim.names):
                victim.text = person.text
            victim.names = person.names
        elif not victim.names and victim.text.lower() in _PRONOUNS:
            victim.text = person.text
        victim.gender = victim.gender or person.gender
        if person.age is not None:
            victim.ages.add(person.age)
        if person.role:
            victim.roles.add(person.role)
        victim.wrongdoer = victim.wrongdoer or self._suspect(person)
        victim.mentions.add((line, person.start))
        victim.bare = person.form == "bare"
        victim.line = line


def mentions(finding: Finding, row: Row) -> list[Person]:
    """The persons of a finding; ``one person`` is one too, ``himself`` is the subject."""
    found = []
    myself = row.lows[finding.verb : finding.end]
    for person in finding.persons:
        if finding.rule == "reflexive" and not person.gender:
            gender = "m" if "himself" in myself else "f" if "herself" in myself else ""
            person = person._replace(gender=gender)
        if person.text.lower() in ("himself", "herself", "themselves"):
            subject = [
                item.holds
                for item in row.items
                if isinstance(item.holds, Person)
                and item.start < finding.verb
                and item.holds.gender in ("", person.gender)
            ]
            if subject:
                person = subject[0]._replace(gender=person.gender or subject[0].gender)
        found.append(person)
    for counted in finding.counted:
        if len(found) == 1 and found[0].names and counted.end < found[0].start + 1:
            continue  # "one of its students, Blake Hill": the name says who
        if counted.amount.quantity.exact and counted.amount.quantity.low == 1:
            gender = ""
            words = row.lows[counted.amount.start : counted.amount.end]
            found.append(
                Person(
                    _words(row, counted), counted.amount.start, counted.end,
                    gender=gender, role=counted.head if counted.head != "person" else "",
                    fresh="another" in words or "other" in words,
                )
            )  # fmt: skip
    return found


def _words(row: Row, counted: Counted) -> str:
    return " ".join(token.text for token in row.tokens[counted.amount.start : counted.end])


def _same_relation(known: set[str], new: str) -> bool:
    """Whether relations can mean one person, seen from different relatives."""
    related = known & _RELATIONS
    return not related or any({new, role} <= group for role in related for group in _ALIKE)


def _same_name(known: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether two names can be one person's: one is part of the other, or first and last agree."""
    if set(known) <= set(new) or set(new) <= set(known):
        return True
    return len(known) > 1 and len(new) > 1 and known[0] == new[0] and known[-1] == new[-1]


def _same_age_group(victim: Victim, person: Person) -> bool:
    """Whether the nouns and ages used can be one person's."""
    roles = victim.roles | ({person.role} if person.role else set())
    ages = victim.ages | ({person.age} if person.age is not None else set())
    bridged = any(14 <= age <= 19 for age in ages)
    if roles & _YOUNG and roles & _OLD and not (roles & {"son", "daughter"} or bridged):
        return False
    if any(age >= 19 for age in ages) and roles & (_YOUNG - {"son", "daughter"}):
        return False
    if any(age >= 23 for age in ages) and roles & _TEEN:
        return False
    if any(age < 15 for age in ages) and roles & _OLD:
        return False
    return not (any(age < 11 for age in ages) and roles & _TEEN)
