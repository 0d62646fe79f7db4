"""The full screen of a review: the same session, actions and keys as the line prompts.

Textual takes a third of a second to import, so nothing here is imported before the screen opens.
"""

from collections.abc import Sequence
from functools import partial

from claimtrack.store import uncollected


def run_full_screen(location: str, *, by: str, queues: Sequence[str], blind: bool) -> None:
    """Review on the full screen, until nothing is left or the reviewer leaves.

    Args:
        location: The database.
        by: Who decides.
        queues: Which queues, in order.
        blind: Hide scores and recommendations.

    Raises:
        ClaimtrackError: The session cannot begin, as `ReviewSession` has it.
        KeyboardInterrupt: The reviewer interrupted it.
    """
    with uncollected():
        from claimtrack.tui.app import ReviewApp
        from claimtrack.workflows.review import ReviewSession

    begin = partial(ReviewSession, location, by=by, queues=queues, blind=blind)
    app = ReviewApp(begin, by=by, blind=blind)
    app.run()
    if app.failure is not None:
        raise app.failure
    if app.interrupted:
        raise KeyboardInterrupt
