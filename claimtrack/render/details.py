"""One claim, document, finding or source, whole; an event or a question is shown by its report."""

from collections.abc import Iterable, Iterator, Sequence

from claimtrack.model.aliases import SourceLink
from claimtrack.model.claims import CREDIBILITY, Claim
from claimtrack.model.dates import spoken_moment
from claimtrack.model.documents import Document
from claimtrack.model.findings import Fate, FindingRecord
from claimtrack.model.sources import RELIABILITY, Source
from claimtrack.render.page import Page
from claimtrack.render.paper import PIPE, Paper

_RELATIONS = {
    "alias": ("Is another name of", "Other names"),
    "speaks-for": ("Speaks for", "Spokespeople"),
    "part-of": ("Part of", "Parts"),
}
"""Relation → what a source is to another, and what others are to it."""


def claim_lines(
    claim: Claim,
    before: str = "",
    quote: str = "",
    after: str = "",
    paper: Paper = PIPE,
    sources: Iterable[Source] = (),
) -> Iterator[str]:
    """A claim with everything known of it, and its quote marked in its context.

    Args:
        claim: A stored claim.
        before: What stands before the quote in the document, verbatim; may be empty.
        quote: The quote, verbatim; empty where the claim has none.
        after: What stands after it.
        paper: What to write on.
        sources: Who makes and relays it.

    Returns:
        Lines without their line ends.
    """
    page = Page(paper)
    yield from page.title(claim.id or "claim", claim.status)
    inherited = frozenset(claim.inherited)

    def marked(name: str, said: str | None) -> str | None:
        return f"{said} (from the context)" if said and name in inherited else said

    quantity = claim.quantity
    yield from page.facts(
        [
            ("Claim", f"{claim.kind.replace('_', ' ')}: {claim.figure}"),
            ("Denied", "yes, the claim denies it" if claim.denies else None),
            ("Bounds", str(quantity) if quantity and quantity.vague else None),
            ("In words", claim.value_text),
            ("Statement", claim.statement if quantity else None),
            ("Scope", marked("scope", claim.scope)),
            ("Persons", ", ".join(claim.persons)),
            ("Basis", claim.basis if claim.basis != "count" else None),
            ("Said by", speakers(claim)),
            ("Via", marked("via", ", ".join(claim.via))),
            ("Sources", "; ".join(filter(None, map(_assessed, sources)))),
            ("Grade", _graded(claim.credibility)),
            ("Said when", marked("stated_at", spoken_moment(claim.said_at))),
            ("Place", marked("place", claim.place)),
            ("Place as written", claim.place_text if claim.place_text != claim.place else None),
            ("Happened", marked("event_start", str(claim.period))),
            ("Hedge", claim.hedge),
            ("Cue", claim.revision_cue),
            ("Event", claim.event),
            ("Question", claim.question),
            ("Superseded by", claim.superseded_by),
            ("Withdrawn", _withdrawn(claim)),
            ("Document", _document(claim.document)),
            ("Came as", claim.external_id),
            ("Proposed by", _proposed(claim)),
            ("Recorded", claim.recorded_at),
        ]
    )
    if quote:
        yield ""
        yield from page.context(before, quote, after)
    for again in claim.restated:
        yield ""
        yield from page.facts([("Said again", again.quote)])


def document_lines(document: Document, paper: Paper = PIPE) -> Iterator[str]:
    """A document with everything known of it, its text at the end.

    Args:
        document: A stored document.
        paper: What to write on.

    Returns:
        Lines without their line ends.
    """
    page = Page(paper)
    yield from page.title(document.id or "document", document.label)
    yield from page.facts(
        [
            ("Publisher", document.publisher),
            ("Published", document.published),
            ("Title", document.title),
            ("URL", document.url),
            ("Came as", document.external_id),
            ("Recorded", document.recorded_at),
            ("Replaced by", document.replaced_by),
        ]
    )
    if document.text:
        yield ""
        for paragraph in document.text.splitlines():
            yield from page.paragraph(paragraph)


def source_lines(
    source: Source, paper: Paper = PIPE, links: Sequence[SourceLink] = ()
) -> Iterator[str]:
    """A source, what people have said of it, and how often it speaks and relays.

    Args:
        source: A stored source.
        paper: What to write on.
        links: What it is to other sources, and they to it.

    Returns:
        Lines without their line ends.
    """
    page = Page(paper)
    yield from page.title(source.slug, source.name)
    grade = source.reliability
    yield from page.facts(
        [
            ("Kind", source.kind),
            ("Grade", f"{grade}, {RELIABILITY[grade]}" if grade else None),
            *_linked(source.slug, links),
            ("Claims", f"{source.claims:,}"),
            ("Relays", f"{source.relays:,}"),
            ("Recorded", source.recorded_at),
        ]
    )


def _linked(slug: str, links: Sequence[SourceLink]) -> Iterator[tuple[str, str]]:
    """What a source is to others, and they to it, as facts."""
    for relation, (own, others) in _RELATIONS.items():
        told = [link for link in links if link.relation == relation]
        yield own, ", ".join(link.target for link in told if link.source == slug)
        yield others, ", ".join(link.source for link in told if link.target == slug)


def finding_lines(record: FindingRecord, fate: Fate, paper: Paper = PIPE) -> Iterator[str]:
    """A finding, and what became of it.

    Args:
        record: A stored finding.
        fate: What became of it.
        paper: What to write on.

    Returns:
        Lines without their line ends.
    """
    page, finding = Page(paper), record.finding
    yield from page.title(record.id, fate.became)
    after = f" by {fate.successor}" if fate.successor else ""
    who = f", by {fate.by}" if fate.by else ""
    ended = f"{fate.became}{after} on {spoken_moment(fate.at)}{who}: {fate.because}"
    yield from page.facts(
        [
            ("Question", finding.question),
            ("Figure", str(finding.quantity) if finding.quantity else None),
            ("In words", finding.verdict),
            ("Because", finding.because),
            ("Found", f"on {spoken_moment(finding.at)}, by {finding.by}"),
            ("Weighed", ", ".join(record.inputs)),
            ("Since then", ended if fate.at else None),
        ]
    )


def speakers(claim: Claim) -> str:
    """Who says it, in words: names, the document's own voice, whether they are unnamed."""
    if claim.in_article_voice:
        return "the document itself"
    speakers = ", ".join(claim.claimants)
    return f"{speakers} (unnamed)" if claim.anonymous else speakers


def _assessed(source: Source) -> str | None:
    """What people have said that a source is, and how they graded it."""
    grade = source.reliability
    known = [source.kind, f"graded {grade}, {RELIABILITY[grade]}" if grade else None]
    told = ", ".join(filter(None, known))
    return f"{source.name}: {told}" if told else None


def _graded(credibility: int | None) -> str | None:
    return f"{credibility}, {CREDIBILITY[credibility]}" if credibility else None


def _withdrawn(claim: Claim) -> str | None:
    if claim.withdrawn is None:
        return None
    return f"{spoken_moment(claim.withdrawn.at)}: {claim.withdrawn.because}"


def _document(document: Document | None) -> str | None:
    if document is None:
        return None
    known = (document.id, document.publisher, document.title, document.published)
    return ", ".join(part for part in known if part) or document.label


def _proposed(claim: Claim) -> str | None:
    if claim.rule is None:
        return None
    trust = "" if claim.confidence is None else f", confidence {claim.confidence:.2f}"
    return f"rule {claim.rule}{trust}"
