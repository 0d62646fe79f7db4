"""The longest known runs of the words of a name, from its beginning on."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def longest_runs(
    words: Sequence[str], known: Callable[[Sequence[str]], T | None], most: int
) -> Iterator[tuple[Sequence[str], T | None]]:
    """Take words apart into the longest runs that are known, and single words between them.

    Args:
        words: Any words.
        known: What is known of a run of words; None where nothing is.
        most: Words of the longest run that is looked for.

    Yields:
        Each run with what is known of it; of a word that begins no known run, None.
    """
    at = 0
    while at < len(words):
        for end in range(min(at + most, len(words)), at, -1):
            if (said := known(words[at:end])) is not None:
                yield words[at:end], said
                break
        else:
            end = at + 1
            yield words[at:end], None
        at = end
