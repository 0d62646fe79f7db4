"""What can be done with an item, and under which key."""

from claimtrack.model.review import CONFIRMATIONS, CONTESTED, PAIRS, PROPOSALS, Choice, distinct

EVERYWHERE = (
    Choice("s", "skip", "skip"),
    Choice("u", "undo", "undo"),
    Choice("t", "note", "note", asks="note"),
    Choice("x", "explain", "explain"),
    Choice("?", "help", "help"),
    Choice("q", "leave", "leave"),
)
"""What can be done with any item."""

AT_THE_END = tuple(choice for choice in EVERYWHERE if choice.action in ("undo", "help", "leave"))
"""What can be done when nothing is left."""

CHOICES = {
    PROPOSALS: distinct(
        (
            Choice("a", "accept", "accept"),
            Choice("e", "edit", "edit", asks="fields"),
            Choice("r", "reject", "reject", asks="reason"),
            Choice("b", "batch", "batch", asks="batch"),
            *EVERYWHERE,
        )
    ),
    PAIRS: distinct(
        (
            Choice("y", "same", "same"),
            Choice("n", "different", "different"),
            Choice("m", "unsure", "unsure"),
            *EVERYWHERE,
        )
    ),
    CONFIRMATIONS: distinct(
        (Choice("y", "yes", "confirm"), Choice("n", "no", "refuse"), *EVERYWHERE)
    ),
    CONTESTED: distinct(
        (
            Choice("f", "finding", "resolve", asks="finding"),
            Choice("o", "leave open", "leave-open", asks="note"),
            *EVERYWHERE,
        )
    ),
}
"""Queue → its choices, in the order to show them."""
