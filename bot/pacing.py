"""How fast one chat may be written to: kept in memory, for it is forgotten within seconds anyway."""

from datetime import datetime

from core.pace import Bucket, Rate

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
