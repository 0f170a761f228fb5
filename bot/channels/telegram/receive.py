"""Receiving: getting ready with Telegram, trying again for as long as it makes sense, answering presses."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)

from bot.channels.base import Accept, RawUpdate
from bot.channels.telegram.errors import scrub
from bot.channels.telegram.raw import callback_id

#: seconds before the next try, at most
LONGEST_WAIT = 30.0
#: conflicts in a row (a minute) after which it is not only an older process that still has to end
CONFLICTS = 8
#: presses answered at the same time
PRESSES = 16

_log = logging.getLogger(__name__)


class Receiver:
    """Holds what receiving by polling and by webhook share. `trouble` says why it gave up, or is None."""

    def __init__(self, bot: Bot, accept: Accept, first_wait: float) -> None:
        self._bot = bot
        self._first_wait = first_wait
        self._accept = accept
        self._answering: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(PRESSES)
        self._task: asyncio.Task[None] | None = None
        self.trouble: str | None = None

    async def store(self, updates: Sequence[RawUpdate]) -> None:
        """Hand the updates to intake; once they are stored, stop the spinners of pressed buttons."""
        await self._accept(updates)
        for update in updates:
            query = callback_id(update.raw)
            if query is not None:
                task = asyncio.create_task(self._answer(query))
                self._answering.add(task)
                task.add_done_callback(self._answering.discard)

    def begin(
        self, prepare: Callable[[], Awaitable[object]], again: Callable[[], Awaitable[None]] | None
    ) -> None:
        """In the background: `prepare` until it succeeds, then `again` for ever, when there is one."""
        self._task = asyncio.create_task(self._run(prepare, again))

    async def stop(self) -> None:
        """Stop at once. What was not stored yet comes again at the next start."""
        tasks = [*self._answering, *([self._task] if self._task else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(
        self, prepare: Callable[[], Awaitable[object]], again: Callable[[], Awaitable[None]] | None
    ) -> None:
        if await self._until_done(prepare) and again is not None:
            while await self._until_done(again):
                pass

    async def _until_done(self, work: Callable[[], Awaitable[object]]) -> bool:
        """Do the work, after failures again; False when it can never succeed (`trouble` says why)."""
        failures = 0
        while True:
            try:
                await work()
            except Exception as error:  # whatever a library or intake raises, the next try may succeed
                failures += 1
                self.trouble = _hopeless(error, failures)
                if self.trouble:
                    _log.error("Telegram: receiving stopped: %s", self.trouble)
                    return False
                wait = self._wait(error, failures)
                _log.warning("Telegram: %s: %s; again in %g s", type(error).__name__, self._safe(error), wait)
                await asyncio.sleep(wait)
            else:
                return True

    def _wait(self, error: Exception, failures: int) -> float:
        if isinstance(error, TelegramRetryAfter):
            return float(error.retry_after)
        return min(LONGEST_WAIT, self._first_wait * 2.0 ** min(failures - 1, 10))

    async def _answer(self, query: str) -> None:
        async with self._slots:
            try:
                await self._bot.answer_callback_query(query)
            except AiogramError as error:
                _log.debug("Telegram: a press was not answered: %s", self._safe(error))

    def _safe(self, error: Exception) -> str:
        return scrub(str(error), self._bot.token)[:300]


def _hopeless(error: Exception, failures: int) -> str | None:
    match error:
        case TelegramUnauthorizedError() | TelegramNotFound():
            return "Telegram does not know this bot: compare the token with @BotFather's"
        case TelegramConflictError() if failures >= CONFLICTS:
            return "another program receives with the same token: end one of the two"
    return None
