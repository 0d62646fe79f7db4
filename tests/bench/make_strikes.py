"""A first kind of synthetic claims with known events: single claims about attacks, many spellings.

Every claim stands alone, in a document of its own. Towns have made-up names, half of them with a
look-alike, and every town is spelt in several ways: transliterated by ear, with and without an
article, misspelt, with its country. A third of the events follow another one in the same town
within three days. Cluster sizes have a long tail, values disagree, a few dates are missing. The
number of events a town and day is the same however many claims there are. Standard library only;
the same arguments give the same claims.

Usage: ``python -m tests.bench.make_strikes N SEED OUT`` writes OUT.jsonl and OUT.gold.json.
"""

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

_HEADS = "Ba Da Ha Ja Ka Ma Na Qa Ra Sa Ta Za Bei Dei Khu Mu Su Tu Ghi Shu Zu Ari Idi Umm".split()
_MIDDLES = "r l n m s d b j kh gh q sh th z f h rr ll ss dd".split()
_VOWELS = "a i u ou ee aa ai e o".split()
_TAILS = "n r m d b sh q iyah a eh un it ak oun in an ar el or".split()
_COUNTRIES = ("Sarmatia", "Lower Karun", "Orissia", "Tavastan", "Nuria", "Hejara", "Beladin")
_BY_EAR = (
    ("q", "k"), ("kh", "h"), ("gh", "g"), ("sh", "ch"), ("th", "t"), ("ou", "u"), ("ee", "i"),
    ("aa", "a"), ("ai", "ei"), ("iyah", "iya"), ("eh", "a"), ("ll", "l"), ("ss", "s"), ("e", "i"),
    ("o", "u"), ("j", "dj"), ("z", "s"), ("dd", "d"),
)  # fmt: skip
_ACTS = {
    "bombing": ("an air raid", "warplanes", "a bombing run", "bombs from the air"),
    "drone": ("a drone", "an unmanned aircraft", "a drone strike"),
    "shells": ("shelling", "artillery", "mortar rounds", "howitzers"),
    "missile": ("a missile", "rockets", "a rocket salvo"),
    "car bomb": ("a car bomb", "a truck packed with explosives", "a vehicle bomb"),
    "mine": ("a landmine", "a roadside bomb", "an explosive device"),
    "gunmen": ("gunmen", "armed men", "a shooting"),
    "raid": ("a night raid", "troops on foot", "an incursion"),
}
_TARGETS = (
    "a grain store", "a clinic", "a school yard", "a cattle market", "a bus stop", "a bridge",
    "an army post", "a courthouse", "a tea house", "a water tower", "a camp of the displaced",
    "a wedding", "a funeral", "a mosque", "a church", "a power line", "a prison", "a bakery",
)  # fmt: skip
_SIDES = (
    "the army",
    "insurgents",
    "a militia",
    "foreign troops",
    "an armed group",
    "border guards",
)
_SPEAKERS = (
    "the interior ministry", "a nurse", "police", "villagers", "the rescue service", "a monitor",
    "an army spokesman", "the governor", "aid workers", "a tribal elder", "state television",
)  # fmt: skip
_OUTLETS = ("Plain Dealer", "Dawn Wire", "Frontier Post", "Radio Meridian", "The Ledger", "Argus")
_WORDS = {
    "killed": ("killed", "dead", "lost their lives"),
    "injured": ("injured", "wounded", "hurt"),
    "missing": ("missing", "unaccounted for"),
    "displaced": ("displaced", "driven from their homes"),
}
_SHARES = (55, 30, 6, 9)
_SENTENCES = (
    "{value} people were {word} when {act} hit {target} in {place}, {who} said.",
    "{who} spoke of {value} {word} after {act} at {target} near {place}.",
    "{act} in {place} on {day}: {value} {word}, according to {who}.",
    "{side} was blamed for {act} on {target} in {place} that left {value} {word}.",
    "The toll of {act} in {place} stands at {value} {word}, {who} said.",
    "On {day}, {act} struck {target} in {place}; {value} {word}.",
    "{value} {word} in {place}, reports {outlet}.",
)
_DENSITY = 0.04
"""Events a town and day."""
_FIRST_DAY = date(2021, 3, 1)


@dataclass(frozen=True)
class _Strike:
    town: int
    start: date
    act: str
    target: str
    side: str
    toll: dict[str, int]


