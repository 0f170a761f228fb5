"""Long polling. Zalo hands an update out once and never again: what was read is stored at once."""

import asyncio
import logging
from typing import Any

from bot.channels.base import Accept, RawUpdate
from bot.channels.zalo_bot.client import Client
from bot.channels.zalo_bot.errors import POLL, PollTimeout
from bot.channels.zalo_bot.raw import unwrapped, wrap
from bot.channels.zalo_bot.settings import ZaloBotSettings

#: seconds the answer may take beyond the time the poll itself waits
GRACE = 10.0
#: an empty answer that came this much too early was no long poll
EARLY = 5.0
#: seconds between tries to store an update that has been read
STORE_AGAIN = 0.5

_log = logging.getLogger(__name__)


class Poller:
    """Asks for the next update again and again. `store` returns once it is stored, or raises.

    There is no acknowledgement: an update is gone from Zalo when it has been read. So the next one is not
    asked for before this one is stored, however long the database takes; a process that is killed between
    the two loses this one update, which nothing on this side can prevent.
    """

    def __init__(self, client: Client, store: Accept, settings: ZaloBotSettings) -> None:
        self._client = client
        self._store = store
        self._settings = settings
        self._storing: asyncio.Task[None] | None = None

    async def once(self) -> None:
        """One poll. Raises ZaloError; an empty poll is none."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            found = await self._next()
        except PollTimeout:
            if loop.time() - began < min(EARLY, self._settings.poll_seconds / 2):
                await asyncio.sleep(self._settings.rest)
            return
        raw = unwrapped(found)
        if raw is None:
            _log.error("Zalo sent something that is no update")
            await asyncio.sleep(self._settings.rest)
            return
        self._storing = asyncio.create_task(self._until_stored(wrap(raw)))
        await asyncio.shield(self._storing)

    async def finish(self, seconds: float) -> None:
        """Let an update that has been read be stored, for at most so long."""
        if self._storing is None or self._storing.done():
            return
        done, _ = await asyncio.wait((self._storing,), timeout=seconds)
        if not done:
            _log.error("Zalo: an update that was read could not be stored before the end, and is lost")
            self._storing.cancel()
            await asyncio.gather(self._storing, return_exceptions=True)

    async def _next(self) -> Any:
        seconds = self._settings.poll_seconds
        # The documents give the time as a string.
        return await self._client.call(POLL, {"timeout": str(seconds)}, seconds=seconds + GRACE)

    async def _until_stored(self, update: RawUpdate) -> None:
        while True:
            try:
                await self._store([update])
            except Exception as error:  # whatever intake raises: Zalo does not bring it again
                _log.error("Zalo: an update is not stored yet: %r", error)
                await asyncio.sleep(STORE_AGAIN)
            else:
                return
