"""What a denial opposes: the figure or the statement that it names, and nothing else.

Who denies that five were killed has said nothing of three, and who denies one deed has said nothing
of another. Only where a denial names no figure does it deny the thing itself (docs/method.md,
discrepancies).
"""

from functools import lru_cache

from claimtrack.model.quantities import Comparison, Quantity, compare
from claimtrack.reconciling.folding import fold_words
from claimtrack.reconciling.lexicon import word_set, words
from claimtrack.reconciling.positions import Held

_ENDINGS = ("ing", "ed", "es", "s", "e")
"""What is left off a word, so that ``shelling``, ``shelled`` and ``shells`` are one."""

_STEM = 3
"""So many letters of a word are kept at least."""


def opposes(a: Held, b: Held) -> bool:
    """Whether one of two positions denies what the other asserts.

    Args:
        a: One position.
        b: The other.

    Returns:
        False where both assert or both deny, and where the denial is of something else.
    """
    if a.claim.denies == b.claim.denies:
        return False
    denial, assertion = (a, b) if a.claim.denies else (b, a)
    denied, asserted = denial.quantity, assertion.quantity
    if asserted is None:
        return denied is None and _names(denial, assertion)
    if denied is None or (denied.high is None and (denied.low or 0) <= 1):
        return asserted.high != 0  # the thing itself
    return _of_one_figure(denied, asserted)


def _of_one_figure(denied: Quantity, asserted: Quantity) -> bool:
    """Whether to deny the one figure is to deny the other: every number of it is denied."""
    if (denied.low, denied.high) == (asserted.low, asserted.high):
        return denied.vague == asserted.vague
    if denied.vague or asserted.vague:
        return False
    if denied.approximate or asserted.approximate:
        return compare(denied, asserted) is Comparison.COMPATIBLE
    if asserted.high is None and denied.exact:
        return asserted.low == denied.low  # ``at least 12`` is what others call 12
    low, high = asserted.low or 0, asserted.high
    return (denied.low or 0) <= low and (
        denied.high is None or (high is not None and high <= denied.high)
    )


def _names(denial: Held, assertion: Held) -> bool:
    """Whether a statement says what is denied: it has the telling words, in their order."""
    if fold_words(assertion.claim.statement or "") == fold_words(denial.claim.statement or ""):
        return True
    told = iter(_telling(assertion.claim.statement or "", assertion.voice.name, denied=False))
    words = _telling(denial.claim.statement or "", denial.voice.name, denied=True)
    return all(any(word & other for other in told) for word in words)


@lru_cache(maxsize=4096)
def _telling(statement: str, speaker: str, *, denied: bool) -> tuple[frozenset[str], ...]:
    """The words by which a statement is told from others, each as all that it may be called.

    A pronoun is its speaker, and so is whoever did what a denial opens with (``shelling the
    depot``), or is only said to have had no part in it.
    """
    pronouns, silent = word_set("denials", "pronouns"), word_set("denials", "silent")
    himself = _called(speaker)
    folded = [word for word in fold_words(statement) if word not in silent]
    words = [himself if word in pronouns else frozenset((_stem(word),)) for word in folded]
    if denied and (not folded or folded[0].endswith("ing")):
        words.insert(0, himself)
    return tuple(words)


def _called(name: str) -> frozenset[str]:
    """What a speaker may be called: the words of the name, but for its kind of institution."""
    folded = frozenset(fold_words(name))
    own = folded - word_set("names", "institutions") - word_set("names", "people")
    return frozenset(_stem(word) for word in own or folded)


def _stem(word: str) -> str:
    """What the forms of one word share: ``set`` and ``setting``, ``struck`` and ``striking``."""
    word = words("denials")["irregular"].get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > _STEM and word[-2:-1] == word[-1:] else word
