"""`tiendo chat`: the whole bot on standard input and output, with the sample commune."""

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from bot.app import App, build
from bot.channels.console import NAME, Console
from bot.clock import utc_now
from bot.config import Settings
from bot.content import CONTENT
from bot.demo import sample_commune
from bot.knowledge import read_knowledge
from core.catalogue.fact_types import Role
from core.errors import SettingsError
from core.texts import SOURCE_LOCALE, say

#: the waiting a coalesced answer needs; the script's clock moves on by it after each line
STEP = timedelta(seconds=2)


class StepClock:
    """A clock that starts at a given moment and moves only when told to."""

    def __init__(self, start: datetime) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now

    def step(self) -> None:
        self.now += STEP


def chat(
    role: Annotated[Role, typer.Option("--as", help="officer, household, manager or admin")] = Role.OFFICER,
    script: Annotated[Path | None, typer.Option(help="Say the lines of this file instead of typing.")] = None,
    now: Annotated[str, typer.Option(help="The moment it is, such as 2026-05-14T09:30+07:00.")] = "",
    tenant: Annotated[str, typer.Option(help="Code of the tenant; else the sample commune.")] = "",
) -> None:
    """Chat as a person of a tenant. A number picks a choice; an empty line ends."""
    clock = StepClock(_moment(now)) if now else StepClock(utc_now())
    said = script.read_text(encoding="utf-8").splitlines() if script else None
    with tempfile.TemporaryDirectory(prefix="tiendo-chat-") as folder:
        asyncio.run(_chat((tenant, role), said, clock, Path(folder)))


async def _chat(person: tuple[str, Role], script: list[str] | None, clock: StepClock, folder: Path) -> None:
    settings = Settings(data_dir=folder, database_url="", telegram_token=None)
    tenant, role = person
    knowledge = read_knowledge(settings.content_dir, settings.invite_url)
    commune = sample_commune(knowledge.turns, settings.content_dir or CONTENT, tenant)
    console = Console(commune.chat_of(role), typer.echo)
    app = await build(settings, channels=[console], clock=clock, knowledge=knowledge)
    await app.db.write(lambda session: commune.bring_in(session, NAME, clock()))
    await console.start(app.intake)
    if script is None:
        typer.echo(knowledge.turns.texts.render(say("console-welcome"), SOURCE_LOCALE))
    for line in _typed() if script is None else iter(script):
        if script is not None:
            typer.echo(f"> {line}")
        await console.type(line)
        await settle(app, clock)
    await app.db.close()


async def settle(app: App, clock: StepClock) -> None:
    """Handle what was said and send what there is to say, until nothing is left."""
    while await app.inbox.run_once():
        pass
    clock.step()
    await app.maker.make_all()
    while (await app.broadcaster.look()).busy or await app.outbox.run_once():
        pass


def _typed() -> Iterator[str]:
    for line in sys.stdin:
        if not line.strip():
            return
        yield line.rstrip("\n")


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"--now: {text!r} is no moment; write 2026-05-14T09:30+07:00") from None
    if moment.tzinfo is None:
        raise SettingsError("--now: add the time zone, such as 2026-05-14T09:30+07:00")
    return moment.astimezone(UTC)
