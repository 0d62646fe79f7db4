"""The report as its record: one JSON document, written event by event.

Its text is put together here, field by field: by way of dictionaries it takes more than twice as
long (measured). The IDs of claims, and the words for types, statuses and directions, hold nothing
that JSON would escape, and are written as they are.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import ClassVar

from claimtrack.model.json_text import in_one_line, json_line, quoted
from claimtrack.model.report import (
    SCHEMA,
    Check,
    Contested,
    Discrepancy,
    EventReport,
    Figures,
    Position,
    QuestionReport,
    ReportHeader,
    Revision,
)


class JsonReport:
    """The report for other tools, one event a line; ``docs/data-model.md`` describes it."""

    summed: ClassVar[bool] = False

    def event(self, event: EventReport) -> str:
        """One event as a JSON object on one line."""
        return in_one_line(
            f'{{"id": {quoted(event.id)}, "title": {quoted(event.title)}, '
            f'"place": {_text(event.place)}, '
            f'"start": {_text(event.start)}, "end": {_text(event.end)}, '
            f'"claims": {event.claims}, "unreviewed": {event.unreviewed}, '
            f'"questions": {_list(map(_question, event.questions))}, '
            f'"checks": {_list(map(_check, event.checks))}}}'
        )

    def lines(
        self,
        header: ReportHeader,
        events: Iterable[str],
        summary: Iterable[Contested] = (),  # noqa: ARG002 (its facts are those of the events)
    ) -> Iterator[str]:
        """The report, line by line; see `ReportFormat`.

        Args:
            header: What stands above the events.
            events: Each as an object; consumed as the lines are.
            summary: What is contested; not told again, and not consumed.

        Yields:
            Lines without their line ends.
        """
        yield f'{{"schema": {json_line(SCHEMA)},'
        yield f'"generated_at": {json_line(header.generated_at)},'
        yield f'"as_of": {json_line(header.as_of)},'
        if header.as_of_said is not None:
            yield f'"as_of_said": {json_line(header.as_of_said)},'
        # One event is held back, since the last one must not be followed by a comma.
        held = '"events": ['
        for event in events:
            yield held
            held = f"{event},"
        yield held.removesuffix(",")
        yield "]}"


def _question(asked: QuestionReport) -> str:
    finding = "null" if asked.finding is None else json_line(asked.finding)
    return (
        f'{{"id": {quoted(asked.id)}, "kind": {quoted(asked.kind)}, "scope": {_text(asked.scope)}, '
        f'"status": "{asked.status}", "figures": {_figures(asked.figures)}, '
        f'"origins": {asked.origins}, "relays": {asked.relays}, '
        f'"positions": {_list(map(_position, asked.positions))}, '
        f'"discrepancies": {_list(map(_difference, asked.discrepancies))}, '
        f'"revisions": {_list(map(_revision, asked.revisions))}, '
        f'"finding": {finding}, "wording": {quoted(asked.wording)}, '
        f'"origin_names": {_texts(asked.origin_names)}, '
        f'"circles": {_list(map(_texts, asked.circles)) if asked.circles else "[]"}, '
        f'"places": {_texts(asked.places)}}}'
    )


def _figures(figures: Figures) -> str:
    latest, preferred = "null", "null"
    if (one := figures.latest) is not None:
        latest = f'{{{_bounds(one.low, one.high)}, "claim": "{one.claim}"}}'
    if (one := figures.preferred) is not None:
        rule = _text(one.rule)
        preferred = f'{{{_bounds(one.low, one.high)}, "claim": "{one.claim}", "rule": {rule}}}'
    bounds = _bounds(figures.low, figures.high)
    return f'{{{bounds}, "latest": {latest}, "preferred": {preferred}}}'


def _position(position: Position) -> str:
    (
        source,
        name,
        _,
        claim,
        low,
        high,
        stated_at,
        standing,
        via,
        unreviewed,
        figure,
        state,
        known,
        place,
        start,
        end,
        basis,
        hedge,
    ) = position
    return (
        f'{{"source": {quoted(source)}, "name": {quoted(name)}, "claim": "{claim}", '
        f'{_bounds(low, high)}, "stated_at": {"null" if stated_at is None else quoted(stated_at)}, '
        f'"standing": {_FLAG[standing]}, "via": {_texts(via)}, '
        f'"unreviewed": {_FLAG[unreviewed]}, "figure": {quoted(figure)}, "state": "{state}", '
        f'"assessment": {"null" if known is None else json_line(known._asdict())}, '
        f"{_measured(place, start, end, basis, hedge)}}}"
    )


def _check(check: Check) -> str:
    type_, claims, reason, questions, settled = check
    return (
        f'{{"type": "{type_}", "claims": {_list(map(quoted, claims))}, "reason": {quoted(reason)}, '
        f'"questions": {_list(map(quoted, questions))}, "settled": {_FLAG[settled]}}}'
    )


def _difference(found: Discrepancy) -> str:
    type_, (one, other), reason = found
    return f'{{"type": "{type_}", "claims": ["{one}", "{other}"], "reason": {quoted(reason)}}}'


def _revision(revision: Revision) -> str:
    source, from_, to, type_, direction, reason = revision
    return (
        f'{{"source": {quoted(source)}, "from": "{from_}", "to": "{to}", "type": "{type_}", '
        f'"direction": "{direction}", "reason": {quoted(reason)}}}'
    )


@lru_cache(maxsize=4096)
def _measured(
    place: str | None, start: str | None, end: str | None, basis: str, hedge: str | None
) -> str:
    """Where, when and how it was counted, in which the positions of an event are mostly alike."""
    return (
        f'"place": {_text(place)}, "event_start": {_text(start)}, "event_end": {_text(end)}, '
        f'"basis": {quoted(basis)}, "hedge": {_text(hedge)}'
    )


@lru_cache(maxsize=4096)
def _bounds(low: int | None, high: int | None) -> str:
    return f'"low": {"null" if low is None else low}, "high": {"null" if high is None else high}'


def _text(value: str | None) -> str:
    return "null" if value is None else quoted(value)


@lru_cache(maxsize=4096)
def _texts(values: tuple[str, ...]) -> str:
    return _list(map(quoted, values))


def _list(written: Iterable[str]) -> str:
    return f"[{', '.join(written)}]"


_FLAG = ("false", "true")
