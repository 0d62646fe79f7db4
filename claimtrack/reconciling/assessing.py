"""What people have said of who speaks, and of what is said, beside a position.

A source and what it says are graded apart (Admiralty code, NATO), and neither grade is made into
the other. What is told of one name of a body holds for all of them: of several grades the best, of
several kinds that of the name itself, and then that of the body's.
"""

from collections.abc import Mapping

from claimtrack.model.report import Assessment, Position
from claimtrack.model.sources import slug_of
from claimtrack.model.told import Told
from claimtrack.reconciling.positions import Held

GRADES = "ABCFDE"
"""From the best. F is a source whose reliability cannot be judged (Admiralty code): better than one
that is known to be unreliable."""


def grade_of(held: Held, grades: Mapping[str, str]) -> str | None:
    """The best grade that any name of a position's body was given; None where none was.

    Args:
        held: The position.
        grades: Source slug → reliability, ``A`` to ``F``.
    """
    if not grades:
        return None
    given = [grades[slug] for slug in _slugs(held) if slug in grades]
    return min(given, key=GRADES.index, default=None)


def kind_of(held: Held, kinds: Mapping[str, str]) -> str | None:
    """What a position's body is; None where nobody has said.

    Args:
        held: The position.
        kinds: Source slug → one of `claimtrack.model.sources.KINDS`.
    """
    if not kinds:
        return None
    return next((kinds[slug] for slug in _slugs(held) if slug in kinds), None)


def assessed(position: Position, held: Held, told: Told) -> Position:
    """A position with what people have said of its source and its claim.

    Args:
        position: As the report shows it.
        held: The same while the report is made.
        told: What people have told.
    """
    credibility = held.claim.credibility
    if not (told.grades or told.kinds or credibility):
        return position
    kind = kind_of(held, told.kinds)
    reliability = grade_of(held, told.grades)
    if not (kind or reliability or credibility):
        return position
    return position._replace(assessment=Assessment(kind, reliability, credibility))


def _slugs(held: Held) -> list[str]:
    """The slugs of a position's body: its name's, the body's, those of all others."""
    voice = held.voice
    return [slug_of(voice.name), voice.slug, *sorted(map(slug_of, voice.names))]
