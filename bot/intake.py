"""Where updates enter: stored first, acknowledged by the channel after."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from types import MappingProxyType

from sqlalchemy.orm import Session

from bot.channels.base import RawUpdate
from bot.clock import Clock
from bot.metering import Meter
from storage.db import Database
from storage.repositories import inbox


class Intake:
    """Stores updates; `bot.channels.base.Accept`. Counts what came and what had come before."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        wake: Callable[[], None],
        meters: Mapping[str, Meter] = MappingProxyType({}),
    ) -> None:
        self._db = db
        self._clock = clock
        self._wake = wake
        self._meters = meters
        self.accepted = 0
        self.duplicates = 0

    async def __call__(self, updates: Sequence[RawUpdate]) -> None:
        """Store all in one transaction, then wake the inbox worker. Raises when they are not stored."""
        if not updates:
            return
        arrivals = [inbox.Arrival(update.channel, update.key, update.lane, update.raw) for update in updates]
        now = self._clock()
        new = await self._db.write(partial(self._add, arrivals, now))
        self.accepted += new
        self.duplicates += len(updates) - new
        # also for what had come before: a call that was given up half-way may have stored it and told nobody
        self._wake()

    def _add(self, arrivals: Sequence[inbox.Arrival], now: datetime, session: Session) -> int:
        """Store them; those of one call are of one channel, which is what its plan counts."""
        new = inbox.add(session, arrivals, now)
        meter = self._meters.get(arrivals[0].channel)
        if new and meter is not None:
            meter.count(session, now, received=new)
        return new
