"""One claim, document or source, whole; an event or a question is shown by its report."""

from collections.abc import Iterator, Sequence

from claimtrack.model.claims import Claim
from claimtrack.model.dates import spoken_moment
from claimtrack.model.documents import Document
from claimtrack.model.sources import Source
from claimtrack.render.layout import GAP, clean, hanging, wrap
from claimtrack.render.paper import PIPE, Paper

Fact = tuple[str, str | None]


def claim_lines(
    claim: Claim, before: str = "", quote: str = "", after: str = "", paper: Paper = PIPE
) -> Iterator[str]:
    """A claim with everything known of it, and its quote marked in its context.

    Args:
        claim: A stored claim.
        before: What stands before the quote in the document, verbatim; may be empty.
        quote: The quote, verbatim; empty where the claim has none.
        after: What stands after it.
        paper: What to write on.

    Returns:
        Lines without their line ends.
    """
    page = _Page(paper)
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
            ("Said by", _speakers(claim)),
            ("Via", marked("via", ", ".join(claim.via))),
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
    page = _Page(paper)
    yield from page.title(document.id or "document", document.label)
    yield from page.facts(
        [
            ("Publisher", document.publisher),
            ("Published", document.published),
            ("Title", document.title),
            ("URL", document.url),
            ("Came as", document.external_id),
            ("Recorded", document.recorded_at),
        ]
    )
    if document.text:
        yield ""
        for paragraph in document.text.splitlines():
            yield from page.paragraph(paragraph)


def source_lines(source: Source, paper: Paper = PIPE) -> Iterator[str]:
    """A source and how often it speaks and relays.

    Args:
        source: A stored source.
        paper: What to write on.

    Returns:
        Lines without their line ends.
    """
    page = _Page(paper)
    yield from page.title(source.slug, source.name)
    yield from page.facts(
        [
            ("Claims", f"{source.claims:,}"),
            ("Relays", f"{source.relays:,}"),
            ("Recorded", source.recorded_at),
        ]
    )


def _speakers(claim: Claim) -> str:
    if claim.in_article_voice:
        return "the document itself"
    speakers = ", ".join(claim.claimants)
    return f"{speakers} (unnamed)" if claim.anonymous else speakers


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


class _Page:
    def __init__(self, paper: Paper) -> None:
        self.paper = paper

    def clean(self, text: str) -> str:
        return clean(text, unicode=self.paper.unicode)

    def title(self, name: str, words: str) -> Iterator[str]:
        for line in wrap(self.clean(f"{name} {self.paper.dot} {words}"), self.paper.width):
            yield self.paper.paint(line, "heading")

    def facts(self, facts: Sequence[Fact]) -> Iterator[str]:
        known = [(label, said) for label, said in facts if said]
        wide = max(len(label) for label, _ in known) + GAP
        for label, said in known:
            first = f"  {label:<{wide}}"
            yield from hanging(first, self.clean(said), self.paper, style="muted")

    def paragraph(self, text: str) -> Iterator[str]:
        yield from wrap(self.clean(text), self.paper.width)

    def context(self, before: str, quote: str, after: str) -> Iterator[str]:
        """The quote between marks in its context, so that it stands out without colour too."""
        opening, closing = self.paper.quote_marks
        ahead = self.clean(before)
        text = f"{ahead} {opening}{self.clean(quote)}{closing} {self.clean(after)}".strip()
        # Wrapping drops spaces and nothing else, so letters tell where the quote lies on a line.
        start = _letters(ahead)
        end = start + _letters(f"{opening}{self.clean(quote)}{closing}")
        seen = 0
        for line in wrap(text, None if self.paper.width is None else max(self.paper.width - 2, 2)):
            first = _end_of(line, start - seen)
            first += len(line[first:]) - len(line[first:].lstrip())
            last = max(first, _end_of(line, end - seen))
            inside = self.paper.paint(line[first:last], "quote")
            yield f"  {line[:first]}{inside}{line[last:]}"
            seen += _letters(line)


def _letters(text: str) -> int:
    return sum(not letter.isspace() for letter in text)


def _end_of(line: str, letters: int) -> int:
    """Where so many letters of a line, or all it has, end."""
    if letters <= 0:
        return 0
    for position, letter in enumerate(line, 1):
        letters -= not letter.isspace()
        if not letters:
            return position
    return len(line)
