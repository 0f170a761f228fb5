"""How fast a channel and one chat may be written to: kept in memory, for seconds later it matters no more."""

import asyncio
from datetime import datetime

from bot.clock import Clock
from core.pace import Bucket, Rate, Recent

#: messages one chat may get in a row before it has to wait
_BURST = 3.0


class ChatPacing:
    """A token bucket a chat. Only chats written to lately are remembered."""

    def __init__(self, per_second: float) -> None:
        self._rate = Rate(per_second, _BURST)
        self._buckets: dict[str, Bucket] = {}

    def wrote(self, chat: str, now: datetime) -> None:
        """A message goes out to this chat."""
        if not self._rate.unlimited:
            bucket = self._buckets.get(chat, Bucket(_BURST, now)).refilled(now, self._rate)
            self._buckets[chat] = bucket.taken(1, self._rate)

    def tired(self, now: datetime) -> list[str]:
        """The chats that must not be written to yet."""
        refilled = {chat: bucket.refilled(now, self._rate) for chat, bucket in self._buckets.items()}
        self._buckets = {chat: bucket for chat, bucket in refilled.items() if bucket.tokens < _BURST}
        return [chat for chat, bucket in self._buckets.items() if not bucket.has(1, self._rate)]

    def rested_at(self, now: datetime) -> datetime | None:
        """When the first of the tired chats may be written to again."""
        return min((self._buckets[chat].when(1, self._rate) for chat in self.tired(now)), default=None)


class Gate:
    """Holds back what was claimed in time, but would leave too soon after others that were late.

    What is shared with other processes is stored (storage.repositories.pace); here is when they really left.
    """

    def __init__(self, rate: Rate, clock: Clock) -> None:
        self._rate, self._clock = rate, clock
        self._left = Recent()

    async def passed(self) -> None:
        """Wait until one more may leave."""
        while True:
            now = self._clock()
            self._left = Recent.of(self._left.moments, now, self._rate)
            when = self._left.when(1, self._rate, now)
            if when <= now:
                break
            await asyncio.sleep((when - now).total_seconds())
        self._left = self._left.gone(1, now, self._rate)
