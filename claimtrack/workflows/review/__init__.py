"""A review: one session object, with no terminal in it, that every face drives.

How a face drives it::

    session = ReviewSession(location, by="Ana", queues=QUEUES, blind=False)
    while (item := session.item) is not None:     # what to show; None at the end
        choice = ...                              # one of item.choices, picked by its key
        told = session.do(choice.action, answer)  # `Answer` with what choice.asks asked for
        ...                                       # show told.message

- `ReviewSession.item` is a `ProposalItem`, `PairItem`, `RevisionItem`, `AliasItem` or
  `QuestionItem` of `claimtrack.model.review`: everything that is on screen, as plain values, read
  when it was reached. It stays the same object until something is done.
- ``choice.asks`` says what to ask before: ``reason`` fills `Answer.reason` and must not be blank,
  ``fields`` fills `Answer.changes` (`claimtrack.workflows.edit.EDITABLE` names them), ``finding``
  fills `Answer.value` or `Answer.verdict`, and `Answer.reason`; ``note`` fills `Answer.reason`;
  ``batch`` is not for `do`: show what `ReviewSession.batch` gives, ask, and hand it to
  `ReviewSession.accept_batch`.
- ``item.recommendation.action`` is what Enter does; where it is None, Enter does nothing.
- Every decision is committed when `ReviewSession.do` returns: what was told as done is done, even
  if the process is killed at once. Each call opens the database and closes it again.
- `Told.done` is False where nothing was recorded: somebody else decided meanwhile (the message
  says who; `ReviewSession.item` is what to look at next), there is nothing to undo, or decisions
  rest on what was to be undone. Those are `Told.resting`; ``do("undo", with_dependents=True)``
  takes them back too.
- `ClaimtrackError` from `ReviewSession.do` means that nothing was recorded and the item stands as
  it was: a missing reason, a contradiction with an earlier judgement, a locked database. Show its
  message and its hint.
- ``help``, ``explain`` and ``leave`` record nothing: `ReviewSession.explain` gives sentences; help
  and leaving are the face's own.
"""

from claimtrack.workflows.review.session import ReviewSession

__all__ = ["ReviewSession"]
