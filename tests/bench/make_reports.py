"""A second kind of synthetic claims with known events, so that weights are not fitted to one kind.

Unlike single claims about strikes, these come in articles: several claims each, some without a
place or date of their own, some recalling an earlier event; accidents, disasters and city crime;
few places that see much and many that see little; namesakes told apart by what follows the comma;
months instead of days; running tolls. Standard library only; the same arguments give the same
claims.

Usage: ``python -m tests.bench.make_reports N SEED OUT`` writes OUT.jsonl and OUT.gold.json.
"""

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

_BUSY = (
    "Chicago, Illinois", "São Paulo, Brazil", "Bogotá, Colombia", "Manila, Philippines",
    "Johannesburg, South Africa", "Karachi, Pakistan", "Port-au-Prince, Haiti", "Mumbai, India",
)  # fmt: skip
_QUIET = (
    "Springfield, Illinois", "Springfield, Ohio", "Springfield, Missouri", "Columbus, Ohio",
    "Columbus, Georgia", "Portland, Oregon", "Portland, Maine", "Birmingham, Alabama",
    "Birmingham, England", "Valencia, Spain", "Valencia, Venezuela", "Córdoba, Argentina",
    "Córdoba, Spain", "San José, Costa Rica", "San Jose, California", "Santiago, Chile",
    "Santiago de Cuba, Cuba", "Mérida, Mexico", "Mérida, Venezuela", "Guadalajara, Mexico",
    "León, Mexico", "León, Nicaragua", "Oaxaca, Mexico", "Cúcuta, Colombia", "Cali, Colombia",
    "Medellín, Colombia", "Callao, Peru", "Arequipa, Peru", "Cusco, Peru", "La Paz, Bolivia",
    "La Paz, Mexico", "Quito, Ecuador", "Guayaquil, Ecuador", "Maracaibo, Venezuela",
    "Recife, Brazil", "Belém, Brazil", "Manaus, Brazil", "Petrópolis, Brazil", "Mariana, Brazil",
    "Rosario, Argentina", "Mendoza, Argentina", "Kathmandu, Nepal", "Pokhara, Nepal",
    "Lucknow, India", "Kanpur, India", "Nagpur, India", "Guwahati, India", "Kochi, India",
    "Kochi, Japan", "Morbi, India", "Joshimath, India", "Wayanad, India", "Balasore, India",
    "Cox's Bazar, Bangladesh", "Chittagong, Bangladesh", "Khulna, Bangladesh", "Colombo, Sri Lanka",
    "Kandy, Sri Lanka", "Galle, Sri Lanka", "Cebu, Philippines", "Davao, Philippines",
    "Tacloban, Philippines", "Iloilo, Philippines", "Baguio, Philippines", "Palu, Indonesia",
    "Padang, Indonesia", "Cianjur, Indonesia", "Malang, Indonesia", "Surabaya, Indonesia",
    "Đà Nẵng, Vietnam", "Huế, Vietnam", "Chiang Mai, Thailand", "Pattani, Thailand",
    "Lashio, Myanmar", "Durban, South Africa", "Pretoria, South Africa", "Lusaka, Zambia",
    "Blantyre, Malawi", "Beira, Mozambique", "Pemba, Mozambique", "Mwanza, Tanzania",
    "Kisumu, Kenya", "Mombasa, Kenya", "Garissa, Kenya", "Kumasi, Ghana", "Accra, Ghana",
    "Abidjan, Ivory Coast", "Bouaké, Ivory Coast", "Thiès, Senegal", "Genoa, Italy",
    "L'Aquila, Italy", "Bologna, Italy", "Amatrice, Italy", "Lyon, France", "Nice, France",
    "Toulouse, France", "Marseille, France", "Köln, Germany", "München, Germany", "Łódź, Poland",
    "Wrocław, Poland", "Tempi, Greece", "Thessaloniki, Greece", "Pylos, Greece", "İzmir, Turkey",
    "Malatya, Turkey", "Gümüşhane, Turkey", "Plovdiv, Bulgaria", "Niš, Serbia", "Skopje, Macedonia",
    "Kočani, Macedonia", "Durrës, Albania", "Málaga, Spain", "Sevilla, Spain", "Porto, Portugal",
    "Leicester, England", "Leeds, England", "Bradford, England", "Cardiff, Wales", "Hull, England",
    "Halifax, Nova Scotia", "Halifax, England", "Lac-Mégantic, Quebec", "Saskatoon, Saskatchewan",
    "Osaka, Japan", "Kyoto, Japan", "Wajima, Japan", "Suzu, Japan", "Gwangju, South Korea",
    "Busan, South Korea", "Jeju, South Korea", "Christchurch, New Zealand", "Apia, Samoa",
)  # fmt: skip
_DISTRICTS = (
    "Riverside Maple Harbour Cathedral Union Liberty Mission Orchard Cedar Quarry Mill Abbey "
    "Summit Palmer Lincoln Bolívar Gandhi Mandela Rizal Kennedy Churchill Windsor Fuller Ashland"
).split()
_FIRST = (
    "Ana Luis Maria Jorge Priya Arjun Rahul Anita Joseph Grace Thabo Naledi Paulo Carla Marco "
    "Giulia Pierre Amélie Kenji Yuki Minh Linh James Emma Tyrone Keisha Carlos Rosa Diego Elena "
    "Samuel Ruth Peter Hanna Viktor Olga Ramon Isabel Daniel Noah"
).split()
_LAST = (
    "Alvarez Mendes Quispe Rojas Sharma Patel Reddy Okafor Mensah Dlamini Botha Silva Moreno "
    "Rossi Bianchi Dupont Laurent Tanaka Suzuki Nguyen Tran Walker Hughes Bennett Coleman Jackson "
    "Ortega Navarro Kowalski Novak Petrov Jensen Larsen Murphy Doyle Kaplan Weiss Santos Reyes Cruz"
).split()
_WHAT = {
    "shooting": (("a shooting", "gunfire", "shots fired from a car", "a gunman"),
                 ("a barber shop", "a nightclub", "a block party", "a filling station", "a park")),
    "stabbing": (("a knife attack", "a stabbing"), ("a train platform", "a market", "a school")),
    "crash": (("a crash", "a head-on collision", "a pile-up"), ("a bus", "a minibus", "a lorry")),
    "derailment": (("a derailment", "a train crash"), ("a passenger train", "a freight train")),
    "fire": (("a fire", "a blaze", "flames"), ("a factory", "a hostel", "a warehouse", "a flat")),
    "flood": (("flooding", "flash floods", "a mudslide"), ("homes", "a camp site", "a bridge")),
    "quake": (("an earthquake", "a strong quake", "a tremor"), ("homes", "a school", "a hotel")),
    "sinking": (("a capsizing", "a ferry sinking"), ("a ferry", "a fishing boat", "a barge")),
    "collapse": (("a collapse",), ("a building", "a mine", "a stand", "a footbridge")),
    "outbreak": (("a cholera outbreak", "an outbreak"), ("a camp", "a district", "a hospital")),
    "stampede": (("a stampede", "a crush"), ("a festival", "a stadium", "a temple")),
    "explosion": (("an explosion", "a gas leak"), ("a restaurant", "a refinery", "a house")),
}  # fmt: skip
_KINDS = {"killed": "dead", "injured": "injured", "missing": "missing", "displaced": "homeless"}
_WEIGHTS = (50, 35, 10, 5)
_SPEAKERS = (
    "police", "the fire service", "the mayor", "a hospital director", "the civil defence agency",
    "rescuers", "the governor", "the coroner", "the transport ministry", "a union official",
)  # fmt: skip
_PAPERS = ("Courier", "Tribune", "Diario", "Gazette", "Standard", "Correio", "Examiner", "Mail")
_OPENINGS = (
    "{value} people were {word} in {place} on {weekday} after {what} at {where}, {who} said.",
    "{what} at {where} in {place} left {value} {word}, according to {who}.",
    "{who} put the number of {word} from {what} in {place} at {value}.",
    "{place}: {value} {word} after {what} hit {where} in {street}.",
    "{value} were {word}, among them {name}, when {what} struck {where} in {place}.",
)
_SEQUELS = (
    "{who} said {value} were {word}.",
    "{name}, {age}, was one of {value} {word} on {street}.",
    "Earlier, {who} had spoken of {value} {word}.",
    "{value} were {word}, said {name}'s family.",
    "The number of {word} stood at {value} on {weekday}.",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIRST_DAY = date(2023, 1, 1)


@dataclass(frozen=True)
class _Event:
    number: int
    place: str
    start: date
    what: str
    where: str
    street: str
    names: tuple[str, ...]
    toll: dict[str, int]
    runs: int


def reports(count: int, seed: int) -> Iterator[tuple[dict[str, Any], int]]:
    """Claim records with the number of the event that each is about.

    Args:
        count: About how many claims; the last article may run over.
        seed: Which of them.

    Yields:
        A record as `claimtrack.model.records` has it, and its event.
    """
    chance = random.Random(f"{seed}/{count}")
    days = max(60, count // 50)
    events: list[_Event] = []
    made = article = 0
    while made < count:
        event = _event(chance, len(events), days, events)
        events.append(event)
        for _ in range(min(40, int(chance.paretovariate(1.1)))):
            article += 1
            past = chance.choice(events[-400:]) if chance.random() < 0.15 else None
            for record, about in _article(chance, event, past, article):
                made += 1
                yield {"id": f"r{made}", **record}, about.number


def _event(chance: random.Random, number: int, days: int, before: list[_Event]) -> _Event:
    if before and chance.random() < 0.25:  # a look-alike: the same town within the week
        twin = chance.choice(before[-200:])
        place, start = twin.place, twin.start + timedelta(days=chance.randint(-4, 4))
        what = twin.what if chance.random() < 0.5 else chance.choice(list(_WHAT))
    else:
        place = chance.choice(_BUSY if chance.random() < 0.3 else _QUIET)
        start = _FIRST_DAY + timedelta(days=chance.randrange(days))
        what = chance.choice(list(_WHAT))
    killed = int(chance.lognormvariate(1.2, 1.2))
    toll = {"killed": killed, "injured": int(killed * chance.uniform(0.5, 4)) + 1}
    toll |= {"missing": int(chance.lognormvariate(1, 1)), "displaced": chance.randrange(20, 4000)}
    return _Event(
        number, place, start, what, chance.choice(_WHAT[what][1]),
        f"{chance.choice(_DISTRICTS)} {chance.choice(('Street', 'Road', 'Park', 'Avenue'))}",
        tuple(f"{chance.choice(_FIRST)} {chance.choice(_LAST)}" for _ in range(3)),
        toll, 30 if what in ("outbreak", "flood") and chance.random() < 0.3 else 0,
    )  # fmt: skip


def _article(
    chance: random.Random, event: _Event, past: _Event | None, number: int
) -> Iterator[tuple[dict[str, Any], _Event]]:
    said = event.start + timedelta(days=min(40, int(chance.expovariate(0.4))))
    document = {"external_id": f"a{number}", "publisher": chance.choice(_PAPERS)}
    document["published"] = said.isoformat()
    for n in range(chance.choice((1, 1, 2, 3, 3, 4, 5))):
        yield _claim(chance, event, said, n == 0) | {"document": document}, event
    if past is not None and past.start <= said:
        yield _claim(chance, past, said, True) | {"document": document}, past


def _claim(chance: random.Random, event: _Event, said: date, opening: bool) -> dict[str, Any]:
    kind = chance.choices(list(_KINDS), _WEIGHTS)[0]
    value = event.toll[kind]
    if chance.random() < 0.3:
        value = max(0, round(value * chance.uniform(0.6, 1.4)))
    place = _spelled(chance, event) if opening or chance.random() < 0.75 else None
    day = event.start + timedelta(days=chance.choice((0, 0, 0, 0, 0, 0, 0, 0, 1, -1)))
    start: date | None = day
    end = day
    if event.runs:
        start, end = event.start, max(event.start + timedelta(days=event.runs), said)
    elif chance.random() < 0.03:
        start, end = day.replace(day=1), _month_end(day)
    elif chance.random() < (0.03 if opening else 0.15):
        start = None
    quote = chance.choice(_OPENINGS if opening else _SEQUELS).format(
        value=value, word=_KINDS[kind], place=place or "the city", weekday=_DAYS[day.weekday()],
        what=chance.choice(_WHAT[event.what][0]), where=event.where, street=event.street,
        who=chance.choice(_SPEAKERS), name=chance.choice(event.names), age=chance.randint(18, 80),
    )  # fmt: skip
    return {
        "kind": kind, "low": value, "high": value, "claimants": [chance.choice(_SPEAKERS)],
        "place": place, "event_start": start and start.isoformat(),
        "event_end": start and end.isoformat(), "stated_at": said.isoformat(), "quote": quote,
    }  # fmt: skip


def _month_end(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


_PLAIN = str.maketrans(
    "áàãâéêèíóôõúüçñöäšśčńłŁİĐđẵňễăơưếřşğë", "aaaaeeeiooouucnoasscnlLIDdaneaouersge"
)


def _spelled(chance: random.Random, event: _Event) -> str:
    """One of the ways in which papers write the place of an event."""
    name, _, within = event.place.partition(", ")
    if chance.random() < 0.5:
        name = name.translate(_PLAIN)
    if chance.random() < 0.04 and len(name) > 5:
        cut = chance.randrange(1, len(name) - 1)
        name = name[:cut] + name[cut + 1 :]
    form = chance.random()
    if form < 0.35:
        return f"{name}, {within}"
    if form < 0.42:
        return f"{chance.choice(('near', 'outside', 'central', 'north of'))} {name}"
    if form < 0.47:
        return f"{name} city"
    if form < 0.55:
        return f"{event.street.split()[0]} district, {name}"
    return name


def write(count: int, seed: int, out: str) -> None:
    """Write the records and, beside them, the event of each by the record's id."""
    gold: dict[str, int] = {}
    lines: list[str] = []
    for record, event in reports(count, seed):
        gold[record["id"]] = event
        lines.append(json.dumps(record, ensure_ascii=False) + "\n")
    random.Random(seed).shuffle(lines)
    Path(f"{out}.jsonl").write_text("".join(lines), encoding="utf-8")
    Path(f"{out}.gold.json").write_text(json.dumps(gold), encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
