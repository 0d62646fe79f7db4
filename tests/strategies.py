"""Hypothesis strategies for the things of the model, as wild as the model allows."""

from datetime import date

from hypothesis import strategies as st

from claimtrack.model.claims import BASES, COUNTED, CUES, STATUSES, UNCOUNTED, Claim, Passage
from claimtrack.model.dates import Period
from claimtrack.model.documents import Document
from claimtrack.model.quantities import LARGEST, Quantity

_LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


def texts(max_size: int = 30) -> st.SearchStrategy[str]:
    """Any text that is not blank, without surrogates and NUL."""
    return st.text(_LETTERS, min_size=1, max_size=max_size).filter(lambda text: not text.isspace())


def names() -> st.SearchStrategy[str]:
    """A name as a list of a record holds it: without space around it."""
    return texts().map(str.strip).filter(bool)


def moments() -> st.SearchStrategy[str]:
    """Days and times, with and without zones."""
    days = st.dates(date(1900, 1, 2), date(2100, 1, 1)).map(date.isoformat)
    clocks = st.sampled_from(["", "", "T06:10", "T23:59:59", "T12:11:40-05:00", "T00:00:00Z"])
    return st.builds(lambda day, clock: day + clock, days, clocks)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Bounded, half-open, approximate and vague quantities."""
    vague = draw(st.booleans())
    bounds = st.none() | st.integers(0, 50) | st.integers(0, LARGEST)
    low, high = draw(bounds), draw(bounds)
    if low is not None and high is not None and low > high:
        low, high = high, low
    if low is None and high is None and not vague:
        low = draw(st.integers(0, LARGEST))
    return Quantity(low, high, draw(st.booleans()), vague)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Open, closed and single-day periods."""
    first, second = draw(st.none() | moments()), draw(st.none() | moments())
    try:
        return Period(first, second)
    except ValueError:
        return Period(second, first)


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    """Quotes with and without offsets."""
    quote = draw(texts())
    if draw(st.booleans()):
        return Passage(quote)
    start = draw(st.integers(0, 10_000))
    return Passage(quote, start, start + len(quote))


def documents() -> st.SearchStrategy[Document]:
    """References to documents, with at least one thing known of them."""
    some = st.none() | texts()
    return st.builds(
        Document,
        publisher=some,
        title=some,
        url=some,
        published=st.none() | moments(),
        external_id=some,
    ).filter(lambda document: document != Document())


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """Claims of every kind, with any of their fields set, as they are before storing."""
    some = st.none() | texts()
    quantity = draw(st.none() | quantities())
    return Claim(
        kind=draw(st.sampled_from(COUNTED + UNCOUNTED) | names()),
        claimants=tuple(draw(st.lists(names(), min_size=1, max_size=4))),
        quantity=quantity,
        value_text=draw(some),
        statement=draw(texts() if quantity is None else some),
        scope=draw(some),
        persons=tuple(draw(st.lists(names(), max_size=3))),
        basis=draw(st.sampled_from(BASES)),
        anonymous=draw(st.booleans()),
        via=tuple(draw(st.lists(names(), max_size=3))),
        place=draw(some),
        place_text=draw(some),
        period=draw(periods()),
        stated_at=draw(st.none() | moments()),
        hedge=draw(some),
        denies=draw(st.booleans()),
        revision_cue=draw(st.none() | st.sampled_from(CUES)),
        passage=draw(st.none() | passages()),
        restated=tuple(draw(st.lists(passages(), max_size=2))),
        document=draw(st.none() | documents()),
        status=draw(st.sampled_from(STATUSES)),
        inherited=tuple(draw(st.lists(names(), max_size=2))),
        rule=draw(some),
        confidence=draw(st.none() | st.floats(0, 1)),
        external_id=draw(some),
    )
