"""An outbox worker with one channel, for the tests of sending."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.channel_sender import Hooks
from bot.files import FileStore
from bot.making import Making
from bot.outbox_worker import OutboxWorker
from core.messages import Outbound
from storage.db import Database
from storage.models import Outbox
from storage.repositories.outbox_claims import Recheck
from tests.bot.queue_world import HandClock, LoopChannel, outbox_rows, put


class Post:
    """An outbox worker with one channel."""

    def __init__(self, db: Database, folder: Path, now: datetime, **limits: Any) -> None:
        self.db = db
        self.clock = HandClock(now)
        self.files = FileStore(folder / "files")
        self.rechecks: dict[str, Recheck] = {}
        self.channel = LoopChannel()
        self.limit(**limits)

    def limit(self, **limits: Any) -> None:
        self.channel.limits = replace(self.channel.limits, **limits)
        self.worker = OutboxWorker(
            self.db, {"loop": self.channel}, Making(self.db, self.files), self.clock, Hooks(self.rechecks)
        )

    async def put(self, message: str | Outbound, chat: str = "an", **options: Any) -> int | None:
        written = Outbound(message) if isinstance(message, str) else message
        return await put(self.db, self.clock(), written, chat, **options)

    async def run(self) -> list[str]:
        """Send what can be sent; the texts that arrived so far."""
        while await self.worker.run_once():
            pass
        return self.channel.texts()

    async def row(self) -> Outbox:
        [row] = await outbox_rows(self.db)
        return row


async def until(reached: Callable[[], bool]) -> None:
    """Wait for something that other tasks bring about; the test's own time limit is the bound."""
    while not reached():
        await asyncio.sleep(0.005)
