"""What people have told of sources, places and questions, for making a report."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from claimtrack.model.findings import FindingRecord


@dataclass(frozen=True, slots=True)
class Told:
    """What people have told, as far as a report heeds it; by itself nothing.

    Attributes:
        bodies: Source slug → slug of the body it is another name of, or speaks for.
        parts: Source slug → slug of the body that it is a part of.
        places: Place → the place that it is another name of, both as written.
        grades: Source slug → reliability ``A`` to ``F``.
        kinds: Source slug → what it is, one of `claimtrack.model.sources.KINDS`.
        findings: Question → the finding in force.
        refused: Pairs of claims' IDs between which a person said that there is no revision.
    """

    bodies: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    grades: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    findings: Mapping[str, FindingRecord] = field(default_factory=dict)
    refused: Collection[tuple[str, str]] = ()


NOTHING = Told()
"""Nobody has told anything."""
