"""Looks now and then whether a message to many has to begin or go on, and has people written to."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from functools import partial

from bot.background import Background
from bot.channels.base import Channel
from bot.clock import Clock
from scheduler import broadcasts
from scheduler.occasion import Content
from storage.db import Database
from storage.repositories.broadcasts import anything

#: seconds between looks; while people are written to, and after something went wrong
_LOOK, _BUSY, _AGAIN = 1.0, 0.3, 10.0

log = logging.getLogger(__name__)


class Broadcaster(Background):
    """Has messages to many written to the outbox, slice by slice. Several processes may do so at once.

    A slice under way when it is stopped is written whole or not at all.
    """

    def __init__(
        self,
        db: Database,
        content: Content,
        channels: Mapping[str, Channel],
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        self._db, self._content, self._clock, self._wake = db, content, clock, wake
        self._edits = frozenset(name for name, channel in channels.items() if channel.limits.edits)

    async def look(self) -> broadcasts.Fed:
        """Do what is due now: a slice of each message that is under way."""
        now = self._clock()
        if not await self._db.read(lambda session: anything(session, now)):
            return broadcasts.Fed()
        fed = await self._db.write(
            partial(broadcasts.feed, content=self._content, edits=self._edits, now=now)
        )
        if fed.busy:
            self._wake()
        return fed

    async def _run(self) -> None:
        while True:
            try:
                fed = await self.look()
                pause = _BUSY if fed.people else _LOOK
            except Exception as error:
                log.error("broadcasts_failed", extra={"error": repr(error)})
                pause = _AGAIN
            await asyncio.sleep(pause)
