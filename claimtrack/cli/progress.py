"""A progress bar on stderr for work that takes more than a second."""

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0
"""Seconds of silence before the bar appears."""


class ProgressBar:
    """Call it with (done, total) as work goes on; it draws itself when the work is long.

    Nothing is drawn where stderr is not a terminal. Use it as a context manager, so that the
    bar is gone when the work ends, however it ends.
    """

    def __init__(self, what: str) -> None:
        self._what = what
        self._began = time.monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> "ProgressBar":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, done: int, total: int | None) -> None:
        """Say how far the work is; ``total`` is None while it is unknown."""
        if self._bar is None:
            if not sys.stderr.isatty() or time.monotonic() - self._began < PATIENCE:
                return
            self._start()
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done, total=total)

    def then(self, what: str) -> Callable[[int, int | None], None]:
        """What is to be called as the next kind of work goes on, under its own name."""

        def told(done: int, total: int | None) -> None:
            self._what = what
            if self._bar is not None and self._task is not None:
                self._bar.update(self._task, description=what)
            self(done, total)

        return told

    def _start(self) -> None:
        # rich costs five bare interpreters to import, and most work is over before it is needed
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

        self._bar = Progress(
            "{task.description}",
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task(self._what, total=None)
        self._bar.start()
