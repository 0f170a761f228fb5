"""Telegram's flood control, when a test asks for it."""

import math
from collections import deque
from collections.abc import Callable

from tests.emulators.telegram.answers import flood


class FloodGate:
    """At most so many messages in any one second, in all and to one chat; 0 means no limit."""

    def __init__(self, clock: Callable[[], float], overall: float = 0, per_chat: float = 0) -> None:
        self._clock = clock
        self.overall = overall
        self.per_chat = per_chat
        self._passed: dict[int | None, deque[float]] = {}

    def check(self, chat: int) -> None:
        """Let the message pass, or raise 429."""
        now = self._clock()
        limits = ((None, self.overall), (chat, self.per_chat))
        for key, limit in limits:
            passed = self._passed.setdefault(key, deque())
            while passed and passed[0] <= now - 1:
                passed.popleft()
            if limit and len(passed) >= limit:
                raise flood(max(1, math.ceil(passed[0] + 1 - now)))
        for key, limit in limits:
            if limit:
                self._passed[key].append(now)
