"""The Typer application: global options, and commands that load when they are called.

Loading a command's module only when it is called keeps ``--help`` and completion as fast as
Typer itself; `claimtrack.cli.catalogue` names them all.
"""

from difflib import get_close_matches
from importlib import import_module
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from claimtrack import __version__
from claimtrack.cli.catalogue import COMMANDS

DEFAULT_DATABASE = "claimtrack.db"


class CommandGroup(TyperGroup):
    """The commands of the catalogue, each loaded from its module at its first use.

    Contexts and formatters are left untyped, since Typer keeps their classes to itself.
    """

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Every command's name, in the order of the catalogue."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:  # noqa: ARG002
        """Load one command, or None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            module = import_module(f"claimtrack.cli.commands.{COMMANDS[cmd_name].module}")
            single = typer.Typer(rich_markup_mode=None, add_completion=False)
            single.command(cmd_name)(getattr(module, COMMANDS[cmd_name].function))
            self.commands[cmd_name] = typer.main.get_command(single)
        return cast(TyperCommand, self.commands[cmd_name])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that the arguments start with; a near miss is told what was meant."""
        if args[0] not in COMMANDS:
            near = get_close_matches(args[0], COMMANDS, n=1)
            meant = f" Did you mean {near[0]!r}?" if near else ""
            ctx.fail(f"There is no command {args[0]!r}.{meant}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write the list of commands for ``--help`` without loading one of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])


app = typer.Typer(
    cls=CommandGroup,
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimtrack {__version__}")
        raise typer.Exit


@app.callback()
def start(
    ctx: typer.Context,
    db: Annotated[
        str,
        typer.Option(
            "--db",
            envvar="CLAIMTRACK_DB",
            metavar="PATH_OR_URL",
            help="The database; the first command that writes makes it.",
        ),
    ] = DEFAULT_DATABASE,
    version: Annotated[  # noqa: ARG001
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and leave."
        ),
    ] = False,
) -> None:
    """Record competing claims, group them into events, and report where they differ.

    New here? `claimtrack demo` shows a sample case.
    """
    ctx.obj = db


command = cast(CommandGroup, typer.main.get_command(app))
"""The whole command line as one callable."""
