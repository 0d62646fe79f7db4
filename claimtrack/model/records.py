"""The claim record: a claim as the JSON-ready mapping that other tools read and write."""

from collections.abc import Callable, Mapping
from typing import Any

from claimtrack.errors import Problem
from claimtrack.model.claims import NO_PERIOD, Claim, Passage
from claimtrack.model.dates import Period, check_moment, days_in
from claimtrack.model.documents import Document
from claimtrack.model.quantities import Quantity

_Problems = list[tuple[str | None, str]]

FIELDS = (
    "id", "external_id", "status", "kind", "scope", "persons", "low", "high", "approximate",
    "vague", "value_text", "basis", "statement", "claimants", "anonymous", "via", "place",
    "place_text", "event_start", "event_end", "stated_at", "hedge", "denies", "revision_cue",
    "quote", "start", "end", "restated", "document", "event", "question", "superseded_by",
    "inherited", "rule", "confidence", "recorded_at",
)  # fmt: skip
"""The record's fields, in the order they are written."""

DOCUMENT_FIELDS = ("id", "external_id", "publisher", "title", "url", "published")
"""The fields of a record's ``document``."""

LISTS = ("persons", "claimants", "via", "inherited")
FLAGS = ("approximate", "vague", "anonymous", "denies")
WHOLE_NUMBERS = ("low", "high", "start", "end")
_TEXTS = (
    "id", "external_id", "status", "kind", "scope", "value_text", "basis", "statement", "place",
    "place_text", "event_start", "event_end", "stated_at", "hedge", "revision_cue", "quote",
    "event", "question", "superseded_by", "rule", "recorded_at",
)  # fmt: skip
_KNOWN = frozenset(FIELDS)
_KNOWN_DOCUMENT = frozenset(DOCUMENT_FIELDS)
_TEXT_SET = frozenset(_TEXTS)
_LIST_SET = frozenset(LISTS)
_FLAG_SET = frozenset(FLAGS)
_WHOLE_SET = frozenset(WHOLE_NUMBERS)


def to_record(claim: Claim) -> dict[str, Any]:
    """A claim as its record.

    Args:
        claim: Any claim.

    Returns:
        A JSON-ready mapping with every one of `FIELDS`, in that order.
    """
    quantity, passage, document = claim.quantity, claim.passage, claim.document
    return {
        "id": claim.id,
        "external_id": claim.external_id,
        "status": claim.status,
        "kind": claim.kind,
        "scope": claim.scope,
        "persons": list(claim.persons),
        "low": quantity.low if quantity else None,
        "high": quantity.high if quantity else None,
        "approximate": quantity.approximate if quantity else False,
        "vague": quantity.vague if quantity else False,
        "value_text": claim.value_text,
        "basis": claim.basis,
        "statement": claim.statement,
        "claimants": list(claim.claimants),
        "anonymous": claim.anonymous,
        "via": list(claim.via),
        "place": claim.place,
        "place_text": claim.place_text,
        "event_start": claim.period.start,
        "event_end": claim.period.end,
        "stated_at": claim.stated_at,
        "hedge": claim.hedge,
        "denies": claim.denies,
        "revision_cue": claim.revision_cue,
        "quote": passage.quote if passage else None,
        "start": passage.start if passage else None,
        "end": passage.end if passage else None,
        "restated": [passage_record(again) for again in claim.restated],
        "document": document_reference(document) if document else None,
        "event": claim.event,
        "question": claim.question,
        "superseded_by": claim.superseded_by,
        "inherited": list(claim.inherited),
        "rule": claim.rule,
        "confidence": claim.confidence,
        "recorded_at": claim.recorded_at,
    }


def passage_record(passage: Passage) -> dict[str, Any]:
    """A passage as one entry of a record's ``restated``."""
    return {"quote": passage.quote, "start": passage.start, "end": passage.end}


def document_reference(document: Document) -> dict[str, Any]:
    """A document as the ``document`` of a record: which one it is, without its text."""
    return {name: getattr(document, name) for name in DOCUMENT_FIELDS}


