"""Receiving from a messenger: getting ready with it, and trying again for as long as the program runs."""

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass

from bot.channels.base import Accept, RawUpdate

#: seconds before the next try after what passes by itself, at most
LONGEST_WAIT = 30.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pause:
    """Seconds until the next try. `trouble`: why an operator has to act; None for what passes by itself."""

    seconds: float
    trouble: str | None = None


class Receiver(ABC):
    """What receiving by polling and by webhook share. `trouble` says why nothing comes, or is None.

    It never gives up: a messenger in trouble itself may say that it does not know the bot, and to stop would
    be silence until somebody starts the program again.
    """

    def __init__(self, messenger: str, accept: Accept, first_wait: float) -> None:
        self._messenger = messenger
        self._accept = accept
        self._first_wait = first_wait
        self._courtesies: set[asyncio.Task[None]] = set()
        self._task: asyncio.Task[None] | None = None
        self.trouble: str | None = None

    async def store(self, updates: Sequence[RawUpdate]) -> None:
        """Hand the updates to intake. Returns once they are stored, or raises."""
        await self._accept(updates)
        for update in updates:
            courtesy = self._courtesy(update)
            if courtesy is not None:
                task = asyncio.create_task(courtesy)
                self._courtesies.add(task)
                task.add_done_callback(self._courtesies.discard)

    def begin(
        self, prepare: Callable[[], Awaitable[object]], again: Callable[[], Awaitable[None]] | None
    ) -> None:
        """In the background: `prepare` until it succeeds, then `again` for ever, when there is one."""
        self._task = asyncio.create_task(self._run(prepare, again))

    async def stop(self) -> None:
        """Stop at once."""
        tasks = [*self._courtesies, *([self._task] if self._task else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    @abstractmethod
    def _courtesy(self, update: RawUpdate) -> Coroutine[object, object, None] | None:
        """What the person is shown at once, now that the update is stored; it raises nothing."""

    @abstractmethod
    def _pause(self, error: Exception, failures: int) -> Pause:
        """How long to wait after so many failures in a row, this one included."""

    def _doubled(self, failures: int) -> float:
        return min(LONGEST_WAIT, self._first_wait * 2.0 ** min(failures - 1, 10))

    def _words(self, error: Exception) -> str:
        """The error for the log, without a token."""
        return str(error)[:300]

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
            except Exception as error:  # whatever a library or intake raises, the next try may succeed
                failures += 1
                pause = self._pause(error, failures)
                self.trouble = pause.trouble or self.trouble
                self._tell(error, pause)
                await asyncio.sleep(pause.seconds)
            else:
                self.trouble = None
                return

    def _tell(self, error: Exception, pause: Pause) -> None:
        if pause.trouble:
            _log.error(
                "%s: nothing is received: %s; again in %g s", self._messenger, pause.trouble, pause.seconds
            )
        else:
            name = type(error).__name__
            _log.warning(
                "%s: %s: %s; again in %g s", self._messenger, name, self._words(error), pause.seconds
            )
