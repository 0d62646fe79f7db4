"""What people have said of who speaks, and of what is said, beside a position.

A source and what it says are graded apart (Admiralty code, NATO), and neither grade is made into
the other. What is told of one name of a body holds for all of them; that of the name itself, and
then that of the body's, goes before that of others.
"""

from collections.abc import Mapping

from claimtrack.model.report import Assessment, Position
from claimtrack.model.sources import slug_of
from claimtrack.model.told import Told
from claimtrack.reconciling.positions import Held


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
    kind, reliability = (_of_body(held, known) for known in (told.kinds, told.grades))
    if not (kind or reliability or credibility):
        return position
    return position._replace(assessment=Assessment(kind, reliability, credibility))


def _of_body(held: Held, known: Mapping[str, str]) -> str | None:
    if not known:
        return None
    names = [slug_of(held.voice.name), held.voice.slug, *sorted(map(slug_of, held.voice.names))]
    return next((known[slug] for slug in names if slug in known), None)
