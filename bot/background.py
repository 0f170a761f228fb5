"""What goes on beside everything else until the bot stops."""

import asyncio
from abc import ABC, abstractmethod
from contextlib import suppress


class Background(ABC):
    """Runs `_run` as a task from `start` to `stop`, which breaks it off: it may leave nothing by halves."""

    _task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name=type(self).__name__.lower())

    async def stop(self) -> None:
        """Once it has ended. Safe to call twice."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    @abstractmethod
    async def _run(self) -> None:
        """Goes on for ever."""
