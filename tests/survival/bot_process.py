"""The whole bot in a process of its own, to be killed; a test turns its clock."""

import asyncio
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

# Imported when the channel starts; here already, so that a copy of this process is ready at once.
import bot.channels.telegram.channel
from bot import log
from bot.app import App, build, run_until_stopped
from bot.config import Settings
from tests import shipped
from tests.acceptance.clock import TurnableClock

assert bot.channels.telegram.channel


@dataclass(frozen=True)
class Start:
    """What a bot is started with; its clock is late by `behind`."""

    settings: Settings
    receives: bool
    log: Path
    clock: TurnableClock
    behind: timedelta

    def now(self) -> datetime:
        """What its clock shows."""
        return self.clock() - self.behind


def run(start: Start, orders: Connection) -> None:
    """Be the bot until SIGTERM. Each order is a moment: it is that late now, and what is due is done."""
    file = os.open(start.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for stream in (1, 2):
        os.dup2(file, stream)
    log.set_up()
    asyncio.run(_run(start, orders))


async def _run(start: Start, orders: Connection) -> None:
    app = await build(start.settings, clock=start.now, receives=start.receives, knowledge=shipped.knowledge())
    ticks: set[asyncio.Task[object]] = set()
    asyncio.get_running_loop().add_reader(orders.fileno(), _obey, orders, start, app, ticks)
    await run_until_stopped(app)


def _obey(orders: Connection, start: Start, app: App, ticks: set[asyncio.Task[object]]) -> None:
    try:
        start.clock.turn_to(orders.recv())
    except EOFError:  # whoever started this process is gone
        os._exit(1)
    tick = asyncio.create_task(app.scheduler.tick(start.now()))
    ticks.add(tick)
    tick.add_done_callback(ticks.discard)
