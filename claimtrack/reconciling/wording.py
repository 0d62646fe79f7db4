"""The neutral sentence: who says what, who said otherwise and when, and what confirms it.

It is made from the data alone and fit to paste: ``said`` and nothing stronger or weaker, ranges
spelled out, no cause, no blame, no adjective (docs/method.md, wording).
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from claimtrack.model.dates import is_month, spoken_day, spoken_month
from claimtrack.reconciling.counted import assertion, individual
from claimtrack.reconciling.figures import Choice, Drawn
from claimtrack.reconciling.lexicon import word_set
from claimtrack.reconciling.origins import Origins
from claimtrack.reconciling.phrases import (
    at_hour,
    by_the_hour,
    carried,
    carried_on,
    carrier,
    figure,
    hedged,
    listed,
    number,
    on_day,
    opening,
    short_figure,
    speaker,
)
from claimtrack.reconciling.positions import Held, content
from claimtrack.reconciling.voices import Voices
from claimtrack.reconciling.whereabouts import whereabouts

CLAUSES = 6
"""So many figures are told in one sentence; the rest are counted."""

RECALLED = 3
"""So many earlier figures of one source are told; of more, the first and the last."""

NOTHING = "nothing that was said on this stands"
"""The clause of a question on which everything was taken back."""

_ECHOES = 2
"""So many outlets that repeat a changed figure are named."""


def wording(
    positions: Sequence[Held],
    drawn: Drawn,
    origins: Origins,
    circles: Sequence[Sequence[str]] = (),
) -> str:
    """Word one question.

    Args:
        positions: Its positions, after `revisions.trace`.
        drawn: Its figures, of which the preferred one is told first.
        origins: Its independent roots.
        circles: Those who relay each other in a circle.

    Returns:
        One sentence on who says what, one on what confirms it, and one for each circle of relays.
    """
    if positions[0].quantity is None and all(held.quantity is None for held in positions):
        return _statements(positions)
    clauses = _Clauses(positions, drawn, origins)
    said = clauses.told()
    told = _sentence("; ".join(said) or NOTHING)
    if clauses.anything_stands:
        told += f" {_confirmation(drawn.choices, clauses.count)}"
    elif said:
        told += f" {_sentence(NOTHING)}"
    for names in circles:
        told += f" {listed(names)} relay each other in a circle."
    return told


def _sentence(clauses: str) -> str:
    return f"{opening(clauses)}."


def _over(first: date, last: date) -> str:
    """The days that a figure counts over, as they stand behind its place."""
    if is_month(first, last):
        return f" in {spoken_month(first)}"
    begin, end = spoken_day(first.isoformat()), spoken_day(last.isoformat())
    return f" on {begin}" if begin == end else f" from {begin} to {end}"


class _Clauses:
    """The clauses of one question's sentence."""

    def __init__(self, positions: Sequence[Held], drawn: Drawn, origins: Origins) -> None:
        self._positions = positions
        self._origins = origins
        self._preferred = drawn.preferred
        self._measure = drawn.preferred and drawn.preferred.measure
        self._fallen = [held for held in positions if not held.standing]
        self.anything_stands = len(self._fallen) < len(positions)
        self._timed = _timed(self._fallen)
        self._dated = bool(self._timed) or len({held.day for held in positions}) > 1
        self._told: Sequence[Sequence[Held]] = ()
        self.count = 0

    def told(self) -> list[str]:
        """The clauses in their order: what stands, what was said at first, what differs in kind.

        Of many figures some are only counted; of denials none is, since each is against them all.
        """
        groups = self._groups()
        self.count = len(groups)
        self._told = groups
        clauses: list[str] = []
        before: list[Held] = []
        shown = groups
        if len(groups) > CLAUSES:
            shown = groups[:CLAUSES] + [g for g in groups[CLAUSES:] if g[0].claim.denies]
        for group in shown:
            clauses.append(self._clause(group, before))
            before = group
        if (more := len(groups) - len(shown)) > 0:
            clauses.append(f"{number(more)} other {_were(more, 'figure')} given")
        if self._fallen:
            clauses += self._taken_back()
            clauses += self._echoes()
        return clauses

    def _groups(self) -> list[list[Held]]:
        """Positions that say one thing, the best supported first."""
        by_value: defaultdict[object, list[Held]] = defaultdict(list)
        vague = hedged = False
        for held in self._positions:
            if held.standing or _at_second_hand(held):
                claim, quantity, said = held.claim, held.quantity, None
                hedged = hedged or claim.hedge is not None
                if quantity is None:
                    said = claim.statement
                elif quantity.vague:
                    said, vague = claim.value_text, True
                early = held.early or not held.standing
                by_value[held.measure, held.bounds, said, claim.denies, early].append(held)
        groups = list(by_value.values())
        if hedged:
            groups = [part for group in groups for part in _by_hedge(group)]
        if len(groups) < 2:
            return groups
        if vague:
            # A vague word adds nothing where its own speakers give the number.
            counted = {held.voice.body for group in groups for held in group if held.numeric}
            groups = [
                group
                for group in groups
                if group[0].quantity is None
                or not group[0].quantity.vague
                or not {held.voice.body for held in group} <= counted
            ]
        return sorted(groups, key=self._precedence)

    def _precedence(self, group: Sequence[Held]) -> tuple[object, ...]:
        """By what groups are told one before the other."""
        first = group[0]
        early = first.early or not first.standing
        return (
            first.quantity is None,
            first.measure != self._measure,
            first.claim.denies,
            early,
            self._preferred not in group,
            -self._origins.of([held for held in group if held.standing] if early else group),
            -group[-1].number,
        )

    def _clause(self, group: Sequence[Held], before: Sequence[Held]) -> str:
        """One figure with everybody who stands by it, after the clause of another group."""
        first = _teller(group)
        voices = Voices(group, dated=self._dated, timed=group[0].id in self._timed)
        if first.quantity is None:
            return voices.quoting("denied" if first.claim.denies else "said", _quoted(first))
        early = first.early or not first.standing
        opens = not before or first.measure != before[0].measure
        if first.claim.denies:
            return f"{self._denied(first, voices, opens=opens)}{self._before(group)}"
        said = "at first said" if early else "said"
        if before and not opens and _same_speaker(before, group):
            return voices.saying(f"also {said}", short_figure(first))
        told = voices.telling if opens else voices.saying
        changed = self._before(group) if self._fallen and not early else ""
        what = self._full(first, named=_names_one(group)) if opens else short_figure(first)
        return f"{told(said, what)}{changed}"

    def _denied(self, held: Held, voices: Voices, *, opens: bool) -> str:
        """What was denied: ``it`` only where nothing else was told than what is denied."""
        quantity = held.quantity
        assert quantity is not None  # statements are quoted
        asserted = {(g[0].measure, g[0].bounds) for g in self._told if not g[0].claim.denies}
        if asserted == {(held.measure, held.bounds)}:
            return voices.saying("denied", "it")
        if opens or quantity.vague or quantity.high == 0:
            return voices.telling("denied", self._full(held) if opens else assertion(held))
        return voices.saying("denied", f"the figure of {short_figure(held)}")

    def _full(self, held: Held, *, named: bool = True) -> str:
        """A position's figure with the thing counted, the place, and the days where they differ."""
        place = held.claim.place or held.claim.place_text
        where = f" {whereabouts(place)}" if place else ""
        if held.measure.window is not None and held.claim.period:
            where += _over(*held.measure.window)
        return assertion(held, where, named=named)

    def _before(self, group: Sequence[Held]) -> str:
        """What the group's speakers had said before of the same thing, and when."""
        changed = [held for held in self._fallen if held.superseded_by and not held.stale]
        told = []
        place_window = group[0].measure[:2]
        bodies = dict.fromkeys(held.voice.body for held in group)
        for body in bodies:
            own = [h for h in changed if h.voice.body == body and h.measure[:2] == place_window]
            if own:
                recalled = self._recalled(own, group[-1])
                alone = len(bodies) == 1
                told.append(
                    f", having {recalled}" if alone else f"; {speaker(own[0])} had {recalled}"
                )
        return "".join(told)

    def _recalled(self, earlier: Sequence[Held], now: Held) -> str:
        """What a source said before, and what of it was withdrawn, as participles."""
        said, withdrawn = dict[object, Held](), dict[object, Held]()
        for held in earlier:
            (withdrawn if held.taken_back else said).setdefault(content(held), held)
        # A text that withdraws a figure was made on another day than the figure.
        back = {
            key: self._when(held) if held.day != now.day else "" for key, held in withdrawn.items()
        }
        if said.keys() == withdrawn.keys() and len(said) == 1:
            ((key, held),) = said.items()
            return f"said {short_figure(held)}{self._when(held)} and withdrawn it{back[key]}"
        told = []
        if said:
            told.append(f"said {self._listed([*said.values()])}")
        if withdrawn:
            figures = [f"{_figure_taken(held)}{back[key]}" for key, held in withdrawn.items()]
            told.append(f"withdrawn {listed(figures)}")
        return ", and ".join(told)

    def _listed(self, earlier: Sequence[Held]) -> str:
        shown = list(earlier) if len(earlier) <= RECALLED else [earlier[0], earlier[-1]]
        told = [f"{short_figure(held)}{self._when(held)}" for held in shown]
        if len(earlier) > RECALLED:
            return f"{told[0]} and, after {number(len(earlier) - 2)} other figures, {told[1]}"
        return listed(told)

    def _taken_back(self) -> list[str]:
        """Figures that their sources withdrew and did not replace."""
        clauses: list[str] = []
        for held in self._fallen:
            if not held.taken_back or held.superseded_by is not None:
                continue
            if held.quantity is None or held.bounds == (None, None):
                clauses.append(f"{speaker(held)} withdrew its figure{self._when(held)}")
            else:
                whole = not (self.count or clauses)
                what = (
                    f"statement that {self._full(held)}"
                    if whole
                    else f"figure of {short_figure(held)}"
                )
                clauses.append(f"{speaker(held)} withdrew{self._when(held)} the {what}")
        self.count += len(clauses)
        return clauses

    def _echoes(self) -> list[str]:
        """Who repeats a figure that its source has changed, or was to change."""
        echoes = [held for held in self._fallen if held.stale and held.quantity is not None]
        return [self._echo(held) for held in echoes[:_ECHOES]]

    def _echo(self, held: Held) -> str:
        newer, repeats = held.superseded_by, carried(held)
        when = on_day(carried_on(held)) if self._dated else ""
        if newer is None or repeats == "still carried":
            told = f"the earlier figure of {short_figure(held)}{when}"
        else:
            did = "withdrew" if newer.taken_back else "changed"
            told = f"the figure of {short_figure(held)}{when}, which {speaker(newer)} {did}"
            told += self._when(newer)
        return f"{carrier(held)} {repeats} {told}"

    def _when(self, held: Held) -> str:
        hour = at_hour(held.said) if held.id in self._timed else ""
        return f"{on_day(held.said)}{hour}" if self._dated else ""


