"""Every command, the module that holds it, and the line that ``--help`` shows for it.

The lines stand here, and not only in the commands' docstrings, so that ``--help`` loads none of
them; a test holds the two against each other.
"""

from typing import NamedTuple


class Entry(NamedTuple):
    """Where a command lives and what it does."""

    module: str
    function: str
    help: str


COMMANDS = {
    "demo": Entry("demo", "demo", "Build a sample case and print its reconciled report."),
    "read": Entry("read", "read", "Read articles and propose the claims they make."),
    "accept": Entry("decide", "accept", "Accept claims that were proposed."),
    "reject": Entry("decide", "reject", "Reject claims; they stay, with the reason."),
    "review": Entry(
        "review",
        "review",
        "Decide on proposals, doubtful pairs, suspicions and contested questions.",
    ),
    "rules": Entry("review", "rules", "List what each rule proposed, and what became of it."),
    "add": Entry("add", "add", "Record one claim by hand."),
    "edit": Entry("add", "edit", "Correct fields of a claim; what it said before is kept."),
    "import": Entry("exchange", "import_", "Take claim records from a file."),
    "export": Entry("exchange", "export", "Write claim records, losing nothing."),
    "claims": Entry("lists", "claims", "List claims."),
    "events": Entry("lists", "events", "List events."),
    "sources": Entry("lists", "sources", "List who speaks and who relays."),
    "documents": Entry("lists", "documents", "List the texts that claims were found in."),
    "show": Entry(
        "show", "show", "Show one claim, event, question, document, finding or source whole."
    ),
    "group": Entry("group", "group", "Group claims into events and questions."),
    "same": Entry("judge", "same", "Say that two claims, or two events, are the same event."),
    "different": Entry(
        "judge", "different", "Say that two claims, or two events, are different events."
    ),
    "unsure": Entry(
        "judge", "unsure", "Say that nobody can tell whether two claims are the same event."
    ),
    "merge": Entry("judge", "merge", "Make one event of two."),
    "split": Entry("judge", "split", "Part claims from an event."),
    "explain": Entry("explain", "explain", "Say why two claims are, or are not, one event."),
    "doubts": Entry(
        "explain", "doubts", "List pairs of claims that may be one event, strongest doubt first."
    ),
    "alias": Entry(
        "alias", "alias", "Say that two names are one place, or how two sources relate."
    ),
    "kind": Entry("kind", "kind", "Say what a source is, such as government, media or witness."),
    "grade": Entry("grade", "grade", "Grade a source A to F, or a claim 1 to 6."),
    "report": Entry("report", "report", "Report who says what, where they differ, who changed."),
    "resolve": Entry("resolve", "resolve", "Record a finding on a question, with its rationale."),
    "withdraw": Entry(
        "withdraw",
        "withdraw",
        "Take a claim, judgement or finding back; it stays, with the reason.",
    ),
    "log": Entry("log", "log", "Show every human action, newest first."),
    "undo": Entry("undo", "undo", "Take back the last decisions, whoever made them."),
    "check": Entry("upkeep", "check", "Check that the database is sound."),
    "backup": Entry("upkeep", "backup", "Copy the database to a file, consistently."),
}
"""Name → entry, in the order of the work."""
