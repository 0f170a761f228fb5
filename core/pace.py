"""A token bucket as a value: how many messages may go out now."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Rate:
    """`per_second` tokens come in; the bucket holds `burst`. A rate of 0 means no limit."""

    per_second: float
    burst: float

    @staticmethod
    def of(per_second: float) -> "Rate":
        """The bucket of a rate: one second's worth, and at least two so that one can be kept in reserve."""
        return Rate(per_second, max(2.0, per_second))

    @property
    def unlimited(self) -> bool:
        return self.per_second <= 0


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
