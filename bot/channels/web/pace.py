"""How fast one chat may go: a token bucket for each, forgotten again when it is full."""

from collections.abc import Callable


class Pace:
    """At once `burst`, then `per_second`. Holds at most `most` chats; the stalest is forgotten first."""

    def __init__(
        self, burst: int, per_second: float, moment: Callable[[], float], most: int = 10_000
    ) -> None:
        """`moment` gives seconds that only go forward."""
        self._burst = burst
        self._per_second = per_second
        self._moment = moment
        self._most = most
        self._left: dict[str, tuple[float, float]] = {}

    def allows(self, chat: str) -> bool:
        """Whether one more may pass now; it is counted when it may."""
        now = self._moment()
        left, then = self._left.pop(chat, (float(self._burst), now))
        left = min(self._burst, left + (now - then) * self._per_second)
        allowed = left >= 1
        self._left[chat] = (left - 1 if allowed else left, now)
        if len(self._left) > self._most:
            del self._left[next(iter(self._left))]
        return allowed
