"""Who changed: revisions of one source on one question, and which positions still stand.

The rules are those of docs/method.md: a revision is by one source; a restatement is none; the
same window stated again with another number is one, a cumulative count taken further from one
bulletin to the next is not, unless its text tells the step.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import timedelta
from itertools import pairwise

from claimtrack.model.sources import slug_of
from claimtrack.reconciling.change import Change, change
from claimtrack.reconciling.comparability import ONE_OCCURRENCE, grows
from claimtrack.reconciling.ground import widened
from claimtrack.reconciling.lexicon import word_set
from claimtrack.reconciling.movement import movement
from claimtrack.reconciling.places import Places
from claimtrack.reconciling.positions import (
    CHANGE_CUES,
    Held,
    content,
    published_after,
    said_after,
)
from claimtrack.reconciling.refusals import Refusals
from claimtrack.reconciling.stance import trace_statements
from claimtrack.reconciling.timeline import moved

BULLETIN = timedelta(days=7)
"""A cumulative count that is taken further so often runs on from bulletin to bulletin; only where
its text tells the step is that a revision. It is set: bulletins of wars and epidemics come by the
day or by the week."""


def trace(
    positions: Sequence[Held],
    refused: Collection[tuple[str, str]] = (),
    places: Places | None = None,
) -> list[Change]:
    """Find every revision among the positions of one question, and mark what no longer stands.

    Args:
        positions: The question's positions, in the order in which they were said; their
            ``standing``, ``superseded_by`` and ``stale`` are set.
        refused: Pairs of claims' IDs between which a person said that there is no revision.
        places: The event's places, by which a source may have gone from a part to its whole.

    Returns:
        The revisions, in the order of their later ends.
    """
    refusals = Refusals(positions, refused)
    by_source: defaultdict[str, list[Held]] = defaultdict(list)
    for held in positions:
        by_source[held.voice.body].append(held)
    changes: list[Change] = []
    for series in by_source.values():
        changes += _trace_source(series, refusals, places)
    for body, series in by_source.items():
        inside = series[0].voice.inside
        if inside is not None and inside in by_source and inside != body:
            changes += _second_hand(series, by_source[inside], refusals)
    for one in changes:
        one.new.follows = True
    _heed_records(positions)
    fallen = [held for held in positions if held.superseded_by is not None]
    if fallen:
        _mark_late_echoes(fallen)
        _mark_borrowed(positions, fallen)
    changes.sort(key=lambda one: (one.new.number, one.old.number))
    return changes


def _heed_records(positions: Sequence[Held]) -> None:
    """What was recorded as superseded does not stand, nor what a newer text no longer says."""
    for held in positions:
        document = held.claim.document
        if document is not None and document.replaced_by is not None:
            held.standing = False
    superseded = [held for held in positions if held.claim.superseded_by]
    if superseded:
        by_id = {held.id: held for held in positions}
        for held in superseded:
            newer = by_id.get(held.claim.superseded_by or "")
            if newer is not None and newer is not held and held.standing:
                held.standing, held.superseded_by = False, newer


def _mark_late_echoes(fallen: Sequence[Held]) -> None:
    """A changed figure that was published after its source had said the newer one is an echo."""
    for held in fallen:
        newer = held.superseded_by
        if newer is None or newer.measure.window != held.measure.window:
            continue
        late = published_after(held, newer) and not (held.early or held.taken_back)
        if late and not held.outlets & newer.outlets:
            held.stale = True


def _mark_borrowed(positions: Sequence[Held], fallen: Sequence[Held]) -> None:
    """A figure that a relay gives as its own is an echo once its origin has changed it.

    The relay is known by having carried the same figure of that origin, or, where it is who
    published it, by naming it.
    """
    changed: defaultdict[object, list[Held]] = defaultdict(list)
    for held in fallen:
        if not held.standing and held.numeric:
            changed[held.bounds, held.measure].append(held)
    if not changed:
        return
    for held in positions:
        if not held.standing or not held.numeric:
            continue
        document = held.claim.document
        own = document is not None and slug_of(document.publisher or "") == held.voice.slug
        named = {slug_of(name) for name in held.claim.via} if own else set[str]()
        for origin in changed.get((held.bounds, held.measure), ()):
            if origin.voice.body == held.voice.body or origin.superseded_by is None:
                continue
            borrowed = origin.voice.slug in named or held.voice.slug in origin.relays
            if borrowed and not _went_back(origin, positions):
                held.standing, held.stale, held.superseded_by = False, True, origin.superseded_by
                break


def _went_back(origin: Held, positions: Sequence[Held]) -> bool:
    """Whether a source that had changed a figure stands by it again."""
    said = origin.voice.body, origin.bounds, origin.measure
    return any(
        one.standing and (one.voice.body, one.bounds, one.measure) == said for one in positions
    )


def _trace_source(
    series: Sequence[Held], refusals: Refusals, places: Places | None
) -> list[Change]:
    """The revisions of one source: within each place, along time and growing windows."""
    first = series[0]
    if len(series) == 1:
        first.standing = not first.taken_back
        return []
    if all(held.measure is first.measure for held in series):  # of one place and window, as most
        if all(_repeats(first, held) for held in series):
            return []
        changes = trace_statements(series, refusals)
        return [one for one in changes if not refusals.hold(one.old, one.new)]
    by_place: defaultdict[tuple[int, bool], list[Held]] = defaultdict(list)
    for held in series:
        by_place[held.measure.place, held.measure.basis == "identified"].append(held)
    changes = []
    for same_place in by_place.values():
        changes += _trace_windows(same_place, refusals)
    for (place, identified), counted in by_place.items():
        if not identified and (place, True) in by_place:
            changes += _rebased(counted, by_place[place, True])
    if places is not None and len(by_place) > 1:
        changes += widened(by_place, places)
    return [one for one in changes if not refusals.hold(one.old, one.new)]


def _repeats(first: Held, held: Held) -> bool:
    """Whether a source says of one measure nothing but what it said first."""
    return (
        held.bounds == first.bounds
        and held.claim.denies == first.claim.denies
        and not held.taken_back
    )


def _trace_windows(series: Sequence[Held], refusals: Refusals) -> list[Change]:
    """The revisions within each window, and from one window to the next where a text tells one."""
    by_window: defaultdict[object, list[Held]] = defaultdict(list)
    stated = {content(held): held.measure.window for held in reversed(series) if not held.early}
    for held in series:  # what a text recalls counts over the days that it was said to count over
        window = stated.get(content(held)) if held.early else None
        by_window[window or held.measure.window].append(held)
    changes: list[Change] = []
    for same_window in by_window.values():
        changes += trace_statements(same_window, refusals)
    if len(by_window) == 1:
        return changes
    chains = sorted(by_window.values(), key=lambda chain: chain[0].measure.window or ())
    furthest = {chain[0].measure.window[0]: chain for chain in chains if chain[0].measure.window}
    for chain in chains:
        window = chain[0].measure.window
        last = furthest[window[0]] if window else chain
        if last is not chain:
            _overtake(chain, last)
    for before, after in pairwise(chains):
        old, new = _said(before)[-1], _said(after)[0]
        cue = new.claim.revision_cue
        told = (
            cue == "correction"
            or new.measure.basis != old.measure.basis
            or (
                grows(old.measure, new.measure)
                and (cue in CHANGE_CUES or new.changed or _goes_on(old, new))
            )
        )
        if told and said_after(new, old) and movement(old.quantity, new.quantity) is not None:
            changes.append(change(old, new))
    return changes


def _said(chain: Sequence[Held]) -> Sequence[Held]:
    """What a source said itself, without what texts only recall, if it said anything."""
    return [held for held in chain if not held.early] or chain


def _goes_on(old: Held, new: Held) -> bool:
    """Whether a count taken further follows the one before, though no text tells the step.

    It does where more than a bulletin's time lies between the two, where one tells no last day
    and so is of no day's bulletin, and where what is counted comes and goes, as the missing do.
    """
    a, b = old.measure.window, new.measure.window
    if a is None or b is None:
        return False
    if old.claim.period.end is None or new.claim.period.end is None:
        return True
    if new.claim.kind in word_set("kinds", "falling"):
        return True
    return a[1] - a[0] > ONE_OCCURRENCE and b[1] - a[1] > BULLETIN


def _overtake(chain: Sequence[Held], last: Sequence[Held]) -> None:
    """A cumulative count taken further replaces the shorter ones as what the source stands by."""
    if grows(chain[0].measure, last[0].measure):
        for held in chain:
            if held.standing:
                held.standing = False
                held.superseded_by = last[0]


def _rebased(counted: Sequence[Held], identified: Sequence[Held]) -> list[Change]:
    """A source that went from counting all to counting the identified, and gave no total since."""
    last, first = counted[-1], identified[0]
    if movement(last.quantity, first.quantity) is None or not said_after(first, last):
        return []
    return [change(last, first)]


def _second_hand(inside: Sequence[Held], body: Sequence[Held], refusals: Refusals) -> list[Change]:
    """What a source inside a body said before the body itself said otherwise.

    The source speaks for the body at second hand only, so what it says after the body has spoken
    changes nothing. Statements of one figure are one position, and make one revision.
    """
    changes: dict[object, Change] = {}
    for held in inside:
        if not held.standing:
            continue
        same = [own for own in body if own.measure == held.measure]
        if not same or not all(said_after(own, held) for own in same):
            continue
        new = next((own for own in same if own.standing or not held.early), same[0])
        if moved(held, new) and not refusals.hold(held, new):
            held.standing, held.superseded_by = False, new
            changes[held.bounds, held.measure, id(new)] = change(held, new)
    return list(changes.values())
