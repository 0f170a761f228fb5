"""The `tiendo` command. A command's module is imported when it is asked for: the bot needs no other."""

import atexit
import gc
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from core.errors import TiendoError
from core.garbage import lasting

#: in the order of --help, each with its module below bot.commands and its function there
COMMANDS: Mapping[str, str] = {
    "demo": "running.demo",
    "run": "running.run",
    "chat": "chatting.chat",
    "check": "checking.check",
    "migrate": "operating.migrate",
    "invite": "operating.invite",
    "permissions": "permitting.permissions",
    "outbox": "operating.outbox",
    "export": "exporting.export",
    "exports": "exporting.exports",
    "dictionary": "dictionary.dictionary",
    "backup": "keeping.backup",
    "restore": "keeping.restore",
    "purge": "purging.purge",
    "audit check": "auditing.check",
    "channels": "messaging.channels",
    "summary": "summing.summary",
    "report": "reporting.report",
    "due": "dues.due",
    "read": "understanding.read",
    "ask": "asking.ask",
    "barcode": "barcodes.barcode",
    "import": "registering.import_register",
    "token make": "tokens.make",
    "token list": "tokens.list_all",
    "token revoke": "tokens.revoke",
    "plan import": "planning.import_plan",
    "plan template": "planning.template",
    "score messages": "understanding.score",
    "score questions": "asking.score",
}
#: the first words of those of two words
GROUPS: Mapping[str, str] = {
    "audit": "Check the trail of changes.",
    "plan": "Bring a plan in, or get an Excel template for one.",
    "token": "Tokens by which other systems read the API.",
    "score": "Say how well free messages are understood, and questions answered.",
}


class Commands(TyperGroup):
    """The commands by name, made when they are looked up."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(dict.fromkeys(name.split()[0] for name in COMMANDS))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in GROUPS and cmd_name not in COMMANDS:
            return None
        made = typer.main.get_command(_group(cmd_name) if cmd_name in GROUPS else _alone(COMMANDS[cmd_name]))
        made.name = cmd_name
        return made


def _alone(where: str) -> typer.Typer:
    alone = typer.Typer(add_completion=False)
    alone.command()(_function(where))
    return alone


def _group(name: str) -> typer.Typer:
    group = typer.Typer(no_args_is_help=True, add_completion=False, help=GROUPS[name])
    # One command is no group unless something is said of the group itself.
    group.callback()(lambda: None)
    for command, where in COMMANDS.items():
        first, _, second = command.partition(" ")
        if first == name:
            group.command(second)(_function(where))
    return group


def _function(where: str) -> Any:
    module, _, name = where.partition(".")
    with lasting():
        return getattr(import_module(f"bot.commands.{module}"), name)


app = typer.Typer(cls=Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def tiendo() -> None:
    """tiendo: officers chat what they did, managers get the figures."""


def main() -> None:
    """Run a command; what an operator did wrong is one clear line, not a traceback.

    What it writes (database, backups, exports) holds data of persons: only who runs it may read it.
    """
    os.umask(0o077)
    # All goes with the process: to search it for garbage once more took a quarter of a short command.
    atexit.register(gc.freeze)
    try:
        app()
    except TiendoError as error:
        typer.echo(f"tiendo: {error}", err=True)
        sys.exit(2)
    except OSError as error:
        typer.echo(f"tiendo: {error.strerror or error}: {error.filename or ''}".rstrip(": "), err=True)
        sys.exit(2)
    except Exception as error:
        from storage.errors import is_outage

        if not is_outage(error):
            raise
        reason = getattr(error, "orig", None) or error
        typer.echo(f"tiendo: the database or its disk is in trouble, nothing was done: {reason}", err=True)
        sys.exit(2)
