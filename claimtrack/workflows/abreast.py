"""Much work of one kind by several processes side by side, the results in order."""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import chain, islice
from operator import length_hint
from threading import Thread
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")

_AHEAD = 2
"""Pieces of work that each process may be ahead of whoever takes the results."""


def in_order(
    work: Callable[[A], B], pieces: Iterable[A], *, alone: int, processes: int | None = None
) -> Generator[B, None, None]:
    """Do a piece of work after the other, in several processes where there are many pieces.

    However many they are, a few are in memory at a time.

    Args:
        work: What to do with a piece; it, the pieces and the results are sent between processes.
        pieces: What to work on; where they tell how many they are, none is waited for.
        alone: So many pieces are done sooner than other processes start, and so are done here.
        processes: How many processes; None for one a processor.

    Yields:
        The results, in the order of the pieces.
    """
    processes = processes or os.cpu_count() or 1
    if processes == 1:
        yield from map(work, pieces)
        return
    number = length_hint(pieces)
    if number <= alone:
        number, pieces = _counted(iter(pieces), alone + 1)
    yield from _side_by_side(work, pieces, processes) if number > alone else map(work, pieces)


def _counted(pieces: Iterator[A], most: int) -> tuple[int, Iterator[A]]:
    """How many pieces there are, counted up to a number; and all of them."""
    first = list(islice(pieces, most))
    return len(first), chain(first, pieces)


def _side_by_side(
    work: Callable[[A], B], pieces: Iterable[A], processes: int
) -> Generator[B, None, None]:
    from concurrent.futures import Future, ProcessPoolExecutor  # slow to load, and seldom needed

    executor = ProcessPoolExecutor(processes, initializer=_begin, initargs=(work,))
    try:
        begun: deque[Future[B]] = deque()
        for piece in pieces:
            begun.append(executor.submit(_do, piece))
            if len(begun) > _AHEAD * processes:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()
    finally:
        executor.shutdown(cancel_futures=True)


def _begin(work: Callable[[Any], Any]) -> None:
    """Keep the work, so that it is sent once; live and end with the process that asks for it."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; one answers
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """End this process when the one that started it was killed, and so can tell it nothing."""
    from multiprocessing import connection, parent_process

    parent = parent_process()
    assert parent is not None
    connection.wait([parent.sentinel])
    os._exit(1)


def _do(piece: Any) -> Any:
    return _work(piece)


_work: Callable[[Any], Any]