class BadRecordError(ValueError):
    """A record breaks a rule; ``problems`` lists each broken rule with its field."""

    def __init__(self, problems: _Problems) -> None:
        super().__init__("; ".join(f"{name}: {said}" if name else said for name, said in problems))
        self.problems = problems

    def at(self, where: str) -> list[Problem]:
        """The problems with the place in the file that the record stood at."""
        return [Problem(where, name, said) for name, said in self.problems]


def from_record(record: Mapping[str, Any]) -> Claim:
    """Check a record and make it a claim.

    Blank texts count as absent, and a month or a year in which something happened becomes its days.
    The claim's ``external_id`` is the record's; where the record has no such field, it is the
    record's ``id``. The record's ``id``, ``event``, ``question`` and
    ``recorded_at``, and its document's ``id``, belong to the database it came from and are not
    taken over; nor is ``superseded_by``, which the importer translates.

    Args:
        record: A mapping with some of `FIELDS`.

    Returns:
        The claim, with no ID yet.

    Raises:
        BadRecordError: A field is unknown, missing, of the wrong type, or against a rule.
    """
    problems: _Problems = []
    if not record.keys() <= _KNOWN:
        problems += [(str(n), "is not a field of a claim record") for n in record.keys() - _KNOWN]
    got = _typed(record, problems)
    _spell_out(got)
    if not problems:
        try:
            return _claim(got)
        except (ValueError, KeyError):
            pass  # the long way below tells every rule that is broken, not only the first
    for name, said in (("kind", ""), ("claimants", "; a figure needs its speaker")):
        if not got.get(name) and not any(named == name for named, _ in problems):
            problems.append((name, f"is missing{said}"))
    _complain(got, problems)
    raise BadRecordError(problems)


def _spell_out(got: dict[str, Any]) -> None:
    """Put the first and last day for a month or a year in which something happened."""
    start, end = (days_in(got.get(name, "")) for name in ("event_start", "event_end"))
    if start is not None:
        got["event_start"] = start[0]
        got.setdefault("event_end", start[1])
    if end is not None:
        got["event_end"] = end[1]


def _typed(record: Mapping[str, Any], problems: _Problems) -> dict[str, Any]:
    """The fields that are there, each of its type; those of another type become problems."""
    got: dict[str, Any] = {}
    for name, value in record.items():
        if value is None or value == "":
            continue
        if name in _TEXT_SET:
            if not isinstance(value, str):
                if name not in ("id", "external_id") or not _whole(value):
                    problems.append((name, f"{value!r} is not text"))
                    continue
                value = str(value)  # spreadsheets and databases number their rows
            if not value.isspace():
                got[name] = value
        elif name in _LIST_SET:
            if not isinstance(value, (list, tuple)) or not all(isinstance(v, str) for v in value):
                problems.append((name, f"{value!r} is not a list of texts"))
                continue
            got[name] = tuple(stripped for v in value if (stripped := v.strip()))
        elif name in _WHOLE_SET:
            if isinstance(value, float) and value.is_integer():
                value = int(value)
            if not _whole(value):
                problems.append((name, f"{value!r} is not a whole number"))
                continue
            got[name] = value
        elif name in _FLAG_SET:
            if not isinstance(value, bool):
                problems.append((name, f"{value!r} is neither true nor false"))
                continue
            got[name] = value
        elif name == "confidence":
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                problems.append((name, f"{value!r} is not a number"))
                continue
            got[name] = float(value)
        else:
            got[name] = value
    if "external_id" not in record and "id" in got:
        got["external_id"] = got["id"]
    return got


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _claim(got: Mapping[str, Any]) -> Claim:
    """The claim that typed fields make; ValueError or KeyError where a rule is broken."""
    return Claim(
        kind=got["kind"].strip(),
        claimants=got["claimants"],
        quantity=_quantity(got),
        value_text=got.get("value_text"),
        statement=got.get("statement"),
        scope=got.get("scope"),
        persons=got.get("persons", ()),
        basis=got.get("basis", "count"),
        anonymous=got.get("anonymous", False),
        via=got.get("via", ()),
        place=got.get("place"),
        place_text=got.get("place_text"),
        period=_period(got),
        stated_at=got.get("stated_at"),
        hedge=got.get("hedge"),
        denies=got.get("denies", False),
        revision_cue=got.get("revision_cue"),
        passage=_passage(got),
        restated=_restated(got.get("restated")),
        document=_document(got.get("document")),
        status=got.get("status", "accepted"),
        inherited=got.get("inherited", ()),
        rule=got.get("rule"),
        confidence=got.get("confidence"),
        external_id=got.get("external_id"),
    )


