"""Receiving: getting ready with Zalo, and trying again for as long as it makes sense."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.channels.base import Accept, RawUpdate
from bot.channels.zalo_bot.errors import OverQuota, WrongToken, pause
from bot.channels.zalo_bot.raw import brings_a_file, sender
from bot.channels.zalo_bot.settings import ZaloBotSettings

#: seconds before the next try, at most
LONGEST_WAIT = 30.0
#: typing signs shown at the same time
SIGNS = 8

_log = logging.getLogger(__name__)


class Receiver:
    """Holds what receiving by polling and by webhook share. `trouble` says why nothing comes, or is None."""

    def __init__(
        self, accept: Accept, typing: Callable[[str], Awaitable[None]], settings: ZaloBotSettings
    ) -> None:
        self._accept = accept
        self._typing = typing
        self._first_wait = settings.first_wait
        self._unknown_wait = settings.unknown_wait
        self._signs: set[asyncio.Task[None]] = set()
        self._task: asyncio.Task[None] | None = None
        self.trouble: str | None = None

    async def store(self, updates: Sequence[RawUpdate]) -> None:
        """Hand the updates to intake. Returns once they are stored, or raises.

        Somebody who sent a picture waits until it is fetched, and sees meanwhile that the bot is at work; a
        text is answered before such a sign would be seen.
        """
        await self._accept(updates)
        for update in updates:
            person = sender(update.raw)
            if person and brings_a_file(update.raw) and len(self._signs) < SIGNS:
                sign = asyncio.create_task(self._show(person))
                self._signs.add(sign)
                sign.add_done_callback(self._signs.discard)

    def begin(
        self, prepare: Callable[[], Awaitable[object]], again: Callable[[], Awaitable[None]] | None
    ) -> None:
        """In the background: `prepare` until it succeeds, then `again` for ever, when there is one."""
        self._task = asyncio.create_task(self._run(prepare, again))

    async def stop(self) -> None:
        """Stop asking for more."""
        tasks = [*self._signs, *([self._task] if self._task else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _show(self, person: str) -> None:
        await self._typing(person)

    async def _run(
        self, prepare: Callable[[], Awaitable[object]], again: Callable[[], Awaitable[None]] | None
    ) -> None:
        await self._until_done(prepare)
        while again is not None:
            await self._until_done(again)

    async def _until_done(self, work: Callable[[], Awaitable[object]]) -> None:
        """Do the work, after failures again."""
        failures = 0
        while True:
            try:
                await work()
            except WrongToken:
                # A messenger in trouble says so too: to give up would be silence until somebody restarts.
                self.trouble = "Zalo does not know this bot: compare the token with the one Zalo sent"
                _log.error("Zalo: nothing is received: %s; again in %g s", self.trouble, self._unknown_wait)
                await asyncio.sleep(self._unknown_wait)
            except Exception as error:  # whatever the network or intake raise, the next try may succeed
                failures += 1
                wait = self._wait(error, failures)
                _log.warning("Zalo: %s: %s; again in %g s", type(error).__name__, str(error)[:300], wait)
                await asyncio.sleep(wait)
            else:
                self.trouble = None
                return

    def _wait(self, error: Exception, failures: int) -> float:
        if isinstance(error, OverQuota):
            return pause(failures)
        return min(LONGEST_WAIT, self._first_wait * 2.0 ** min(failures - 1, 10))