def strikes(count: int, seed: int) -> Iterator[tuple[dict[str, Any], int]]:
    """Claim records with the number of the event that each is about.

    Args:
        count: How many claims.
        seed: Which of them.

    Yields:
        A record as `claimtrack.model.records` has it, and its event.
    """
    chance = random.Random(f"strikes {seed} {count}")
    towns = _towns(chance, max(40, int(4 * count**0.5)))
    days = max(30, int(count / 5 / (len(towns) * _DENSITY)))
    spellings = [_spellings(chance, name) for name in towns]
    events: list[_Strike] = []
    made = 0
    while made < count:
        event = _strike(chance, events, len(towns), days)
        events.append(event)
        for _ in range(min(80, int(chance.paretovariate(0.95)) + chance.randrange(3))):
            made += 1
            yield {"id": f"s{made}", **_claim(chance, event, spellings[event.town])}, len(events)


def _towns(chance: random.Random, count: int) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < count:
        name = chance.choice(_HEADS)
        for _ in range(chance.choice((1, 1, 2))):
            name += chance.choice(_MIDDLES) + chance.choice(_VOWELS)
        name += chance.choice(_TAILS)
        names[name] = None
        if chance.random() < 0.5:  # a town of almost the same name
            names[name[:-1] + chance.choice("bdgklmnrst")] = None
    return list(names)[:count]


def _spellings(chance: random.Random, name: str) -> list[str]:
    found = [name]
    for _ in range(6):
        spelt = name
        for written, heard in chance.sample(_BY_EAR, 8):
            if chance.random() < 0.5:
                spelt = spelt[0] + spelt[1:].replace(written, heard, 1)
        if chance.random() < 0.3:
            spelt = chance.choice(("Al ", "al-", "El-")) + spelt
        found.append(spelt)
    return found


def _strike(chance: random.Random, before: list[_Strike], towns: int, days: int) -> _Strike:
    town, start = int(towns * chance.random() ** 1.4), _FIRST_DAY
    start += timedelta(days=chance.randrange(days))
    act = chance.choice(list(_ACTS))
    if before and chance.random() < 0.3:
        near = chance.choice(before)
        town, start = near.town, near.start + timedelta(days=chance.randint(-3, 3))
        act = near.act if chance.random() < 0.4 else act
    killed = max(1, int(chance.lognormvariate(1.5, 1.1)))
    toll = {"killed": killed, "injured": int(killed * chance.uniform(0.5, 4)) + 1}
    toll |= {"missing": chance.randrange(1, 20), "displaced": chance.randrange(20, 3000)}
    return _Strike(town, start, act, chance.choice(_TARGETS), chance.choice(_SIDES), toll)


def _claim(chance: random.Random, event: _Strike, spellings: list[str]) -> dict[str, Any]:
    name = spellings[0] if chance.random() < 0.5 else chance.choice(spellings)
    if chance.random() < 0.05:
        cut = chance.randrange(1, len(name) - 1)
        name = name[:cut] + name[cut + 1 :]
    form = chance.random()
    place = f"{name}, {_COUNTRIES[event.town % len(_COUNTRIES)]}" if form < 0.1 else name
    place = f"near {name}" if 0.1 <= form < 0.14 else place
    off = chance.choices((0, -1, 1, 2), (80, 9, 9, 2))[0]
    day = event.start + timedelta(days=off)
    said = day + timedelta(days=min(30, int(chance.expovariate(0.5))))
    kind = chance.choices(list(_WORDS), _SHARES)[0]
    low = event.toll[kind]
    if chance.random() < 0.4:
        low = max(1, round(low * chance.uniform(0.6, 1.4)))
    who = chance.choice(_SPEAKERS)
    outlet = chance.choice(_OUTLETS)
    act = chance.choice(_ACTS[event.act]) if chance.random() < 0.8 else "an attack"
    quote = chance.choice(_SENTENCES).format(
        value=low, word=chance.choice(_WORDS[kind]), act=act, side=event.side, who=who,
        target=event.target if chance.random() < 0.85 else "the area", place=name,
        day=day.strftime("%A"), outlet=outlet,
    )  # fmt: skip
    dated = None if chance.random() < 0.015 else day.isoformat()
    return {
        "kind": kind, "low": low, "high": low if chance.random() < 0.9 else None,
        "claimants": [who], "via": [outlet], "place": place, "event_start": dated,
        "event_end": dated, "stated_at": said.isoformat(), "quote": quote,
        "document": {
            "external_id": f"{outlet}/{chance.randrange(10**12)}",
            "publisher": outlet, "published": said.isoformat(),
        },
    }  # fmt: skip


def write(count: int, seed: int, out: str) -> None:
    """Write the records and, beside them, the event of each by the record's id."""
    gold: dict[str, int] = {}
    lines: list[str] = []
    for record, event in strikes(count, seed):
        gold[record["id"]] = event
        lines.append(json.dumps(record, ensure_ascii=False) + "\n")
    random.Random(seed).shuffle(lines)
    Path(f"{out}.jsonl").write_text("".join(lines), encoding="utf-8")
    Path(f"{out}.gold.json").write_text(json.dumps(gold), encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
