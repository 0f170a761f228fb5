"""How many messages may go out now, as values: a token bucket, and a window that no burst goes beyond."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Rate:
    """`per_second` tokens come in; the bucket holds `burst`. A rate of 0 means no limit."""

    per_second: float
    burst: float

    @staticmethod
    def of(per_second: float) -> "Rate":
        """The rate of a channel. Its bucket holds a third of a second's worth: what was missed while the
        program was busy elsewhere is made up for. With more, replies would wait longer for what is free next.
        """
        return Rate(per_second, max(1.0, per_second / 3))

    @property
    def unlimited(self) -> bool:
        return self.per_second <= 0

    @property
    def most(self) -> int:
        """How many may go out within `span`."""
        return max(1, math.floor(self.per_second))

    @property
    def kept_free(self) -> int:
        """How many of these only replies may be: else one waits until the oldest of a full second is past."""
        return self.most // 20

    @property
    def span(self) -> timedelta:
        """A second, or as long as one message takes where fewer than one a second go out."""
        return timedelta(seconds=self.most / self.per_second)


@dataclass(frozen=True, slots=True)
class Bucket:
    """What is left, and when that was reckoned."""

    tokens: float
    at: datetime

    def refilled(self, now: datetime, rate: Rate) -> "Bucket":
        """The bucket at `now`. A clock that went backwards adds nothing and forgets nothing."""
        if now <= self.at:
            return Bucket(min(self.tokens, rate.burst), self.at)
        gained = (now - self.at).total_seconds() * rate.per_second
        return Bucket(min(rate.burst, self.tokens + gained), now)

    def has(self, wanted: float, rate: Rate) -> bool:
        return rate.unlimited or self.tokens >= wanted - 1e-9

    def taken(self, number: float, rate: Rate) -> "Bucket":
        return self if rate.unlimited else Bucket(self.tokens - number, self.at)

    def when(self, wanted: float, rate: Rate) -> datetime:
        """When so many tokens will be there."""
        if self.has(wanted, rate):
            return self.at
        return self.at + timedelta(seconds=(wanted - self.tokens) / rate.per_second)


@dataclass(frozen=True, slots=True)
class Recent:
    """When the last messages went out, the first in front: in any `Rate.span` at most `Rate.most` do."""

    moments: tuple[datetime, ...] = ()

    @staticmethod
    def of(moments: Iterable[datetime], now: datetime, rate: Rate) -> "Recent":
        """Those that still count at `now`.

        What went out long after that, by a clock put back since, counts as gone now.
        """
        if rate.unlimited:
            return Recent()
        last = now + rate.span
        told = (moment if moment <= last else now for moment in moments)
        return Recent(tuple(sorted(moment for moment in told if moment > now - rate.span)))

    def when(self, number: int, rate: Rate, now: datetime) -> datetime:
        """When so many more, at most `rate.most`, may go out at once; `now` if they may now."""
        over = 0 if rate.unlimited else len(self.moments) + number - rate.most
        return self.moments[over - 1] + rate.span if over > 0 else now

    def gone(self, number: int, now: datetime, rate: Rate) -> "Recent":
        """With so many more that go out now."""
        return self if rate.unlimited else Recent((*self.moments, *([now] * number)))
