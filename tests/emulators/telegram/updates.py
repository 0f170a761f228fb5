"""The queue of updates: kept until an offset confirms them, or a webhook takes them."""

import asyncio
import itertools
from collections import deque
from collections.abc import Iterable
from typing import Any

from tests.emulators.faults import UPDATES, FaultKind, Faults
from tests.emulators.telegram.answers import OTHER_POLLER

Update = dict[str, Any]

#: updates that can be delivered again
HISTORY = 5_000


class Updates:
    """`put` by people, `poll` by the bot or `take` by the webhook."""

    def __init__(self, faults: Faults, first_id: int = 700_000_001) -> None:
        self._faults = faults
        self._numbers = itertools.count(first_id)
        self._waiting: deque[Update] = deque()
        self._again: list[Update] = []
        self._doubled: set[int] = set()
        self._news = asyncio.Event()
        self._poller: object | None = None
        self._polls = 0
        self._history: deque[Update] = deque(maxlen=HISTORY)
        self.allowed: frozenset[str] | None = None

    def put(self, content: dict[str, Any]) -> int:
        """Give the update its number and let it wait; the kinds the bot did not ask for are dropped."""
        number = next(self._numbers)
        if self.allowed is None or self.allowed.intersection(content):
            update = {"update_id": number, **content}
            self._waiting.append(update)
            self._history.append(update)
            self._news.set()
        return number

    def deliver_again(self, number: int) -> None:
        """The same update once more, although it may have been confirmed. Raises LookupError."""
        for update in self._history:
            if update["update_id"] == number:
                self._again.append(update)
                self._news.set()
                return
        raise LookupError(number)

    def allow(self, kinds: Iterable[str] | None) -> None:
        """From now on only these kinds are queued; an empty list means all."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def confirm(self, offset: int | None) -> None:
        """Forget what is older than the offset; a negative one keeps so many of the newest."""
        if offset is None:
            return
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
            return
        while self._waiting and self._waiting[0]["update_id"] < offset:
            self._waiting.popleft()

    @property
    def polled(self) -> bool:
        """Whether a bot is waiting for updates now."""
        return self._polls > 0

    async def poll(self, offset: int | None, limit: int, timeout: float) -> list[Update]:
        """getUpdates. Raises 409 when another poll begins in the meantime."""
        self.confirm(offset)
        self._polls += 1
        try:
            await self._until_news(timeout)
        finally:
            self._polls -= 1
        return self._batch(limit)

    async def _until_news(self, timeout: float) -> None:
        me = self._poller = object()
        self._news.set()
        deadline = asyncio.get_running_loop().time() + timeout
        while not (self._waiting or self._again):
            self._news.clear()
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0 or not await self._wait(left):
                break
            if self._poller is not me:
                raise OTHER_POLLER

    async def waiting(self) -> list[Update]:
        """What waits, once something does; it stays until `forget`."""
        while not (self._waiting or self._again):
            self._news.clear()
            await self._news.wait()
        return self._batch(100)

    def forget(self, update: Update) -> None:
        """The webhook has taken it."""
        if update in self._waiting:
            self._waiting.remove(update)

    def clear(self) -> None:
        """drop_pending_updates."""
        self._waiting.clear()

    def __len__(self) -> int:
        return len(self._waiting)

    async def _wait(self, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                await self._news.wait()
        except TimeoutError:
            return False
        return True

    def _batch(self, limit: int) -> list[Update]:
        again, self._again = self._again, []
        fresh = list(itertools.islice(self._waiting, max(0, limit - len(again))))
        if self._faults:
            self._double(fresh)
            if len(fresh) > 1 and self._faults.take_kind(UPDATES, FaultKind.REORDER):
                fresh.reverse()
        return again + fresh

    def _double(self, fresh: list[Update]) -> None:
        for update in fresh:
            number = update["update_id"]
            if number not in self._doubled and self._faults.take_kind(UPDATES, FaultKind.DUPLICATE):
                self._doubled.add(number)
                self._again.append(update)
