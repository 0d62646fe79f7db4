"""One event: its claims to its report."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimtrack.model.claims import COUNTED, UNCOUNTED, Claim
from claimtrack.model.dates import Period, instant
from claimtrack.model.report import Check, EventReport, QuestionReport
from claimtrack.model.told import NOTHING, Told
from claimtrack.reconciling import checks, discrepancies, positions, revisions
from claimtrack.reconciling import findings as found
from claimtrack.reconciling.assessing import assessed
from claimtrack.reconciling.bodies import Bodies
from claimtrack.reconciling.change import Change
from claimtrack.reconciling.circles import circles
from claimtrack.reconciling.comparability import Frame
from claimtrack.reconciling.figures import DEFAULT, RULES, derive
from claimtrack.reconciling.folding import fold_words
from claimtrack.reconciling.ground import settle
from claimtrack.reconciling.origins import Origins
from claimtrack.reconciling.positions import Held
from claimtrack.reconciling.wording import wording

_KINDS = {kind: number for number, kind in enumerate((*COUNTED, *UNCOUNTED))}


def reconcile(
    event_id: str,
    claims: Sequence[Claim],
    *,
    rule: str = DEFAULT,
    told: Told = NOTHING,
) -> EventReport:
    """Reconcile the claims of one event.

    A pure function; the order of the claims makes no difference.

    Args:
        event_id: The event's ID.
        claims: Its claims: not withdrawn, not rejected, at least one, each with ``id`` and
            ``question``.
        rule: The rule for preferred figures, one of `claimtrack.reconciling.RULES`.
        told: What people have told of its sources, places and questions.

    Returns:
        The event's report.

    Raises:
        ValueError: The rule is none of `claimtrack.reconciling.RULES`.
    """
    if rule not in RULES:
        raise ValueError(f"rule is {rule!r}, not one of {', '.join(RULES)}")
    who = Bodies(claims, told.bodies, told.parts)
    frame = Frame(claims, who, told.places)
    held: list[tuple[str, str | None, Sequence[Held]]] = []
    reports = []
    for (question, kind, scope), asked in _questions(claims):
        taken = positions.take(asked, who, frame)
        named = _places(taken, several=frame.places.several)
        settle(taken, frame.places)
        held.append((kind, scope, taken))
        changes = revisions.trace(taken, told.refused, frame.places)
        reports.append(_question(question, kind, scope, named, taken, changes, frame, rule, told))
    place = _commonest_place(claims)
    period = _period(claims)
    return EventReport(
        id=event_id,
        title=f"{place or 'Place unknown'}, {period}",
        place=place,
        start=period.start,
        end=period.end,
        claims=len(claims),
        unreviewed=[claim.status for claim in claims].count("proposed"),
        questions=tuple(reports),
        checks=tuple(_weighing(checks.run(held, frame), claims, reports)),
    )


def _weighing(
    found: Sequence[Check], claims: Sequence[Claim], reports: Iterable[QuestionReport]
) -> Iterator[Check]:
    """The checks with the questions that they weigh; a finding on one of these settles them."""
    if not found:
        return
    asked = {claim.id: claim.question for claim in claims}
    resolved = {report.id for report in reports if report.status == "resolved"}
    for check in found:
        questions = tuple(dict.fromkeys(filter(None, map(asked.get, check.claims))))
        settled = not resolved.isdisjoint(questions)
        yield check._replace(questions=questions, settled=settled)


def _question(
    question: str,
    kind: str,
    scope: str | None,
    places: tuple[str, ...],
    held: Sequence[Held],
    changes: Sequence[Change],
    frame: Frame,
    rule: str,
    told: Told,
) -> QuestionReport:
    """The report of one question."""
    origins = Origins(held)
    rounds = circles(held) if origins.relayed_by_speakers else []
    drawn = derive(held, origins, frame, rule, told)
    differences = discrepancies.find(held, frame)
    finding = told.findings.get(question)
    reopened = found.reopening(finding, drawn.comparable) if finding else []
    contested = bool(differences) and differences[0].type == "conflict"  # the gravest
    if finding is not None and not reopened:
        status = "resolved"
    elif contested or reopened:
        status = "contested"
    else:
        status = "agreed" if _corroborated(held, drawn.comparable, origins) else "single-origin"
    return QuestionReport(
        id=question,
        kind=kind,
        scope=scope,
        status=status,
        figures=drawn.figures,
        origins=origins.count,
        relays=origins.relays,
        positions=tuple([assessed(positions.as_record(one), one, told) for one in held]),
        discrepancies=tuple(differences),
        revisions=tuple([change.as_record() for change in changes]),
        finding=found.as_record(finding, reopened) if finding else None,
        wording=wording(held, drawn, origins, rounds),
        origin_names=origins.names(held),
        circles=tuple(rounds),
        places=places,
    )


def _corroborated(held: Sequence[Held], comparable: Sequence[Held], origins: Origins) -> bool:
    """Whether several origins stand by what is said; of statements, by the same words."""
    if any(one.quantity is not None for one in held):
        if origins.count == 1 or not comparable:
            return False
        if origins.of(comparable) > 1:
            return True
        # A vague word is a voice beside a number, though it never wins over one.
        measure = comparable[0].measure
        asserting = [
            one
            for one in held
            if one.standing and one.quantity and one.measure == measure and not one.claim.denies
        ]
        return origins.of(asserting) > 1
    same: defaultdict[tuple[str, ...], list[Held]] = defaultdict(list)
    for one in held:
        if one.standing:
            same[fold_words(one.claim.statement or "")].append(one)
    return any(origins.of(holders) > 1 for holders in same.values())


def _questions(
    claims: Sequence[Claim],
) -> list[tuple[tuple[str, str, str | None], list[Claim]]]:
    """The claims by question: counted kinds first, everyone before parts."""
    by_question: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_question[claim.question or f"{claim.kind} {claim.scope or ''}".rstrip()].append(claim)
    keyed = []
    for question, asked in by_question.items():
        keyed.append(((question, *_commonest_kind(asked)), asked))
    return sorted(
        keyed,
        key=lambda entry: (
            _KINDS.get(entry[0][1], len(_KINDS)),
            entry[0][1],
            entry[0][2] is not None,
            entry[0][2] or "",
            len(entry[0][0]),
            entry[0][0],
        ),
    )


def _commonest_kind(claims: Sequence[Claim]) -> tuple[str, str | None]:
    """The kind and the scope that most claims of a question have; hardly ever do they differ."""
    given = [(claim.kind, claim.scope) for claim in claims]
    if given.count(given[0]) == len(given):
        return given[0]
    used = Counter(given)
    return min(used, key=lambda ks: (-used[ks], ks[0], ks[1] is not None, ks[1] or ""))


def _places(held: Sequence[Held], *, several: bool) -> tuple[str, ...]:
    """The places that positions name, each as the first of them has it."""
    names: dict[int, str] = {}
    for one in held:
        if one.measure.place not in names and (name := one.claim.place or one.claim.place_text):
            names[one.measure.place] = name
            if not several:
                break
    return tuple(names.values())


def _commonest_place(claims: Sequence[Claim]) -> str | None:
    """The spelling of the place that most claims use."""
    given = [place for claim in claims if (place := claim.place or claim.place_text)]
    if given and given.count(given[0]) == len(given):
        return given[0]
    used = Counter(given)
    return min(used, key=lambda place: (-used[place], place)) if used else None


def _period(claims: Sequence[Claim]) -> Period:
    """From the first moment to the last that any claim gives."""
    given = [claim.period for claim in claims]
    if given.count(given[0]) == len(given) and given[0].start and given[0].end:
        return given[0]
    starts = {moment for period in given if (moment := period.start or period.end)}
    ends = {moment for period in given if (moment := period.end or period.start)}
    if not starts:
        return Period()
    return Period(
        min(starts, key=lambda m: (instant(m), m)),
        max(ends, key=lambda m: (instant(m, end=True), m)),
    )