def _complain(got: Mapping[str, Any], problems: _Problems) -> None:
    """Add every rule that typed fields break, each with its field."""
    before = len(problems)
    for name in ("event_start", "event_end", "stated_at"):
        _check(problems, name, check_moment, got.get(name))
    if len(problems) == before:
        _check(problems, "event_start", _period, got)
    _check(problems, "low", _quantity, got)
    _check(problems, "start", _passage, got)
    _check(problems, "restated", _restated, got.get("restated"))
    _check(problems, "document", _document, got.get("document"))
    if problems:
        return
    try:
        _claim(got)
    except ValueError as error:
        field, _, said = str(error).partition(" ")
        known = field.rstrip(",") in _KNOWN
        problems.append((field.rstrip(","), said) if known else (None, str(error)))


def _check(problems: _Problems, name: str, make: Callable[[Any], object], given: Any) -> None:
    """Add what ``make`` has to complain of, if anything is given."""
    if given is None:
        return
    try:
        make(given)
    except ValueError as error:
        problems.append((name, str(error)))


def _quantity(got: Mapping[str, Any]) -> Quantity | None:
    low, high, vague = got.get("low"), got.get("high"), got.get("vague", False)
    if low is None and high is None and not vague:
        if got.get("approximate"):
            raise ValueError("approximate is true though there is no number")
        return None
    return Quantity(low, high, got.get("approximate", False), vague)


def _period(got: Mapping[str, Any]) -> Period:
    start, end = got.get("event_start"), got.get("event_end")
    return Period(start, end) if start or end else NO_PERIOD


def _passage(got: Mapping[str, Any]) -> Passage | None:
    quote, start, end = got.get("quote"), got.get("start"), got.get("end")
    if quote is None:
        if start is not None or end is not None:
            raise ValueError("start and end need a quote")
        return None
    return Passage(quote, start, end)


def _restated(value: object) -> tuple[Passage, ...]:
    if not value:
        return ()
    if not isinstance(value, (list, tuple)):
        raise ValueError(f"{value!r} is not a list of quotes")
    passages = []
    for item in value:
        if not isinstance(item, Mapping) or not isinstance(item.get("quote"), str):
            raise ValueError(f"{item!r} has no quote")
        if not item.keys() <= {"quote", "start", "end"}:
            raise ValueError(f"{item!r} has other fields than quote, start and end")
        if not all(isinstance(item.get(n), (int, type(None))) for n in ("start", "end")):
            raise ValueError(f"{item!r} has an offset that is not a whole number")
        passages.append(Passage(item["quote"], item.get("start"), item.get("end")))
    return tuple(passages)


def _document(value: object) -> Document | None:
    if not value:
        return None
    if not isinstance(value, Mapping):
        raise ValueError(f"{value!r} is not a document reference")
    if unknown := value.keys() - _KNOWN_DOCUMENT:
        raise ValueError(f"{', '.join(sorted(map(str, unknown)))}: not a field of a document")
    got: dict[str, str] = {}
    for name, text in value.items():
        if isinstance(text, int) and not isinstance(text, bool) and name in ("id", "external_id"):
            text = str(text)
        if text is not None and not isinstance(text, str):
            raise ValueError(f"{name} is {text!r}, which is not text")
        if text and not text.isspace():
            got[name] = text
    own = got.pop("id", None)
    if "external_id" not in value and own is not None:
        got["external_id"] = own
    return Document(**got) if got else None