def _timed(fallen: Sequence[Held]) -> set[str]:
    """What has to bear its hour: statements of one source that were changed within one day."""
    timed: set[str] = set()
    for held in fallen:
        newer = held.superseded_by
        if newer is not None and by_the_hour(held, newer):
            timed |= {held.id, newer.id}
    return timed


def _were(count: int, noun: str) -> str:
    return f"{noun} was" if count == 1 else f"{noun}s were"


def _figure_taken(held: Held) -> str:
    return short_figure(held) or "its figure"


def _quoted(held: Held) -> str:
    words = (held.claim.statement or "").rstrip(".")
    return f"“{words}”{hedged(held.claim, words)}"


def _by_hedge(group: Sequence[Held]) -> list[list[Held]]:
    """Those who say one thing, parted by the hedge with which each of them last said it."""
    last = {held.voice.body: held.claim.hedge for held in group}
    parts: defaultdict[str | None, list[Held]] = defaultdict(list)
    for held in group:
        parts[last[held.voice.body]].append(held)
    return list(parts.values())


def _names_one(group: Sequence[Held]) -> bool:
    """Whether all who give the figure of one name the same person, so that each may be said to."""
    return len(group) == 1 or len({individual(held.claim) for held in group}) == 1


def _teller(group: Sequence[Held]) -> Held:
    """The position in whose words a group is told: the first that has the group's hedge."""
    hedge = group[-1].claim.hedge
    if group[0].claim.hedge == hedge:  # as nearly always
        return group[0]
    return next(held for held in group if held.claim.hedge == hedge)


