"""The `tiendo` command."""

import sys

import typer

from bot.commands import chatting, checking, operating, planning, running, understanding
from core.errors import TiendoError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.command()(running.demo)
app.command()(running.run)
app.command()(chatting.chat)
app.command()(checking.check)
app.command()(operating.migrate)
app.command()(operating.invite)
app.command()(operating.outbox)
app.command()(operating.summary)
app.command()(understanding.read)

plan = typer.Typer(no_args_is_help=True, help="Bring a plan in, or get an Excel template for one.")
plan.command("import")(planning.import_plan)
plan.command("template")(planning.template)
app.add_typer(plan, name="plan")

score = typer.Typer(no_args_is_help=True, help="Say how well free messages are understood.")
app.add_typer(score, name="score")


@score.callback()
def _score() -> None:
    """One command is no group unless the group is named."""


score.command("messages")(understanding.score)


@app.callback()
def tiendo() -> None:
    """tiendo: officers chat what they did, managers get the figures."""


def main() -> None:
    """Run a command; what an operator did wrong is one clear line, not a traceback."""
    try:
        app()
    except TiendoError as error:
        typer.echo(f"tiendo: {error}", err=True)
        sys.exit(2)
    except OSError as error:
        typer.echo(f"tiendo: {error.strerror or error}: {error.filename or ''}".rstrip(": "), err=True)
        sys.exit(2)
