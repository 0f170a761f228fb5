"""Where updates enter: stored first, acknowledged by the channel after."""

from collections.abc import Callable, Sequence

from bot.channels.base import RawUpdate
from bot.clock import Clock
from storage.db import Database
from storage.repositories import inbox


class Intake:
    """Stores updates; `bot.channels.base.Accept`. Counts what came and what had come before."""

    def __init__(self, db: Database, clock: Clock, wake: Callable[[], None]) -> None:
        self._db = db
        self._clock = clock
        self._wake = wake
        self.accepted = 0
        self.duplicates = 0

    async def __call__(self, updates: Sequence[RawUpdate]) -> None:
        """Store all in one transaction, then wake the inbox worker. Raises when they are not stored."""
        if not updates:
            return
        arrivals = [inbox.Arrival(update.channel, update.key, update.lane, update.raw) for update in updates]
        now = self._clock()
        new = await self._db.write(lambda session: inbox.add(session, arrivals, now))
        self.accepted += new
        self.duplicates += len(updates) - new
        if new:
            self._wake()