def _at_second_hand(held: Held) -> bool:
    """Whether it is what a source inside a body said before the body said otherwise."""
    return held.superseded_by is not None and held.voice.inside is not None


def _same_speaker(before: Sequence[Held], group: Sequence[Held]) -> bool:
    bodies = {held.voice.body for held in group}
    return before[0].voice.body in bodies and bodies == {held.voice.body for held in before}


def _confirmation(choices: Sequence[Choice], told: int) -> str:
    """Which figures different origins stand by; what a text calls early confirms nothing."""
    confirmed = [
        choice
        for choice in choices
        if choice.origins > 1 and choice.held.numeric and not choice.held.early
    ]
    if confirmed:
        if len(confirmed) > 1:
            confirmed.sort(key=lambda choice: (-choice.origins, choice.holders[0].number))
        best, *others = confirmed
        most = f"{number(best.origins)} separate sources give the figure of {_given(best)}"
        counted = [f"{number(choice.origins)} that of {_given(choice)}" for choice in others]
        sentence = listed([most, *counted])
        return _sentence(sentence)
    if told > 1:
        return "None of it has been independently confirmed."
    return "It has not been independently confirmed."


def _given(choice: Choice) -> str:
    first = choice.holders[0]
    assert first.quantity is not None  # it is a number
    return figure(first.quantity, first.claim.value_text)


def _statements(positions: Sequence[Held]) -> str:
    """Who said what, where nothing is counted."""
    told = []
    dated = len({held.day for held in positions}) > 1
    by_words: defaultdict[object, list[Held]] = defaultdict(list)
    for held in positions:
        if held.standing:
            by_words[held.claim.statement, held.claim.denies].append(held)
    groups = [part for same in by_words.values() for part in _by_hedge(same)]
    for same in groups[:CLAUSES]:
        said = "denied" if same[0].claim.denies else "said"
        told.append(Voices(same, dated=dated).quoting(said, _quoted(_teller(same))))
    if not told:
        return _sentence(NOTHING)
    if (more := len(groups) - CLAUSES) > 0:
        told.append(f"{number(more)} other {_were(more, 'statement')} made")
    sentence = _sentence("; ".join(told))
    if positions[0].claim.kind in word_set("wording", "unconfirmable"):
        return sentence
    one = "It has not" if len(told) == 1 else "None of it has"
    return f"{sentence} {one} been independently confirmed."
