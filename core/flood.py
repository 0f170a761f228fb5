"""How fast one person's messages are taken: what comes faster waits for its turn, in its order."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Rate:
    """So many messages at once, then so many a minute; what would wait longer than `longest` is not kept."""

    at_once: int
    per_minute: int
    longest: timedelta | None = None

    @property
    def _each(self) -> timedelta:
        return timedelta(minutes=1) / self.per_minute

    def turn(self, busy_until: datetime | None, now: datetime) -> "Turn":
        """When the next message is handled. `busy_until`: what the turn before said, None: there was none."""
        busy = max(busy_until or now, now)
        at = max(now, busy - self._each * (self.at_once - 1))
        if self.longest is not None and at - now > self.longest:
            return Turn(None, busy)
        return Turn(at, busy + self._each)


@dataclass(frozen=True, slots=True)
class Turn:
    """`at`: when a message is handled, None: it is not kept. `busy_until`: told to the next one."""

    at: datetime | None
    busy_until: datetime


def rates(per_minute: int) -> tuple[Rate, Rate]:
    """Of members, of whom everything is kept, and of strangers, of whom a minute's worth waits at most."""
    stranger = max(1, per_minute // 3)
    return Rate(2 * per_minute, per_minute), Rate(2 * stranger, stranger, timedelta(minutes=1))
