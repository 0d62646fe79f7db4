"""``claimtrack resolve``."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.options import By
from claimtrack.cli.output import tell
from claimtrack.cli.who import person
from claimtrack.errors import UsageError

if TYPE_CHECKING:
    from claimtrack.model.quantities import Quantity


def resolve(
    ctx: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="Its ID, like q5.")],
    because: Annotated[str, typer.Option("--because", metavar="WHY", help="The rationale.")],
    value: Annotated[
        str | None, typer.Option("--value", help='The figure found: 12, "at least 12".')
    ] = None,
    verdict: Annotated[
        str | None, typer.Option("--verdict", help="The finding in words, where no number fits.")
    ] = None,
    take_back: Annotated[
        bool, typer.Option("--withdraw", help="Take back the finding that holds.")
    ] = False,
    by: By = None,
) -> None:
    """Record a finding on a question, with its rationale.

    A later claim that contradicts it opens the question again; the report shows both.
    """
    if take_back:
        _withdraw(ctx.obj, question, because, person(by))
        return
    from claimtrack.workflows.resolve import resolve as find

    quantity = None if value is None else _quantity(value)
    record = find(
        ctx.obj, question, quantity=quantity, verdict=verdict, because=because, by=person(by)
    )
    tell(f"Recorded {record.id} on {record.finding.question}.")


def _quantity(value: str) -> "Quantity":
    from claimtrack.reading.phrase import quantity_in

    quantity = quantity_in(value)
    if quantity is None:
        raise UsageError(
            f"{value!r} holds no figure that is clear by itself.",
            'Give a number or words such as "at least 12".',
        )
    return quantity


def _withdraw(location: str, question: str, because: str, by: str) -> None:
    from claimtrack.store import open_store
    from claimtrack.workflows.withdraw import withdraw

    with open_store(location) as store:
        asked, *_ = store.events.question(question)
        held = store.findings.in_force([asked]).get(asked)
    if held is None:
        raise UsageError(
            f"No finding holds on {question}.", f"`claimtrack show {question}` shows the question."
        )
    tell(f"Withdrew {withdraw(location, held.id, because=because, by=by)}.")
