"""The queue of updates: each is handed out once, by a poll or a webhook, and is gone then."""

import asyncio
from collections import deque
from typing import Any

from tests.emulators.faults import UPDATES, FaultKind, Faults

Update = dict[str, Any]


class Updates:
    """`put` by people, taken one at a time. `handed_out` are those that have gone, oldest first."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._waiting: deque[Update] = deque()
        self._news = asyncio.Event()
        self.all: list[Update] = []
        self.handed_out: list[Update] = []

    def put(self, update: Update) -> None:
        """Let it wait."""
        self.all.append(update)
        self._add(update)
        if self._faults.take_kind(UPDATES, FaultKind.DUPLICATE):
            self._add(update)

    def deliver_again(self, update: Update) -> None:
        """The same update once more."""
        self._add(update)

    def __len__(self) -> int:
        return len(self._waiting)

    def take_now(self) -> Update | None:
        """The next one, gone for ever; None when nothing waits."""
        if not self._waiting:
            return None
        update = self._waiting.popleft()
        self.handed_out.append(update)
        return update

    def put_back(self, update: Update) -> None:
        """The webhook did not take it: it is the next one again."""
        self.handed_out.remove(update)
        self._waiting.appendleft(update)

    async def wait(self, seconds: float | None) -> bool:
        """Wait until something waits; False when nothing came in that time."""
        try:
            async with asyncio.timeout(seconds):
                while not self._waiting:
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            return False
        return True

    def _add(self, update: Update) -> None:
        self._waiting.append(update)
        self._news.set()
